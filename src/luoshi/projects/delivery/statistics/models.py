"""The statistical report of a project for one month."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.directory.calendars.models import period_check
from luoshi.directory.calendars.monthly import MonthlyRow
from luoshi.ledgers.models import by_month
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.stages import Stage, StateField, date_checks, not_negative
from luoshi.rules.months import show_month
from luoshi.rules.statistics import Report

DRAFT, SUBMITTED = "draft", "submitted"
STAGES = (Stage(DRAFT, "待上报", "", ""), Stage(SUBMITTED, "已上报", "reported_on", "上报日期"))
STATES = tuple((stage.state, stage.title) for stage in STAGES)
FIGURES = (
    ("month", "本月完成"),
    ("to_date", "本年累计"),
    ("building", "建筑工程"),
    ("installation", "安装工程"),
    ("equipment", "设备购置"),
    ("other", "其他费用"),
)


class StatisticQuerySet(models.QuerySet["Statistic"]):
    """Reports in the words of those who check them."""

    def of_project(self, project: int | None) -> StatisticQuerySet:
        """All reports of a project in the order of their months."""
        return self.filter(project=project).order_by("period", "pk")


class Statistic(MonthlyRow):
    """One report; amounts in fen, the four parts since January as the year to date."""

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, verbose_name="项目", related_name="statistics"
    )
    month = models.BigIntegerField("本月完成")
    to_date = models.BigIntegerField("本年累计")
    building = models.BigIntegerField("建筑工程", default=0)
    installation = models.BigIntegerField("安装工程", default=0)
    equipment = models.BigIntegerField("设备购置", default=0)
    other = models.BigIntegerField("其他费用", default=0)
    reported_on = models.DateField("上报日期", null=True, blank=True)
    in_time = models.BooleanField("按时上报", null=True, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=DRAFT)

    stages: ClassVar[tuple[Stage, ...]] = STAGES
    objects = StatisticQuerySet.as_manager()

    class Meta:
        indexes = by_month("period", unit="")
        verbose_name = "项目统计报表"
        verbose_name_plural = "项目统计报表"
        ordering = ("-period", "project", "pk")
        constraints = (
            period_check("statistic_period"),
            models.UniqueConstraint(
                fields=("project", "period"),
                name="statistic_once",
                violation_error_message="这个项目本月的统计报表已经填过，请直接修改原有的行。",
            ),
            models.CheckConstraint(
                condition=Q(in_time__isnull=True) | Q(reported_on__isnull=False),
                name="statistic_in_time",
                violation_error_message="没有上报日期的报表谈不上是否按时，请补填上报日期。",
            ),
            *(not_negative("statistic", name, title) for name, title in FIGURES),
            *date_checks("statistic", STAGES[1:], "报表"),
        )

    def __str__(self) -> str:
        return f"{self.project} {show_month(self.period)}" if self.project_id else show_month(self.period)

    @property
    def called(self) -> str:
        """The report as people call it."""
        return str(self)

    @property
    def report(self) -> Report:
        """What the rule of entry checks."""
        figures = {name: getattr(self, name) for name, _ in FIGURES}
        return Report(period=self.period, **figures)
