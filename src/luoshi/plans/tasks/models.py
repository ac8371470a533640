"""Promised actions: tasks, nodes of named projects, and working rules with their rhythm."""

from __future__ import annotations

from django.db import models

from luoshi.plans.clauses import words
from luoshi.plans.clauses.models import REJECTED
from luoshi.plans.clauses.promised import Promised
from luoshi.plans.documents.models import light

TASK, NODE, MECHANISM = "task", "node", "mechanism"
KINDS = ((TASK, "任务"), (NODE, "项目节点"), (MECHANISM, "工作机制"))
OPEN, DONE, WITHDRAWN = "open", "done", "withdrawn"
STATES = ((OPEN, "进行中"), (DONE, "已完成"), (WITHDRAWN, "已撤销"))
STAGES = tuple(words.STAGES.items())


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
        """Tasks not done whose due month lies before ``period`` (yyyymm)."""
        return self.active().filter(state=OPEN, due__lt=period)


class Task(Promised):
    """An action promised without a number; a node names its project and stage, a mechanism its cadence."""

    number = models.CharField("编号", max_length=12, unique=True)
    year = models.PositiveSmallIntegerField("年度")
    clause = models.OneToOneField("plans.Clause", models.PROTECT, verbose_name="条目", related_name="task")
    kind = models.CharField("类别", max_length=10, choices=KINDS)
    name = models.CharField("任务", max_length=300)
    project = models.CharField("项目", max_length=200, blank=True)
    stage = models.CharField("节点", max_length=10, choices=STAGES, blank=True)
    cadence = models.CharField("频次", max_length=120, blank=True)
    due = models.PositiveIntegerField("完成时限")
    lead_unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, verbose_name="牵头单位", related_name="+"
    )
    leader = models.CharField("分管领导", max_length=60, blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True)
    outcome = models.CharField("完成情况", max_length=400, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=OPEN)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = "任务"
        ordering = ("number", "pk")

    def clean(self) -> None:
        if self.state != WITHDRAWN and self.clause_id and self.clause.state == REJECTED:
            self.refuse("state", "它所在的条目已被剔除。请先在计划里把条目退回并重新确认。")

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
