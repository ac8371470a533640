"""The bands of a light rule: which colour shines between which bounds, and that they leave neither hole nor overlap."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from types import MappingProxyType
from typing import Literal

from luoshi.rules import colours, errors, fields, rounding
from luoshi.rules.colours import Colour

Base = Literal["points", "percent_of_plan"]
Measure = Literal["points", "percent_of_plan", "actual", "reference"]
Edge = Literal["ge", "gt", "le", "lt"]
BASES: tuple[Base, ...] = ("points", "percent_of_plan")
MEASURES: tuple[Measure, ...] = ("points", "percent_of_plan", "actual", "reference")
EDGES: tuple[Edge, ...] = ("ge", "gt", "le", "lt")
MEASURE_NAMES: Mapping[Measure, str] = MappingProxyType(
    {
        "points": "与时序差（百分点）",
        "percent_of_plan": "完成计划的比例（%）",
        "actual": "实绩",
        "reference": "与对比值之差",
    }
)
_HOLDS: Mapping[Edge, Callable[[Decimal, Decimal], bool]] = MappingProxyType(
    {"ge": operator.ge, "gt": operator.gt, "le": operator.le, "lt": operator.lt}
)
Readings = Mapping[Measure, Decimal]


@dataclass(frozen=True, slots=True)
class Bound:
    """One edge of a band: ``ge`` and ``le`` include the value, ``gt`` and ``lt`` do not.

    ``of``: ``points`` is the gap in percentage points, ``percent_of_plan`` the reached share of what was
    planned to date, ``actual`` the actual itself, ``reference`` the actual less what it is compared with.
    """

    of: Measure
    comparator: Edge
    value: Decimal

    def holds(self, readings: Readings) -> bool:
        return _HOLDS[self.comparator](readings[self.of], self.value)


@dataclass(frozen=True, slots=True)
class Band:
    """A colour that shines while all its bounds hold; ``word`` where the rule calls it otherwise (黄牌)."""

    colour: Colour
    bounds: tuple[Bound, ...]
    word: str | None = None

    def holds(self, readings: Readings) -> bool:
        return all(bound.holds(readings) for bound in self.bounds)


def read_band(source: fields.Fields, base: Base) -> Band:
    """A band from its data; bounds that do not say of what are of the rule's base."""
    band = Band(
        colour=source.word("colour", colours.COLOURS),
        bounds=tuple(_read_bound(each, base) for each in source.inner_list("bounds")),
        word=source.text("word") if source.has("word") else None,
    )
    source.close()
    return band


def write_band(band: Band, base: Base) -> dict[str, object]:
    """What ``read_band`` reads."""
    word = {"word": band.word} if band.word is not None else {}
    return {"colour": band.colour, **word, "bounds": [_write_bound(each, base) for each in band.bounds]}


def used(bands: Sequence[Band]) -> tuple[Measure, ...]:
    """The measures that the bands look at."""
    found = {bound.of for band in bands for bound in band.bounds}
    return tuple(measure for measure in MEASURES if measure in found)


def check_bands(bands: Sequence[Band], where: str) -> None:
    """Raises BandsLeaveHole or BandsOverlap unless exactly one band holds, whatever the figures are.

    Bounds are finitely many, so it is enough to try each bound's value, a point between every two
    neighbours and one beyond the outermost, for every combination of the measures used.
    """
    for readings in _samples(bands):
        lit = [number for number, band in enumerate(bands, 1) if band.holds(readings)]
        if not lit:
            raise errors.BandsLeaveHole(where, _example(readings))
        if len(lit) > 1:
            raise errors.BandsOverlap(where, _example(readings), lit[0], lit[1])


def _samples(bands: Sequence[Band]) -> Iterator[Readings]:
    measures = used(bands)
    values = [
        _critical(sorted({b.value for band in bands for b in band.bounds if b.of == m})) for m in measures
    ]
    for combination in product(*values):
        yield dict(zip(measures, combination, strict=True))


def _critical(values: Sequence[Decimal]) -> list[Decimal]:
    between = [(low + high) / 2 for low, high in zip(values, values[1:], strict=False)]
    return [values[0] - 1, *values, *between, values[-1] + 1]


def _example(readings: Readings) -> str:
    return "、".join(
        f"{MEASURE_NAMES[name]}为 {rounding.show(value)} " for name, value in readings.items()
    ).strip()


def _read_bound(source: fields.Fields, base: Base) -> Bound:
    bound = Bound(
        of=source.word("of", MEASURES, base),
        comparator=source.word("comparator", EDGES),
        value=source.decimal("value"),
    )
    source.close()
    return bound


def _write_bound(bound: Bound, base: Base) -> dict[str, object]:
    of = {"of": bound.of} if bound.of != base else {}
    return {**of, "comparator": bound.comparator, "value": str(bound.value)}
