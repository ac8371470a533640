"""The ledger of reminders: made by the background, read by whoever was reminded, whose unit it is, and who oversees."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Choice, Day, Link, Number, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.reminders.models import CHANNELS, KINDS, STATES, Reminder

OF_LIGHTS = tuple(Grant(role, unit="followup__unit") for role in (roles.CLERK, roles.HEAD, roles.DEPUTY))
TO_ME = tuple(Grant(role, of="person") for role, _ in roles.ROLES)

REMINDERS = Ledger(
    model=Reminder,
    name="oversight.reminders",
    title="催办提醒",
    note="一行一次提醒：按催办规则自动发出，谁在哪天因哪项任务、哪次升级处理受到提醒，以什么方式，送到没有。",
    identity=("task", "followup", "kind", "day", "person", "channel"),
    label="called",
    unit="task__lead_unit",
    order=("-day", "-pk"),
    search=("task__number", "task__name", "followup__number", "followup__subject", "person__name"),
    columns=(
        Day("day"),
        Choice("kind", choices=KINDS),
        Link("task", to="plans.tasks"),
        Link("followup", to="oversight.followups"),
        Day("due"),
        Person("person", stays=True),
        Choice("channel", choices=CHANNELS),
        Choice("state", choices=STATES),
        Text("text", long=True, listed=False),
        Number("tries", unit="次", listed=False),
        Text("failure", listed=False),
    ),
    access=Access(read=(*roles.READ_OWN, *OF_LIGHTS, *TO_ME)),
    editable=False,
)
