"""Every ledger that people fill in imports its sample, what it exports comes back, and no cell takes what it cannot hold."""

from __future__ import annotations

import csv
import io
import re

import pytest

from luoshi.cli import house
from luoshi.ledgers import exporting, importing, registry, workbooks
from luoshi.ledgers.columns import Choice, Column, Day, Flag, Link, Month, Number, People, Place
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.importing import ImportPlan, Problem
from tests.conformance.conftest import AS_OF, EDITABLE, each
from tests.ledgers.files import as_csv
from tests.whole.zone import SAMPLES

pytestmark = pytest.mark.long

WITHOUT_SAMPLE = {  # and where their rows come from
    "directory.regions": "the system brings them",
    "directory.industries": "the system brings them",
    "directory.days": "the system brings them",
    "directory.months": "a year is opened",
    "plans.indicators": "targets are confirmed",
}
TYPED = (Number, Day, Month, Choice, Flag, Link, People, Place)
COLUMNS = [pytest.param(x, column, id=f"{x.name}-{column.name}") for x in EDITABLE for column in x.writable]


def plan(ledger: Ledger, data: bytes, filename: str) -> ImportPlan:
    found = importing.plan(ledger, data, filename, by=house.operator())
    assert [str(problem) for problem in found.problems[:3]] == []
    return found


def test_every_ledger_has_a_sample() -> None:
    lacking = {ledger.name for ledger in EDITABLE if not (SAMPLES / f"{ledger.name}.csv").exists()}
    assert lacking == set(WITHOUT_SAMPLE)


@each(x for x in EDITABLE if x.name not in WITHOUT_SAMPLE)
def test_the_sample_is_in_the_ledger(zone: None, ledger: Ledger) -> None:
    file = SAMPLES / f"{ledger.name}.csv"
    head, *lines = csv.reader(io.StringIO(file.read_text(encoding="utf-8")))
    filled = (column for column in ledger.columns if not column.derived and column not in ledger.files)
    assert set(head) == {exporting.head(ledger, column) for column in filled}
    found = plan(ledger, file.read_bytes(), file.name)
    assert (found.creates, found.changes, found.unchanged) == ((), (), len(lines))


@pytest.mark.parametrize("kind", exporting.MEDIA_TYPES)
@each(EDITABLE)
def test_an_export_changes_nothing(zone: None, ledger: Ledger, kind: exporting.Kind) -> None:
    rows = ledger.rows()
    data = exporting.export(ledger, rows, kind, by=house.operator(), as_of=AS_OF)
    found = plan(ledger, data if kind != "json" else as_csv(data), "a.xlsx" if kind == "xlsx" else "a.csv")
    assert (found.creates, found.changes, found.unchanged) == ((), (), rows.count() or -1)


def test_a_changed_cell_would_be_seen(zone: None) -> None:
    ledger = registry.ledger("delivery.projects")
    data = exporting.export(ledger, ledger.rows(), "csv", by=house.operator(), as_of=AS_OF)
    head, first, *rest = workbooks.read(data, "a.csv")[0].rows
    other = [*first[:1], "换过的名字", *first[2:]]
    found = plan(ledger, workbooks.csv_bytes([head, other, *rest]), "a.csv")
    assert [change.shown["项目名称"][1] for change in found.changes] == ["换过的名字"]


def rubbish(ledger: Ledger, column: Column) -> list[str]:
    """What the column must refuse."""
    field = ledger.field(column)
    wrong = ["胡乱写的字"] if isinstance(column, TYPED) or field.is_relation else []
    wrong += ["字" * (field.max_length + 1)] if field.max_length and not wrong else []
    wrong += [""] if ledger.required(column) else []
    assert wrong
    return wrong


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
    for value in rubbish(ledger, column):
        found = problems(ledger, column, value)
        assert found and all(p.row == 2 and p.letter and p.value == value for p in found)
        assert all(re.search("[\u4e00-\u9fff]{3}", p.sentence.replace(value, "")) for p in found)
        assert all(ledger.title_of(column) in str(p) for p in found)
