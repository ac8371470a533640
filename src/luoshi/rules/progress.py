"""完成率 and 与时序差: how far a target is, whatever way its number is meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from luoshi.rules import errors, rounding

Comparator = Literal["ge", "gt", "le", "lt", "eq", "approx", "range"]
Basis = Literal["level", "growth", "increment", "reduction"]


@dataclass(frozen=True, slots=True)
class Aim:
    """What a target asks for, in the unit of its value.

    - ``comparator``: ``ge gt`` at least; ``le lt`` an upper limit (不超过, 压缩至); ``eq`` a bare number, which
      is owed and may be passed; ``approx`` 左右; ``range`` value to ``high``, of which the lower end is owed.
    - ``basis``: ``level`` and ``increment`` count what is reached or added, ``reduction`` counts what was taken
      away (a fall of 3.2 % is an actual of 3.2), ``growth`` is a rate in %.
    - ``rate``: the value is a share in % that holds at any time (满意率 95%), not a sum that is worked off.
    - ``points``: how many percentage points one unit of a rate is (成 10, ‰ 0.1).
    - ``tolerance``: for ``approx``, how many per cent of the value may be missing.
    """

    value: Decimal
    comparator: Comparator = "ge"
    basis: Basis = "level"
    high: Decimal | None = None
    rate: bool = False
    tolerance: Decimal = Decimal(5)
    points: Decimal = Decimal(1)

    def __post_init__(self) -> None:
        if self.comparator == "range" and (self.high is None or self.high < self.value):
            raise errors.RangeNeedsHigh

    @property
    def is_limit(self) -> bool:
        """Less is better."""
        return self.comparator in ("le", "lt")

    @property
    def is_rate(self) -> bool:
        """The distance to it is a difference of two percentages."""
        return self.rate or self.basis == "growth"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a target stands in one month; None is unknown (no actual) or not due (no plan), never 0.

    ``completion`` and ``planned_share`` are per cent of the value, ``gap_points`` percentage points (minus is
    worse, also for limits), ``percent_of_plan`` per cent of what was planned to date, ``met`` the whole target.
    """

    completion: Decimal | None
    planned_share: Decimal | None
    gap_points: Decimal | None
    percent_of_plan: Decimal | None
    met: bool | None
    rate: bool = False
    limit: bool = False


def progress_of(aim: Aim, *, planned: Decimal | None, actual: Decimal | None) -> Progress:
    """Progress of a target from what is planned and reached to date, both in the unit of its value.

    - completion = actual ÷ value × 100. For a limit 100 while actual ≤ value, else value ÷ actual × 100.
    - planned share = planned ÷ value × 100; 100 for limits and rates, which are owed in full at any time.
    - gap = completion − planned share. For a rate: (actual − value) × points, for a limit on a rate the other way.
    - per cent of plan: as completion, with what is planned in the place of the value.

    Where the formula would divide by zero or turn its sense around: a value of 0 is completed (100) when
    reached and else 0; a negative value v (增速不低于 −5%) is completed when actual ≥ v and else v ÷ actual;
    a negative limit when actual ≤ v, else actual ÷ v, and 0 from actual = 0 upwards.
    A negative actual against a positive value gives a negative completion.
    Results are exact, or rounded half up to ten places where there is no finite decimal.
    """
    value = Fraction(aim.value)
    plan = None if planned is None else Fraction(planned)
    done = None if actual is None else Fraction(actual)
    part = share_within if aim.is_limit else share_reached
    completion = None if done is None else part(value, done)
    share = None if plan is None else _planned_share(aim, value, plan)
    return Progress(
        completion=_percent(completion),
        planned_share=_percent(share),
        gap_points=_gap(aim, value, done, completion, share),
        percent_of_plan=None if plan is None or done is None else _percent(part(plan, done)),
        met=None if done is None else _MET[aim.comparator](aim, done),
        rate=aim.is_rate,
        limit=aim.is_limit,
    )


def share_reached(value: Fraction, actual: Fraction) -> Fraction:
    """actual ÷ value, and what :func:`progress_of` says of a value that is not positive."""
    if value > 0:
        return actual / value
    if actual >= value:
        return Fraction(1)
    return value / actual if value else Fraction(0)


def share_within(value: Fraction, actual: Fraction) -> Fraction:
    """1 while the actual is not above an upper limit, else value ÷ actual."""
    if actual <= value:
        return Fraction(1)
    if value > 0:
        return value / actual
    return max(Fraction(0), actual / value) if value else Fraction(0)


def _planned_share(aim: Aim, value: Fraction, planned: Fraction) -> Fraction:
    return Fraction(1) if aim.is_limit or aim.is_rate else share_reached(value, planned)


def _gap(
    aim: Aim, value: Fraction, actual: Fraction | None, completion: Fraction | None, share: Fraction | None
) -> Decimal | None:
    if actual is None or completion is None or share is None:
        return None
    if aim.is_rate:
        away = value - actual if aim.is_limit else actual - value
        return rounding.exact(away * Fraction(aim.points))
    return _percent(completion - share)


def _percent(share: Fraction | None) -> Decimal | None:
    return None if share is None else rounding.exact(share * 100)


def _at_least(aim: Aim, actual: Fraction) -> bool:
    return actual >= aim.value


def _nearly(aim: Aim, actual: Fraction) -> bool:
    missing = abs(Fraction(aim.value)) * Fraction(aim.tolerance) / 100
    return actual >= Fraction(aim.value) - missing


_MET: Mapping[Comparator, Callable[[Aim, Fraction], bool]] = MappingProxyType(
    {
        "ge": _at_least,
        "eq": _at_least,
        "range": _at_least,
        "gt": lambda aim, actual: actual > aim.value,
        "le": lambda aim, actual: actual <= aim.value,
        "lt": lambda aim, actual: actual < aim.value,
        "approx": _nearly,
    }
)
