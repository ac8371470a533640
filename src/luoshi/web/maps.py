"""Maps drawn on the server: layers of points and areas as one SVG without tiles, scripts or inline style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

Bounds = tuple[float, float, float, float]  # west, south, east, north, in degrees
Geometry = Mapping[str, Any]  # a GeoJSON point or polygon
MARGIN = 0.06
LEAST = 0.004  # degrees: a map of a single point is some hundred metres wide
SMALL, LARGE = 5.0, 15.0  # radii of points


@dataclass(frozen=True, slots=True)
class Feature:
    """Something on the map; ``weight`` makes its point larger."""

    geometry: Geometry
    label: str
    url: str = ""
    weight: float = 0


@dataclass(frozen=True, slots=True)
class Layer:
    """Features that look alike; of areas, ``named`` ones carry their label on the map."""

    name: str
    title: str
    colour_class: str
    features: Sequence[Feature]
    shape: str = "circle"
    named: bool = False


@dataclass(frozen=True, slots=True)
class Svg:
    """A drawn map; ``text`` is empty where there is nothing to draw."""

    width: int
    height: int
    text: SafeString
    count: int


def render(layers: Sequence[Layer], width: int, height: int, bounds: Bounds | None = None) -> Svg:
    """Layers over each other, the first at the bottom; north is up, and a degree is as long east as it is north."""
    bounds = bounds or around(feature.geometry for layer in layers for feature in layer.features)
    if bounds is None:
        return Svg(width, height, SafeString(""), 0)
    frame = _Frame(bounds, width, height)
    most = max((feature.weight for layer in layers for feature in layer.features), default=0)
    drawn = [
        format_html('<g class="{}">{}</g>', each.colour_class, _layer(each, frame, most)) for each in layers
    ]
    names = [_name(feature, frame) for layer in layers if layer.named for feature in layer.features]
    text = mark_safe("".join([*drawn, *names]))
    return Svg(width, height, text, sum(len(layer.features) for layer in layers))


def around(geometries: Iterable[Geometry]) -> Bounds | None:
    """What holds all geometries with a margin; None for none."""
    points = [point for geometry in geometries for point in _points(geometry)]
    if not points:
        return None
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    wide, high = max(east - west, LEAST) * MARGIN, max(north - south, LEAST) * MARGIN
    return west - wide, south - high, east + wide, north + high


def _points(geometry: Geometry) -> Iterator[Sequence[float]]:
    if geometry["type"] == "Point":
        yield geometry["coordinates"]
    else:
        for ring in geometry["coordinates"]:
            yield from ring


class _Frame:
    """From degrees to the places of a drawing."""

    def __init__(self, bounds: Bounds, width: int, height: int) -> None:
        west, south, east, north = bounds
        narrow = cos(radians((south + north) / 2))
        self._scale = min(width / ((east - west) * narrow), height / (north - south))
        self._x, self._y, self._narrow = (west + east) / 2, (south + north) / 2, narrow
        self._middle = width / 2, height / 2

    def at(self, point: Sequence[float]) -> tuple[float, float]:
        x = self._middle[0] + (point[0] - self._x) * self._narrow * self._scale
        return round(x, 1), round(self._middle[1] - (point[1] - self._y) * self._scale, 1)


def _layer(layer: Layer, frame: _Frame, most: float) -> SafeString:
    heaviest = sorted(layer.features, key=lambda each: -each.weight)  # so that small points lie on large ones
    return mark_safe("".join(_feature(each, layer, frame, most) for each in heaviest))


def _feature(feature: Feature, layer: Layer, frame: _Frame, most: float) -> SafeString:
    share = sqrt(feature.weight / most) if most else 0
    if feature.geometry["type"] == "Point":
        drawn = _mark(
            layer.shape, *frame.at(feature.geometry["coordinates"]), SMALL + (LARGE - SMALL) * share
        )
    else:
        rings = (
            "M" + "L".join("{} {}".format(*frame.at(p)) for p in ring) + "Z"
            for ring in feature.geometry["coordinates"]
        )
        drawn = format_html('<path fill-rule="evenodd" d="{}"/>', "".join(rings))
    titled = format_html("<title>{}</title>{}", feature.label, drawn)
    if feature.url:
        return format_html('<a href="{}">{}</a>', feature.url, titled)
    return format_html("<g>{}</g>", titled)


def _mark(shape: str, x: float, y: float, radius: float) -> SafeString:
    """A point as its layer's shape, so that colour never stands alone."""
    r = round(radius, 1)
    if shape == "square":
        return format_html(
            '<rect x="{}" y="{}" width="{}" height="{}"/>', round(x - r, 1), round(y - r, 1), 2 * r, 2 * r
        )
    if shape == "triangle":
        corners = (
            f"{x},{round(y - r, 1)} {round(x + r, 1)},{round(y + r, 1)} {round(x - r, 1)},{round(y + r, 1)}"
        )
        return format_html('<polygon points="{}"/>', corners)
    if shape == "diamond":
        corners = f"{x},{round(y - r, 1)} {round(x + r, 1)},{y} {x},{round(y + r, 1)} {round(x - r, 1)},{y}"
        return format_html('<polygon points="{}"/>', corners)
    return format_html('<circle cx="{}" cy="{}" r="{}"/>', x, y, r)


def _name(feature: Feature, frame: _Frame) -> SafeString:
    west, south, east, north = around([feature.geometry]) or (0, 0, 0, 0)
    x, y = frame.at(((west + east) / 2, (south + north) / 2))
    return format_html('<text x="{}" y="{}">{}</text>', x, y, feature.label)
