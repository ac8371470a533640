"""What is late, as a list that can be filtered, and as counts that open it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from luoshi.directory.units.models import Unit
from luoshi.ledgers import standing
from luoshi.oversight.attention import late as attention
from luoshi.oversight.attention.late import KINDS, REPORT, Late
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.targets.models import Target
from luoshi.web.delivery import tracks
from luoshi.web.parts import Cell, Column, Row, Table
from luoshi.web.plans import finding
from luoshi.web.request import Request

_KEPT: standing.Kept[tuple[Late, ...]] = standing.Kept(48)
_OF_SOURCES: standing.Kept[tuple[Late, ...]] = standing.Kept(1500)  # a write makes only some of them anew
_UNITS: standing.Kept[dict[int, Unit]] = standing.Kept(1)
COLUMNS: Final = (
    Column("类别", width="narrow"),
    Column("事项", width="rest"),
    Column("责任单位", kind="line", data=True),
    Column("期限", kind="day"),
    Column("逾期", unit="天", kind="number"),
)


def day_of(request: Request) -> datetime.date:
    """The day as of which the month's page speaks."""
    return tracks.last_day(request.month, timezone.localdate())


def found(request: Request) -> tuple[Late, ...]:
    """All that is late in the month that is shown and that the person may see."""
    actor, day = request.actor, day_of(request)
    seen = (actor.person, actor.mandates, request.month, day)

    def told(name: str, make: attention.Source) -> tuple[Late, ...]:
        return _OF_SOURCES.of(request.head, (name, *seen), lambda: tuple(make()))

    def every() -> tuple[Late, ...]:
        sources = attention.sources(actor, request.month, day, _targets(request))
        return tuple(attention.ordered(each for source in sources.items() for each in told(*source)))

    return _KEPT.of(request.head, seen, every)


def _targets(request: Request) -> Iterator[Target]:
    """The targets that the person may see, read when somebody asks for the first."""
    yield from finding.month_targets(request)


def units(request: Request) -> dict[int, Unit]:
    """All units by their keys."""
    return _UNITS.of(request.head, "units", lambda: {unit.pk: unit for unit in Unit.objects.all()})


def of_units(items: Iterable[Late], keys: Collection[int]) -> list[Late]:
    """What of it some units have to answer for."""
    return [each for each in items if each.unit in keys]


def table(
    items: Sequence[Late],
    named: Mapping[int, Unit],
    day: datetime.date,
    *,
    most: int = 0,
    short: bool = False,
) -> Table:
    """The oldest first; with ``most`` only so many."""
    return Table(
        name="late",
        columns=COLUMNS,
        rows=tuple(_row(each, named, day) for each in (items[:most] if most else items)),
        frozen=0,
        short=short,
        empty="没有逾期的事项。",
    )


def _row(item: Late, named: Mapping[int, Unit], day: datetime.date) -> Row:
    unit = named.get(item.unit or 0)
    return Row(
        (
            Cell(KINDS[item.kind]),
            Cell(item.text, url=address(item)),
            Cell(str(unit), url=reverse("unit", args=[unit.code])) if unit else Cell("–"),
            Cell(item.due.isoformat()),
            Cell(f"{(day - item.due).days}"),
        ),
        key=f"{item.kind}-{item.ledger}-{item.row}",
    )


def address(item: Late) -> str:
    """Where something that is late is done."""
    if item.kind == REPORT:
        return reverse("target_report", args=[item.number])
    return reverse("ledger_row", args=[item.ledger.replace(".", "-"), item.row])


@dataclass(frozen=True, slots=True)
class Kind:
    """How much of one kind is late, and where it is listed."""

    name: str
    title: str
    count: int
    url: str
    chosen: bool = False

    @property
    def overdue(self) -> str:
        """The kind with what is wrong with it: 任务逾期, 未填报."""
        return "未填报" if self.name == REPORT else f"{self.title}逾期"


def kinds(items: Iterable[Late], chosen: str = "", **asked: str) -> list[Kind]:
    """What is late by kind; ``asked`` is what else the list is filtered by."""
    counts = Counter(each.kind for each in items)
    return [
        Kind(name, title, counts[name], listed(kind="" if name == chosen else name, **asked), name == chosen)
        for name, title in KINDS.items()
    ]


def listed(**asked: str) -> str:
    """The address of the list with some filters."""
    kept = {name: value for name, value in asked.items() if value}
    return f"{reverse('late')}?{urlencode(kept)}" if kept else reverse("late")


def rows_of(rows: Iterable[WallRow], keys: Collection[int]) -> list[WallRow]:
    """The rows of a wall that some units lead."""
    return [row for row in rows if row.target.lead_unit_id in keys]
