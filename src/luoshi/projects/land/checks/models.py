"""A check of what was promised of standard land, one, three and five years after its supply."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q

from luoshi.ledgers.models import Row
from luoshi.projects.land.parcels.models import Parcel

ROUNDS = (("first", "满一年"), ("third", "满三年"), ("fifth", "满五年"))
PASSED = "passed"
VERDICTS = ((PASSED, "达标"), ("correcting", "整改中"), ("failed", "未达标"))


class StandardCheckQuerySet(models.QuerySet["StandardCheck"]):
    """Checks in the words of those who ask for them."""

    def overdue(self, on: datetime.date) -> StandardCheckQuerySet:
        """Due before a day and not made."""
        return self.filter(checked_on__isnull=True, due_on__lt=on).order_by("due_on", "pk")


def not_negative(name: str, title: str) -> models.CheckConstraint:
    """A figure that may be unknown and is not below nought."""
    return models.CheckConstraint(
        condition=Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 0}),
        name=f"standard_check_{name}",
        violation_error_message=f"{title}不能为负，请核对。",
    )


class StandardCheck(Row):
    """One check of one parcel; money per mu in fen, energy in hundredths of a ton of coal."""

    parcel = models.ForeignKey(Parcel, on_delete=models.PROTECT, verbose_name="地块", related_name="checks")
    round = models.CharField("核查轮次", max_length=20, choices=ROUNDS)
    due_on = models.DateField("应核查日期")
    checked_on = models.DateField("核查日期", null=True, blank=True)
    intensity = models.BigIntegerField("实际投资强度", null=True, blank=True)
    tax_per_mu = models.BigIntegerField("实际亩均税收", null=True, blank=True)
    energy = models.BigIntegerField("实际单位能耗", null=True, blank=True)
    verdict = models.CharField("核查结论", max_length=20, choices=VERDICTS, blank=True)
    remark = models.CharField("核查说明", max_length=2000, blank=True)

    objects = StandardCheckQuerySet.as_manager()

    class Meta:
        verbose_name = "标准地核查"
        verbose_name_plural = "标准地核查"
        ordering = ("due_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("parcel", "round"),
                name="standard_check_once",
                violation_error_message="这宗地本轮的核查已经登记，请直接修改原有的行。",
            ),
            models.CheckConstraint(
                condition=Q(checked_on__isnull=True, verdict="")
                | (Q(checked_on__isnull=False) & ~Q(verdict="")),
                name="standard_check_concluded",
                violation_error_message="核查日期和核查结论要么都填，要么都不填，请核对。",
            ),
            not_negative("intensity", "实际投资强度"),
            not_negative("tax_per_mu", "实际亩均税收"),
            not_negative("energy", "实际单位能耗"),
        )

    def __str__(self) -> str:
        return f"{self.parcel} {self.get_round_display()}核查" if self.parcel_id else self.get_round_display()

    @property
    def called(self) -> str:
        """The check as people call it."""
        return str(self)
