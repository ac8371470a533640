"""What follows lights and waits: for who is to act on it, and for the supervision office where nobody is named."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse

from luoshi.directory import roles
from luoshi.oversight.followups.models import Followup
from luoshi.web.followups.tables import LEDGER
from luoshi.web.parts import Todo
from luoshi.web.request import Request


def mine(request: Request) -> Iterable[Todo]:
    """One line for each light after which the person is to talk with a unit."""
    actor = request.actor
    if not actor.roles:
        return
    wanted = Q(person=actor.person)
    if roles.SUPERVISOR in actor.roles:
        wanted |= Q(person=None)
    for each in Followup.objects.waiting().filter(wanted):
        url = reverse("ledger_row", args=[LEDGER, each.pk])
        text = f"处理“{each.subject}”{each.place}：{each.act}，{each.unit}"
        yield Todo(text, url, "升级处理", each.due_on, each.reason, kept=True)
