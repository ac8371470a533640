"""Workbooks as an office fills them in: the ledger's own template, with lines under its head."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence

from xlsxwriter.workbook import Workbook

from luoshi.cli import house
from luoshi.ledgers import exporting, headings, registry, workbooks

Line = Mapping[str, object]


def filled(name: str, lines: Sequence[Line]) -> bytes:
    """The template of a ledger with these lines, each by the titles of its columns; dates and numbers as such."""
    ledger = registry.ledger(name)
    sheet = workbooks.read(exporting.template(ledger, by=house.operator()), "模板.xlsx")[0]
    head = headings.find(ledger, sheet, frozenset())
    assert head is not None
    places = {ledger.title_of(heading.column): heading for heading in head.headings}
    out = io.BytesIO()
    with Workbook(out) as book:
        page = book.add_worksheet(ledger.title)
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for heading in head.headings:
            page.write_string(head.row, heading.index, heading.title)
        for row, line in enumerate(lines, head.row + 1):
            for title, value in line.items():
                at = (row, places[title].index)
                if isinstance(value, datetime.date):
                    page.write_datetime(*at, value, day)
                else:
                    page.write(*at, value)
    return out.getvalue()


def table(*rows: Sequence[object]) -> bytes:
    """A workbook of one sheet with just these rows."""
    out = io.BytesIO()
    with Workbook(out) as book:
        page = book.add_worksheet("填报")
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return out.getvalue()


def signing(number: str, amount: int, signed_on: str, **more: object) -> dict[str, object]:
    """One signed project of the sample zone; the amount in 元."""
    return {
        "编号": number,
        "项目名称": f"项目{number}",
        "投资方": "岚峰精密制造有限公司",
        "签约金额": amount,
        "签约日期": datetime.date.fromisoformat(signed_on),
        "责任单位": "招商局",
    } | more
