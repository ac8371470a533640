"""A node of a project: what is to be done by a day, and by whom."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row
from luoshi.projects.delivery.projects.models import Project


class NodeQuerySet(models.QuerySet["Node"]):
    """Nodes in the words of those who ask for them."""

    def overdue(self, on: datetime.date) -> NodeQuerySet:
        """Planned before a day and not done on it."""
        return self.filter(Q(done_on__isnull=True) | Q(done_on__gt=on), planned_on__lt=on).order_by(
            "planned_on", "pk"
        )


class Node(Row):
    """One node; ``unit`` and ``person`` answer for it, the project's own unit where they are not named."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, verbose_name="项目", related_name="nodes")
    name = models.CharField("节点", max_length=60)
    planned_on = models.DateField("计划完成日期")
    done_on = models.DateField("实际完成日期", null=True, blank=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, verbose_name="责任单位", null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="责任人", null=True, blank=True, related_name="+"
    )
    note = models.CharField("备注", max_length=400, blank=True)

    objects = NodeQuerySet.as_manager()

    class Meta:
        verbose_name = "项目节点"
        verbose_name_plural = "项目节点"
        ordering = ("project", "planned_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("project", "name"),
                name="node_once_a_project",
                violation_error_message="这个项目已有同名的节点，请直接修改原有的行，或换个名称。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.project} {self.name}" if self.project_id else self.name

    @property
    def called(self) -> str:
        """The node as people call it."""
        return str(self)
