"""What was agreed, cleared, paid and resettled of a relocation in one month."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from luoshi.directory.calendars.models import period_check
from luoshi.directory.calendars.monthly import MonthlyRow
from luoshi.ledgers.models import by_month
from luoshi.projects.land.relocations.models import Relocation
from luoshi.rules.months import show_month


class RelocationMonth(MonthlyRow):
    """The month's own figures: area in hundredths of a square metre, money in fen."""

    relocation = models.ForeignKey(
        Relocation, on_delete=models.PROTECT, verbose_name="征迁片区", related_name="months"
    )
    agreed = models.PositiveIntegerField("签约户数", default=0)
    cleared_area = models.BigIntegerField("拆除面积", default=0)
    paid = models.BigIntegerField("支付补偿", default=0)
    resettled = models.PositiveIntegerField("安置户数", default=0)
    note = models.CharField("备注", max_length=400, blank=True)

    class Meta:
        indexes = by_month("period", unit="")
        verbose_name = "征迁月度进度"
        verbose_name_plural = "征迁月度进度"
        ordering = ("-period", "relocation", "pk")
        constraints = (
            period_check("relocation_month_period"),
            models.UniqueConstraint(
                fields=("relocation", "period"),
                name="relocation_month_once",
                violation_error_message="这个征迁片区本月的进度已经填过，请直接修改原有的行。",
            ),
            models.CheckConstraint(
                condition=Q(cleared_area__gte=0),
                name="relocation_month_cleared_area",
                violation_error_message="拆除面积不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(paid__gte=0),
                name="relocation_month_paid",
                violation_error_message="支付补偿不能为负，请核对。",
            ),
        )

    def __str__(self) -> str:
        return (
            f"{self.relocation} {show_month(self.period)}" if self.relocation_id else show_month(self.period)
        )

    @property
    def called(self) -> str:
        """The month of the relocation as people call it."""
        return str(self)
