"""Questions about targets follow the targets: what is reported by hand is asked of the lead unit, nothing else is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from luoshi.directory.calendars import months
from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.plans.questions.models import Question
from luoshi.plans.targets.models import ACTIVE, REPORTED, Target
from luoshi.rules.months import add_months


def follow(keys: Collection[int], by: Actor) -> None:
    """Bring the questions about targets up to date; part of the transaction in which these were written."""
    held = {question.target_id: question for question in Question.objects.filter(target__in=keys)}
    fresh = []
    for target in Target.objects.filter(pk__in=keys).select_related("binding", "lead_unit").order_by("pk"):
        asked = target.state == ACTIVE and target.source == REPORTED
        question = held.get(target.pk)
        if question is not None:
            _change(question, _values(target) | _window(question, target, asked), by)
        elif asked:
            fresh.append(Question(target=target, since=target.start, until=_last(target), **_values(target)))
    _make(fresh, by)


def _values(target: Target) -> dict[str, Any]:
    """What a question takes from its target."""
    grows = "（增速）" if target.basis == "growth" else ""
    return {
        "number": target.number,
        "unit": target.lead_unit,
        "name": f"{target.name}{grows}",
        "measured_in": target.unit,
    }


def _last(target: Target) -> int:
    """The last month in which a target is asked for: of its plan's year."""
    return max(target.year * 100 + 12, target.start)


def _window(question: Question, target: Target, asked: bool) -> dict[str, Any]:
    """Until when it is asked: to the year's end, or up to the last month whose books were closed meanwhile."""
    closed = months.latest() or 0
    if not asked:
        ended = max(min(closed, _last(target)), add_months(question.since, -1))
        return {"until": ended} if question.until is None or question.until > ended else {}
    ended_already = question.until is not None and question.until <= max(closed, question.since - 1)
    return {"until": _last(target)} if ended_already else {}


def _change(question: Question, values: dict[str, Any], by: Actor) -> None:
    writing.write(_ledger(), question, values, by=by, act="随目标更新", reason="")


def _make(fresh: list[Question], by: Actor) -> None:
    """New questions at once, with their audit rows."""
    if not fresh:
        return
    Question.objects.bulk_create(fresh, batch_size=200)
    ledger = _ledger()
    told = (audit.difference({}, audit.shown(ledger, question)) for question in fresh)
    audit.record_all(
        audit.entry(by, "随目标列入", ledger, question, changes)
        for question, changes in zip(fresh, told, strict=True)
    )
    writing.follow(ledger, [question.pk for question in fresh], by)


def excuse_of(target: Target) -> str:
    """Why a target is reported by hand although a ledger holds it, "" where none does."""
    return "".join(Question.objects.filter(target=target).values_list("reason", flat=True))


def excuse(target: Target, reason: str, by: Actor) -> None:
    """Keep why a target is reported by hand although a ledger holds it; part of the transaction of that decision."""
    question = Question.objects.filter(target=target).first()
    if question is not None and question.reason != reason:
        writing.write(
            _ledger(), question, {"reason": reason[:400]}, by=by, act="台账已有仍要填报", reason=reason
        )


def _ledger() -> Ledger:
    return registry.ledger("plans.questions")
