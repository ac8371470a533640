"""目标: the wall of a month, one target's figure from its number down to the rows and the sentence."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from luoshi.ledgers import access, audit, figures, registry
from luoshi.ledgers.access import Act
from luoshi.oversight.wall.rows import WallRow
from luoshi.web.ledgers import trails
from luoshi.web.plans import finding
from luoshi.web.request import Request
from luoshi.web.wall import charts, rows, table, views

PAGE = 50
TRAIL = 200  # the newest entries of a trail that the page shows


def targets(request: Request) -> HttpResponse:
    """All targets of the month's year, filtered by unit, light and source."""
    every = finding.month_wall(request)
    view = views.View.asked(request.GET, every)
    shown = [row for row in every if view.keeps(row)]
    values = {
        "view": view,
        "summary": views.summary(every),
        "table": table.table(shown, request.GET.get("sort", "")),
        "any": bool(every),
    }
    return render(request, "wall/targets.html", values)


def target(request: Request, number: str) -> HttpResponse:
    """How one figure came about: computed in words, its path by month, its light, its sentence."""
    row = _row(request, number)
    values = {
        "row": row,
        "steps": views.steps(row, "figure"),
        "details": rows.details(row),
        "chart": charts.chart(row),
        "history": rows.history(row),
    }
    return render(request, "wall/target.html", values)


def counted(request: Request, number: str) -> HttpResponse:
    """The rows that a figure was computed from, as far as the person may see them."""
    row = _row(request, number)
    binding = row.target.binding
    if binding is None or row.source == "none":
        raise Http404("这个目标还没有确定计量方式，没有可以打开的明细。")
    ledger = registry.ledger(binding.ledger)
    every = figures.rows(binding, row.target.start, row.month, rows.within(binding))
    reach = access.reach(request.actor, Act.READ, ledger)
    visible = every.none() if reach is None else every.filter(reach)
    page = Paginator(visible, PAGE).get_page(request.GET.get("page"))
    values = {
        "row": row,
        "steps": views.steps(row, "rows"),
        "ledger": ledger,
        "table": rows.table(request.actor, ledger, page.object_list),
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
