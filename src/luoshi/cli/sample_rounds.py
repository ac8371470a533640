"""The rounds of the sample's year: laid out, three of them cut off, two held."""

from __future__ import annotations

from datetime import date

from luoshi.directory.people.actors import actor_named
from luoshi.ledgers import registry, stepping
from luoshi.oversight.rounds import actions
from luoshi.oversight.rounds.models import MONTH, Round

SUPERVISOR, YEAR = "linzhao", 2026
HELD = (date(2026, 8, 31), date(2026, 9, 30))
CUT_OFF = (*HELD, date(2026, 10, 31))


def hold() -> None:
    """Lay out the year, cut off three monthly rounds and hold the first two of them."""
    by, ledger = actor_named(SUPERVISOR), registry.ledger(actions.LEDGER)
    actions.lay(YEAR, by=by)
    for last in CUT_OFF:
        found = Round.objects.get(kind=MONTH, last=last)
        actions.freeze(found, by=by, on=found.cutoff_on)
        if last in HELD:
            stepping.take_step(ledger, found, "hold", by=by, on=found.meets_on)
