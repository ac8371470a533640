"""Helpers of a story told in the browser: what people do in a window, and which figures have moved."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.whole.window import Window

WALL = "/targets/?month=202610"
FIRST = ("–", "0"), ("–", "0.00")  # what the first row of a ledger makes of figures that it does not move
FIGURES = """rows => Object.fromEntries(rows.map(row => {
  const heads = [...document.querySelectorAll('#wall thead th')].map(head => head.innerText.trim());
  const [number, name, unit, total] = ['编号', '指标', '计量单位', '累计'].map(
    head => row.cells[heads.indexOf(head)].innerText.trim());
  return [number, [name.replace(/^其中：/, ''), unit === '%' && total !== '–' ? total + '%' : total]];
}))"""


class Story(Window):
    """``watcher`` looks at the figures, others act."""

    def __init__(self, page: Page, address: str, patch: pytest.MonkeyPatch, watcher: str) -> None:
        super().__init__(page, address, patch)
        self._watcher = watcher
        self.on(date(2026, 1, 1), watcher)
        self._seen = self._figures()

    # What has moved

    def moves(self, row: str, **wanted: str) -> None:
        """Exactly these figures have moved since the last look, to these; what is counted opens, ``row`` among it."""
        before, self._seen = self._seen, self._figures()
        moved = {
            n: now
            for n, now in self._seen.items()
            if now != before[n] and (before[n][1], now[1]) not in FIRST
        }
        shown = dict(moved.values())
        assert shown == wanted, f"{shown} moved instead of {wanted}"
        for number in (n for n, (_, total) in moved.items() if row and total not in ("0", "0.00", "–")):
            self.page.goto(f"/targets/{number}/rows/?month=202610")
            expect(self.page.locator("main table")).to_contain_text(row)
        self._sign_in(self._who)

    def _figures(self) -> dict[str, list[str]]:
        """Name and figure of every target on the wall, by its number."""
        self._sign_in(self._watcher)
        self.page.goto(WALL)
        found: dict[str, list[str]] = self.page.locator("#wall tbody tr").evaluate_all(FIGURES)
        return found
