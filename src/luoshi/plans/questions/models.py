"""A question: one field that a unit fills in by hand every month, because no ledger holds it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q

from luoshi.directory.calendars.models import period_check, validate_period
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row
from luoshi.plans.clauses import fields
from luoshi.plans.questions import holding
from luoshi.plans.targets.models import REPORTED, Target

TO_DATE, MONTH, STOCK = "to_date", "month", "stock"
KINDS = ((TO_DATE, "本年累计数"), (MONTH, "当月数"), (STOCK, "月末数"))
MAIN = "主要指标月报"


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions in the words of those who ask and answer them."""

    def asked_in(self, period: int) -> QuestionQuerySet:
        """What is asked for a month (yyyymm), in the order of the form."""
        still = Q(until__isnull=True) | Q(until__gte=period)
        found = self.filter(still, since__lte=period).select_related("unit", "target", "target__lead_unit")
        return found.order_by("unit__code", "template", "number", "pk")

    def unanswered(self, period: int) -> QuestionQuerySet:
        """What is asked for a month and has no value yet."""
        answered = self.model.objects.filter(reported__period=period)
        return self.asked_in(period).exclude(pk__in=answered.values("pk"))


class Question(Row):
    """A field with its unit of measure; ``target`` where the field is a target that its lead unit reports.

    Asked from the month ``since`` on, up to ``until``. ``reason`` says why it is asked although a ledger holds it.
    """

    number = models.CharField("编号", max_length=20, unique=True, blank=True)
    template = models.CharField("所属报表", max_length=60, default=MAIN, blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, verbose_name="填报单位", related_name="questions"
    )
    target = models.OneToOneField(
        Target, models.PROTECT, null=True, blank=True, verbose_name="目标", related_name="question"
    )
    name = models.CharField("填报项", max_length=310)
    measured_in = models.CharField("计量单位", max_length=40)
    kind = models.CharField("填法", max_length=10, choices=KINDS, default=TO_DATE)
    since = models.PositiveIntegerField("起始月份", validators=(validate_period,))
    until = models.PositiveIntegerField("截止月份", null=True, blank=True, validators=(validate_period,))
    reason = models.CharField("仍须填报的理由", max_length=400, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "填报项"
        ordering = ("number", "pk")
        constraints = (
            period_check("question_since", "since"),
            models.CheckConstraint(
                condition=Q(unit__isnull=False) | Q(target__isnull=False),
                name="question_asks_somebody",
                violation_error_message="请写明由哪个单位填报。",
            ),
            models.UniqueConstraint(
                fields=("template", "unit", "name"),
                condition=Q(target__isnull=True),
                name="question_once_a_template",
                violation_error_message="这张报表已经向该单位要这一项，请直接修改原有的行。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    @property
    def called(self) -> str:
        """The question as people call it."""
        return str(self)

    def asks_for(self, period: int) -> bool:
        """Whether it is asked for a month (yyyymm)."""
        return self.since <= period and (self.until is None or period <= self.until)

    @property
    def held(self) -> holding.Held | None:
        """What of the ledgers gives this figure already; None where none does, or where it is a target's."""
        if self.target_id:
            return None  # a target is held against the ledgers when a person decides how it is measured
        return holding.of_words(self.name, fields.amount_of(Decimal(1), self.measured_in)[1])

    def clean(self) -> None:
        if self.target_id:
            self._clean_target()
        elif not self.reason.strip() and self.name and (held := self.held) is not None:
            self.refuse("name", held.refusal)

    def _clean_target(self) -> None:
        target: Any = self.target
        if (
            self._state.adding and target.source != REPORTED
        ):  # one that is asked no more stays, with its values
            self.refuse("target", f"“{target}”不是按月填报的目标，不用列为填报项。")
        if target.lead_unit_id != self.unit_id:
            lead = target.lead_unit or "（未定）"
            self.refuse("unit", f"“{target}”由牵头单位{lead}填报。要换单位，请先改它的分工。")
