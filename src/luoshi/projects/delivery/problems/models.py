"""What keeps a project from going on, from the day it is raised until it is struck off."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import ClockedRow, by_month
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.stages import Stage, StateField, date_checks, order_checks
from luoshi.projects.words import STUCK

RAISED, ASSIGNED, SIGNED_FOR = "raised", "assigned", "signed_for"
ANSWERED, STRUCK_OFF, RETURNED = "answered", "struck_off", "returned"
STAGES = (
    Stage(RAISED, "待交办", "raised_on", "提出日期"),
    Stage(ASSIGNED, "已交办", "assigned_on", "交办日期"),
    Stage(SIGNED_FOR, "已签收", "signed_for_on", "签收日期"),
    Stage(ANSWERED, "已反馈", "answered_on", "反馈日期"),
    Stage(STRUCK_OFF, "已销号", "struck_on", "销号日期"),
)
STATES = (*((stage.state, stage.title) for stage in STAGES), (RETURNED, "退回重办"))
LEVELS = (("office", "部门"), ("deputy", "分管领导"), ("principal", "主要领导"))
HIGHER = {"office": "deputy", "deputy": "principal"}


class ProblemQuerySet(models.QuerySet["Problem"]):
    """Problems in the words of those who clear them."""

    def open(self) -> ProblemQuerySet:
        """Not struck off, the first limit first."""
        return self.exclude(state=STRUCK_OFF).order_by("limit_on", "pk")


class Problem(ClockedRow):
    """One problem; ``office`` and ``person`` clear it by ``limit_on``; ``again`` counts how often it came back."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, verbose_name="项目", related_name="problems"
    )
    stuck = models.CharField("堵点", max_length=20, choices=STUCK)
    content = models.CharField("问题", max_length=400)
    raised_on = models.DateField("提出日期")
    level = models.CharField("协调层级", max_length=20, choices=LEVELS, default="office")
    office = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    person = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="责任人", null=True, blank=True, related_name="+"
    )
    leader = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="协调领导", null=True, blank=True, related_name="+"
    )
    limit_on = models.DateField("销号期限")
    assigned_on = models.DateField("交办日期", null=True, blank=True)
    signed_for_on = models.DateField("签收日期", null=True, blank=True)
    answer = models.CharField("反馈", max_length=400, blank=True)
    answered_on = models.DateField("反馈日期", null=True, blank=True)
    struck_on = models.DateField("销号日期", null=True, blank=True)
    struck_in_time = models.BooleanField("按期销号", null=True, blank=True)
    again = models.PositiveSmallIntegerField("退回次数", default=0)
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=RAISED)

    stages: ClassVar[tuple[Stage, ...]] = STAGES
    objects = ProblemQuerySet.as_manager()

    class Meta:
        indexes = by_month("raised_on", "struck_on", "limit_on", unit="")
        verbose_name = "项目堵点"
        verbose_name_plural = "项目堵点"
        ordering = ("-raised_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(limit_on__gte=F("raised_on")),
                name="problem_limit",
                violation_error_message="销号期限不能早于提出日期，请核对两个日期。",
            ),
            models.CheckConstraint(
                condition=Q(struck_on__isnull=True, struck_in_time__isnull=True)
                | Q(struck_on__isnull=False, struck_in_time__isnull=False)
                & (
                    Q(struck_in_time=True, struck_on__lte=F("limit_on"))
                    | Q(struck_in_time=False, struck_on__gt=F("limit_on"))
                ),
                name="problem_struck_in_time",
                violation_error_message="“按期销号”要与销号日期、销号期限一致：不晚于期限填“是”，晚于期限填“否”，未销号不填。",
            ),
            *order_checks("problem", STAGES),
            *date_checks("problem", STAGES[1:], "堵点"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.content[:40]}".strip()

    @property
    def called(self) -> str:
        """The problem as people call it."""
        return str(self)
