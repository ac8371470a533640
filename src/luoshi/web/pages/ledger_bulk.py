"""One step with many rows: first what would happen and with which rows it would not, then all of it or nothing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from luoshi.ledgers import access, querying, stepping, writing
from luoshi.ledgers.access import Act
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError, NotNow
from luoshi.ledgers.models import Row
from luoshi.ledgers.stepping import StepPlan
from luoshi.web import parts
from luoshi.web.ledgers import finding, lists
from luoshi.web.ledgers.forms import ReasonForm
from luoshi.web.request import Request

MOST = 200  # rows at once
COLUMNS = 4  # of a row in the preview


@require_http_methods(["GET", "POST"])
def bulk(request: Request, key: str, step: str) -> HttpResponse:
    """Look at a step with the rows that were picked, and take it with those that are ready."""
    ledger = finding.ledger(request, key)
    access.require(request.actor, Act.STEP, ledger, step=step)
    given = request.POST if request.method == "POST" else request.GET
    seen = dict(each.partition(".")[::2] for each in given.getlist("row"))
    rows, today = picked(request, ledger, list(seen)), timezone.localdate()
    plan = stepping.plan_steps(ledger, rows, step, by=request.actor, on=today)
    reason = ReasonForm(sent(request)) if plan.step.asks_reason else None
    problem = ""
    if request.method == "POST" and (reason is None or reason.is_valid()):
        problem = changed(plan, seen)
        said = reason.cleaned_data["reason"] if reason else ""
        problem = problem or take(request, plan, said)
        if not problem:
            return redirect("ledger", key=key)
    values = {"ledger": ledger, "plan": plan, "reason": reason, "problem": problem}
    values |= {
        "then": writing.state_word(ledger, plan.step.target),
        "ready": ready(request, plan),
        "refused": refused(ledger, plan),
    }
    return render(request, "ledger/bulk.html", values)


def picked(request: Request, ledger: Ledger, keys: list[str]) -> list[Row]:
    """The rows that were picked, of those that the person may see."""
    wanted = [int(key) for key in keys if key.isdecimal() and len(key) <= 18]
    if not wanted:
        raise NotNow("没有选中任何一行，请回到列表勾选后再办理。")
    if len(wanted) > MOST:
        raise NotNow(f"一次最多办理 {MOST} 行，请分几次办理。")
    reach = access.reach(request.actor, Act.READ, ledger)
    found = querying.joined(ledger).filter(pk__in=wanted)
    return list(found.none() if reach is None else found.filter(reach))


def changed(plan: StepPlan, seen: dict[str, str]) -> str:
    """What has become of the rows since they were looked at, as a sentence; "" where nothing has."""
    ready = {str(row.pk): str(row.version) for row in plan.ready}
    if ready != seen:
        return "预览之后有的行已被别人改动或办理，请核对下面的最新情况，再次确认。"
    return ""


def take(request: Request, plan: StepPlan, reason: str) -> str:
    """Take the step with all rows that are ready; what hindered it as a sentence."""
    try:
        taken = stepping.take_steps(plan, by=request.actor, on=timezone.localdate(), reason=reason)
    except LedgerError as problem:
        return f"没有办理任何一行：{problem}"
    messages.success(request, f"已对 {len(taken)} 行办理“{plan.step.title}”。")
    return ""


def ready(request: Request, plan: StepPlan) -> parts.Table:
    """The rows with which the step would be taken."""
    ledger = plan.ledger
    seen = querying.visible(request.actor, ledger)
    columns = tuple(c for c in seen if c.listed)[:COLUMNS] or seen
    return parts.Table(
        name="bulk-ready",
        caption="可以办理的行",
        columns=lists.heads(ledger, columns, sortable=False),
        body=lists.body(ledger, columns, plan.ready),
        empty="没有可以办理的行。",
        short=True,
    )


def refused(ledger: Ledger, plan: StepPlan) -> parts.Table:
    """The other rows, each with what is in the way."""
    lines = (
        parts.Row((parts.Cell(ledger.label_of(row), lists.address(ledger, row)), parts.Cell(sentence)))
        for row, sentence in plan.refused
    )
    return parts.Table(
        name="bulk-refused",
        caption="不能办理的行",
        columns=(
            parts.Column(ledger.title_of(ledger.column(ledger.label))),
            parts.Column("原因", width="rest"),
        ),
        rows=tuple(lines),
        short=True,
    )


def sent(request: Request) -> object:
    """What a form sent, None while it is only looked at."""
    return request.POST if request.method == "POST" else None
