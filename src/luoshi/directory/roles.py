"""The roles of posts, and the grants that ledgers give to them."""

from __future__ import annotations

from luoshi.ledgers.access import Grant

CLERK = "clerk"
HEAD = "head"
LEADER = "leader"
DEPUTY = "deputy"
SUPERVISOR = "supervisor"
AUDITOR = "auditor"
ADMINISTRATOR = "administrator"

ROLES = (
    (CLERK, "填报员"),
    (HEAD, "单位负责人"),
    (LEADER, "领导"),
    (DEPUTY, "分管领导"),
    (SUPERVISOR, "督查员"),
    (AUDITOR, "审计员"),
    (ADMINISTRATOR, "系统管理员"),
)

OWN_CLERK = Grant(CLERK)  # over the unit of the post and all units under it
OWN_HEAD = Grant(HEAD)  # the same, for who answers for the unit and signs what it hands up
OWN_DEPUTY = Grant(DEPUTY)  # over the units that are in the deputy's charge, and all units under them

EVERYBODY = tuple(Grant(role, everywhere=True) for role, _ in ROLES)
OVERSEERS = tuple(Grant(role, everywhere=True) for role in (LEADER, SUPERVISOR, AUDITOR))
SUPERVISORS = (Grant(SUPERVISOR, everywhere=True),)
LEADERS = (Grant(LEADER, everywhere=True), *SUPERVISORS)
ADMINISTRATORS = (Grant(ADMINISTRATOR, everywhere=True),)

READ_OWN = (OWN_CLERK, OWN_HEAD, OWN_DEPUTY, *OVERSEERS)
WRITE_OWN = (OWN_CLERK, *SUPERVISORS)
SIGN_OWN = (OWN_HEAD, OWN_DEPUTY)
