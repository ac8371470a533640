"""A relocation: an area, its households, and the days on which it was begun, cleared and resettled."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.stages import Stage, StateField, date_checks, order_checks

PLANNED, STARTED, CLEARED, RESETTLED = "planned", "started", "cleared", "resettled"
START = Stage(PLANNED, "拟征迁", "", "")
STAGES = (
    Stage(STARTED, "征迁中", "started_on", "启动日期"),
    Stage(CLEARED, "已清零", "cleared_on", "清零日期"),
    Stage(RESETTLED, "已安置", "resettled_on", "安置完成日期"),
)
STATES = tuple((stage.state, stage.title) for stage in (START, *STAGES))


class RelocationQuerySet(models.QuerySet["Relocation"]):
    """Relocations in the words of those who ask for them."""

    def late(self, on: datetime.date) -> RelocationQuerySet:
        """To be agreed with every household before a day, and not cleared."""
        return self.filter(cleared_on__isnull=True, agreed_by__lt=on).order_by("agreed_by", "pk")


class Relocation(Row):
    """One relocation; the area in hundredths of a square metre, money in fen."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    name = models.CharField("征迁片区", max_length=80)
    village = models.ForeignKey(
        Unit, on_delete=models.PROTECT, verbose_name="所在村居", null=True, blank=True, related_name="+"
    )
    households = models.PositiveIntegerField("应征迁户数")
    area = models.BigIntegerField("应征迁面积")
    money = models.BigIntegerField("补偿概算", null=True, blank=True)
    transition = models.BigIntegerField("过渡费概算", null=True, blank=True)
    agreed_by = models.DateField("签约期限", null=True, blank=True)
    started_on = models.DateField("启动日期", null=True, blank=True)
    cleared_on = models.DateField("清零日期", null=True, blank=True)
    resettled_on = models.DateField("安置完成日期", null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=PLANNED)

    stages: ClassVar[tuple[Stage, ...]] = (START, *STAGES)
    objects = RelocationQuerySet.as_manager()

    class Meta:
        indexes = by_month("started_on", "cleared_on")
        verbose_name = "征迁安置"
        verbose_name_plural = "征迁安置"
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=Q(area__gt=0),
                name="relocation_area",
                violation_error_message="应征迁面积应大于 0，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(money__isnull=True) | Q(money__gte=0),
                name="relocation_money",
                violation_error_message="补偿概算不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(transition__isnull=True) | Q(transition__gte=0),
                name="relocation_transition",
                violation_error_message="过渡费概算不能为负，请核对。",
            ),
            *order_checks("relocation", STAGES),
            *date_checks("relocation", STAGES, of="征迁片区"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def also_called(self) -> tuple[str, ...]:
        """The number with the name."""
        return (f"{self.number} {self.name}",)
