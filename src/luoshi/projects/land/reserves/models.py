"""A piece of land taken into reserve: agreed, paid for, reserved."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.land.parcels.models import Parcel
from luoshi.projects.land.relocations.models import Relocation


class ReserveQuerySet(models.QuerySet["Reserve"]):
    """Reserves in the words of those who ask for them."""

    def of_year(self, year: int) -> ReserveQuerySet:
        """What was reserved in a year."""
        return self.filter(reserved_on__year=year)

    def without_parcel(self) -> ReserveQuerySet:
        """Reserved and not yet measured out as a parcel."""
        return self.filter(parcel__isnull=True).order_by("reserved_on", "pk")


class Reserve(Row):
    """One piece of land; the area in hundredths of a mu, money in fen."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    place = models.CharField("坐落", max_length=120)
    area = models.BigIntegerField("收储面积")
    parcel = models.ForeignKey(
        Parcel, on_delete=models.PROTECT, verbose_name="地块", null=True, blank=True, related_name="reserves"
    )
    relocation = models.ForeignKey(
        Relocation,
        on_delete=models.PROTECT,
        verbose_name="征迁片区",
        null=True,
        blank=True,
        related_name="reserves",
    )
    agreed_on = models.DateField("协议日期", null=True, blank=True)
    paid = models.BigIntegerField("收储费用", null=True, blank=True)
    reserved_on = models.DateField("收储日期")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    note = models.CharField("备注", max_length=400, blank=True)

    objects = ReserveQuerySet.as_manager()

    class Meta:
        indexes = by_month("reserved_on")
        verbose_name = "土地收储"
        verbose_name_plural = "土地收储"
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=Q(area__gt=0),
                name="reserve_area",
                violation_error_message="收储面积应大于 0，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(paid__isnull=True) | Q(paid__gte=0),
                name="reserve_paid",
                violation_error_message="收储费用不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True) | Q(agreed_on__lte=F("reserved_on")),
                name="reserve_agreed_reserved",
                violation_error_message="协议日期不能晚于收储日期，请核对两个日期。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.place}" if self.place else self.number

    @property
    def called(self) -> str:
        """The reserve as people call it."""
        return str(self)
