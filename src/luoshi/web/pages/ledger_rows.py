"""One row of a ledger: its card, and the forms by which it comes about, changes, moves on and goes."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from luoshi.ledgers import access, audit, evidence, querying, stepping, writing
from luoshi.ledgers.access import Act
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import NotNow
from luoshi.ledgers.lifecycle import Step
from luoshi.ledgers.models import AuditRow, Row
from luoshi.web.ledgers import cards, finding, lists, related, trails
from luoshi.web.ledgers.forms import ReasonForm, RowForm, usual
from luoshi.web.ledgers.related import Related
from luoshi.web.request import Request

form_methods = require_http_methods(["GET", "POST"])


def card(request: Request, key: str, pk: int) -> HttpResponse:
    """What the row holds, or the rows of another ledger that lead to it."""
    ledger = finding.ledger(request, key)
    row = finding.row(request, ledger, pk)
    hanging = related.of(request.actor, ledger, row)
    other = hanging.named(request.GET.get("tab", ""))
    active = related.RELATED if other else cards.DETAILS
    values = cards.frame(request, ledger, row, hanging, active)
    if other:
        values |= beside(request, other, row)
        values["ledgers"] = related.chips(hanging, ledger, row, other)
    else:
        values["sections"] = cards.sections(request.actor, ledger, row)
        values["ledgers"] = [tab for tab in related.chips(hanging, ledger, row) if tab.count]
    return render(request, cards.templates(ledger), values)


def history(request: Request, key: str, pk: int) -> HttpResponse:
    """Who did what to the row."""
    ledger = finding.ledger(request, key, Act.HISTORY)
    if not ledger.model._default_manager.filter(pk=pk).exists():
        return removed(request, ledger, pk)
    row = finding.row(request, ledger, pk, Act.HISTORY)
    page = Paginator(audit.of(ledger, row), lists.PAGE).get_page(request.GET.get("page"))
    hanging = related.of(request.actor, ledger, row)
    values = cards.frame(request, ledger, row, hanging, cards.HISTORY)
    files = evidence.of(ledger, row) if hanging.files else ()
    values |= {"page": page, "events": trails.events(request.actor, ledger, page.object_list, files)}
    return render(request, cards.templates(ledger), values)


@form_methods
def new(request: Request, key: str) -> HttpResponse:
    """A new row; the address may say what it starts with."""
    ledger = finding.ledger(request, key, Act.CREATE)
    given = usual(ledger, request.month) | request.GET.dict()
    form = RowForm(ledger, request.actor, sent(request), files=request.FILES, given=given)
    if form.is_valid():
        with form.answering():
            row = writing.create(ledger, form.values, by=request.actor, on=timezone.localdate())
            messages.success(request, f"已新增“{ledger.label_of(row)}”。")
            return redirect(lists.address(ledger, row))
    values = {"ledger": ledger, "form": form, "draft": f"{ledger.key}-new-{request.GET.urlencode()}"}
    return render(request, "ledger/form.html", values)


@form_methods
def edit(request: Request, key: str, pk: int) -> HttpResponse:
    """Change a row; what somebody else changed meanwhile is shown before it is written over."""
    ledger = finding.ledger(request, key, Act.CHANGE)
    row = finding.row(request, ledger, pk, Act.CHANGE)
    form = RowForm(ledger, request.actor, sent(request), files=request.FILES, row=row)
    if form.is_valid() and save(request, ledger, row, form):
        return redirect(lists.address(ledger, row))
    values = {"ledger": ledger, "row": row, "form": form, "draft": f"{ledger.key}-{pk}-{row.version}"}
    return render(request, "ledger/form.html", values)


@form_methods
def step(request: Request, key: str, pk: int, step: str) -> HttpResponse:
    """Take a step of the lifecycle; what it needs and is empty is asked for on the way."""
    ledger = finding.ledger(request, key)
    found = step_of(ledger, step)
    row = finding.row(request, ledger, pk, Act.STEP, step=step)
    why = cards.in_the_way(request.actor, ledger, row, found, timezone.localdate())
    if why:
        raise NotNow(why)
    lacking = stepping.missing(ledger, row, found)
    form = RowForm(
        ledger, request.actor, sent(request), files=request.FILES, row=row, columns=lacking, all_needed=True
    )
    reason = ReasonForm(sent(request)) if found.asks_reason else None
    if form.is_valid() and (reason is None or reason.is_valid()):
        said = reason.cleaned_data["reason"] if reason else ""
        if take(request, ledger, row, found, form, said):
            return redirect(lists.address(ledger, row))
    values = {"ledger": ledger, "row": row, "step": found, "form": form, "reason": reason}
    values |= {
        "now": cards.state(ledger, row),
        "then": writing.state_word(ledger, found.target),
        "draft": f"{ledger.key}-{pk}-{step}-{row.version}",
    }
    return render(request, "ledger/step.html", values)


@form_methods
def remove(request: Request, key: str, pk: int) -> HttpResponse:
    """Remove a row that was entered by mistake."""
    ledger = finding.ledger(request, key, Act.REMOVE)
    row = finding.row(request, ledger, pk, Act.REMOVE)
    form = ReasonForm(sent(request))
    label = ledger.label_of(row)
    if form.is_valid():
        with form.answering():
            writing.remove(ledger, row, by=request.actor, reason=form.cleaned_data["reason"])
            messages.success(request, f"已删除“{label}”，变动记录仍然保留。")
            return redirect("ledger", key=ledger.key)
    goes, keeps = related.bound(ledger, row)
    values = {"ledger": ledger, "row": row, "form": form, "label": label, "goes": goes, "keeps": keeps}
    return render(request, "ledger/remove.html", values)


# What the views share


def sent(request: Request) -> QueryDict | None:
    """What a form sent, None while it is only looked at."""
    return request.POST if request.method == "POST" else None


def beside(request: Request, other: Related, row: Row) -> dict[str, object]:
    """The rows of another ledger that lead to this one."""
    reach = access.reach(request.actor, Act.READ, other.ledger)
    found = querying.joined(other.ledger).filter(**{other.column: row.pk})
    rows = found.none() if reach is None else found.filter(reach)
    page = Paginator(rows, lists.PAGE).get_page(request.GET.get("page"))
    return {
        "other": other,
        "table": related.table(request.actor, other, page.object_list),
        "page": page,
        "all_url": related.all_url(other, row),
        "new_url": related.new_url(request.actor, other, row),
    }


def removed(request: Request, ledger: Ledger, pk: int) -> HttpResponse:
    """The trail of a row that is no more, for who may see every row's history."""
    trail = AuditRow.objects.filter(ledger=ledger.name, row=str(pk))
    last = trail.first()
    reach = access.reach(request.actor, Act.HISTORY, ledger)
    if last is None or reach is None or reach:
        raise Http404(f"“{ledger.title}”里没有这一行，它可能已被删除。")
    page = Paginator(trail, lists.PAGE).get_page(request.GET.get("page"))
    events = trails.events(request.actor, ledger, page.object_list)
    return render(
        request, "ledger/removed.html", {"ledger": ledger, "last": last, "page": page, "events": events}
    )


def save(request: Request, ledger: Ledger, row: Row, form: RowForm) -> bool:
    """Write what a form holds over the version that the person had seen; what is wrong goes back into the form."""
    before = row.version
    row.version = form.version
    with form.answering():
        writing.change(ledger, row, form.values, by=request.actor, on=timezone.localdate())
        changed = row.version != before
        messages.success(request, f"已保存“{ledger.label_of(row)}”。" if changed else "没有改动，不用保存。")
        return True
    row.version = before
    return False


def step_of(ledger: Ledger, name: str) -> Step:
    """The step of that name."""
    found = ledger.lifecycle.step(name) if ledger.lifecycle else None
    if found is None:
        raise Http404(f"“{ledger.title}”没有名为“{name}”的步骤。")
    return found


def take(request: Request, ledger: Ledger, row: Row, step: Step, form: RowForm, reason: str) -> bool:
    """Fill in what the step needs and take it, both or neither."""
    row.version = form.version
    with form.answering():
        stepping.take_step(
            ledger,
            row,
            step.name,
            by=request.actor,
            on=timezone.localdate(),
            reason=reason,
            given=form.values,
        )
        messages.success(request, f"“{ledger.label_of(row)}”已{step.title}。")
        return True
    return False
