"""The formats of figures as filters: ``{{ fen|yi }}``, ``{{ ratio|percent }}``, ``{{ 202610|month }}``."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import timezone

from luoshi.web import formats

register = template.Library()

for name in ("number", "yi", "wan", "yuan", "percent", "signed", "points", "change", "month", "day", "size"):
    register.filter(name, getattr(formats, name))


@register.filter
def moment(value: datetime | None) -> str:
    """A moment in the zone's own time."""
    return formats.moment(
        timezone.localtime(value) if value is not None and timezone.is_aware(value) else value
    )
