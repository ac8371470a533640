"""Every ledger that people fill in imports its sample, and what it exports comes back as it left."""

from __future__ import annotations

import csv
import datetime
import io

import pytest

from luoshi.cli import house
from luoshi.ledgers import exporting, importing, registry, workbooks
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.importing import ImportPlan
from tests.whole.zone import SAMPLES

AS_OF = datetime.date(2026, 10, 31)
EDITABLE = [ledger for ledger in registry.ledgers() if ledger.editable]
WITHOUT_SAMPLE = {  # and where their rows come from
    "directory.regions": "the system brings them",
    "directory.industries": "the system brings them",
    "directory.days": "the system brings them",
    "directory.months": "a year is opened",
    "plans.indicators": "targets are confirmed",
}


def name_of(ledger: Ledger) -> str:
    return ledger.name


def plan(ledger: Ledger, data: bytes, filename: str) -> ImportPlan:
    found = importing.plan(ledger, data, filename, by=house.operator())
    assert [str(problem) for problem in found.problems[:3]] == []
    return found


def test_every_ledger_has_a_sample() -> None:
    lacking = {ledger.name for ledger in EDITABLE if not (SAMPLES / f"{ledger.name}.csv").exists()}
    assert lacking == set(WITHOUT_SAMPLE)


@pytest.mark.parametrize("ledger", [x for x in EDITABLE if x.name not in WITHOUT_SAMPLE], ids=name_of)
def test_the_sample_is_in_the_ledger(zone: None, ledger: Ledger) -> None:
    file = SAMPLES / f"{ledger.name}.csv"
    head, *lines = csv.reader(io.StringIO(file.read_text(encoding="utf-8")))
    assert set(head) == {exporting.head(ledger, column) for column in ledger.columns if not column.derived}
    found = plan(ledger, file.read_bytes(), file.name)
    assert (found.creates, found.changes, found.unchanged) == ((), (), len(lines))


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("ledger", EDITABLE, ids=name_of)
def test_an_export_changes_nothing(zone: None, ledger: Ledger, kind: exporting.Kind) -> None:
    rows = ledger.rows()
    data = exporting.export(ledger, rows, kind, by=house.operator(), as_of=AS_OF)
    found = plan(ledger, data, f"{ledger.name}.{kind}")
    assert (found.creates, found.changes, found.unchanged) == ((), (), rows.count())
    assert found.unchanged > 0


def test_a_changed_cell_would_be_seen(zone: None) -> None:
    ledger = registry.ledger("delivery.projects")
    data = exporting.export(ledger, ledger.rows(), "csv", by=house.operator(), as_of=AS_OF)
    head, first, *rest = workbooks.read(data, "a.csv")[0].rows
    other = [*first[:1], "换过的名字", *first[2:]]
    found = plan(ledger, workbooks.csv_bytes([head, other, *rest]), "a.csv")
    assert [change.shown["项目名称"][1] for change in found.changes] == ["换过的名字"]
