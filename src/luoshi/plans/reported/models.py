"""A reported value: what a unit says a target has reached by a month, with its evidence."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from luoshi.directory.calendars.models import period_check
from luoshi.directory.calendars.monthly import MonthlyRow
from luoshi.plans.targets.models import ACTIVE, MEASURED, REPORTED, Target
from luoshi.rules.months import show_month

SCALE = 10_000


class ReportedQuerySet(models.QuerySet["Reported"]):
    def of(self, target: Target) -> ReportedQuerySet:
        """The values of a target, month by month."""
        return self.filter(target=target).order_by("period", "pk")


class Reported(MonthlyRow):
    """A cumulative value in the target's written unit, stored in ten-thousandths of it."""

    target = models.ForeignKey(Target, models.PROTECT, verbose_name="目标", related_name="reported")
    value = models.BigIntegerField("累计完成")
    evidence = models.CharField("佐证说明", max_length=400, blank=True)

    looks_at: ClassVar[tuple[str, ...]] = ("target", "period")
    objects = ReportedQuerySet.as_manager()

    class Meta:
        verbose_name = "填报数"
        ordering = ("-period", "target", "pk")
        constraints = (
            period_check("reported_period"),
            models.UniqueConstraint(
                fields=("target", "period"),
                name="reported_once",
                violation_error_message="这个目标这个月已经填报，请直接修改原有的数。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.target.number} {show_month(self.period)}"

    @property
    def called(self) -> str:
        """The value as people call it."""
        return str(self)

    def clean(self) -> None:
        if not self.target_id:
            return
        if self.target.state != ACTIVE:
            self.refuse("target", f"“{self.target}”已经撤销，不需要填报。")
        if self.target.source == MEASURED:
            self.refuse("target", "该指标由台账计量，不需要填报。如数字不对，请核对台账里的行。")
        if self.target.source != REPORTED:
            self.refuse("target", f"“{self.target}”的计量方式还没有确认，请督查员确认后再填报。")
        first, last = self.target.year, max(self.target.year, self.target.end // 100)
        if self.period and not first <= self.period // 100 <= last:
            self.refuse("period", f"“{self.target}”是{first}年的目标，请填该年的月份。")
        super().clean()
