"""Many plans on one line: how many promise it, the median and the quartiles, and where each one stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from luoshi.reading.ambition.promises import Line, Promise, Standing, standing

QUARTER, HALF, THREE_QUARTERS = Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)
_CEILINGS = ("le", "lt")


class Place(NamedTuple):
    """Where one plan stands on a line; ``scope`` names the part of the zone where the plan speaks for parts only."""

    rank: int
    standing: Standing
    scope: str


class Survey(NamedTuple):
    """One line over many plans: amounts in the line's measure, places from the most ambitious on."""

    line: Line
    plans: int
    lowest: Fraction
    lower: Fraction
    median: Fraction
    upper: Fraction
    highest: Fraction
    places: tuple[Place, ...]


def popularity(found: Iterable[Promise]) -> Counter[Line]:
    """How many plans promise anything on each line. Promises of one file must follow each other."""
    return Counter(line for _, group in _by_plan(found) for line in dict.fromkeys(map(_of_zone, group)))


def surveys(found: Iterable[Promise], lines: Set[Line]) -> list[Survey]:
    """The lines asked for, those of most plans first, of these the latest years. Promises of one file must follow each other."""
    standings: dict[Line, list[tuple[Standing, str]]] = defaultdict(list)
    for _, group in _by_plan(found):
        for line, own in _by_line(group, lines).items():
            standings[line].extend(_standings(own))
    done = [_survey(line, taking_part) for line, taking_part in standings.items()]
    return sorted(done, key=lambda one: (-one.plans, -one.line.year, one.line))


def quantile(ordered: Sequence[Fraction], share: Fraction) -> Fraction:
    """The value below which ``share`` of the ordered values lie, straight between two neighbours.

    Definition 7 of Hyndman and Fan (1996), the QUARTILE.INC of spreadsheets; for quarters of finite decimals a finite
    decimal. ``ordered`` must not be empty.
    """
    place = (len(ordered) - 1) * share
    below = int(place)
    rest = place - below
    return ordered[below] + (rest * (ordered[below + 1] - ordered[below]) if rest else 0)


def _by_plan(found: Iterable[Promise]) -> Iterator[tuple[str, list[Promise]]]:
    """Each file's promises; of several files with one content only the first."""
    seen: dict[str, str] = {}
    for file, group in groupby(found, key=lambda one: one.plan.file):
        own = list(group)
        if seen.setdefault(own[0].plan.sha256, file) == file:
            yield file, own


def _of_zone(one: Promise) -> Line:
    return one.line._replace(scope="") if one.line.scope else one.line


def _by_line(group: Iterable[Promise], lines: Set[Line]) -> dict[Line, list[Promise]]:
    found: dict[Line, list[Promise]] = defaultdict(list)
    for one in group:
        if (line := _of_zone(one)) in lines:
            found[line].append(one)
    return found


def _standings(own: Sequence[Promise]) -> Iterator[tuple[Standing, str]]:
    """A plan's word for the whole zone; where it has none, one for each part."""
    scopes: dict[str, list[Promise]] = defaultdict(list)
    for one in own:
        scopes[one.line.scope].append(one)
    for scope in [""] if "" in scopes else list(scopes):
        yield standing(scopes[scope]), scope


def _survey(line: Line, taking_part: Sequence[tuple[Standing, str]]) -> Survey:
    amounts = sorted(one.promise.amount for one, _ in taking_part)
    ceilings = sum(one.promise.comparator in _CEILINGS for one, _ in taking_part)
    less_is_more = line.basis == "level" and 2 * ceilings > len(amounts)
    return Survey(
        line,
        len({one.promise.plan.file for one, _ in taking_part}),
        amounts[0],
        quantile(amounts, QUARTER),
        quantile(amounts, HALF),
        quantile(amounts, THREE_QUARTERS),
        amounts[-1],
        tuple(_places(taking_part, less_is_more)),
    )


def _places(taking_part: Sequence[tuple[Standing, str]], less_is_more: bool) -> Iterator[Place]:
    """From the most ambitious on, equals with one rank; a ceiling is the more ambitious the lower it is."""
    sign = 1 if less_is_more else -1
    ordered = sorted(taking_part, key=lambda item: (sign * item[0].promise.amount, item[0].promise.plan.file))
    rank, last = 0, None
    for number, (one, scope) in enumerate(ordered, 1):
        rank = rank if one.promise.amount == last else number
        last = one.promise.amount
        yield Place(rank, one, scope)
