"""How lost points are won back: how much more of what gives how many points, the cheapest way first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from luoshi.rules import rounding
from luoshi.rules.scoring import checks, ratios
from luoshi.rules.scoring.assessed import Assessed
from luoshi.rules.scoring.formulas import (
    Award,
    Awards,
    Best,
    Better,
    Faults,
    Part,
    Places,
    Ratio,
    Sizes,
    Thresholds,
)
from luoshi.rules.scoring.parts import Dimension, Item
from luoshi.rules.scoring.rules import ScoreRule
from luoshi.rules.scoring.scores import dimension_score, total_of
from luoshi.rules.scoring.sheet import Sheet
from luoshi.rules.scoring.words import PLACES, shown, told

Change = tuple[str, Fraction]
"""A figure's code and how much more of it; less where it is negative."""


@dataclass(frozen=True, slots=True)
class Way:
    """One figure of an item changed by ``amount`` adds ``points`` to the unit's total, wherever the figure counts.

    ``per_work``: points for one unit of the figure's ``effort``.
    """

    item: str
    figure: str
    amount: Decimal
    points: Decimal
    per_work: Decimal
    sentence: str


def ways(rule: ScoreRule, rows: Sequence[Assessed], unit: str) -> tuple[Way, ...]:
    """Every way of a unit, the one that gives most points for its work first.

    The points are found by scoring the unit again, so that caps, roundings and figures that count twice are in them;
    figures of the others stay as they are. Raises what :func:`luoshi.rules.scoring.scores.score` raises of the unit's row.
    """
    row = next(row for row in rows if row.unit == unit)
    sheet = Sheet(rule, row, [each for each in rows if each.group == row.group])
    found = []
    for dimension in rule.dimensions:
        for item in dimension.items:
            if item.is_for(row.group):
                tried = (_way(sheet, item, change) for change in dict.fromkeys(_changes(sheet, item)))
                found += [way for way in tried if way is not None]
    return tuple(sorted(found, key=lambda way: (-way.per_work, -way.points, way.item, way.figure)))


def _way(sheet: Sheet, item: Item, change: Change) -> Way | None:
    code, wanted = change
    figure, had = sheet.rule.figure(code), sheet.row.value(code) or Decimal(0)
    places = 0 if figure.whole or figure.kind == "events" else PLACES
    amount = _outward(wanted, places)
    points = _gain(sheet, code, rounding.exact(Fraction(had) + Fraction(amount)))
    if not amount or points <= 0:
        return None
    work = abs(Fraction(amount)) * Fraction(figure.effort)
    per_work = rounding.exact(Fraction(points) / work)
    each = shown(Fraction(points) / abs(Fraction(amount)))
    asked, gained, one = told(figure, abs(amount)), shown(points), told(figure, Decimal(1))
    sentence = (
        f"{figure.title}再增加 {asked}，可得 {gained} 分，每 {one}约 {each} 分"
        if amount > 0
        else f"{figure.title}减少 {asked}，可得 {gained} 分，每 {one}约 {each} 分"
    )
    return Way(item.code, code, amount, points, per_work, sentence)


def _outward(amount: Fraction, places: int) -> Decimal:
    """Rounded away from nought, so that what is asked is enough."""
    scaled = amount * 10**places
    return rounding.exact(Fraction(ceil(scaled) if scaled > 0 else floor(scaled), 10**places))


def _gain(sheet: Sheet, code: str, value: Decimal) -> Decimal:
    """What the unit's total gains where a figure has another value."""
    row = replace(sheet.row, figures={**sheet.row.figures, code: value})
    group = [row if each.unit == row.unit else each for each in sheet.group]
    touched = [each for each in sheet.rule.dimensions if _looks_at(each, code)]
    after = total_of(dimension_score(Sheet(sheet.rule, row, group), each) for each in touched)
    return after - total_of(dimension_score(sheet, each) for each in touched)


def _looks_at(dimension: Dimension, code: str) -> bool:
    return any(code == used for item in dimension.items for used, _ in checks.uses(item.formula))


# ---- what may be changed --------------------------------------------------------------------------


def _changes(sheet: Sheet, item: Item) -> Iterator[Change]:
    """Changes of a figure that may win points in an item; nothing where the figure is not known."""
    match item.formula:
        case Ratio():
            yield from _of_ratio(sheet, item.formula)
        case Thresholds(thresholds=thresholds):
            for each in thresholds:
                missing = Fraction(each.least) - Fraction(sheet.row.count(each.figure))
                yield each.figure, max(Fraction(0), missing)
        case Faults(faults=faults):
            yield from (
                (each.figure, -Fraction(sheet.row.count(each.figure))) for each in faults if each.curable
            )
        case Awards(awards=awards):
            yield from (change for award in awards if award.each for change in _of_award(sheet, item, award))
        case Sizes(figure=figure, steps=steps):
            yield from _towards(sheet, figure, [step.bound for step in steps], "high")
        case Places(figure=figure, better=better) | Best(figure=figure, better=better):
            yield from _towards(sheet, figure, ratios.values_of(sheet.group, figure), better)
        case _:
            return


def _of_ratio(sheet: Sheet, formula: Ratio) -> Iterator[Change]:
    shares = [ratios.share_of(sheet, part) for part in formula.parts]
    reached = sum(
        (
            (share or Fraction(0)) * Fraction(part.share)
            for share, part in zip(shares, formula.parts, strict=True)
        ),
        start=Fraction(0),
    )
    goal = Fraction(100 if reached < 100 else formula.cap)
    for share, part in zip(shares, formula.parts, strict=True):
        if share is not None and part.share and goal > reached:
            yield part.actual, _of_part(sheet, part, (goal - reached) / Fraction(part.share))


def _of_part(sheet: Sheet, part: Part, missing: Fraction) -> Fraction:
    """How much more of a part's actual; of a limit, or of a target that is not positive, what is missing to it."""
    actual = Fraction(sheet.row.value(part.actual) or 0)
    target = Fraction(ratios.target_of(sheet, part) or 0)
    if part.better == "high" and target > 0:
        return missing * target
    return target - actual


def _of_award(sheet: Sheet, item: Item, award: Award) -> Iterator[Change]:
    count = Fraction(sheet.row.count(award.figure)) - Fraction(
        sheet.row.count(award.beyond) if award.beyond else 0
    )
    most = award.most if award.most is not None else item.points
    wanted = (
        Fraction(1) if most is None else Fraction(most) / Fraction(award.each or 1) - max(Fraction(0), count)
    )
    yield award.figure, wanted + max(Fraction(0), -count)


def _towards(sheet: Sheet, code: str, values: Sequence[Decimal], better: Better) -> Iterator[Change]:
    """To the nearest and to the furthest of the better values."""
    value = sheet.row.value(code)
    if value is None:
        return
    ahead = [Fraction(each) - Fraction(value) for each in values if ratios.is_better(each, value, better)]
    ahead.sort(key=abs)
    yield from ((code, each) for each in (ahead[:1] + ahead[-1:]))
