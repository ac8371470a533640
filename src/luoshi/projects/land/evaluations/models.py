"""The evaluation of one enterprise in one year, with the figures and the version of the rule that it was made of."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import Exact

from luoshi.directory.calendars.models import period_check, validate_period
from luoshi.enterprises.register.models import Enterprise
from luoshi.ledgers.models import ClockedRow, by_month
from luoshi.projects.land.per_mu_figures.models import TABLES

DRAFT, PUBLISHED, REVIEWING, SETTLED = "draft", "published", "reviewing", "settled"
STATES = ((DRAFT, "待公示"), (PUBLISHED, "公示中"), (REVIEWING, "复核中"), (SETTLED, "已确定"))
GRADES = (("A", "A 类"), ("B", "B 类"), ("C", "C 类"), ("D", "D 类"), ("T", "T 类"))
DAYS = 7  # calendar days for objections; the rule "一周" of most notices


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    """Evaluations in the words of those who ask for them."""

    def of_year(self, year: int) -> EvaluationQuerySet:
        """A year's, table by table, by rank, those without a rank last."""
        found = self.filter(period=year * 100 + 12).select_related("enterprise__unit")
        return found.order_by("table", F("rank").asc(nulls_last=True), "number")

    def years(self) -> list[int]:
        """The years that were evaluated, the latest first."""
        periods = self.order_by("-period").values_list("period", flat=True).distinct()
        return [period // 100 for period in periods]


class Evaluation(ClockedRow):
    """One enterprise in one year; points in hundredths.

    ``inputs`` is what the rule was given, so that a row can be worked out again beside the others as they were.
    """

    number = models.CharField("编号", max_length=40, unique=True)
    period = models.PositiveIntegerField("评价年度", validators=(validate_period,))
    enterprise = models.ForeignKey(
        Enterprise, on_delete=models.PROTECT, verbose_name="企业", related_name="evaluations"
    )
    table = models.CharField("评价分组", max_length=20, choices=TABLES)
    points = models.BigIntegerField("得分", null=True, blank=True)
    grade = models.CharField("类别", max_length=1, choices=GRADES)
    rank = models.PositiveIntegerField("名次", null=True, blank=True)
    reason = models.CharField("得分说明", max_length=2000)
    items = models.JSONField("各项得分", default=list, blank=True)
    inputs = models.JSONField("所用数据", default=dict, blank=True)
    rule_code = models.CharField("规则代码", max_length=60)
    rule_name = models.CharField("规则", max_length=60)
    rule_version = models.CharField("规则版本", max_length=20)
    published_on = models.DateField("公示日期", null=True, blank=True)
    state = models.CharField("状态", max_length=20, choices=STATES, default=DRAFT)

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        indexes = by_month("published_on", unit="")
        verbose_name = "亩均评价"
        verbose_name_plural = "亩均评价"
        ordering = ("-period", "table", "rank", "number")
        constraints = (
            period_check("evaluation_period"),
            models.UniqueConstraint(
                fields=("period", "enterprise"),
                name="evaluation_once_a_year",
                violation_error_message="这家企业本年度已有评价，请在原有的行上复核。",
            ),
            models.CheckConstraint(
                condition=Q(grade="T", rank__isnull=True, points__isnull=True)
                | (~Q(grade="T") & Q(rank__isnull=False, points__isnull=False)),
                name="evaluation_ranked",
                violation_error_message="T 类不计分、不排名，其余各类要有得分和名次，请重新评价。",
            ),
            models.CheckConstraint(
                condition=Q(Exact(F("period") % 100, 12)),
                name="evaluation_december",
                violation_error_message="评价年度是当年的 12 月，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(state=DRAFT) | Q(published_on__isnull=False),
                name="evaluation_published_dated",
                violation_error_message="公示以后的评价要有公示日期，请补填。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.enterprise} {self.period // 100}年" if self.enterprise_id else self.number

    @property
    def called(self) -> str:
        """The evaluation as people call it."""
        return str(self)
