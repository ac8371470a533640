"""What waits for a person in plans: clauses to confirm, ways of measuring to confirm, values to report."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Q
from django.urls import reverse

from luoshi.directory import roles
from luoshi.directory.calendars import months
from luoshi.directory.calendars.models import Month
from luoshi.ledgers import access
from luoshi.plans.clauses.models import PROPOSED, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.filings.models import FILLED_IN, RETURNED, SUBMITTED, Filing
from luoshi.plans.intake.models import FAILED, Upload
from luoshi.plans.questions.models import Question
from luoshi.plans.review import queries
from luoshi.plans.targets.models import Target
from luoshi.web.formats import month as month_name
from luoshi.web.months import address
from luoshi.web.parts import Todo
from luoshi.web.plans import sheets
from luoshi.web.request import Request


def clauses(request: Request) -> Iterable[Todo]:
    """Plans that are not wholly reviewed, for those who oversee them."""
    if roles.SUPERVISOR not in request.actor.roles:
        return
    found = Document.objects.current().annotate(waiting=Count("clauses", filter=Q(clauses__state=PROPOSED)))
    for key, title, waiting in found.filter(waiting__gt=0).values_list("pk", "title", "waiting"):
        url = f"{reverse('plan', args=[key])}?state={PROPOSED}"
        yield Todo(f"核对《{title}》的 {waiting} 条", url, "核对")


def uploads(request: Request) -> Iterable[Todo]:
    """Files of plans that could not be read, for those who upload them."""
    if roles.SUPERVISOR not in request.actor.roles:
        return
    for upload in Upload.objects.filter(state=FAILED):
        url = reverse("plan_uploaded", args=[upload.sha256])
        yield Todo(f"处理没有识读成功的“{upload.filename}”", url, "核对")


def bindings(request: Request) -> Iterable[Todo]:
    """Plans with targets whose way of being measured nobody has confirmed."""
    if roles.SUPERVISOR not in request.actor.roles:
        return
    waiting = Target.objects.waiting().order_by().prefetch_related(None)
    found = waiting.values_list("clause__document", "clause__document__title").annotate(n=Count("pk"))
    for key, title, count in found.order_by("clause__document"):
        yield Todo(
            f"确认《{title}》{count} 个目标的计量方式", reverse("plan_bindings", args=[key]), "计量方式"
        )


def gone(request: Request) -> Iterable[Todo]:
    """What a new edition no longer holds, though targets or tasks rest on it."""
    if roles.SUPERVISOR not in request.actor.roles or not Clause.objects.gone().exists():
        return
    for document in Document.objects.current().filter(previous__isnull=False).defer("text", "reading"):
        count = len(queries.gone(document))
        if count:
            url = reverse("plan_changes", args=[document.pk])
            yield Todo(f"处理《{document.title}》新版已无的 {count} 条", url, "核对")


def values(request: Request) -> Iterable[Todo]:
    """Values that the clerk's units have not reported yet for the month that is shown."""
    if roles.CLERK not in request.actor.roles or not months.is_open(request.month):
        return
    missing = sheets.fillable(request.actor, request.month).unanswered(request.month).order_by().count()
    if missing:
        yield Todo(f"填报{month_name(request.month)}的 {missing} 项指标", reverse("reporting"), "填报")


def filings(request: Request) -> Iterable[Todo]:
    """Months of units that wait for the person: to be handed up or mended, to be signed, to be locked."""
    actor = request.actor
    for role, states, act in HANDING:
        if role not in actor.roles:
            continue
        open_months = Month.objects.open().order_by().values("period")
        units = access.union(mandate.units for mandate in actor.mandates if mandate.role == role)
        waiting = Filing.objects.filter(state__in=states, unit__in=units, period__in=open_months)
        for filing in waiting.select_related("unit").order_by("period", "unit__code"):
            if role == roles.CLERK and not _ready(filing):
                continue
            url = f"{address('reporting', filing.period)}&unit={filing.unit.code}"
            said = "重新上报被退回的" if filing.state == RETURNED else act
            yield Todo(f"{said}{filing}月报", url, "填报", filing.due_on)


HANDING = (
    (roles.CLERK, FILLED_IN, "上报"),
    (roles.HEAD, (SUBMITTED,), "签发"),
    (roles.DEPUTY, (SUBMITTED,), "签发"),
)


def _ready(filing: Filing) -> bool:
    """Whether it was given back, or nothing is missing in it any more."""
    if filing.state == RETURNED:
        return True
    return not Question.objects.filter(unit=filing.unit_id).unanswered(filing.period).exists()
