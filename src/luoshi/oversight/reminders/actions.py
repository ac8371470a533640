"""Making the reminders of a day, and sending them off; a write of what they are about waits for neither."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, Stale
from luoshi.ledgers.rulebook import perhaps
from luoshi.oversight.reminders.calls import Call, calls
from luoshi.oversight.reminders.channels import Undelivered, Ways
from luoshi.oversight.reminders.models import FAILED, PAGE, SENT, WAITING, Reminder
from luoshi.oversight.rules.kinds import CHASE
from luoshi.plans.tasks.models import Task

LEDGER = "oversight.reminders"
MOST_TRIES = 3


def run(at: datetime.datetime, ways: Ways, *, by: Actor) -> int:
    """What the background does again and again: from the hour of the rule on, make what is due, and send it off.

    Returns how many reminders were made.
    """
    now = timezone.localtime(at)
    rule = perhaps(CHASE, now.date())
    made = make(now.date(), ways, by=by) if rule is not None and now.hour >= rule.hour else 0
    deliver(now.date(), ways, by=by)
    return made


def make(on: datetime.date, ways: Ways, *, by: Actor) -> int:
    """Make the reminders of a day, each once however often it is asked for; how many were made."""
    rule = perhaps(CHASE, on)
    if rule is None:
        return 0
    return sum(
        _made(call, person, channel, on, by)
        for call in calls(rule, on)
        for person in call.people
        for channel in ways.channels
    )


def _made(call: Call, person: User, channel: str, on: datetime.date, by: Actor) -> int:
    """One reminder, unless another worker has just made it."""
    of_task = isinstance(call.about, Task)
    values = {
        "task": call.about if of_task else None,
        "followup": None if of_task else call.about,
        "kind": call.kind,
        "day": on,
        "due": call.due,
        "person": person,
        "channel": channel,
        "text": call.text[:600],
        "state": SENT if channel == PAGE else WAITING,
    }
    try:
        with transaction.atomic():
            audit.begin()
            writing.arrange(registry.ledger(LEDGER), values, by=by, act="提醒")
    except Invalid:
        return 0
    return 1


def deliver(on: datetime.date, ways: Ways, *, by: Actor) -> int:
    """Send off what waits, outside of any transaction; how many went out.

    What did not go out is tried again, three times in all and on its own day only. Where the other side does not answer
    at all nothing more is sent that way until the next time, so that a dead server holds up one reminder and not all.
    """
    silent, sent = set[str](), 0
    waiting = Reminder.objects.filter(state=WAITING).exclude(channel=PAGE)
    for reminder in waiting.select_related("task__lead_unit", "followup__unit", "person").order_by(
        "day", "pk"
    ):
        if reminder.day < on:
            _note(reminder, FAILED, reminder.failure or "当日没有发出去。", by)
        elif reminder.channel not in silent:
            try:
                ways.send(reminder)
            except Undelivered as problem:
                over = reminder.tries + 1 >= MOST_TRIES
                _note(reminder, FAILED if over else WAITING, str(problem), by, tried=1)
                if not problem.reached:
                    silent.add(reminder.channel)
            else:
                sent += _note(reminder, SENT, "", by, tried=1)
    return sent


def _note(reminder: Reminder, state: str, failure: str, by: Actor, *, tried: int = 0) -> int:
    """Write down what became of a reminder."""
    values = {"state": state, "failure": failure, "tries": reminder.tries + tried}
    act = "送达" if state == SENT else "没有送达"
    try:
        with transaction.atomic():
            audit.begin()
            writing.write(registry.ledger(LEDGER), reminder, values, by=by, act=act, reason="")
    except Stale:
        return 0  # another worker was quicker
    return 1
