"""Charges, and what a deputy sees because of them."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from luoshi.directory.charges.ledger import CHARGES
from luoshi.directory.charges.models import Charge
from luoshi.directory.people.actors import actor_of
from luoshi.directory.people.models import Post
from luoshi.directory.roles import ADMINISTRATOR, CLERK, DEPUTY, LEADER, READ_OWN, SUPERVISOR, WRITE_OWN
from luoshi.directory.units.models import Unit
from luoshi.ledgers import writing
from luoshi.ledgers.access import Access, Act, Mandate, may, reach
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Refused
from tests.directory import build

Units = dict[str, Unit]
DAY = build.SOME_DAY
OWN = Ledger(  # the charges again, as a ledger of rows that are a unit's own
    model=Charge,
    name="own",
    title="各单位自己的行",
    columns=(),
    identity=(),
    label="called",
    unit="unit",
    access=Access(read=READ_OWN, write=WRITE_OWN),
)


def test_a_deputy_sees_what_is_in_their_charge(units: Units) -> None:
    user = build.person("shenyan", "沈砚")
    Post.objects.create(user=user, unit=units["01"], role=DEPUTY)
    own = Charge.objects.create(person=user, unit=units["0103"])
    other = Charge.objects.create(person=build.person("weiling"), unit=units["0104"])
    actor = actor_of(user, on=DAY)
    assert actor.mandates == (Mandate(DEPUTY, frozenset({units["0103"].pk, units["0401"].pk})),)
    assert may(actor, Act.READ, OWN, own)
    assert "不属于您所在的单位" in may(actor, Act.READ, OWN, other).reason
    assert list(Charge.objects.filter(reach(actor, Act.READ, OWN) or {})) == [own]
    assert not may(actor, Act.CHANGE, OWN, own), "to see is not to write"


def test_a_deputy_without_a_charge_sees_no_units_rows(units: Units) -> None:
    actor = build.holder("shenyan", DEPUTY, units["01"])
    row = Charge.objects.create(person=build.person("weiling"), unit=units["0104"])
    assert actor and not may(actor, Act.READ, OWN, row)


def test_who_has_another_role_sees_by_their_post(units: Units) -> None:
    user = build.person("gaoyuan")
    Post.objects.create(user=user, unit=units["0201"], role=CLERK)
    Charge.objects.create(person=user, unit=units["0103"])
    village = frozenset({units["0201"].pk, units["020101"].pk})
    assert actor_of(user, on=DAY).mandates == (Mandate(CLERK, village),)


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 5, 31), True),
        (date(2026, 6, 1), False),
        (None, False),
    ],
)
def test_a_charge_is_half_open(units: Units, on: date | None, held: bool) -> None:
    user = build.person("shenyan")
    Post.objects.create(user=user, unit=units["01"], role=DEPUTY)
    Charge.objects.create(person=user, unit=units["0104"], since=date(2026, 1, 1), until=date(2026, 6, 1))
    (mandate,) = actor_of(user, on=on).mandates
    assert bool(mandate.units) is held


def test_a_deputy_costs_three_queries(units: Units, django_assert_num_queries: object) -> None:
    user = build.person("shenyan")
    Post.objects.create(user=user, unit=units["01"], role=DEPUTY)
    for code in ("0103", "0104", "0201"):
        Charge.objects.create(person=user, unit=units[code])
    with django_assert_num_queries(3):  # type: ignore[operator]
        actor_of(user, on=DAY)


def test_an_administrator_enters_a_charge(units: Units) -> None:
    admin = build.holder("admin", ADMINISTRATOR, units["01"])
    build.person("shenyan", "沈砚")
    entered = {"person": "shenyan", "unit": "招商局", "since": "2026-03-01"}
    row = writing.create(CHARGES, writing.parse(CHARGES, entered), by=admin)
    assert CHARGES.label_of(row) == "沈砚分管招商局"
    assert CHARGES.identity_of(row) == ("shenyan", "招商局", "2026-03-01")


@pytest.mark.parametrize("role", [CLERK, LEADER, DEPUTY, SUPERVISOR])
def test_nobody_else_gives_charges(units: Units, role: str) -> None:
    actor = build.holder("someone", role, units["01"])
    with pytest.raises(Refused):
        writing.create(CHARGES, {"unit": units["01"]}, by=actor)


def test_a_charge_ends_after_it_begins(units: Units) -> None:
    charge = Charge(person=build.person("shenyan"), unit=units["0103"], since=DAY, until=DAY)
    with pytest.raises(ValidationError, match="分管终止日期应晚于起始日期"):
        charge.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        charge.save()


@pytest.mark.parametrize("since", [None, DAY])
def test_two_equal_charges_are_refused(units: Units, since: date | None) -> None:
    user = build.person("shenyan")
    Charge.objects.create(person=user, unit=units["0103"], since=since)
    again = Charge(person=user, unit=units["0103"], since=since)
    with pytest.raises(ValidationError, match="重叠"):
        again.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_the_same_charge_may_follow_but_not_overlap(units: Units) -> None:
    user = build.person("shenyan")
    Charge.objects.create(person=user, unit=units["0103"], since=date(2025, 1, 1), until=DAY)
    Charge(person=user, unit=units["0103"], since=DAY).full_clean()
    Charge(person=user, unit=units["0104"]).full_clean()
