"""One week of a branch or team; what its other ledgers tell of the week is counted, never asked twice."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.receptions.models import Reception
from luoshi.projects.investment.trips.models import Trip


class FeedbackManager(models.Manager["Feedback"]):
    """Weeks come with what happened in them."""

    def get_queryset(self) -> QuerySet[Feedback]:
        counted = {
            "new_leads": _of_week(Lead, "received_on"),
            "receptions": _of_week(Reception, "visited_on"),
            "trips": _of_week(Trip, "left_on"),
        }
        return super().get_queryset().annotate(**counted)


def _of_week(model: type[Row], day: str) -> Coalesce:
    """How many rows of the same unit have a day in the week."""
    same = {"unit": OuterRef("unit"), f"{day}__iso_year": OuterRef("week__iso_year")}
    rows: Any = model._default_manager.filter(**same, **{f"{day}__week": OuterRef("week__week")})
    return Coalesce(Subquery(rows.order_by().values("unit").annotate(n=Count("pk")).values("n")), 0)


class Feedback(Row):
    """What was talked about, and what is planned; ``week`` is its Monday."""

    new_leads: int = 0
    receptions: int = 0
    trips: int = 0

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    week = models.DateField("周次（周一）")
    content = models.CharField("本周进展", max_length=2000)
    plan = models.CharField("下周安排", max_length=2000, blank=True)
    person = models.ForeignKey(User, on_delete=models.PROTECT, verbose_name="填报人", related_name="+")

    looks_at: ClassVar[tuple[str, ...]] = ("week",)
    objects = FeedbackManager()

    class Meta:
        indexes = by_month("week")
        verbose_name = "周反馈"
        verbose_name_plural = "周反馈"
        ordering = ("-week", "unit")
        constraints = (
            models.UniqueConstraint(
                fields=("unit", "week"),
                name="feedback_once_a_week",
                violation_error_message="这个单位本周已经反馈，请直接修改原有的行。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit} {self.week} 周" if self.unit_id else "周反馈"

    @property
    def called(self) -> str:
        """The week as people call it."""
        return str(self)

    def fixed(self) -> str:
        """A week begins on a Monday."""
        week = getattr(self, "week", None)
        if week is not None and week.weekday():
            return f"{week} 不是周一，周反馈请填这一周的周一。"
        return ""

    def clean(self) -> None:
        if sentence := self.fixed():
            self.refuse("week", sentence)
