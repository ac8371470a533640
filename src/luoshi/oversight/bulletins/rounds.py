"""What a report tells of the month's round: its agenda as it was cut off, how earlier decisions stood, who was late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, rewinding
from luoshi.oversight.rounds.models import (
    DISAGREEMENT,
    ITEM_KINDS,
    ITEM_STATES,
    LISTED,
    MONTH,
    STANDINGS,
    STOOD,
    AgendaItem,
    Round,
)

AGENDA = "oversight.agenda"


def gather(month: int, as_of: int | None, units: Mapping[int, Unit] | None) -> dict[str, Any] | None:
    """The monthly round about a month that was cut off, None where there is none.

    ``as_of`` is a row of the trail: as the agenda stood then, with ``units`` as they were called.
    """
    found = Round.objects.filter(kind=MONTH, month=month, state__in=STOOD, seq__isnull=False)
    if as_of is not None:
        found = found.filter(seq__lte=as_of)
    standing = found.first()
    if standing is None:
        return None
    return {
        "name": standing.name,
        "meets_on": standing.meets_on.isoformat(),
        "frozen_on": standing.frozen_on.isoformat() if standing.frozen_on else "",
        "items": [_item(each, units) for each in _listed(standing, as_of)],
        "decisions": [_decision(each) for each in standing.opening],
        "late": [each["name"] for each in standing.late],
    }


def _listed(found: Round, as_of: int | None) -> Iterator[AgendaItem]:
    items = AgendaItem.objects.of(found)
    if as_of is None:
        yield from items.filter(state=LISTED)
        return
    ledger = registry.ledger(AGENDA)
    since, words = rewinding.before(ledger, as_of), dict(ITEM_STATES)
    title = ledger.title_of(ledger.column("state"))
    for item in items.exclude(pk__in=rewinding.created(ledger, as_of)):
        if since.get(item.pk, {}).get(title, words[item.state]) == words[LISTED]:
            yield item


def _item(each: AgendaItem, units: Mapping[int, Unit] | None) -> dict[str, str]:
    unit = each.unit if units is None else units.get(each.unit_id or 0)
    return {
        "kind": dict(ITEM_KINDS)[each.kind],
        "title": each.title,
        "unit": str(unit) if unit else "",
        "reason": each.reason,
        "said": each.made_from if each.kind == DISAGREEMENT else "",
    }


def _decision(each: Mapping[str, Any]) -> dict[str, str]:
    told = {name: str(each[name]) for name in ("number", "what", "unit", "round", "limit")}
    return told | {"standing": STANDINGS[each["standing"]]}
