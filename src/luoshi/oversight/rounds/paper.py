"""What the pre-read and the minutes of a round are written from: what was frozen and decided, as plain JSON."""

from __future__ import annotations

from typing import Any

from luoshi.directory.units.models import NoZone, Unit
from luoshi.oversight.rounds.models import ITEM_KINDS, LISTED, AgendaItem, Decision, Round
from luoshi.reports import references


def gather(found: Round) -> dict[str, Any]:
    """The frozen facts of a round that was cut off: how earlier decisions stand, its agenda, who is late."""
    name, short_name = _zone()
    return {
        "zone": name,
        "issuer": f"{short_name}督查室",
        "code": code(references.PREREAD, found),
        "title": f"{found.name}会预读材料",
        "round": found.name,
        "month": found.month,
        "meets_on": found.meets_on.isoformat(),
        "frozen_on": found.frozen_on.isoformat() if found.frozen_on else None,
        "lights": found.lights or {},
        "opening": found.opening,
        "late": [{"name": each["name"], "why": each["why"]} for each in found.late],
        "sections": [
            {"kind": kind, "title": title, "items": _items(found, kind)} for kind, title in ITEM_KINDS
        ],
    }


def minutes(found: Round) -> dict[str, Any]:
    """What a round that was held decided: as it was kept when the round was archived, until then as it stands."""
    if found.minutes is not None:
        return dict(found.minutes)
    assert found.frozen_on is not None and found.held_on is not None
    name, short_name = _zone()
    return {
        "zone": name,
        "issuer": f"{short_name}督查室",
        "code": code(references.MINUTES, found),
        "title": f"{found.name}会议纪要",
        "round": found.name,
        "frozen_on": found.frozen_on.isoformat(),
        "held_on": found.held_on.isoformat(),
        "chair": found.chair,
        "attendance": found.attendance,
        "opening": found.opening,
        "items": _discussed(found),
    }


def code(mark: str, found: Round) -> str:
    """What references to the numbers of a document of a round begin with: YD2606-12."""
    return f"{mark}{found.month % 10000:04d}-{found.pk}"


def _discussed(found: Round) -> list[dict[str, Any]]:
    """The items in order with what was decided about each; what was taken off only where something was decided."""
    decided: dict[int, list[dict[str, Any]]] = {}
    for each in Decision.objects.of(found):
        decided.setdefault(each.item_id, []).append(_decision(each))
    return [
        {
            "order": each.order,
            "title": each.title,
            "unit": str(each.unit) if each.unit else "",
            "reason": each.reason,
            "decisions": decided.get(each.pk, []),
        }
        for each in AgendaItem.objects.of(found)
        if each.state == LISTED or each.pk in decided
    ]


def _decision(each: Decision) -> dict[str, Any]:
    """As it was worded, with the limit and the units of then, whatever became of its task."""
    return {
        "what": each.what,
        "unit": str(each.lead_unit),
        "supporting": each.supporting,
        "due_on": each.due_on.isoformat(),
        "task": each.task.number,
    }


def _items(found: Round, kind: str) -> list[dict[str, Any]]:
    listed = AgendaItem.objects.of(found).filter(kind=kind, state=LISTED)
    return [
        {
            "order": each.order,
            "title": each.title,
            "unit": str(each.unit) if each.unit else "",
            "reason": each.reason,
            "made_from": each.made_from,
        }
        for each in listed
    ]


def _zone() -> tuple[str, str]:
    try:
        zone = Unit.objects.zone()
    except NoZone:
        return "管理委员会", "管理委员会"
    return zone.name, zone.short_name or zone.name
