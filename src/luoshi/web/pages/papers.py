"""督办文书 of a task: what was issued about it, and issuing another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.oversight.followups.ledger import NAME as FOLLOWUPS
from luoshi.oversight.papers import actions
from luoshi.oversight.papers.models import KINDS, Paper
from luoshi.plans.tasks.models import HANDED_OUT, Task
from luoshi.reports import papers as reports
from luoshi.web.forms import Form
from luoshi.web.pages.reports import DOCX
from luoshi.web.parts import Cell, Column, Row, Table
from luoshi.web.request import Request
from luoshi.web.wall import papers

MOST = 50  # other tasks of the unit that are offered


class IssueForm(Form):
    """A paper that is to be issued: its kind, by when it is to be answered, and a word of one's own."""

    use_required_attribute = False

    kind = forms.ChoiceField(label="文种", choices=KINDS)
    reply_by = forms.DateField(
        label="回复期限", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    remark = forms.CharField(
        label="补充说明",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写入正文的一段话，例如领导批示的要求。其余文字和数字自动生成。",
    )


class PaperForm(IssueForm):
    """A paper about a task, and about which other tasks of the unit."""

    others = forms.ModelMultipleChoiceField(
        label="一并写入同一单位的其他任务",
        queryset=Task.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, task: Task, data: Any = None) -> None:
        super().__init__(data)
        found = Task.objects.filter(lead_unit=task.lead_unit_id, state__in=HANDED_OUT).exclude(pk=task.pk)
        offered = found.order_by("limit_on", "number")[:MOST].values("pk")
        self.fields["others"].queryset = (  # type: ignore[attr-defined]
            Task.objects.filter(pk__in=list(offered.values_list("pk", flat=True))).order_by(
                "limit_on", "number"
            )
        )
        if not self.fields["others"].queryset:  # type: ignore[attr-defined]
            del self.fields["others"]


@require_http_methods(["GET", "POST"])
def of_task(request: Request, pk: int) -> HttpResponse:
    """The papers about a task; who may issues another."""
    task = _task(request, pk)
    ledger = registry.ledger(actions.LEDGER)
    access.require(request.actor, Act.READ, ledger)
    may = bool(access.may(request.actor, Act.CREATE, ledger)) and task.state in HANDED_OUT
    form = PaperForm(task, request.POST if request.method == "POST" else None) if may else None
    if answer := issued(request, form, task, actions.issue, reports.title):
        return answer
    values = {"task": task, "table": table(Paper.objects.about(task)), "form": form}
    return render(request, "papers/task.html", values)


def issued(
    request: Request,
    form: IssueForm | None,
    about: object,
    issue: Callable[..., Paper],
    titled: actions.Titles,
) -> HttpResponse | None:
    """The way to the paper that a form asked for, ``about`` its subject and the others chosen.

    None where nothing was sent or the form says why not; who may not issue papers is refused.
    """
    if request.method == "POST":
        access.require(request.actor, Act.CREATE, registry.ledger(actions.LEDGER))
    if form is None or not form.is_valid():
        return None
    given = form.cleaned_data
    with form.answering():
        made = issue(
            given["kind"],
            [about, *given.get("others", ())],
            reports.render,
            titled,
            on=timezone.localdate(),
            by=request.actor,
            reply_by=given["reply_by"],
            remark=given["remark"],
            address=settings.ADDRESS,
        )
        messages.success(request, f"已印发{made.number}。")
        return redirect("paper", key=made.pk)
    return None


@require_GET
def paper(request: Request, key: int) -> HttpResponse:
    """A paper as it was issued, with what it says on the page."""
    row = _paper(request, key)
    official = reports.compose(reports.PaperFacts.of(row.facts))
    reach = access.reach(request.actor, Act.READ, registry.ledger(FOLLOWUPS))
    lights = row.followups.none() if reach is None else row.followups.filter(reach).order_by("number")
    values = {
        "paper": row,
        "code": official.code,
        "tasks": row.tasks.order_by("number"),
        "lights": lights,
    }
    return render(request, "papers/paper.html", values | papers.paper(official))


@require_GET
def file(request: Request, key: int) -> HttpResponse:
    """The Word file as it was issued."""
    row = _paper(request, key)
    access.require(request.actor, Act.EXPORT, registry.ledger(actions.LEDGER), row)
    answer = HttpResponse(bytes(row.file), content_type=DOCX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{row.number}{row.title}')}.docx"
    return answer


def _task(request: Request, pk: int) -> Task:
    ledger = registry.ledger("plans.tasks")
    access.require(request.actor, Act.READ, ledger)
    row = Task.objects.select_related("lead_unit", "person", "clause").filter(pk=pk).first()
    if row is None:
        raise Http404("没有这项任务，它可能已被删除。")
    access.require(request.actor, Act.READ, ledger, row)
    return row


def _paper(request: Request, key: int) -> Paper:
    ledger = registry.ledger(actions.LEDGER)
    access.require(request.actor, Act.READ, ledger)
    row = Paper.objects.select_related("unit").filter(pk=key).first()
    if row is None:
        raise Http404("没有这份文书。")
    access.require(request.actor, Act.READ, ledger, row)
    return row


def table(found: Iterable[Paper], empty: str = "还没有就这项任务出具过文书。") -> Table:
    """What was issued, the newest first as it comes."""
    return Table(
        name="papers",
        columns=(
            Column("文号", width="narrow", data=True), Column("文种", kind="line"), Column("标题", width="rest", data=True),
            Column("印发日期", kind="day"), Column("回复期限", kind="day"), Column("印发人", kind="line", data=True),
        ),
        rows=tuple(_row(each) for each in found),
        frozen=0,
        short=True,
        empty=empty,
    )  # fmt: skip


def _row(paper: Paper) -> Row:
    url = reverse("paper", args=[paper.pk])
    return Row(
        (
            Cell(paper.number, url=url, page=True), Cell(paper.get_kind_display()), Cell(paper.title, url=url, page=True),
            Cell(paper.issued_on.isoformat()), Cell(paper.reply_by.isoformat() if paper.reply_by else "–"),
            Cell(paper.issuer),
        ),
        key=str(paper.pk),
    )  # fmt: skip


urlpatterns = [
    path("tasks/<int:pk>/papers/", of_task, name="task_papers"),
    path("papers/<int:key>/", paper, name="paper"),
    path("papers/<int:key>/file/", file, name="paper_file"),
]
