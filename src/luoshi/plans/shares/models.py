"""A share: what one unit is to do of a target in one quarter."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.lookups import GreaterThan, LessThan

from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row
from luoshi.plans.targets.models import Target
from luoshi.rules.months import show_quarter

SCALE = 10_000


class ShareQuerySet(models.QuerySet["Share"]):
    def standing(self) -> ShareQuerySet:
        """The shares of each target as they were dealt out last."""
        last = self.model._default_manager.filter(target=OuterRef("target")).order_by("-edition")
        return self.filter(edition=Subquery(last.values("edition")[:1])).select_related("target", "unit")

    def of(self, target: Target) -> ShareQuerySet:
        """The shares of a target as they stand, by unit and quarter."""
        return self.standing().filter(target=target).order_by("unit__order", "unit", "quarter")


class Share(Row):
    """A unit's part in a quarter (yyyyq), in ten-thousandths of the target's written unit.

    The shares of one edition add up to the target; a new dealing is another edition, and the one before it stays.
    """

    target = models.ForeignKey(Target, models.PROTECT, verbose_name="目标", related_name="shares")
    edition = models.PositiveSmallIntegerField("版次", default=1)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="承担单位", related_name="+")
    quarter = models.PositiveIntegerField("季度")
    value = models.BigIntegerField("分解数")
    made_from = models.CharField("依据", max_length=200)

    looks_at: ClassVar[tuple[str, ...]] = ("target",)
    objects = ShareQuerySet.as_manager()

    class Meta:
        verbose_name = "目标分解"
        ordering = ("target", "edition", "unit", "quarter")
        constraints = (
            models.UniqueConstraint(
                fields=("target", "edition", "unit", "quarter"),
                name="share_once",
                violation_error_message="这个目标刚刚已由别人分解，请刷新后查看。",
            ),
            models.CheckConstraint(
                condition=Q(value__gte=0),
                name="share_value",
                violation_error_message="分解数不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=20001, quarter__lte=20994)
                & Q(GreaterThan(F("quarter") % 10, 0))
                & Q(LessThan(F("quarter") % 10, 5)),
                name="share_quarter",
                violation_error_message="季度应写成 20261 的样子，末位是 1 至 4。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.target.number} {self.unit} {self.quarter_shown}"

    @property
    def called(self) -> str:
        """The share as people call it."""
        return str(self)

    @property
    def exact(self) -> Decimal:
        """The share in the target's written unit."""
        return Decimal(self.value) / SCALE

    @property
    def quarter_shown(self) -> str:
        """The quarter as sentences write it."""
        return show_quarter(self.quarter)

    @property
    def edition_shown(self) -> str:
        """Which dealing it is of."""
        return f"第{self.edition}版"

    @property
    def measure_unit(self) -> str:
        """The unit in which the target is written."""
        return str(self.target.unit)

    def clean(self) -> None:
        if not self._state.adding:
            raise ValidationError(self.fixed())

    def fixed(self) -> str:
        return "目标分解以后不逐行改动；确需调整的，请写明理由重新分解。"
