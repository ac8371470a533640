"""The ledger of reminders: made by the background, read by whoever was reminded, whose unit it is, and who oversees."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Choice, Day, Link, Number, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.reminders.models import CHANNELS, KINDS, STATES, Reminder

TO_ME = tuple(Grant(role, of="person") for role, _ in roles.ROLES)

REMINDERS = Ledger(
    model=Reminder,
    name="oversight.reminders",
    title="催办提醒",
    note="一行一次提醒：按催办规则自动发出，谁在哪天因哪项任务受到提醒，以什么方式，送到没有。",
    identity=("task", "kind", "day", "person", "channel"),
    label="called",
    unit="task__lead_unit",
    order=("-day", "-pk"),
    search=("task__number", "task__name", "person__name"),
    columns=(
        Day("day"),
        Choice("kind", choices=KINDS),
        Link("task", to="plans.tasks"),
        Day("due"),
        Person("person", stays=True),
        Choice("channel", choices=CHANNELS),
        Choice("state", choices=STATES),
        Text("text", long=True, listed=False),
        Number("tries", unit="次", listed=False),
        Text("failure", listed=False),
    ),
    access=Access(read=(*roles.READ_OWN, *TO_ME)),
    editable=False,
)
