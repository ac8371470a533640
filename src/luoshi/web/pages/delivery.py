"""项目调度: the 作战图, a project's schedule, the week's list, three opinions, and how a project comes about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from luoshi.ledgers import access, audit
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError, Refused
from luoshi.oversight.excuses.models import STANDING
from luoshi.oversight.lights import starts
from luoshi.oversight.lights.starts import LitStart
from luoshi.oversight.opinions import judging
from luoshi.oversight.rules import feeding, in_force
from luoshi.projects.delivery.nodes import actions as nodes
from luoshi.projects.delivery.pools.models import PoolProject
from luoshi.projects.delivery.projects import actions
from luoshi.projects.delivery.projects.ledger import PROJECTS
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.investment.signings.models import Signing
from luoshi.rules.dates import last_day
from luoshi.web import gantt, parts
from luoshi.web.delivery import opinions as opinion_table
from luoshi.web.delivery import schedules, tracks, weekly
from luoshi.web.excuses import asking
from luoshi.web.followups import tables as followups
from luoshi.web.ledgers import exports, finding, lists
from luoshi.web.parts import Detail, Tab
from luoshi.web.request import Request

SIDES = (
    ("schedule", "作战图"),
    ("coordination", "周调度清单"),
    ("opinions", "三方意见"),
    ("rounds", "红黑榜"),
    ("lists", "榜单公示"),
    ("meetings", "调度轮次"),
)


def tabs(active: str) -> list[Tab]:
    """The sides of 调度."""
    return [Tab(title, reverse(name), name == active) for name, title in SIDES]


@require_GET
def schedule(request: Request) -> HttpResponse:
    """All projects along the months, plan against actual."""
    access.require(request.actor, Act.READ, PROJECTS)
    wanted, day = tracks.asked(request.GET, request.month), as_of(request)
    found = tracks.shown(tracks.with_nodes(tracks.projects(request.actor, wanted)), wanted, day)
    values = {
        "tabs": tabs("schedule"),
        "charts": gantt.sheets(found, wanted.first, wanted.last, wanted.scale, day),
        "count": len(found),
        "day": day,
        "asked": wanted,
        "months": tracks.choosable(wanted, request.month),
        "controls": [
            (name, title, choices, wanted.chosen.get(name, ""))
            for name, (title, choices) in tracks.CHOICES.items()
        ],
        "units": tracks.units(request.actor),
        "scales": [
            (word, f"?{urlencode(wanted.query | {'scale': name})}", name == wanted.scale)
            for name, (word, _) in gantt.SCALES.items()
        ],
        "file": f"{reverse('schedule_file')}?{urlencode(wanted.query)}",
    }
    return render(request, "delivery/schedule.html", values)


@require_GET
def schedule_file(request: Request) -> HttpResponse:
    """The same as a workbook."""
    access.require(request.actor, Act.EXPORT, PROJECTS)
    wanted, day = tracks.asked(request.GET, request.month), as_of(request)
    found = tracks.shown(tracks.with_nodes(tracks.projects(request.actor, wanted)), wanted, day)
    title = f"重点项目作战图（{wanted.first // 100}年{wanted.first % 100}月至{wanted.last // 100}年{wanted.last % 100}月）"
    data = gantt.workbook(found, wanted.first, wanted.last, day, title)
    return taken_out(request, data, "作战图", len(found))


@require_GET
def project(request: Request, pk: int) -> HttpResponse:
    """What must happen with one project, and whether its promise can be kept."""
    row = asked_for(request, pk)
    day = as_of(request)
    judged = judging.judge([row], request.month, day)
    excuses = asking.of(request.actor, PROJECTS.name, row.pk)
    followed = followups.of(request.actor, PROJECTS.name, row.pk)
    standing = any(each.period == request.month and each.state in STANDING for each in excuses)
    values = {
        "project": row,
        "day": day,
        "found": schedules.of(row, day),
        "start": started[0] if (started := starts_of([row], request.month, day)) else None,
        "judged": judged[0] if judged else None,
        "judged_light": parts.lamp(judged[0].colour) if judged else None,
        "excuses": asking.table(excuses) if excuses else None,
        "followed": followups.table(followed) if followed else None,
        "may_excuse": bool(judged)
        and not standing
        and asking.may_ask(request.actor, row.unit_id, judged[0].colour),
        "month": request.month,
        "may_plan": access.may(request.actor, Act.CHANGE, PROJECTS, row),
        "template": row.template or nodes.usual_template(row),
        "address": lists.address(PROJECTS, row),
    }
    return render(request, "delivery/project.html", values)


@require_POST
def plan(request: Request, pk: int) -> HttpResponse:
    """Make the nodes of the project's template, or work out their latest days anew."""
    row, today = asked_for(request, pk), timezone.localdate()
    try:
        if "again" in request.POST:
            found = nodes.reschedule(row, by=request.actor, on=today)
        else:
            found = nodes.plan_nodes(
                row, by=request.actor, on=today, template=request.POST.get("template", "")
            )
    except Refused:
        raise
    except LedgerError as problem:
        messages.error(request, str(problem))
    else:
        (messages.success if found.plan.possible else messages.warning)(request, found.sentence)
    return redirect("project_schedule", pk=pk)


