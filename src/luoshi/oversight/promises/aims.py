"""What a target asks for and which path it follows, in the terms of ``luoshi.rules``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self, cast

from luoshi.plans.targets.models import MONTHLY, QUARTERLY, Target
from luoshi.rules.progress import Aim, Basis, Comparator
from luoshi.rules.trajectories import Trajectory, planned, planned_path
from luoshi.rules.trajectory_rules import TrajectoryRule

ONE = Decimal(1)
FROZEN: Final = Trajectory(
    "even"
)  # for what a path of any shape has in common: nothing is due before it rises
POINTS = {"%": ONE, "％": ONE, "百分点": ONE, "个百分点": ONE, "成": Decimal(10), "‰": Decimal("0.1")}


@dataclass(frozen=True, slots=True)
class Promise:
    """What of a target decides how it is judged: two promises that are equal are judged alike.

    ``frozen`` is the path of its baseline, month by month; empty where the trajectory rule says the path.
    """

    value: Decimal
    high: Decimal | None
    unit: str
    basis: str
    comparator: str
    repeat: str
    single: bool
    start: int
    end: int
    frozen: tuple[tuple[int, Decimal], ...] = ()

    @classmethod
    def of(cls, target: Target, frozen: Mapping[int, Decimal] | None = None) -> Self:
        """The promise of a target, on the path of a baseline where one stands."""
        return cls(
            value=target.exact_value,
            high=Decimal(target.high) if target.high else None,
            unit=target.unit,
            basis=target.basis,
            comparator=target.comparator,
            repeat=target.repeat,
            single=target.exact_amount == 1,
            start=target.start,
            end=target.end,
            frozen=tuple(sorted((frozen or {}).items())),
        )


def is_share(promise: Promise) -> bool:
    """Whether the value is a share that holds at any time (满意率 95%), not an amount that is worked off."""
    return promise.unit in POINTS


def traits(promise: Promise) -> frozenset[str]:
    """What a trajectory rule may ask of a promise."""
    found = set()
    if promise.basis == "growth":
        found.add("growth")
    if is_share(promise) or "/" in promise.unit:
        found.add("rate")
    if promise.comparator in ("le", "lt"):
        found.add("limit")
    if promise.repeat in (QUARTERLY, MONTHLY):
        found.add("per-quarter" if promise.repeat == QUARTERLY else "per-month")
    if promise.single:
        found.add("single")
    if promise.end % 100 != 12:
        found.add("deadline")
    return frozenset(found)


def trajectory(promise: Promise, rule: TrajectoryRule) -> Trajectory:
    """The target's path by the rule in force; of a frozen one what it has in common with all that rise."""
    return FROZEN if promise.frozen else rule.choose(traits(promise))


def total(promise: Promise, path: Trajectory) -> Decimal:
    """The promise over the whole window: of a repeated value the sum, else the value."""
    value = promise.value
    if promise.frozen:
        return promise.frozen[-1][1]
    if path.kind in ("quarters", "months"):
        return planned(path, total=value, start=promise.start, end=promise.end, month=promise.end)
    return value


def plan(promise: Promise, path: Trajectory) -> dict[int, Decimal]:
    """What is planned by the end of each month of the window."""
    if promise.frozen:
        return dict(promise.frozen)
    return planned_path(path, total=promise.value, start=promise.start, end=promise.end)


def aim(promise: Promise, whole: Decimal) -> Aim:
    """The target as the rules compare it with what is reached."""
    return Aim(
        value=whole,
        comparator=cast(Comparator, promise.comparator),
        basis=cast(Basis, promise.basis),
        high=promise.high,
        rate=is_share(promise),
        points=POINTS.get(promise.unit, ONE),
    )
