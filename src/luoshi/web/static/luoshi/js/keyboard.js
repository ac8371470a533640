// Lists worked from the keyboard: j and k move, other keys press the button of the current item that names them.
// <ul data-list> with <li data-item> inside; an item may hold <button data-key="Enter">, <a data-key="e"> …
// and name with data-shows="#place" what is to be shown beside it. Rows of a data-table are items too.
// Fields with data-down stand one under the other: Enter and the arrows lead from one to the next.
(() => {
  "use strict";

  const ITEMS = "[data-list] [data-item], table[data-table] tbody tr[data-key]";

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.matches("[data-down]")) return goDown(event);
    if (isWriting(event.target)) return;
    const step = { j: 1, k: -1 }[event.key];
    if (step) move(step, event);
    else press(event);
  });

  document.addEventListener("click", (event) => {
    const item = event.target.closest("[data-list] [data-item]");
    if (item) choose(item);
    const place = event.target.closest("[data-shown-by]");
    if (place) choose(document.querySelector(place.dataset.shownBy));
  });

  function goDown(event) {
    const way = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!way) return;
    const all = [...event.target.form.querySelectorAll("[data-down]")];
    const next = all[all.indexOf(event.target) + way];
    if (!next && event.key === "Enter") return;
    event.preventDefault();
    if (next) next.select();
    if (next) next.focus();
  }

  function isWriting(target) {
    return target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog");
  }

  function items() {
    const drawer = document.getElementById("drawer");
    const root = drawer && !drawer.hidden ? drawer : document;
    return [...root.querySelectorAll(ITEMS)];
  }

  function current() {
    return items().find((item) => item.classList.contains("current"));
  }

  function move(step, event) {
    const all = items();
    if (!all.length) return;
    event.preventDefault();
    const now = all.indexOf(current());
    choose(all[now < 0 ? 0 : Math.min(all.length - 1, Math.max(0, now + step))]);
  }

  function press(event) {
    const item = current();
    if (!item || (event.key === "Enter" && isPressed(event.target))) return;
    const named = item.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    const button = named || (event.key === "Enter" && item.matches("tr") ? item.querySelector("a") : null);
    if (!button) return;
    event.preventDefault();
    button.click();
  }

  // Enter presses what has the focus; a button that has just been hidden keeps it for a moment.
  function isPressed(target) {
    const held = target.closest("a, button, summary");
    return held !== null && held.getClientRects().length > 0;
  }

  function choose(item) {
    if (!item) return;
    document.querySelectorAll(".current").forEach((each) => each.classList.remove("current"));
    item.classList.add("current");
    item.scrollIntoView({ block: "nearest" });
    const shown = item.dataset.shows && document.querySelector(item.dataset.shows);
    if (!shown) return;
    shown.classList.add("current");
    shown.scrollIntoView({ block: "center" });
  }
})();
