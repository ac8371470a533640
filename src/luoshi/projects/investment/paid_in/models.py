"""Money that arrived for a signed project in one month."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from luoshi.directory.calendars.models import period_check
from luoshi.directory.calendars.monthly import MonthlyRow
from luoshi.ledgers.models import by_month
from luoshi.projects.investment.currencies import CURRENCIES, converted
from luoshi.projects.investment.signings.models import Signing
from luoshi.rules.months import show_month

KINDS = (("capital", "注册资本"), ("fixed", "固定资产"), ("equity", "股权"), ("loan", "借款"))


class PaidInQuerySet(models.QuerySet["PaidIn"]):
    """Payments in the words of those who ask for them."""

    def of_year(self, year: int) -> PaidInQuerySet:
        """What arrived in a year."""
        return self.filter(period__gt=year * 100, period__lt=year * 100 + 100)


class PaidIn(MonthlyRow):
    """Domestic money in fen, foreign money in US cents; the month's own amounts, never the sum of the year."""

    signing = models.ForeignKey(
        Signing, on_delete=models.PROTECT, verbose_name="签约项目", related_name="payments"
    )
    domestic = models.BigIntegerField("境内到位资金", default=0)
    foreign = models.BigIntegerField("境外到位资金", default=0)
    currency = models.CharField("到账币种", max_length=3, choices=CURRENCIES, blank=True)
    original = models.BigIntegerField("原币金额", null=True, blank=True)
    rate = models.BigIntegerField("折美元汇率", null=True, blank=True)
    usd_rate = models.BigIntegerField("美元汇率", null=True, blank=True)
    kind = models.CharField("资金用途", max_length=20, choices=KINDS, blank=True)
    evidence_note = models.CharField("到位凭证", max_length=200, blank=True)

    objects = PaidInQuerySet.as_manager()

    class Meta:
        indexes = by_month("period", unit="")
        verbose_name = "到位资金"
        verbose_name_plural = "到位资金"
        ordering = ("-period", "signing", "pk")
        constraints = (
            period_check("paid_in_period"),
            models.UniqueConstraint(
                fields=("signing", "period"),
                name="paid_in_once_a_month",
                violation_error_message="这个项目本月的到位资金已经填过，请直接修改原有的行。",
            ),
            converted("paid_in_rate", "original", "rate", "foreign", "境外到位资金"),
            models.CheckConstraint(
                condition=Q(domestic__gte=0),
                name="paid_in_domestic",
                violation_error_message="境内到位资金不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(foreign__gte=0),
                name="paid_in_foreign",
                violation_error_message="境外到位资金不能为负，请核对。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.signing} {show_month(self.period)}" if self.signing_id else show_month(self.period)

    @property
    def called(self) -> str:
        """The payment as people call it."""
        return str(self)
