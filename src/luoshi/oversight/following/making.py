"""Writing down what follows the lights of a month, once for each light and step, and for whom."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction

from luoshi.directory.people.levels import People
from luoshi.ledgers import clocks, numbers, registry, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, LedgerError
from luoshi.oversight.assessment import ruled
from luoshi.oversight.excuses.models import TARGET
from luoshi.oversight.following import shining
from luoshi.oversight.following.shining import Lit
from luoshi.oversight.followups.ledger import NAME
from luoshi.oversight.followups.models import SCALE, Followup
from luoshi.oversight.opinions import judging
from luoshi.oversight.wall.rows import WallRow
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules import rounding, workdays
from luoshi.rules.dates import last_day
from luoshi.rules.errors import RulesError
from luoshi.rules.ladders import Raised, Rung


def follow(month: int, on: datetime.date, rows: Sequence[WallRow], *, by: Actor) -> list[Followup]:
    """What follows the lights of a month (yyyymm) whose facts are cut off on a day; ``rows`` is its wall.

    Part of a transaction that writes. What was made before is not made again; lights that by a ruling do not count are
    followed by nothing.
    """
    left = ruled.lights(month, month)
    projects = judging.judge(Project.objects.select_related("unit"), month, last_day(month))
    lit = [*shining.of_targets(rows, month), *shining.of_projects(projects, month)]
    counted = (lit for lit in lit if lit.about != TARGET or left.get((month, lit.row)) != lit.light.colour)
    return enter(counted, month, on, by=by)


def enter(lit: Iterable[Lit], month: int, on: datetime.date, *, by: Actor) -> list[Followup]:
    """What these lights ask for and nobody has written down yet, found for the people of the day."""
    people, days = People.on(on), clocks.calendar()
    known = {*Followup.objects.filter(period=month).values_list("ledger", "row", "step")}
    made = []
    for each in lit:
        raised = each.light.raised
        if raised is not None and (each.ledger, each.row, raised.step) not in known:
            found = _made(_values(each, raised, month, on, people, days), by)
            made += [found] if found else []
    return made


def _made(values: Mapping[str, Any], by: Actor) -> Followup | None:
    """One row, None where somebody else has just made it: the database decides."""
    ledger = registry.ledger(NAME)
    try:
        with transaction.atomic():
            row = writing.arrange(ledger, values, by=by, act="升级处理", reason=values["reason"])
    except Invalid:
        place = {name: values[name] for name in ("ledger", "row", "period", "step")}
        if not Followup.objects.filter(**place).exists():
            raise
        return None
    assert isinstance(row, Followup)
    return row


def _values(
    lit: Lit,
    raised: Raised,
    month: int,
    on: datetime.date,
    people: People,
    days: Mapping[datetime.date, bool],
) -> dict[str, Any]:
    rung = raised.rung
    standing = people.at(rung.meant, lit.unit.pk)
    return {
        "number": numbers.fresh(registry.ledger(NAME), [on.year * 100 + on.month], ())[0],
        "period": month,
        "about": lit.about,
        "ledger": lit.ledger,
        "row": lit.row,
        "subject": lit.subject[:200],
        "colour": lit.light.colour,
        "light": lit.light.reason[:1000],
        "months": [
            {"month": each.month, "word": each.word, "reason": each.reason}
            for each in lit.light.history
            if each.month >= raised.since
        ],
        "unit": lit.unit,
        "step": raised.step,
        "reason": raised.reason[:400],
        "rule": f"{lit.rule.name}（第 {lit.rule.version} 版）",
        "who": rung.who[:60],
        "level": rung.meant or "",
        "person": standing[0] if standing else None,
        "act": rung.act[:60],
        "letter": rung.letter[:60],
        "points": int(rounding.half_up(rung.points * SCALE, 0)),
        "made_on": on,
        "due_on": _due(rung, on, days),
    }


def _due(rung: Rung, on: datetime.date, days: Mapping[datetime.date, bool]) -> datetime.date | None:
    """The last day of the step's limit; None where it has none or the published calendar does not reach so far."""
    if rung.days is None:
        return None
    try:
        return workdays.add_working_days(on, rung.days, days)
    except (LedgerError, RulesError):
        return None
