"""How a target would be dealt out: to units and quarters, evenly, as last year went, or by weights that are typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from luoshi.directory.units.models import Unit
from luoshi.ledgers import facts, units
from luoshi.ledgers.models import Binding
from luoshi.plans import errors
from luoshi.plans.targets import measured
from luoshi.plans.targets.models import MEASURED, MONTHLY, QUARTERLY, Target
from luoshi.rules.apportion import apportion_grid
from luoshi.rules.errors import RulesError
from luoshi.rules.months import month_range, quarter_of

EQUAL: Final = "equal"
LAST_YEAR: Final = "last_year"
Weights = Literal["equal", "last_year"] | Mapping[int, Decimal]
WORDS: Final = {EQUAL: "平均", LAST_YEAR: "按上年实绩"}
HUNDREDTH: Final = Decimal("0.01")
_Before = Callable[[Target, Sequence[int]], Mapping[int, Decimal]]
RATES: Final = frozenset(("%", "％", "‰", "成", "百分点", "个百分点"))


@dataclass(frozen=True, slots=True)
class Dealing:
    """Shares by unit (its key) and quarter (yyyyq), in the target's written unit; they add up to ``total`` exactly."""

    total: Decimal
    cells: Mapping[tuple[int, int], Decimal]
    made_from: str

    @property
    def unit_totals(self) -> dict[int, Decimal]:
        """What each unit is to do in all."""
        return _added((unit, value) for (unit, _), value in self.cells.items())

    @property
    def quarter_totals(self) -> dict[int, Decimal]:
        """What is to be done in each quarter by all."""
        return _added((quarter, value) for (_, quarter), value in self.cells.items())


def dealing(
    target: Target,
    units: Sequence[Unit],
    *,
    by_unit: Weights = EQUAL,
    by_quarter: Weights = EQUAL,
    step: Decimal | None = None,
) -> Dealing:
    """A target dealt out to units and to the quarters of its window, in whole steps that add up exactly.

    ``step`` is the smallest share: one of what is counted, a hundredth of what is measured, unless it is given. Refuses
    in a sentence what has no parts (a ratio, a growth, a limit), units that are named twice, and weights of nothing.
    """
    refuse_what_has_no_parts(target)
    if not units or len({unit.pk for unit in units}) < len(units):
        raise errors.WhichUnits
    quarters = quarters_of(target)
    across = _weights(target, by_unit, [unit.pk for unit in units], _by_unit, "单位")
    down = _weights(target, by_quarter, quarters, _by_quarter, "季度")
    total = whole(target)
    try:
        cells = apportion_grid(total, across, down, step=step or step_of(target))
    except RulesError as refused:
        raise errors.CannotDeal(f"“{target.name}”没有分解：{refused}") from refused
    found = {
        (u.pk, q): c for u, row in zip(units, cells, strict=True) for q, c in zip(quarters, row, strict=True)
    }
    return Dealing(total, found, f"单位{_said(by_unit)}，季度{_said(by_quarter)}")


def refuse_what_has_no_parts(target: Target) -> None:
    """Raise :class:`errors.NoParts` for what is no sum of what units do in quarters."""
    if target.basis == "growth":
        raise errors.NoParts(target.name, "是增速")
    if target.unit in RATES or "/" in target.unit:
        raise errors.NoParts(target.name, "是比率")
    if target.comparator in ("le", "lt"):
        raise errors.NoParts(target.name, "是上限")
    binding: Binding | None = target.binding
    if target.source != MEASURED or binding is None:
        return
    if binding.formula:
        raise errors.NoParts(target.name, f"由公式“{binding.formula}”计量，各单位的数不能相加")
    measure = facts.measure_of(binding)
    if binding.view or not measure.adds_units:
        raise errors.NoParts(target.name, f"由“{measure.title}”计量，各单位的数不能相加")
    if measure.reaches_back:
        raise errors.NoParts(target.name, f"由“{measure.title}”计量，是时点数")


def whole(target: Target) -> Decimal:
    """All that a target asks for in its window: 每季度5个 is twenty in a year."""
    months = month_range(target.start, target.end)
    times = {QUARTERLY: len({quarter_of(m) for m in months}), MONTHLY: len(months)}.get(target.repeat, 1)
    return target.exact_value * times


def quarters_of(target: Target) -> list[int]:
    """The quarters (yyyyq) of a target's window."""
    return list(dict.fromkeys(quarter_of(month) for month in month_range(target.start, target.end)))


def step_of(target: Target) -> Decimal:
    """The smallest share: one where things are counted, else a hundredth; finer where the target itself is."""
    places = max(0, -int(whole(target).normalize().as_tuple().exponent))
    if target.unit in units.COUNTS and not places:
        return Decimal(1)
    return min(HUNDREDTH, Decimal(1).scaleb(-places))


def _weights(target: Target, said: Weights, keys: Sequence[int], before: _Before, of: str) -> list[Decimal]:
    if not isinstance(said, str):
        if strange := set(said) - set(keys):
            raise errors.StrangeWeight(of, len(strange))
        return [Decimal(said.get(key, 0)) for key in keys]
    if said == EQUAL:
        return [Decimal(1)] * len(keys)
    found = before(target, keys)
    if not any(found.values()):
        raise errors.NothingLastYear(target.name, target.year - 1, of)
    return [max(found.get(key, Decimal(0)), Decimal(0)) for key in keys]


def _by_unit(target: Target, keys: Sequence[int]) -> dict[int, Decimal]:
    """What each unit and those under it did in the year before."""
    trees = Unit.objects.subtrees(keys)
    found: dict[int, Decimal] = defaultdict(Decimal)
    for part in _parts(target):
        for key in keys:
            if part.unit in trees[key]:
                found[key] += part.value
    return found


def _by_quarter(target: Target, keys: Sequence[int]) -> dict[int, Decimal]:
    """What was done in the same quarters of the year before."""
    found: dict[int, Decimal] = defaultdict(Decimal)
    for part in _parts(target):
        found[quarter_of(part.period + 100)] += part.value
    return found


def _parts(target: Target) -> list[facts.Part]:
    binding: Binding | None = target.binding
    if binding is None or target.source != MEASURED:
        return []
    return measured.parts_of(binding, target.start - 100, target.end - 100)


def _added(pairs: Iterable[tuple[int, Decimal]]) -> dict[int, Decimal]:
    found: dict[int, Decimal] = defaultdict(Decimal)
    for key, value in pairs:
        found[key] += value
    return dict(found)


def _said(weights: Weights) -> str:
    return WORDS[weights] if isinstance(weights, str) else "按填写的权数"
