"""A district: a named part of the zone's land with one purpose."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row
from luoshi.projects.land.outlines import refuse_other_area

BOUNDARY, INDUSTRIAL, RESIDENTIAL, RESERVE = "boundary", "industrial", "residential", "reserve"
KINDS = (
    (BOUNDARY, "区界"),
    (INDUSTRIAL, "产业片区"),
    (RESIDENTIAL, "居住片区"),
    (RESERVE, "预留片区"),
)


class DistrictQuerySet(models.QuerySet["District"]):
    """Districts in the words of those who ask for them."""

    def inside(self) -> DistrictQuerySet:
        """The districts proper, without the boundary of the zone itself."""
        return self.exclude(kind=BOUNDARY).order_by("code")


class District(Row):
    """One district; the area is in hundredths of a mu."""

    code = models.CharField(
        "编码", max_length=20, unique=True, error_messages={"unique": "编码已有片区使用，请换一个。"}
    )
    name = models.CharField(
        "片区名称", max_length=80, unique=True, error_messages={"unique": "已有同名的片区，请换个名称。"}
    )
    kind = models.CharField("类别", max_length=20, choices=KINDS)
    area = models.BigIntegerField("面积")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, verbose_name="责任单位", null=True, blank=True, related_name="+"
    )
    place = models.JSONField("边界", null=True, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)

    looks_at: ClassVar[tuple[str, ...]] = ("place", "area")
    objects = DistrictQuerySet.as_manager()

    class Meta:
        verbose_name = "片区"
        verbose_name_plural = "片区"
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=Q(area__gt=0),
                name="district_area",
                violation_error_message="片区面积应大于 0，请核对。",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """The outline is as large as the area says."""
        refuse_other_area(self.place, self.area)
