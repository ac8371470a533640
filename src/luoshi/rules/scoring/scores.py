"""考核: the points of every unit by a scheme, item by item with the formula written out, totals, ranks within groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from luoshi.rules import issued, rounding
from luoshi.rules.scoring import refusals
from luoshi.rules.scoring.assessed import Assessed, Event, Rating
from luoshi.rules.scoring.counts import counted
from luoshi.rules.scoring.formulas import TAKING
from luoshi.rules.scoring.parts import Dimension, Item
from luoshi.rules.scoring.points import mark
from luoshi.rules.scoring.results import DimensionScore, ItemScore, UnitScore
from luoshi.rules.scoring.rules import ScoreRule
from luoshi.rules.scoring.sheet import Marked, Sheet
from luoshi.rules.scoring.words import equals, shown

__all__ = [
    "Assessed",
    "DimensionScore",
    "Event",
    "ItemScore",
    "Rating",
    "ScoreRule",
    "UnitScore",
    "dimension_score",
    "score",
    "total_of",
]


def score(rule: ScoreRule, rows: Sequence[Assessed]) -> list[UnitScore]:
    """Every unit once: group by group in the scheme's order, by rank, those under a veto last.

    Points of an item are rounded half up to the scheme's places, then added, so that a scorebook adds up by hand.
    Equal totals are decided by the ties of the scheme; who is equal in these too shares a rank, and the next rank is
    left out (1, 1, 3). Raises AssessedTwice, UnknownGroup, and what a formula refuses.
    """
    _check(rule, rows)
    found: list[UnitScore] = []
    for group in rule.groups:
        mine = [row for row in rows if row.group == group.code]
        found += _ranked(rule, [_unit(rule, row, mine) for row in mine])
    return found


def dimension_score(sheet: Sheet, dimension: Dimension) -> DimensionScore:
    """One dimension of a unit."""
    items = tuple(_item(sheet, dimension, item) for item in dimension.items if item.is_for(sheet.row.group))
    return _dimension(sheet, dimension, items)


def total_of(dimensions: Iterable[DimensionScore]) -> Decimal:
    """What dimensions come to."""
    return sum((each.points for each in dimensions), Decimal(0))


def _check(rule: ScoreRule, rows: Sequence[Assessed]) -> None:
    if twice := issued.first_twice([row.unit for row in rows]):
        raise refusals.AssessedTwice(twice)
    groups = [group.code for group in rule.groups]
    for row in rows:
        if row.group not in groups:
            raise refusals.UnknownGroup(row.unit, row.group, groups)


def _unit(rule: ScoreRule, row: Assessed, group: Sequence[Assessed]) -> UnitScore:
    sheet = Sheet(rule, row, group)
    dimensions = tuple(dimension_score(sheet, each) for each in rule.dimensions)
    total = total_of(dimensions)
    return UnitScore(
        row.unit, row.group, dimensions, total, _vetoes(sheet), None, (), _sum(dimensions, total)
    )


def _vetoes(sheet: Sheet) -> tuple[str, ...]:
    found = []
    for veto in sheet.rule.vetoes:
        if count := counted(sheet, veto.figure):
            more = f"，{veto.consequence}" if veto.consequence else ""
            found.append(f"{veto.title}：{sheet.named(veto.figure, count)}{more}")
    return tuple(found)


# ---- one item, one dimension ----------------------------------------------------------------------


def _item(sheet: Sheet, dimension: Dimension, item: Item) -> ItemScore:
    marked = mark(sheet, item)
    takes, most = isinstance(item.formula, TAKING), item.points
    if dimension.kind == "marks" and takes:
        points, words = _left(marked, most or Decimal(0))
    else:
        points, words = _capped(marked, item, "最多扣" if takes else "最多得")
    exact = rounding.half_up(points, sheet.rule.places)
    if dimension.kind == "deduction":
        exact = -exact
    full = (most or Decimal(0)) if dimension.kind == "marks" else Decimal(0)
    lost = max(Decimal(0), full - exact) if dimension.kind != "bonus" else Decimal(0)
    return ItemScore(item.code, item.title, full, exact, lost, words, marked.known)


def _left(marked: Marked, full: Decimal) -> tuple[Fraction, str]:
    """What faults leave of full marks, never less than nothing."""
    left = Fraction(full) - marked.points
    if left < 0:
        return Fraction(0), f"{marked.words}；扣分超过满分 {shown(full)} 分，计 0 分"
    if not marked.points:
        return left, f"{marked.words}，得 {shown(full)} 分"
    return left, f"{marked.words}；{shown(full)} − {shown(marked.points)} {equals(left)} 分"


def _capped(marked: Marked, item: Item, verb: str) -> tuple[Fraction, str]:
    """Points within what the item gives or takes at most; a ratio has its own cap."""
    most = item.most
    if most is None or marked.points <= most:
        return marked.points, marked.words
    return Fraction(most), f"{marked.words}，{verb} {shown(most)} 分"


def _dimension(sheet: Sheet, dimension: Dimension, items: tuple[ItemScore, ...]) -> DimensionScore:
    whole = sum((item.points for item in items), Decimal(0))
    points = rounding.half_up(Fraction(whole) * Fraction(dimension.weight) / 100, sheet.rule.places)
    words = _terms([item.points for item in items], whole)
    if dimension.weight != 100:
        words += f"，{shown(whole)} × {shown(dimension.weight)}% {equals(points)}"
    cap = dimension.cap
    if cap is not None and abs(points) > cap:
        points = cap if points > 0 else -cap
        words += f"，最多{'扣' if points < 0 else '计'} {shown(cap)} 分"
    full = dimension.full(sheet.row.group)
    lost = Decimal(0) if dimension.kind == "bonus" else max(Decimal(0), full - points)
    return DimensionScore(
        dimension.code, dimension.title, dimension.kind, full, points, lost, f"{words} 分", items
    )


def _terms(points: Sequence[Decimal], whole: Decimal) -> str:
    """A sum written out: 3 + 2.5 − 1 = 4.5."""
    if len(points) < 2:
        return shown(whole)
    terms = shown(points[0]) + "".join(
        f" {'−' if each < 0 else '+'} {shown(abs(each))}" for each in points[1:]
    )
    return f"{terms} {equals(whole)}"


def _sum(dimensions: Sequence[DimensionScore], total: Decimal) -> str:
    signs = {"marks": "+", "bonus": "+", "deduction": "−"}
    terms = "".join(f" {signs[each.kind]} {each.title} {shown(abs(each.points))}" for each in dimensions)
    return f"{terms.removeprefix(' + ')} {equals(total)} 分".strip()


# ---- ranks ----------------------------------------------------------------------------------------

_Place = tuple[Decimal, ...]


def _ranked(rule: ScoreRule, units: Sequence[UnitScore]) -> list[UnitScore]:
    free = sorted(
        (each for each in units if not each.vetoes), key=lambda each: (_place(rule, each), each.unit)
    )
    ranks: dict[_Place, int] = {}
    same: dict[_Place, list[str]] = {}
    for number, each in enumerate(free, 1):
        ranks.setdefault(_place(rule, each), number)
        same.setdefault(_place(rule, each), []).append(each.unit)
    found = []
    for each in free:
        place = _place(rule, each)
        tied = tuple(unit for unit in same[place] if unit != each.unit)
        found.append(_with_rank(rule, each, ranks[place], tied, len(free)))
    vetoed = sorted((each for each in units if each.vetoes), key=lambda each: each.unit)
    return found + [_without_rank(each) for each in vetoed]


def _place(rule: ScoreRule, each: UnitScore) -> _Place:
    return (-each.total, *(-each.points_of(code) for code in rule.ties))


def _with_rank(rule: ScoreRule, each: UnitScore, rank: int, tied: tuple[str, ...], count: int) -> UnitScore:
    shared = f"，与{'、'.join(tied)}并列" if tied else ""
    place = f"在{rule.group(each.group).title} {count} 个中排第 {rank} 名{shared}"
    return replace(each, rank=rank, tied=tied, reason=f"{each.reason}，{place}")


def _without_rank(each: UnitScore) -> UnitScore:
    return replace(each, reason=f"{each.reason}；{'；'.join(each.vetoes)}；一票否决，本年不排名")
