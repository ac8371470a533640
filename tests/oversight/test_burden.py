"""The burden of a month: what each unit is asked for, what of it twice, and what needs no form."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, writing
from luoshi.ledgers.access import Actor
from luoshi.oversight.burden import burden as meter
from luoshi.oversight.burden.burden import HELD, TEMPLATES, TWICE
from luoshi.plans.binding import actions as binding
from luoshi.plans.targets.models import MEASURED, NO_SOURCE, REPORTED, Target

MONTH = 202603


@pytest.fixture
def ask(supervisor: Actor, units: dict[str, Unit]) -> Any:
    def asked(name: str, **more: Any) -> None:
        values = {"name": name, "measured_in": "吨", "since": 202601, "unit": units["0102"], **more}
        writing.create(registry.ledger("plans.questions"), values, by=supervisor)

    return asked


def test_an_empty_month_asks_nobody(supervisor: Actor) -> None:
    found = meter.burden(MONTH)
    assert (found.loads, found.questions, found.duplicates, found.measured_share) == ((), (), (), None)


def test_fields_are_counted_by_unit_the_heaviest_first(ask: Any, units: dict[str, Unit]) -> None:
    ask("用水量")
    ask("用气量", until=202602)
    ask("蒸汽用量", unit=units["0103"])
    ask("燃煤用量")
    found = meter.burden(MONTH)
    assert [(load.unit.code, len(load.questions), load.targets) for load in found.loads if load.unit] == [
        ("0102", 2, 0),
        ("0103", 1, 0),
    ]
    course = meter.course(found)
    assert [(p.fields, p.units) for p in course[:3]] == [(4, 2), (4, 2), (3, 2)]


def test_duplicates_are_found(ask: Any, units: dict[str, Unit]) -> None:
    ask("用水量")
    ask("用水总量")  # the same in other words, on the same form
    ask("用水量", template="能耗月报")
    ask("用水量", unit=units["0103"])  # another unit's own
    ask("签约项目数", measured_in="个", reason="市里另行统计")
    found = meter.burden(MONTH).duplicates
    kinds = sorted((double.kind, len(double.questions)) for double in found)
    assert (HELD, 1) in kinds
    assert any(kind == TEMPLATES for kind, _ in kinds)
    held = next(double for double in found if double.kind == HELD)
    assert (held.sentence, held.reason) == ("《招商签约台账》已能算出“签约项目数”。", "市里另行统计")


def test_what_is_asked_twice_on_one_form_is_found(ask: Any) -> None:
    ask("用水量")
    ask("用水量（万吨）")
    (double,) = meter.burden(MONTH).duplicates
    assert double.kind == TWICE
    assert "TB-2026-001、TB-2026-002" in double.sentence


def test_targets_are_told_by_where_their_figures_come_from(plan: Any, supervisor: Actor) -> None:
    found = meter.burden(MONTH)
    counts = {source: len(some) for source, some in found.targets.items()}
    assert sum(counts.values()) == Target.objects.in_month(MONTH).count()
    assert found.measured_share == Decimal(counts[MEASURED]) * 100 / sum(counts.values())
    first = found.targets[MEASURED][0]
    binding.confirm_reported(first, by=supervisor, reason="市里另行统计")
    binding.clear_binding(found.targets[MEASURED][1], by=supervisor)
    now = meter.burden(MONTH)
    assert first in now.targets[REPORTED]
    assert len(now.targets[REPORTED]) == len(now.questions) == counts[REPORTED] + 1
    assert len(now.targets[NO_SOURCE]) == counts[NO_SOURCE] + 1
    assert [double.kind for double in now.duplicates] == [HELD]
    assert meter.course(now)[2].measured_share == now.measured_share


def test_a_heavy_zone_costs_no_more_queries(
    ask: Any, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        ask(f"指标{number}号用量", template=f"报表{number % 5}")
    with django_assert_max_num_queries(6):
        assert len(meter.burden(MONTH).questions) == 30
