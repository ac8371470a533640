"""The points of one item of a unit by its formula, with the formula written out in words and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from luoshi.rules.scoring import counts, ratios, refusals
from luoshi.rules.scoring.assessed import Rating
from luoshi.rules.scoring.formulas import (
    Awards,
    Best,
    Faults,
    Panel,
    Places,
    Ratings,
    Ratio,
    Sizes,
    Thresholds,
    Types,
)
from luoshi.rules.scoring.parts import Item
from luoshi.rules.scoring.sheet import NONE, Marked, Sheet, stepped
from luoshi.rules.scoring.words import equals, shown


def mark(sheet: Sheet, item: Item) -> Marked:
    """What the formula of an item gives or takes, not yet limited by the item's points."""
    points = Fraction(item.points or 0)
    match item.formula:
        case Ratio():
            return ratios.ratio(sheet, item.formula, points)
        case Thresholds():
            return counts.thresholds(sheet, item.formula)
        case Faults():
            return counts.faults(sheet, item.formula)
        case Awards():
            return counts.awards(sheet, item.formula)
        case Ratings():
            return _ratings(sheet, item.formula, points)
        case Sizes():
            return _sizes(sheet, item.formula)
        case Types():
            return _types(sheet, item.formula)
        case Places():
            return ratios.places(sheet, item.formula)
        case Best():
            return ratios.best(sheet, item.formula, points)


def _ratings(sheet: Sheet, formula: Ratings, points: Fraction) -> Marked:
    mean, terms, known = NONE, [], True
    for panel in formula.panels:
        ratings = _checked(sheet, panel, formula.scale)
        marks = _trimmed([Fraction(each.mark) for each in ratings], formula.trim)
        known = known and bool(marks)
        average = sum(marks, start=NONE) / len(marks) if marks else NONE
        mean += average * Fraction(panel.weight) / 100
        title = sheet.rule.figure(panel.figure).title
        rated = f"{title} {len(marks)} 票平均 {shown(average)}" if marks else sheet.lacks(panel.figure)
        terms.append(f"{rated} × {shown(panel.weight)}%")
    got = points * mean / Fraction(formula.scale)
    scaled = f"{shown(mean)} ÷ {shown(formula.scale)} × {shown(points)} {equals(got)} 分"
    return Marked(got, f"{' + '.join(terms)} {equals(mean)}，{scaled}", known)


def _checked(sheet: Sheet, panel: Panel, scale: Decimal) -> Sequence[Rating]:
    unit, ratings = sheet.row.unit, sheet.row.ratings.get(panel.figure, ())
    seen: set[str] = set()
    for each in ratings:
        if each.rater == unit:
            raise refusals.RatesItself(unit)
        if each.rater in seen:
            raise refusals.RatedTwice(unit, each.rater)
        if not 0 <= each.mark <= scale:
            raise refusals.MarkOutOfScale(unit, each.rater, shown(each.mark), shown(scale))
        seen.add(each.rater)
    return ratings


def _trimmed(marks: Sequence[Fraction], trim: int) -> list[Fraction]:
    """Without the highest and the lowest, as long as something is left."""
    ordered = sorted(marks)
    return ordered[trim : len(ordered) - trim] if len(ordered) > 2 * trim else ordered


def _sizes(sheet: Sheet, formula: Sizes) -> Marked:
    value = sheet.row.value(formula.figure)
    if value is None:
        return Marked(NONE, f"{sheet.lacks(formula.figure)}，计 0 分", known=False)
    got = stepped(formula.steps, value, formula.rest)
    return Marked(got, f"{sheet.named(formula.figure, value)}，得 {shown(got)} 分")


def _types(sheet: Sheet, formula: Types) -> Marked:
    word, title = sheet.row.words.get(formula.figure), sheet.rule.figure(formula.figure).title
    if word is None:
        return Marked(NONE, f"{sheet.lacks(formula.figure)}，计 0 分", known=False)
    types = dict(formula.types)
    if word not in types:
        raise refusals.UnknownType(sheet.row.unit, title, word, types)
    return Marked(Fraction(types[word]), f"{title}为{word}，得 {shown(types[word])} 分")
