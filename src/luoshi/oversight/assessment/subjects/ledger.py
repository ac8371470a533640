"""考核对象 as a ledger: one's own, and all for leaders and supervisors."""

from __future__ import annotations

from luoshi.directory import roles
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Link, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.oversight.assessment.subjects.models import Subject

EVERY_ROLE = tuple(role for role, _ in roles.ROLES)
OWN = tuple(Grant(role, of="person") for role in EVERY_ROLE)
OF_OWN = tuple(Grant(role, of="subject__person") for role in EVERY_ROLE)

ASSESSED = Ledger(
    model=Subject,
    name="oversight.assessed",
    title="考核对象",
    note="一行一个参加考核的单位、专班或干部，在办法的哪个组里。",
    identity=("called",),
    label="called",
    unit="unit",
    order=("-assessment__start", "assessment", "group", "called"),
    search=("called",),
    columns=(
        Text("called"),
        Link("assessment", to="oversight.assessments"),
        Text("group_title"),
        Link("unit", to="directory.units"),
        Person("person", stays=True),
    ),
    access=Access(read=(*roles.READ_OWN, *OWN), write=roles.SUPERVISORS, remove=()),
    editable=False,
)
