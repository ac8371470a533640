"""What waits for a person of tasks: to sign for, to answer, to check, to decide, to take over, to look into."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from luoshi.directory import roles
from luoshi.ledgers import access
from luoshi.ledgers.access import Actor
from luoshi.oversight.papers.models import ISSUED, Paper
from luoshi.oversight.reminders.models import ESCALATED, PAGE, Reminder
from luoshi.plans.extensions.models import ASKED as ASKED_FOR_TIME
from luoshi.plans.extensions.models import Extension
from luoshi.plans.supports.models import ASKED as ASKED_TO_COUNTERSIGN
from luoshi.plans.supports.models import Support
from luoshi.plans.tasks.models import ANSWERED, ASSIGNED, IN_HAND, RETURNED, SIGNED_FOR, Task
from luoshi.plans.transfers.models import ASKED as ASKED_TO_TAKE
from luoshi.plans.transfers.models import Transfer
from luoshi.web.parts import ANSWER, SIGN, Act, Todo
from luoshi.web.request import Request

TASKS = "plans-tasks"
TO_DO: dict[str, tuple[str, Act]] = {
    ASSIGNED: ("签收", SIGN),
    RETURNED: ("重新签收", SIGN),
    SIGNED_FOR: ("反馈", ANSWER),
}


def mine(request: Request) -> Iterable[Todo]:
    """Tasks that the person has in hand, and those of their units: a clerk's that nobody answers for, a head's all."""
    actor = request.actor
    wanted = Q(lead_unit__in=_units(actor, roles.HEAD)) | Q(
        lead_unit__in=_units(actor, roles.CLERK), person=None
    )
    if roles.CLERK in actor.roles:
        wanted |= Q(person=actor.person)
    elif roles.HEAD not in actor.roles:
        return
    found = Task.objects.filter(wanted, state__in=IN_HAND).order_by("due_on", "number")
    told = found.values_list("pk", "number", "name", "state", "due_on", "limit_on", "lead_unit__name")
    for key, number, name, state, due, limit, unit in told:
        verb, act = TO_DO[state]
        until = f"，{limit} 前办结" if act == SIGN else ""
        url = reverse("ledger_row", args=[TASKS, key])
        yield Todo(f"{verb}任务“{name}”", url, "任务", due or limit, f"{number}，{unit}牵头{until}", act)


def checks(request: Request) -> Iterable[Todo]:
    """Tasks that were answered, for who oversees."""
    if roles.SUPERVISOR not in request.actor.roles:
        return
    found = Task.objects.filter(state=ANSWERED).order_by("due_on", "number")
    for key, number, name, due, unit in found.values_list(
        "pk", "number", "name", "due_on", "lead_unit__name"
    ):
        url = reverse("ledger_row", args=[TASKS, key])
        yield Todo(f"复核任务“{name}”", url, "复核", due, f"{number}，{unit}牵头")


def papers(request: Request) -> Iterable[Todo]:
    """Papers to the person's units that ask for an answer."""
    units = _units(request.actor, roles.CLERK, roles.HEAD)
    if not units:
        return
    found = Paper.objects.filter(unit__in=units, state=ISSUED, reply_by__isnull=False)
    for key, number, title, due in found.order_by("reply_by", "pk").values_list(
        "pk", "number", "title", "reply_by"
    ):
        yield Todo(
            f"回复{number}", reverse("ledger_row", args=["oversight-papers", key]), "文书", due, title, ANSWER
        )


def countersigning(request: Request) -> Iterable[Todo]:
    """Tasks of others that the person's units are asked to countersign."""
    units = _units(request.actor, roles.CLERK, roles.HEAD)
    if not units:
        return
    found = Support.objects.filter(unit__in=units, state=ASKED_TO_COUNTERSIGN).order_by("due_on", "pk")
    for key, name, due, unit in found.values_list("pk", "task__name", "due_on", "task__lead_unit__name"):
        url = reverse("ledger_row", args=["plans-supports", key])
        yield Todo(f"会签任务“{name}”", url, "会签", due, f"{unit}牵头", ANSWER)


def transfers(request: Request) -> Iterable[Todo]:
    """Tasks that the person's units are asked to take over."""
    units = _units(request.actor, roles.CLERK, roles.HEAD)
    if not units:
        return
    found = Transfer.objects.filter(taker__in=units, state=ASKED_TO_TAKE).order_by("due_on", "pk")
    for key, name, due, unit in found.values_list("pk", "task__name", "due_on", "task__lead_unit__name"):
        url = reverse("ledger_row", args=["plans-transfers", key])
        yield Todo(f"答复转办任务“{name}”", url, "转办", due, f"{unit}移交", SIGN)


def extensions(request: Request) -> Iterable[Todo]:
    """Extensions that wait for the leader, or for the deputy in whose charge the unit is."""
    wanted = Q(task__lead_unit__in=_units(request.actor, roles.DEPUTY))
    if roles.LEADER in request.actor.roles:
        wanted = Q()
    elif roles.DEPUTY not in request.actor.roles:
        return
    found = Extension.objects.filter(wanted, state=ASKED_FOR_TIME).order_by("due_on", "number")
    told = found.values_list("pk", "task__name", "until", "due_on", "task__lead_unit__name")
    for key, name, until, due, unit in told:
        url = reverse("ledger_row", args=["plans-extensions", key])
        yield Todo(f"审批“{name}”延期至 {until}", url, "延期", due, unit)


def escalated(request: Request) -> Iterable[Todo]:
    """Tasks over their limit that were brought before the leader and are still not answered."""
    if not {roles.LEADER, roles.DEPUTY} & request.actor.roles:
        return
    found = Reminder.objects.filter(
        person=request.actor.person,
        kind__in=ESCALATED,
        channel=PAGE,
        task__state__in=IN_HAND,
        task__limit_on__lt=timezone.localdate(),
    ).order_by("task")
    told = found.values_list("task", "task__name", "task__limit_on", "task__lead_unit__name").distinct()
    for key, name, limit, unit in told:
        url = reverse("ledger_row", args=[TASKS, key])
        yield Todo(f"过问逾期任务“{name}”", url, "提级", limit, f"{unit}牵头")


def _units(actor: Actor, *held: str) -> frozenset[int]:
    """The units over which the person holds one of these roles."""
    return access.union(mandate.units for mandate in actor.mandates if mandate.role in held)
