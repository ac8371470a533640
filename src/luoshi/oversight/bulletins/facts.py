"""Gathering a month's facts: everything a bulletin says, frozen as JSON with exact decimal texts."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from luoshi.directory.calendars import months
from luoshi.directory.units.models import NoZone, Unit
from luoshi.directory.units.then import Units
from luoshi.ledgers import facts
from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.boards.boards import board_of, ranking_of
from luoshi.oversight.bulletins import rounds, year_before
from luoshi.oversight.bulletins.year_before import Before
from luoshi.oversight.promises import pasts
from luoshi.oversight.rules import in_force
from luoshi.oversight.templates import templates
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import Rules, wall, wall_then
from luoshi.reports import composing
from luoshi.reports.facts import MonthFacts
from luoshi.rules.boards import Entry, Place
from luoshi.rules.dates import last_day
from luoshi.rules.months import show_month


class MonthNotKept(LedgerError):
    """A month that was never opened."""

    def __init__(self, month: int) -> None:
        super().__init__(
            f"{show_month(month)}还没有开账，没有可通报的数据。请核对月份；如月份无误，请先上传{month // 100}年的工作要点并确认。"
        )


class MonthToCome(LedgerError):
    """A month that has not begun on the day of issue."""

    def __init__(self, month: int, on: datetime.date) -> None:
        super().__init__(
            f"{show_month(month)}还没有到，不能在 {on} 印发它的通报。请核对月份；如需补发，请写明实际的印发日期。"
        )


class NothingToReport(LedgerError):
    """A year without a confirmed target."""

    def __init__(self, month: int) -> None:
        year = month // 100
        super().__init__(
            f"{year}年还没有已确认的目标，{show_month(month)}的通报无从写起。请先上传{year}年的工作要点并确认其中的条目。"
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """Months as one report sees them: as they are, or as they stood at a row of the trail."""

    as_of: int | None = None
    units: Units | None = None

    @classmethod
    def at(cls, as_of: int | None) -> Seen:
        """As they are where no row of the trail is named."""
        return cls() if as_of is None else cls(as_of, Units(as_of))

    def wall(self, month: int, rules: Rules | None = None) -> list[WallRow]:
        """The rows of a month, by its own rules or by others that are tried on it."""
        return (
            wall(month, rules=rules)
            if self.as_of is None or self.units is None
            else wall_then(month, self.as_of, self.units, rules=rules)
        )

    def zone(self) -> Unit:
        """The committee, or NoZone."""
        return Unit.objects.zone() if self.units is None else self.units.zone()


def gather(
    month: int,
    *,
    on: datetime.date,
    again: int = 1,
    kind: str = templates.BULLETIN,
    as_of: int | None = None,
    address: str = "",
    corrections: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """The facts of ``month`` with the template by which they are told; ``again`` counts issues of the month.

    ``on`` is the day of issue; ``as_of`` is a row of the trail: all that is said stood so then. ``address`` is where the
    pages are that references lead to. With ``corrections`` (what, changed, ruling) a bulletin is told by the template of
    those that correct.

    Raises MonthToCome where the month has not begun on that day, MonthNotKept for a month that was never opened,
    NothingToReport where the year has no targets, CorrectsNothing for a correction by itself, and UnknownKind where there is no template of that kind.
    """
    if kind == templates.CORRECTION:
        raise templates.CorrectsNothing
    if months.state_of(month) is None:
        raise MonthNotKept(month)
    if month > on.year * 100 + on.month:
        raise MonthToCome(month, on)
    template = templates.in_force(on, templates.CORRECTION if corrections else kind, as_of)
    seen = Seen.at(as_of)
    rows = seen.wall(month)
    if not rows:
        raise NothingToReport(month)
    found = {"template": template.to_data()} | _month(month, rows, seen, on)
    found["code"] = f"{template.mark}{month % 10000:04d}-{again}"
    found["address"], found["keyed"] = address, True
    found["round"] = rounds.gather(month, as_of, seen.units.by_key if seen.units else None)
    found["corrections"] = [dict(each) for each in corrections]
    number, found["title"] = composing.texts(template, MonthFacts.of(found))
    found["number"] = f"{number}（第{again}次印发）" if number and again > 1 else number
    return found


def _month(month: int, rows: Sequence[WallRow], seen: Seen, on: datetime.date) -> dict[str, Any]:
    name, short_name = _zone(rows, seen)
    rule = in_force.light_rule(last_day(month), seen.as_of)
    board = board_of(month, rows, seen.as_of)
    before = facts.month_before(month)
    former = seen.wall(before) if before // 100 == month // 100 else []
    was = {row.target.number: row for row in former}
    ago = year_before.of(rows, month, seen.as_of, seen.units)
    return {
        "month": month,
        "zone": name,
        "issuer": f"{short_name}督查室",
        "number": "",
        "issued_on": on.isoformat(),
        "plan": "、".join(dict.fromkeys(f"《{row.target.document.title}》" for row in rows)),
        "rule": f"{rule.name}（第 {rule.version} 版）",
        "targets": [
            _target(row)
            | _before(row, was.get(row.target.number))
            | _year_before(row, ago.get(row.target.number, year_before.UNKNOWN))
            for row in rows
        ],
        "red": _entries(board.red),
        "black": _entries(board.black),
        "places": _places(ranking_of(month, rows, seen.as_of), ranking_of(before, former, seen.as_of)),
    }


def _zone(rows: Sequence[WallRow], seen: Seen) -> tuple[str, str]:
    """The zone's full and short name; before its units are registered, who issued the plan."""
    try:
        zone = seen.zone()
    except NoZone:
        issuer = rows[0].target.document.issuer or "管理委员会"
        return issuer, issuer
    return zone.name, zone.short_name or zone.name


