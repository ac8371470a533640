"""Numbers by a rule, holds, steps back, what follows from a write, and grants to people and columns."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction

from luoshi.accounts.models import User
from luoshi.ledgers import access, importing, registry, stepping, workbooks, writing
from luoshi.ledgers.access import Act, Actor, Mandate, may, reach
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid, NotNow, Refused, Stale
from luoshi.ledgers.models import AuditRow
from luoshi.ledgers.numbering import NumberRule
from tests.ledgers.conftest import Library, open_library
from tests.library.ledgers import BOOKS, HEAD, RESERVATIONS
from tests.library.models import Book, Reservation, Wish
from tests.library.wishes import WISHES

MAY, JUNE = datetime.date(2026, 5, 4), datetime.date(2026, 6, 1)


@pytest.fixture(autouse=True)
def wishes(registered: None) -> None:
    registry.register(WISHES)


def wish(library: Library, *, by: Actor = HEAD, ledger: Ledger = WISHES, **values: Any) -> Wish:
    row = writing.create(ledger, {"title": "山海经", "branch": library.east, "made_on": MAY} | values, by=by)
    assert isinstance(row, Wish)
    return row


def reader(name: str = "gu") -> Actor:
    """Somebody who may only do something about their own wishes."""
    user = User.objects.create_user(name, name=name)
    return Actor(name, name, (Mandate("reader", frozenset()),), "测试", user.pk)


def asker(actor: Actor) -> User:
    return User.objects.get(pk=actor.person)


# Numbers


def test_numbers_run_within_a_year(library: Library) -> None:
    years = (2026, 2026, 2027, 2026)
    given = [wish(library, made_on=MAY.replace(year=year)).number for year in years]
    assert given == ["SQ-2026-001", "SQ-2026-002", "SQ-2027-001", "SQ-2026-003"]


def test_numbers_without_a_year_run_on(library: Library) -> None:
    plain = dataclasses.replace(WISHES, number=NumberRule("W", width=4, separator=""))
    given = [wish(library, ledger=plain, made_on=MAY.replace(year=year)).number for year in (2026, 2027)]
    assert given == ["W0001", "W0002"]


def test_a_number_that_fails_is_given_again(library: Library) -> None:
    with pytest.raises(Invalid):
        wish(library, title="")
    with pytest.raises(RuntimeError), transaction.atomic():
        wish(library)
        raise RuntimeError
    assert wish(library).number == "SQ-2026-001"


def test_a_number_that_a_row_brings_is_passed_over(library: Library) -> None:
    wish(library, number="SQ-2026-002")
    assert [wish(library).number for _ in range(2)] == ["SQ-2026-001", "SQ-2026-003"]


def test_without_its_date_a_row_gets_no_number(library: Library) -> None:
    with pytest.raises(Invalid, match="编号按年编排"):
        wish(library, made_on=None)


def test_imported_rows_are_numbered_by_their_years(library: Library) -> None:
    lines = [
        ["一", "东区分馆", "2027-01-05"],
        ["二", "东区分馆", "2026-01-05"],
        ["三", "东区分馆", "2027-02-05"],
    ]
    plan = planned(["书名", "分馆", "申请日期"], *lines)
    importing.apply(plan, by=HEAD)
    found = dict(Wish.objects.values_list("title", "number"))
    assert found == {"一": "SQ-2027-001", "二": "SQ-2026-001", "三": "SQ-2027-002"}


@pytest.mark.django_db(transaction=True)
def test_eight_who_ask_at_once_get_every_number_of_the_year() -> None:
    library, start = open_library(), Barrier(8)

    def five(thread: int) -> None:
        start.wait(timeout=30)
        for turn in range(5):
            try:
                with transaction.atomic():
                    wish(library)
                    if (thread + turn) % 10 == 0:
                        raise RuntimeError("a tenth fails after taking a number")
            except RuntimeError:
                continue
        connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(five, range(8)))
    given = sorted(Wish.objects.values_list("number", flat=True))
    assert given == [f"SQ-2026-{number:03d}" for number in range(1, len(given) + 1)]
    assert 30 < len(given) < 40


# Holds and steps back


def test_a_step_waits_for_what_holds_it(library: Library) -> None:
    row = wish(library)
    with pytest.raises(NotNow, match="不能办理“同意”：馆长还没有定限价。"):
        stepping.take_step(WISHES, row, "grant", by=library.clerk, on=MAY)
    assert row.state == "made" and Wish.objects.get().state == "made"
    writing.change(WISHES, row, {"price": 4550}, by=HEAD)
    assert stepping.take_step(WISHES, row, "grant", by=library.clerk, on=MAY) is row
    assert Wish.objects.get().state == "granted"


def test_a_hold_sees_what_the_step_fills_in_and_the_day(library: Library) -> None:
    row = wish(library, price=4550)
    stepping.take_step(WISHES, row, "grant", by=HEAD, on=MAY)
    given = {"bought_on": JUNE}
    with pytest.raises(NotNow, match="购入日期还没有到"):
        stepping.take_step(WISHES, row, "buy", by=HEAD, on=MAY, given=given)
    assert row.bought_on is None
    stepping.take_step(WISHES, row, "buy", by=HEAD, on=JUNE, given=given)
    assert Wish.objects.get().bought_on == JUNE


def test_everything_that_holds_is_said_at_once(library: Library) -> None:
    row = wish(library)
    Wish.objects.update(state="granted")
    row.refresh_from_db()
    with pytest.raises(NotNow, match="限价。购入日期还没有到。"):
        stepping.take_step(WISHES, row, "buy", by=HEAD, on=MAY, given={"bought_on": JUNE})


def test_a_step_with_holds_is_told_its_day(library: Library) -> None:
    with pytest.raises(TypeError, match="must be told its day"):
        stepping.take_step(WISHES, wish(library, price=1), "grant", by=HEAD)


def test_a_step_back_asks_why(library: Library) -> None:
    row = wish(library, price=4550)
    stepping.take_step(WISHES, row, "grant", by=HEAD, on=MAY)
    with pytest.raises(NotNow, match="办理“退回”需要写明理由"):
        stepping.take_step(WISHES, row, "return", by=HEAD, on=MAY, reason=" ")
    stepping.take_step(WISHES, row, "return", by=HEAD, on=MAY, reason="重新询价")
    last = AuditRow.objects.order_by("pk").last()
    assert last is not None and (row.state, last.act, last.reason) == ("made", "退回", "重新询价")


# What follows


class Followed:
    """Notes with which keys it was called, and may refuse."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, ...]] = []
        self.refuses = False

    def __call__(self, keys: Sequence[int], by: Actor) -> None:
        assert transaction.get_connection().in_atomic_block
        self.calls.append(tuple(keys))
        if self.refuses:
            raise RuntimeError("what follows fails")


