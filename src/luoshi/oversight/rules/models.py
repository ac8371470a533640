"""A version of a rule, as it was issued; never changed afterwards."""

from __future__ import annotations

import datetime

from django.db import models

from luoshi.ledgers.models import Row


class RuleKind(models.TextChoices):
    LIGHT = "light", "亮灯规则"
    TRAJECTORY = "trajectory", "时序规则"
    BOARD = "board", "红黑榜规则"


class RuleQuerySet(models.QuerySet["RuleVersion"]):
    """Rules by kind and day."""

    def in_force(self, kind: str, on: datetime.date) -> RuleVersion | None:
        """The version of a kind that holds on a day: the last one to have come into effect."""
        return self.filter(kind=kind, effective_from__lte=on).order_by("-effective_from", "-pk").first()


class RuleVersion(Row):
    """One issued version; ``data`` is what ``luoshi.rules`` reads."""

    kind = models.CharField("类别", max_length=20, choices=RuleKind.choices)
    code = models.CharField("代码", max_length=60)
    name = models.CharField("名称", max_length=60)
    number = models.CharField("版本", max_length=20)
    effective_from = models.DateField("生效日期")
    data = models.JSONField("规则内容")
    author = models.CharField("发布人", max_length=60)

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = "规则版本"
        ordering = ("kind", "-effective_from", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "number"),
                name="rule_version_once",
                violation_error_message="这类规则已有同号的版本，请换一个版本号。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} 第 {self.number} 版"
