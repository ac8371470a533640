"""A lease: so much of a workshop, let to an enterprise from a day on."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.enterprises.register.models import Enterprise
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.land.workshops.models import Workshop
from luoshi.projects.stages import Stage, StateField, date_checks, not_negative, order_checks

RUNNING, ENDED = "running", "ended"
START = Stage(RUNNING, "在租", "since", "起租日期")
END = Stage(ENDED, "已退租", "ended_on", "退租日期")
STATES = tuple((stage.state, stage.title) for stage in (START, END))


class LeaseQuerySet(models.QuerySet["Lease"]):
    """Leases in the words of those who ask for them."""

    def expired(self, on: datetime.date) -> LeaseQuerySet:
        """Run out before a day, neither prolonged nor ended."""
        return self.filter(state=RUNNING, until__lt=on).order_by("until", "pk")


class Lease(Row):
    """One lease; area in hundredths of a square metre, the rent in fen a square metre and month.

    What is let counts until the tenant has left, whatever the contract says of its end.
    """

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    workshop = models.ForeignKey(
        Workshop, on_delete=models.PROTECT, verbose_name="厂房", related_name="leases"
    )
    tenant = models.ForeignKey(
        Enterprise, on_delete=models.PROTECT, verbose_name="承租企业", related_name="leases"
    )
    area = models.BigIntegerField("出租面积")
    rent = models.BigIntegerField("租金", null=True, blank=True)
    since = models.DateField("起租日期")
    until = models.DateField("租期止")
    ended_on = models.DateField("退租日期", null=True, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=RUNNING)

    stages: ClassVar[tuple[Stage, ...]] = (START, END)
    objects = LeaseQuerySet.as_manager()

    class Meta:
        indexes = by_month("since", "ended_on", unit="")
        verbose_name = "厂房租约"
        verbose_name_plural = "厂房租约"
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=Q(area__gt=0),
                name="lease_area",
                violation_error_message="出租面积应大于 0，请核对。",
            ),
            not_negative("lease", "rent", "租金"),
            models.CheckConstraint(
                condition=Q(since__lte=F("until")),
                name="lease_term",
                violation_error_message="起租日期不能晚于租期止，请核对两个日期。",
            ),
            *order_checks("lease", (START, END)),
            *date_checks("lease", (END,), of="租约"),
        )

    def __str__(self) -> str:
        return self.number
