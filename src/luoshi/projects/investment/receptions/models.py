"""One visit of an investor to the zone."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.investment.leads.models import Lead


class Reception(Row):
    """Who came, whom they met, what came of it and what is next."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    visited_on = models.DateField("来访日期")
    investor = models.CharField("来访企业", max_length=120)
    lead = models.ForeignKey(
        Lead,
        on_delete=models.PROTECT,
        verbose_name="招商线索",
        null=True,
        blank=True,
        related_name="receptions",
    )
    visitors = models.CharField("来访人员", max_length=2000, blank=True)
    received_by = models.JSONField("接访人", default=list)
    leader = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="接访领导", null=True, blank=True, related_name="+"
    )
    place = models.CharField("考察地点", max_length=120, blank=True)
    outcome = models.CharField("洽谈情况", max_length=2000, blank=True)
    next_step = models.CharField("下步安排", max_length=200, blank=True)
    next_on = models.DateField("下步日期", null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    note = models.CharField("备注", max_length=400, blank=True)

    class Meta:
        indexes = by_month("visited_on")
        verbose_name = "客商接访"
        verbose_name_plural = "客商接访"
        ordering = ("-visited_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | Q(next_on__gte=F("visited_on")),
                name="reception_visited_next",
                violation_error_message="来访日期不能晚于下步日期，请核对两个日期。",
            ),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | ~Q(next_step=""),
                name="reception_next_step",
                violation_error_message="填了下步日期的要写下步安排，请补填。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.investor} {self.visited_on}"

    @property
    def called(self) -> str:
        """The visit as people call it."""
        return str(self)
