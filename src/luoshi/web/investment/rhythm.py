"""The rhythm page: leaders by months, and the weeks for which branches and teams have told nothing."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from luoshi.directory.units.models import Unit
from luoshi.projects.investment.feedback.models import Feedback
from luoshi.projects.investment.trips.rhythm import Traveller, reached
from luoshi.rules.colours import Colour
from luoshi.rules.rhythm import Verdict, Window
from luoshi.web.parts import Cell, Column, Row, Table, lamp

LAMPS: Mapping[Verdict, tuple[Colour, str]] = {
    "kept": ("green", "达标"),
    "missed": ("red", "缺"),
    "running": ("yellow", "未到期"),
    "not_due": ("grey", "不要求"),
}
WEEKS = 8


def leaders(found: list[Traveller], last: int) -> Table:
    """One line a leader and level, up to a month of the year; a window of two months stands under its last."""
    months = tuple(Column(f"{month} 月") for month in range(1, last + 1))
    return Table(
        name="rhythm",
        caption="领导外出招商频次",
        columns=(Column("领导", data=True), Column("达标", kind="number"), *months),
        rows=tuple(_row(each, last) for each in found),
        empty="还没有带队外出的领导，也没有领导岗位。",
        short=True,
    )


def _row(each: Traveller, last: int) -> Row:
    cells = {window.last.month: _cell(window) for window in each.windows}
    kept, judged = reached(each.windows)
    months = (cells.get(month, Cell()) for month in range(1, last + 1))
    return Row((Cell(each.person.name, note=each.level.title), Cell(f"{kept}/{judged}"), *months))


def _cell(window: Window) -> Cell:
    times = f"{len(window.trips)} 次" if window.trips else ""
    return Cell(window.reason, light=lamp(*LAMPS[window.verdict]), note=times)


def weeks(as_of: datetime.date) -> list[datetime.date]:
    """The Mondays of the last weeks that have ended by a day, latest last."""
    monday = as_of - datetime.timedelta(days=as_of.weekday())
    ended = monday if as_of.weekday() == 6 else monday - datetime.timedelta(days=7)
    return [ended - datetime.timedelta(weeks=back) for back in reversed(range(WEEKS))]


def feedback(as_of: datetime.date) -> Table:
    """One line a branch or team: told or not, week by week."""
    mondays = weeks(as_of)
    told = set(Feedback.objects.filter(week__in=mondays).values_list("unit", "week"))
    units = Unit.objects.teams().order_by("code")
    rows = [
        Row((Cell(unit.name), *(_told((unit.pk, monday) in told) for monday in mondays))) for unit in units
    ]
    return Table(
        name="feedback",
        caption="周反馈",
        columns=(
            Column("单位", data=True),
            *(Column(f"{monday:%m-%d} 周", width="narrow") for monday in mondays),
        ),
        rows=tuple(rows),
        empty="还没有招商分局和专班。",
        short=True,
    )


def _told(done: bool) -> Cell:
    return Cell(light=lamp("green", "已反馈") if done else lamp("red", "未反馈"))
