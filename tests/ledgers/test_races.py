"""Eight at once: of those who take a step with one row one wins, and numbers have no gaps and no doubles."""

from __future__ import annotations

import datetime

import pytest
from django.db import transaction

from luoshi.ledgers import facts, figures, numbering, registry, stepping, writing
from luoshi.ledgers.models import AuditRow, Binding, Mark, Sequence
from tests.ledgers.conftest import Library, open_library
from tests.library.ledgers import BOOKS, HEAD
from tests.library.models import Repair, Wish
from tests.library.repairs import REPAIRS
from tests.library.wishes import WISHES
from tests.racing import RACERS, over, racing

ROWS, EACH = 60, 500
MAY, JUNE = datetime.date(2026, 5, 6), datetime.date(2026, 6, 3)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def registered_too(registered: None) -> None:
    registry.register(WISHES, REPAIRS)


def torn(library: Library, number: int) -> Repair:
    values = {"what": f"书 {number}", "branch": library.east, "state": "looked", "torn_on": MAY}
    row = writing.create(REPAIRS, values, by=HEAD, on=MAY)
    assert isinstance(row, Repair)
    return row


def test_of_eight_one_takes_the_step() -> None:
    library = open_library()
    keys = [torn(library, number).pk for number in range(ROWS)]

    def mend(racer: int, key: int) -> None:
        stepping.take_step(REPAIRS, Repair.objects.get(pk=key), "mend", by=HEAD, on=MAY)

    won, losers = over(keys, mend)
    assert sorted(won) == keys and len(losers) == (RACERS - 1) * ROWS
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


def test_figures_that_are_read_while_rows_are_written_are_those_of_the_rows() -> None:
    library = open_library()
    bound = [figures.bind(BOOKS, BOOKS.measure(name)) for name in ("bought", "spent")]

    def race(racer: int) -> None:
        for turn in range(12):
            if racer < 2:
                facts.refresh([BOOKS.name])
                continue
            row = library.book(f"{racer}.{turn}", bought_on=MAY, price=100)
            if turn % 3 == 0:
                writing.change(BOOKS, row, {"price": 250, "bought_on": JUNE}, by=HEAD)

    racing(race)
    facts.refresh([BOOKS.name])
    kept = {key: sorted((f.period, f.value) for f in those) for key, those in read(bound).items()}
    assert kept == {bound[0].pk: [(202605, 48), (202606, 24)], bound[1].pk: [(202605, 4800), (202606, 6000)]}
    assert not Mark.objects.exists()


def read(bound: list[Binding]) -> dict[int, list[facts.Part]]:
    return facts.facts_of(bound, 202601, 202612, {})
