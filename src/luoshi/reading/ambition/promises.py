"""Promises that can be set side by side: targets with an exact amount, each under the line that it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from luoshi.reading.ambition import units
from luoshi.reading.ambition.words import AREAS
from luoshi.reading.quantities import scopes

#: The columns of a corpus that a promise is made of.
COLUMNS = (
    "file", "sha256", "zone", "title", "year", "kind", "indicator", "indicator_key", "value", "high", "unit", "amount", "base_unit",
    "basis", "comparator", "modality", "period", "scope", "conditions", "sentence",
)  # fmt: skip

_WHOLE_YEAR = (None, "year", "year-end")
_FIRMNESS = {"ensure": 0, "plan": 1, "strive": 2}
_LONGEST = 40  # digits of an amount; a longer one is no promise of any plan

_fraction = lru_cache(65536)(Fraction)

Threshold = tuple[str, str, Fraction, str]


class Line(NamedTuple):
    """What is compared with what: promises of one line differ in their number only.

    ``measure`` is the unit in which amounts of this line are exact. ``year`` is the year promised for (0 where nothing says
    it), ``span`` the part of it (empty for the whole year, else as the contract writes a period), ``scope`` a part of
    the zone, or empty.
    """

    year: int
    indicator: str
    basis: str
    measure: str
    conditions: tuple[Threshold, ...] = ()
    span: str = ""
    scope: str = ""


class Plan(NamedTuple):
    """Whose promise it is."""

    file: str
    sha256: str
    zone: str | None
    title: str | None
    year: int | None


class Promise(NamedTuple):
    """One target: ``amount`` and ``high`` in the line's measure, ``unit`` as written with ``times`` measures in one of it."""

    line: Line
    plan: Plan
    indicator: str
    amount: Fraction
    high: Fraction | None
    unit: str
    times: Fraction
    comparator: str
    modality: str
    sentence: str


class Standing(NamedTuple):
    """What a plan stands for on a line: its firmest promise, and other numbers that it names as well."""

    promise: Promise
    others: tuple[Promise, ...] = ()


def promises(rows: Iterable[Mapping[str, Any]]) -> Iterator[Promise]:
    """The targets among rows of a corpus, in their order; ``rows`` hold at least :data:`COLUMNS`."""
    for row in rows:
        if row["kind"] == "target" and len(row["amount"]) + len(row["high"] or "") <= _LONGEST:
            yield _promise(row)


def standing(found: Iterable[Promise]) -> Standing:
    """Of one plan's promises on one line the firmest, the first where several are; the others are other numbers."""
    ordered = sorted(found, key=lambda one: _FIRMNESS[one.modality])
    chosen, told, others = ordered[0], {ordered[0].amount}, []
    for one in ordered[1:]:
        if one.amount not in told:
            told.add(one.amount)
            others.append(one)
    return Standing(chosen, tuple(others))


def unit(found: Iterable[Promise]) -> tuple[str, Fraction]:
    """The unit to show promises of one line in: the one that most are written in, the larger of two."""
    written = Counter((one.unit, one.times) for one in found)
    (name, times), _ = max(written.items(), key=lambda item: (item[1], item[0][1], item[0][0]))
    return name, times


def _promise(row: Mapping[str, Any]) -> Promise:
    measure, times = units.measure(row["base_unit"], row["basis"])
    value, amount = _fraction(row["value"]), _fraction(row["amount"]) * times
    each = amount / value if value else times
    plan = Plan(row["file"], row["sha256"], row["zone"], row["title"], row["year"])
    year, span = when(row["period"], plan.year or 0)
    line = Line(
        year, row["indicator_key"], row["basis"], measure, _conditions(row["conditions"]), span, _scope(row)
    )
    return Promise(
        line, plan, row["indicator"], amount, None if row["high"] is None else _fraction(row["high"]) * each,
        row["unit"] if value else row["base_unit"], each, row["comparator"], row["modality"], row["sentence"],
    )  # fmt: skip


def when(period: str | None, plan_year: int) -> tuple[int, str]:
    """The year of a contract's period and the part of it: the whole year is empty, and so is its last month's end."""
    if period in _WHOLE_YEAR:
        return plan_year, ""
    text = str(period)
    if text[:4].isdigit() and len(text) >= 4:
        plan_year, text = int(text[:4]), text[4:].removeprefix("-")
    text = text.removeprefix("MM=")
    return plan_year, "" if text == "12" else text


def _scope(row: Mapping[str, Any]) -> str:
    """A part of the zone; the zone itself, under any part of its name or as 高新区 alone, is none."""
    scope, zone = row["scope"] or "", row["zone"] or ""
    whole = zone.endswith(scope) or scope.endswith(zone) if zone else scope in AREAS
    return "" if whole or scopes.is_whole(scope) else scope


def _conditions(found: Iterable[Mapping[str, str]] | None) -> tuple[Threshold, ...]:
    return tuple(sorted({_condition(one) for one in found or ()}))


def _condition(one: Mapping[str, str]) -> Threshold:
    measure, times = units.measure(one["unit"])
    value = one["value"] if len(one["value"]) <= _LONGEST else "0"
    return one["column"], one["comparator"], _fraction(value) * times, measure
