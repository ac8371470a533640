"""One round of a project's screening: who reviews it, and what comes of their votes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.ledgers.models import Row, by_month
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.land.parcels.models import Parcel
from luoshi.projects.stages import Stage, StateField, date_checks
from luoshi.rules.screening import VERDICTS as WORDS

OPEN, DECIDED = "open", "decided"
START = Stage(OPEN, "预审中", "", "")
DECISION = Stage(DECIDED, "已出结论", "decided_on", "结论日期")
STATES = tuple((stage.state, stage.title) for stage in (START, DECISION))
PASSED, CONDITIONAL, REFUSED, VETOED = "passed", "conditional", "refused", "vetoed"
VERDICTS = tuple(WORDS.items())
PENDING = "pending"
FAIR = (("not_needed", "不涉及"), ("passed", "已通过"), (PENDING, "审查中"))


class ScreeningQuerySet(models.QuerySet["Screening"]):
    """Screenings in the words of those who ask for them."""

    def passed(self) -> ScreeningQuerySet:
        """Decided, and the project may go on."""
        return self.filter(state=DECIDED, verdict__in=(PASSED, CONDITIONAL))


class Screening(Row):
    """One round; points and spread in hundredths, written when the last reviewer has voted."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    lead = models.ForeignKey(
        Lead, on_delete=models.PROTECT, verbose_name="招商线索", related_name="screenings"
    )
    round = models.PositiveSmallIntegerField("轮次", default=1)
    parcel = models.ForeignKey(
        Parcel, on_delete=models.PROTECT, verbose_name="拟用地块", null=True, blank=True, related_name="+"
    )
    opened_on = models.DateField("发起日期")
    reviewers = models.JSONField("评审人", default=list)
    fair_review = models.CharField("公平竞争审查", max_length=20, choices=FAIR)
    form_version = models.CharField("评分表版本", max_length=20, blank=True, editable=False)
    points = models.BigIntegerField("得分", null=True, blank=True, editable=False)
    spread = models.BigIntegerField("评审人分差", null=True, blank=True, editable=False)
    verdict = models.CharField("评审结果", max_length=20, choices=VERDICTS, blank=True, editable=False)
    vetoed_by = models.CharField("一票否决项", max_length=200, blank=True, editable=False)
    conditions = models.CharField("附加条件", max_length=2000, blank=True)
    decided_on = models.DateField("结论日期", null=True, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=OPEN)

    stages: ClassVar[tuple[Stage, ...]] = (START, DECISION)
    objects = ScreeningQuerySet.as_manager()

    class Meta:
        indexes = by_month("decided_on", unit="")
        verbose_name = "项目预审"
        verbose_name_plural = "项目预审"
        ordering = ("-opened_on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("lead", "round"),
                name="screening_once_a_round",
                violation_error_message="这条线索的这一轮预审已经登记，请填下一轮次。",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(decided_on__gte=models.F("opened_on")),
                name="screening_opened_decided",
                violation_error_message="发起日期不能晚于结论日期，请核对两个日期。",
            ),
            *date_checks("screening", (DECISION,), of="预审"),
        )

    def __str__(self) -> str:
        return f"{self.lead} 第 {self.round} 轮" if self.lead_id else self.number

    @property
    def called(self) -> str:
        """The screening as people call it."""
        return str(self)

    @property
    def also_called(self) -> tuple[str, ...]:
        """The number alone, and with the name."""
        return (self.number, f"{self.number} {self}")
