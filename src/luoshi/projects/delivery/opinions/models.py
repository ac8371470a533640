"""What those who answer for a project and those who check it think of it in one month."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from luoshi.directory.calendars.models import period_check
from luoshi.directory.calendars.monthly import MonthlyRow
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules.confidence import STEPS, WORDS
from luoshi.rules.months import show_month

CONFIDENCE = tuple((step, WORDS[step]) for step in STEPS)


class OpinionQuerySet(models.QuerySet["Opinion"]):
    """Opinions by month."""

    def of_month(self, period: int) -> OpinionQuerySet:
        """Those of one month."""
        return self.filter(period=period)


class Opinion(MonthlyRow):
    """The owner's word and the checker's step, each with its reason; the light beside them is computed."""

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, verbose_name="项目", related_name="opinions"
    )
    owner = models.CharField("责任单位信心", max_length=20, choices=CONFIDENCE, blank=True)
    owner_why = models.CharField("责任单位说明", max_length=400, blank=True)
    checker = models.CharField("核查信心", max_length=20, choices=CONFIDENCE, blank=True)
    checked_on = models.DateField("核查日期", null=True, blank=True)
    checker_why = models.CharField("核查意见", max_length=400, blank=True)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = "项目交付信心"
        verbose_name_plural = "项目交付信心"
        ordering = ("-period", "project", "pk")
        constraints = (
            period_check("opinion_period"),
            models.UniqueConstraint(
                fields=("project", "period"),
                name="opinion_once",
                violation_error_message="这个项目本月的交付信心已经填过，请直接修改原有的行。",
            ),
            models.CheckConstraint(
                condition=Q(checker="") | Q(checked_on__isnull=False),
                name="opinion_checked",
                violation_error_message="有核查信心的要有核查日期，请补填。",
            ),
            models.CheckConstraint(
                condition=~Q(checker__in=("very_low", "low")) | ~Q(checker_why=""),
                name="opinion_low_why",
                violation_error_message="核查信心较低、很低的要写明核查意见，请补填。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.project} {show_month(self.period)}" if self.project_id else show_month(self.period)

    @property
    def called(self) -> str:
        """The month of the project as people call it."""
        return str(self)
