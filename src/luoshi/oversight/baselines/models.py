"""A baseline: the cumulative values planned for the months of one target, as somebody froze them on a day.

What is frozen stays; another edition takes its place from its day on, with a reason. It belongs to oversight and not to
the plan: it is made of facts and of rules in force, the wall judges by it, and no revision of a plan touches it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from luoshi.directory.calendars.models import period_check
from luoshi.ledgers.models import Row
from luoshi.plans.targets.models import Target
from luoshi.rules.rounding import show

EVEN, SHAPE, NODES, HAND = "even", "shape", "nodes", "hand"
KINDS = ((EVEN, "按月均摊"), (SHAPE, "按往年走势"), (NODES, "按节点"), (HAND, "逐月填写"))


class BaselineQuerySet(models.QuerySet["Baseline"]):
    def standing(self, targets: Iterable[Target], on: datetime.date) -> dict[int, Baseline]:
        """The baseline of each target that has one on a day, by the target's key; in one query."""
        found = self.filter(target__in=[t.pk for t in targets], frozen_on__lte=on)
        return {each.target_id: each for each in found.order_by("target", "edition")}

    def of(self, target: Target) -> BaselineQuerySet:
        """All that a target ever had, the latest first."""
        return self.filter(target=target).order_by("-edition")


class Baseline(Row):
    """One edition; ``path`` is the cumulative value by month as exact decimal text, in the target's written unit."""

    target = models.ForeignKey(Target, models.PROTECT, verbose_name="目标", related_name="baselines")
    edition = models.PositiveSmallIntegerField("版次", default=1)
    kind = models.CharField("方式", max_length=10, choices=KINDS)
    promised = models.CharField("目标值", max_length=40)
    value = models.CharField("期末累计", max_length=40)
    start = models.PositiveIntegerField("起始月份")
    end = models.PositiveIntegerField("截止月份")
    path = models.JSONField("各月累计")
    made_from = models.CharField("依据", max_length=400)
    frozen_on = models.DateField("确定日期")
    frozen_by = models.CharField("确定人", max_length=60)
    reason = models.CharField("调整理由", max_length=400, blank=True)

    looks_at: ClassVar[tuple[str, ...]] = ("target",)
    objects = BaselineQuerySet.as_manager()

    class Meta:
        verbose_name = "时序基线"
        ordering = ("target", "edition")
        constraints = (
            models.UniqueConstraint(
                fields=("target", "edition"),
                name="baseline_edition_once",
                violation_error_message="这个目标的时序基线刚刚已由别人调整，请刷新后查看。",
            ),
            models.CheckConstraint(
                condition=Q(edition=1) | ~Q(reason=""),
                name="baseline_reason",
                violation_error_message="调整时序基线要写明理由。",
            ),
            models.CheckConstraint(
                condition=Q(start__lte=F("end")),
                name="baseline_window",
                violation_error_message="起始月份不能晚于截止月份。",
            ),
            period_check("baseline_start", "start"),
            period_check("baseline_end", "end"),
        )

    def __str__(self) -> str:
        return f"{self.target.number} 时序基线第{self.edition}版"

    @property
    def called(self) -> str:
        """The baseline as people call it."""
        return str(self)

    @cached_property
    def months(self) -> dict[int, Decimal]:
        """The cumulative value by month, in order of time."""
        return {int(month): Decimal(value) for month, value in sorted(self.path.items())}

    def fits(self, target: Target) -> bool:
        """Whether the target still promises what it did when this was frozen."""
        window = (target.start, target.end) == (self.start, self.end)
        return window and target.exact_value == Decimal(self.promised)

    @property
    def shown(self) -> str:
        """What is planned by the end of each quarter, in words."""
        ends = [month for month in self.months if month % 100 % 3 == 0 or month == self.end]
        return "，".join(f"{month % 100}月 {show(self.months[month])}" for month in ends)

    @property
    def every_month(self) -> str:
        """What is planned by the end of each month, as exactly as it is kept."""
        return "，".join(f"{month % 100}月 {value:,f}" for month, value in self.months.items())

    @property
    def words(self) -> str:
        """What stands, who froze it and why, in a sentence."""
        why = f"，理由：{self.reason}" if self.reason else ""
        said = f"{self.get_kind_display()}，{self.frozen_on} 由{self.frozen_by}确定"
        return f"时序基线第{self.edition}版（{said}{why}）：{self.made_from}"

    def clean(self) -> None:
        if not self._state.adding:
            raise ValidationError(self.fixed())

    def fixed(self) -> str:
        return "时序基线确定以后不再改动，也不能删除；确需调整的，请写明理由另定一版。"
