"""Where one figure of a scheme comes from in one assessment."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.ledgers.models import Binding, Row
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.plans.targets.models import Target

MEASURE, ROWS, TARGET, PLAN = "measure", "rows", "target", "plan"
COMPLETION, LIGHTS, FILINGS = "completion", "lights", "filings"
TASKS, DONE, OVERDUE = "tasks", "done", "overdue"
PAPERS, LETTERS, REPLIES, FOLLOWUPS = "papers", "letters", "replies", "followups"
HAND, LEADERS, PEERS = "hand", "leaders", "peers"
KINDS = (
    (MEASURE, "台账计量"),
    (ROWS, "台账逐行"),
    (TARGET, "目标实绩"),
    (PLAN, "目标分解"),
    (COMPLETION, "牵头目标完成率"),
    (LIGHTS, "牵头目标红灯"),
    (FILINGS, "迟报月报"),
    (TASKS, "到期任务"),
    (DONE, "按期完成任务"),
    (OVERDUE, "逾期任务"),
    (PAPERS, "收到督办文书"),
    (LETTERS, "收到督办函"),
    (REPLIES, "督办文书逾期未复"),
    (FOLLOWUPS, "升级处理扣分"),
    (HAND, "手工登记"),
    (LEADERS, "领导评分"),
    (PEERS, "单位互评"),
)
BOUND = (MEASURE, ROWS)
OF_TARGETS = (TARGET, PLAN)
OF_ROWS = (*BOUND, TARGET)
OF_TASKS = (TASKS, DONE, OVERDUE)
RATED = (LEADERS, PEERS)
BY_PEOPLE = (HAND, *RATED)
BY_LIGHT = (LIGHTS, FOLLOWUPS)  # what counts a light leaves it out where a ruling does
SIZED = (HAND, FOLLOWUPS)  # what is counted has a size, and sizes are added up


class SourceQuerySet(models.QuerySet["Source"]):
    def of(self, assessment: Assessment) -> SourceQuerySet:
        """The sources of an assessment in the order of its scheme, with what they read from."""
        return self.filter(assessment=assessment).select_related("binding", "target__binding").order_by("pk")


class Source(Row):
    """One figure (``code`` in the scheme): of what kind it is, and the binding or the target that tells it."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, verbose_name="考核", related_name="sources")
    called = models.CharField("考核取数", max_length=140, unique=True)
    code = models.CharField("数据代码", max_length=60)
    title = models.CharField("数据", max_length=120)
    unit = models.CharField("计量单位", max_length=40, blank=True)
    kind = models.CharField("来源", max_length=12, choices=KINDS)
    binding = models.ForeignKey(
        Binding, models.PROTECT, null=True, blank=True, verbose_name="计量方式", related_name="+"
    )
    target = models.ForeignKey(
        Target, models.PROTECT, null=True, blank=True, verbose_name="目标", related_name="+"
    )
    words = models.CharField("从哪里来", max_length=1000)

    looks_at: ClassVar[tuple[str, ...]] = ("assessment",)
    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = "考核取数"
        verbose_name_plural = "考核取数"
        ordering = ("assessment", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("assessment", "code"),
                name="assessed_source_once",
                violation_error_message="这项数据的来源刚刚已由别人确定，请刷新后查看。",
            ),
            models.CheckConstraint(
                condition=(
                    Q(kind__in=BOUND, binding__isnull=False) | ~Q(kind__in=BOUND) & Q(binding__isnull=True)
                )
                & (
                    Q(kind__in=OF_TARGETS, target__isnull=False)
                    | ~Q(kind__in=OF_TARGETS) & Q(target__isnull=True)
                ),
                name="assessed_source_read",
                violation_error_message="台账来源要有计量方式，目标来源要有目标，其余的都不要。",
            ),
        )

    def __str__(self) -> str:
        return self.called

    def clean(self) -> None:
        if self.assessment_id and (said := self.assessment.closed_to_entries):
            self.refuse("assessment", said)

    def fixed(self) -> str:
        return self.assessment.closed_to_entries
