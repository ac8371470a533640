"""A target measured by a formula goes every way that one measured by a single ledger goes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest

from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Row
from luoshi.oversight.baselines import actions as baselines
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins import since
from luoshi.oversight.forecasts import coming, making
from luoshi.oversight.promises import pasts
from luoshi.oversight.wall.units import by_unit
from luoshi.oversight.wall.wall import wall
from luoshi.plans import errors
from luoshi.plans.binding import actions
from luoshi.plans.shares import actions as shares
from luoshi.plans.targets.models import Target
from luoshi.projects.delivery.projects.models import Project
from luoshi.reports.bulletin import render
from luoshi.web.wall import related

NAME = "已签约项目开工率"
LARGE = "签约项目数，签约金额不低于1亿元"
FORMULA = f"[{LARGE}] / 签约项目数 * 100"
OFFICE = "招商局"


def target() -> Target:
    return Target.objects.active().get(name=NAME)


@pytest.fixture
def bound(sign: Callable[..., Row], supervisor: Actor) -> Target:
    """Of three signings two are large; the share of the large ones is what the target is measured by."""
    sign(2, "2026-01-10")
    sign(0, "2026-02-10", amount=5 * 10**9)
    sign(3, "2026-05-10")
    actions.confirm_formula(target(), FORMULA, by=supervisor)
    return target()


def test_its_units_have_figures_that_do_not_add_up(bound: Target) -> None:
    (row,) = wall(202606, [bound])
    found = by_unit(row)
    assert [(str(each.unit), each.value and round(each.value, 2)) for each in found.units] == [
        (OFFICE, Decimal("66.67"))
    ]
    assert not found.adds


def test_a_sum_has_a_baseline_a_past_and_a_forecast(
    bound: Target, sign: Callable[..., Row], supervisor: Actor
) -> None:
    money = Target.objects.active().get(name="境内到位资金")
    both = "[合同资金，签约金额不低于1亿元] + [合同资金，签约金额低于1亿元]"
    actions.confirm_formula(money, both, by=supervisor)
    sign(4, "2025-01-10")
    money = Target.objects.active().get(name="境内到位资金")
    kept = baselines.freeze(money, "even", by=supervisor, on=datetime.date(2026, 1, 5))
    assert Decimal(kept.path["202612"]) == 60
    assert not pasts.is_stock(money)
    assert pasts.years(money, 2026)[2025] == [4] + 11 * [0]
    assert coming.travellers(money) is None, "several ledgers may be behind it"
    made = making.forecast_of(money, 202606)
    assert made is not None and made.question.to_data()["reached"] == "5.5"


def test_it_is_not_dealt_out_to_units(bound: Target, supervisor: Actor, units: dict[str, Unit]) -> None:
    money = Target.objects.active().get(name="境内到位资金")
    actions.confirm_formula(money, "合同资金 + 合同资金", by=supervisor)
    with pytest.raises(errors.NoParts, match="由公式“合同资金 [+] 合同资金”计量"):
        shares.deal(money, [units["0103"]], by=supervisor)


def test_what_changed_behind_it_is_told_by_the_names_in_it(
    bound: Target, sign: Callable[..., Row], supervisor: Actor, clerk: Actor
) -> None:
    bulletin = bulletins.issue(202606, render, on=datetime.date(2026, 7, 3), by=supervisor)
    sign(2, "2026-06-11")
    wall(202606)
    turned = since.turned(bulletin, target())
    told = [
        (each.part, str(each.unit), each.period, each.before, each.now, each.measured_in)
        for each in since.pieces(turned, target())
    ]
    assert sorted(told) == [
        ("签约项目数", OFFICE, 202606, None, 1, "个"),
        (LARGE, OFFICE, 202606, None, 1, "个"),
    ]
    assert bound.binding is not None
    entries = since.trail(clerk, bulletin, bound.binding, turned)
    assert {name: len(some) for name, some in entries.items()} == {"investment.signings": 1}, (
        "each entry once"
    )


def test_projects_behind_it_are_those_of_its_parts(bound: Target, supervisor: Actor) -> None:
    (row,) = wall(202606, [bound])
    assert list(related.projects(supervisor, row)) == list(Project.objects.filter(signing__isnull=False))
