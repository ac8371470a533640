"""Figures: what facts come to in a window of months, in the measure's own unit, and the rows they were computed from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet

from luoshi.ledgers import conditions, facts, formulas, registry, scanning
from luoshi.ledgers.columns import Number, factor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.facts import Part, Trees, measure_of, terms_of
from luoshi.ledgers.measures import VIEWS, Average, Balance, Condition, Distinct, Last, Measure, Ratio, View
from luoshi.ledgers.models import Binding, Row


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value: exact, in the measure's base unit; None where no row says anything.

    ``note`` says in a sentence why a formula comes to nothing.
    """

    value: Decimal | None
    unit: str
    rows: int
    note: str = ""

    def in_unit(self, unit: str) -> Decimal | None:
        """The value in another unit of the same kind (亿元 for 元)."""
        if self.value is None:
            return None
        times = factor(unit, self.unit)
        if times is None:
            raise BadValue(f"“{self.unit}”不能换算成“{unit}”。")
        return self.value / times


def bind(
    ledger: Ledger,
    measure: Measure,
    found: Iterable[Condition] = (),
    scope: int | None = None,
    *,
    view: View = "",
    official: bool = False,
) -> Binding:
    """A new binding. What does not go together fails here, in a sentence: :class:`BadValue`, :class:`UnknownName`."""
    made = checked(ledger, measure, found, scope, view=view, official=official)
    made.save(force_insert=True)
    return made


def checked(
    ledger: Ledger,
    measure: Measure,
    found: Iterable[Condition] = (),
    scope: int | None = None,
    *,
    view: View = "",
    official: bool = False,
) -> Binding:
    """The same, not stored."""
    found = tuple(found)
    conditions.require_ordered(ledger, found)
    conditions.compiled(ledger, found)
    _check(ledger, measure, view, official)
    return Binding(
        ledger=ledger.name,
        measure=measure.name,
        conditions=[c.to_data() for c in found],
        scope=scope,
        view=view,
        official=official,
    )


def _check(ledger: Ledger, measure: Measure, view: View, official: bool) -> None:
    said = f"《{ledger.title}》的“{measure.title}”"
    if official and not measure.official:
        raise BadValue(f"{said}不区分快报数和正式数，请去掉“只计正式数”。")
    if view in ("share", "parent_share") and not measure.adds_units:
        raise BadValue(f"{said}不能按单位相加，不能求{VIEWS[view]}的比重，请换一种口径。")
    if view == "to_date" and measure.reaches_back:
        raise BadValue(f"{said}是时点数，没有本年累计，请换一种口径。")


# Units


def unit_of(binding: Binding) -> str:
    """The unit in which a binding's figures are given: per cent where it is looked at as a share or a growth."""
    if binding.formula:
        return binding.unit
    if binding.view in ("", "to_date"):
        return base_unit(registry.ledger(binding.ledger), measure_of(binding))
    return "%"


def base_unit(ledger: Ledger, measure: Measure) -> str:
    """The unit in which a measure's figures are given as it is: 个, 元, 亩, %."""
    column = _measured(ledger, measure)
    return column.base_unit if column else measure.unit


def scale_of(ledger: Ledger, measure: Measure) -> int:
    """Into how many parts the base unit is divided in stored facts."""
    column = _measured(ledger, measure)
    return column.scale if column else 1


def _measured(ledger: Ledger, measure: Measure) -> Number | None:
    """The column whose unit a measure has; none of what counts, and of a ratio."""
    if isinstance(measure, Balance):
        return _measured(ledger, ledger.measure(measure.plus))
    if not measure.of or isinstance(measure, Distinct):
        return None
    column = conditions.column_at(ledger, measure.of)
    return column if isinstance(column, Number) else None


# Values


def figure(binding: Binding, parts: Sequence[Part], start: int, end: int) -> Figure:
    """What facts come to in the months ``start``..``end``; they may reach further back, as ``facts_of`` gives them."""
    if binding.formula:
        every = {
            part.name: figure(part, [each for each in parts if each.of == part.pk], start, end)
            for part in binding.parts.all()
        }
        return combined(binding.formula, every, binding.unit)
    ledger, measure, unit = registry.ledger(binding.ledger), measure_of(binding), unit_of(binding)
    match binding.view:
        case "growth":
            now, count = _value(ledger, measure, parts, start, end)
            before, _ = _value(ledger, measure, parts, start - 100, end - 100)
            return Figure(_growth(now, before), unit, count)
        case "sequential":
            now, count = _value(ledger, measure, parts, end, end)
            last = facts.month_before(end)
            return Figure(_growth(now, _value(ledger, measure, parts, last, last)[0]), unit, count)
        case "share" | "parent_share":
            return _share(measure, parts, start, end)
        case "to_date":
            start = end // 100 * 100 + 1
    value, count = _value(ledger, measure, parts, start, end)
    return Figure(value, unit, count)


def combined(formula: str, parts: Mapping[str, Figure], unit: str) -> Figure:
    """What a formula makes of the figures that its names stand for."""
    given = {name: (each.value, each.unit) for name, each in parts.items()}
    value, note = formulas.worked_out(formulas.parse(formula), given, unit)
    return Figure(value, unit, sum(each.rows for each in parts.values()), note)


