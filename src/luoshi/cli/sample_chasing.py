"""How the sample's supervision office chases its tasks: who was reminded."""

from __future__ import annotations

from datetime import date

from luoshi.cli import house
from luoshi.oversight.reminders import actions as reminders
from luoshi.oversight.reminders.channels import Ways

REMINDED = (date(2026, 10, 9), date(2026, 11, 3))


def remind() -> None:
    """Make the reminders of some days gone by, which went out by the page alone."""
    for day in REMINDED:
        reminders.make(day, Ways(), by=house.operator())
