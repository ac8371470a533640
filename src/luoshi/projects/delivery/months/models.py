"""The investment planned and done for a project in one month."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from luoshi.directory.calendars.models import period_check
from luoshi.directory.calendars.monthly import MonthlyRow
from luoshi.ledgers.models import by_month
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.stages import not_negative
from luoshi.rules.months import show_month


class ProjectMonthQuerySet(models.QuerySet["ProjectMonth"]):
    """Months of projects in the words of those who ask for them."""

    def of_year(self, year: int) -> ProjectMonthQuerySet:
        """What was planned and done in a year."""
        return self.filter(period__gt=year * 100, period__lt=year * 100 + 100)


class ProjectMonth(MonthlyRow):
    """Amounts in fen, of the month itself; what is not reported yet is empty, not zero."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, verbose_name="项目", related_name="months")
    planned = models.BigIntegerField("计划投资", default=0)
    done = models.BigIntegerField("完成投资", null=True, blank=True)
    forecast = models.BigIntegerField("预计完成投资", null=True, blank=True)
    note = models.CharField("形象进度", max_length=400, blank=True)

    objects = ProjectMonthQuerySet.as_manager()

    class Meta:
        indexes = by_month("period", unit="")
        verbose_name = "项目月度进度"
        verbose_name_plural = "项目月度进度"
        ordering = ("-period", "project", "pk")
        constraints = (
            period_check("project_month_period"),
            models.UniqueConstraint(
                fields=("project", "period"),
                name="project_month_once",
                violation_error_message="这个项目本月的进度已经填过，请直接修改原有的行。",
            ),
            models.CheckConstraint(
                condition=Q(planned__gte=0),
                name="project_month_planned",
                violation_error_message="计划投资不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(done__isnull=True) | Q(done__gte=0),
                name="project_month_done",
                violation_error_message="完成投资不能为负，请核对。",
            ),
            not_negative("project_month", "forecast", "预计完成投资"),
        )

    def __str__(self) -> str:
        return f"{self.project} {show_month(self.period)}" if self.project_id else show_month(self.period)

    @property
    def called(self) -> str:
        """The month of the project as people call it."""
        return str(self)
