"""亩均效益: points, rank and class of the enterprises of a year, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from luoshi.rules import issued, refusals, rounding
from luoshi.rules.per_mu_rules import Grade, PerMuItem, PerMuRule, PerMuTable

__all__ = ["Evaluated", "ItemPoints", "PerMuRule", "Rated", "benchmark_points", "evaluate", "minmax_points"]


@dataclass(frozen=True, slots=True)
class Rated:
    """One enterprise of a year: its figures by name, in the units of the rule's benchmarks; None: not known.

    ``years`` since it began (None: not known, never too young), ``kind`` of enterprise, ``exempt`` a reason
    decided elsewhere for not evaluating it, ``extras`` points by the rule's extras.
    """

    key: str
    table: str
    figures: Mapping[str, Decimal | None]
    years: Decimal | None = None
    kind: str = ""
    exempt: str = ""
    extras: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemPoints:
    """What one item gave; ``value`` None where it is not known or its bottom is 0."""

    code: str
    title: str
    value: Decimal | None
    points: Decimal
    note: str


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The result of one enterprise; ``rank`` and ``points`` None for T."""

    key: str
    table: str
    items: tuple[ItemPoints, ...]
    points: Decimal | None
    grade: Grade
    rank: int | None
    reason: str


_Value = Fraction | Literal["best"] | None


@dataclass(frozen=True, slots=True)
class _Total:
    row: Rated
    items: tuple[ItemPoints, ...]
    points: Fraction
    ties: tuple[Fraction, ...]

    @property
    def place(self) -> tuple[Fraction, ...]:
        return (-self.points, *(-each for each in self.ties))


def benchmark_points(
    value: Decimal | Fraction, benchmark: Decimal, weight: Decimal, cap: Decimal | None = None
) -> Decimal:
    """value ÷ benchmark × weight, at least 0 and at most cap × weight.

    Source: the benchmark ratio of published 亩均效益 rules (tax per mu against 15 万元/亩, weight 40).

    >>> benchmark_points(Decimal(12), Decimal(15), Decimal(40))
    Decimal('32')
    >>> benchmark_points(Decimal(30), Decimal(15), Decimal(40), cap=Decimal("1.2"))
    Decimal('48')
    """
    return rounding.exact(_benchmark(Fraction(value), benchmark, weight, cap))


def minmax_points(
    value: Decimal | Fraction,
    least: Decimal | Fraction,
    most: Decimal | Fraction,
    weight: Decimal,
    floor: Decimal = Decimal(20),
) -> Decimal:
    """weight × [floor + (100 − floor) × (x − min) ÷ (max − min)] ÷ 100; full marks where all are equal.

    Source: the min–max form of published 亩均效益 rules, floor 20.

    >>> minmax_points(Decimal(6), Decimal(2), Decimal(10), Decimal(45))
    Decimal('27')
    >>> [minmax_points(Decimal(x), Decimal(2), Decimal(10), Decimal(45)) for x in (2, 10)]
    [Decimal('9'), Decimal('45')]
    """
    return rounding.exact(_minmax(Fraction(value), Fraction(least), Fraction(most), weight, floor))


def evaluate(rule: PerMuRule, rows: Sequence[Rated]) -> list[Evaluated]:
    """Every row once: table by table, by rank, those not evaluated (T) last, each by key where equal.

    Equal points and ties share rank and class, so that nobody's class is decided by chance. A class reaches
    to rank half-up(share × ranked ÷ 100): of 99 rows A takes 20, of one row the first whose share is 50 or
    more. Raises UnknownTable, RowTwice.

    Source: A top 20 %, B to 60 %, C to 95 %, D the rest; T where evaluation does not fit.
    """
    _check(rule, rows)
    found: list[Evaluated] = []
    for table in rule.tables:
        mine = [row for row in rows if row.table == table.code]
        exempt = {row.key: reason for row in mine if (reason := _exempt(rule, row))}
        found += _ranked(rule, table, [row for row in mine if row.key not in exempt])
        found += [
            Evaluated(key, table.code, (), None, "T", None, f"{exempt[key]}，不参加评价，列 T 类")
            for key in sorted(exempt)
        ]
    return found


def _check(rule: PerMuRule, rows: Sequence[Rated]) -> None:
    tables = [table.code for table in rule.tables]
    if twice := issued.first_twice([row.key for row in rows]):
        raise refusals.RowTwice(twice)
    for row in rows:
        if row.table not in tables:
            raise refusals.UnknownTable(row.key, row.table, tables)


