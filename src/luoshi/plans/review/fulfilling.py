"""What follows from decisions on clauses: targets and tasks come about, follow their units, and go out of use."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.directory.calendars.ledger import MONTHS
from luoshi.directory.calendars.models import Month
from luoshi.ledgers import writing
from luoshi.ledgers.access import Act, Actor, may
from luoshi.plans.clauses.models import ACTUAL, TARGET, Clause
from luoshi.plans.review import targets, tasks
from luoshi.plans.targets.ledger import TARGETS
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.ledger import TASKS
from luoshi.plans.tasks.models import Task
from luoshi.rules.months import month_of, month_range


def fulfil(clauses: Sequence[Clause], *, by: Actor) -> tuple[list[Target], list[Task]]:
    """The targets and tasks of clauses just confirmed; what is only a statement of what exists makes neither."""
    figures = [clause for clause in clauses if clause.kind == TARGET]
    actions = [clause for clause in clauses if clause.kind not in (TARGET, ACTUAL)]
    return (
        targets.fulfil(figures, by=by) if figures else [],
        tasks.fulfil(actions, by=by) if actions else [],
    )


def withdraw(clauses: Sequence[Clause], reason: str, *, by: Actor) -> None:
    """Take the targets and tasks of clauses out of use."""
    for target in targets.held_by(clauses).values():
        targets.withdraw(target, reason, by=by)
    for task in tasks.held_by(clauses).values():
        tasks.withdraw(task, reason, by=by)


def give_units(clause: Clause, *, by: Actor) -> None:
    """Bring lead unit and leader of a clause to its target or task."""
    values = {"lead_unit": clause.lead, "leader": clause.leader}
    for target in targets.held_by([clause]).values():
        writing.change(TARGETS, target, values, by=by, act="分工")
    for task in tasks.held_by([clause]).values():
        writing.change(TASKS, task, values, by=by, act="分工")


def open_books(year: int, *, by: Actor) -> None:
    """Open the months of a plan's year that nobody has opened yet, where ``by`` keeps the books."""
    if not may(by, Act.CREATE, MONTHS):
        return
    periods = month_range(month_of(year, 1), month_of(year, 12))
    known = set(Month.objects.filter(period__in=periods).values_list("period", flat=True))
    for period in periods:
        if period not in known:
            writing.create(MONTHS, {"period": period}, by=by)
