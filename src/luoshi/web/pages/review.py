"""Reviewing a plan: the text beside its clauses, and every decision on one or many of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from luoshi.ledgers import access, audit, registry
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import Invalid, LedgerError, Refused
from luoshi.plans.clauses.models import Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.review import actions, linting
from luoshi.web.plans import finding, forms, headline, rows, text
from luoshi.web.plans.findings import Findings
from luoshi.web.request import Request

Decision = Callable[[list[Clause]], str]


def plan(request: Request, key: int) -> HttpResponse:
    """Left the plan as the office wrote it, right its clauses by section."""
    document = finding.document(request, key)
    finding.readable(request.actor, finding.CLAUSES)
    clauses = finding.clauses(document)
    view = rows.View.asked(request.GET, document, clauses)
    findings = Findings.of(document, clauses)
    values = headline.values(request, document, "plan") | {
        "lines": text.lines(document, clauses, findings),
        "sections": rows.sections((c for c in clauses if view.keeps(c)), findings, document),
        "findings": findings,
        "progress": rows.Progress.of(clauses),
        "view": view,
        "units": forms.UnitsForm(),
        "reasons": forms.REASONS,
    }
    return render(request, "plans/plan.html", values)


@require_POST
def confirm(request: Request, key: int) -> HttpResponse:
    """Confirm one clause or the chosen ones."""

    def decide(chosen: list[Clause]) -> str:
        made = actions.confirm(chosen, by=request.actor)
        return f"已确认 {made.clauses} 条：目标 {len(made.targets)} 个，任务 {len(made.tasks)} 项。"

    return _decided(request, key, decide)


@require_POST
def reject(request: Request, key: int) -> HttpResponse:
    """Reject one clause or the chosen ones, with a reason."""

    def decide(chosen: list[Clause]) -> str:
        return f"已剔除 {actions.reject(chosen, request.POST.get('reason', ''), by=request.actor)} 条。"

    return _decided(request, key, decide)


@require_POST
def reopen(request: Request, key: int) -> HttpResponse:
    """Take decisions back."""

    def decide(chosen: list[Clause]) -> str:
        return f"已退回 {actions.reopen(chosen, by=request.actor)} 条，重新待确认。"

    return _decided(request, key, decide)


@require_POST
def assign(request: Request, key: int) -> HttpResponse:
    """Give the chosen clauses their units; what is left empty stays as it is."""

    def decide(chosen: list[Clause]) -> str:
        said = _said(request)
        with transaction.atomic():
            audit.begin()
            for clause in chosen:
                actions.assign(clause, **said, by=request.actor)
        return f"已为 {len(chosen)} 条落实分工。"

    return _decided(request, key, decide)


def _said(request: Request) -> dict[str, Any]:
    """The parts of a units form that were filled in."""
    form = forms.UnitsForm(None, request.POST)
    if not form.is_valid():
        raise Invalid({name: [str(e) for e in found] for name, found in form.errors.items()})
    said = {name: value for name, value in form.cleaned_data.items() if value}
    if not said:
        raise Invalid({"": ["没有填写任何单位或分管领导，请至少填写一项。"]})
    return said


@require_http_methods(["GET", "POST"])
def clause(request: Request, key: int, number: int) -> HttpResponse:
    """The fields of one clause, to be corrected."""
    document, found = _one(request, key, number)
    form = forms.ClauseForm(found, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.answering():
            actions.correct(_seen(request, document, found), form.changes(), by=request.actor)
            return _answer(request, document, [found.pk], f"“{_again(found).summary}”已更正。")
    return _form(request, document, found, form, "更正", "plans/correct.html")


@require_http_methods(["GET", "POST"])
def units(request: Request, key: int, number: int) -> HttpResponse:
    """The units of one clause and its leader; what was proposed is said with its origin."""
    document, found = _one(request, key, number)
    form = forms.UnitsForm(found, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        duties = form.duties()
        with form.answering():
            actions.assign(
                _seen(request, document, found),
                lead=duties.lead,
                responsible=duties.responsible,
                supporting=duties.supporting,
                leader=duties.leader,
                by=request.actor,
            )
            return _answer(request, document, [found.pk], f"“{found.summary}”的分工已保存。")
    return _form(request, document, found, form, "分工", "plans/units.html")


@require_http_methods(["GET", "POST"])
def refuse(request: Request, key: int, number: int) -> HttpResponse:
    """Reject one clause: the reason is asked for."""
    document, found = _one(request, key, number)
    form = forms.ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.answering():
            actions.reject([_seen(request, document, found)], form.cleaned_data["reason"], by=request.actor)
            return _answer(request, document, [found.pk], f"“{found.summary}”已剔除。")
    return _form(request, document, found, form, "剔除", "plans/refuse.html")


def _decided(request: Request, key: int, decide: Decision) -> HttpResponse:
    """Find the chosen clauses, decide on all of them or on none, and answer with what they are now."""
    document = finding.document(request, key)
    one = request.POST.get("one", "")
    said = [one] if one else request.POST.getlist("clause")
    keys = [int(head) for each in said if (head := each.partition("-")[0]).isdecimal()]
    try:
        sentence = decide(finding.chosen(document.clauses.all(), said))
    except Refused as problem:
        if not request.htmx:
            raise
        return _answer(request, document, keys, str(problem), status=403)
    except LedgerError as problem:
        return _answer(request, document, keys, str(problem), status=409)
    return _answer(request, document, keys, sentence)


def _answer(
    request: Request, document: Document, keys: Sequence[int], sentence: str, *, status: int = 200
) -> HttpResponse:
    """The rows as they are now and the progress, as a fragment; without script the page at its place."""
    failed = status >= 400
    if not request.htmx:
        (messages.error if failed else messages.success)(request, sentence)
        first = keys[0] if keys else None
        return HttpResponseRedirect(rows.back(document, request.POST.get("query", ""), first))
    document.refresh_from_db(fields=("state",))
    clauses = finding.clauses(document)
    wanted = set(keys) | linting.together(document, clauses, keys)
    findings = Findings.of(document, clauses)
    values = {
        "document": document,
        "findings": findings,
        "lines": [rows.Line.of(c, findings.at(c), document) for c in clauses if c.pk in wanted],
        "progress": rows.Progress.of(clauses),
        "sentence": sentence,
        "failed": failed,
        "rights": finding.Rights.of(request.actor, document),
    }
    return render(request, "plans/decided.html", values, status=status)


def _form(
    request: Request, document: Document, found: Clause, form: Any, act: str, template: str
) -> HttpResponse:
    """The form inside its row of the list, or as a page where there is no script."""
    values = {
        "document": document,
        "clause": found,
        "line": rows.Line.of(found),
        "form": form,
        "act": act,
        "form_template": template,
        "reasons": forms.REASONS,
        "query": request.POST.get("query") or request.GET.urlencode(),
    }
    status = 422 if form.is_bound else 200
    return render(request, template if request.htmx else "plans/clause.html", values, status=status)


def _one(request: Request, key: int, number: int) -> tuple[Document, Clause]:
    document = finding.document(request, key)
    found = finding.clause(request, document, number)
    access.require(request.actor, Act.CHANGE, registry.ledger(finding.CLAUSES), found)
    return document, found


def _seen(request: Request, document: Document, found: Clause) -> Clause:
    """The clause in the version that the form was filled in for."""
    return finding.chosen(document.clauses.all(), [request.POST.get("token", "") or finding.token(found)])[0]


def _again(found: Clause) -> Clause:
    return Clause.objects.get(pk=found.pk)
