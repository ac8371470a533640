"""A post: a person, a unit, a role, from a day on and up to a day."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from luoshi.accounts.models import User
from luoshi.directory.roles import ROLES
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row

EVER_SINCE = datetime.date(1, 1, 1)


class PostQuerySet(models.QuerySet["Post"]):
    """Posts in the words of those who ask for them."""

    def in_force(self, on: datetime.date | None) -> PostQuerySet:
        """Posts held on a day; without a day, those that have no end."""
        if on is None:
            return self.filter(until__isnull=True)
        begun = Q(since__isnull=True) | Q(since__lte=on)
        return self.filter(begun, Q(until__isnull=True) | Q(until__gt=on))

    def overlapping(self, since: datetime.date | None, until: datetime.date | None) -> PostQuerySet:
        """Posts that are held on some day of a half-open span."""
        found = self.all()
        if until is not None:
            found = found.filter(Q(since__isnull=True) | Q(since__lt=until))
        if since is not None:
            found = found.filter(Q(until__isnull=True) | Q(until__gt=since))
        return found


class PostManager(models.Manager.from_queryset(PostQuerySet)):  # type: ignore[misc]
    """Posts come with the person who holds them."""

    def get_queryset(self) -> models.QuerySet[Post]:
        return super().get_queryset().select_related("user")  # type: ignore[no-any-return]


class Post(Row):
    """What one person does for one unit; held on ``since``, no longer held on ``until``."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, verbose_name="人员", related_name="posts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="单位", related_name="posts")
    role = models.CharField("角色", max_length=20, choices=ROLES)
    title = models.CharField("职务", max_length=60, blank=True)
    since = models.DateField("任职日期", null=True, blank=True)
    until = models.DateField("离任日期", null=True, blank=True)

    objects = PostManager()

    class Meta:
        verbose_name = "岗位"
        verbose_name_plural = "岗位"
        ordering = ("unit__code", "user__username", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lt=F("until")),
                name="post_since_before_until",
                violation_error_message="离任日期应晚于任职日期，请核对。",
            ),
            models.UniqueConstraint(
                "user",
                "unit",
                "role",
                Coalesce("since", Value(EVER_SINCE, output_field=models.DateField())),
                name="post_once",
                violation_error_message="这个人在该单位已有起始日期相同的同一岗位，请勿重复登记。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user.name}（{self.unit} {self.get_role_display()}）"

    @property
    def called(self) -> str:
        """The post as people call it."""
        return str(self)

    def clean(self) -> None:
        if not (self.user_id and self.unit_id):
            return
        same = Post.objects.filter(user=self.user_id, unit=self.unit_id, role=self.role).exclude(pk=self.pk)
        other = same.overlapping(self.since, self.until).first()
        if other is not None:
            self.refuse("since", f"与已登记的“{other}”任职时间重叠，请先填写前一岗位的离任日期。")
