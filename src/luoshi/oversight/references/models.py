"""A reference: what others came to in a month, with which a target's figure is compared."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.db import models

from luoshi.directory.calendars.models import period_check
from luoshi.ledgers.models import Row
from luoshi.plans.targets.models import Target
from luoshi.rules.months import show_month

SCALE = 10_000
STANDING, WITHDRAWN = "standing", "withdrawn"
STATES = ((STANDING, "在用"), (WITHDRAWN, "已撤销"))
PRELIMINARY, OFFICIAL = "preliminary", "official"
KINDS = ((PRELIMINARY, "快报数"), (OFFICIAL, "正式数"))


class Reference(Row):
    """One figure of one month, in ten-thousandths of the target's written unit, reckoned as the target's own is.

    It is withdrawn, never removed, so that what was compared with it can be found again.
    """

    target = models.ForeignKey(Target, models.PROTECT, verbose_name="目标", related_name="references")
    period = models.PositiveIntegerField("月份")
    name = models.CharField("对标名称", max_length=40)
    value = models.BigIntegerField("对标值")
    kind = models.CharField("数据性质", max_length=12, choices=KINDS, default=PRELIMINARY)
    source = models.CharField("来源文件", max_length=200)
    state = models.CharField("状态", max_length=10, choices=STATES, default=STANDING)

    looks_at: ClassVar[tuple[str, ...]] = ("target", "period")

    class Meta:
        verbose_name = "对标值"
        verbose_name_plural = "对标值"
        ordering = ("-period", "target", "name", "pk")
        constraints = (
            period_check("reference_period"),
            models.UniqueConstraint(
                fields=("target", "period", "name"),
                name="reference_once",
                violation_error_message="这个目标这个月的这项对标值已经登记，请直接修改原有的行。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.target.number} {show_month(self.period)} {self.name}"

    @property
    def called(self) -> str:
        """The reference as people call it."""
        return str(self)

    @property
    def measure_unit(self) -> str:
        """The unit in which the target is written."""
        return str(self.target.unit)

    @property
    def exact(self) -> Decimal:
        """The figure in the target's written unit."""
        return Decimal(self.value) / SCALE

    def clean(self) -> None:
        if self.target_id and self.period and not self._in_window():
            first, last = show_month(self.target.year * 100 + 1), show_month(self._last())
            self.refuse("period", f"“{self.target}”评{first}至{last}，请核对月份。")

    def _last(self) -> int:
        return max(self.target.year * 100 + 12, self.target.end)

    def _in_window(self) -> bool:
        return self.target.year * 100 + 1 <= self.period <= self._last()
