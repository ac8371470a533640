"""Something that happened to, or was done by, one who is assessed; it counts once somebody has verified it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.ledgers.models import Row
from luoshi.oversight.assessment.sources.models import HAND, Source
from luoshi.oversight.assessment.subjects.models import Subject

WAITING, VERIFIED, STRUCK = "waiting", "verified", "struck"
STATES = ((WAITING, "待核实"), (VERIFIED, "已核实"), (STRUCK, "不予采纳"))
SCALE = 10_000


class AssessedEvent(Row):
    """One event; ``size`` is its figure, in ten-thousandths of the figure's unit, 1 where it is only counted."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    subject = models.ForeignKey(Subject, models.PROTECT, verbose_name="考核对象", related_name="events")
    source = models.ForeignKey(Source, models.PROTECT, verbose_name="数据", related_name="events")
    happened_on = models.DateField("发生日期")
    title = models.CharField("事项", max_length=200)
    size = models.BigIntegerField("数值", default=SCALE)
    remark = models.CharField("说明", max_length=1000, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=WAITING)

    looks_at: ClassVar[tuple[str, ...]] = ("subject", "source", "happened_on")

    class Meta:
        verbose_name = "考核事项"
        verbose_name_plural = "考核事项"
        ordering = ("-happened_on", "-number")
        constraints = (
            models.UniqueConstraint(
                F("subject"),
                F("source"),
                F("happened_on"),
                F("title"),
                condition=~Q(state=STRUCK),
                name="assessed_event_once",
                violation_error_message="同一天的同一事项已经登记过，请核对是否重复。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def called(self) -> str:
        """The event as people call it."""
        return str(self)

    def clean(self) -> None:
        if not (self.subject_id and self.source_id) or self.happened_on is None:
            return
        if sentence := self.fixed():
            self.refuse("subject", sentence)
        source, assessment = self.source, self.subject.assessment
        if source.assessment_id != assessment.pk:
            self.refuse("source", f"“{source}”不是“{assessment}”的数据，请另选。")
        if source.kind != HAND:
            self.refuse(
                "source", f"“{source.title}”由系统取数（{source.words}），不用手工登记，请在来源处更正。"
            )
        if not assessment.start <= self.happened_on.year * 100 + self.happened_on.month <= assessment.end:
            self.refuse(
                "happened_on", f"发生日期 {self.happened_on} 不在考核期{assessment.window}之内，请核对。"
            )

    def fixed(self) -> str:
        return self.subject.assessment.closed_to_entries
