"""The reports that the sample's supervision office issued: two bulletins, and what went with the second of them."""

from __future__ import annotations

from datetime import date

from luoshi.directory.people.actors import actor_named
from luoshi.oversight.bulletins import actions
from luoshi.reports import bulletin

SUPERVISOR = "linzhao"
ISSUED = (
    ("bulletin", 202608, date(2026, 9, 9)),
    ("bulletin", 202609, date(2026, 10, 12)),
    ("meeting", 202609, date(2026, 10, 12)),
    ("brief", 202609, date(2026, 10, 14)),
)


def issue() -> None:
    """Issue them as they stand: the month that runs has none yet."""
    by = actor_named(SUPERVISOR)
    for kind, month, on in ISSUED:
        actions.issue(month, bulletin.render, on=on, by=by, kind=kind)
