"""Builds the months that the tests of lights and boards look at."""

from __future__ import annotations

from decimal import Decimal

from luoshi.rules import months
from luoshi.rules.lights import Excuse, Observation
from luoshi.rules.progress import Aim, progress_of

FULL_YEAR = 202601


def seen(
    actual: str | None,
    planned: str | None,
    *,
    value: str = "100",
    month: int = FULL_YEAR,
    aim: Aim | None = None,
    excuse: Excuse | None = None,
    reference: str | None = None,
    unit: str = "个",
) -> Observation:
    """One month; numbers as they are written, None for not known or not due."""
    plan, done, other = (None if text is None else Decimal(text) for text in (planned, actual, reference))
    progress = progress_of(aim or Aim(Decimal(value)), planned=plan, actual=done)
    return Observation(month, progress, plan, done, excuse, other, unit)


def following(*each: Observation, start: int = FULL_YEAR) -> list[Observation]:
    """The observations as months in a row."""
    return [
        Observation(
            months.add_months(start, i),
            o.progress,
            o.planned,
            o.actual,
            o.excuse,
            o.reference,
            o.measure_unit,
        )
        for i, o in enumerate(each)
    ]
