"""A reported value: what a unit says it has come to in a month, with its evidence."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from luoshi.directory.calendars.models import period_check
from luoshi.directory.calendars.monthly import MonthlyRow
from luoshi.ledgers.models import by_month
from luoshi.plans.filings.models import Filing
from luoshi.plans.questions.models import Question
from luoshi.plans.targets.models import ACTIVE, MEASURED, REPORTED, Target
from luoshi.rules.months import show_month

SCALE = 10_000


class ReportedQuerySet(models.QuerySet["Reported"]):
    def of(self, target: Target) -> ReportedQuerySet:
        """The values of a target, month by month."""
        return self.filter(question__target=target).select_related("filing").order_by("period", "pk")


class Reported(MonthlyRow):
    """The answer to a question for a month, in the question's unit, stored in ten-thousandths of it."""

    question = models.ForeignKey(Question, models.PROTECT, verbose_name="填报项", related_name="reported")
    value = models.BigIntegerField("填报值")
    evidence = models.CharField("佐证说明", max_length=400, blank=True)
    filing = models.ForeignKey(
        Filing,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        verbose_name="单位月报",
        related_name="values",
    )

    looks_at: ClassVar[tuple[str, ...]] = ("question", "period", "filing")
    objects = ReportedQuerySet.as_manager()

    class Meta:
        indexes = by_month("period", unit="")
        verbose_name = "填报数"
        ordering = ("-period", "question", "pk")
        constraints = (
            period_check("reported_period"),
            models.UniqueConstraint(
                fields=("question", "period"),
                name="reported_once",
                violation_error_message="这一项这个月已经填报，请直接修改原有的数。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.question.number} {show_month(self.period)}"

    @property
    def called(self) -> str:
        """The value as people call it."""
        return str(self)

    @property
    def target(self) -> Target | None:
        """The target that it tells how far it has come, where it is one."""
        return self.question.target

    def fixed(self) -> str:
        """What is handed up stands until it is given back."""
        return super().fixed() or self._handed_up()

    def _handed_up(self) -> str:
        if self.filing is not None and self.filing.handed_up:
            return self.filing.handed_up
        if not self.question_id or not self.question.unit_id:
            return ""
        found = Filing.objects.filter(unit=self.question.unit_id, period=self.period).first()
        return found.handed_up if found else ""

    def clean(self) -> None:
        if not self.question_id:
            return
        if self.question.target is not None:
            self._clean_target(self.question.target)
        elif self.period and not self.question.asks_for(self.period):
            self.refuse("period", f"“{self.question}”{show_month(self.period)}不用填，请核对月份。")
        super().clean()

    def _clean_target(self, target: Target) -> None:
        if sentence := why_not(target):
            self.refuse("question", sentence)
        first, last = target.year, max(target.year, target.end // 100)
        if self.period and not first <= self.period // 100 <= last:
            self.refuse("period", f"“{target}”是{first}年的目标，请填该年的月份。")


def why_not(target: Target) -> str:
    """Why no values are reported for a target, "" where they are."""
    if target.state != ACTIVE:
        return f"“{target}”已经撤销，不需要填报。"
    if target.source == MEASURED:
        return "该指标由台账计量，不需要填报。如数字不对，请核对台账里的行。"
    if target.source != REPORTED:
        return f"“{target}”的计量方式还没有确认，请督查员确认后再填报。"
    return ""
