"""What the sample's supervision office planned of its targets: paths frozen, parts dealt out, forecasts made."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from luoshi.directory.people.actors import actor_named
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import Actor
from luoshi.oversight.baselines import actions as baselines
from luoshi.oversight.baselines.models import EVEN, HAND, NODES, SHAPE
from luoshi.oversight.forecasts import actions as forecasts
from luoshi.plans.shares import actions as shares
from luoshi.plans.targets.models import Target
from luoshi.rules.months import month_range

SUPERVISOR = "linzhao"
AT_THE_START, IN_AUGUST = date(2026, 1, 20), date(2026, 8, 5)
FORECAST = (202608,)  # the month after it is forecast when it is closed


class Frozen(NamedTuple):
    """A path of a target by its name; ``values`` are the cumulative ones of the twelve months."""

    target: str
    kind: str
    on: date = AT_THE_START
    values: tuple[int, ...] = ()
    reason: str = ""


FROZEN = (
    Frozen("固定资产投资", SHAPE),
    Frozen("基础设施投资", SHAPE),
    Frozen("新建项目开工建设", NODES),
    Frozen("城镇新增就业", EVEN),
    Frozen("完成融资", HAND, values=(1, 2, 5, 7, 10, 13, 15, 18, 20, 23, 25, 28)),
    Frozen("土地收储", SHAPE),
    Frozen(
        "土地收储",
        HAND,
        IN_AUGUST,
        (60, 120, 240, 400, 560, 700, 820, 950, 1090, 1240, 1380, 1500),
        "新增用地指标7月底才下达，三季度起集中收储",
    ),
)
DEALT = {
    "新引进亿元以上项目": ("招商局", "长三角招商分局", "粤港澳招商分局"),
    "土地收储": ("自然资源分局", "云溪镇", "白鹭街道"),
    "城镇新增就业": ("社会事业局", "云溪镇", "白鹭街道"),
}


def freeze() -> None:
    """Freeze the paths, the earlier ones first."""
    for each in FROZEN:
        target = _target(each.target)
        months = month_range(target.start, target.end)
        values = dict(zip(months, map(str, each.values), strict=True)) if each.values else None
        baselines.freeze(target, each.kind, by=_supervisor(), on=each.on, values=values, reason=each.reason)


def deal() -> None:
    """Deal some targets out to those who do them."""
    for name, units in DEALT.items():
        shares.deal(_target(name), [Unit.objects.get(name=unit) for unit in units], by=_supervisor())


def forecast() -> None:
    """Make the forecasts of a month gone by."""
    for month in FORECAST:
        forecasts.forecast(month, by=_supervisor())


def _target(name: str) -> Target:
    return Target.objects.active().exclude(basis="growth").get(name=name)


def _supervisor() -> Actor:
    return actor_named(SUPERVISOR)
