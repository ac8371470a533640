"""What rows have in common that are filled in month by month: they are written only while the month is open."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar, Self

from django.db import models

from luoshi.directory.calendars import months
from luoshi.directory.calendars.models import validate_period
from luoshi.ledgers.models import Row
from luoshi.rules.errors import BadMonth


class MonthlyRow(Row):
    """A row of one month; neither into nor out of a closed month can it be moved."""

    period = models.PositiveIntegerField("月份", validators=(validate_period,))

    looks_at: ClassVar[tuple[str, ...]] = ("period",)
    stored_period: int | None = None

    class Meta:
        abstract = True

    @classmethod
    def from_db(
        cls, db: str | None, field_names: Collection[str], values: Collection[Any], **options: Any
    ) -> Self:
        row = super().from_db(db, field_names, values, **options)
        row.stored_period = row.__dict__.get("period")
        return row

    def fixed(self) -> str:
        """Rows of a month that is not open stay as they are, and none comes in."""
        for period in dict.fromkeys((self.stored_period, self.period)):
            try:
                if period is not None:
                    months.require_open(period)
            except months.MonthNotOpen as not_open:
                return str(not_open)
            except BadMonth:
                continue  # the field's own validator says so
        return ""

    def clean(self) -> None:
        if sentence := self.fixed():
            self.refuse("period", sentence)
