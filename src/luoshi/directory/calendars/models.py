"""Calendar days as published, and months of the books that are open or closed."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import GreaterThan, LessThan

from luoshi.ledgers.models import Row
from luoshi.rules.errors import BadMonth
from luoshi.rules.months import check_month, format_month, show_month

OPEN, CLOSED = "open", "closed"
STATES = ((OPEN, "开账"), (CLOSED, "已关账"))


def validate_period(value: int) -> None:
    """Refuse an integer that is no month yyyymm."""
    try:
        check_month(value)
    except BadMonth as wrong:
        raise ValidationError(str(wrong)) from wrong


def period_check(name: str, field: str = "period") -> models.CheckConstraint:
    """The same promise kept by the database."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__gte": 200001, f"{field}__lte": 209912})
        & Q(GreaterThan(F(field) % 100, 0))
        & Q(LessThan(F(field) % 100, 13)),
        name=name,
        violation_error_message="月份应在2000年1月至2099年12月之间，请写成 2026-03 的样子。",
    )


class CalendarDayQuerySet(models.QuerySet["CalendarDay"]):
    """Days in the words of those who count them."""

    def between(self, start: datetime.date, end: datetime.date) -> CalendarDayQuerySet:
        """The days from ``start`` to ``end``, both included."""
        return self.filter(day__gte=start, day__lte=end)

    def years(self) -> frozenset[int]:
        """The years of which there is at least one day."""
        return frozenset(day.year for day in self.order_by().dates("day", "year"))


class CalendarDay(Row):
    """One day: worked or not, with the name of the holiday that it belongs to or makes up for."""

    day = models.DateField(
        "日期", unique=True, error_messages={"unique": "这一天已经登记，请直接修改原有的行。"}
    )
    working = models.BooleanField("工作日")
    name = models.CharField("说明", max_length=40, blank=True)

    objects = CalendarDayQuerySet.as_manager()

    class Meta:
        verbose_name = "日历日"
        verbose_name_plural = "日历日"
        ordering = ("day",)

    def __str__(self) -> str:
        return self.day.isoformat()


class MonthQuerySet(models.QuerySet["Month"]):
    """Months in the words of those who keep the books."""

    def open(self) -> MonthQuerySet:
        return self.filter(state=OPEN)

    def closed(self) -> MonthQuerySet:
        return self.filter(state=CLOSED)


class Month(Row):
    """A month of the books; figures of a closed month no longer change."""

    period = models.PositiveIntegerField(
        "月份",
        unique=True,
        validators=(validate_period,),
        error_messages={"unique": "这个月份已经登记。"},
    )
    state = models.CharField("状态", max_length=10, choices=STATES, default=OPEN)

    objects = MonthQuerySet.as_manager()

    class Meta:
        verbose_name = "月份"
        verbose_name_plural = "月份"
        ordering = ("-period",)
        constraints = (
            period_check("month_period"),
            models.CheckConstraint(
                condition=Q(state__in=(OPEN, CLOSED)),
                name="month_state",
                violation_error_message="月份只有开账和已关账两种状态。",
            ),
        )

    def __str__(self) -> str:
        return format_month(self.period)

    @property
    def called(self) -> str:
        """The month as lists write it."""
        return str(self)

    @property
    def also_called(self) -> tuple[str, ...]:
        """The month as sentences write it."""
        return (show_month(self.period),)
