"""What a project needs of the zone, and until when it is to be had."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import ClockedRow, by_month
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.stages import Stage, StateField, date_checks, order_checks
from luoshi.projects.words import NEEDS

RAISED, ACCEPTED, MET, REFUSED = "raised", "accepted", "met", "refused"
STAGES = (
    Stage(RAISED, "已提出", "raised_on", "提出日期"),
    Stage(ACCEPTED, "已受理", "accepted_on", "受理日期"),
    Stage(MET, "已满足", "met_on", "满足日期"),
)
STATES = (*((stage.state, stage.title) for stage in STAGES), (REFUSED, "不予满足"))


class NeedQuerySet(models.QuerySet["Need"]):
    """Needs in the words of those who see to them."""

    def open(self) -> NeedQuerySet:
        """Neither met nor refused, first due first."""
        return self.filter(state__in=(RAISED, ACCEPTED)).order_by("due_on", "pk")


class Need(ClockedRow):
    """One need; ``office`` and ``person`` see to it."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    project = models.ForeignKey(Project, on_delete=models.PROTECT, verbose_name="项目", related_name="needs")
    kind = models.CharField("要素", max_length=20, choices=NEEDS)
    content = models.CharField("需求内容", max_length=400)
    amount = models.CharField("需求量", max_length=40, blank=True)
    raised_on = models.DateField("提出日期")
    office = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="承办单位", related_name="+")
    person = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="承办人", null=True, blank=True, related_name="+"
    )
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    answer = models.CharField("办理结果", max_length=400, blank=True)
    met_on = models.DateField("满足日期", null=True, blank=True)
    accepted_in_time = models.BooleanField("按时受理", null=True, blank=True)
    met_in_time = models.BooleanField("按时满足", null=True, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=RAISED)

    stages: ClassVar[tuple[Stage, ...]] = STAGES
    objects = NeedQuerySet.as_manager()

    class Meta:
        indexes = by_month("raised_on", "met_on", unit="")
        verbose_name = "要素需求"
        verbose_name_plural = "要素需求"
        ordering = ("-raised_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=REFUSED) | ~Q(answer=""),
                name="need_refused_why",
                violation_error_message="不予满足的要在办理结果里写明原因，请补填。",
            ),
            *order_checks("need", STAGES),
            *date_checks("need", STAGES[1:], "需求"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.content[:40]}".strip()

    @property
    def called(self) -> str:
        """The need as people call it."""
        return str(self)
