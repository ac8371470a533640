"""With what a round opens: the decisions of the rounds before it, done, open or overdue."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from luoshi.oversight.rounds.matter import Matter
from luoshi.oversight.rounds.models import OPEN, OVERDUE, STANDINGS, UNFINISHED, Decision, Round


def decisions(found: Round) -> list[Decision]:
    """All decisions of the last round of the kind that was held, and of earlier ones what is not finished yet."""
    before = Round.objects.before(found)
    last = before.first()
    if last is None:
        return []
    older = Decision.objects.unfinished().filter(item__round__in=before).exclude(item__round=last)
    older = older.select_related("item__round", "lead_unit", "task").order_by("due_on", "number")
    return [*older, *Decision.objects.of(last)]


def told(found: Round, on: datetime.date) -> list[dict[str, Any]]:
    """How they stand on a day, as it is kept with a round."""
    return [_told(each, on) for each in decisions(found)]


def _told(each: Decision, on: datetime.date) -> dict[str, Any]:
    return {
        "decision": each.pk,
        "number": each.number,
        "what": each.what,
        "unit": str(each.lead_unit),
        "round": each.item.round.name,
        "limit": each.limit.isoformat(),
        "standing": each.standing(on),
        "task": each.task.number,
        "state": each.task.get_state_display(),
    }


def matters(found: Round, on: datetime.date) -> list[Matter]:
    """Those that are not finished, as items of the agenda: what is overdue longest first."""
    waiting = [each for each in decisions(found) if each.standing(on) in (OPEN, OVERDUE)]
    return sorted((_matter(each, on) for each in waiting), key=lambda one: (-one.weight[0], one.weight[1]))


def _matter(each: Decision, on: datetime.date) -> Matter:
    over = (on - each.limit).days
    how = f"已逾期 {over} 天" if each.standing(on) == OVERDUE else STANDINGS[each.standing(on)]
    return Matter(
        kind=UNFINISHED,
        title=each.what,
        reason=f"{each.item.round}决定，{each.lead_unit}牵头，期限 {each.limit}，{how}",
        made_from=f"任务 {each.task.number} {each.task.get_state_display()}",
        unit=each.lead_unit_id,
        ledger="oversight.decisions",
        row=each.pk,
        subject=each.number,
        weight=(Decimal(over), each.number),
    )
