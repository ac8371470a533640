// Ctrl+K: one field that finds pages, units, projects and clauses.
(() => {
  "use strict";

  const palette = document.getElementById("palette");
  if (!palette) return;
  const field = palette.querySelector("input");
  const hits = palette.querySelector("#hits");
  let chosen = 0;

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      show();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target === palette) palette.close();
    if (!event.target.closest("[data-palette]")) return;
    event.preventDefault();
    show();
  });

  palette.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choose(chosen + step);
    } else if (event.key === "Enter" && links().length) {
      event.preventDefault();
      links()[chosen].click();
    }
  });

  hits.addEventListener("htmx:afterSwap", () => choose(0));

  function show() {
    if (palette.open) return;
    palette.showModal();
    field.select();
    htmx.trigger(field, "open");
  }

  function links() {
    return hits.querySelectorAll("a");
  }

  function choose(number) {
    const all = links();
    if (!all.length) return;
    chosen = (number + all.length) % all.length;
    all.forEach((link, i) => link.classList.toggle("current", i === chosen));
    all[chosen].scrollIntoView({ block: "nearest" });
  }
})();
