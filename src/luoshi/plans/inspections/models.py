"""A check on the spot."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.ledgers.models import Row
from luoshi.plans.tasks.models import Task

ENTERED, CONCLUDED = "entered", "concluded"
STATES = ((ENTERED, "已登记"), (CONCLUDED, "已认定"))
CONFIRMS, CONTRADICTS = "confirms", "contradicts"
FINDINGS = ((CONFIRMS, "与反馈相符"), (CONTRADICTS, "与反馈不符"))


class Inspection(Row):
    """What a checker saw of one task; ``told`` is what the unit had said by then.

    ``acted`` says that the task has taken the consequence, which happens once.
    """

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    task = models.ForeignKey(Task, models.PROTECT, verbose_name="任务", related_name="inspections")
    checked_on = models.DateField("核查日期")
    checker = models.ForeignKey(User, models.PROTECT, verbose_name="核查人", related_name="+")
    place = models.CharField("核查地点", max_length=200, blank=True)
    seen = models.CharField("现场情况", max_length=1000, blank=True)
    told = models.CharField("单位反馈", max_length=400, blank=True)
    finding = models.CharField("核查认定", max_length=12, choices=FINDINGS, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=ENTERED)
    acted = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = "现场核查"
        ordering = ("-checked_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state=ENTERED) | ~Q(finding="") & ~Q(seen=""),
                name="inspection_concluded",
                violation_error_message="已认定的核查要有现场情况和核查认定，请补填。",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def clean(self) -> None:
        if self.acted:
            self.refuse("state", "这次核查已经认定，不能再改；有新的情况，请另登记一次核查。")
