"""Plan lint: what a supervision office would send back in a work plan before it is issued."""

from __future__ import annotations

from datetime import date
from decimal import Context, localcontext

from luoshi.reading.lint import deadlines, growth, measures, owners, parts, stocks, twice
from luoshi.reading.lint.findings import CODES, LEVELS, Finding, Level, to_json
from luoshi.reading.lint.plan import Day, Plan
from luoshi.reading.model import Reading

__all__ = ["CODES", "LEVELS", "Day", "Finding", "Level", "held_against", "lint", "to_json"]

CHECKS = (parts.check, growth.check, stocks.check, twice.check, deadlines.check, owners.check, measures.check)
#: Whatever number a text holds, nothing is raised: what cannot be computed contradicts nothing.
ENDLESS_NUMBERS = Context(prec=60, traps=[])


def lint(reading: Reading, *, as_of: date | None = None, year: int | None = None) -> tuple[Finding, ...]:
    """What is wrong with the promises of a reading, in order of place; every offset one of the text as given.

    ``as_of`` is the day against which deadlines are held: without it the day of issue, else the first day of the plan
    year, else none is held to be past. ``year`` is the plan year where the document does not say it. The time is
    linear in the number of commitments.
    """
    plan = Plan.of(reading, as_of, year)
    with localcontext(ENDLESS_NUMBERS):
        found = [one for check in CHECKS for one in check(plan)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.code)))


def held_against(reading: Reading, *, as_of: date | None = None, year: int | None = None) -> Day | None:
    """The day that :func:`lint` holds deadlines against, with a word for it; None where there is none."""
    return Plan.of(reading, as_of, year).day
