"""What follows from a clause's fields: the window of months, the rhythm, the path on which progress is expected."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from luoshi.plans.targets.models import MONTHLY, ONCE, QUARTERLY

_BY_QUARTER = re.compile(r"前[两二三]个?季度|季度(?:[末底](?:之?前)?|之?前|以前)")
_MONTH = re.compile(r"(20\d\d)-(\d\d)")
_LATER = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True)
class Window:
    """The months (yyyymm, both included) in which a target is to be reached, and whether it is asked again and again."""

    start: int
    end: int
    repeat: str = ONCE


def window(period: str | None, year: int, sentence: str = "") -> Window:
    """The window of a reading's period in a plan for ``year``; no period, a year and the year's end are the whole year.

    A quarter is its own three months, unless the sentence speaks of its end (三季度末前): then everything since
    January counts. A month or a later year is a deadline that counts from January of the plan year.
    """
    first, last = year * 100 + 1, year * 100 + 12
    if period in ("per-quarter", "per-month"):
        return Window(first, last, QUARTERLY if period == "per-quarter" else MONTHLY)
    if found := re.fullmatch(r"Q([1-4])", period or ""):
        end = year * 100 + int(found[1]) * 3
        return Window(first if _BY_QUARTER.search(sentence) else end - 2, end)
    if found := _MONTH.fullmatch(period or ""):
        return _until(first, int(found[1]) * 100 + int(found[2]))
    if period and period.startswith("MM="):
        return Window(first, year * 100 + int(period[3:]))
    if period and _LATER.fullmatch(period):
        return _until(first, int(period) * 100 + 12)
    return Window(first, last)


def _until(first: int, end: int) -> Window:
    """From January of the plan year; a deadline before it counts from January of its own year."""
    return Window(first, end) if end >= first else Window(end // 100 * 100 + 1, end)


def values(fields: Mapping[str, Any], year: int, sentence: str = "") -> dict[str, Any]:
    """The stored values of a target, but for its number and what it points at."""
    found = window(fields.get("period"), year, sentence)
    return {
        "year": year,
        "name": fields["indicator"][:300],
        "value": fields["value"],
        "high": fields.get("high") or "",
        "unit": fields["unit"],
        "amount": fields["amount"],
        "base_unit": fields["base_unit"],
        "basis": fields["basis"],
        "comparator": fields["comparator"],
        "modality": fields["modality"],
        "start": found.start,
        "end": found.end,
        "repeat": found.repeat,
        "thresholds": fields.get("conditions") or [],
        "scope": (fields.get("scope") or "")[:120],
    }
