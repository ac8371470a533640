"""A charge: a leader, a unit for which they answer, from a day on and up to a day."""

from __future__ import annotations

from django.db import models

from luoshi.accounts.models import User
from luoshi.directory import spans
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row


class ChargeQuerySet(spans.SpanQuerySet["Charge"]):
    """Charges in the words of those who ask for them."""


class ChargeManager(models.Manager.from_queryset(ChargeQuerySet)):  # type: ignore[misc]
    """Charges come with the person who has them."""

    def get_queryset(self) -> models.QuerySet[Charge]:
        return super().get_queryset().select_related("person")  # type: ignore[no-any-return]


class Charge(Row):
    """One unit, with all units under it, in the charge of one person."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, verbose_name="领导", related_name="charges")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="分管单位", related_name="charges")
    since = models.DateField("分管起始日期", null=True, blank=True)
    until = models.DateField("分管终止日期", null=True, blank=True)

    objects = ChargeManager()

    class Meta:
        verbose_name = "领导分管"
        verbose_name_plural = "领导分管"
        ordering = ("unit__code", "person__username", "pk")
        constraints = (
            spans.order_check("charge_since_before_until", "分管终止日期应晚于起始日期，请核对。"),
            models.UniqueConstraint(
                "person",
                "unit",
                spans.begun(),
                name="charge_once",
                violation_error_message="这位领导分管该单位、起始日期相同的一行已经登记，请勿重复。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person.name}分管{self.unit}"

    @property
    def called(self) -> str:
        """The charge as people call it."""
        return str(self)

    def clean(self) -> None:
        if not (self.person_id and self.unit_id):
            return
        same = Charge.objects.filter(person=self.person_id, unit=self.unit_id).exclude(pk=self.pk)
        if same.overlapping(self.since, self.until).exists():
            self.refuse("since", f"与已登记的“{self}”时间重叠，请先填写前一行的分管终止日期。")