def _target(row: WallRow) -> dict[str, Any]:
    target, progress = row.target, row.progress
    section: list[str] = target.clause.section
    return {
        "number": target.number,
        "name": target.name + ("增速" if target.basis == "growth" else ""),
        "unit": row.unit,
        "chapter": section[0] if section else "",
        "value": str(row.total),
        "measure_unit": target.unit,
        "end": target.end,
        "sort": "rate" if progress.rate else "limit" if progress.limit else "amount",
        "actual": _text(row.actual),
        "month_actual": _text(row.month_actual),
        "completion": _text(progress.completion),
        "planned_share": _text(progress.planned_share),
        "gap": _text(progress.gap_points),
        "colour": row.light.colour,
        "light": f"{row.light.shape} {row.light.word}",
        "reason": row.light.reason,
        "excuse": _excuse(row),
        "run": _run(row),
        "source": row.source,
    }


def _excuse(row: WallRow) -> str:
    """The approved excuse of a light, and who approved it; "" where there is none."""
    excuse = row.excuse
    return f"{excuse.text}（{excuse.by}批准）" if excuse and excuse.approved else ""


def _run(row: WallRow) -> int:
    """For how many months in a row the light has had its colour."""
    shone = [each.colour for each in row.light.history]
    return next((at for at, colour in enumerate(reversed(shone)) if colour != row.light.colour), len(shone))


def _before(row: WallRow, former: WallRow | None) -> dict[str, Any]:
    """What the target was a month ago, as it was told then."""
    return {
        "colour_before": former.light.colour if former else "",
        "light_before": f"{former.light.shape} {former.light.word}" if former else "",
        "actual_before": _text(former.actual) if former else None,
        "completion_before": _text(former.progress.completion) if former else None,
        "month_before": _text(former.month_actual) if former else None,
    }


def _year_before(row: WallRow, ago: Before) -> dict[str, Any]:
    """What the target had come to a year ago, how much it grew as statistics say, and what kind of figure it is."""
    return {
        "year_before": _text(ago.value),
        "growth": _text(ago.growth),
        "grows": row.target.basis == year_before.GROWTH,
        "stock": pasts.is_stock(row.target),
    }


def _places(now: Sequence[Place], former: Sequence[Place]) -> list[dict[str, Any]]:
    before = {each.unit: each.rank for each in former}
    return [
        {
            "unit": each.unit,
            "rank": each.rank,
            "completion": _text(each.completion),
            "green": each.green,
            "yellow": each.yellow,
            "red": each.red,
            "rank_before": before.get(each.unit),
        }
        for each in now
    ]


def _entries(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    return [{"rank": e.rank or at, "unit": e.unit, "reason": e.reason} for at, e in enumerate(entries, 1)]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
