"""Facts: the value of every binding by unit and month, computed in one shared scan a ledger and date.

A write marks the buckets it touches (``marks``); the next reader recomputes only those. Sums are coalesced here,
because a sum over nothing is NULL on every engine. Months come from dates in the engine's own language: Django's
TruncMonth would call Python once a row on SQLite.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from django.db import transaction
from django.db.models import BigIntegerField, Count, F, Func, IntegerField, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from luoshi.ledgers import conditions, registry
from luoshi.ledgers.columns import Day, Number, factor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.measures import Condition, Last, Measure, Ratio
from luoshi.ledgers.measures import Sum as SumMeasure
from luoshi.ledgers.models import Binding, Fact, Mark, Row

EVER = 101  # the first month that a date can be in
BATCH = 40  # bindings a scan: SQLite allows 2,000 columns, one binding takes up to three


class Period(Func):
    """A date as the month yyyymm, in the engine's own functions."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """``strftime`` is C code; dates are ISO text in SQLite."""
        return self.as_sql(
            compiler, connection, template="CAST(strftime('%%%%Y%%%%m', %(expressions)s) AS INTEGER)"
        )

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """``to_char`` would be text; arithmetic on the parts is faster."""
        return self.as_sql(
            compiler,
            connection,
            template="(EXTRACT(YEAR FROM %(expressions)s)::int * 100 + EXTRACT(MONTH FROM %(expressions)s)::int)",
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value: exact, in the measure's base unit; None where no row says anything."""

    value: Decimal | None
    unit: str
    rows: int

    def in_unit(self, unit: str) -> Decimal | None:
        """The value in another unit of the same kind (亿元 for 元)."""
        if self.value is None:
            return None
        times = factor(unit, self.unit)
        if times is None:
            raise BadValue(f"“{self.unit}”不能换算成“{unit}”。")
        return self.value / times


def bind(
    ledger: Ledger, measure: Measure, found: Iterable[Condition] = (), scope: int | None = None
) -> Binding:
    """A new binding; its conditions are compiled once, so that a wrong one fails here."""
    found = tuple(found)
    conditions.compiled(ledger, found)
    return Binding.objects.create(
        ledger=ledger.name, measure=measure.name, conditions=[c.to_data() for c in found], scope=scope
    )


def base_unit(ledger: Ledger, measure: Measure) -> str:
    """The unit in which a measure's figures are given: 个, 元, 亩, %."""
    column = _measured(ledger, measure)
    return column.base_unit if column else measure.unit


def scale_of(ledger: Ledger, measure: Measure) -> int:
    """Into how many parts the base unit is divided in stored facts."""
    column = _measured(ledger, measure)
    return column.scale if column else 1


def _measured(ledger: Ledger, measure: Measure) -> Number | None:
    if not isinstance(measure, SumMeasure | Last):
        return None
    column = conditions.column_at(ledger, measure.of)
    return column if isinstance(column, Number) else None


def refresh(names: Iterable[str] | None = None) -> int:
    """Bring the facts up to date: new bindings wholly, others in the marked buckets. Returns the facts written."""
    names = None if names is None else set(names)
    wanted, marked = Binding.objects.order_by("id"), Mark.objects.all()
    if names is not None:
        wanted, marked = wanted.filter(ledger__in=names), marked.filter(ledger__in=names)
    if not wanted.filter(filled=False).exists() and not marked.exists():
        return 0
    with transaction.atomic():
        bound: dict[str, list[Binding]] = defaultdict(list)
        for binding in wanted.select_for_update():
            bound[binding.ledger].append(binding)
        seen = list(Mark.objects.filter(ledger__in=bound))
        written = sum(
            _refresh(registry.ledger(n), b, [m for m in seen if m.ledger == n]) for n, b in bound.items()
        )
        Mark.objects.filter(pk__in=[m.pk for m in seen]).delete()
        if names is None:
            Mark.objects.exclude(ledger__in=bound).delete()
    return written


def _refresh(ledger: Ledger, bindings: list[Binding], marked: list[Mark]) -> int:
    fresh, kept = [b for b in bindings if not b.filled], [b for b in bindings if b.filled]
    written = _recompute(ledger, fresh, None) if fresh else 0
    Binding.objects.filter(pk__in=[b.pk for b in fresh]).update(filled=True)
    if kept and marked:
        written += _recompute(ledger, kept, {(m.unit, m.period) for m in marked})
    return written


def _recompute(ledger: Ledger, bindings: list[Binding], only: set[tuple[int, int]] | None) -> int:
    """Replace the facts of bindings, in all buckets or in ``only`` those."""
    old = Fact.objects.filter(binding__in=bindings)
    if only is not None:
        old = old.filter(unit__in={u for u, _ in only}, period__in={p for _, p in only})
    old.delete()
    by_date: dict[str, list[Binding]] = defaultdict(list)
    for binding in bindings:
        by_date[ledger.measure(binding.measure).when].append(binding)
    facts = [
        fact
        for when, group in by_date.items()
        for at in range(0, len(group), BATCH)
        for fact in _scan(ledger, when, group[at : at + BATCH], only)
    ]
    Fact.objects.bulk_create(facts, batch_size=500)
    return len(facts)


def _scan(
    ledger: Ledger, when: str, bindings: list[Binding], only: set[tuple[int, int]] | None
) -> Iterable[Fact]:
    """One pass over the ledger for many bindings: rows grouped by unit and month."""
    unit: Any = F(ledger.unit) if ledger.unit else Value(0)
    rows: QuerySet[Any, Any] = _placed(ledger, when, only).annotate(
        bucket_period=Period(F(when)) if _by_day(ledger, when) else F(when),
        bucket_unit=Coalesce(unit, Value(0), output_field=BigIntegerField()),
    )
    if only is not None:
        rows = rows.filter(bucket_period__in={period for _, period in only})
    found: dict[str, Any] = {}
    for number, binding in enumerate(bindings):
        found |= _aggregates(ledger, binding, number)
    grouped: QuerySet[Any, Any] = rows.values("bucket_unit", "bucket_period")
    for bucket in grouped.annotate(**found):
        for number, binding in enumerate(bindings):
            count = bucket[f"n{number}"]
            if count:
                yield Fact(
                    binding=binding,
                    unit=bucket["bucket_unit"],
                    period=bucket["bucket_period"],
                    value=bucket[f"v{number}"],
                    base=bucket.get(f"b{number}", 0),
                    rows=count,
                )


def _placed(ledger: Ledger, when: str, only: set[tuple[int, int]] | None) -> QuerySet[Row]:
    """The rows that a date puts in a month; of ``only`` some buckets, by what an index of unit and date can find."""
    rows = ledger.model._default_manager.order_by().filter(**{f"{when}__isnull": False})
    if only is None:
        return rows
    periods = {period for _, period in only}
    rows = rows.filter(_within(ledger, when, min(periods), max(periods)))
    return rows.filter(_owned(ledger, {unit for unit, _ in only})) if ledger.unit else rows


def _by_day(ledger: Ledger, when: str) -> bool:
    return isinstance(conditions.column_at(ledger, when), Day)


def _within(ledger: Ledger, when: str, start: int, end: int) -> Q:
    """The months ``start``..``end`` as a range of the column itself, so that an index serves it."""
    if not _by_day(ledger, when):
        return Q(**{f"{when}__gte": start, f"{when}__lte": end})
    return Q(**{f"{when}__gte": _first(start), f"{when}__lt": _first(end + 1)})


def _owned(ledger: Ledger, units: Collection[int]) -> Q:
    """Rows of these units; unit 0 stands for rows that belong to none."""
    owned = Q(**{f"{ledger.unit}__in": units})
    return owned | Q(**{f"{ledger.unit}__isnull": True}) if 0 in units else owned


def _aggregates(ledger: Ledger, binding: Binding, number: int) -> dict[str, Any]:
    """Value, base (of a ratio) and row count of one binding as aggregates with a filter."""
    measure = ledger.measure(binding.measure)
    narrowed = narrowing(ledger, binding)
    found = {f"n{number}": Count("pk", filter=narrowed & counted(ledger, measure))}
    if isinstance(measure, Ratio):
        narrowed &= conditions.compiled(ledger, measure.where)
        top, bottom = ledger.measure(measure.top), ledger.measure(measure.bottom)
        return found | {
            f"v{number}": _value(ledger, top, narrowed),
            f"b{number}": _value(ledger, bottom, narrowed),
        }
    return found | {f"v{number}": _value(ledger, measure, narrowed)}


def _value(ledger: Ledger, measure: Measure, narrowed: Q) -> Any:
    where = narrowed & conditions.compiled(ledger, measure.where)
    if isinstance(measure, SumMeasure | Last):
        return Coalesce(Sum(measure.of, filter=where), 0)
    return Count("pk", filter=where)


def counted(ledger: Ledger, measure: Measure) -> Q:
    """The rows that a measure looks at: of a ratio those above and those below the line."""
    where = conditions.compiled(ledger, measure.where)
    if not isinstance(measure, Ratio):
        return where
    above, below = (
        conditions.compiled(ledger, ledger.measure(part).where) for part in (measure.top, measure.bottom)
    )
    return where & (above | below) if above and below else where


def narrowing(ledger: Ledger, binding: Binding) -> Q:
    """The binding's own conditions as a filter over the ledger's table."""
    return conditions.compiled(ledger, (Condition.from_data(c) for c in binding.conditions))


class Part(NamedTuple):
    """What a fact says, for one unit and one month."""

    unit: int
    period: int
    value: int
    base: int
    rows: int


AnyFact = TypeVar("AnyFact", Fact, Part, Fact | Part)


def facts_of(
    bindings: Iterable[Binding], start: int, end: int, subtrees: Mapping[int, Collection[int]]
) -> dict[int, list[Part]]:
    """The facts of bindings in the months ``start``..``end`` by the binding's key, each within its scope.

    ``subtrees`` gives for every scope in use the keys of the units under it. One query for all; no ledger is read.
    Of a stock all months up to ``end`` are given, because its last one stands for those after it, and of a ratio of
    what is standing as well.
    """
    wanted = {b.pk: b for b in bindings}
    found: dict[int, list[Part]] = {key: [] for key in wanted}
    stocks = [key for key, binding in wanted.items() if _reaches_back(_measure(binding))]
    facts = Fact.objects.filter(Q(period__gte=start) | Q(binding__in=stocks), binding__in=wanted)
    facts = facts.filter(period__lte=end).order_by("binding_id", "unit", "period")
    for key, *said in facts.values_list("binding_id", *Part._fields):
        scope, part = wanted[key].scope, Part(*said)
        if scope is None or part.unit in subtrees[scope]:
            found[key].append(part)
    return found


def figure(binding: Binding, facts: Sequence[Fact | Part]) -> Figure:
    """Facts put together as their measure allows: flows add up, of a stock each unit's last month stands."""
    ledger, measure = registry.ledger(binding.ledger), _measure(binding)
    unit, scale = base_unit(ledger, measure), scale_of(ledger, measure)
    if isinstance(measure, Ratio):
        return _ratio(ledger, measure, facts)
    if not measure.adds_months:
        facts = latest(facts)
        if not facts:
            return Figure(None, unit, 0)
    return Figure(Decimal(sum(f.value for f in facts)) / scale, unit, sum(f.rows for f in facts))


def _ratio(ledger: Ledger, measure: Ratio, facts: Sequence[Fact | Part]) -> Figure:
    """Top ÷ bottom over all the facts, each in its base unit; in per cent where the ratio's unit is %."""
    count, below = sum(f.rows for f in facts), sum(f.base for f in facts)
    if not below:
        return Figure(None, measure.unit, count)
    top = Decimal(sum(f.value for f in facts)) / scale_of(ledger, ledger.measure(measure.top))
    bottom = Decimal(below) / scale_of(ledger, ledger.measure(measure.bottom))
    share = top * (100 if measure.unit == "%" else 1) / bottom
    return Figure(share / measure.divisor, measure.unit, count)


def preview(binding: Binding, start: int, end: int, within: Collection[int] | None = None) -> Figure:
    """What a binding that is not stored would give in the months ``start``..``end``: one scan, nothing written.

    ``within`` are the keys of the units under the binding's scope, None for every unit.
    """
    ledger, measure = registry.ledger(binding.ledger), _measure(binding)
    first = EVER if _reaches_back(measure) else start
    found = [
        fact
        for fact in _scan(ledger, measure.when, [binding], None)
        if first <= fact.period <= end and (within is None or fact.unit in within)
    ]
    return figure(binding, found)


def latest(facts: Iterable[AnyFact]) -> list[AnyFact]:
    """Each unit's fact of its last month."""
    return list({fact.unit: fact for fact in sorted(facts, key=lambda f: f.period)}.values())


def rows(binding: Binding, start: int, end: int, within: Collection[int] | None = None) -> QuerySet[Row]:
    """The rows that a figure was computed from, by query: the other end of every drill-down.

    ``within`` are the keys of the units under the binding's scope, None for every unit. Of a stock these are the
    rows of each unit's last month up to ``end``.
    """
    ledger, measure = registry.ledger(binding.ledger), _measure(binding)
    found = ledger.rows().filter(narrowing(ledger, binding) & counted(ledger, measure))
    if within is not None and ledger.unit:
        found = found.filter(_owned(ledger, within))
    if isinstance(measure, Last):
        return found.filter(_standing(ledger, binding, measure, end))
    return found.filter(_within(ledger, measure.when, begins(binding, start), end))


def begins(binding: Binding, start: int) -> int:
    """The first month that counts in a window from ``start``: that one, or of what is standing the first there is."""
    measure = _measure(binding)
    return EVER if isinstance(measure, Ratio) and measure.standing else start


def _reaches_back(measure: Measure) -> bool:
    return isinstance(measure, Last) or (isinstance(measure, Ratio) and measure.standing)


def _standing(ledger: Ledger, binding: Binding, measure: Last, end: int) -> Q:
    """The rows of each unit's last month up to ``end``."""
    months: dict[int, set[int]] = defaultdict(set)
    for fact in latest(Fact.objects.filter(binding=binding, period__lte=end)):
        months[fact.period].add(fact.unit)
    standing = Q(pk__in=())
    for month, units in months.items():
        there = _within(ledger, measure.when, month, month)
        standing |= there & _owned(ledger, units) if ledger.unit else there
    return standing


def _measure(binding: Binding) -> Measure:
    return registry.ledger(binding.ledger).measure(binding.measure)


def _first(period: int) -> datetime.date:
    """The first day of a month; month 13 is the next January, so that windows are half-open."""
    year, month = divmod(period - 1, 100)
    return datetime.date(year + month // 12, month % 12 + 1, 1)


def words(binding: Binding) -> str:
    """How a figure is computed, in words: 招商签约台账 · 签约项目数 · 按签约日期计入月份 · 投资额不低于1亿元."""
    ledger = registry.ledger(binding.ledger)
    measure = ledger.measure(binding.measure)
    parts = [f"{ledger.title} · {measure.title}", f"按{conditions.title_at(ledger, measure.when)}计入月份"]
    every = (*measure.where, *(Condition.from_data(c) for c in binding.conditions))
    parts += [conditions.words(ledger, c) for c in every]
    return "，".join(parts)
