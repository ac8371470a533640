"""What persons answer for on a day, by their posts and charges."""

from __future__ import annotations

import datetime

import pytest

from luoshi.directory import roles
from luoshi.directory.charges.models import Charge
from luoshi.directory.people import answering
from luoshi.directory.people.models import Post
from luoshi.directory.units.models import Unit
from tests.directory import build

DAY = datetime.date(2026, 6, 30)


@pytest.fixture
def units(db: None) -> dict[str, Unit]:
    return build.zone()


def of(name: str, role: str, unit: Unit) -> int:
    build.holder(name, role, unit)
    return build.User.objects.get(username=name).pk


def test_works(units: dict[str, Unit]) -> None:
    """A head for the unit and the branch under it, a deputy for what is charged, a leader for all; a clerk for nothing."""
    head, deputy = of("gu", roles.HEAD, units["0103"]), of("shen", roles.DEPUTY, units["01"])
    leader, clerk = of("gao", roles.LEADER, units["01"]), of("chen", roles.CLERK, units["0103"])
    Charge.objects.create(person_id=deputy, unit=units["0103"])
    Charge.objects.create(person_id=deputy, unit=units["0201"])
    nobody = build.person("wu", "无岗").pk
    found = answering.units_of([head, deputy, leader, clerk, nobody], DAY)
    assert found[head] == {units["0103"].pk, units["0401"].pk}
    assert found[deputy] == found[head] | Unit.objects.subtree(units["0201"].pk)
    assert found[leader] == {unit.pk for unit in units.values()}
    assert found[clerk] == found[nobody] == frozenset()
    assert answering.units_of([], DAY) == {}


def test_who_has_left_answers_for_nothing_from_that_day_on(units: dict[str, Unit]) -> None:
    head, deputy = of("gu", roles.HEAD, units["0102"]), of("shen", roles.DEPUTY, units["01"])
    Post.objects.filter(user=head).update(until=DAY)
    Charge.objects.create(person_id=deputy, unit=units["0102"], since=DAY)
    before = DAY - datetime.timedelta(days=1)
    assert answering.units_of([head, deputy], before) == {head: {units["0102"].pk}, deputy: frozenset()}
    assert answering.units_of([head, deputy], DAY) == {head: frozenset(), deputy: {units["0102"].pk}}
