"""Where a row's page leads beside its ledger: a project's schedule, the project of a signing or of a pool, papers."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from luoshi.ledgers import access
from luoshi.ledgers.access import Act
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.projects.delivery.projects.ledger import PROJECTS

register = template.Library()
TASKS, PAPERS, FOLLOWUPS = "plans.tasks", "oversight.papers", "oversight.followups"
BECOME_PROJECTS = ("investment.signings", "delivery.pools")


@register.inclusion_tag("delivery/doors.html", takes_context=True)
def row_doors(context: dict[str, Any], ledger: Ledger, row: Row) -> dict[str, Any]:
    """{% row_doors ledger row %}: links for who may follow them."""
    doors = []
    if ledger.name == PROJECTS.name:
        doors.append(("倒排计划", reverse("project_schedule", args=[row.pk])))
    elif ledger.name == TASKS:
        doors.append(("督办文书", reverse("task_papers", args=[row.pk])))
    elif ledger.name == FOLLOWUPS:
        doors.append(("督办文书", reverse("followup_papers", args=[row.pk])))
    elif ledger.name == PAPERS:
        doors.append(("查看文书", reverse("paper", args=[row.pk])))
    elif ledger.name in BECOME_PROJECTS and access.may(context["request"].actor, Act.CREATE, PROJECTS):
        doors.append(("转为项目", reverse("project_from", args=[ledger.key, row.pk])))
    return {"doors": doors}


@register.inclusion_tag("delivery/doors.html")
def list_doors(ledger: Ledger) -> dict[str, Any]:
    """{% list_doors ledger %}: where a ledger's list leads beside its rows."""
    return {"doors": [("任务的灯", reverse("task_lights"))] if ledger.name == TASKS else []}
