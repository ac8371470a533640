// Tables: first columns that stay, widths that are remembered, selection with shift.
(() => {
  "use strict";

  const LEAST = 48;

  function prepare(root) {
    for (const table of root.querySelectorAll("table[data-table]")) {
      if (table.dataset.ready) continue;
      table.dataset.ready = "1";
      restore(table);
      freeze(table);
      for (const head of heads(table)) addGrip(table, head);
      if (table.classList.contains("selectable")) watchPicks(table);
    }
  }

  // Columns that stay in sight

  function freeze(table) {
    const count = frozen(table);
    let edge = 0;
    heads(table).slice(0, count).forEach((head, i) => {
      table.style.setProperty(`--edge-${i + 1}`, `${edge}px`);
      edge += head.getBoundingClientRect().width;
    });
    if (!table.querySelector(".edge")) {
      for (const row of table.querySelectorAll("tr:not(.heading, .nothing, .groups)")) {
        if (row.children[count - 1]) row.children[count - 1].classList.add("edge");
      }
    }
  }

  function frozen(table) {
    return Number(table.dataset.frozen) + (table.classList.contains("selectable") ? 1 : 0);
  }

  function heads(table) {
    return [...table.querySelectorAll("thead tr:last-child > th")];
  }

  // Widths

  function addGrip(table, head) {
    if (head.classList.contains("pick")) return;
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.title = spoken("拖动调整列宽，双击恢复");
    grip.addEventListener("pointerdown", (event) => hold(event, table, head, grip));
    grip.addEventListener("dblclick", () => reset(table));
    head.append(grip);
  }

  function hold(event, table, head, grip) {
    event.preventDefault();
    fix(table, heads(table).map((each) => each.getBoundingClientRect().width));
    const from = event.clientX;
    const width = head.getBoundingClientRect().width;
    const move = (moved) => {
      head.style.width = `${Math.max(LEAST, width + moved.clientX - from)}px`;
      spread(table);
    };
    const release = () => {
      removeEventListener("pointermove", move);
      grip.classList.remove("held");
      document.body.classList.remove("resizing");
      keep(table);
    };
    grip.classList.add("held");
    document.body.classList.add("resizing");
    addEventListener("pointermove", move);
    addEventListener("pointerup", release, { once: true });
  }

  function fix(table, widths) {
    heads(table).forEach((head, i) => { head.style.width = `${widths[i]}px`; });
    table.classList.add("fixed");
    spread(table);
  }

  // A table whose columns are fixed is as wide as they are together.
  function spread(table) {
    const widths = heads(table).map((head) => parseFloat(head.style.width));
    table.style.width = `${widths.reduce((sum, width) => sum + width, 0)}px`;
    freeze(table);
  }

  function place(table) {
    return `widths:${table.id}:${heads(table).length}`;
  }

  function keep(table) {
    const widths = heads(table).map((head) => Math.round(head.getBoundingClientRect().width));
    localStorage.setItem(place(table), JSON.stringify(widths));
  }

  function restore(table) {
    const kept = localStorage.getItem(place(table));
    if (kept) fix(table, JSON.parse(kept));
  }

  function reset(table) {
    localStorage.removeItem(place(table));
    table.classList.remove("fixed");
    table.style.width = "";
    for (const head of heads(table)) head.style.width = "";
    freeze(table);
  }

  // Selection

  function watchPicks(table) {
    const all = table.querySelector("[data-pick-all]");
    const bar = table.closest(".table-box").querySelector(".selection");
    let last = null;
    const boxes = () => [...table.querySelectorAll('input[name="row"]')];
    const say = () => {
      const picked = boxes().filter((box) => box.checked);
      for (const box of boxes()) box.closest("tr").classList.toggle("chosen", box.checked);
      bar.hidden = !picked.length;
      bar.querySelector("b").textContent = picked.length;
      all.checked = picked.length > 0 && picked.length === boxes().length;
      all.indeterminate = picked.length > 0 && !all.checked;
      table.dispatchEvent(new CustomEvent("picked", { bubbles: true, detail: picked.map((box) => box.value) }));
    };
    table.addEventListener("click", (event) => {
      const box = event.target.closest('input[name="row"]');
      if (!box) return;
      const order = boxes();
      if (event.shiftKey && last) {
        const [from, to] = [order.indexOf(last), order.indexOf(box)].sort((a, b) => a - b);
        for (const each of order.slice(from, to + 1)) each.checked = box.checked;
      }
      last = box;
      say();
    });
    all.addEventListener("change", () => {
      for (const box of boxes()) box.checked = all.checked;
      say();
    });
    bar.querySelector("[data-unselect]").addEventListener("click", () => {
      for (const box of boxes()) box.checked = false;
      say();
    });
  }

  document.addEventListener("DOMContentLoaded", () => prepare(document));
  document.addEventListener("htmx:afterSwap", (event) => prepare(event.detail.target));
  addEventListener("resize", () => document.querySelectorAll("table[data-table]").forEach(freeze));
})();
