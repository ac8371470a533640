"""Excuses that wait for the supervision office, or for the leader in whose charge the unit is."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse

from luoshi.directory import roles
from luoshi.ledgers.access import union
from luoshi.oversight.excuses.models import Excuse
from luoshi.rules.months import show_month
from luoshi.web.excuses.asking import LEDGER
from luoshi.web.parts import Todo
from luoshi.web.request import Request


def excuses(request: Request) -> Iterable[Todo]:
    """One line an excuse that is to be approved or refused."""
    actor = request.actor
    charged = union(mandate.units for mandate in actor.mandates if mandate.role == roles.DEPUTY)
    wanted = Q() if roles.SUPERVISOR in actor.roles else Q(unit__in=charged)
    if roles.SUPERVISOR not in actor.roles and not charged:
        return
    for each in Excuse.objects.waiting().filter(wanted):
        url = reverse("ledger_row", args=[LEDGER, each.pk])
        text = f"审批“{each.subject}”{show_month(each.period)}{each.get_was_display()}的正当理由"
        yield Todo(text, url, "正当理由", each.due_on, f"{each.unit}：{each.reason}")
