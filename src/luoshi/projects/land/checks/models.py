"""A check of what was promised of standard land, one, three and five years after its supply."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q

from luoshi.ledgers.models import Row, by_month
from luoshi.projects.land.parcels import rounds
from luoshi.projects.land.parcels.models import Parcel
from luoshi.projects.stages import not_negative

ROUNDS = (("first", "满一年"), ("third", "满三年"), ("fifth", "满五年"))
PASSED, CORRECTING, FAILED = "passed", "correcting", "failed"
VERDICTS = ((PASSED, "达标"), (CORRECTING, "整改中"), (FAILED, "未达标"))


class StandardCheckQuerySet(models.QuerySet["StandardCheck"]):
    """Checks in the words of those who ask for them."""

    def overdue(self, on: datetime.date) -> StandardCheckQuerySet:
        """Due before a day and not made."""
        return self.filter(checked_on__isnull=True, due_on__lt=on).order_by("due_on", "pk")

    def uncorrected(self, on: datetime.date) -> StandardCheckQuerySet:
        """To be mended before a day and still not kept."""
        return self.filter(verdict=CORRECTING, correct_by__lt=on).order_by("correct_by", "pk")


class StandardCheck(Row):
    """One check of one parcel; money per mu in fen, energy in hundredths of a ton of coal."""

    parcel = models.ForeignKey(Parcel, on_delete=models.PROTECT, verbose_name="地块", related_name="checks")
    round = models.CharField("核查轮次", max_length=20, choices=ROUNDS)
    due_on = models.DateField("应核查日期", null=True, blank=True)
    checked_on = models.DateField("核查日期", null=True, blank=True)
    intensity = models.BigIntegerField("实际投资强度", null=True, blank=True)
    tax_per_mu = models.BigIntegerField("实际亩均税收", null=True, blank=True)
    energy = models.BigIntegerField("实际单位能耗", null=True, blank=True)
    plot_ratio = models.BigIntegerField("实际容积率", null=True, blank=True)
    told = models.CharField("承诺和实际", max_length=1000, blank=True, editable=False)
    verdict = models.CharField("核查结论", max_length=20, choices=VERDICTS, blank=True)
    correct_by = models.DateField("整改期限", null=True, blank=True)
    consequence = models.CharField("处理措施", max_length=400, blank=True)
    remark = models.CharField("核查说明", max_length=2000, blank=True)

    objects = StandardCheckQuerySet.as_manager()

    class Meta:
        indexes = by_month("due_on", "checked_on", unit="")
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
            models.CheckConstraint(
                condition=Q(correct_by__isnull=True)
                | Q(checked_on__isnull=False, checked_on__lte=models.F("correct_by")),
                name="standard_check_correct_by",
                violation_error_message="整改期限不能早于核查日期，请核对两个日期。",
            ),
            models.CheckConstraint(
                condition=~Q(verdict=CORRECTING) | Q(correct_by__isnull=False),
                name="standard_check_correcting",
                violation_error_message="整改中的要有整改期限，请补填。",
            ),
            models.CheckConstraint(
                condition=~Q(verdict=FAILED) | ~Q(consequence=""),
                name="standard_check_failed",
                violation_error_message="未达标的要写明处理措施，请补填。",
            ),
            not_negative("standard_check", "intensity", "实际投资强度"),
            not_negative("standard_check", "tax_per_mu", "实际亩均税收"),
            not_negative("standard_check", "energy", "实际单位能耗"),
            not_negative("standard_check", "plot_ratio", "实际容积率"),
        )

    def clean(self) -> None:
        """Only standard land is checked, on the day of the rule, and the verdict is what the conditions come to."""
        if not self.parcel_id:
            return
        if not self.parcel.standard:
            self.refuse("parcel", "这宗地不是标准地，不用核查；是的话先在“地块台账”里改正。")
        if misdated := rounds.misdated(self):
            self.refuse("due_on", misdated)
        judged = rounds.judged(self)
        missed = [each.reason for each in judged if not each.kept]
        if self.verdict == PASSED and missed:
            self.refuse("verdict", f"{'；'.join(missed)}，不能填“达标”。")
        if self.verdict in (CORRECTING, FAILED) and judged and not missed:
            self.refuse("verdict", "承诺的条件都已达到，应填“达标”。")

    def __str__(self) -> str:
        return f"{self.parcel} {self.get_round_display()}核查" if self.parcel_id else self.get_round_display()

    @property
    def called(self) -> str:
        """The check as people call it."""
        return str(self)
