"""The figures of one enterprise in one year: land, tax, sales, energy and what else its benefit per mu is made of."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import Exact

from luoshi.directory.calendars.models import period_check, validate_period
from luoshi.enterprises.register.models import Enterprise
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.stages import not_negative

TABLES = (
    ("above_scale", "规上工业"),
    ("below_large", "规下三亩以上"),
    ("below_small", "规下三亩以下"),
    ("tenants", "租用厂房"),
)
FIGURES = (
    ("area", "用地面积"),
    ("tax", "实缴税收"),
    ("sales", "销售收入"),
    ("energy", "综合能耗"),
    ("cod", "化学需氧量排放"),
    ("water", "用水量"),
    ("power", "用电量"),
    ("research", "研发费用"),
)


class PerMuFigureQuerySet(models.QuerySet["PerMuFigure"]):
    """Figures in the words of those who ask for them."""

    def of_year(self, year: int) -> PerMuFigureQuerySet:
        """The figures of a year."""
        return self.filter(period__gt=year * 100, period__lt=year * 100 + 100)

    def rated(self) -> PerMuFigureQuerySet:
        """Those that are to be evaluated."""
        return self.filter(suited=True)


class PerMuFigure(Row):
    """Money in fen, area in hundredths of a mu, energy and emissions in hundredths of a ton; empty is not nought."""

    period = models.PositiveIntegerField("评价年度", validators=(validate_period,))
    enterprise = models.ForeignKey(
        Enterprise, on_delete=models.PROTECT, verbose_name="企业", related_name="per_mu_figures"
    )
    table = models.CharField("评价分组", max_length=20, choices=TABLES)
    area = models.BigIntegerField("用地面积")
    tax = models.BigIntegerField("实缴税收")
    sales = models.BigIntegerField("销售收入")
    value_added = models.BigIntegerField("工业增加值", null=True, blank=True)
    energy = models.BigIntegerField("综合能耗", null=True, blank=True)
    cod = models.BigIntegerField("化学需氧量排放", null=True, blank=True)
    water = models.BigIntegerField("用水量", null=True, blank=True)
    power = models.BigIntegerField("用电量", null=True, blank=True)
    labour = models.PositiveIntegerField("平均用工人数", null=True, blank=True)
    research = models.BigIntegerField("研发费用", null=True, blank=True)
    suited = models.BooleanField("参与评价", default=True)
    unsuited_reason = models.CharField("不参与的原因", max_length=200, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)

    objects = PerMuFigureQuerySet.as_manager()

    class Meta:
        indexes = by_month("period", unit="")
        verbose_name = "亩均基础数据"
        verbose_name_plural = "亩均基础数据"
        ordering = ("-period", "enterprise", "pk")
        constraints = (
            period_check("per_mu_figure_period"),
            models.UniqueConstraint(
                fields=("period", "enterprise"),
                name="per_mu_figure_once_a_year",
                violation_error_message="这家企业本年度的数据已经填过，请直接修改原有的行。",
            ),
            models.CheckConstraint(
                condition=Q(Exact(F("period") % 100, 12)),
                name="per_mu_figure_december",
                violation_error_message="评价年度填当年的 12 月，例如 2025-12，请核对。",
            ),
            *(not_negative("per_mu_figure", name, title) for name, title in FIGURES),
            models.CheckConstraint(
                condition=Q(suited=True, unsuited_reason="") | (Q(suited=False) & ~Q(unsuited_reason="")),
                name="per_mu_figure_unsuited",
                violation_error_message="不参与评价的要写明原因，参与的不写，请核对。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.enterprise} {self.period // 100}年" if self.enterprise_id else ""

    @property
    def called(self) -> str:
        """The figures as people call them."""
        return str(self)
