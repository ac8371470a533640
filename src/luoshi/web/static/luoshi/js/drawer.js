// The drawer on the right: links and forms marked data-drawer open in it, each with its own address.
(() => {
  "use strict";

  const drawer = document.getElementById("drawer");
  if (!drawer) return;
  let home = location.href;            // the page under the drawer
  const title = document.title;
  const SKELETON = '<div class="skeleton" role="progressbar" aria-busy="true" aria-label="正在读取"><span></span><span></span><span></span><span></span><span></span></div>';
  let opener = null;
  let written = false;                 // something was sent from the drawer: the page under it is out of date

  if (history.state && history.state.drawer) history.replaceState(null, "", home);

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) return close();
    const link = event.target.closest("a[href]");
    if (!link || !opensHere(link) || isSpecial(event)) return;
    event.preventDefault();
    if (drawer.hidden) opener = link;
    open(link.href, true);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!drawer.contains(form) || !form.matches("[data-drawer]")) return;
    event.preventDefault();
    written = true;
    htmx.ajax(form.method.toUpperCase(), form.action, { source: form, target: drawer, swap: "innerHTML" });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !drawer.hidden && !document.querySelector("dialog[open], details[data-menu][open]")) close();
  });

  addEventListener("popstate", (event) => {
    if (event.state && event.state.drawer && event.state.home === home) open(location.href, false);
    else if (bare(location.href) === bare(home)) hide();
    else location.reload();
  });

  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== drawer) return;
    const body = drawer.querySelector(".drawer-body");
    if (body) document.title = body.dataset.title;
    drawer.focus({ preventScroll: true });
  });

  // A part of the page that was fetched anew says which address it stands for now.
  document.body.addEventListener("htmx:afterSwap", (event) => {
    const part = event.detail.target.querySelector("[data-address]");
    if (!part || drawer.contains(part)) return;
    home = new URL(part.dataset.address, location.href).href;
    history.replaceState(null, "", home);
  });

  document.body.addEventListener("htmx:sendError", (event) => {
    if (event.detail.target !== drawer) return;
    drawer.innerHTML = '<div class="drawer-bar"><button type="button" class="quiet drawer-close" data-close></button></div>' +
      '<div class="drawer-body"><p class="notice red"></p></div>';
    drawer.querySelector("[data-close]").textContent = spoken("关闭");
    drawer.querySelector(".notice").textContent = spoken("没有连上服务器，请检查网络后再点一次。");
  });

  // A place within the page is no other page.
  function bare(address) {
    return address.split("#")[0];
  }

  function opensHere(link) {
    return link.matches("[data-drawer]") || (drawer.contains(link) && link.matches("[data-stay]"));
  }

  function isSpecial(event) {
    return event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  }

  function open(url, push) {
    if (drawer.hidden) drawer.innerHTML = SKELETON;
    drawer.hidden = false;
    if (push) history.pushState({ drawer: url, home }, "", url);
    htmx.ajax("GET", url, { target: drawer, swap: "innerHTML" });
  }

  function close() {
    if (written) {
      location.assign(home);
      return;
    }
    history.pushState(null, "", home);
    hide();
  }

  function hide() {
    drawer.hidden = true;
    drawer.replaceChildren();
    document.title = title;
    if (opener) opener.focus();
    opener = null;
  }
})();
