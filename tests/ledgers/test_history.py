"""Columns with history: nothing before the first change, then what held on any day."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from luoshi.accounts.models import User
from luoshi.ledgers import history, importing, registry, workbooks, writing
from luoshi.ledgers.errors import Stale
from luoshi.ledgers.models import Past
from tests.ledgers.conftest import Library
from tests.library.events import EVENTS
from tests.library.ledgers import HEAD
from tests.library.models import Event

MAY, JUNE, JULY = (datetime.date(2026, month, 4) for month in (5, 6, 7))
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def registered_too(registered: None) -> None:
    registry.register(EVENTS)


@pytest.fixture
def event(library: Library) -> Event:
    row = writing.create(EVENTS, {"title": "夜读", "branch": library.east}, by=HEAD)
    assert isinstance(row, Event)
    return row


def change(event: Event, on: datetime.date | None, **values: object) -> None:
    writing.change(EVENTS, event, values, by=HEAD, on=on)


def titles(event: Event) -> list[str]:
    return [history.as_of(EVENTS, event, "title", day) for day in (MAY - DAY, MAY, JUNE - DAY, JUNE, JULY)]


def test_works(event: Event) -> None:
    assert titles(event) == ["夜读"] * 5 and not Past.objects.exists()
    change(event, MAY, title="晨读")
    assert titles(event) == ["夜读", *["晨读"] * 4]
    change(event, JUNE, title="午读")
    assert titles(event) == ["夜读", "晨读", "晨读", "午读", "午读"]
    held = [(past.since, past.value, past.by) for past in history.of(EVENTS, event, "title")]
    assert held == [(history.BEGINNING, "夜读", ""), (MAY, "晨读", "馆长"), (JUNE, "午读", "馆长")]


def test_of_two_changes_on_a_day_the_last_counts(event: Event) -> None:
    change(event, MAY, title="晨读")
    change(event, MAY, title="午读")
    assert titles(event) == ["夜读", *["午读"] * 4]
    assert len(history.of(EVENTS, event, "title")) == 2


def test_a_person_is_kept_by_user_name(event: Event) -> None:
    shen, tang = (User.objects.create_user(key, name=key.title()) for key in ("shenyan", "tangxi"))
    change(event, MAY, host=shen)
    change(event, JUNE, host=tang)
    days = [history.as_of(EVENTS, event, "host", day) for day in (MAY - DAY, MAY, JULY)]
    assert days == ["", "shenyan", "tangxi"]
    change(event, JULY, host=None)
    assert history.as_of(EVENTS, event, "host", JULY) == ""


def test_other_columns_and_writes_that_fail_leave_nothing(event: Event) -> None:
    change(event, None, held_on=MAY)
    stale = Event.objects.get()
    change(event, None, held_on=JUNE)
    with pytest.raises(Stale):
        change(stale, MAY, title="晚了")
    assert not Past.objects.exists()
    with pytest.raises(ValueError, match="keeps no history"):
        history.as_of(EVENTS, event, "held_on", MAY)


def test_a_change_is_told_its_day(event: Event) -> None:
    with pytest.raises(TypeError, match="must be told its day"):
        change(event, None, title="晨读")
    assert Event.objects.get().title == "夜读"


def test_an_import_keeps_it_too(event: Event) -> None:
    User.objects.create_user("shenyan", name="沈砚")
    plan = importing.plan(
        EVENTS, workbooks.csv_bytes([["题目", "主持人"], ["夜读", "沈砚"]]), "读书会.csv", by=HEAD
    )
    importing.apply(plan, by=HEAD, on=MAY)
    days = [history.as_of(EVENTS, event, "host", day) for day in (MAY - DAY, MAY)]
    assert days == ["", "shenyan"]


def test_history_goes_with_its_row(event: Event) -> None:
    change(event, MAY, title="晨读")
    writing.remove(EVENTS, event, by=HEAD, reason="重复")
    assert not Past.objects.exists()


def test_only_columns_with_history_cost_anything() -> None:
    plain = dataclasses.replace(
        EVENTS, columns=tuple(dataclasses.replace(c, history=False) for c in EVENTS.columns)
    )
    assert history.texts(plain, Event()) == {}
