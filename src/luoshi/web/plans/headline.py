"""The head that all pages of one plan share: what it is, its editions, the ways to look at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from luoshi.plans.documents.models import Document
from luoshi.plans.review import queries
from luoshi.web.parts import Tab
from luoshi.web.plans.finding import Rights
from luoshi.web.request import Request


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a plan."""

    number: int
    url: str
    current: bool


def values(request: Request, document: Document, active: str) -> dict[str, Any]:
    """What ``plans/head.html`` shows."""
    found = editions(document)
    return {
        "document": document,
        "about": about(document),
        "tabs": tabs(document, active),
        "rights": Rights.of(request.actor, document),
        "editions": found,
        "latest": found[-1],
    }


def about(document: Document) -> str:
    """Year, number, issuer and edition in one grey line."""
    said = [f"{document.year}年", document.number, document.issuer]
    said += [f"第{document.edition}版"] if document.edition > 1 else []
    return " · ".join(part for part in said if part)


def tabs(document: Document, active: str) -> list[Tab]:
    """The ways to look at a plan; what an edition changed only where there is one before it."""
    found: list[tuple[str, str, int | None]] = [
        ("plan", "核对条目", None),
        ("plan_lists", "三张清单", None),
        ("plan_bindings", "计量方式", None),
    ]
    doubts = len(document.repairs) + len(document.problems)
    if doubts:
        found.append(("plan_reading", "识读说明", doubts))
    if document.previous_id is not None:
        found.append(("plan_changes", "与上一版对照", len(queries.gone(document)) or None))
    return [
        Tab(title, reverse(view, args=[document.pk]), view == active, count) for view, title, count in found
    ]


def editions(document: Document) -> list[Edition]:
    """All versions of a plan, the oldest first."""
    found = Document.objects.filter(year=document.year, previous__isnull=False)
    before = {key: previous for key, previous in found.values_list("pk", "previous_id") if previous}
    following = {previous: key for key, previous in before.items()}
    at = document.pk
    while at in before:
        at = before[at]
    keys = [at]
    while keys[-1] in following:
        keys.append(following[keys[-1]])
    return [
        Edition(n, reverse("plan", args=[key]), key == document.pk) for n, key in enumerate(keys, start=1)
    ]
