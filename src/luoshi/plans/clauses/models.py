"""A clause: one promise as the plan words it, with its place, and what people decided on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from luoshi.ledgers.models import Row
from luoshi.plans.clauses import fields
from luoshi.plans.documents.models import Document, light

TARGET, ACTUAL, MILESTONE, MECHANISM, TASK = "target", "actual", "milestone", "mechanism", "task"
KINDS = ((TARGET, "指标"), (ACTUAL, "现状"), (MILESTONE, "项目节点"), (MECHANISM, "工作机制"), (TASK, "任务"))
PROPOSED, CONFIRMED, REJECTED = "proposed", "confirmed", "rejected"
STATES = ((PROPOSED, "待确认"), (CONFIRMED, "已确认"), (REJECTED, "已剔除"))
UNCHANGED, CHANGED, NEW = "unchanged", "changed", "new"
CHANGES = ((UNCHANGED, "未变"), (CHANGED, "有改动"), (NEW, "新增"))
GONE, KEPT, WITHDRAWN = "gone", "kept", "withdrawn"
FATES = ((GONE, "新版已无，待处理"), (KEPT, "新版已无，保留"), (WITHDRAWN, "新版已无，撤销"))
LEAD, RESPONSIBLE, SUPPORTING = "lead", "responsible", "supporting"
ROLES = ((LEAD, "牵头单位"), (RESPONSIBLE, "责任单位"), (SUPPORTING, "配合单位"))
ORIGINS = (("text", "原文"), ("section", "章节"), ("keyword", "分工词表"), ("person", "人工指定"))


class ClauseQuerySet(models.QuerySet["Clause"]):
    def of(self, document: Document) -> ClauseQuerySet:
        """The clauses of a document in its order, with their units at hand."""
        found = self.filter(document=document).order_by("order")
        return found.prefetch_related("assignments__unit", light("document"), "target", "task")

    def proposed(self) -> ClauseQuerySet:
        """Clauses that wait for a decision."""
        return self.filter(state=PROPOSED).order_by("document", "order")

    def gone(self) -> ClauseQuerySet:
        """Clauses that a newer edition no longer holds and whose target or task waits for a decision."""
        return self.filter(fate=GONE).order_by("document", "order")


class Clause(Row):
    """One promise. ``start``..``end`` and the sentence are code points of the document's text.

    ``data`` is what the reader found (the contract's fields; numbers as exact decimal text), ``corrected`` what a
    person put in its place, field by field; :attr:`fields` is both together.
    """

    document = models.ForeignKey(
        "plans.Document", models.PROTECT, verbose_name="计划", related_name="clauses"
    )
    order = models.PositiveIntegerField("序号")
    kind = models.CharField("类别", max_length=10, choices=KINDS)
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    sentence_start = models.PositiveIntegerField("句起")
    sentence_end = models.PositiveIntegerField("句止")
    section = models.JSONField("章节", default=list, blank=True)
    data = models.JSONField("识别内容", default=dict)
    corrected = models.JSONField("更正", default=dict, blank=True)
    part_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, verbose_name="其中项的总数", related_name="parts"
    )
    state = models.CharField("状态", max_length=10, choices=STATES, default=PROPOSED)
    decided_by = models.CharField("办理人", max_length=60, blank=True)
    decided_at = models.DateTimeField("办理时间", null=True, blank=True)
    reason = models.CharField("剔除理由", max_length=400, blank=True)
    leader = models.CharField("分管领导", max_length=60, blank=True)
    before = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, verbose_name="上一版条目", related_name="after"
    )
    change = models.CharField("与上一版", max_length=10, choices=CHANGES, blank=True)
    fate = models.CharField("去向", max_length=10, choices=FATES, blank=True)

    objects = ClauseQuerySet.as_manager()

    class Meta:
        verbose_name = "条目"
        ordering = ("document", "order")
        constraints = (
            models.UniqueConstraint(fields=("document", "order"), name="clause_order"),
            models.CheckConstraint(condition=models.Q(start__lte=models.F("end")), name="clause_span"),
        )

    def __str__(self) -> str:
        return self.summary

    @property
    def fields(self) -> Mapping[str, Any]:
        """The reader's fields with a person's corrections in their place."""
        return {**self.data, **self.corrected}

    @property
    def summary(self) -> str:
        """The promise in one line: 新引进亿元以上项目 25个."""
        return fields.summary(self.kind, self.fields)[:200]

    @property
    def sentence(self) -> str:
        """The sentence as the office wrote it."""
        return self.document.passage(self.sentence_start, self.sentence_end)

    @property
    def section_title(self) -> str:
        """The headings above the clause, outermost first."""
        return " / ".join(self.section)

    @property
    def shown(self) -> list[tuple[str, str, str]]:
        """What to show of the clause: (field, Chinese title, text), in the order of entry."""
        found = self.fields
        return [(f.name, f.title, f.show(found.get(f.name))) for f in fields.FIELDS[self.kind]]

    def units(self, role: str) -> list[Any]:
        """The units that have a role in this clause, in the order in which they were named."""
        return [a.unit for a in self.assignments.all() if a.role == role]

    @property
    def lead(self) -> Any | None:
        return next(iter(self.units(LEAD)), None)

    @property
    def responsible(self) -> list[Any]:
        return self.units(RESPONSIBLE)

    @property
    def supporting(self) -> list[Any]:
        return self.units(SUPPORTING)


class Assignment(models.Model):
    """A unit's part in a clause, and where that is known from; replaced as a whole when a person assigns."""

    clause = models.ForeignKey(Clause, models.CASCADE, related_name="assignments")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, verbose_name="单位", related_name="+")
    role = models.CharField("职责", max_length=12, choices=ROLES)
    order = models.PositiveSmallIntegerField("次序", default=0)
    origin = models.CharField("依据", max_length=10, choices=ORIGINS, default="person")

    class Meta:
        verbose_name = "责任分工"
        ordering = ("clause", "order", "pk")
        constraints = (
            models.UniqueConstraint(fields=("clause", "unit", "role"), name="assignment_once"),
            models.UniqueConstraint(
                fields=("clause",), condition=models.Q(role=LEAD), name="assignment_one_lead"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_role_display()}：{self.unit}"
