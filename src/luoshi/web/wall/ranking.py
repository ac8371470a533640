"""The units of a wall by their mean completion, with how their places moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from luoshi.ledgers import standing
from luoshi.oversight.boards.boards import ranking_of
from luoshi.reports.numbers import per_cent
from luoshi.rules.boards import Place
from luoshi.rules.months import add_months
from luoshi.web.parts import Bar, Cell, Column, Row, Table
from luoshi.web.plans import finding
from luoshi.web.request import Request

CENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit's place, where it stood in the month before (None: nowhere), and its pages."""

    place: Place
    before: int | None
    code: str
    title: str

    @property
    def moved(self) -> str:
        """The change of places: ▲2, ▼1, – where it stayed or was nowhere."""
        if self.place.rank is None or self.before is None or self.place.rank == self.before:
            return "–"
        up = self.before - self.place.rank
        return f"{'▲' if up > 0 else '▼'}{abs(up)}"

    @property
    def completion(self) -> str:
        return per_cent(self.place.completion)

    @property
    def bar(self) -> Bar:
        """The completion as a bar."""
        return Bar(None if self.place.completion is None else self.place.completion / CENT)

    @property
    def url(self) -> str:
        return reverse("unit", args=[self.code]) if self.code else self.lights("")

    @property
    def red(self) -> str:
        """Where its red lights are listed."""
        return self.lights("red")

    @property
    def yellow(self) -> str:
        """Where its yellow lights are listed."""
        return self.lights("yellow")

    def lights(self, colour: str) -> str:
        """Where its targets of a light are listed."""
        asked = {"unit": self.place.unit, **({"light": colour} if colour else {})}
        return f"{reverse('targets')}?{urlencode(asked)}"


_KEPT: standing.Kept[list[Ranked]] = standing.Kept(24)


def ranked(request: Request) -> list[Ranked]:
    """All units that lead targets of the month's wall."""
    actor = request.actor
    return _KEPT.of(request.head, (actor.person, actor.mandates, request.month), lambda: _ranked(request))


def _ranked(request: Request) -> list[Ranked]:
    rows = finding.month_wall(request)
    last = add_months(request.month, -1)
    before = {p.unit: p.rank for p in _places(request, last)} if last // 100 == request.month // 100 else {}
    units = {row.unit: row.target.lead_unit for row in rows if row.target.lead_unit}
    return [
        Ranked(place, before.get(place.unit), units[place.unit].code, str(units[place.unit]))
        for place in _places(request, request.month)
    ]


def _places(request: Request, month: int) -> Sequence[Place]:
    rows = finding.month_wall(request, month)
    return ranking_of(month, rows) if rows else ()


def table(found: Sequence[Ranked], current: str = "") -> Table:
    """Rank, unit, completion, lights; ``current`` is the unit whose page it stands on."""
    return Table(
        name="ranking",
        columns=(
            Column("位次", kind="number", width="narrow"),
            Column("比上月", width="narrow"),
            Column("单位", kind="line", data=True),
            Column("平均完成率", kind="bar"),
            Column("绿灯", kind="number"),
            Column("黄灯", kind="number"),
            Column("红灯", kind="number"),
        ),
        rows=tuple(_row(each, each.place.unit == current) for each in found),
        frozen=0,
        short=True,
        empty="还没有单位牵头目标。",
    )


def _row(each: Ranked, current: bool) -> Row:
    place, counts = each.place, _counts(each)
    return Row(
        (
            Cell(str(place.rank or "–")),
            Cell(each.moved),
            Cell(each.title, note="本单位") if current else Cell(each.title, url=each.url),
            Cell(bar=each.bar),
            *(Cell(str(n), url=each.lights(colour) if n else "") for colour, n in counts.items()),
        ),
        key=each.code,
    )


def _counts(each: Ranked) -> Mapping[str, int]:
    return {"green": each.place.green, "yellow": each.place.yellow, "red": each.place.red}
