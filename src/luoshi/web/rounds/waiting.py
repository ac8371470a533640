"""What waits for the supervision office in rounds: objections to rule on, lights told of before they were excused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Value
from django.urls import reverse

from luoshi.directory import roles
from luoshi.oversight.assessment.objections.models import ScoreObjection
from luoshi.oversight.corrections import overtaken
from luoshi.oversight.objections.models import WAITING, Objection
from luoshi.rules.months import show_month
from luoshi.web.parts import Todo
from luoshi.web.request import Request


def rulings(request: Request) -> Iterable[Todo]:
    """Objections to lists and to scores that nobody has ruled on: one query."""
    if roles.SUPERVISOR not in request.actor.roles:
        return
    found = _told(Objection.objects, "oversight-objections", "subject", "unit__name").union(
        _told(ScoreObjection.objects, "oversight-score_objections", "about", "subject__name"), all=True
    )
    for ledger, key, number, what, who, due in found:
        url = reverse("ledger_row", args=[ledger, key])
        yield Todo(f"裁定异议“{what}”", url, "异议", due=due, note=f"{number}，{who}提出")


def corrections(request: Request) -> Iterable[Todo]:
    """Excuses approved after their light was published, which somebody has to follow or to leave with a reason."""
    if roles.SUPERVISOR not in request.actor.roles:
        return
    for each in overtaken.waiting():
        text = f"更正“{each.excuse.subject}”{show_month(each.excuse.period)}的灯"
        note = f"{each.excuse.number} 批准在印发以后，涉及{each.words}"
        yield Todo(text, reverse("corrections"), "更正", note=note)


def _told(rows: Any, ledger: str, what: str, who: str) -> Any:
    """Rows of one ledger as lines that can stand together with those of another."""
    told = rows.filter(state=WAITING).order_by().annotate(of=Value(ledger), what=F(what), who=F(who))
    return told.values_list("of", "pk", "number", "what", "who", "due_on")
