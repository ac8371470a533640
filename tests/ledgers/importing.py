"""Files as an office sends them, and what an import makes of them."""

from __future__ import annotations

import datetime
import io

import pytest
from xlsxwriter.workbook import Workbook

from luoshi.ledgers import importing, workbooks
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid
from luoshi.ledgers.importing import ImportPlan
from tests.library.ledgers import BOOKS, HEAD

HEADS = ("书名", "分馆", "类别", "定价（元）", "购入日期")
GOOD = ("山海经", "东馆", "小说", "45.50", "2026-03-01")
MEMBER_HEADS = ("证号", "姓名", "分馆", "信用分")
DAY = datetime.date(2026, 3, 1)


def csv(*rows: tuple[object, ...]) -> bytes:
    return workbooks.csv_bytes(rows)


def xlsx(**sheets: list[tuple[object, ...]]) -> bytes:
    out = io.BytesIO()
    book = Workbook(out)
    formats = workbooks.Formats(book)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for place, value in enumerate(row):
                workbooks.put(sheet, at, place, value, formats)
    book.close()
    return out.getvalue()


def plan(data: bytes, ledger: Ledger = BOOKS, by: Actor = HEAD, filename: str = "books.csv") -> ImportPlan:
    return importing.plan(ledger, data, filename, by=by)


def run(data: bytes, ledger: Ledger = BOOKS, by: Actor = HEAD, filename: str = "books.csv") -> str:
    made = plan(data, ledger, by, filename)
    assert [str(p) for p in made.problems] == []
    return str(importing.apply(made, by=by, seen=made.fingerprint))


def problems(data: bytes, ledger: Ledger = BOOKS, by: Actor = HEAD, filename: str = "books.csv") -> list[str]:
    """What is wrong; and nothing may be written."""
    made = plan(data, ledger, by, filename)
    assert made.problems
    assert not made.ready
    with pytest.raises(Invalid, match="没有写入任何一行"):
        importing.apply(made, by=by)
    return [str(p) for p in made.problems]
