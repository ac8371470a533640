"""Places on the map: a point or a polygon, as GeoJSON (RFC 7946) in WGS 84."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, radians, sin
from typing import Any, ClassVar

from luoshi.ledgers.columns.base import WIDE, Column, Finder
from luoshi.ledgers.errors import BadValue

MOST_POINTS = 2000
RADIUS = 6_371_008.8  # metres; mean radius of the earth, IUGG
_POINT = re.compile(r"\(?\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,2}(?:\.\d+)?)\s*\)?")
_SAY = "请填“经度,纬度”（如 117.283,31.861），或粘贴点、面的 GeoJSON。"

_KINDS = {"Point": "一个点的位置", "Polygon": "一个面的边界"}

Geometry = Mapping[str, Any]


@dataclass(frozen=True)
class Place(Column):
    """A point or an area, as a JSON field that may be null; ``only`` "Point" or "Polygon" takes nothing else."""

    only: str = ""

    widget: ClassVar[str] = "place"
    filter: ClassVar[str] = "has"
    width: ClassVar[int] = 24
    form: ClassVar[str] = "填“经度,纬度”（WGS84），或粘贴点、面的 GeoJSON"

    def from_text(self, text: str, finder: Finder) -> Geometry:
        found = self._read(text)
        if self.only and found["type"] != self.only:
            raise BadValue(f"这里要填{_KINDS[self.only]}，填的是{_KINDS[found['type']]}，请核对。")
        return found

    def _read(self, text: str) -> Geometry:
        pair = _POINT.fullmatch(text.translate(WIDE))
        if pair:
            return _checked({"type": "Point", "coordinates": [float(pair[1]), float(pair[2])]})
        try:
            read = json.loads(text)
        except (ValueError, RecursionError) as bad:
            raise BadValue(f"“{text[:40]}”不是位置。{_SAY}") from bad
        return _checked(read)

    def show(self, value: Geometry | None) -> str:
        if not value:
            return "–"
        if value["type"] == "Point":
            return f"点 {self.entered(value)}"
        return f"面 {sum(len(ring) - 1 for ring in value['coordinates'])} 点"

    def entered(self, value: Geometry | None) -> str:
        if not value:
            return ""
        if value["type"] == "Point":
            return ",".join(_plain(part) for part in value["coordinates"])
        return json.dumps(dict(value), separators=(",", ":"))


def area_of(geometry: Geometry) -> int:
    """The area of a polygon in square metres, holes taken off; 0 of a point.

    Source: R. G. Chamberlain, W. H. Duquette, Some Algorithms for Polygons on a Sphere, JPL 2007, formula for the
    spherical excess of a ring.
    """
    if geometry["type"] != "Polygon":
        return 0
    outer, *holes = (_ring_area(ring) for ring in geometry["coordinates"])
    return round(outer - sum(holes))


def _ring_area(ring: Sequence[Sequence[float]]) -> float:
    excess = sum(
        radians(b[0] - a[0]) * (2 + sin(radians(a[1])) + sin(radians(b[1])))
        for a, b in zip(ring, ring[1:], strict=False)
    )
    return abs(excess) * RADIUS**2 / 2


def _checked(read: object) -> Geometry:
    """A geometry with nothing but its type and coordinates, or :class:`BadValue` that says what is wrong."""
    if isinstance(read, dict) and read.get("type") == "Feature":
        read = read.get("geometry")
    kind, coordinates = (read.get("type"), read.get("coordinates")) if isinstance(read, dict) else ("", None)
    if kind == "Point":
        return {"type": "Point", "coordinates": _position(coordinates)}
    if kind == "Polygon" and isinstance(coordinates, list) and coordinates:
        if sum(len(ring) for ring in coordinates if isinstance(ring, list)) > MOST_POINTS:
            raise BadValue(f"这个面的点太多，最多 {MOST_POINTS} 个，请先简化边界。")
        return {"type": "Polygon", "coordinates": [_ring(ring) for ring in coordinates]}
    raise BadValue(f"位置只能是一个点或一个面。{_SAY}")


def _ring(ring: object) -> list[list[float]]:
    points = [_position(each) for each in ring] if isinstance(ring, list) else []
    if len(points) < 4 or points[0] != points[-1]:
        raise BadValue("面的每一圈至少三个点，并且首尾要是同一个点，请核对边界。")
    return points


def _position(pair: object) -> list[float]:
    numbers = list(pair) if isinstance(pair, list | tuple) else []
    plain = all(isinstance(n, int | float) and not isinstance(n, bool) and isfinite(n) for n in numbers)
    if len(numbers) < 2 or not plain:
        raise BadValue(f"“{str(pair)[:40]}”不是经纬度。{_SAY}")
    longitude, latitude = float(numbers[0]), float(numbers[1])
    if abs(longitude) > 180 or abs(latitude) > 90:
        raise BadValue(
            f"“{_plain(longitude)},{_plain(latitude)}”超出经纬度的范围，请先写经度、再写纬度，用 WGS84 坐标。"
        )
    return [longitude, latitude]


def _plain(number: float) -> str:
    """A coordinate in as few digits as tell it apart, never with an exponent."""
    text = repr(float(number))
    return (f"{number:.20f}".rstrip("0") if "e" in text else text.removesuffix(".0")).rstrip(".")
