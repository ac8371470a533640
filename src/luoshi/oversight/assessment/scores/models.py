"""A scorebook as it was frozen or corrected: the lines with their formulas, and the figures that they were made of."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from luoshi.ledgers.models import Row
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.assessment.subjects.models import Subject

SCALE = 1_000_000


class ScoreQuerySet(models.QuerySet["Score"]):
    def standing(self, assessment: Assessment) -> ScoreQuerySet:
        """The scores of an assessment that stand: those of its last edition, group by group, by rank."""
        found = self.filter(assessment=assessment, edition=assessment.edition)
        return found.select_related("subject__unit", "subject__person").order_by("pk")


class Score(Row):
    """One scorebook; points in millionths. ``units`` are the keys of the units whose figures were counted."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, verbose_name="考核", related_name="scores")
    subject = models.ForeignKey(Subject, models.PROTECT, verbose_name="考核对象", related_name="scores")
    edition = models.PositiveSmallIntegerField("版次")
    total = models.BigIntegerField("总分")
    lost = models.BigIntegerField("失分")
    rank = models.PositiveSmallIntegerField("名次", null=True, blank=True)
    reason = models.TextField("得分说明")
    corrects = models.CharField("更正理由", max_length=1000, blank=True)
    lines = models.JSONField("各项得分", default=dict)
    inputs = models.JSONField("所用数据", default=dict)
    units = models.JSONField("所含单位", default=list, blank=True)

    looks_at: ClassVar[tuple[str, ...]] = ("assessment",)
    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = "考核得分"
        verbose_name_plural = "考核得分"
        ordering = ("assessment", "edition", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("subject", "edition"),
                name="assessed_score_once",
                violation_error_message="这一版得分刚刚已由别人算出，请刷新后查看。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.subject}（第{self.edition}版）" if self.subject_id else "得分"

    @property
    def called(self) -> str:
        """The scorebook as people call it."""
        return str(self)

    def clean(self) -> None:
        if not self._state.adding:
            raise ValidationError(self.fixed())

    def fixed(self) -> str:
        return "考核得分冻结以后不改动，也不能删除；有误的由异议更正，另出一版。"
