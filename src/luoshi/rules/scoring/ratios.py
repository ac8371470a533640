"""Points by completion, and by the place within the group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from luoshi.rules import progress
from luoshi.rules.scoring.assessed import Assessed
from luoshi.rules.scoring.formulas import Best, Better, Part, Places, Ratio
from luoshi.rules.scoring.sheet import NONE, Marked, Sheet
from luoshi.rules.scoring.words import equals, shown


def ratio(sheet: Sheet, formula: Ratio, points: Fraction) -> Marked:
    parts = [_part(sheet, part) for part in formula.parts]
    known = all(share is not None for share, _ in parts)
    if not known and len(parts) == 1:
        return Marked(NONE, f"{parts[0][1]}，计 0 分", known=False)
    shares = (
        (share or NONE) * Fraction(part.share) for (share, _), part in zip(parts, formula.parts, strict=True)
    )
    reached = sum(shares, start=NONE)
    counted = max(NONE, min(reached, Fraction(formula.cap)))
    words = [_ratio_words(formula, [words for _, words in parts], reached)]
    if formula.least is not None and reached < formula.least:
        return Marked(NONE, f"{words[0]}，低于 {shown(formula.least)}%，计 0 分", known)
    if counted != reached:
        words.append(f"按 {shown(counted)}% 计")
    got = points * counted / 100
    words.append(f"{shown(counted)}% × {shown(points)} {equals(got)} 分")
    return Marked(got, "，".join(words), known)


def _ratio_words(formula: Ratio, parts: Sequence[str], reached: Fraction) -> str:
    if len(parts) == 1:
        return f"{parts[0]} {equals(reached)}%"
    terms = " + ".join(
        f"{words} × {shown(part.share)}%" for words, part in zip(parts, formula.parts, strict=True)
    )
    return f"{terms} {equals(reached)}%"


def _part(sheet: Sheet, part: Part) -> tuple[Fraction | None, str]:
    """How much of its target a part has reached, and the division in words."""
    actual, target = sheet.row.value(part.actual), target_of(sheet, part)
    if actual is None or target is None:
        return None, sheet.lacks(part.actual if actual is None else part.target)
    return _share(part, target, actual), _part_words(sheet, part, Fraction(target), Fraction(actual))


def share_of(sheet: Sheet, part: Part) -> Fraction | None:
    """How much of its target a part has reached; None where one of the two is not known."""
    actual, target = sheet.row.value(part.actual), target_of(sheet, part)
    return None if actual is None or target is None else _share(part, target, actual)


def target_of(sheet: Sheet, part: Part) -> Decimal | None:
    """What a part is held against."""
    return sheet.row.value(part.target) if part.target else part.constant


def _share(part: Part, target: Decimal, actual: Decimal) -> Fraction:
    reckon = progress.share_within if part.better == "low" else progress.share_reached
    return reckon(Fraction(target), Fraction(actual))


def _part_words(sheet: Sheet, part: Part, value: Fraction, done: Fraction) -> str:
    if part.better == "low":
        return _limit_words(sheet, part, value, done)
    named, target = sheet.named(part.actual, done), sheet.told(part.target or part.actual, value)
    return f"{named} ÷ {target}" if value > 0 else f"{named}，目标 {target}，折算"


def _limit_words(sheet: Sheet, part: Part, value: Fraction, done: Fraction) -> str:
    named, limit = sheet.named(part.actual, done), sheet.told(part.target or part.actual, value)
    if done <= value:
        return f"{named}，未超过上限 {limit}，折算"
    return f"上限 {limit} ÷ {named}" if value > 0 else f"{named}，超过上限 {limit}，折算"


def places(sheet: Sheet, formula: Places) -> Marked:
    value, known = sheet.row.value(formula.figure), values_of(sheet.group, formula.figure)
    if value is None:
        return Marked(NONE, f"{sheet.lacks(formula.figure)}，计 0 分", known=False)
    rank = 1 + sum(is_better(other, value, formula.better) for other in known)
    got = formula.points[rank - 1] if rank <= len(formula.points) else formula.rest
    named = sheet.named(formula.figure, value)
    place = f"在{sheet.rule.group(sheet.row.group).title} {len(known)} 个中排第 {rank} 名"
    return Marked(Fraction(got), f"{named}，{place}，得 {shown(got)} 分")


def is_better(one: Decimal, other: Decimal, better: Better) -> bool:
    """Whether a figure is better than another."""
    return one > other if better == "high" else one < other


def values_of(rows: Iterable[Assessed], code: str) -> list[Decimal]:
    """What is known of a figure, of all units."""
    return [value for row in rows if (value := row.value(code)) is not None]


def best(sheet: Sheet, formula: Best, points: Fraction) -> Marked:
    value = sheet.row.value(formula.figure)
    if value is None:
        return Marked(NONE, f"{sheet.lacks(formula.figure)}，计 0 分", known=False)
    known, low = values_of(sheet.group, formula.figure), formula.better == "low"
    best = min(known) if low else max(known)
    named = sheet.named(formula.figure, value)
    if value == best:
        return Marked(points, f"{named}，为第一名，得 {shown(points)} 分")
    top, bottom = (best, value) if low else (value, best)
    share = max(NONE, Fraction(top) / Fraction(bottom)) if bottom > 0 else NONE
    first = f"第一名 {sheet.told(formula.figure, best)}"
    division = f"{shown(top)} ÷ {shown(bottom)} × {shown(points)} {equals(points * share)} 分"
    return Marked(points * share, f"{named}，{first}，{division if share else '计 0 分'}")
