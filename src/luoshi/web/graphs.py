"""Boxes in columns, joined by curves, as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDE, HIGH, GAP, ACROSS, TOP, BEND = 230, 56, 12, 330, 28, 36
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its title, a sign at its right, a line under it, and why, on pointing; ``look`` is its class in the style."""

    key: str
    title: str
    sign: str
    told: str
    why: str
    look: str
    url: str


Stack = Sequence[tuple[str, Sequence[Box]]]
"""A column from top to bottom: boxes under their heads; a head without boxes is left out."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What stands inside of an ``svg`` of this size."""

    width: int
    height: int
    text: SafeString


def drawn(stacks: Iterable[Stack], edges: Iterable[tuple[str, str]]) -> Drawing:
    """Columns from left to right, and an edge from box to box by key; what leads to a box that is not there is left out."""
    places: dict[str, tuple[Place, Box]] = {}
    heads: list[tuple[int, int, str]] = []
    full = [stack for stack in stacks if any(boxes for _, boxes in stack)]
    deepest = 0
    for column, stack in enumerate(full):
        x, y = column * ACROSS + 1, 0
        for head, boxes in stack:
            if boxes:
                heads.append((x + WIDE // 2, y + 18, head))
                y += TOP
            for box in boxes:
                places[box.key] = (x, y), box
                y += HIGH + GAP
        deepest = max(deepest, y)
    joined = [(places[a][0], places[b][0]) for a, b in edges if a in places and b in places]
    text = format_html(
        "{}{}{}",
        format_html_join("", '<text class="chain-head" x="{}" y="{}">{}</text>', heads),
        format_html_join("", '<path class="chain-edge" d="{}"/>', ((_curve(a, b),) for a, b in joined)),
        format_html_join("", "{}", ((_box(box, *place),) for place, box in places.values())),
    )
    return Drawing((len(full) - 1) * ACROSS + WIDE + 2, deepest, text)


def _curve(start: Place, end: Place) -> str:
    """From the side of one box to the facing side of the other."""
    right = end[0] > start[0]
    x1, x2 = (start[0] + WIDE, end[0]) if right else (start[0], end[0] + WIDE)
    if start[0] == end[0]:
        x1 = x2 = start[0] + WIDE
    y1, y2 = start[1] + HIGH // 2, end[1] + HIGH // 2
    bend = BEND if right or start[0] == end[0] else -BEND
    back = bend if start[0] == end[0] else -bend
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 + back} {y2} {x2} {y2}"


def _box(box: Box, x: int, y: int) -> SafeString:
    return format_html(
        '<a href="{}" class="{}"><title>{}</title><rect x="{}" y="{}" width="{}" height="{}" rx="4"/>'
        '<text class="chain-name" x="{}" y="{}">{}</text><text class="chain-call" x="{}" y="{}">{}</text>'
        '<text class="chain-told" x="{}" y="{}">{}</text></a>',
        box.url,
        box.look,
        box.why,
        *(x, y, WIDE, HIGH),
        *(x + 10, y + 23, box.title),
        *(x + WIDE - 10, y + 23, box.sign),
        *(x + 10, y + 45, box.told),
    )
