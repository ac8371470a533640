"""A piece of idle or inefficient land: who has it, why it lies idle, what becomes of it."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.directory import credit_codes
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.land.parcels.models import Parcel
from luoshi.projects.stages import Stage, StateField

FOUND, PLANNED, DISPOSING, DISPOSED = "found", "planned", "disposing", "disposed"
STATES = ((FOUND, "已认定"), (PLANNED, "已定方案"), (DISPOSING, "处置中"), (DISPOSED, "已处置"))
FINDING = Stage(FOUND, "已认定", "found_on", "认定日期")
DISPOSAL = Stage(DISPOSED, "已处置", "disposed_on", "处置完成日期")

ZOMBIE = "zombie"
KINDS = (("idle", "闲置土地"), ("inefficient", "低效用地"), (ZOMBIE, "僵尸企业用地"))
CAUSES = (
    ("government", "政府原因"),
    ("enterprise", "企业原因"),
    ("market", "市场原因"),
    ("dispute", "纠纷查封"),
)
WAYS = (
    ("take_back", "收回"),
    ("redevelop", "嫁接盘活"),
    ("upgrade", "技改提升"),
    ("split", "分割转让"),
    ("levy", "征缴闲置费"),
)


class IdleLandQuerySet(models.QuerySet["IdleLand"]):
    """Idle land in the words of those who ask for it."""

    def open(self) -> IdleLandQuerySet:
        """Not yet put to use again, the most urgent first."""
        return self.filter(disposed_on__isnull=True).order_by("due_on", "pk")

    def overdue(self, on: datetime.date) -> IdleLandQuerySet:
        """To be put to use before a day and not yet so."""
        return self.open().filter(due_on__lt=on)


class IdleLand(Row):
    """One piece of land in one user's hands; areas in hundredths of a mu."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    parcel = models.ForeignKey(
        Parcel, on_delete=models.PROTECT, verbose_name="地块", null=True, blank=True, related_name="idle_land"
    )
    place = models.CharField("坐落", max_length=120)
    user = models.CharField("用地单位", max_length=120)
    credit_code = models.CharField(
        "统一社会信用代码", max_length=18, blank=True, validators=(credit_codes.validate,)
    )
    area = models.BigIntegerField("用地面积")
    kind = models.CharField("类别", max_length=20, choices=KINDS)
    cause = models.CharField("原因", max_length=20, choices=CAUSES)
    found_on = models.DateField("认定日期")
    plan = models.CharField("处置方案", max_length=2000, blank=True)
    way = models.CharField("处置方式", max_length=20, choices=WAYS, blank=True)
    due_on = models.DateField("处置期限")
    disposed_on = models.DateField("处置完成日期", null=True, blank=True)
    disposed_area = models.BigIntegerField("处置面积", null=True, blank=True)
    result_project = models.CharField("承接项目", max_length=120, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=FOUND)

    stages: ClassVar[tuple[Stage, ...]] = (FINDING, DISPOSAL)
    objects = IdleLandQuerySet.as_manager()

    class Meta:
        indexes = by_month("found_on", "disposed_on", "due_on")
        verbose_name = "闲置低效用地"
        verbose_name_plural = "闲置低效用地"
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=Q(area__gt=0),
                name="idle_land_area",
                violation_error_message="用地面积应大于 0，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(disposed_area__isnull=True)
                | Q(disposed_area__gt=0, disposed_area__lte=F("area")),
                name="idle_land_disposed_area",
                violation_error_message="处置面积应大于 0，也不能超过用地面积，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(disposed_on__isnull=True) | Q(disposed_on__gte=F("found_on")),
                name="idle_land_found_disposed",
                violation_error_message="认定日期不能晚于处置完成日期，请核对两个日期。",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("found_on")),
                name="idle_land_found_due",
                violation_error_message="认定日期不能晚于处置期限，请核对两个日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state=DISPOSED) | Q(disposed_on__isnull=False, disposed_area__isnull=False),
                name="idle_land_disposed_dated",
                violation_error_message="状态为“已处置”的要有处置完成日期和处置面积，请补填。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} {self.place}" if self.user else self.place

    @property
    def called(self) -> str:
        """The land as people call it."""
        return str(self)
