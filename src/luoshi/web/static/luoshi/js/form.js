// Forms: a draft is kept until it is sent, and a form is sent once.
(() => {
  "use strict";

  // The browser's own words for a file are in the browser's language, not in the page's.
  function dress(input) {
    const box = document.createElement("span");
    const said = document.createElement("span");
    box.className = "file";
    input.replaceWith(box);
    box.append(input, said);
    const button = document.createElement("span");
    button.className = "button";
    button.textContent = spoken("选择文件");
    const name = document.createElement("span");
    name.className = "grey";
    said.append(button, name);
    const tell = () => { name.textContent = [...input.files].map((file) => file.name).join("、") || spoken("还没有选择文件"); };
    input.addEventListener("change", tell);
    tell();
  }

  const place = (form) => `draft:${document.body.dataset.user}:${form.dataset.draft}`;
  const KEPT = "input:not([type=hidden], [type=password], [type=file]), select, textarea";

  function prepare(root) {
    for (const input of root.querySelectorAll("input[type=file]")) {
      if (!input.closest(".file")) dress(input);
    }
    for (const form of root.querySelectorAll("form[data-draft]")) {
      if (form.dataset.ready) continue;
      form.dataset.ready = "1";
      restore(form);
      form.addEventListener("input", () => keep(form));
    }
  }

  function keep(form) {
    const values = [...form.querySelectorAll(KEPT)].map((field) => [field.name, isTicked(field) ? field.checked : field.value]);
    localStorage.setItem(place(form), JSON.stringify(values));
  }

  function restore(form) {
    const kept = localStorage.getItem(place(form));
    if (!kept || form.querySelector(".error")) return;
    const fields = [...form.querySelectorAll(KEPT)];
    JSON.parse(kept).forEach(([name, value], i) => {
      const field = fields[i];
      if (!field || field.name !== name) return;
      if (isTicked(field)) field.checked = value;
      else field.value = value;
    });
    tell(form);
  }

  function tell(form) {
    const line = document.createElement("p");
    line.className = "draft";
    line.append(spoken("已恢复上次没有提交的内容。"));
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = spoken("不要了");
    button.addEventListener("click", () => {
      localStorage.removeItem(place(form));
      form.reset();
      line.remove();
    });
    line.append(button);
    form.prepend(line);
  }

  function isTicked(field) {
    return field.type === "checkbox" || field.type === "radio";
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.draft) localStorage.removeItem(place(form));
    if (form.method !== "post" || event.defaultPrevented) return;
    const button = event.submitter;
    if (button) setTimeout(() => { button.disabled = true; button.setAttribute("aria-busy", "true"); });
  });

  // A page that comes back from the browser's memory is ready to be sent again.
  addEventListener("pageshow", () => {
    for (const button of document.querySelectorAll('button[aria-busy="true"]')) {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    }
  });

  document.addEventListener("DOMContentLoaded", () => prepare(document));
  document.addEventListener("htmx:afterSwap", (event) => prepare(event.detail.target));
})();
