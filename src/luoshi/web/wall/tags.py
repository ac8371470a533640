"""The light of a task on its card."""

from __future__ import annotations

from typing import Any

from django import template

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
