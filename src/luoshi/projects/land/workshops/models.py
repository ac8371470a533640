"""A standard workshop: a building of so many square metres, built on a day."""

from __future__ import annotations

from fractions import Fraction

from django.db import models
from django.db.models import F, Q

from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.land.parcels.models import Parcel


class WorkshopManager(models.Manager["Workshop"]):
    """Workshops come with what is empty of them, which lists can add up."""

    def get_queryset(self) -> models.QuerySet[Workshop]:
        counted = {"empty": F("area") - F("let")}
        return super().get_queryset().annotate(**counted)


class Workshop(Row):
    """One building; areas in hundredths of a square metre, the rent in fen a square metre and month.

    What is ``let`` follows from its leases.
    """

    empty: int = 0

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    name = models.CharField("厂房名称", max_length=80)
    parcel = models.ForeignKey(
        Parcel, on_delete=models.PROTECT, verbose_name="地块", null=True, blank=True, related_name="workshops"
    )
    owner = models.CharField("产权单位", max_length=120, blank=True)
    area = models.BigIntegerField("建筑面积")
    floors = models.PositiveIntegerField("层数", null=True, blank=True)
    built_on = models.DateField("建成日期")
    rent = models.BigIntegerField("租金", null=True, blank=True)
    let = models.BigIntegerField("已出租面积", default=0, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    note = models.CharField("备注", max_length=400, blank=True)

    objects = WorkshopManager()

    class Meta:
        indexes = by_month("built_on")
        verbose_name = "标准厂房"
        verbose_name_plural = "标准厂房"
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=Q(area__gt=0),
                name="workshop_area",
                violation_error_message="建筑面积应大于 0，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(floors__isnull=True) | Q(floors__gt=0),
                name="workshop_floors",
                violation_error_message="层数应大于 0，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(rent__isnull=True) | Q(rent__gte=0),
                name="workshop_rent",
                violation_error_message="租金不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(let__gte=0, let__lte=F("area")),
                name="workshop_let",
                violation_error_message="在租面积合计超过了建筑面积，请核对面积，或先登记退租。",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def also_called(self) -> tuple[str, ...]:
        """The number with the name."""
        return (f"{self.number} {self.name}",)

    @property
    def let_rate(self) -> int:
        """What is let in hundredths of a per cent of the building."""
        return round(Fraction(self.let * 10_000, self.area))
