"""A filing: all that one unit fills in by hand for one month, on its way to whoever asked for it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import Q

from luoshi.directory.calendars.models import period_check
from luoshi.directory.calendars.monthly import MonthlyRow
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import by_month
from luoshi.rules.months import show_month

OPEN, RETURNED, SUBMITTED, SIGNED, LOCKED = "open", "returned", "submitted", "signed", "locked"
STATES = (
    (OPEN, "填报中"), (RETURNED, "已退回"), (SUBMITTED, "待签发"), (SIGNED, "已签发"), (LOCKED, "已锁定")
)  # fmt: skip
FILLED_IN = (OPEN, RETURNED)
HANDED_UP = (SUBMITTED, SIGNED, LOCKED)
OFFICIAL = (SIGNED, LOCKED)


class FilingQuerySet(models.QuerySet["Filing"]):
    """Filings in the words of those who wait for them."""

    def in_month(self, period: int) -> FilingQuerySet:
        """Those of a month, unit by unit."""
        return self.filter(period=period).select_related("unit").order_by("unit__code", "pk")

    def of_units(self, units: Iterable[int]) -> FilingQuerySet:
        """Those of some units."""
        return self.filter(unit__in=list(units))


class Filing(MonthlyRow):
    """A unit's month. ``in_time`` says whether it was signed by the day on which it was due.

    ``returned`` counts how often it was given back; what was in time before it was locked stays so.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="填报单位", related_name="filings")
    due_on = models.DateField("截止日期", null=True, blank=True)
    submitted_on = models.DateField("上报日期", null=True, blank=True)
    signed_on = models.DateField("签发日期", null=True, blank=True)
    in_time = models.BooleanField("按时", null=True, blank=True)
    returned = models.PositiveSmallIntegerField("退回次数", default=0)
    state = models.CharField("状态", max_length=10, choices=STATES, default=OPEN)

    objects = FilingQuerySet.as_manager()

    class Meta:
        indexes = by_month("period")
        verbose_name = "单位月报"
        verbose_name_plural = "单位月报"
        ordering = ("-period", "unit__code", "pk")
        constraints = (
            period_check("filing_period"),
            models.UniqueConstraint(
                fields=("unit", "period"),
                name="filing_once",
                violation_error_message="这个单位这个月的月报已经有了，请刷新页面。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=OFFICIAL) | Q(signed_on__isnull=False, submitted_on__isnull=False),
                name="filing_signed",
                violation_error_message="签发的月报要有上报日期和签发日期。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit} {show_month(self.period)}" if self.unit_id else show_month(self.period)

    @property
    def called(self) -> str:
        """The filing as people call it."""
        return str(self)

    @property
    def handed_up(self) -> str:
        """Why its values stand as they are, as a sentence; "" as long as they are filled in."""
        if self.state in FILLED_IN:
            return ""
        return (
            f"{self}的月报{self.get_state_display()}，数不能再改。确需更正的，请由"
            f"{'督查员' if self.state == LOCKED else '单位负责人或督查员'}写明理由退回，再重新上报。"
        )
