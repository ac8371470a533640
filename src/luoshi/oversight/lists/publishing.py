"""The lines of a month's lists, the days for objections, and what keeps a list from being settled."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi.directory.units.models import Unit
from luoshi.ledgers import clocks, rulebook
from luoshi.ledgers.models import Row
from luoshi.oversight.boards.boards import board_of
from luoshi.oversight.excuses import standing as excuses
from luoshi.oversight.excuses.models import Excuse
from luoshi.oversight.lists.models import PublishedList
from luoshi.oversight.objections.kinds import PUBLICATION
from luoshi.oversight.objections.models import BLACK_LIST, RED_LIST, Objection
from luoshi.oversight.wall.rows import WallRow
from luoshi.rules import response


@dataclass(frozen=True, slots=True)
class Listed:
    """A line before it is published."""

    board: str
    rank: int
    unit: Unit
    reason: str

    @property
    def place(self) -> tuple[str, int, int]:
        """On which list, at which place, who."""
        return self.board, self.rank, self.unit.pk


def lines(month: int, rows: Sequence[WallRow]) -> list[Listed]:
    """The red and the black list of a wall, as rulings have left them."""
    return list(_lines(month, rows))


def _lines(month: int, rows: Sequence[WallRow]) -> Iterator[Listed]:
    units = {row.unit: row.target.lead_unit for row in rows if row.target.lead_unit}
    found = board_of(month, rows)
    for code, entries in ((RED_LIST, found.red), (BLACK_LIST, found.black)):
        for at, entry in enumerate(entries, 1):
            yield Listed(code, entry.rank or at, units[entry.unit], entry.reason)


def excused(found: PublishedList) -> list[Excuse]:
    """The excuses of targets of units on the black list that were approved after the list was published, and not followed."""
    asked = Excuse.objects.to_correct().filter(period=found.period, decided_on__gte=found.published_on)
    late = list(asked.filter(unit__in=found.lines.filter(board=BLACK_LIST).values("unit")))
    return excuses.approved_since(late, found.seq) if late else []


def until(on: datetime.date) -> datetime.date:
    """The last day on which objections to what is published on a day are heard, by the rule of that day."""
    limit = rulebook.in_force(PUBLICATION, on).limit("objection")
    return response.due(limit, on, clocks.calendar())


def heard_out(row: Row, on: datetime.date) -> str:
    """Nothing is settled while objections are heard, wait, or are to be corrected."""
    assert isinstance(row, PublishedList)
    if on <= row.until:
        return f"公示期到 {row.until} 为止，还没有结束。"
    if waiting := Objection.objects.waiting(row.period).count():
        return f"还有 {waiting} 条异议没有裁定。"
    if accepted := Objection.objects.to_correct().filter(period=row.period).count():
        return f"还有 {accepted} 条采纳的异议没有更正。"
    if late := len(excused(row)):
        return f"还有 {late} 份公示以后批准的正当理由没有更正，也没有说明为什么不更正。"
    return "" if row.stands else "它已有更正后的新版，请办理新版。"
