"""The kind of rule that says until when a month is handed in, and the day that it gives."""

from __future__ import annotations

import datetime

from luoshi.ledgers import clocks
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.rulebook import Kind, perhaps
from luoshi.rules import cutoff, defaults, sentences
from luoshi.rules.dates import last_day
from luoshi.rules.errors import RulesError

CUTOFF = Kind(
    name="cutoff",
    title="填报截止规则",
    engine=cutoff.CutoffRule,
    starting=(defaults.CUTOFF_RULE,),
    sentences=sentences.cutoff,
)
KINDS = (CUTOFF,)


def due_on(period: int) -> datetime.date | None:
    """Until when a month is handed in, by the rule of its last day.

    None where no rule was in force or the calendar of working days does not reach there.
    """
    rule = perhaps(CUTOFF, last_day(period))
    if rule is None:
        return None
    try:
        return cutoff.due(rule, period, clocks.calendar())
    except (LedgerError, RulesError):
        return None
