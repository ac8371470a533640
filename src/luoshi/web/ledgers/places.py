"""A place as a small drawing: an area to scale with north up, a point as a cross; no tiles from anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import cos, radians
from typing import Any

from luoshi.ledgers.columns import Place, area_of, plain
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lookups import Lookups
from luoshi.web.parts import Drawing

WIDE, HIGH, EDGE = 220, 140, 12  # the drawing, in its own units
DEGREE = 111_320  # metres of one degree of latitude
MU = Decimal("0.0015")  # mu of one square metre
Ring = Sequence[Sequence[float]]


def draw(geometry: Mapping[str, Any] | None) -> Drawing | None:
    """The drawing of a stored place; None where there is none."""
    if not geometry:
        return None
    if geometry["type"] == "Point":
        return Drawing("", f"点 {Place('place').entered(geometry)}（经度,纬度）")
    rings: list[Ring] = geometry["coordinates"]
    across, along, path = _fitted(rings)
    area = area_of(geometry)
    mu = plain((Decimal(area) * MU).quantize(Decimal("0.1")))
    return Drawing(path, f"东西 {across:,} 米，南北 {along:,} 米，约 {area:,} 平方米（{mu} 亩）")


def of_text(text: str) -> Drawing | None:
    """The drawing of what is typed; None as long as it is no place."""
    try:
        return draw(Place("place").parse(text, Lookups()))
    except BadValue:
        return None


def _fitted(rings: Sequence[Ring]) -> tuple[int, int, str]:
    """How many metres an area is across and along, and its path, fitted into the drawing."""
    east, north = [p[0] for p in rings[0]], [p[1] for p in rings[0]]
    west, south = min(east), min(north)
    squeeze = cos(radians((south + max(north)) / 2))
    across, along = (max(east) - west) * squeeze * DEGREE, (max(north) - south) * DEGREE
    scale = min((WIDE - 2 * EDGE) / (across or 1), (HIGH - 2 * EDGE) / (along or 1))
    left, top = (WIDE - across * scale) / 2, (HIGH - along * scale) / 2

    def at(point: Sequence[float]) -> str:
        x = left + (point[0] - west) * squeeze * DEGREE * scale
        y = top + (max(north) - point[1]) * DEGREE * scale
        return f"{x:.1f} {y:.1f}"

    path = "".join(f"M{'L'.join(map(at, ring[:-1]))}Z" for ring in rings)
    return round(across), round(along), path
