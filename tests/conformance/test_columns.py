"""Every column refuses what it cannot hold, in a Chinese sentence at the cell that names the column."""

from __future__ import annotations

import datetime
import re

import pytest

from luoshi.cli import house
from luoshi.ledgers import exporting, importing, registry, workbooks
from luoshi.ledgers.columns import Choice, Column, Day, Flag, Link, Month, Number, People, Place
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.headings import Problem

AS_OF = datetime.date(2026, 10, 31)
TYPED = (Number, Day, Month, Choice, Flag, Link, People, Place)
CHINESE = re.compile("[\u4e00-\u9fff]{4,}")
COLUMNS = [
    pytest.param(ledger, column, id=f"{ledger.name}-{column.name}")
    for ledger in registry.ledgers()
    if ledger.editable
    for column in ledger.writable
]


def rubbish(ledger: Ledger, column: Column) -> list[str]:
    """What the column must refuse."""
    field = ledger.field(column)
    wrong = ["胡乱写的字"] if isinstance(column, TYPED) or field.is_relation else []
    wrong += ["字" * (field.max_length + 1)] if field.max_length and not wrong else []
    return wrong + ([""] if ledger.required(column) else [])


def problems(ledger: Ledger, column: Column, value: str) -> list[Problem]:
    """What an import says to the ledger's first row with this value in this column."""
    data = exporting.export(ledger, ledger.rows()[:1], "csv", by=house.operator(), as_of=AS_OF)
    head, row = workbooks.read(data, "a.csv")[0].rows
    at = head.index(exporting.head(ledger, column))
    cells = [value if place == at else cell for place, cell in enumerate(row)]
    found = importing.plan(ledger, workbooks.csv_bytes([head, cells]), "a.csv", by=house.operator())
    return [problem for problem in found.problems if problem.title == head[at]]


@pytest.mark.parametrize(("ledger", "column"), COLUMNS)
def test_rubbish_is_refused_at_its_cell(zone: None, ledger: Ledger, column: Column) -> None:
    wrong = rubbish(ledger, column)
    assert wrong
    for value in wrong:
        found = problems(ledger, column, value)
        assert found, value[:20]
        assert all(p.row == 2 and p.letter and CHINESE.search(p.sentence) for p in found)
        assert all(ledger.title_of(column) in str(p) and p.value == value for p in found)


def test_what_a_column_holds_is_no_rubbish(zone: None) -> None:
    ledger = registry.ledger("delivery.projects")
    assert problems(ledger, ledger.column("name"), "溪口路网") == []
