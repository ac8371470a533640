"""目标: the wall of a month, one target's figure from its number down to the rows and the sentence."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from luoshi.ledgers import access, audit, figures, registry
from luoshi.ledgers.access import Act
from luoshi.oversight.bulletins import since
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.forecasts import paths
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.units import by_unit
from luoshi.reports.numbers import per_cent
from luoshi.web.excuses import asking
from luoshi.web.followups import tables
from luoshi.web.ledgers import trails
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.rounds import contesting
from luoshi.web.wall import changes, charts, formulas, leaders, lights, related, rows, table, views

FRAGMENT = "wall-list"  # the id of what the filters fetch anew
PAGE = 50
TRAIL = 200  # the newest entries of a trail that the page shows


def targets(request: Request) -> HttpResponse:
    """All targets of the month's year by chapter, unit, light, modality and source; the page, or the list alone."""
    every, lines = table.standing_lines(request)
    view = leaders.asked(request, every)
    shown = view.shown
    values = {
        "view": view,
        "shown": len(shown),
        "table": table.table(shown, view.sort, lines),
        "any": bool(every),
    }
    fragment = request.htmx and request.htmx.target == FRAGMENT
    return render(request, "wall/list.html" if fragment else "wall/targets.html", values)


def target(request: Request, number: str) -> HttpResponse:
    """How one figure came about: computed in words, its path by month, its light, its sentence."""
    row = _row(request, number)
    path = paths.path_of(row)
    units, projects = by_unit(row), related.projects(request.actor, row)
    tasks = related.tasks(request.actor, row)
    bulletin = Bulletin.objects.latest_of(row.month)
    excuses = asking.of(request.actor, "plans.targets", row.target.pk)
    followed = tables.of(request.actor, "plans.targets", row.target.pk)
    values = {
        "row": row,
        "steps": views.steps(row, "figure"),
        "details": rows.details(row),
        "instruction": related.instruction(request.actor, row),
        "chart": charts.chart(row, path),
        "chance": per_cent(path.forecast.chance * 100) if path.forecast else "",
        "earlier": [each.words for each in path.earlier],
        "months": related.months_table(row),
        "units": related.units_table(units, row) if len(units.units) > 1 else None,
        "adds": units.adds,
        "bulletin": bulletin,
        "changes": changes.table(bulletin, since.changed(bulletin, [row], {row.target.number}))
        if bulletin
        else None,
        "excuses": asking.table(excuses) if excuses else None,
        "followed": tables.table(followed) if followed else None,
        "may_excuse": row.excuse is None
        and asking.may_ask(request.actor, row.target.lead_unit_id, row.light.colour),
        "tasks": lights.tasks_table(lights.judged(request, tasks, row.month)) if tasks else None,
        "projects": related.projects_table(projects) if (count := projects.count()) else None,
        "project_count": count,
    }
    return render(request, "wall/target.html", values)


def counted(request: Request, number: str) -> HttpResponse:
    """The rows that a figure was computed from, as far as the person may see them."""
    row = _row(request, number)
    binding = row.target.binding
    if binding is None or row.source == "none":
        raise Http404("这个目标还没有确定计量方式，没有可以打开的明细。")
    if binding.formula:
        part = next((p for p in binding.parts.all() if str(p.pk) == request.GET.get("part")), None)
        if part is None:
            return render(request, "wall/parts.html", formulas.values(row, binding))
        binding = part
    ledger = registry.ledger(binding.ledger)
    every = figures.rows(binding, row.target.start, row.month, rows.within(binding))
    reach = access.reach(request.actor, Act.READ, ledger)
    visible = every.none() if reach is None else every.filter(reach)
    page = Paginator(visible, PAGE).get_page(request.GET.get("page"))
    values = {
        "row": row,
        "steps": views.steps(row, "rows"),
        "computed": figures.words(binding) if binding.whole_id else row.computed,
        "part": binding.name,
        "ledger": ledger,
        "table": rows.table(
            request.actor, ledger, page.object_list, contesting.address(request, row, ledger)
        ),
        "page": page,
        "hidden": every.count() - page.paginator.count,
    }
    return render(request, "wall/rows.html", values)


def sentence(request: Request, number: str) -> HttpResponse:
    """The sentence in which the target was promised, in its place."""
    row = _row(request, number)
    values = {"row": row, "steps": views.steps(row, "sentence"), "passage": rows.passage(row.target)}
    return render(request, "wall/sentence.html", values)


def trail(request: Request, number: str) -> HttpResponse:
    """Who did what to the target."""
    row = _row(request, number)
    ledger = registry.ledger("plans.targets")
    access.require(request.actor, Act.HISTORY, ledger, row.target)
    events = trails.events(request.actor, ledger, audit.of(ledger, row.target)[:TRAIL])
    values = {"row": row, "steps": views.steps(row, "trail"), "events": events}
    return render(request, "wall/trail.html", values)


def _row(request: Request, number: str) -> WallRow:
    return finding.wall_row(request, finding.target(request, number))
