"""亩均评价: a year's classes table by table, what is missing of its figures, and evaluating, publishing, settling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from luoshi.ledgers import access, rule_kinds
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import LedgerError, UnknownName
from luoshi.projects.land.evaluations import actions, gathering
from luoshi.projects.land.evaluations.ledger import EVALUATIONS
from luoshi.projects.land.evaluations.models import DRAFT, GRADES, PUBLISHED, REVIEWING, Evaluation
from luoshi.projects.land.kinds import PER_MU
from luoshi.projects.land.per_mu_figures.models import TABLES, PerMuFigure
from luoshi.web.parts import Cell, Column, Row, Table
from luoshi.web.request import Request


def per_mu(request: Request) -> HttpResponse:
    """A year's evaluation as it is published; those who may also make it."""
    access.require(request.actor, Act.READ, EVALUATIONS)
    may = bool(access.may(request.actor, Act.CREATE, EVALUATIONS))
    today = timezone.localdate()
    years = sorted({*Evaluation.objects.years(), *figure_years()}, reverse=True)
    year = chosen(request, years)
    if request.method == "POST":
        return done(request, year)
    rows = list(Evaluation.objects.of_year(year))
    states = {row.state for row in rows}
    rules = rules_on(today)
    values = {
        "year": year,
        "years": years,
        "counts": counts(rows),
        "tables": [(title, table(code, found)) for code, title in TABLES if (found := of(code, rows))],
        "first": rows[0] if rows else None,
        "may": may,
        "rules": rules if not rows or states == {DRAFT} else [],
        "may_publish": DRAFT in states,
        "may_settle": PUBLISHED in states and REVIEWING not in states,
        "reviewing": [row for row in rows if row.state == REVIEWING] if may else [],
        "misses": gathering.misses(rules[0], year) if may and rules else [],
    }
    return render(request, "land/per_mu.html", values)


def figure_years() -> list[int]:
    """The years of which there are figures."""
    periods = PerMuFigure.objects.order_by("-period").values_list("period", flat=True).distinct()
    return [period // 100 for period in periods]


def chosen(request: Request, years: list[int]) -> int:
    """The year asked for, else the latest there is."""
    asked = request.POST.get("year") or request.GET.get("year", "")
    return int(asked) if asked in map(str, years) else (years[0] if years else timezone.localdate().year - 1)


def rules_on(day: Any) -> list[Any]:
    """The rules in force on a day, by code."""
    found = (rule_kinds.perhaps(PER_MU, day, rule.code) for rule in PER_MU.starting)
    return [rule for rule in found if rule]


def of(code: str, rows: list[Evaluation]) -> list[Evaluation]:
    """The rows of one table."""
    return [row for row in rows if row.table == code]


def counts(rows: list[Evaluation]) -> Table:
    """How many enterprises of each table are in each class."""
    lines = []
    for code, title in TABLES:
        if found := of(code, rows):
            cells = (Cell(str(sum(row.grade == grade for row in found))) for grade, _ in GRADES)
            lines.append(Row((Cell(title), *cells, Cell(str(len(found))))))
    heads = (*(title for _, title in GRADES), "合计")
    columns = (Column("评价分组", kind="line"), *(Column(head, kind="number") for head in heads))
    return Table(name="per-mu-counts", columns=columns, rows=tuple(lines), short=True)


def table(code: str, rows: list[Evaluation]) -> Table:
    """One table of enterprises by rank, with the points of each item."""
    items: list[dict[str, str]] = next((row.items for row in rows if row.items), [])
    unranked = not all(row.items for row in rows)
    columns = (
        Column("名次", kind="number", width="narrow"),
        Column("企业", kind="line", data=True),
        Column("类别", width="narrow"),
        Column("得分", kind="number"),
        *(Column(item["title"], kind="number", group="各项得分") for item in items),
        Column("状态", width="narrow"),
        *([Column("说明", width="rest")] if unranked else []),
    )
    return Table(
        name=f"per-mu-{code}",
        caption=dict(TABLES)[code],
        columns=columns,
        rows=tuple(line(row, len(items), unranked) for row in rows),
        frozen=2,
        short=True,
    )


def line(row: Evaluation, items: int, told: bool) -> Row:
    """One enterprise; what is not ranked says why instead."""
    url = reverse("ledger_row", args=[EVALUATIONS.key, row.pk])
    points = [Cell(item["points"]) for item in row.items] or [Cell("–")] * items
    return Row(
        (
            Cell(str(row.rank or "–")),
            Cell(row.enterprise.name, url=url),
            Cell(row.get_grade_display()),
            Cell("–" if row.points is None else f"{row.points / 100:.2f}"),
            *points,
            Cell(row.get_state_display()),
            *([Cell("" if row.items else row.reason)] if told else []),
        )
    )


def done(request: Request, year: int) -> HttpResponse:
    """What a button asks for, and back to the year."""
    access.require(request.actor, Act.CREATE, EVALUATIONS)
    today = timezone.localdate()
    ways: dict[str, Callable[[], str]] = {
        "evaluate": lambda: (
            f"已评价 {len(actions.evaluate(year, request.POST.get('rule', ''), by=request.actor, on=today))} 家企业。"
        ),
        "publish": lambda: f"已公示 {actions.publish(year, by=request.actor, on=today)} 家企业，公示期七天。",
        "settle": lambda: f"已确定 {actions.settle(year, by=request.actor, on=today)} 家企业。",
        "review": lambda: f"“{reviewed(request)}”已重新计算并再次公示。",
    }
    try:
        asked = request.POST.get("do", "")
        if asked not in ways:
            raise UnknownName("操作", asked, tuple(ways))
        messages.success(request, ways[asked]())
    except LedgerError as problem:
        messages.error(request, str(problem))
    return redirect(f"{reverse('per_mu')}?year={year}")


def reviewed(request: Request) -> Evaluation:
    """The row that is worked out again."""
    asked = request.POST.get("row", "")
    row = Evaluation.objects.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None
    if row is None:
        raise UnknownName("评价", asked, ())
    return actions.review(row, by=request.actor, on=timezone.localdate())


urlpatterns = [path("per-mu/", per_mu, name="per_mu")]