@require_GET
def coordination(request: Request) -> HttpResponse:
    """What this week's meeting has before it."""
    access.require(request.actor, Act.READ, PROJECTS)
    day = as_of(request)
    found = weekly.sections(request.actor, day)
    monday, sunday = weekly.week_of(day)
    values = {"tabs": tabs("coordination"), "table": weekly.table(found), "monday": monday, "sunday": sunday}
    return render(request, "delivery/coordination.html", values)


@require_GET
def coordination_file(request: Request) -> HttpResponse:
    """The same as a workbook."""
    access.require(request.actor, Act.EXPORT, PROJECTS)
    day = as_of(request)
    found = weekly.sections(request.actor, day)
    return taken_out(
        request, weekly.workbook(found, day), "周调度清单", sum(len(items) for _, items in found)
    )


@require_GET
def opinions(request: Request) -> HttpResponse:
    """Projects under way, those first about which opinions differ most."""
    access.require(request.actor, Act.READ, PROJECTS)
    wanted = tracks.asked({}, request.month)
    found = tracks.projects(request.actor, wanted).select_related("unit")
    judged = judging.judge(found, request.month, as_of(request))
    behind = starts_of(
        tracks.projects(request.actor, wanted).select_related("unit"), request.month, as_of(request)
    )
    values = {
        "tabs": tabs("opinions"),
        "table": opinion_table.table(judged),
        "starts": opinion_table.starts_table(behind),
    }
    return render(request, "delivery/opinions.html", values)


@require_http_methods(["GET", "POST"])
def project_from(request: Request, key: str, pk: int) -> HttpResponse:
    """Make the project of a signing or of what stands in a pool, with what is known of it there."""
    ledger = finding.ledger(request, key)
    row = finding.row(request, ledger, pk)
    if not isinstance(row, Signing | PoolProject):
        raise Http404("只有签约项目和储备项目可以转为项目。")
    access.require(request.actor, Act.CREATE, PROJECTS)
    made = Project.objects.filter(**{"signing" if isinstance(row, Signing) else "pool": row}).first()
    if made is not None:
        return redirect(lists.address(PROJECTS, made))
    if request.method == "POST":
        today = timezone.localdate()
        try:
            if isinstance(row, Signing):
                made = actions.start_from(row, by=request.actor, on=today)
            else:
                made = actions.promote(row, by=request.actor, on=today)
        except Refused:
            raise
        except LedgerError as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, f"已转为项目 {made.number}“{made}”。")
            return redirect(lists.address(PROJECTS, made))
    values = {
        "ledger": ledger,
        "row": row,
        "address": lists.address(ledger, row),
        "details": carried(row, ledger.title),
    }
    return render(request, "delivery/from.html", values)


def carried(row: Signing | PoolProject, source: str) -> list[Detail]:
    """What goes along, in the words of the projects' ledger."""
    found = []
    for name, value in actions.carried(row).items():
        column = PROJECTS.column(name)
        if value not in (None, ""):
            unit = f" {column.list_unit}" if column.list_unit else ""
            found.append(Detail(PROJECTS.title_of(column), f"{column.show(value)}{unit}", source=source))
    return found


def starts_of(projects: Iterable[Project], month: int, day: date) -> list[LitStart]:
    """The lights of the starts of projects; none where no rule lights them."""
    rule = in_force.own_light_rule(feeding.START, last_day(month))
    return starts.judge(projects, month, day, rule) if rule else []


def asked_for(request: Request, pk: int) -> Project:
    """The project of that key, if the person may see it."""
    row = finding.row(request, PROJECTS, pk)
    assert isinstance(row, Project)
    return row


def as_of(request: Request) -> date:
    """The day of which a page speaks."""
    return tracks.last_day(request.month, timezone.localdate())


def taken_out(request: Request, data: bytes, name: str, rows: int) -> HttpResponse:
    """A workbook to download, of which the trail is told."""
    with transaction.atomic():
        audit.begin()
        audit.note(request.actor, "导出", PROJECTS, {name: ("", f"{rows} 行")})
    return exports.download(data, f"{name}_{timezone.localdate():%Y%m%d}.xlsx", "xlsx")
