"""Failed attempts to come in, counted by whom or from where; after a few in a row a pause."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar, Final

from django.db import models
from django.db.models import Case, F, Value, When

LIMIT: Final = 5
LOCKED_FOR: Final = timedelta(minutes=15)
FORGOTTEN_AFTER: Final = timedelta(days=1)


class AttemptQuerySet(models.QuerySet[Any]):
    """Speaks of a subject whether or not there is one of that name: the answer must not tell."""

    def locked_until(self, subject: str, now: datetime) -> datetime | None:
        """When it may be tried again, or None if it may be now."""
        found = self.filter(**self._of(subject), failures__gte=LIMIT, last_at__gt=now - LOCKED_FOR).first()
        return None if found is None else found.last_at + LOCKED_FOR

    def record(self, subject: str, now: datetime) -> None:
        """Count one failure; the count begins anew when the last one is long past."""
        self.filter(last_at__lte=now - FORGOTTEN_AFTER).delete()
        row, _ = self.get_or_create(**self._of(subject), defaults={"failures": 0, "last_at": now})
        stale = When(last_at__lte=now - LOCKED_FOR, then=Value(1))
        self.filter(pk=row.pk).update(failures=Case(stale, default=F("failures") + 1), last_at=now)

    def forget(self, subject: str) -> None:
        """Nothing is held against the subject any longer."""
        self.filter(**self._of(subject)).delete()

    def _of(self, subject: str) -> dict[str, str]:
        """Case and length make no second subject of one."""
        name = self.model.SUBJECT
        return {name: subject.strip().lower()[: self.model._meta.get_field(name).max_length]}


class Attempts(models.Model):
    """How often in a row something failed for the subject in the field that ``SUBJECT`` names."""

    SUBJECT: ClassVar[str]

    failures = models.PositiveIntegerField("连续失败次数")
    last_at = models.DateTimeField("最近一次", db_index=True)

    class Meta:
        abstract = True
