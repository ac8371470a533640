"""The declared points of a trajectory: what they are called in its data and what must hold among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from luoshi.rules import errors, fields, months

Kind = Literal["even", "constant", "nodes", "shape", "quarters", "months", "by_end"]
Points = tuple[tuple[int, Decimal], ...]
KINDS: tuple[Kind, ...] = ("even", "constant", "nodes", "shape", "quarters", "months", "by_end")
CUMULATIVE: frozenset[Kind] = frozenset({"nodes", "shape"})
NEEDS_POINTS = CUMULATIVE
MAY_HAVE_POINTS: frozenset[Kind] = CUMULATIVE | {"quarters", "months"}

_QUARTER = re.compile(r"([1-9]\d{3})-Q([1-4])", re.ASCII)
_CALENDAR_MONTH = re.compile(r"0[1-9]|1[0-2]", re.ASCII)


def parse_quarter(text: str) -> int:
    """The quarter of its written form, "2026-Q1" -> 20261; raises BadQuarter."""
    found = _QUARTER.fullmatch(text)
    if not found:
        raise errors.BadQuarter(text)
    return int(found[1]) * 10 + int(found[2])


def format_quarter(quarter: int) -> str:
    """20261 -> "2026-Q1"."""
    return f"{quarter // 10}-Q{quarter % 10}"


def parse_calendar_month(text: str) -> int:
    """A month of any year, "03" -> 3; raises BadMonth."""
    if not _CALENDAR_MONTH.fullmatch(text):
        raise errors.BadMonth(text)
    return int(text)


def format_calendar_month(month: int) -> str:
    """3 -> "03"."""
    return f"{month:02d}"


_Parse = Callable[[str], int]
_Format = Callable[[int], str]
_NAMES: Mapping[Kind, tuple[_Parse, _Format]] = MappingProxyType(
    {
        "nodes": (months.parse_month, months.format_month),
        "months": (months.parse_month, months.format_month),
        "quarters": (parse_quarter, format_quarter),
        "shape": (parse_calendar_month, format_calendar_month),
    }
)


def read_points(kind: Kind, data: fields.Fields) -> Points:
    """The points in order of time, from {"2026-03": "5"}, {"2026-Q1": "5"} or {"03": "5"} by the kind."""
    parse = _NAMES[kind][0]
    return tuple(sorted((parse(name), data.decimal(name)) for name in data.names()))


def write_points(kind: Kind, points: Points) -> dict[str, str]:
    """The data of the points, numbers as text."""
    return {point_name(kind, key): str(value) for key, value in points}


def point_name(kind: Kind, key: int) -> str:
    """A point as it is written in the data and in sentences."""
    return _NAMES[kind][1](key)


def check_points(kind: Kind, points: Points) -> None:
    """Raises unless the kind may have these points: none negative, cumulative ones never falling."""
    if kind in NEEDS_POINTS and not points:
        raise errors.TrajectoryNeedsPoints(kind)
    if points and kind not in MAY_HAVE_POINTS:
        raise errors.TrajectoryTakesNoPoints(kind)
    for key, value in points:
        if value < 0:
            raise errors.NegativePoint(point_name(kind, key))
    if kind in CUMULATIVE:
        for (_, before), (key, after) in pairwise(points):
            if after < before:
                raise errors.FallingPoints(point_name(kind, key))
