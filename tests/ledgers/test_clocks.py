"""Clocks run while a row stands in a state: working days over holidays, rules, verdicts, drafts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.db import transaction

from luoshi.ledgers import clocks, importing, registry, rulebook, stepping, workbooks, writing
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.ledgers.models import AuditRow
from tests.ledgers.conftest import Library
from tests.library.ledgers import HEAD
from tests.library.models import Repair
from tests.library.repairs import REPAIRS
from tests.library.rules import RULES

THURSDAY = datetime.date(
    2026, 4, 30
)  # before a holiday from Friday to Tuesday; the Saturday after it is worked
RESTING = {datetime.date(2026, 5, day) for day in range(1, 6)}
EXTRA = {datetime.date(2026, 5, 9)}


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(f"2026-{text}")


def may_holidays(start: datetime.date, end: datetime.date) -> Mapping[datetime.date, bool]:
    if end.year != 2026:
        raise LedgerError("没有这一年的日历。")
    days = (start + datetime.timedelta(days=n) for n in range((end - start).days + 1))
    return {d: d in EXTRA or (d.weekday() < 5 and d not in RESTING) for d in days}


RESTING_TOO: dict[datetime.date, bool] = {}


def two_years(start: datetime.date, end: datetime.date) -> Mapping[datetime.date, bool]:
    """The year after has been published, and a day of May has become one of rest."""
    if end.year == 2026:
        return {d: works and d not in RESTING_TOO for d, works in may_holidays(start, end).items()}
    days = (start + datetime.timedelta(days=n) for n in range((end - start).days + 1))
    return {d: d.weekday() < 5 and d.day != 1 for d in days}


@pytest.fixture(autouse=True)
def repairs(registered: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    registry.register(REPAIRS, RULES)
    monkeypatch.setattr(clocks, "_source", [])
    clocks.use(may_holidays)
    yield


def repair(library: Library, state: str = "reported", **values: Any) -> Repair:
    found = {"what": "水经注", "branch": library.east, "state": state} | values
    on = values.pop("on", THURSDAY)
    found.pop("on", None)
    row = writing.create(REPAIRS, found, by=HEAD, on=on)
    assert isinstance(row, Repair)
    return row


def again(row: Repair) -> Repair:
    return Repair.objects.get(pk=row.pk)


def step(row: Repair, name: str, on: datetime.date) -> Repair:
    stepping.take_step(REPAIRS, row, name, by=HEAD, on=on, reason="办理")
    return again(row)


def test_working_days_pass_over_a_holiday(library: Library) -> None:
    row = again(repair(library))
    assert (row.entered, row.due_on) == (THURSDAY, day("05-08"))  # 6, 7, 8 May
    assert again(repair(library, on=day("05-07"))).due_on == day("05-11")  # 8, the worked Saturday, 11


def test_how_it_stands(library: Library) -> None:
    row = repair(library)
    days = [day(text) for text in ("05-06", "05-07", "05-08", "05-09")]
    assert [clocks.stand(row, each) for each in days] == ["running", "near", "near", "late"]
    assert clocks.stand(repair(library, "noted"), day("05-09")) == "kept"


def test_a_step_starts_the_next_clock_and_judges_the_last(library: Library) -> None:
    row = step(repair(library, torn_on=day("04-20")), "look", day("05-08"))
    assert (row.looked_in_time, row.entered, row.due_on) == (True, day("05-08"), day("04-30"))
    late = step(repair(library, torn_on=day("05-01")), "look", day("05-09"))
    assert (late.looked_in_time, late.due_on) == (False, day("05-11"))
    done = step(late, "mend", day("05-11"))
    assert (done.mended_in_time, done.due_on, clocks.stand(done, day("12-31"))) == (True, None, "kept")


def test_a_step_back_opens_the_verdict_again(library: Library) -> None:
    row = step(repair(library, torn_on=THURSDAY), "look", day("05-06"))
    back = step(row, "return", day("05-07"))
    assert (back.looked_in_time, back.entered, back.due_on) == (None, day("05-07"), day("05-11"))
    assert back.mended_in_time is True  # left in time, whatever for


def test_the_day_a_clock_starts_with_may_come_later(library: Library) -> None:
    row = step(repair(library), "look", day("05-06"))
    assert row.due_on is None
    writing.change(REPAIRS, row, {"torn_on": day("05-02")}, by=HEAD)
    assert again(row).due_on == day("05-12")
    writing.change(REPAIRS, row, {"torn_on": None}, by=HEAD)
    assert again(row).due_on is None


def test_a_rule_says_the_days_from_its_day_on(library: Library) -> None:
    with transaction.atomic():
        rulebook.issue_starting(by=HEAD, closed=None)
    assert repair(library).due_on == day("05-08"), "the rule holds from June on"
    assert repair(library, on=day("06-01")).due_on == day("06-02")


def test_beyond_the_calendar_nothing_is_due_yet(library: Library) -> None:
    assert repair(library, on=day("12-31")).due_on is None


def test_clocks_are_wound_again_when_the_calendar_changes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, beyond = repair(library), repair(library, on=day("12-31"))
    done = step(repair(library, "looked", torn_on=THURSDAY), "mend", THURSDAY)
    monkeypatch.setitem(RESTING_TOO, day("05-07"), True)
    monkeypatch.setattr(clocks, "_source", [two_years])
    before = AuditRow.objects.count()
    with transaction.atomic():
        assert clocks.wind_again(HEAD) == 2 == AuditRow.objects.count() - before
    moved = again(row)
    assert (moved.due_on, moved.version) == (day("05-09"), row.version)
    assert again(beyond).due_on == datetime.date(2027, 1, 6) and again(done).due_on is None
    said = AuditRow.objects.get(row=str(row.pk), act="期限重算")
    assert said.changes == {"办理期限": ["2026-05-08", "2026-05-09"]} and said.actor == "馆长"
    with transaction.atomic():
        assert clocks.wind_again(HEAD) == 0


def test_a_clock_must_be_told_its_day(library: Library) -> None:
    with pytest.raises(TypeError, match="must be told its day"):
        repair(library, on=None)
    row = repair(library, "noted", on=None)
    with pytest.raises(TypeError, match="must be told its day"):
        stepping.take_step(REPAIRS, row, "report", by=HEAD)
    assert row.state == "noted"


def test_nobody_fills_in_what_the_clock_says(library: Library) -> None:
    row = repair(library)
    for name, value in (("due_on", day("12-01")), ("entered", THURSDAY), ("looked_in_time", True)):
        with pytest.raises(Refused, match="由办理期限自动记下"):
            writing.change(REPAIRS, row, {name: value}, by=HEAD)
    assert not {"due_on", "entered", "looked_in_time"} & {c.name for c in REPAIRS.writable}


def test_the_trail_says_what_the_clock_did(library: Library) -> None:
    step(repair(library), "look", day("05-06"))
    last = AuditRow.objects.order_by("pk").last()
    assert last is not None and last.changes["按时查看"] == ["", "是"]
    assert last.changes["办理期限"] == ["2026-05-08", ""]


def test_a_draft_takes_no_number_until_it_is_handed_in(library: Library) -> None:
    first, second = repair(library, "noted"), repair(library, "noted")
    assert (first.number, second.number) == ("", "")
    assert step(second, "report", THURSDAY).number == "XB-0001"
    assert step(first, "report", THURSDAY).number == "XB-0002"


def test_an_import_starts_clocks_on_its_day(library: Library) -> None:
    head = ["书名", "分馆", "状态", "进入状态日期", "办理期限", "按时查看"]
    lines = [
        ["一", "东区分馆", "已上报", "", "", ""],
        ["二", "东区分馆", "已上报", "2026-05-06", "2030-01-01", ""],
        ["三", "东区分馆", "已修好", "2026-05-07", "", "否"],
        ["四", "东区分馆", "记下", "", "", ""],
    ]
    plan = importing.plan(REPAIRS, workbooks.csv_bytes([head, *lines]), "修补.csv", by=HEAD)
    importing.apply(plan, by=HEAD, on=THURSDAY)
    found = {r.what: (r.number, r.entered, r.due_on, r.looked_in_time) for r in Repair.objects.all()}
    assert found == {
        "一": ("XB-0001", THURSDAY, day("05-08"), None),
        "二": ("XB-0002", day("05-06"), day("05-09"), None),
        "三": ("XB-0003", day("05-07"), None, False),
        "四": ("", THURSDAY, None, None),
    }
    row = Repair.objects.get(what="一")
    head, line = ["修补号", "损坏日期", "按时查看"], [row.number, "2026-04-01"]
    plan = importing.plan(REPAIRS, workbooks.csv_bytes([head, [*line, "是"]]), "修补.csv", by=HEAD)
    assert ["由办理期限自动记下" in p.sentence for p in plan.problems] == [True]
    row = step(row, "look", day("05-08"))
    plan = importing.plan(REPAIRS, workbooks.csv_bytes([head, [*line, "是"]]), "修补.csv", by=HEAD)
    importing.apply(plan, by=HEAD, on=day("05-09"))
    assert again(row).due_on == day("04-11")
