"""A forecast as it was made after a month, with all that it was made from: asked again, it says the same."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.directory.calendars.models import period_check
from luoshi.ledgers.models import Row
from luoshi.plans.targets.models import Target
from luoshi.rules import forecast
from luoshi.rules.months import show_month

PACE, PIPELINE = "pace", "pipeline"
METHODS = ((PACE, "按各月进度推算"), (PIPELINE, "按在手项目推算"))
WHOLE = 10_000  # a chance is kept in hundredths of a per cent


class ForecastQuerySet(models.QuerySet["Forecast"]):
    def last_of(self, targets: Iterable[Target], period: int) -> dict[int, Forecast]:
        """The last forecast of each target up to a month, by the target's key; in one query."""
        found = self.filter(target__in=[t.pk for t in targets], period__lte=period)
        return {each.target_id: each for each in found.order_by("target", "period")}


class Forecast(Row):
    """One target after one month; figures are exact decimal text in the target's written unit.

    Of the drawn years one tenth ends below ``low`` and one tenth above ``high``; ``middle`` is their mean.
    """

    target = models.ForeignKey(Target, models.PROTECT, verbose_name="目标", related_name="forecasts")
    period = models.PositiveIntegerField("预测月份")
    low = models.CharField("低", max_length=40)
    middle = models.CharField("中", max_length=40)
    high = models.CharField("高", max_length=40)
    likely = models.PositiveIntegerField("完成可能")
    method = models.CharField("方法", max_length=10, choices=METHODS)
    made_from = models.CharField("依据", max_length=1000)
    given = models.JSONField("所用数据")
    runs = models.PositiveIntegerField("模拟次数")
    seed = models.BigIntegerField("随机种子")

    looks_at: ClassVar[tuple[str, ...]] = ("target",)
    objects = ForecastQuerySet.as_manager()

    class Meta:
        verbose_name = "年终预测"
        ordering = ("target", "period")
        constraints = (
            period_check("forecast_period"),
            models.UniqueConstraint(
                fields=("target", "period"),
                name="forecast_once",
                violation_error_message="这个目标这个月的预测刚刚已经算出，请刷新后查看。",
            ),
            models.CheckConstraint(
                condition=Q(likely__lte=WHOLE),
                name="forecast_chance",
                violation_error_message="完成可能应在零到百分之百之间。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.target.number} {show_month(self.period)}"

    @property
    def called(self) -> str:
        """The forecast as people call it."""
        return str(self)

    @property
    def chance(self) -> Decimal:
        """The share (0 to 1) of the drawn years in which the target is met."""
        return Decimal(self.likely) / WHOLE

    @property
    def figures(self) -> forecast.Forecast:
        """The forecast as the rules speak of it."""
        low, middle, high = Decimal(self.low), Decimal(self.middle), Decimal(self.high)
        return forecast.Forecast(middle, low, high, self.chance, self.runs, self.seed)

    def fixed(self) -> str:
        return "预测由系统算出并留作评分，不能改动或删除。"
