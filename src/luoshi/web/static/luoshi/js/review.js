// The review page of a plan: decisions are sent row by row, forms open inside their row, the place is never lost.
(() => {
  "use strict";

  const review = document.querySelector("[data-review]");
  if (!review) return;
  const bulk = document.getElementById("review");
  const marks = new Map();
  let last = null;
  let queue = Promise.resolve();

  for (const mark of review.querySelectorAll("mark[data-clause]")) {
    if (!marks.has(mark.dataset.clause)) marks.set(mark.dataset.clause, []);
    marks.get(mark.dataset.clause).push(mark);
  }

  const rows = () => [...review.querySelectorAll("[data-item]")];
  const boxes = () => [...review.querySelectorAll('input[name="clause"]')];
  const current = () => review.querySelector("[data-item].current");

  // Writing

  review.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-review-form]");
    if (!form) return;
    event.preventDefault();
    send(form, event.submitter);
  }, true);

  function send(form, button) {
    const inline = form.closest(".inline");
    const row = inline ? inline.closest("[data-item]") : button && button.closest("[data-item]");
    if (row && row.dataset.sent) return;
    if (row) row.dataset.sent = "1";
    const values = new FormData(form);
    if (button && button.name) values.append(button.name, button.value);
    const address = button && button.hasAttribute("formaction") ? button.formAction : form.action;
    const onward = Boolean(button && button.dataset.key === "Enter" && goOn(row));
    for (const menu of form.querySelectorAll("details[open]")) menu.open = false;
    const answer = {
      source: row || form,
      target: inline || "#said",
      swap: `${inline ? "innerHTML" : "none"} settle:0ms`,  // settling later would take the place away
      values,
    };
    // One after the other: the progress that is shown last is the last there is.
    queue = queue.then(() => htmx.ajax("POST", address, answer)).then(() => settle(row, onward), () => lost(row));
  }

  function goOn(row) {
    const all = rows();
    const next = all[all.indexOf(row) + 1];
    if (next) next.click();
    return next;
  }

  function settle(sent, onward) {
    for (const row of rows()) {
      for (const mark of marks.get(row.dataset.clause) || []) mark.dataset.state = row.dataset.state;
    }
    count();
    const row = sent ? document.getElementById(sent.id) : current();
    if (!row) return;
    delete row.dataset.sent;
    const failed = document.getElementById("said").classList.contains("red");
    if (!onward || failed) row.click();
    const wrong = row.querySelector(".inline .wrong :is(input, select, textarea)");
    if (wrong) wrong.focus();
  }

  function lost(row) {
    const said = document.getElementById("said");
    said.className = "said red";
    said.textContent = spoken("没有连上服务器，刚才的操作没有保存。请检查网络后再试一次。");
    if (!row) return;
    delete row.dataset.sent;
    row.click();
  }

  // Forms inside a row

  review.addEventListener("click", (event) => {
    const name = event.target.closest("a.clause-name");
    if (name && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      history.replaceState(history.state, "", name.hash);
    }
    const link = event.target.closest("a[data-inline]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      unfold(link);
    }
    if (event.target.closest("[data-fold]")) {
      event.preventDefault();
      fold();
    }
  });

  async function unfold(link) {
    const row = link.closest("[data-item]");
    const inline = row.querySelector(".inline");
    fold();
    await htmx.ajax("GET", link.href, { source: link, target: inline, swap: "innerHTML" });
    const field = inline.querySelector("input:not([type=hidden]), select, textarea");
    if (field) field.focus();
    const list = row.closest(".clause-list");
    row.scrollIntoView({ block: row.offsetHeight < list.clientHeight - 40 ? "nearest" : "start" });
  }

  function fold() {
    for (const inline of review.querySelectorAll(".inline")) inline.replaceChildren();
    document.activeElement.blur();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && review.querySelector(".inline form")) fold();
  });

  // Choosing several

  review.addEventListener("click", (event) => {
    const box = event.target.closest('input[name="clause"]');
    if (!box) return;
    const order = boxes();
    if (event.shiftKey && last) {
      const [from, to] = [order.indexOf(last), order.indexOf(box)].sort((a, b) => a - b);
      for (const each of order.slice(Math.max(0, from), to + 1)) each.checked = box.checked;
    }
    last = box;
    count();
  });

  if (bulk) {
    bulk.querySelector("[data-all]").addEventListener("change", (event) => {
      for (const box of boxes()) box.checked = event.target.checked;
      count();
    });
  }

  function count() {
    if (!bulk) return;
    const all = boxes();
    const picked = all.filter((box) => box.checked);
    bulk.querySelector("[data-count]").textContent = picked.length;
    bulk.classList.toggle("some", picked.length > 0);
    const every = bulk.querySelector("[data-all]");
    every.checked = picked.length > 0 && picked.length === all.length;
    every.indeterminate = picked.length > 0 && !every.checked;
  }

  // Where to begin

  addEventListener("hashchange", show);
  document.addEventListener("DOMContentLoaded", () => {
    count();
    if (!show() && bulk) {
      const first = review.querySelector('[data-state="proposed"][data-item]');
      if (first) first.click();
    }
  });

  function show() {
    const row = location.hash.startsWith("#c") && document.getElementById(`k${location.hash.slice(2)}`);
    if (row) row.click();
    return Boolean(row);
  }
})();
