// Small things that every page has: menus that close, text that is copied, sessions that are forgotten.
(() => {
  "use strict";

  const menus = () => document.querySelectorAll("details[data-menu][open]");

  document.addEventListener("click", (event) => {
    for (const menu of menus()) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    const copier = event.target.closest("[data-copy]");
    if (copier) copy(copier);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // ? says what the page is for, of the drawer where that is open.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "?" || event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    const drawer = document.getElementById("drawer");
    const guide = (drawer && !drawer.hidden ? drawer : document).querySelector("details.guide");
    if (guide) guide.open = !guide.open;
    if (guide) guide.querySelector("summary").focus();
  });

  // A menu that would reach beyond the page opens to the other side.
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches("details[data-menu][open]")) return;
    const body = event.target.querySelector(".menu-body");
    body.classList.remove("to-left");
    body.classList.toggle("to-left", body.getBoundingClientRect().right > document.documentElement.clientWidth);
  }, true);

  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-forget]")) forget();
  });

  // A select or a date in a filter row needs no button.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-at-once]");
    if (form) form.requestSubmit();
  });

  async function copy(button) {
    const address = new URL(button.dataset.copy, location.href).href;
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      copyByHand(address);
    }
    const words = button.lastChild;
    const before = words.textContent;
    words.textContent = spoken("已复制");
    setTimeout(() => { words.textContent = before; }, 1600);
  }

  // Browsers give no clipboard to pages without https, which is how an intranet serves them.
  function copyByHand(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "hidden";
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  function forget() {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("draft:")) localStorage.removeItem(key);
    }
  }
})();
