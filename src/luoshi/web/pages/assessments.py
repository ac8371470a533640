"""考核: the list, ranks, scorebooks, what is behind a figure, objections to it, sources and ratings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.ledgers import access, audit, facts, figures, registry, stepping
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import Binding, Row
from luoshi.oversight.assessment import gathering, objecting, scoring, settling
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.inputs import Input
from luoshi.oversight.assessment.objections.models import ScoreObjection
from luoshi.oversight.assessment.scoring import Book
from luoshi.oversight.assessment.sources.models import RATED, Source
from luoshi.oversight.assessment.subjects.models import Subject
from luoshi.oversight.rules import kinds
from luoshi.rules.dates import last_day
from luoshi.rules.scoring.regaining import Way
from luoshi.web import correcting
from luoshi.web.assessment import books, tables, workbook
from luoshi.web.ledgers import exports
from luoshi.web.pages import assessment_forms
from luoshi.web.request import Request

ASSESSMENTS = settling.LEDGER
WAYS = 5
MOST = 200  # rows behind a figure that a page lists


@require_GET
def assessments(request: Request) -> HttpResponse:
    """All assessments, the latest first."""
    ledger = registry.ledger(ASSESSMENTS)
    access.require(request.actor, Act.READ, ledger)
    found = list(Assessment.objects.all())
    values = {
        "table": tables.assessments(found),
        "any": bool(found),
        "may": bool(access.may(request.actor, Act.CREATE, ledger)),
    }
    return render(request, "assessment/list.html", values)


@require_http_methods(["GET", "POST"])
def assessment(request: Request, pk: int) -> HttpResponse:
    """Ranks by group of those whom the person may see; who may takes it on."""
    found = found_at(request, pk)
    if request.method == "POST":
        return done(request, found)
    rule, every = scoring.rule_of(found), books.books(request.head, found, request.month)
    ledger = registry.ledger(ASSESSMENTS)
    may = bool(access.may(request.actor, Act.STEP, ledger, found, step="freeze"))
    steps = ledger.lifecycle.steps_from(found.state) if ledger.lifecycle and may else ()
    objections = ScoreObjection.objects.filter(subject__assessment=found)
    seen = books.seen(request.actor, found, every)
    values = {
        "assessment": found,
        "until": scoring.within(found, request.month),
        "groups": tables.ranks(request.actor, found, rule, seen),
        "hidden": len(every) - len(seen),
        "steps": steps,
        "may": may,
        "told": kinds.SCORE.sentences(rule),
        "objections": objections.count(),
        "corrections": correcting.waiting(request) if may else [],
        "moved": tables.moved(books.moved(request.head, request.actor, found)),
        "rated": rated(request, found),
    }
    return render(request, "assessment/one.html", values)


def rated(request: Request, found: Assessment) -> list[Source]:
    """What the person is asked to rate in an assessment that runs."""
    asked = Source.objects.of(found).filter(kind__in=RATED) if found.runs else ()
    return [each for each in asked if assessment_forms.to_rate(request.actor, each)]


def found_at(request: Request, pk: int) -> Assessment:
    """The assessment, for who may know of it."""
    access.require(request.actor, Act.READ, registry.ledger(ASSESSMENTS))
    return get_object_or_404(Assessment, pk=pk)


def done(request: Request, found: Assessment) -> HttpResponse:
    """What a button asks for, and back to the page."""
    ledger = registry.ledger(ASSESSMENTS)
    access.require(request.actor, Act.STEP, ledger, found, step="freeze")
    asked = request.POST.get("do", "")
    try:
        if asked == "correct":
            correcting.correct(request)
        elif asked == "verify":
            messages.success(request, verified(found))
        else:
            _, step = stepping.found(ledger, asked)
            stepping.take_step(ledger, found, asked, by=request.actor, on=timezone.localdate())
            messages.success(request, f"“{found}”已{step.title}。")
    except LedgerError as problem:
        messages.error(request, str(problem))
    return redirect("assessment", pk=found.pk)


def verified(found: Assessment) -> str:
    """Compute the kept scores again by the trail; what differs is said."""
    wrong = settling.differences(found)
    if wrong:
        raise Mismatch("、".join(each.row.subject.name for each in wrong))
    return f"按操作记录第 {found.seq} 条时的数和当时的办法重新计算，{found.subjects.count()} 个对象的得分一分不差。"


class Mismatch(LedgerError):
    """Kept scores that the trail does not give again."""

    def __init__(self, named: str) -> None:
        super().__init__(f"重新计算与所留的得分不一致：{named}。请保留现场，查操作记录。")


@require_GET
def file(request: Request, pk: int) -> HttpResponse:
    """The same as a workbook."""
    found = found_at(request, pk)
    ledger = registry.ledger(settling.SCORES)
    access.require(request.actor, Act.EXPORT, ledger)
    seen = books.seen(request.actor, found, books.books(request.head, found, request.month))
    opened = [book for book in seen if books.opens(request.actor, book.subject)]
    data = workbook.workbook(found, scoring.rule_of(found), seen, opened)
    with transaction.atomic():
        audit.begin()
        audit.note(request.actor, "导出", ledger, {found.name: ("", f"{len(seen)} 行")})
    return exports.download(data, f"{found.name}_{timezone.localdate():%Y%m%d}.xlsx", "xlsx")


# ---- one scorebook --------------------------------------------------------------------------------


@require_GET
def scorebook(request: Request, pk: int, subject: int) -> HttpResponse:
    """Every line of a scorebook with its reckoning, the cheapest ways back, and the figures behind it."""
    found, who, book, every = opened(request, pk, subject)
    rule = scoring.rule_of(found)
    said = list(ScoreObjection.objects.filter(subject=who).order_by("raised_on", "pk"))
    values = {
        "assessment": found,
        "subject": who,
        "score": book.score,
        "until": scoring.within(found, request.month),
        "table": tables.lines(rule, book.score),
        "figures": tables.figures(found, book, Source.objects.of(found)),
        "ways": cheapest(scoring.ways(rule, every, who)) if found.runs else (),
        "objections": tables.objections(said) if said else None,
        "heard": found.hears(timezone.localdate()),
    }
    return render(request, "assessment/book.html", values)


def cheapest(ways: Iterable[Way]) -> list[Way]:
    """Of each figure the cheapest way, the cheapest first."""
    by_figure: dict[str, Way] = {}
    for way in ways:
        by_figure.setdefault(way.figure, way)
    return list(by_figure.values())[:WAYS]


def opened(request: Request, pk: int, subject: int) -> tuple[Assessment, Subject, Book, tuple[Book, ...]]:
    """The scorebook of one, for who may open it, among all of its assessment."""
    found = found_at(request, pk)
    who = get_object_or_404(Subject.objects.select_related("unit", "person"), pk=subject, assessment=found)
    access.require(request.actor, Act.READ, registry.ledger(books.ASSESSED), who)
    every = books.books(request.head, found, request.month)
    return found, who, next(book for book in every if book.subject.pk == who.pk), every


@require_http_methods(["GET", "POST"])
def figure(request: Request, pk: int, subject: int, source: int) -> HttpResponse:
    """Where a figure comes from, what is behind it, and objecting to a row of that."""
    found, who, book, _ = opened(request, pk, subject)
    read = get_object_or_404(Source.objects.of(found), pk=source)
    if request.method == "POST":
        return objected(request, found, who, read)
    held = book.inputs.get(read.code, Input(read.kind))
    binding = Binding.objects.filter(pk=held.binding).first() if held.binding else gathering.binding_of(read)
    values = {
        "assessment": found,
        "subject": who,
        "source": read,
        "value": tables.value(read, held),
        "seq": held.seq,
        **behind(request, found, who, read, held, binding),
        "may_object": found.hears(timezone.localdate())
        and bool(
            access.may(
                request.actor, Act.CREATE, registry.ledger(objecting.LEDGER), ScoreObjection(subject=who)
            )
        ),
    }
    return render(request, "assessment/figure.html", values)


def behind(
    request: Request, found: Assessment, who: Subject, read: Source, held: Input, binding: Binding | None
) -> dict[str, Any]:
    """The table of what is behind a figure, and the rows that can be objected to."""
    if held.counted is not None:
        shown = tables.counted(request.actor, held.counted, read.unit)
        return {"table": shown, "keys": [(each.key, each.title) for each in held.counted]}
    if binding is None or not tables.reads_facts(read) or binding.formula:
        return {"table": None, "keys": []}
    ledger = registry.ledger(binding.ledger)
    facts.refresh((ledger.name,))
    end = scoring.within(found, request.month) if found.runs else found.end
    rows = figures.rows(binding, found.start, end, gathering.trees([who], last_day(end))[who.pk])
    reach = access.reach(request.actor, Act.READ, ledger)
    seen: list[Row] = [] if reach is None else list(rows.filter(reach)[:MOST])
    listed = [gathering.row_of(ledger, row) for row in seen]
    keys = [(f"{ledger.name}/{each.row}", each.title) for each in listed]
    return {"table": tables.counted(request.actor, listed, "行"), "keys": keys, "live": True}


def objected(request: Request, found: Assessment, who: Subject, read: Source) -> HttpResponse:
    """Take an objection down, and back to the scorebook."""
    access.require(request.actor, Act.CREATE, registry.ledger(objecting.LEDGER), ScoreObjection(subject=who))
    try:
        made = objecting.object_to(
            who,
            read,
            request.POST.get("key", ""),
            reason=request.POST.get("reason", ""),
            by=request.actor,
            on=timezone.localdate(),
        )
    except LedgerError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"已提出异议 {made.number}，{made.due_on} 前裁定。")
    return redirect("scorebook", pk=found.pk, subject=who.pk)


urlpatterns = [
    path("assessments/", assessments, name="assessments"),
    path("assessments/new/", assessment_forms.new, name="assessment_new"),
    path("assessments/<int:pk>/", assessment, name="assessment"),
    path("assessments/<int:pk>/file/", file, name="assessment_file"),
    path("assessments/<int:pk>/sources/", assessment_forms.sources, name="score_sources"),
    path("assessments/<int:pk>/sources/<int:source>/", assessment_forms.source, name="score_source"),
    path("assessments/<int:pk>/rate/<int:source>/", assessment_forms.rate, name="score_rate"),
    path("assessments/<int:pk>/of/<int:subject>/", scorebook, name="scorebook"),
    path("assessments/<int:pk>/of/<int:subject>/<int:source>/", figure, name="score_figure"),
]
