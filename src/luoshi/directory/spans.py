"""What is held from a day on and up to a day, both of which may be open: posts, charges."""

from __future__ import annotations

import datetime
from typing import Self, TypeVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, Value
from django.db.models.functions import Coalesce

EVER_SINCE = datetime.date(1, 1, 1)
Held = TypeVar("Held", bound=models.Model)


class SpanQuerySet(models.QuerySet[Held]):
    """Rows with ``since`` and ``until``; held on ``since``, no longer held on ``until``."""

    def in_force(self, on: datetime.date | None) -> Self:
        """What is held on a day; without a day, what has no end."""
        if on is None:
            return self.filter(until__isnull=True)
        begun = Q(since__isnull=True) | Q(since__lte=on)
        return self.filter(begun, Q(until__isnull=True) | Q(until__gt=on))

    def overlapping(self, since: datetime.date | None, until: datetime.date | None) -> Self:
        """What is held on some day of a half-open span."""
        found = self.all()
        if until is not None:
            found = found.filter(Q(since__isnull=True) | Q(since__lt=until))
        if since is not None:
            found = found.filter(Q(until__isnull=True) | Q(until__gt=since))
        return found


def order_check(name: str, sentence: str) -> CheckConstraint:
    """The first day lies before the day on which it ends."""
    return CheckConstraint(
        condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lt=F("until")),
        name=name,
        violation_error_message=sentence,
    )


def begun() -> Coalesce:
    """The first day, or the beginning of time: so that a unique constraint sees two open ones as the same."""
    return Coalesce("since", Value(EVER_SINCE, output_field=models.DateField()))
