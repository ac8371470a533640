"""How the sample's supervision office chases its tasks: who was reminded, and which papers went out."""

from __future__ import annotations

from datetime import date

from luoshi.cli import house
from luoshi.directory.people.actors import actor_named
from luoshi.ledgers import registry, stepping
from luoshi.oversight.papers import actions as papers
from luoshi.oversight.papers.models import ASSIGNMENT, CHASE, LETTER, Paper
from luoshi.oversight.reminders import actions as reminders
from luoshi.oversight.reminders.channels import Ways
from luoshi.plans.tasks.models import Task
from luoshi.reports import papers as reports

SUPERVISOR = "linzhao"
ISSUED = (
    (ASSIGNMENT, "RW-2026-004", date(2026, 10, 29), date(2026, 11, 3)),
    (CHASE, "RW-2026-002", date(2026, 10, 15), date(2026, 10, 20)),
    (LETTER, "RW-2026-002", date(2026, 10, 28), date(2026, 11, 2)),
)
ANSWERED, ANSWER = date(2026, 10, 19), "已约谈项目负责人，进度计划重新排定，月底前补齐"
REMINDED = (date(2026, 10, 9), date(2026, 11, 3))


def remind() -> None:
    """Make the reminders of some days gone by, which went out by the page alone."""
    for day in REMINDED:
        reminders.make(day, Ways(), by=house.operator())


def write() -> None:
    """Issue the papers about some tasks."""
    for kind, number, on, reply_by in ISSUED:
        papers.issue(
            kind,
            [Task.objects.get(number=number)],
            reports.render,
            reports.title,
            on=on,
            by=actor_named(SUPERVISOR),
            reply_by=reply_by,
        )
    answer()


def answer() -> None:
    """The unit that was chased answered in time; the one that was handed something has not yet."""
    chase = Paper.objects.get(kind=CHASE)
    ledger = registry.ledger(papers.LEDGER)
    stepping.take_step(ledger, chase, "reply", by=house.operator(), on=ANSWERED, given={"reply": ANSWER})
