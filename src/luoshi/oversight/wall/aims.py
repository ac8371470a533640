"""What a target asks for and which path it follows, in the terms of ``luoshi.rules``."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from luoshi.plans.targets.models import MONTHLY, QUARTERLY, Target
from luoshi.rules.progress import Aim, Basis, Comparator
from luoshi.rules.trajectories import Trajectory, planned
from luoshi.rules.trajectory_rules import TrajectoryRule

ONE = Decimal(1)
POINTS = {"%": ONE, "％": ONE, "百分点": ONE, "个百分点": ONE, "成": Decimal(10), "‰": Decimal("0.1")}


def is_share(target: Target) -> bool:
    """Whether the value is a share that holds at any time (满意率 95%), not an amount that is worked off."""
    return target.unit in POINTS


def traits(target: Target) -> frozenset[str]:
    """What a trajectory rule may ask of a target."""
    found = set()
    if target.basis == "growth":
        found.add("growth")
    if is_share(target) or "/" in target.unit:
        found.add("rate")
    if target.comparator in ("le", "lt"):
        found.add("limit")
    if target.repeat in (QUARTERLY, MONTHLY):
        found.add("per-quarter" if target.repeat == QUARTERLY else "per-month")
    if target.exact_amount == 1:
        found.add("single")
    if target.end % 100 != 12:
        found.add("deadline")
    return frozenset(found)


def trajectory(target: Target, rule: TrajectoryRule) -> Trajectory:
    """The target's path by the rule in force."""
    return rule.choose(traits(target))


def total(target: Target, path: Trajectory) -> Decimal:
    """The promise over the whole window: of a repeated value the sum, else the value."""
    value = target.exact_value
    if path.kind in ("quarters", "months"):
        return planned(path, total=value, start=target.start, end=target.end, month=target.end)
    return value


def aim(target: Target, whole: Decimal) -> Aim:
    """The target as the rules compare it with what is reached."""
    return Aim(
        value=whole,
        comparator=cast(Comparator, target.comparator),
        basis=cast(Basis, target.basis),
        high=Decimal(target.high) if target.high else None,
        rate=is_share(target),
        points=POINTS.get(target.unit, ONE),
    )
