"""Leases fill workshops, never beyond their walls, and the let rate follows from them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection
from pytest_django.fixtures import Settings

from luoshi.directory.roles import CLERK
from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, facts, figures, history, importing, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, LedgerError, NotNow, Refused
from luoshi.projects.land.leases.ledger import HANDED_BACK, LEASES
from luoshi.projects.land.leases.models import Lease
from luoshi.projects.land.workshops.ledger import WORKSHOPS
from luoshi.projects.land.workshops.models import Workshop
from tests.directory import build
from tests.ledgers.files import PDF
from tests.projects import land
from tests.projects.build import enter

Units = dict[str, Unit]
Cast = dict[str, Actor]
DAY = date(2026, 5, 11)
RACERS = 8


@pytest.fixture
def house(units: Units) -> Workshop:
    """A workshop of 9,000 square metres."""
    land.enterprise(units["0201"])
    return land.workshop(units["0104"], number="CF-001")


def let(by: Actor, area: str, **entered: str) -> Lease:
    usual = {"workshop": "CF-001", "tenant": "某公司", "since": "2026-05-11", "until": "2028-05-10"}
    row = enter(LEASES, by, **(usual | {"area": area} | entered))
    assert isinstance(row, Lease)
    return row


def state(house: Workshop) -> tuple[int, int, int]:
    found = Workshop.objects.get(pk=house.pk)
    return found.let // land.METRE, found.empty // land.METRE, found.let_rate


@pytest.mark.django_db
def test_what_is_let_follows_from_the_leases(cast: Cast, units: Units, house: Workshop) -> None:
    clerk, other = cast["other"], land.workshop(units["0104"], number="CF-002", area=100 * land.METRE)
    first = let(clerk, "3000")
    assert (first.number, state(house)) == ("ZL-2026-001", (3000, 6000, 3333))
    second = let(clerk, "6000")
    assert state(house) == (9000, 0, 10_000)
    writing.change(LEASES, first, {"area": 100 * land.METRE, "workshop": other}, by=clerk, on=DAY)
    assert (state(house), state(other)) == ((6000, 3000, 6667), (100, 0, 10_000))
    writing.remove(LEASES, second, by=clerk, reason="登记错了")
    assert state(house) == (0, 9000, 0)


@pytest.mark.django_db
def test_no_more_is_let_than_was_built(cast: Cast, house: Workshop) -> None:
    clerk, row = cast["other"], let(cast["other"], "9000")
    with pytest.raises(Invalid, match=f"“{house}”共 9,000 平方米，在租的合计会到 9,000.01 平方米，多出 0.01"):
        let(clerk, "0.01")
    with pytest.raises(Invalid, match="多出 1 平方米"):
        writing.change(LEASES, row, {"area": 9001 * land.METRE}, by=clerk, on=DAY)
    house.refresh_from_db()
    with pytest.raises(Invalid, match="在租面积合计超过了建筑面积"):
        writing.change(WORKSHOPS, house, {"area": 8999 * land.METRE}, by=clerk)
    assert (state(house), Lease.objects.get()) == ((9000, 0, 10_000), row)


@pytest.mark.django_db
def test_a_file_lets_no_more_either(cast: Cast, house: Workshop) -> None:
    head = "编号,厂房,承租企业,出租面积（平方米）,起租日期,租期止"
    lines = [f"ZL-{n},CF-001,某公司,{area},2026-05-11,2028-05-10" for n, area in ((1, 5000), (2, 4001))]
    plan = importing.plan(LEASES, "\n".join([head, *lines]).encode(), "a.csv", by=cast["other"])
    assert not plan.problems
    with pytest.raises(Invalid, match="多出 1 平方米"):
        importing.apply(plan, by=cast["other"])
    assert (state(house), Lease.objects.count()) == ((0, 9000, 0), 0)
    fits = "\n".join([head, lines[0], lines[1].replace("4001", "4000")])
    importing.apply(importing.plan(LEASES, fits.encode(), "a.csv", by=cast["other"]), by=cast["other"])
    assert state(house) == (9000, 0, 10_000)


@pytest.mark.django_db
def test_a_tenant_leaves_with_a_proof_and_makes_room(
    cast: Cast, house: Workshop, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    clerk, row = cast["other"], let(cast["other"], "9000", until="2026-05-31")
    assert list(Lease.objects.expired(date(2026, 6, 1))) == [row]
    assert list(Lease.objects.expired(date(2026, 5, 31))) == []
    assert state(house)[0] == 9000, "as long as nobody has left, the contract's end empties nothing"
    with pytest.raises(NotNow, match=f"先上传佐证附件：{HANDED_BACK}"):
        stepping.take_step(LEASES, row, "end", by=clerk, given={"ended_on": DAY})
    evidence.attach(LEASES, row, PDF, "交接单.pdf", by=clerk, slot=HANDED_BACK)
    stepping.take_step(LEASES, row, "end", by=clerk, given={"ended_on": DAY})
    assert state(house) == (0, 9000, 0)
    assert let(clerk, "9000").state == "running"


@pytest.mark.django_db
def test_a_lease_that_is_prolonged_keeps_its_old_end(cast: Cast, house: Workshop) -> None:
    row = let(cast["other"], "10")
    writing.change(LEASES, row, {"until": date(2030, 5, 10)}, by=cast["other"], on=date(2028, 5, 1))
    assert history.as_of(LEASES, row, "until", date(2028, 4, 30)) == "2028-05-10"


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["clerk", "leader", "auditor", "stranger"])
def test_who_may_not_let(cast: Cast, house: Workshop, who: str) -> None:
    with pytest.raises(Refused):
        let(cast[who], "10")


@pytest.mark.django_db
def test_nobody_types_what_is_let(cast: Cast, house: Workshop) -> None:
    with pytest.raises(Refused, match="“已出租面积”是自动算出的"):
        writing.change(WORKSHOPS, house, {"let": 5}, by=cast["other"])


@pytest.mark.django_db
def test_the_rate_counts_all_that_stands(cast: Cast, units: Units, house: Workshop) -> None:
    clerk = cast["other"]
    land.workshop(units["0104"], area=3000 * land.METRE, built_on=date(2016, 9, 20))
    binding = figures.bind(WORKSHOPS, WORKSHOPS.measure("let_rate"))
    new = figures.bind(WORKSHOPS, WORKSHOPS.measure("built_area"))

    def rate(start: int, end: int) -> Decimal | None:
        facts.refresh()
        kept = figures.figure(
            binding, facts.facts_of([binding], start, end, {})[binding.pk], start, end
        ).value
        assert figures.preview(binding, start, end).value == kept
        return kept

    assert rate(202601, 202604) == 0, "only the old one stands by then"
    let(clerk, "6000")
    assert rate(202601, 202605) == 50
    assert rate(202601, 202604) == 0
    assert figures.rows(binding, 202601, 202605).count() == 2
    assert figures.rows(new, 202601, 202605).count() == 1
    assert figures.preview(new, 202601, 202605).value == 9000


@pytest.mark.django_db
def test_what_is_let_at_the_end_of_a_month_stays_true_of_that_month(
    cast: Cast, house: Workshop, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    clerk = cast["other"]
    first = let(clerk, "3000", since="2026-02-10", rent="12")
    let(clerk, "4000", since="2026-04-10", rent="18")
    evidence.attach(LEASES, first, PDF, "交接单.pdf", by=clerk, slot=HANDED_BACK)
    stepping.take_step(LEASES, first, "end", by=clerk, given={"ended_on": DAY})

    def now(name: str, end: int) -> Decimal | None:
        return figures.preview(figures.checked(LEASES, LEASES.measure(name)), 202601, end).value

    assert [now("standing_area", month) for month in (202601, 202603, 202604, 202605)] == [
        None,
        3000,
        7000,
        4000,
    ]
    assert (now("tenants", 202605), now("mean_rent", 202605)) == (1, 15), "one tenant twice, at 12 and 18 元"


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_let_the_last_half_one_does() -> None:
    units = build.zone()
    clerk = build.holder("zhouwei", CLERK, units["0104"])
    house, tenant = land.workshop(units["0104"]), land.enterprise(units["0201"])
    start, losers = Barrier(RACERS), list[str]()

    def race(racer: int) -> None:
        given = {"number": f"ZL-{racer}", "workshop": house, "tenant": tenant, "area": 4501 * land.METRE}
        try:
            start.wait(timeout=30)
            writing.create(LEASES, given | {"since": DAY, "until": DAY}, by=clerk, on=DAY)
        except LedgerError as lost:
            losers.append(str(lost))
        finally:
            connection.close()

    with ThreadPoolExecutor(RACERS) as pool:
        list(pool.map(race, range(RACERS)))
    assert len(losers) == RACERS - 1 and all("多出 2 平方米" in said for said in losers)
    assert (Lease.objects.count(), state(house)[0]) == (1, 4501)
