"""Words of indicators and tasks, and the unit whose field they are; each zone keeps its own."""

from __future__ import annotations

from django.db import models

from luoshi.ledgers.models import Row


class Portfolio(Row):
    """A keyword and its unit: 到位资金 → 招商局. Of several that fit a clause the longest decides."""

    keyword = models.CharField("关键词", max_length=40, unique=True)
    unit = models.ForeignKey("directory.Unit", models.PROTECT, verbose_name="单位", related_name="+")

    class Meta:
        verbose_name = "分工词"
        ordering = ("keyword", "pk")

    def __str__(self) -> str:
        return self.keyword
