"""What the pre-read of a round is written from: the exceptions as they were frozen, as plain JSON."""

from __future__ import annotations

from typing import Any

from luoshi.directory.units.models import NoZone, Unit
from luoshi.oversight.rounds.models import ITEM_KINDS, LISTED, AgendaItem, Round


def gather(found: Round) -> dict[str, Any]:
    """The frozen facts of a round that was cut off: how earlier decisions stand, its agenda, who is late."""
    name, short_name = _zone()
    return {
        "zone": name,
        "issuer": f"{short_name}督查室",
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