def _exempt(rule: PerMuRule, row: Rated) -> str:
    if row.exempt:
        return row.exempt
    if row.kind in rule.exempt_kinds:
        return f"属于{row.kind}"
    if rule.young_years is not None and row.years is not None and row.years < rule.young_years:
        return f"投产不足 {rule.young_years} 年"
    return ""


def _ranked(rule: PerMuRule, table: PerMuTable, rows: Sequence[Rated]) -> list[Evaluated]:
    totals = sorted(_totals(rule, table, rows), key=lambda total: (total.place, total.row.key))
    found: list[Evaluated] = []
    rank = 0
    for number, total in enumerate(totals, 1):
        if number == 1 or total.place != totals[number - 2].place:
            rank = number
        grade = _grade(rule, rank, len(totals))
        points = rounding.exact(total.points)
        reason = _reason(table, total, rank, len(totals), grade)
        found.append(Evaluated(total.row.key, table.code, total.items, points, grade, rank, reason))
    return found


def _grade(rule: PerMuRule, rank: int, count: int) -> Grade:
    for grade, share in rule.classes:
        if rank <= rounding.half_up(Fraction(share) * count / 100, 0):
            return grade
    return "D"


def _totals(rule: PerMuRule, table: PerMuTable, rows: Sequence[Rated]) -> list[_Total]:
    values = {item.code: [_value(item, row) for row in rows] for item in table.items}
    points = {item.code: _points(item, values[item.code]) for item in table.items}
    totals = []
    for i, row in enumerate(rows):
        items = tuple(_shown(item, values[item.code][i], points[item.code][i]) for item in table.items)
        extras = (min(row.extras.get(each.code, Decimal(0)), each.most) for each in table.extras)
        total = sum((points[item.code][i] for item in table.items), Fraction(0))
        ties = tuple(_tie(values[tie][i]) for tie in rule.ties if tie in values)
        totals.append(_Total(row, items, total + sum(map(Fraction, extras), Fraction(0)), ties))
    return totals


def _tie(value: _Value) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(0)


def _value(item: PerMuItem, row: Rated) -> _Value:
    top = row.figures.get(item.top)
    if top is None:
        return None
    if not item.bottom:
        return Fraction(top)
    bottom = row.figures.get(item.bottom)
    if bottom is None or bottom < 0:
        return None
    if not bottom:
        return "best" if item.zero_is_best and top > 0 else None
    return Fraction(top) / Fraction(bottom)


def _points(item: PerMuItem, values: Sequence[_Value]) -> list[Fraction]:
    known = [value for value in values if isinstance(value, Fraction)]
    least, most = min(known, default=Fraction(0)), max(known, default=Fraction(0))
    full = Fraction(item.weight) * Fraction(item.cap or 1)

    def points(value: _Value) -> Fraction:
        if value is None:
            return Fraction(0)
        if value == "best":
            return full
        if item.benchmark is not None:
            return _benchmark(value, item.benchmark, item.weight, item.cap)
        return _minmax(value, least, most, item.weight, item.floor)

    return [points(value) for value in values]


def _benchmark(value: Fraction, benchmark: Decimal, weight: Decimal, cap: Decimal | None) -> Fraction:
    ratio = max(Fraction(0), value / Fraction(benchmark))
    return Fraction(weight) * (ratio if cap is None else min(ratio, Fraction(cap)))


def _minmax(value: Fraction, least: Fraction, most: Fraction, weight: Decimal, floor: Decimal) -> Fraction:
    share = (value - least) / (most - least) if most > least else Fraction(1)
    return Fraction(weight) * (Fraction(floor) + (100 - Fraction(floor)) * share) / 100


def _shown(item: PerMuItem, value: _Value, points: Fraction) -> ItemPoints:
    unit = f" {item.unit}" if item.unit else ""
    mark = rounding.show_fixed(rounding.exact(points), 2)
    if value is None:
        return ItemPoints(item.code, item.title, None, Decimal(0), f"{item.title}缺少数据，计 0 分")
    if value == "best":
        return ItemPoints(
            item.code, item.title, None, rounding.exact(points), f"{item.title}分母为 0，得 {mark} 分"
        )
    shown = rounding.exact(value)
    note = f"{item.title} {rounding.show(shown)}{unit}，得 {mark} 分"
    return ItemPoints(item.code, item.title, shown, rounding.exact(points), note)


def _reason(table: PerMuTable, total: _Total, rank: int, count: int, grade: Grade) -> str:
    notes = "；".join(item.note for item in total.items)
    points = rounding.show_fixed(rounding.exact(total.points), 2)
    return f"{notes}。合计 {points} 分，在{table.title} {count} 家中排第 {rank} 名，列 {grade} 类"
