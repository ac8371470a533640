"""Promised actions: tasks, nodes of named projects, and working rules with their rhythm; and what meetings decided."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.ledgers.models import ClockedRow
from luoshi.plans.clauses import words
from luoshi.plans.clauses.models import REJECTED, Clause
from luoshi.plans.clauses.promised import Promised
from luoshi.plans.documents.models import light

TASK, NODE, MECHANISM = "task", "node", "mechanism"
KINDS = ((TASK, "任务"), (NODE, "项目节点"), (MECHANISM, "工作机制"))
PLAN, MEETING, INSTRUCTION, HIGHER, OTHER = "plan", "meeting", "instruction", "higher", "other"
ORIGINS = (
    (PLAN, "工作计划"), (MEETING, "会议决定"), (INSTRUCTION, "领导批示"), (HIGHER, "上级交办"), (OTHER, "其他"),
)  # fmt: skip
PROMISED, ASSIGNED, SIGNED_FOR = "promised", "assigned", "signed_for"
ANSWERED, RETURNED, STRUCK_OFF = "answered", "returned", "struck_off"
DONE, WITHDRAWN = "done", "withdrawn"
STATES = (
    (PROMISED, "未交办"), (ASSIGNED, "待签收"), (SIGNED_FOR, "办理中"), (ANSWERED, "待复核"), (RETURNED, "退回重办"),
    (STRUCK_OFF, "已销号"), (DONE, "已完成"), (WITHDRAWN, "已撤销"),
)  # fmt: skip
HANDED_OUT = (ASSIGNED, SIGNED_FOR, ANSWERED, RETURNED)  # and neither struck off nor withdrawn
IN_HAND = (ASSIGNED, SIGNED_FOR, RETURNED)  # the unit has something to do with it
KEPT = (STRUCK_OFF, DONE)
STAGES = tuple(words.STAGES.items())


def this_year() -> int:
    """The year of a task that is entered today."""
    return timezone.localdate().year


class TaskQuerySet(models.QuerySet["Task"]):
    def active(self) -> TaskQuerySet:
        """Tasks that stand, by due month and number."""
        return (
            self.exclude(state=WITHDRAWN)
            .select_related("clause", "lead_unit")
            .prefetch_related(light("clause__document"))
            .order_by("due", "number", "pk")
        )

    def overdue(self, period: int) -> TaskQuerySet:
        """Tasks that nobody handed out and nobody did, whose due month lies before ``period`` (yyyymm)."""
        return self.active().filter(state=PROMISED, due__lt=period)

    def exceeded(self, on: datetime.date) -> TaskQuerySet:
        """Tasks handed out whose limit lies before a day and that wait for their unit, the oldest limit first."""
        return self.active().filter(state__in=IN_HAND, limit_on__lt=on).order_by("limit_on", "number", "pk")


class Task(Promised, ClockedRow):
    """An action promised without a number; a node names its project and stage, a mechanism its cadence.

    It was promised in a ``clause``, or comes from elsewhere and says in ``source`` from where. What a plan promises and
    nobody has handed out (``promised``) asks nobody to sign for anything: its unit may report it done, it is late once
    its month is over, and nobody is reminded. From the day on which it is handed out it has one unit that leads, one
    ``person`` who answers for it and a limit; ``first_limit_on`` stays what it was when extensions move ``limit_on``.
    """

    number = models.CharField(
        "编号",
        max_length=12,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    year = models.PositiveSmallIntegerField("年度", default=this_year)
    clause = models.OneToOneField(
        "plans.Clause", models.PROTECT, null=True, blank=True, verbose_name="条目", related_name="task"
    )
    origin = models.CharField("来源", max_length=12, choices=ORIGINS, default=PLAN)
    source = models.CharField("来源说明", max_length=200, blank=True)
    kind = models.CharField("类别", max_length=10, choices=KINDS, default=TASK)
    name = models.CharField("任务", max_length=300)
    project = models.CharField("项目", max_length=200, blank=True)
    stage = models.CharField("节点", max_length=10, choices=STAGES, blank=True)
    cadence = models.CharField("频次", max_length=120, blank=True)
    due = models.PositiveIntegerField("完成时限")
    lead_unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, verbose_name="牵头单位", related_name="+"
    )
    person = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name="责任人", related_name="+"
    )
    leader = models.CharField("分管领导", max_length=60, blank=True)
    assigned_on = models.DateField("交办日期", null=True, blank=True)
    limit_on = models.DateField("办结期限", null=True, blank=True)
    first_limit_on = models.DateField("原定期限", null=True, blank=True)
    signed_for_on = models.DateField("签收日期", null=True, blank=True)
    signed_in_time = models.BooleanField("按时签收", null=True, blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True)
    outcome = models.CharField("完成情况", max_length=400, blank=True)
    answered_on = models.DateField("反馈日期", null=True, blank=True)
    answered_in_time = models.BooleanField("按时反馈", null=True, blank=True)
    returned_on = models.DateField("退回日期", null=True, blank=True)
    again = models.PositiveSmallIntegerField("退回次数", default=0)
    struck_on = models.DateField("销号日期", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=PROMISED)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = "任务"
        ordering = ("number", "pk")
        indexes = (models.Index(fields=("state", "limit_on"), name="task_state_limit"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(clause__isnull=False, origin=PLAN) | ~Q(source=""),
                name="task_source",
                violation_error_message="不是从计划条目来的任务，请在“来源说明”里写明来自哪次会议、哪件批示或哪份文件。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(*HANDED_OUT, STRUCK_OFF))
                | Q(
                    lead_unit__isnull=False,
                    assigned_on__isnull=False,
                    limit_on__isnull=False,
                    first_limit_on__isnull=False,
                ),
                name="task_handed_out",
                violation_error_message="已交办的任务要有牵头单位、交办日期、办结期限和原定期限，请补填。",
            ),
            models.CheckConstraint(
                condition=Q(assigned_on__isnull=True)
                | Q(limit_on__isnull=True)
                | Q(assigned_on__lte=F("limit_on")),
                name="task_limit",
                violation_error_message="办结期限不能早于交办日期；期限已过的，请先点“修改”填写新的办结期限，再交办。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(ANSWERED, STRUCK_OFF))
                | Q(answered_on__isnull=False) & ~Q(outcome=""),
                name="task_answered",
                violation_error_message="已反馈的任务要有反馈日期和完成情况，请补填。",
            ),
        )

    def clean(self) -> None:
        if self.state != WITHDRAWN and self.clause is not None and self.clause.state == REJECTED:
            self.refuse("state", "它所在的条目已被剔除。请先在计划里把条目退回并重新确认。")

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    @property
    def promise(self) -> Clause:
        """The clause of a task that a plan promised."""
        assert self.clause is not None
        return self.clause

    @property
    def handed_out(self) -> bool:
        """Whether somebody handed it out and it still stands."""
        return self.state in (*HANDED_OUT, STRUCK_OFF)

    @property
    def extended(self) -> bool:
        """Whether its limit was moved."""
        return self.limit_on != self.first_limit_on

    @property
    def responsible_units(self) -> list[Any]:
        return list(self.clause.responsible) if self.clause else []

    @property
    def supporting_units(self) -> list[Any]:
        """The units that stand beside the one that leads: those named for the task, before that those of its clause."""
        named = [part.unit for part in self.supports.select_related("unit")]
        return named or (list(self.clause.supporting) if self.clause else [])