def followed(monkeypatch: pytest.MonkeyPatch, ledger: Ledger) -> tuple[Ledger, Followed]:
    """The ledger with a follower, registered in its place."""
    follower = Followed()
    watched = dataclasses.replace(ledger, after=follower)
    monkeypatch.setitem(registry._ledgers, ledger.name, watched)
    return watched, follower


def test_every_way_of_writing_is_followed_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    watched, follower = followed(monkeypatch, WISHES)
    row = wish(library, ledger=watched)
    writing.change(watched, row, {"price": 4550}, by=HEAD)
    writing.change(watched, row, {"price": 4550}, by=HEAD)  # changes nothing
    stepping.take_step(watched, row, "grant", by=HEAD, on=MAY)
    key = row.pk
    writing.remove(watched, row, by=HEAD, reason="重复")
    assert follower.calls == [(key,)] * 4


def test_an_import_is_followed_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    watched, follower = followed(monkeypatch, WISHES)
    old = wish(library, ledger=WISHES)
    head = ["申请号", "书名", "分馆", "申请日期"]
    plan = planned(
        head,
        [old.number, "水经注", "东区分馆", "2026-05-04"],
        ["", "二", "东区分馆", "2026-05-04"],
        ledger=watched,
    )
    assert follower.calls == [], "a plan writes nothing"
    importing.apply(plan, by=HEAD)
    new = Wish.objects.get(title="二")
    assert follower.calls == [(new.pk, old.pk)]


def test_rows_that_go_with_another_are_followed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    watched, follower = followed(monkeypatch, RESERVATIONS)
    book = library.book()
    hung = writing.create(watched, {"book": book, "made_on": MAY}, by=HEAD)
    key = hung.pk
    writing.remove(BOOKS, book, by=HEAD, reason="遗失")
    assert follower.calls == [(key,), (key,)]
    assert not Reservation.objects.exists() and not Book.objects.exists()


