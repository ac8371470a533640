"""An assessment; of what is frozen the figures stand as the trail had them at ``seq``."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.directory.calendars.models import period_check, validate_period
from luoshi.ledgers.models import Row
from luoshi.rules.months import show_month

UNITS, TEAMS, PERSONS = "units", "teams", "persons"
SUBJECTS = ((UNITS, "单位"), (TEAMS, "专班和队伍"), (PERSONS, "干部"))
RUNNING, FROZEN, PUBLISHED, SETTLED = "running", "frozen", "published", "settled"
STATES = ((RUNNING, "进行中"), (FROZEN, "已冻结"), (PUBLISHED, "公示中"), (SETTLED, "已定稿"))
KEPT = (FROZEN, PUBLISHED, SETTLED)
OPEN_TO_ALL = (PUBLISHED, SETTLED)
OPEN_TO_CORRECTION = (FROZEN, PUBLISHED)
DAYS = 7  # calendar days for objections; the rule "一周" of most notices


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def like(self, other: Assessment) -> AssessmentQuerySet:
        """Earlier ones by the same scheme and of the same kind of subjects, the latest first."""
        same = self.filter(rule_code=other.rule_code, of=other.of)
        return same.exclude(pk=other.pk).order_by("-start", "-pk")


class Assessment(Row):
    """One assessment of the months ``start``..``end`` by one version of a scheme; ``days`` it is published for.

    ``edition`` is that of the scores that stand, 0 as long as it runs.
    """

    number = models.CharField("编号", max_length=20, unique=True)
    name = models.CharField("考核", max_length=80)
    of = models.CharField("对象", max_length=10, choices=SUBJECTS, default=UNITS)
    start = models.PositiveIntegerField("起始月份", validators=(validate_period,))
    end = models.PositiveIntegerField("截止月份", validators=(validate_period,))
    rule_code = models.CharField("办法代码", max_length=60)
    rule_name = models.CharField("考核办法", max_length=60)
    rule_version = models.CharField("办法版本", max_length=20)
    days = models.PositiveSmallIntegerField("公示天数", default=DAYS)
    opened_on = models.DateField("启动日期")
    frozen_on = models.DateField("冻结日期", null=True, blank=True)
    seq = models.BigIntegerField("冻结时的记录序号", null=True, blank=True)
    edition = models.PositiveSmallIntegerField("结果版次", default=0)
    published_on = models.DateField("公示日期", null=True, blank=True)
    until = models.DateField("公示截止", null=True, blank=True)
    settled_on = models.DateField("定稿日期", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=RUNNING)

    looks_at: ClassVar[tuple[str, ...]] = ("state",)
    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = "考核"
        verbose_name_plural = "考核"
        ordering = ("-start", "-number")
        constraints = (
            period_check("assessment_start", "start"),
            period_check("assessment_end", "end"),
            models.CheckConstraint(
                condition=Q(start__lte=F("end")),
                name="assessment_window",
                violation_error_message="起始月份不能晚于截止月份。",
            ),
            models.UniqueConstraint(
                fields=("rule_code", "of", "start", "end"),
                name="assessment_once",
                violation_error_message="同一办法、同一时段、同类对象的考核已经有了，请打开原有的考核。",
            ),
            models.CheckConstraint(
                condition=Q(state=RUNNING, seq__isnull=True, edition=0)
                | ~Q(state=RUNNING) & Q(seq__isnull=False, frozen_on__isnull=False, edition__gte=1),
                name="assessment_frozen",
                violation_error_message="冻结的考核要有冻结日期和记录序号，请按步骤办理。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=OPEN_TO_ALL) | Q(published_on__isnull=False, until__isnull=False),
                name="assessment_published",
                violation_error_message="公示的考核要有公示日期和公示截止，请补填。",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(published_on__lte=F("until")),
                name="assessment_days",
                violation_error_message="公示截止不能早于公示日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(days__gte=1, days__lte=60),
                name="assessment_days_between",
                violation_error_message="公示天数应在 1 至 60 天之间，请改正。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    @property
    def called(self) -> str:
        """The assessment as people call it."""
        return str(self)

    @property
    def window(self) -> str:
        """Its months in words."""
        if self.start == self.end:
            return show_month(self.start)
        return f"{show_month(self.start)}至{show_month(self.end)}"

    @property
    def rule_shown(self) -> str:
        """The version of the scheme by which it is scored."""
        return f"{self.rule_name}（第 {self.rule_version} 版）"

    @property
    def runs(self) -> bool:
        """Whether figures are still counted."""
        return self.state == RUNNING

    @property
    def closed_to_entries(self) -> str:
        """Why nothing may be entered any more, as a sentence; "" as long as it runs."""
        return (
            ""
            if self.runs
            else f"“{self}”{self.get_state_display()}，不能再登记、修改或评分；有不同意见的，请提出异议。"
        )

    def hears(self, on: datetime.date) -> bool:
        """Whether objections are heard on a day: while it is published, its last day included."""
        if self.state != PUBLISHED or self.published_on is None or self.until is None:
            return False
        return self.published_on <= on <= self.until

    def fixed(self) -> str:
        return "" if self.runs and not self.seq else f"“{self}”已经冻结，不能删除。"
