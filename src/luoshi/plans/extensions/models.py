"""A request for more time."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.ledgers.models import ClockedRow
from luoshi.plans.tasks.models import IN_HAND, Task

ASKED, APPROVED, REFUSED = "asked", "approved", "refused"
STATES = ((ASKED, "待审批"), (APPROVED, "已同意"), (REFUSED, "未同意"))


class Extension(ClockedRow):
    """One request: until when, and why. ``before`` is the limit that stood when it was decided.

    ``applied`` says that the task has taken the new limit, which happens once.
    """

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    task = models.ForeignKey(Task, models.PROTECT, verbose_name="任务", related_name="extensions")
    asked_on = models.DateField("申请日期")
    until = models.DateField("申请延至")
    reason = models.CharField("延期理由", max_length=400)
    before = models.DateField("延期前期限", null=True, blank=True)
    answer = models.CharField("审批意见", max_length=400, blank=True)
    decided_on = models.DateField("审批日期", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=ASKED)
    applied = models.BooleanField(default=False, editable=False)

    looks_at: ClassVar[tuple[str, ...]] = ("task", "until", "state", "applied")

    class Meta:
        verbose_name = "延期申请"
        ordering = ("-asked_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("task",),
                condition=Q(state=ASKED),
                name="extension_one_asked",
                violation_error_message="这项任务已有一份延期申请在等审批，请等审批以后再申请。",
            ),
            models.CheckConstraint(
                condition=Q(asked_on__lte=F("until")),
                name="extension_until",
                violation_error_message="申请延至的日期不能早于申请日期，请核对两个日期。",
            ),
            models.CheckConstraint(
                condition=Q(state=ASKED) | Q(decided_on__isnull=False),
                name="extension_decided",
                violation_error_message="已审批的延期申请要有审批日期，请补填。",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def clean(self) -> None:
        if self.applied:
            self.refuse("state", "这份延期申请已经同意并生效，不能再改；确需再延的，请另行申请。")
        if self.state == ASKED and self._state.adding and self.task_id:
            self._refuse_untimely()

    def _refuse_untimely(self) -> None:
        if self.task.state not in IN_HAND:
            self.refuse("task", f"这项任务目前是“{self.task.get_state_display()}”，不能申请延期。")
        if self.task.limit_on is not None and self.until <= self.task.limit_on:
            self.refuse("until", f"申请延至的日期要晚于现在的办结期限 {self.task.limit_on}。")
