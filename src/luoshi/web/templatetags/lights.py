"""The light of a task on its card, and the way from its ledger to all of them."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from luoshi.ledgers.definition import Ledger
from luoshi.plans.tasks.models import Task
from luoshi.web.parts import lamp
from luoshi.web.wall import lights

register = template.Library()


@register.inclusion_tag("wall/task_light.html", takes_context=True)
def task_light(context: dict[str, Any], task: Task) -> dict[str, Any]:
    """{% task_light row %}: how it shines in the month chosen, why, and how it shone before."""
    (lit,) = lights.judged(context["request"], [task])
    months = [(month, month.reason) for month in lit.light.history] if lit.light else []
    return {
        "request": context["request"],
        "lamp": lamp(lit.colour, lit.word),
        "reason": lit.reason,
        "months": lights.history_table("task-months", months) if len(months) > 1 else None,
    }


@register.inclusion_tag("delivery/doors.html")
def list_doors(ledger: Ledger) -> dict[str, Any]:
    """{% list_doors ledger %}: where a ledger's list leads beside its rows."""
    return {"doors": [("任务的灯", reverse("task_lights"))] if ledger.name == lights.TASKS else []}
