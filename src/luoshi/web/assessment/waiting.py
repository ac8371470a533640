"""What waits for a person of assessments: whom they are asked to rate."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone

from luoshi.directory import roles
from luoshi.oversight.assessment.ratings.models import AssessedRating
from luoshi.rules.dates import last_day
from luoshi.web.parts import Todo
from luoshi.web.request import Request

RATERS = frozenset((roles.LEADER, roles.DEPUTY, roles.HEAD))


def ratings(request: Request) -> Iterable[Todo]:
    """Panels on which the person sits and has not rated everybody; asked from the assessment's last month on."""
    if not RATERS & request.actor.roles:
        return
    for source, left in AssessedRating.objects.missing(request.actor.person, timezone.localdate()):
        found = source.assessment
        url = reverse("score_rate", args=[found.pk, source.pk])
        note = f"还有 {left} 个对象没有评"
        yield Todo(f"评“{found.name}”的{source.title}", url, "评分", last_day(found.end), note)
