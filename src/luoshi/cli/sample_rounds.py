"""The rounds of the sample's year: laid out, three of them cut off, two held, and what these decided."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from luoshi.directory.people.actors import actor_named
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, stepping
from luoshi.ledgers.access import Actor
from luoshi.oversight.rounds import actions
from luoshi.oversight.rounds.models import MONTH, AgendaItem, Round

SUPERVISOR, YEAR = "linzhao", 2026
HELD = (date(2026, 8, 31), date(2026, 9, 30))
CUT_OFF = (*HELD, date(2026, 10, 31))


class Decided(NamedTuple):
    """What the round of a month decided about one of its items."""

    last: date
    item: int
    what: str
    lead: str
    due_on: date
    supporting: tuple[str, ...] = ()


DECIDED = (
    Decided(HELD[0], 1, "逐个项目倒排签约时间，每周报进展", "招商局", date(2026, 9, 30)),
    Decided(
        HELD[0], 2, "落后项目专班驻点推进，补齐进度", "规划建设局", date(2026, 12, 20), ("自然资源分局",)
    ),
    Decided(HELD[1], 1, "约谈落后单位主要负责人", "党政办公室", date(2026, 10, 20)),
    Decided(HELD[1], 2, "提出年底前追赶计划，分解到月", "经济发展局", date(2026, 11, 20), ("财政金融局",)),
)


def hold() -> None:
    """Lay out the year, cut off three monthly rounds, hold the first two of them and write down what they decided."""
    by, ledger = actor_named(SUPERVISOR), registry.ledger(actions.LEDGER)
    actions.lay(YEAR, by=by)
    for last in CUT_OFF:
        found = Round.objects.get(kind=MONTH, last=last)
        actions.freeze(found, by=by, on=found.cutoff_on)
        if last in HELD:
            stepping.take_step(ledger, found, "hold", by=by, on=found.meets_on)
            _decide(found, by)


def _decide(found: Round, by: Actor) -> None:
    for each in (each for each in DECIDED if each.last == found.last):
        actions.decide(
            AgendaItem.objects.get(round=found, order=each.item),
            each.what,
            lead_unit=Unit.objects.get(name=each.lead),
            due_on=each.due_on,
            by=by,
            on=found.meets_on,
            supporting=[Unit.objects.get(name=name) for name in each.supporting],
        )
