"""Failed attempts to sign in, kept so that a password cannot be guessed by trying."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar, Final

from django.db import models
from django.db.models import Case, F, Value, When

LIMIT: Final = 5
LOCKED_FOR: Final = timedelta(minutes=15)
FORGOTTEN_AFTER: Final = timedelta(days=1)
NAME_LENGTH: Final = 64


class SignInFailureQuerySet(models.QuerySet["SignInFailure"]):
    """Speaks of usernames whether or not anybody has them: the answer must not tell."""

    def locked_until(self, username: str, now: datetime) -> datetime | None:
        """When the name may be tried again, or None if it may be now."""
        found = self.filter(
            username=key_of(username), failures__gte=LIMIT, last_at__gt=now - LOCKED_FOR
        ).first()
        return None if found is None else found.last_at + LOCKED_FOR

    def record(self, username: str, now: datetime) -> None:
        """Count one failure; the count begins anew when the last one is long past."""
        self.filter(last_at__lte=now - FORGOTTEN_AFTER).delete()
        row, _ = self.get_or_create(username=key_of(username), defaults={"failures": 0, "last_at": now})
        stale = When(last_at__lte=now - LOCKED_FOR, then=Value(1))
        self.filter(pk=row.pk).update(failures=Case(stale, default=F("failures") + 1), last_at=now)

    def forget(self, username: str) -> None:
        """The person has signed in: nothing is held against the name any longer."""
        self.filter(username=key_of(username)).delete()


class SignInFailure(models.Model):
    """How often in a row a username was tried with a wrong password."""

    username = models.CharField("用户名", max_length=NAME_LENGTH, unique=True)
    failures = models.PositiveIntegerField("连续失败次数")
    last_at = models.DateTimeField("最近一次", db_index=True)

    objects: ClassVar[models.Manager[SignInFailure]] = SignInFailureQuerySet.as_manager()

    class Meta:
        verbose_name = "登录失败"
        verbose_name_plural = "登录失败"
        ordering = ("username",)

    def __str__(self) -> str:
        return f"{self.username}：{self.failures} 次"


def key_of(username: str) -> str:
    """The username as it is counted: case and length make no second name of it."""
    return username.strip().lower()[:NAME_LENGTH]
