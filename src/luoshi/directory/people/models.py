"""A post: a person, a unit, a role, from a day on and up to a day."""

from __future__ import annotations

from django.db import models

from luoshi.accounts.models import User
from luoshi.directory import spans
from luoshi.directory.roles import ROLES
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row


class PostQuerySet(spans.SpanQuerySet["Post"]):
    """Posts in the words of those who ask for them."""


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
            spans.order_check("post_since_before_until", "离任日期应晚于任职日期，请核对。"),
            models.UniqueConstraint(
                "user",
                "unit",
                "role",
                spans.begun(),
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
