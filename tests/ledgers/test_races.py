"""Eight at once: of those who take a step with one row one wins, and numbers have no gaps and no doubles."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from luoshi.ledgers import numbering, registry, stepping, writing
from luoshi.ledgers.errors import NotNow, Stale
from luoshi.ledgers.models import AuditRow, Sequence
from tests.ledgers.conftest import Library, open_library
from tests.library.ledgers import HEAD
from tests.library.models import Repair, Wish
from tests.library.repairs import REPAIRS
from tests.library.wishes import WISHES

RACERS, ROWS, EACH = 8, 60, 500
MAY = datetime.date(2026, 5, 6)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def registered_too(registered: None) -> None:
    registry.register(WISHES, REPAIRS)


def racing(race: Callable[[int], None]) -> None:
    """Eight threads that start together, each with a connection of its own."""
    start = Barrier(RACERS)

    def one(thread: int) -> None:
        try:
            start.wait(timeout=30)
            race(thread)
        finally:
            connection.close()

    with ThreadPoolExecutor(RACERS) as pool:
        list(pool.map(one, range(RACERS)))


def torn(library: Library, number: int) -> Repair:
    values = {"what": f"书 {number}", "branch": library.east, "state": "looked", "torn_on": MAY}
    row = writing.create(REPAIRS, values, by=HEAD, on=MAY)
    assert isinstance(row, Repair)
    return row


def test_of_eight_one_takes_the_step() -> None:
    library, told = open_library(), Counter[str]()
    keys = [torn(library, number).pk for number in range(ROWS)]
    losers: list[str] = []

    def race(thread: int) -> None:
        for key in keys:
            row = Repair.objects.get(pk=key)
            try:
                stepping.take_step(REPAIRS, row, "mend", by=HEAD, on=MAY)
                told["taken"] += 1
            except (NotNow, Stale) as lost:
                losers.append(str(lost))

    racing(race)
    assert told["taken"] == ROWS and len(losers) == (RACERS - 1) * ROWS
    assert all("不能办理“修好”" in said or "已被别人修改" in said for said in losers)
    assert Repair.objects.filter(state="mended", version=2).count() == ROWS
    assert AuditRow.objects.filter(act="修好").count() == ROWS


def test_eight_take_five_hundred_numbers_each() -> None:
    taken: list[int] = []

    def race(thread: int) -> None:
        for _ in range(EACH):
            with transaction.atomic():
                taken.append(numbering.take("x"))

    racing(race)
    assert sorted(taken) == list(range(1, RACERS * EACH + 1))
    assert Sequence.objects.get(name="x").last == RACERS * EACH


def test_eight_ask_at_once_and_a_tenth_fails() -> None:
    library = open_library()

    def race(thread: int) -> None:
        for turn in range(30):
            try:
                with transaction.atomic():
                    values = {"title": f"{thread}.{turn}", "branch": library.east, "made_on": MAY}
                    writing.create(WISHES, values, by=HEAD)
                    if (thread + turn) % 10 == 0:
                        raise RuntimeError("fails after taking a number")
            except RuntimeError:
                continue

    racing(race)
    given = sorted(Wish.objects.values_list("number", flat=True))
    assert given == [f"SQ-2026-{number:03d}" for number in range(1, len(given) + 1)]
    assert len(given) == RACERS * 27
