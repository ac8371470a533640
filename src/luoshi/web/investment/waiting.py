"""What waits for a person in investment: leads whose clock runs, votes that are asked for."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Min, Q
from django.urls import reverse

from luoshi.directory import roles
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.columns.people import among
from luoshi.ledgers.filtering import PREFIX
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.screenings.models import OPEN, Screening
from luoshi.projects.investment.votes.ledger import OWN
from luoshi.web.parts import Todo
from luoshi.web.request import Request

VOTERS = {grant.role for grant in OWN}


def leads(request: Request) -> Iterable[Todo]:
    """Leads of the clerk's units, and those that the person follows: one line a state, by the first that falls due."""
    if roles.CLERK not in request.actor.roles:
        return
    ledger = registry.ledger("investment.leads")
    mine = Q(person=request.actor.person) | (access.reach(request.actor, Act.CHANGE, ledger) or Q(pk__in=()))
    found = Lead.objects.due().filter(mine).order_by()
    for state, count, due in found.values_list("state").annotate(Count("pk"), Min("due_on")):
        clock = ledger.lifecycle.clock(state) if ledger.lifecycle else None
        url = f"{reverse('ledger', args=[ledger.key])}?{PREFIX}state={state}&sort=due_on"
        yield Todo(
            f"{count} 条线索待{clock.title if clock else '办理'}", url, "线索", due, "日期为最早到期的一条"
        )


def screenings(request: Request) -> Iterable[Todo]:
    """Screenings in which the person is asked and has not voted."""
    if not request.actor.roles & VOTERS:
        return
    asked = Screening.objects.filter(among("reviewers", request.actor.person), state=OPEN)
    for found in asked.exclude(votes__reviewer=request.actor.person).select_related("lead"):
        yield Todo(f"为“{found.lead}”预审打分", reverse("screening", args=[found.pk]), "预审")
