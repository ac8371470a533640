"""A ledger's rows otherwise than in a list: by state, by day; and lists that people have named."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from luoshi.ledgers.errors import Refused
from luoshi.web.ledgers import calendars, finding, kanban, lists, saved
from luoshi.web.models import SavedView
from luoshi.web.pages import ledgers
from luoshi.web.request import Request


def by_state(request: Request, key: str) -> HttpResponse:
    """The rows by state."""
    ledger = finding.ledger(request, key)
    view = lists.asked(request, ledger)
    column = kanban.state_column(view)
    if column is None:
        raise Http404(f"“{ledger.title}”没有可以按它排开的状态。")
    values = ledgers.frame(request, view, "kanban")
    values["stacks"] = kanban.stacks(view, column, timezone.localdate())
    return render(request, "ledger/kanban.html", values)


def by_day(request: Request, key: str) -> HttpResponse:
    """The rows of one month by day."""
    ledger = finding.ledger(request, key)
    view = lists.asked(request, ledger)
    columns = calendars.day_columns(view)
    column = calendars.column_of(columns, request.GET.get(calendars.BY, ""))
    if column is None:
        raise Http404(f"“{ledger.title}”没有日期列，排不成日历。")
    values = ledgers.frame(request, view, "calendar")
    values |= {
        "columns": [(c.name, ledger.title_of(c)) for c in columns],
        "column": column,
        "weekdays": calendars.WEEKDAYS,
        "weeks": calendars.weeks(view, column, request.month, timezone.localdate()),
    }
    return render(request, "ledger/calendar.html", values)


@require_POST
def save(request: Request, key: str) -> HttpResponse:
    """Name the conditions of a list."""
    ledger = finding.ledger(request, key)
    query = saved.kept(QueryDict(request.POST.get("query", "")))
    form = saved.SaveForm(request.POST)
    if form.is_valid():
        try:
            made = saved.save(lists.asked(request, ledger), form, query, user=request.user)
        except Refused as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, f"已保存常用筛选“{made.title}”。")
    else:
        messages.error(request, "".join(str(e) for found in form.errors.values() for e in found))
    return redirect(f"{reverse('ledger', args=[ledger.key])}?{query}")


@require_POST
def remove(request: Request, key: str, pk: int) -> HttpResponse:
    """Forget a named list."""
    ledger = finding.ledger(request, key)
    found = SavedView.objects.seen_by(request.user, ledger.name).filter(pk=pk).first()
    if found is None:
        raise Http404("没有这个常用筛选，它可能已被删除。")
    if found.user_id is None and not saved.may_share(request.actor):
        raise Refused(f"“{found.title}”是所有人可用的筛选，请联系督查员删除。")
    SavedView.objects.forget(found)
    messages.success(request, f"已删除常用筛选“{found.title}”。")
    return redirect("ledger", key=ledger.key)
