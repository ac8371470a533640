"""Points taken for what is missing or wrong, and added for what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from luoshi.rules.scoring import refusals
from luoshi.rules.scoring.assessed import Assessed, Event
from luoshi.rules.scoring.formulas import Award, Awards, Fault, Faults, Thresholds
from luoshi.rules.scoring.sheet import NONE, Marked, Sheet, stepped
from luoshi.rules.scoring.words import equals, shown


def thresholds(sheet: Sheet, formula: Thresholds) -> Marked:
    taken, words, known = NONE, [], True
    for each in formula.thresholds:
        value = sheet.row.value(each.figure)
        missing = max(NONE, Fraction(each.least) - Fraction(value or 0))
        least = sheet.told(each.figure, each.least)
        had = sheet.lacks(each.figure) if value is None else sheet.named(each.figure, value)
        known = known and value is not None
        taken += missing * Fraction(each.each)
        words.append(f"{had}，{_missing(missing, each.each, least)}")
    return Marked(taken, "；".join(words), known)


def _missing(missing: Fraction, each: Decimal, least: str) -> str:
    if not missing:
        return f"不少于 {least}，不扣分"
    return f"应不少于 {least}，差 {shown(missing)} × {shown(each)} {equals(missing * Fraction(each))} 分"


def faults(sheet: Sheet, formula: Faults) -> Marked:
    found = [_fault(sheet, each) for each in formula.faults if sheet.row.count(each.figure)]
    words = "；".join(words for _, words in found)
    return Marked(sum((taken for taken, _ in found), start=NONE), words or "没有扣分事项")


def _fault(sheet: Sheet, fault: Fault) -> tuple[Fraction, str]:
    count = Fraction(counted(sheet, fault.figure))
    taken = count * Fraction(fault.each)
    words = f"{sheet.named(fault.figure, count)} × {shown(fault.each)} {equals(taken)} 分{_listed(sheet, fault.figure)}"
    return _at_most(taken, fault.most, words, "最多扣")


def counted(sheet: Sheet, code: str) -> Decimal:
    """How often something was counted against the unit; raises BelowNought."""
    count = sheet.row.count(code)
    if count < 0:
        raise refusals.BelowNought(sheet.row.unit, sheet.rule.figure(code).title, shown(count))
    return count


def _listed(sheet: Sheet, code: str) -> str:
    titles = dict.fromkeys(event.title for event in sheet.row.events.get(code, ()) if event.title)
    return f"（{'、'.join(titles)}）" if titles else ""


def _at_most(points: Fraction, most: Decimal | None, words: str, verb: str) -> tuple[Fraction, str]:
    if most is None or points <= most:
        return points, words
    return Fraction(most), f"{words}，{verb} {shown(most)} 分"


def awards(sheet: Sheet, formula: Awards) -> Marked:
    chosen = _chosen(sheet.row, formula.awards)
    found = [
        _stepped(sheet, award, chosen[at]) if award.steps else _each(sheet, award)
        for at, award in enumerate(formula.awards)
    ]
    words = "；".join(words for points, words in found if points)
    return Marked(sum((points for points, _ in found), start=NONE), words or "没有加分事项")


def _each(sheet: Sheet, award: Award) -> tuple[Fraction, str]:
    count = Fraction(sheet.row.count(award.figure))
    words = sheet.named(award.figure, count)
    if award.beyond:
        base = sheet.row.value(award.beyond)
        if base is None:
            return NONE, sheet.lacks(award.beyond)
        count -= Fraction(base)
        words = f"{words}，超过 {sheet.told(award.figure, base)}的 {sheet.told(award.figure, count)}"
    points = max(NONE, count) * Fraction(award.each or 0)
    return _at_most(points, award.most, f"{words} × {shown(award.each or 0)} {equals(points)} 分", "最多加")


def _stepped(sheet: Sheet, award: Award, events: Sequence[Event]) -> tuple[Fraction, str]:
    points = sum((stepped(award.steps, event.size) for event in events), start=NONE)
    terms = "、".join(
        f"{event.title or event.key} {sheet.told(award.figure, event.size)}得 {shown(stepped(award.steps, event.size))} 分"
        for event in events
    )
    return _at_most(points, award.most, f"{terms}，共 {shown(points)} 分", "最多加")


def _chosen(row: Assessed, awards: Sequence[Award]) -> list[list[Event]]:
    """Of each award the events that it counts: an event once, where it gives most, the first of equals."""
    best: dict[str, tuple[Fraction, int, Event]] = {}
    for at, award in enumerate(awards):
        for event in row.events.get(award.figure, ()) if award.steps else ():
            points = stepped(award.steps, event.size)
            if points and (event.key not in best or points > best[event.key][0]):
                best[event.key] = (points, at, event)
    return [[event for _, place, event in best.values() if place == at] for at in range(len(awards))]
