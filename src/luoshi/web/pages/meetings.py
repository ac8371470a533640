"""调度轮次: the calendar of a year, one round with its agenda and decisions, its pre-read and its minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.ledgers import access, registry, stepping
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.oversight.rounds import actions, paper
from luoshi.oversight.rounds.models import (
    ARCHIVED,
    FROZEN,
    HELD,
    KINDS,
    LISTED,
    PREPARING,
    AgendaItem,
    Decision,
    Round,
)
from luoshi.reports import minutes, preread, references
from luoshi.web.forms import Form
from luoshi.web.pages import delivery
from luoshi.web.pages.reports import DOCX
from luoshi.web.parts import Tab
from luoshi.web.request import Request
from luoshi.web.rounds import forms, meetings

STEPS = ("freeze", "archive")
DONE = {
    "add": "已增列。",
    "decide": "已登记，并作为任务交办。",
    "attend": "已登记，写入会议纪要。",
    "hold": "已召开，可以登记决定、下载会议纪要。",
    "move": "已改期。",
}


@require_http_methods(["GET", "POST"])
def year(request: Request) -> HttpResponse:
    """The rounds of the month's year: a calendar, and a list of one kind; who may lays them out."""
    ledger = registry.ledger(actions.LEDGER)
    access.require(request.actor, Act.READ, ledger)
    at = request.month // 100
    if request.method == "POST":
        return _lay(request)
    every = list(Round.objects.of_year(at))
    kind = request.GET.get("kind", "month")
    shown = [each for each in reversed(every) if each.kind == kind]
    values = {
        "tabs": delivery.tabs("meetings"),
        "year": at,
        "months": meetings.calendar(every),
        "kinds": [Tab(title, f"?kind={code}", code == kind) for code, title in KINDS],
        "table": meetings.table(shown),
        "may": bool(access.may(request.actor, Act.CREATE, ledger)),
    }
    return render(request, "rounds/year.html", values)


def _lay(request: Request) -> HttpResponse:
    at = int(request.POST["year"]) if request.POST.get("year", "").isdecimal() else request.month // 100
    try:
        made = actions.lay(at, by=request.actor)
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"已排定 {at} 年 {len(made)} 轮调度。")
    return redirect("meetings")


@require_http_methods(["GET", "POST"])
def meeting(request: Request, pk: int) -> HttpResponse:
    """One round; who keeps it takes its steps, adds matters and writes down decisions."""
    found, on = _found(request, pk), timezone.localdate()
    shown = {
        "add": forms.AddForm(),
        "attend": forms.AttendForm(initial={"chair": found.chair, "attendance": found.attendance}),
        "decide": forms.DecideForm(found),
        "hold": forms.HoldForm(),
        "move": forms.MoveForm(),
    }
    if request.method == "POST":
        name = request.POST.get("do", "")
        if _done(request, found, name, shown, on):
            return redirect("meeting", pk=found.pk)
    items = AgendaItem.objects.of(found)
    may = bool(access.may(request.actor, Act.CREATE, registry.ledger(actions.LEDGER)))
    values = {
        "tabs": delivery.tabs("meetings"),
        "round": found,
        "stood": found.state != PREPARING,
        "held": found.state in (HELD, ARCHIVED),
        "lights": _lights(found),
        "step": _step(found) if may else None,
        "agenda": meetings.agenda(items),
        "opening": meetings.opening(found) if found.opening else None,
        "decisions": meetings.decisions(Decision.objects.of(found), on),
        "listed": [each for each in items if each.state == LISTED]
        if may and found.state in (FROZEN, HELD)
        else (),
        "may_add": may and found.state in (FROZEN, HELD),
        "may_decide": may and found.state == HELD,
        "may_attend": may and not actions.minutes_stand(found),
        "may_hold": may and found.state == FROZEN,
        "may_move": may and found.state == PREPARING,
        "forms": shown,
        "preread": paper.code(references.PREREAD, found),
        "minutes": paper.code(references.MINUTES, found),
    }
    wrong = any(form.is_bound for form in shown.values())
    return render(request, "rounds/meeting.html", values, status=422 if wrong else 200)


def _lights(found: Round) -> str:
    """How many targets had which light when the facts were cut off, in words."""
    named = (("green", "绿灯"), ("yellow", "黄灯"), ("red", "红灯"), ("grey", "未亮灯"))
    lights = found.lights or {}
    return "、".join(f"{word} {lights[colour]} 项" for colour, word in named if lights.get(colour))


