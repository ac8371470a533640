"""An ambassador or adviser of the zone, appointed from a day on."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.accounts.models import User
from luoshi.directory.chains.models import ChainLink
from luoshi.directory.regions.models import Region
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.stages import Stage, StateField

APPOINTED, ENDED = "appointed", "ended"
STATES = ((APPOINTED, "在聘"), (ENDED, "已解聘"))
AMBASSADOR, ADVISER = "ambassador", "adviser"
KINDS = ((AMBASSADOR, "招商大使"), (ADVISER, "产业招商顾问"), ("agency", "委托招商机构"))


class AmbassadorQuerySet(models.QuerySet["Ambassador"]):
    """Ambassadors in the words of those who ask for them."""

    def running_out(self, on: datetime.date) -> AmbassadorQuerySet:
        """Appointed, with a term that ends before a day."""
        return self.filter(state=APPOINTED, until__lt=on).order_by("until", "pk")


class Ambassador(Row):
    """One appointment; ``until`` is the end of its term, ``ended_on`` the day on which it really ended."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    name = models.CharField("姓名或机构", max_length=60)
    kind = models.CharField("类别", max_length=20, choices=KINDS)
    employer = models.CharField("所在单位", max_length=120, blank=True)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, verbose_name="所在地区", null=True, blank=True, related_name="+"
    )
    field = models.ForeignKey(
        ChainLink, on_delete=models.PROTECT, verbose_name="专长环节", null=True, blank=True, related_name="+"
    )
    appointed_on = models.DateField("聘任日期")
    until = models.DateField("聘期届满日期", null=True, blank=True)
    ended_on = models.DateField("解聘日期", null=True, blank=True)
    contact = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="联络人", null=True, blank=True, related_name="+"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=APPOINTED)

    stages: ClassVar[tuple[Stage, ...]] = (
        Stage(APPOINTED, "在聘", "appointed_on", "聘任日期"),
        Stage(ENDED, "已解聘", "ended_on", "解聘日期"),
    )
    objects = AmbassadorQuerySet.as_manager()

    class Meta:
        indexes = by_month("appointed_on")
        verbose_name = "招商大使和顾问"
        verbose_name_plural = "招商大使和顾问"
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("appointed_on")),
                name="ambassador_term",
                violation_error_message="聘期届满日期应晚于聘任日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("appointed_on")),
                name="ambassador_appointed_ended",
                violation_error_message="聘任日期不能晚于解聘日期，请核对两个日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state=ENDED) | Q(ended_on__isnull=False),
                name="ambassador_ended_dated",
                violation_error_message="状态为“已解聘”的要有解聘日期，请补填。",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def also_called(self) -> tuple[str, ...]:
        """The number with the name."""
        return (f"{self.number} {self.name}",)
