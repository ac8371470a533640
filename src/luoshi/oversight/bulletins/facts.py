"""Gathering a month's facts: everything a bulletin says, frozen as JSON with exact decimal texts."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from luoshi.directory.calendars import months
from luoshi.directory.units.models import NoZone, Unit
from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.boards.boards import board_of
from luoshi.oversight.rules import in_force
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import last_day, wall
from luoshi.rules.boards import Entry
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


def gather(month: int, *, on: datetime.date, again: int = 1) -> dict[str, Any]:
    """The facts of ``month`` as they stand; ``on`` is the day of issue, ``again`` counts issues of the month.

    MonthToCome where the month has not begun on that day.

    Raises MonthNotKept for a month that was never opened, NothingToReport where the year has no targets.
    """
    if months.state_of(month) is None:
        raise MonthNotKept(month)
    if month > on.year * 100 + on.month:
        raise MonthToCome(month, on)
    rows = wall(month)
    if not rows:
        raise NothingToReport(month)
    name, short_name = _zone(rows)
    rule = in_force.light_rule(last_day(month))
    board = board_of(month, rows)
    suffix = f"（第{again}次印发）" if again > 1 else ""
    return {
        "month": month,
        "zone": name,
        "issuer": f"{short_name}督查室",
        "number": f"督查通报〔{month // 100}〕{month % 100}号{suffix}",
        "title": f"关于{show_month(month)}重点工作推进情况的通报",
        "issued_on": on.isoformat(),
        "plan": "、".join(dict.fromkeys(f"《{row.target.document.title}》" for row in rows)),
        "rule": f"{rule.name}（第 {rule.version} 版）",
        "targets": [_target(row) for row in rows],
        "red": _entries(board.red),
        "black": _entries(board.black),
    }


def _zone(rows: Sequence[WallRow]) -> tuple[str, str]:
    """The zone's full and short name; before its units are registered, who issued the plan."""
    try:
        zone = Unit.objects.zone()
    except NoZone:
        issuer = rows[0].target.document.issuer or "管理委员会"
        return issuer, issuer
    return zone.name, zone.short_name or zone.name


def _target(row: WallRow) -> dict[str, Any]:
    target, progress = row.target, row.progress
    return {
        "number": target.number,
        "name": target.name + ("增速" if target.basis == "growth" else ""),
        "unit": row.unit,
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
        "source": row.source,
    }


def _entries(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    return [{"rank": e.rank or at, "unit": e.unit, "reason": e.reason} for at, e in enumerate(entries, 1)]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
