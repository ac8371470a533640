"""Cutting off a round: the place on the trail is kept, who is late is named, the agenda is made of exceptions,
and of a month follows what its lights ask for."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from luoshi.directory.units.models import Unit
from luoshi.ledgers import chain, registry, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Row
from luoshi.oversight.following import making
from luoshi.oversight.rounds import exceptions, kinds, opening, paper
from luoshi.oversight.rounds.matter import Matter
from luoshi.oversight.rounds.models import ARCHIVED, FROZEN, MONTH, Round
from luoshi.oversight.wall.wall import wall
from luoshi.plans.filings.kinds import due_on
from luoshi.plans.filings.models import FILLED_IN, Filing
from luoshi.projects.delivery.projects.models import Project

AGENDA = "oversight.agenda"
TASKS = "plans.tasks"


def not_too_early(row: Row, on: datetime.date) -> str:
    """Facts are not cut off before their day."""
    assert isinstance(row, Round)
    return f"截数日是 {row.cutoff_on}，还没有到。" if on < row.cutoff_on else ""


def cut_off(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day on which the facts were cut off; the rest follows in the same transaction."""
    return {"frozen_on": on}


def late(month: int, on: datetime.date) -> list[dict[str, Any]]:
    """The units whose filing of a month was due by a day and is not handed up on it."""
    due = due_on(month)
    found = Filing.objects.in_month(month).filter(state__in=FILLED_IN)
    return [
        {"unit": each.unit_id, "name": str(each.unit), "filing": each.pk, "why": each.get_state_display()}
        for each in found
        if (each.due_on or due) and (each.due_on or due or on) <= on
    ]


def stand(keys: Sequence[int], by: Actor) -> None:
    """What is kept with rounds that have just been cut off or archived."""
    lay_agenda(keys, by)
    for found in Round.objects.filter(pk__in=keys, state=ARCHIVED, minutes__isnull=True):
        Round.objects.filter(pk=found.pk).update(minutes=paper.minutes(found))


def lay_agenda(keys: Sequence[int], by: Actor) -> None:
    """The agenda of rounds that have just been cut off, who is late, where the trail stands with these facts; and what
    follows the lights of a month."""
    for found in Round.objects.filter(pk__in=keys, state=FROZEN, lights__isnull=True):
        assert found.frozen_on is not None
        rows, stood = wall(found.month), chain.head().seq
        rule = kinds.rule(found.kind, found.frozen_on)
        waiting = opening.matters(found, found.frozen_on)
        decided = {(TASKS, each.task_id) for each in opening.decisions(found)}  # they wait, or are done
        exceptional = [
            each
            for each in exceptions.matters(rows, Project.objects.all(), found.month, rule)
            if (each.ledger, each.row) not in decided
        ]
        enter(found, [*waiting, *exceptional], by)
        if found.kind == MONTH:
            making.follow(found.month, found.frozen_on, rows, by=by)
        Round.objects.filter(pk=found.pk).update(
            seq=stood,
            late=late(found.month, found.frozen_on),
            opening=opening.told(found, found.frozen_on),
            lights={**Counter(row.light.colour for row in rows)},
        )


def enter(found: Round, matters: Iterable[Matter], by: Actor) -> None:
    """Write matters down as the first items of a round."""
    ledger, matters = registry.ledger(AGENDA), list(matters)
    units = Unit.objects.in_bulk({each.unit for each in matters if each.unit})
    for order, each in enumerate(matters, 1):
        values = {
            "round": found,
            "order": order,
            "kind": each.kind,
            "title": each.title[:300],
            "unit": units.get(each.unit or 0),
            "reason": each.reason[:1000],
            "made_from": each.made_from[:1000],
            "ledger": each.ledger,
            "row": each.row,
            "subject": each.subject[:200],
        }
        writing.arrange(ledger, values, by=by, act="列入议题")


def held(row: Row, on: datetime.date) -> Mapping[str, Any]:
    """The day on which people met."""
    return {"held_on": on}


def not_before_cut_off(row: Row, on: datetime.date) -> str:
    """Nobody meets about facts that do not stand yet."""
    assert isinstance(row, Round)
    early = row.frozen_on is not None and on < row.frozen_on
    return f"召开日期早于实际截数日 {row.frozen_on}，请核对日期。" if early else ""
