"""Tables of cells on a screen, as csv and as a workbook; numbers stay numbers where a file can hold them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import xlsxwriter

from luoshi.cli.readings.forms import grid
from luoshi.ledgers import workbooks

Cell = str | int | Decimal | None

WIDE = 60  # width of a column that holds sentences


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title; the columns named in ``silent`` are left off on a screen, which has no room for them."""

    title: str
    head: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    silent: tuple[str, ...] = ()


def as_text(table: Table) -> str:
    """A title with the number of rows, and aligned columns; empty for a table without rows."""
    if not table.rows:
        return ""
    shown = [at for at, name in enumerate(table.head) if name not in table.silent]
    rows = [[_shown(row[at]) for at in shown] for row in table.rows]
    return f"{table.title} {len(rows)} 项\n{grid([table.head[at] for at in shown], rows)}\n"


def as_csv(table: Table) -> bytes:
    """One table as csv that a spreadsheet opens as Chinese and calculates nothing of."""
    return workbooks.csv_bytes([table.head, *(tuple(map(_shown, row)) for row in table.rows)])


def as_workbook(tables: Sequence[Table]) -> bytes:
    """A sheet for each table, with the head fixed and a filter over it."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    formats = workbooks.Formats(book)
    names = workbooks.sheet_names([table.title for table in tables])
    for name, table in zip(names, tables, strict=True):
        page = book.add_worksheet(name)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, len(table.rows), len(table.head) - 1)
        for column, title in enumerate(table.head):
            page.set_column(column, column, WIDE if title.endswith("原句") else 16)
            page.write_string(0, column, title, formats.head)
        for at, row in enumerate(table.rows, 1):
            for column, value in enumerate(row):
                workbooks.put(page, at, column, value, formats)
    book.close()
    return file.getvalue()


def _shown(value: Cell) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return "" if value is None else " ".join(str(value).split())
