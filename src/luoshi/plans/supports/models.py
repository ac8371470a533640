"""A unit that supports a task."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import ClockedRow
from luoshi.plans.tasks.models import Task

NAMED, ASKED, AGREED, OBJECTED = "named", "asked", "agreed", "objected"
STATES = ((NAMED, "配合"), (ASKED, "待会签"), (AGREED, "已会签"), (OBJECTED, "有不同意见"))


class SupportQuerySet(models.QuerySet["Support"]):
    """Supporting units in the words of who waits for them."""

    def waiting(self) -> SupportQuerySet:
        """Those asked to countersign who have not agreed."""
        return self.filter(state__in=(ASKED, OBJECTED)).order_by("unit__order", "unit__code", "pk")


class Support(ClockedRow):
    """One unit's part in a task; it is asked to countersign where the unit that leads wants its word."""

    task = models.ForeignKey(Task, models.PROTECT, verbose_name="任务", related_name="supports")
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="配合单位", related_name="+")
    asked_on = models.DateField("请会签日期", null=True, blank=True)
    opinion = models.CharField("会签意见", max_length=400, blank=True)
    answered_on = models.DateField("会签日期", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=NAMED)

    looks_at: ClassVar[tuple[str, ...]] = ("task", "unit")
    objects = SupportQuerySet.as_manager()

    class Meta:
        verbose_name = "配合单位"
        ordering = ("task", "unit__order", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("task", "unit"),
                name="support_once",
                violation_error_message="这个单位已经是这项任务的配合单位，不用再登记。",
            ),
            models.CheckConstraint(
                condition=Q(state=NAMED) | Q(asked_on__isnull=False),
                name="support_asked",
                violation_error_message="请过会签的要有请会签日期，请补填。",
            ),
            models.CheckConstraint(
                condition=~Q(state=OBJECTED) | ~Q(opinion=""),
                name="support_objected",
                violation_error_message="有不同意见的，请写明意见。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.task.number} {self.unit}" if self.task_id and self.unit_id else ""

    @property
    def called(self) -> str:
        """The part as people call it."""
        return str(self)

    def clean(self) -> None:
        if self._state.adding and self.task_id and self.unit_id and self.unit_id == self.task.lead_unit_id:
            self.refuse("unit", "这个单位是这项任务的牵头单位，不用再列为配合单位。")
