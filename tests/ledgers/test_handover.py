"""Handing over: what somebody has in hand in several ledgers becomes another's, all of it or nothing."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from luoshi.accounts.models import User
from luoshi.ledgers import handover, history, registry, writing
from luoshi.ledgers.columns.people import named
from luoshi.ledgers.errors import Invalid, NotNow
from luoshi.ledgers.models import AuditRow
from tests.ledgers.conftest import Library
from tests.library.events import EVENTS
from tests.library.ledgers import HEAD
from tests.library.models import Event, Wish
from tests.library.wishes import WISHES

MAY = datetime.date(2026, 5, 4)


@pytest.fixture(autouse=True)
def registered_too(registered: None) -> None:
    registry.register(WISHES, EVENTS)


@pytest.fixture
def cast(db: None) -> tuple[User, User, User]:
    shen, tang, luo = (User.objects.create_user(key, name=key) for key in ("shen", "tang", "luo"))
    return shen, tang, luo


@pytest.fixture
def three(library: Library, cast: tuple[User, User, User]) -> None:
    """Two open events, one closed, two wishes, of which the first person has four in hand."""
    shen, tang, luo = cast
    for title, values in {
        "一": {"host": shen, "speakers": [named(shen), named(luo)], "asked_by": shen},
        "二": {"host": tang, "speakers": [named(tang), named(shen)]},
        "三": {"host": shen, "state": "held"},
    }.items():
        create(EVENTS, library, title=title, **values)
    create(WISHES, library, title="甲", made_on=MAY, asker=shen)
    create(WISHES, library, title="乙", made_on=MAY, asker=shen, branch=library.west)


def create(ledger: Any, library: Library, **values: Any) -> None:
    writing.create(ledger, {"branch": library.east} | values, by=HEAD)


def give(giver: User, taker: User, reason: str = "调离", **values: Any) -> dict[str, int]:
    return handover.hand_over(giver, taker, by=HEAD, on=MAY, reason=reason, **values)


def test_works(three: None, cast: tuple[User, User, User]) -> None:
    shen, tang, luo = cast
    found = [(b.ledger.name, b.column.name, b.count) for b in handover.belongings(shen.pk)]
    assert found == [("wishes", "asker", 2), ("events", "host", 1), ("events", "speakers", 2)]
    before = AuditRow.objects.count()
    assert give(shen, tang) == {"wishes": 2, "events": 2}
    assert handover.belongings(shen.pk) == []
    first, second, closed = (Event.objects.get(title=title) for title in "一二三")
    assert (first.host, first.asked_by, first.speakers) == (tang, shen, [named(tang), named(luo)])
    assert second.speakers == [named(tang)], "who is there already does not come twice"
    assert closed.host == shen and set(Wish.objects.values_list("asker", flat=True)) == {tang.pk}
    said = AuditRow.objects.filter(act="交接")
    assert {row.reason for row in said} == {"调离"} and said.count() == AuditRow.objects.count() - before == 4
    assert history.as_of(EVENTS, first, "host", MAY - datetime.timedelta(days=1)) == "shen"


def test_only_some_ledgers_or_all_but_some(three: None, cast: tuple[User, User, User]) -> None:
    shen, tang, _ = cast
    assert [b.ledger for b in handover.belongings(shen.pk, apart=("events",))] == [WISHES]
    assert give(shen, tang, only=("wishes",), apart=("events",)) == {"wishes": 2}
    assert give(shen, tang, only=("wishes",)) == {}
    assert give(shen, tang) == {"events": 2}


def test_all_or_nothing(three: None, cast: tuple[User, User, User]) -> None:
    shen, tang, _ = cast
    Event.objects.filter(title="二").update(title="")  # no longer valid: the last row to be written
    with pytest.raises(Invalid):
        give(shen, tang)
    assert set(Wish.objects.values_list("asker", flat=True)) == {shen.pk}
    assert not AuditRow.objects.filter(act="交接").exists()


def test_what_nobody_edits_is_not_handed_over(three: None, cast: tuple[User, User, User], monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    shen, tang, _ = cast
    monkeypatch.setitem(registry._ledgers, "wishes", dataclasses.replace(WISHES, editable=False))
    monkeypatch.setattr(Event, "fixed", lambda row: "已定稿。" if row.title == "一" else "")
    assert [(b.column.name, b.count) for b in handover.belongings(shen.pk)] == [("speakers", 1)]
    assert give(shen, tang) == {"events": 1}


def test_who_cannot_take(three: None, cast: tuple[User, User, User]) -> None:
    shen, tang, luo = cast
    luo.is_active = False
    for taker, reason, sentence in ((shen, "x", "同一个人"), (luo, "x", "已停用"), (tang, " ", "写明理由")):
        with pytest.raises(NotNow, match=sentence):
            give(shen, taker, reason)
    assert not AuditRow.objects.filter(act="交接").exists()