def _growth(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    """In per cent of what was before; None where that is nothing. 增长速度 =（报告期 - 基期）÷ 基期 × 100%."""
    return None if now is None or not before else (now - before) * 100 / abs(before)


def _share(measure: Measure, parts: Sequence[Part], start: int, end: int) -> Figure:
    if isinstance(measure, Last):
        parts = latest(part for part in parts if part.period <= end)
    elif not measure.reaches_back:
        parts = [part for part in parts if start <= part.period <= end]
    inside, whole = sum(part.value for part in parts), sum(part.base for part in parts)
    return Figure(Decimal(inside) * 100 / whole if whole else None, "%", sum(part.rows for part in parts))


def _value(
    ledger: Ledger, measure: Measure, parts: Sequence[Part], start: int, end: int
) -> tuple[Decimal | None, int]:
    """A measure's value in a window, in its base unit, and from how many rows."""
    begins = 0 if measure.reaches_back else start
    parts = [part for part in parts if begins <= part.period <= end]
    if isinstance(measure, Last):
        parts = latest(parts)
    count = sum(part.rows for part in parts)
    above, below = sum(part.value for part in parts), sum(part.base for part in parts)
    if isinstance(measure, Ratio):
        return _ratio(ledger, measure, above, below), count
    scale = scale_of(ledger, measure)
    if isinstance(measure, Average):
        return (Decimal(above) / scale / below if below else None), count
    if isinstance(measure, Distinct):
        return Decimal(len({part.key for part in parts})), count
    if measure.reaches_back and not parts:
        return None, 0
    return Decimal(above) / scale, count


def _ratio(ledger: Ledger, measure: Ratio, above: int, below: int) -> Decimal | None:
    """Top ÷ bottom, each in its base unit; in per cent where the ratio's unit is %."""
    if not below:
        return None
    top = Decimal(above) / scale_of(ledger, ledger.measure(measure.top))
    bottom = Decimal(below) / scale_of(ledger, ledger.measure(measure.bottom))
    return top * (100 if measure.unit == "%" else 1) / bottom / measure.divisor


def latest(parts: Iterable[Part]) -> list[Part]:
    """Each unit's part of its last month."""
    return list({part.unit: part for part in sorted(parts, key=lambda part: part.period)}.values())


def preview(binding: Binding, start: int, end: int, subtrees: Trees | None = None) -> Figure:
    """What a binding that is not stored would give in the months ``start``..``end``: one scan, nothing written.

    ``subtrees`` as :func:`facts.facts_of` takes them.
    """
    ledger, terms = registry.ledger(binding.ledger), terms_of(binding)
    (scanned,) = scanning.scan(ledger, [terms])
    return figure(binding, facts.parts_of(binding, scanned, start, end, subtrees or {}), start, end)


# Rows


def rows(binding: Binding, start: int, end: int, within: Collection[int] | None = None) -> QuerySet[Row]:
    """The rows that a figure was computed from, by query: the other end of every drill-down.

    ``within`` are the keys of the units under the binding's scope, None for every unit. Of a stock these are the
    rows of each unit's last month up to ``end``; of a growth those of the window itself.
    """
    ledger, measure = registry.ledger(binding.ledger), measure_of(binding)
    start, end = _looked_at(binding, start, end)
    found = ledger.rows()
    if within is not None and ledger.unit:
        found = found.filter(scanning.owned(ledger, within))
    if isinstance(measure, Last):
        kept = conditions.compiled(ledger, terms_of(binding)[0].where)
        return found.filter(kept, _standing(ledger, binding, measure, end))
    first = scanning.EVER if measure.reaches_back else start
    counted = Q()
    for term in terms_of(binding):
        placed = scanning.within(ledger, term.when, first, end)
        counted |= placed & conditions.compiled(ledger, term.where)
    return found.filter(counted)


def _looked_at(binding: Binding, start: int, end: int) -> tuple[int, int]:
    """The months of a window whose rows a figure shows."""
    if binding.view == "sequential":
        return end, end
    return (end // 100 * 100 + 1 if binding.view == "to_date" else start), end


def _standing(ledger: Ledger, binding: Binding, measure: Last, end: int) -> Q:
    """The rows of each unit's last month up to ``end``."""
    months: dict[int, set[int]] = defaultdict(set)
    for part in latest(facts.stored(binding, end)):
        months[part.period].add(part.unit)
    standing = Q(pk__in=())
    for month, units in months.items():
        there = scanning.within(ledger, measure.when, month, month)
        standing |= there & scanning.owned(ledger, units) if ledger.unit else there
    return standing


def words(binding: Binding) -> str:
    """How a figure is computed, in words: 招商签约台账 · 签约项目数 · 按签约日期计入月份 · 投资额不低于1亿元."""
    if binding.formula:
        return f"{binding.formula}；其中" + "；".join(f"{p.name}：{words(p)}" for p in binding.parts.all())
    ledger = registry.ledger(binding.ledger)
    measure = ledger.measure(binding.measure)
    parts = [f"{ledger.title} · {measure.title}"]
    dates = dict.fromkeys(term.when for term in terms_of(binding))
    parts.append(f"按{'、'.join(conditions.title_at(ledger, when) for when in dates)}计入月份")
    parts += [
        conditions.words(ledger, c)
        for c in (*measure.where, *(Condition.from_data(c) for c in binding.conditions))
    ]
    if measure.official:
        parts.append("只计正式数" if binding.official else "含快报数")
    if binding.view:
        parts.append(view_words(binding.view))  # type: ignore[arg-type]
    return "，".join(parts)


def view_words(view: View) -> str:
    """How a measure is looked at: 比上年同期增长, 占全区的比重."""
    return (
        f"{VIEWS[view]}增长"
        if view in ("growth", "sequential")
        else VIEWS[view] + ("的比重" if "share" in view else "")
    )
