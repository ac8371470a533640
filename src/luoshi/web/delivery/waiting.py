"""What waits for a person in delivery: problems and needs to see to, nodes that are due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import F, Value
from django.urls import reverse
from django.utils import timezone

from luoshi.directory import roles
from luoshi.projects.delivery.needs.models import ACCEPTED as ACCEPTED_NEED
from luoshi.projects.delivery.needs.models import RAISED as RAISED_NEED
from luoshi.projects.delivery.needs.models import Need
from luoshi.projects.delivery.nodes.models import DONE, Node
from luoshi.projects.delivery.problems.models import ASSIGNED, RETURNED, SIGNED_FOR, Problem
from luoshi.web.parts import ANSWER, SIGN, Act, Todo
from luoshi.web.request import Request

AHEAD = timedelta(days=7)
LEDGERS = {"堵点": "delivery-problems", "要素需求": "delivery-needs", "节点": "delivery-nodes"}
VERBS: dict[str, tuple[str, Act]] = {
    ASSIGNED: ("签收", SIGN),
    RETURNED: ("重新签收", SIGN),
    SIGNED_FOR: ("反馈", ANSWER),
    RAISED_NEED: ("受理", SIGN),
    ACCEPTED_NEED: ("满足", ANSWER),
}


def mine(request: Request) -> Iterable[Todo]:
    """Problems and needs that the person has in hand, and their nodes of the coming week: one query."""
    if roles.CLERK not in request.actor.roles:
        return
    person, soon = request.actor.person, timezone.localdate() + AHEAD
    problems = Problem.objects.filter(person=person, state__in=(ASSIGNED, RETURNED, SIGNED_FOR))
    needs = Need.objects.filter(person=person, state__in=(RAISED_NEED, ACCEPTED_NEED))
    nodes = Node.objects.filter(person=person, planned_on__lte=soon).exclude(state=DONE)
    found = _told(problems, "堵点", "content", "limit_on").union(
        _told(needs, "要素需求", "content", "due_on"), _told(nodes, "节点", "name", "planned_on"), all=True
    )
    for kind, key, state, what, due, project in found:
        verb, act = VERBS.get(state, ("完成", ""))
        url = reverse("ledger_row", args=[LEDGERS[kind], key])
        yield Todo(f"{verb}{kind}“{what}”", url, kind, due=due, note=project, act=act)


def _told(rows: Any, kind: str, what: str, due: str) -> Any:
    """Rows of one ledger as lines that can stand together with those of another."""
    told = rows.order_by().annotate(sort=Value(kind), what=F(what), until=F(due))
    return told.values_list("sort", "pk", "state", "what", "until", "project__name")
