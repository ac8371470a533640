"""What the wide screen shows: big numbers, lights by chapter, units by place, what is late. All of it opens its list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.urls import reverse

from luoshi.oversight.attention.late import KINDS, Late
from luoshi.oversight.attention.turns import turned
from luoshi.oversight.wall.rows import WallRow
from luoshi.reports.numbers import per_cent, points, written
from luoshi.rules.colours import COLOURS
from luoshi.web.parts import Bar, Light, lamp
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.wall import briefs, late, ranking, views
from luoshi.web.wall.table import name_of

KEY: Final = 8  # indicators in big numbers
CHAPTERS: Final = 12  # chapters of a plan; one that has more shows its first
LINES: Final = 14  # lines of a list; the others are one click away
CENT: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Big:
    """An indicator in big numbers."""

    name: str
    actual: str
    total: str
    unit: str
    completion: str
    bar: Bar
    light: Light
    url: str


@dataclass(frozen=True, slots=True)
class Stripe:
    """A stretch of a bar: from where, how long (in hundredths), how many, and where they are listed."""

    colour: str
    start: str
    width: str
    count: int
    url: str

    @property
    def short(self) -> str:
        """The number as the word of its light, beside the shape."""
        return str(self.count)


@dataclass(frozen=True, slots=True)
class Chapter:
    """The lights of one chapter of the plan."""

    title: str
    count: int
    url: str
    stripes: tuple[Stripe, ...]


def values(request: Request) -> dict[str, Any]:
    """All of the screen."""
    rows, things, places = finding.month_wall(request), late.found(request), ranking.ranked(request)
    turns, behind = turned(rows), briefs.behind(rows)
    return {
        "count": len(rows),
        "lights": views.summary(rows),
        "worse": sum(turn.worse for turn in turns),
        "better": sum(not turn.worse for turn in turns),
        "worse_url": views.listed(turned="worse"),
        "better_url": views.listed(turned="better"),
        "late_count": len(things),
        "kinds": late.kinds(things),
        "big": [_big(row) for row in _key(rows)],
        "chapters": chapters(rows),
        "places": places[:LINES],
        "more_places": max(0, len(places) - LINES),
        "behind": [_behind(row) for row in behind[:LINES]],
        "behind_url": views.listed(sort="light"),
        "more_behind": max(0, len(behind) - LINES),
        "late": [_late(each, request) for each in things[:LINES]],
        "more_late": max(0, len(things) - LINES),
    }


def _key(rows: Sequence[WallRow]) -> list[WallRow]:
    """The first promises of the plan that are amounts, no growths and no parts: what it opens with."""
    found = [r for r in rows if r.target.basis == "level" and not r.target.parent_id and not r.progress.rate]
    return found[:KEY]


def _big(row: WallRow) -> Big:
    progress = row.progress
    return Big(
        name=row.target.name,
        actual=written(row.actual),
        total=written(row.total),
        unit=row.target.unit,
        completion=per_cent(progress.completion),
        bar=Bar(_share(progress.completion), _share(progress.planned_share)),
        light=lamp(row.light.colour, row.light.word),
        url=reverse("target", args=[row.target.number]),
    )


def chapters(rows: Sequence[WallRow]) -> list[Chapter]:
    """The lights by chapter, in the order of the plan."""
    found: dict[str, list[WallRow]] = defaultdict(list)
    for row in rows:
        found[views.section_of(row)].append(row)
    return [
        Chapter(title, len(some), views.listed(section=title), _stripes(title, some))
        for title, some in list(found.items())[:CHAPTERS]
    ]


def _stripes(title: str, rows: Sequence[WallRow]) -> tuple[Stripe, ...]:
    start, made = Decimal(0), list[Stripe]()
    for colour in COLOURS:
        if count := sum(row.light.colour == colour for row in rows):
            width = CENT * count / len(rows)
            url = views.listed(section=title, light=colour)
            made.append(Stripe(colour, f"{start:.2f}", f"{width:.2f}", count, url))
            start += width
    return tuple(made)


def _behind(row: WallRow) -> dict[str, Any]:
    return {
        "name": name_of(row),
        "lamp": lamp(row.light.colour, row.light.word),
        "unit": row.target.lead_unit,
        "gap": points(row.progress.gap_points),
        "url": reverse("target", args=[row.target.number]),
    }


def _late(item: Late, request: Request) -> dict[str, Any]:
    unit = late.units(request).get(item.unit or 0)
    days = (late.day_of(request) - item.due).days
    return {
        "kind": KINDS[item.kind],
        "text": item.text,
        "unit": unit,
        "days": days,
        "url": late.address(item),
    }


def _share(value: Decimal | None) -> Decimal | None:
    return None if value is None else value / CENT