def test_a_write_stands_or_falls_with_what_follows(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    watched, follower = followed(monkeypatch, WISHES)
    follower.refuses = True
    with pytest.raises(RuntimeError):
        wish(library, ledger=watched)
    assert not Wish.objects.exists() and not AuditRow.objects.filter(ledger="wishes").exists()


# People


def test_a_person_does_what_is_theirs(library: Library) -> None:
    gu, lin = reader("gu"), reader("lin")
    mine = wish(library, by=gu, asker=asker(gu))
    theirs = wish(library, asker=asker(lin))
    nobodys = wish(library)
    assert may(gu, Act.READ, WISHES, mine)
    for other in (theirs, nobodys):
        assert "不属于您" in may(gu, Act.READ, WISHES, other).reason
        with pytest.raises(Refused):
            writing.change(WISHES, other, {"title": "别的"}, by=gu)
    within = reach(gu, Act.READ, WISHES)
    assert within is not None and list(Wish.objects.filter(within)) == [mine]
    writing.change(WISHES, mine, {"title": "水经注"}, by=gu)


def test_nobody_gives_a_row_to_another_or_takes_one(library: Library) -> None:
    gu, lin = reader("gu"), reader("lin")
    with pytest.raises(Refused):
        wish(library, by=gu, asker=asker(lin))
    mine = wish(library, by=gu, asker=asker(gu))
    with pytest.raises(Refused):
        writing.change(WISHES, mine, {"asker": asker(lin)}, by=gu)
    assert Wish.objects.get().asker_id == gu.person


def test_the_units_people_see_what_they_saw_before(library: Library) -> None:
    east, west = library.clerk, library.stranger_clerk
    row = wish(library, asker=asker(reader()))
    assert may(east, Act.READ, WISHES, row) and not may(west, Act.READ, WISHES, row)
    both = Actor("both", "both", (*west.mandates, Mandate("reader", frozenset())), "", row.asker_id or 0)
    here = wish(library, branch=library.west)
    within = reach(both, Act.READ, WISHES)
    assert within is not None and set(Wish.objects.filter(within)) == {row, here}


def test_who_is_no_person_has_no_rows(library: Library) -> None:
    nobody = Actor("x", "x", (Mandate("reader", frozenset()),), "")
    wish(library)
    assert reach(nobody, Act.READ, WISHES) is None
    assert not may(nobody, Act.READ, WISHES, Wish.objects.get())


def test_an_import_tells_the_persons_rows_of_one_unit_apart(library: Library) -> None:
    gu, lin = reader("gu"), reader("lin")
    mine, theirs = wish(library, asker=asker(gu)), wish(library, asker=asker(lin))
    plan = planned(["申请号", "书名"], [mine.number, "甲"], [theirs.number, "乙"], by=gu)
    assert [(p.row, "不属于您" in p.sentence) for p in plan.problems] == [(3, True)]


# Columns


def test_a_column_is_filled_in_by_those_who_may(library: Library) -> None:
    row = wish(library)
    with pytest.raises(Refused, match="不能填写“限价”"):
        writing.change(WISHES, row, {"price": 4550}, by=library.clerk)
    with pytest.raises(Refused, match="不能填写“限价”"):
        wish(library, by=library.clerk, price=4550)
    writing.change(WISHES, row, {"title": "水经注"}, by=library.clerk)
    writing.change(WISHES, row, {"price": 4550}, by=HEAD)
    assert access.unfillable(library.clerk, WISHES) == {"price"}
    assert access.unfillable(HEAD, WISHES) == frozenset()


def test_a_column_may_be_granted_over_the_persons_rows(library: Library) -> None:
    columns = {"price": (dataclasses.replace(WISHES.access.write[-1]),)}
    ledger = dataclasses.replace(WISHES, access=dataclasses.replace(WISHES.access, columns=columns))
    gu = reader("gu")
    mine, other = wish(library, asker=asker(gu)), wish(library)
    assert access.may_fill(gu, ledger, "price", mine) and access.may_fill(gu, ledger, "price")
    assert not access.may_fill(gu, ledger, "price", other)
    assert not access.may_fill(HEAD, ledger, "price", mine)


def test_an_import_complains_at_the_cell(library: Library) -> None:
    row = wish(library, price=4550)
    head = ["申请号", "书名", "分馆", "申请日期", "限价（元）"]
    same = planned(head, [row.number, "水经注", "东区分馆", "2026-05-04", "45.50"], by=library.clerk)
    assert same.problems == () and len(same.changes) == 1
    for number in (row.number, ""):
        plan = planned(head, [number, "水经注", "东区分馆", "2026-05-04", "60"], by=library.clerk)
        assert [(p.row, p.letter, "没有填写“限价”的权限" in p.sentence) for p in plan.problems] == [
            (2, "E", True)
        ]
    assert planned(head, ["", "水经注", "东区分馆", "2026-05-04", ""], by=library.clerk).ready
    assert planned(head, [row.number, "水经注", "东区分馆", "2026-05-04", "60"], by=HEAD).ready


def test_an_import_is_refused_where_the_right_has_gone(library: Library) -> None:
    row = wish(library)
    plan = planned(["申请号", "限价（元）"], [row.number, "60"], by=HEAD)
    with pytest.raises(Refused, match="不能填写“限价”"):
        importing.apply(plan, by=library.clerk)
    assert Wish.objects.get().price is None


def test_a_row_written_meanwhile_is_stale_for_a_step(library: Library) -> None:
    row = wish(library, price=4550)
    Wish.objects.update(version=5)
    with pytest.raises(Stale):
        stepping.take_step(WISHES, row, "grant", by=HEAD, on=MAY)


def planned(
    head: list[str], *rows: list[str], by: Actor = HEAD, ledger: Ledger = WISHES
) -> importing.ImportPlan:
    return importing.plan(ledger, workbooks.csv_bytes([head, *rows]), "申请.csv", by=by)
