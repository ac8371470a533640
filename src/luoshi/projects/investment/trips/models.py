"""A trip to investors, from the plan to the report."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.accounts.models import User
from luoshi.directory.regions.models import Region
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import ClockedRow, by_month
from luoshi.projects.stages import Stage, StateField, date_checks, order_checks

PLANNED, REGISTERED, TRAVELLED = "planned", "registered", "travelled"
REPORTED, CANCELLED = "reported", "cancelled"
START = Stage(PLANNED, "拟备案", "", "")
STAGES = (
    Stage(REGISTERED, "已备案", "registered_on", "备案日期"),
    Stage(TRAVELLED, "已出行", "left_on", "出发日期"),
    Stage(REPORTED, "已报告", "reported_on", "报告日期"),
)
STATES = (*((stage.state, stage.title) for stage in (START, *STAGES)), (CANCELLED, "已取消"))

PROMOTION = "promotion"
PURPOSES = (
    ("call", "上门拜访"),
    (PROMOTION, "推介会"),
    ("chain", "链式招商"),
    ("fair", "展会"),
)
LEVELS = (
    ("principal", "主要负责人"),
    ("deputy", "分管负责人"),
    ("bureau", "部门负责人"),
    ("team", "小分队"),
)


class TripQuerySet(models.QuerySet["Trip"]):
    """Trips in the words of those who ask for them."""

    def led_by(self, person: User) -> TripQuerySet:
        """Those that a person led and that were made, earliest first."""
        return self.filter(leader=person, left_on__isnull=False).order_by("left_on", "pk")

    def not_reported(self, on: datetime.date) -> TripQuerySet:
        """Back before a day, without a report."""
        return self.filter(state=TRAVELLED, back_on__lt=on).order_by("back_on", "pk")


class Trip(ClockedRow):
    """One trip; the cost in fen."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    topic = models.CharField("主题", max_length=120)
    purpose = models.CharField("形式", max_length=20, choices=PURPOSES)
    destination = models.ForeignKey(Region, on_delete=models.PROTECT, verbose_name="目的地", related_name="+")
    firms = models.CharField("拟访企业", max_length=2000)
    level = models.CharField("带队层级", max_length=20, choices=LEVELS)
    leader = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="带队领导", null=True, blank=True, related_name="+"
    )
    members = models.JSONField("随行人员", default=list, blank=True)
    planned_from = models.DateField("计划出发日期")
    planned_to = models.DateField("计划返回日期")
    registered_on = models.DateField("备案日期", null=True, blank=True)
    left_on = models.DateField("出发日期", null=True, blank=True)
    back_on = models.DateField("返回日期", null=True, blank=True)
    people_met = models.CharField("会见人员", max_length=2000, blank=True)
    results = models.CharField("成果", max_length=2000, blank=True)
    cost = models.BigIntegerField("费用", null=True, blank=True)
    reported_on = models.DateField("报告日期", null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=PLANNED)
    reported_in_time = models.BooleanField("按时报告", null=True, blank=True)

    stages: ClassVar[tuple[Stage, ...]] = (START, *STAGES)
    objects = TripQuerySet.as_manager()

    class Meta:
        verbose_name = "外出招商"
        verbose_name_plural = "外出招商"
        ordering = ("-planned_from", "-pk")
        indexes = (models.Index(fields=("unit", "left_on"), name="trip_unit_left"), *by_month("back_on"))
        constraints = (
            models.CheckConstraint(
                condition=Q(planned_from__lte=F("planned_to")),
                name="trip_planned_dates",
                violation_error_message="计划出发日期不能晚于计划返回日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(back_on__isnull=True) | Q(left_on__isnull=False, left_on__lte=F("back_on")),
                name="trip_left_back",
                violation_error_message="填了返回日期的要有出发日期，且不晚于返回日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | Q(cost__gte=0),
                name="trip_cost",
                violation_error_message="费用不能为负，请核对。",
            ),
            *order_checks("trip", STAGES),
            *date_checks("trip", STAGES, of="外出招商"),
        )

    def __str__(self) -> str:
        return self.topic

    @property
    def also_called(self) -> tuple[str, ...]:
        """The number with the topic."""
        return (f"{self.number} {self.topic}",)
