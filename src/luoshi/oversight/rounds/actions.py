"""Laying out the rounds of a year, moving a meeting, putting a matter on an agenda by hand, deciding about one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from luoshi.directory.units.models import Unit
from luoshi.ledgers import audit, clocks, registry, stepping, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.rounds import errors, kinds
from luoshi.oversight.rounds.freezing import AGENDA
from luoshi.oversight.rounds.models import ADDED, ARCHIVED, HELD, OFF, PREPARING, AgendaItem, Decision, Round
from luoshi.plans.tasks import actions as tasks
from luoshi.plans.tasks.models import MEETING, Task
from luoshi.rules.errors import RulesError
from luoshi.rules.rounds import RHYTHMS, Period, RoundRule, days_of, periods

LEDGER, DECISIONS = "oversight.rounds", "oversight.decisions"


def lay(year: int, *, by: Actor) -> list[Round]:
    """Lay out the rounds of a year that are not there yet, by the rule that is in force when each period ends.

    Rounds whose days lie beyond the published calendar wait until it is there; where nothing can be laid out, that is
    refused.
    """
    ledger = registry.ledger(LEDGER)
    require(by, Act.CREATE, ledger)
    with transaction.atomic():
        audit.begin()
        held = {*Round.objects.filter(last__year=year).values_list("kind", "last")}
        made = [writing.arrange(ledger, values, by=by, act="排定") for values in _planned(year, held)]
        if not made:
            raise errors.NothingToLay(year)
        writing.follow(ledger, [row.pk for row in made], by)
    return [row for row in made if isinstance(row, Round)]


def _planned(year: int, held: set[tuple[str, datetime.date]]) -> Iterator[dict[str, Any]]:
    days = clocks.calendar()
    for rhythm in RHYTHMS:
        for period in periods(rhythm, year):
            if (rhythm, period.last) in held:
                continue
            rule = kinds.rule(rhythm, period.last)
            try:
                cutoff_on, meets_on = days_of(rule, period, days)
            except (LedgerError, RulesError):
                continue  # the holidays of that year are not published yet
            yield {**_values(rule, period), "cutoff_on": cutoff_on, "meets_on": meets_on}


def _values(rule: RoundRule, period: Period) -> dict[str, Any]:
    return {
        "kind": period.rhythm,
        "name": _joined(period.title, rule.name),
        "first": period.first,
        "last": period.last,
        "month": period.judged,
        "rule": f"{rule.name}（第 {rule.version} 版）",
    }


def _joined(title: str, name: str) -> str:
    """A period and what is held about it: 2026年6月 and 月通报 are 2026年6月通报."""
    shared = next(n for n in range(len(name), -1, -1) if title.endswith(name[:n]))
    return title + name[shared:]


def move(found: Round, meets_on: datetime.date, *, by: Actor, reason: str) -> Round:
    """Meet on another day than the calendar says, with a reason."""
    ledger = registry.ledger(LEDGER)
    require(by, Act.CHANGE, ledger, found)
    if not reason.strip():
        raise errors.NoReason("改会期")
    if found.state != PREPARING:
        raise errors.NotPreparing(found.name)
    if meets_on < found.cutoff_on:
        raise errors.BeforeCutoff(meets_on, found.cutoff_on)
    writing.change(ledger, found, {"meets_on": meets_on}, by=by, act="改期", reason=reason.strip())
    return found


def freeze(found: Round, *, by: Actor, on: datetime.date) -> Round:
    """Cut off a round: its facts stand from here on, its agenda is made of their exceptions."""
    stepping.take_step(registry.ledger(LEDGER), found, "freeze", by=by, on=on)
    found.refresh_from_db()
    return found


def hold(found: Round, *, by: Actor, on: datetime.date, chair: str = "", attendance: str = "") -> Round:
    """Hold a round on a day; who chaired and who attended may be written down with it, for the minutes."""
    ledger = registry.ledger(LEDGER)
    given = {"chair": chair.strip(), "attendance": attendance.strip()}
    with transaction.atomic():
        audit.begin()
        stepping.take_step(ledger, found, "hold", by=by, on=on)
        if any(given.values()):
            writing.change(ledger, found, given, by=by, act="登记主持和出席")
    return found


def attend(found: Round, *, by: Actor, chair: str = "", attendance: str = "", reason: str = "") -> Round:
    """Write down afterwards who chaired and attended; what was written already is corrected with a reason.

    As long as the minutes are open: until the round is archived, or the next one of its kind is cut off.
    """
    ledger = registry.ledger(LEDGER)
    require(by, Act.CHANGE, ledger, found)
    given = {"chair": chair.strip(), "attendance": attendance.strip()}
    with transaction.atomic():
        audit.begin()
        found = Round.objects.get(pk=found.pk)  # as it stands, now that nobody else writes
        if why := minutes_stand(found):
            raise errors.MinutesStand(why)
        changed = {name: said for name, said in given.items() if said != getattr(found, name)}
        if not changed:
            raise errors.NothingChanged(found.name)
        corrected = any(getattr(found, name) for name in changed)
        if corrected and not reason.strip():
            raise errors.NoReason("更正主持和出席")
        act = "更正主持和出席" if corrected else "登记主持和出席"
        writing.change(ledger, found, changed, by=by, act=act, reason=reason.strip())
    return found


def minutes_stand(found: Round) -> str:
    """Why the minutes of a round cannot be changed, "" where they can."""
    if found.state != HELD:
        return f"{found.name}{'已经归档' if found.state == ARCHIVED else '还没有召开'}"
    later = Round.objects.cut_off_after(found)
    return f"下一轮“{later.name}”已经截数" if later else ""


def add(found: Round, title: str, *, by: Actor, reason: str, unit: Unit | None = None) -> AgendaItem:
    """Put a matter on an agenda by hand, with a reason; it comes last."""
    ledger = registry.ledger(AGENDA)
    require(by, Act.CREATE, ledger)
    if not title.strip():
        raise errors.NoTitle
    if not reason.strip():
        raise errors.NoReason("增列议题")
    if found.state == PREPARING:
        raise errors.NoAgenda(found.name)
    with transaction.atomic():
        audit.begin()
        last = AgendaItem.objects.filter(round=found).aggregate(last=Max("order"))["last"] or 0
        values = {
            "round": found,
            "order": last + 1,
            "kind": ADDED,
            "title": title.strip()[:300],
            "unit": unit,
            "reason": reason.strip()[:1000],
        }
        row = writing.arrange(ledger, values, by=by, act="增列议题", reason=reason.strip())
    assert isinstance(row, AgendaItem)
    return row


def take_off(item: AgendaItem, reason: str, *, by: Actor) -> AgendaItem:
    """Take a matter off an agenda, with a reason."""
    stepping.take_step(registry.ledger(AGENDA), item, "take_off", by=by, given={"off_reason": reason.strip()})
    return item


def decide(
    item: AgendaItem,
    what: str,
    *,
    lead_unit: Unit,
    due_on: datetime.date,
    by: Actor,
    on: datetime.date,
    supporting: Sequence[Unit] = (),
) -> Decision:
    """Write down what was decided about an item; it becomes a task that is handed out on the same day."""
    ledger = registry.ledger(DECISIONS)
    require(by, Act.CREATE, ledger)
    with transaction.atomic():
        audit.begin()
        item = AgendaItem.objects.select_related("round").get(
            pk=item.pk
        )  # as it stands, now that nobody else writes
        _refuse_decision(item, what, lead_unit, due_on, on, supporting)
        task = _hand_out(item, what.strip(), lead_unit, due_on, supporting, by=by, on=on)
        values = {
            "item": item,
            "what": task.name,
            "lead_unit": lead_unit,
            "supporting": "、".join(str(unit) for unit in dict.fromkeys(supporting)),
            "due_on": due_on,
            "task": task,
        }
        row = writing.create(ledger, values, by=by, on=on)
    assert isinstance(row, Decision)
    return row


def _refuse_decision(
    item: AgendaItem,
    what: str,
    lead_unit: Unit,
    due_on: datetime.date,
    on: datetime.date,
    supporting: Sequence[Unit],
) -> None:
    found = item.round
    if found.state != HELD:
        raise errors.NotHeld(found.name)
    if item.state == OFF:
        raise errors.ItemOff(item.title)
    if not what.strip():
        raise errors.NoDecision
    if due_on < on:
        raise errors.DueBefore(due_on, on)
    if lead_unit in supporting:
        raise errors.LeadSupports(lead_unit)


def _hand_out(
    item: AgendaItem,
    what: str,
    lead_unit: Unit,
    due_on: datetime.date,
    supporting: Sequence[Unit],
    *,
    by: Actor,
    on: datetime.date,
) -> Task:
    """The task of a decision, with the units that support it, handed out."""
    values = {
        "origin": MEETING,
        "source": f"{item.round}第 {item.order} 项议题"[:200],
        "name": what[:300],
        "due": due_on.year * 100 + due_on.month,
        "limit_on": due_on,
        "lead_unit": lead_unit,
    }
    task = tasks.enter(values, by=by, on=on)
    for unit in dict.fromkeys(supporting):
        writing.create(registry.ledger("plans.supports"), {"task": task, "unit": unit}, by=by, on=on)
    stepping.take_step(registry.ledger(tasks.LEDGER), task, "assign", by=by, on=on)
    return task
