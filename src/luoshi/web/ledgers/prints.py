"""What is printed: a list as the office lays it out, and one row on one sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from luoshi.ledgers.models import Row
from luoshi.web import parts
from luoshi.web.ledgers import lists
from luoshi.web.ledgers.lists import View

MOST: Final = 2_000  # rows on paper; more are for a workbook
PAPERS: Final = ("a4", "a3")
SERIAL: Final = parts.Column("序号", kind="number", width="narrow")


def table(view: View, rows: Iterable[Row], totals: dict[str, int]) -> parts.Table:
    """The rows with their numbers in front, the heads under their groups, no links."""
    ledger, shown = view.ledger, view.shown
    heads = lists.heads(ledger, shown, sortable=False)
    grouped = (
        parts.Column(h.label, h.unit, h.kind, h.width, c.group) for h, c in zip(heads, shown, strict=True)
    )
    found = tuple(
        parts.Row((parts.Cell(str(number)), *(parts.Cell(c.show(c.of(row))) for c in shown)))
        for number, row in enumerate(rows, 1)
    )
    sums = lists.total_cells(shown, totals)
    return parts.Table(
        name="print",
        columns=(SERIAL, *grouped),
        rows=found,
        totals=(parts.Cell(), *sums) if sums else (),
        empty="没有符合条件的行。",
        short=True,
    )
