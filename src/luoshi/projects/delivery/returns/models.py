"""What a project has brought in during one month."""

from __future__ import annotations

from django.db import models

from luoshi.directory.calendars.models import period_check
from luoshi.directory.calendars.monthly import MonthlyRow
from luoshi.ledgers.models import by_month
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.stages import not_negative
from luoshi.rules.months import show_month

FIGURES = (
    ("planned_sales", "计划开票销售"),
    ("sales", "开票销售"),
    ("planned_tax", "计划税收"),
    ("tax", "入库税收"),
    ("jobs", "用工人数"),
)


class Return(MonthlyRow):
    """Amounts in fen, of the month itself; what is not known yet is empty, not zero."""

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, verbose_name="项目", related_name="returns"
    )
    planned_sales = models.BigIntegerField("计划开票销售", default=0)
    sales = models.BigIntegerField("开票销售", null=True, blank=True)
    planned_tax = models.BigIntegerField("计划税收", default=0)
    tax = models.BigIntegerField("入库税收", null=True, blank=True)
    jobs = models.PositiveIntegerField("用工人数", null=True, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)

    class Meta:
        indexes = by_month("period", unit="")
        verbose_name = "项目达产效益"
        verbose_name_plural = "项目达产效益"
        ordering = ("-period", "project", "pk")
        constraints = (
            period_check("return_period"),
            models.UniqueConstraint(
                fields=("project", "period"),
                name="return_once",
                violation_error_message="这个项目本月的效益已经填过，请直接修改原有的行。",
            ),
            *(not_negative("return", name, title) for name, title in FIGURES[:4]),
        )

    def __str__(self) -> str:
        return f"{self.project} {show_month(self.period)}" if self.project_id else show_month(self.period)

    @property
    def called(self) -> str:
        """The month of the project as people call it."""
        return str(self)
