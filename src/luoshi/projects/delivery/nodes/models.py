"""A node of a project: what is to be done by a day, and by whom."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.delivery.projects.models import STAGES as PROJECT_STAGES
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.stages import Stage, StateField, date_checks, order_checks

WAITING, RUNNING, DONE, STOPPED = "waiting", "running", "done", "stopped"
STAGES = (
    Stage(WAITING, "未启动", "", ""),
    Stage(RUNNING, "进行中", "started_on", "启动日期"),
    Stage(DONE, "已完成", "done_on", "实际完成日期"),
)
STATES = (*((stage.state, stage.title) for stage in STAGES), (STOPPED, "受阻"))
OF_PROJECT = tuple((stage.state, stage.title) for stage in PROJECT_STAGES)


class NodeQuerySet(models.QuerySet["Node"]):
    """Nodes in the words of those who ask for them."""

    def overdue(self, on: datetime.date) -> NodeQuerySet:
        """Planned before a day and not done on it."""
        return self.filter(Q(done_on__isnull=True) | Q(done_on__gt=on), planned_on__lt=on).order_by(
            "planned_on", "pk"
        )


class Node(Row):
    """One node of ``days`` working days behind those whose codes ``after`` names.

    What was planned stays; the latest days are those of the last scheduling. ``unit`` and ``person`` answer for it, the project's own
    unit where they are not named.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, verbose_name="项目", related_name="nodes")
    code = models.CharField("节点编码", max_length=10, blank=True)
    name = models.CharField("节点", max_length=60)
    days = models.PositiveSmallIntegerField("用时", null=True, blank=True)
    after = models.CharField("前置节点", max_length=200, blank=True)
    planned_start = models.DateField("计划启动日期", null=True, blank=True)
    planned_on = models.DateField("计划完成日期")
    latest_start = models.DateField("最迟启动日期", null=True, blank=True)
    latest_on = models.DateField("最迟完成日期", null=True, blank=True)
    started_on = models.DateField("启动日期", null=True, blank=True)
    forecast_on = models.DateField("预计完成日期", null=True, blank=True)
    done_on = models.DateField("实际完成日期", null=True, blank=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, verbose_name="责任单位", null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="责任人", null=True, blank=True, related_name="+"
    )
    evidence = models.CharField("完成证明", max_length=40, blank=True)
    stage = models.CharField("完成后进入", max_length=20, choices=OF_PROJECT, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=WAITING)

    stages: ClassVar[tuple[Stage, ...]] = STAGES
    objects = NodeQuerySet.as_manager()

    class Meta:
        indexes = by_month("planned_on", "done_on", unit="")
        verbose_name = "项目节点"
        verbose_name_plural = "项目节点"
        ordering = ("project", "planned_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("project", "name"),
                name="node_once_a_project",
                violation_error_message="这个项目已有同名的节点，请直接修改原有的行，或换个名称。",
            ),
            models.UniqueConstraint(
                fields=("project", "code"),
                condition=~Q(code=""),
                name="node_code_once_a_project",
                violation_error_message="这个项目已有同编码的节点，请直接修改原有的行，或换个编码。",
            ),
            models.CheckConstraint(
                condition=Q(days__isnull=True) | Q(days__gte=1),
                name="node_days",
                violation_error_message="用时至少 1 个工作日，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(planned_start__isnull=True) | Q(planned_start__lte=F("planned_on")),
                name="node_planned_dates",
                violation_error_message="计划启动日期不能晚于计划完成日期，请核对。",
            ),
            *order_checks("node", STAGES[1:]),
            *date_checks("node", STAGES[1:], "节点"),
        )

    def __str__(self) -> str:
        return f"{self.project} {self.name}" if self.project_id else self.name

    @property
    def called(self) -> str:
        """The node as people call it."""
        return str(self)
