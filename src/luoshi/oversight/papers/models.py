"""A paper about tasks, or about lights, as it was issued: its facts and its file stand as they were."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from django.db import models

from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.oversight.followups.models import Followup
from luoshi.plans.tasks.models import Task
from luoshi.reports import references

ASSIGNMENT, CHASE, HINT, LETTER = "assignment", "chase", "hint", "letter"
KINDS = ((ASSIGNMENT, "交办单"), (CHASE, "督办单"), (HINT, "提示函"), (LETTER, "督办函"))
CHASING = (CHASE, HINT, LETTER)  # those that say that something is not done
ISSUED, ANSWERED = "issued", "answered"
STATES = ((ISSUED, "已印发"), (ANSWERED, "已回复"))
MARKS = {ASSIGNMENT: "督交", CHASE: "督办", HINT: "督提", LETTER: "督函"}  # what their numbers begin with


CODES = references.PAPERS  # what the codes of their numbers begin with


class PaperQuerySet(models.QuerySet["Paper"]):
    """Papers in the words of those who look for them."""

    def coded(self, code: str) -> Paper | None:
        """The paper of a code, DB2026-1 of 督办〔2026〕1号; None where there is none."""
        mark, year, taken = code[:2], code[2:6], code[7:]
        kind = next((kind for kind, known in CODES.items() if known == mark), "")
        return self.filter(number=f"{MARKS[kind]}〔{year}〕{taken}号").first() if kind else None

    def about(self, task: Task) -> PaperQuerySet:
        """Those that speak of a task, the newest first."""
        return self.filter(tasks=task).order_by("-issued_on", "-pk")

    def following(self, found: Followup) -> PaperQuerySet:
        """Those that speak of what followed a light, the newest first."""
        return self.filter(followups=found).order_by("-issued_on", "-pk")

    def chasing(self, units: Collection[int], start: datetime.date, end: datetime.date) -> PaperQuerySet:
        """Those by which some units were chased in the days ``start``..``end``, the earliest first."""
        found = self.filter(unit__in=units, kind__in=CHASING, issued_on__gte=start, issued_on__lte=end)
        return found.order_by("issued_on", "pk")


class Paper(Row):
    """One paper to one unit, about some of its tasks, or about some of its lights and what follows them; ``in_time`` says
    whether it was answered by ``reply_by``."""

    kind = models.CharField("文种", max_length=12, choices=KINDS)
    number = models.CharField("文号", max_length=40, unique=True)
    title = models.CharField("标题", max_length=400)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="主送单位", related_name="+")
    issued_on = models.DateField("印发日期")
    reply_by = models.DateField("回复期限", null=True, blank=True)
    issuer = models.CharField("印发人", max_length=60)
    tasks = models.ManyToManyField(Task, verbose_name="任务", related_name="papers")
    followups = models.ManyToManyField(Followup, verbose_name="升级处理", related_name="papers")
    facts = models.JSONField("所用数据")
    file = models.BinaryField("文件")
    digest = models.CharField("文件指纹", max_length=64)
    reply = models.CharField("回复内容", max_length=1000, blank=True)
    replied_on = models.DateField("回复日期", null=True, blank=True)
    in_time = models.BooleanField("按期回复", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=ISSUED)

    objects = PaperQuerySet.as_manager()

    class Meta:
        indexes = by_month("issued_on")
        verbose_name = "督办文书"
        ordering = ("-issued_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(reply_by__isnull=True) | models.Q(reply_by__gte=models.F("issued_on")),
                name="paper_reply_by",
                violation_error_message="回复期限不能早于印发日期，请核对两个日期。",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ANSWERED)
                | ~models.Q(reply="") & models.Q(replied_on__isnull=False),
                name="paper_replied",
                violation_error_message="已回复的文书要有回复内容和日期，请补填。",
            ),
            models.CheckConstraint(
                condition=models.Q(replied_on__isnull=True) | models.Q(replied_on__gte=models.F("issued_on")),
                name="paper_replied_on",
                violation_error_message="回复日期不能早于印发日期，请核对两个日期。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
