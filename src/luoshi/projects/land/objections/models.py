"""An objection to the evaluation of one enterprise, and what was answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.ledgers.models import ClockedRow, by_month
from luoshi.projects.land.evaluations.models import DRAFT, Evaluation

WAITING, ACCEPTED, REJECTED = "waiting", "accepted", "rejected"
STATES = ((WAITING, "待答复"), (ACCEPTED, "已采纳"), (REJECTED, "未采纳"))


class Objection(ClockedRow):
    """One objection; ``opened`` says that it has opened its evaluation, which happens once."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    evaluation = models.ForeignKey(
        Evaluation, on_delete=models.PROTECT, verbose_name="评价", related_name="objections"
    )
    raised_on = models.DateField("提出日期")
    reason = models.CharField("异议内容", max_length=1000)
    answer = models.CharField("答复", max_length=1000, blank=True)
    decided_on = models.DateField("答复日期", null=True, blank=True)
    state = models.CharField("状态", max_length=20, choices=STATES, default=WAITING)
    opened = models.BooleanField(default=False, editable=False)

    looks_at: ClassVar[tuple[str, ...]] = ("evaluation",)

    class Meta:
        indexes = by_month("raised_on", unit="")
        verbose_name = "评价异议"
        verbose_name_plural = "评价异议"
        ordering = ("-raised_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state=WAITING) | (~Q(answer="") & Q(decided_on__isnull=False)),
                name="objection_answered",
                violation_error_message="已办理的异议要有答复和答复日期，请补填。",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(raised_on__lte=F("decided_on")),
                name="objection_raised_decided",
                violation_error_message="答复日期不能早于提出日期，请核对两个日期。",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def clean(self) -> None:
        """What is not published cannot be disputed."""
        if self._state.adding and self.evaluation_id and self.evaluation.state == DRAFT:
            self.refuse("evaluation", "这家企业的评价还没有公示，公示以后才能提出异议。")
