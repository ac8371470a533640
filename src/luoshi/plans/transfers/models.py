"""A request that another unit take a task over."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import ClockedRow
from luoshi.plans.tasks.models import IN_HAND, Task

ASKED, ACCEPTED, REFUSED = "asked", "accepted", "refused"
STATES = ((ASKED, "待接收"), (ACCEPTED, "已接收"), (REFUSED, "未接收"))


class Transfer(ClockedRow):
    """One request; ``giver`` is the unit that led until it was decided, ``person`` who answers for the task then.

    ``applied`` says that the task has gone over, which happens once.
    """

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    task = models.ForeignKey(Task, models.PROTECT, verbose_name="任务", related_name="transfers")
    taker = models.ForeignKey(Unit, models.PROTECT, verbose_name="接收单位", related_name="+")
    asked_on = models.DateField("申请日期")
    reason = models.CharField("转办理由", max_length=400)
    giver = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, verbose_name="移交单位", related_name="+"
    )
    person = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name="接收后责任人", related_name="+"
    )
    answer = models.CharField("接收意见", max_length=400, blank=True)
    decided_on = models.DateField("接收日期", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=ASKED)
    applied = models.BooleanField(default=False, editable=False)

    looks_at: ClassVar[tuple[str, ...]] = ("task", "taker", "state", "applied")

    class Meta:
        verbose_name = "转办移交"
        ordering = ("-asked_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("task",),
                condition=Q(state=ASKED),
                name="transfer_one_asked",
                violation_error_message="这项任务已有一份转办申请在等接收，请等对方答复以后再申请。",
            ),
            models.CheckConstraint(
                condition=Q(state=ASKED) | Q(decided_on__isnull=False),
                name="transfer_decided",
                violation_error_message="已答复的转办申请要有接收日期，请补填。",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def clean(self) -> None:
        if self.applied:
            self.refuse("state", "这份转办申请已经接收并生效，不能再改；确需再转的，请另行申请。")
        if self.state != ASKED or not self._state.adding or not self.task_id:
            return
        if self.task.state not in IN_HAND:
            self.refuse("task", f"这项任务目前是“{self.task.get_state_display()}”，不能转办。")
        if self.taker_id and self.taker_id == self.task.lead_unit_id:
            self.refuse("taker", "这项任务本来就由这个单位牵头，不用转办。")
