"""Times as plans name them, in a normal form: year, Q1, per-quarter, 2026, 2026-06, MM=06, year-end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from luoshi.reading.clauses import Clause
from luoshi.reading.engine import Layer
from luoshi.reading.openings import quick
from luoshi.reading.periods.rules import RULES, Named

__all__ = ["Period", "find", "governing", "plan_year"]

_LAYER = Layer(RULES)
_PLANNED = quick(
    r"(?<![到至—-])(?<![—-]20\d\d)(20\d{2})年(?!底)(?=(?:(?!20\d{2}年|实际|同比|以来)[^。\n]){0,40}?(?:将|要|工作|目标|计划|打算|力争|确保|实事))"
)


class Period(NamedTuple):
    """A time named at text[start:end]; ``past`` is a year before the plan's, ``by`` a time limit (6月底前)."""

    start: int
    end: int
    value: str
    past: bool = False
    by: bool = False

    @property
    def recurs(self) -> bool:
        return self.value.startswith("per-")

    @property
    def whole(self) -> bool:
        """A year, this one or another: it governs what follows in the sentence."""
        return self.value == "year" or (len(self.value) == 4 and self.value.isdigit())


def find(text: str, year: int | None, start: int = 0, end: int | None = None) -> list[Period]:
    """Every time named in text[start:end], given the plan's year if it is known."""
    return [
        Period(found.start, found.end, value, past=_past(found.value, year), by=text[found.end - 1] == "前")
        for found in _LAYER.find(text, start, end)
        if (value := _normal(found.value, year)) is not None
    ]


def _past(named: Named, year: int | None) -> bool:
    return named.form == "past" or (named.year is not None and year is not None and named.year < year)


def _normal(named: Named, year: int | None) -> str | None:
    said = named.year or year
    match named.form:
        case "this":
            return "year"
        case "per":
            return named.per
        case "quarter":
            return f"Q{named.quarter}" if said == year else f"{said}"
        case "month":
            return f"{said}-{named.month:02d}" if said else f"MM={named.month:02d}"
        case "end":
            return "year-end" if said == year else f"{said}"
        case "past":
            return str(year - 1) if year else "past"
        case "next":
            return str(year + 1) if year else None
        case _:
            return "year" if said == year else f"{said}"


def plan_year(text: str) -> int | None:
    """The last of the years most spoken of as the one to come, when the document does not say its own."""
    counted = Counter(_PLANNED.findall(text))
    often = max(counted.values(), default=0)
    return max((int(said) for said, times in counted.items() if 2 * times >= often), default=None)


def governing(
    periods: Sequence[Period], clauses: Sequence[Clause], index: int, start: int, end: int
) -> Period | None:
    """The time that governs text[start:end], standing in clauses[index] of its sentence.

    The nearest in the same clause, before or else after; else the nearest year or quarter named earlier in the
    sentence, or a time named in its first clause. A recurring time governs its own clause only, and so does a
    time limit, unless it stands alone in that first clause.
    """
    clause = clauses[index]
    inside = [period for period in periods if clause.start <= period.start < clause.end]
    before = [period for period in inside if period.end <= start]
    after = [period for period in inside if period.start >= end]
    if before:
        return before[-1]
    if after:
        return after[-1]
    first = clauses[0]
    led = [p for p in periods if first.start <= p.start < clause.start and _reaches_on(p, first)]
    return led[-1] if led else None


def _reaches_on(period: Period, first: Clause) -> bool:
    """Whether a time governs the clauses behind its own."""
    if period.whole:
        return True
    if period.recurs or period.by:
        alone = first.end - first.start - (period.end - period.start) < 4
        return period.by and alone and period.start < first.end
    return period.value.startswith("Q") or period.start < first.end
