"""What rulings change about a month's lists: lights that do not count, units that a list leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from luoshi.oversight.objections.models import BLACK_LIST, LIGHT, LINE, RED_LIST, Objection
from luoshi.oversight.wall.rows import WallRow


@dataclass(frozen=True, slots=True)
class Rulings:
    """Of a month: the colour of each light that does not count, by its target; what each list leaves out, and why."""

    lights: Mapping[int, str]
    red: Mapping[str, str]
    black: Mapping[str, str]

    def counted(self, rows: Iterable[WallRow]) -> Sequence[WallRow]:
        """The rows whose lights count: a light that was put right by now counts as it is."""
        return [row for row in rows if self.lights.get(row.target.pk) != row.light.colour]


def of(month: int, as_of: int | None = None) -> Rulings:
    """The rulings of a month, those made by a row of the trail where one is named."""
    found = list(Objection.objects.ruled(month, as_of).select_related("unit"))
    return Rulings(
        {each.row: each.was for each in found if each.about == LIGHT},
        {each.unit.name: _why(each) for each in found if (each.about, each.was) == (LINE, RED_LIST)},
        {each.unit.name: _why(each) for each in found if (each.about, each.was) == (LINE, BLACK_LIST)},
    )


def _why(objection: Objection) -> str:
    name = "红榜" if objection.was == RED_LIST else "黑榜"
    return f"异议 {objection.number} 已采纳，不列{name}：{objection.ruling}"
