// People in a form: the line of names becomes chips and a search; the line itself is what is sent.
(() => {
  "use strict";

  const APART = /[、，,；;\s]+/;

  function prepare(root) {
    for (const box of root.querySelectorAll("[data-people]")) {
      if (box.dataset.ready) continue;
      box.dataset.ready = "1";
      begin(box);
    }
  }

  function begin(box) {
    const line = box.querySelector("input");
    const search = box.querySelector(".people-search");
    const chips = box.querySelector(".chips");
    const offered = box.querySelector(".offered");
    const names = new Map([...chips.children].map((chip) => [chip.dataset.entered, chip.textContent]));
    const entered = () => line.value.split(APART).filter(Boolean);

    search.id = line.id;
    search.setAttribute("aria-describedby", line.getAttribute("aria-describedby") || "");
    line.removeAttribute("id");
    line.hidden = true;
    search.hidden = false;
    show();

    function show() {
      chips.replaceChildren(...entered().map(chip));
      chips.hidden = !chips.children.length;
    }

    function chip(text) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      item.className = "chip";
      item.append(names.get(text) || text, button);
      button.type = "button";
      button.textContent = "×";
      button.setAttribute("aria-label", spoken("去掉 {0}", names.get(text) || text));
      button.addEventListener("click", () => write(entered().filter((each) => each !== text)));
      return item;
    }

    function write(texts) {
      line.value = texts.join("、");
      line.dispatchEvent(new Event("input", { bubbles: true }));
      show();
      search.focus();
    }

    function add(option) {
      names.set(option.dataset.entered, option.dataset.called);
      const others = "one" in box.dataset ? [] : entered().filter((each) => each !== option.dataset.entered);
      search.value = "";
      write([...others, option.dataset.entered]);
      close();
    }

    function close() {
      offered.hidden = true;
      search.setAttribute("aria-expanded", "false");
    }

    function open() {
      const there = document.activeElement === search && offered.children.length > 0;
      offered.hidden = !there;
      search.setAttribute("aria-expanded", String(there));
      mark(0);
    }

    function mark(at) {
      const options = [...offered.querySelectorAll("[role=option]")];
      options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
      if (options[at]) options[at].scrollIntoView({ block: "nearest" });
    }

    search.addEventListener("keydown", (event) => {
      const options = [...offered.querySelectorAll("[role=option]")];
      const now = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
      const last = entered().length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark(Math.min(options.length - 1, Math.max(0, now + (event.key === "ArrowDown" ? 1 : -1))));
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (!offered.hidden && options[now]) add(options[now]);
      } else if (event.key === "Escape" && !offered.hidden) {
        event.stopPropagation();
        close();
      } else if (event.key === "Backspace" && !search.value && last) {
        write(entered().slice(0, -1));
      }
    });
    offered.addEventListener("mousedown", (event) => event.preventDefault());
    offered.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) add(option);
    });
    offered.addEventListener("htmx:afterSwap", open);
    search.addEventListener("blur", close);
    line.form.addEventListener("reset", () => setTimeout(show));
  }

  document.addEventListener("DOMContentLoaded", () => prepare(document));
  document.addEventListener("htmx:afterSwap", (event) => prepare(event.detail.target));
})();