def _step(found: Round) -> tuple[str, str] | None:
    """The next step of a round: its name and what people call it."""
    life = registry.ledger(actions.LEDGER).lifecycle
    steps = life.steps_from(found.state) if life else ()
    return (steps[0].name, steps[0].title) if steps else None


def _done(request: Request, found: Round, name: str, shown: dict[str, Form], on: date) -> bool:
    """Do what was asked for; a form that is refused comes back bound, with its sentences."""
    if name in STEPS:
        return _stepped(request, found, name, on)
    if name == "take_off":
        return _taken_off(request, found)
    doing: dict[str, tuple[Form, Callable[[Form], object]]] = {
        "add": (
            forms.AddForm(request.POST),
            lambda f: actions.add(found, by=request.actor, **f.cleaned_data),
        ),
        "attend": (
            forms.AttendForm(request.POST),
            lambda f: actions.attend(found, by=request.actor, **f.cleaned_data),
        ),
        "decide": (
            forms.DecideForm(found, request.POST),
            lambda f: actions.decide(by=request.actor, on=on, **f.cleaned_data),
        ),
        "hold": (
            forms.HoldForm(request.POST),
            lambda f: actions.hold(found, by=request.actor, on=on, **f.cleaned_data),
        ),
        "move": (
            forms.MoveForm(request.POST),
            lambda f: actions.move(found, by=request.actor, **f.cleaned_data),
        ),
    }
    if name not in doing:
        raise Http404("没有这个操作，请刷新页面。")
    access.require(request.actor, Act.CREATE, registry.ledger(actions.LEDGER))
    form, act = doing[name]
    shown[name] = form
    if form.is_valid():
        with form.answering():
            act(form)
    if not form.is_valid():
        return False
    messages.success(request, DONE[name])
    return True


def _stepped(request: Request, found: Round, name: str, on: date) -> bool:
    ledger = registry.ledger(actions.LEDGER)
    access.require(request.actor, Act.STEP, ledger, found, step=name)
    _, step = stepping.found(ledger, name)
    try:
        stepping.take_step(ledger, found, name, by=request.actor, on=on)
    except LedgerError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"{found.name}：已{step.title}。")
    return True


def _taken_off(request: Request, found: Round) -> bool:
    key = request.POST.get("item", "")
    item = AgendaItem.objects.of(found).filter(pk=int(key) if key.isdecimal() else 0).first()
    if item is None:
        raise Http404("没有这个议题，请刷新页面。")
    try:
        actions.take_off(item, request.POST.get("reason", ""), by=request.actor)
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"“{item.title}”已撤下。")
    return True


@require_GET
def file(request: Request, pk: int) -> HttpResponse:
    """The pre-read as Word."""
    found = _found(request, pk)
    access.require(request.actor, Act.EXPORT, registry.ledger(actions.LEDGER), found)
    if found.state == PREPARING:
        raise Http404("还没有截数，没有预读材料。")
    return _word(preread.render(paper.gather(found) | _address()), f"{found.name}预读材料")


@require_GET
def minutes_file(request: Request, pk: int) -> HttpResponse:
    """The minutes as Word."""
    found = _found(request, pk)
    access.require(request.actor, Act.EXPORT, registry.ledger(actions.LEDGER), found)
    if found.state not in (HELD, ARCHIVED):
        raise Http404("还没有召开，没有会议纪要。")
    return _word(minutes.render(paper.minutes(found) | _address()), f"{found.name}会议纪要")


def _address() -> dict[str, str]:
    """Where the pages are that the numbers of a document lead to."""
    return {"address": settings.ADDRESS}


def _word(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=DOCX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.docx"
    return answer


def _found(request: Request, pk: int) -> Round:
    found = Round.objects.filter(pk=pk).first()
    if found is None:
        raise Http404("没有这一轮调度。")
    access.require(request.actor, Act.READ, registry.ledger(actions.LEDGER), found)
    return found


urlpatterns = [
    path("rounds/year/", year, name="meetings"),
    path("rounds/meetings/<int:pk>/", meeting, name="meeting"),
    path("rounds/meetings/<int:pk>/preread/", file, name="meeting_preread"),
    path("rounds/meetings/<int:pk>/minutes/", minutes_file, name="meeting_minutes"),
]
