"""What rulings on the lists of a month change: lights that do not count, units that a list leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from luoshi.oversight.objections.models import BLACK_LIST, LIGHT, LINE, RED_LIST, Objection
from luoshi.oversight.wall.rows import WallRow

Place = tuple[int, int]
"""A month (yyyymm) and the key of a target."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """Of a month: the colour of each light that does not count, by its target; what each list leaves out, and why."""

    lights: Mapping[int, str]
    red: Mapping[str, str]
    black: Mapping[str, str]

    def counted(self, rows: Iterable[WallRow]) -> Sequence[WallRow]:
        """The rows whose lights count: a light that was put right by now counts as it is."""
        return [row for row in rows if self.lights.get(row.target.pk) != row.light.colour]


def of(month: int, as_of: int | None, lights: Mapping[Place, str]) -> Rulings:
    """The rulings of a month, those made by a row of the trail where one is named; ``lights`` that do not count."""
    found = list(Objection.objects.ruled(month, as_of).select_related("unit"))
    return Rulings(
        {target: colour for (at, target), colour in lights.items() if at == month},
        {each.unit.name: _why(each) for each in found if (each.about, each.was) == (LINE, RED_LIST)},
        {each.unit.name: _why(each) for each in found if (each.about, each.was) == (LINE, BLACK_LIST)},
    )


def lights(start: int, end: int, as_of: int | None = None) -> dict[Place, str]:
    """The lights of the months ``start``..``end`` that units objected to at a list and that do not count, and their colour."""
    found = Objection.objects.ruled_between(start, end, as_of).filter(about=LIGHT)
    return {(each.period, each.row): each.was for each in found}


def _why(objection: Objection) -> str:
    name = "红榜" if objection.was == RED_LIST else "黑榜"
    return f"异议 {objection.number} 已采纳，不列{name}：{objection.ruling}"
