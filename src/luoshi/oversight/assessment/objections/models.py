"""An objection to one row behind a figure: a row of a ledger, a light, a task, an event; never to a total."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from luoshi.ledgers.models import ClockedRow, by_month
from luoshi.oversight.assessment.sources.models import LIGHTS, OF_ROWS, Source
from luoshi.oversight.assessment.subjects.models import Subject

WAITING, ACCEPTED, REJECTED = "waiting", "accepted", "rejected"
STATES = ((WAITING, "待裁定"), (ACCEPTED, "已采纳"), (REJECTED, "未采纳"))


class ScoreObjectionQuerySet(models.QuerySet["ScoreObjection"]):
    """Objections by what became of them."""

    def to_correct(self) -> ScoreObjectionQuerySet:
        """Those that were accepted and from which nothing has followed yet."""
        found = self.filter(state=ACCEPTED, corrected="").order_by("number")
        return found.select_related("source", "subject__assessment")

    def ruled(self, as_of: int | None = None) -> ScoreObjectionQuerySet:
        """Those that were accepted, by a row of the trail where one is named."""
        found = self.filter(state=ACCEPTED)
        return found if as_of is None else found.filter(seq__lte=as_of)

    def of_lights(self) -> ScoreObjectionQuerySet:
        """Those about a red light."""
        return self.filter(source__kind=LIGHTS)


class ScoreObjection(ClockedRow):
    """One objection; ``ledger`` and ``row`` refer to what it is about, ``about`` is how people call that.

    ``key`` is what the row is told by among those behind the figure.
    ``seq`` is where the trail stood when it was ruled on, ``corrected`` names what followed from it: editions of
    lists and scores, bulletins.
    """

    number = models.CharField("编号", max_length=20, unique=True)
    subject = models.ForeignKey(Subject, models.PROTECT, verbose_name="考核对象", related_name="objections")
    source = models.ForeignKey(Source, models.PROTECT, verbose_name="数据", related_name="objections")
    ledger = models.CharField("所指台账", max_length=60)
    row = models.BigIntegerField("所指的行")
    key = models.CharField("所指的标识", max_length=120)
    about = models.CharField("所指事项", max_length=200)
    raised_on = models.DateField("提出日期")
    reason = models.CharField("异议理由", max_length=1000)
    ruling = models.CharField("裁定理由", max_length=1000, blank=True)
    ruled_on = models.DateField("裁定日期", null=True, blank=True)
    seq = models.BigIntegerField("裁定时的记录序号", null=True, blank=True)
    corrected = models.CharField("更正结果", max_length=400, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=WAITING)

    objects = ScoreObjectionQuerySet.as_manager()

    class Meta:
        indexes = by_month("raised_on", unit="")
        verbose_name = "考核异议"
        verbose_name_plural = "考核异议"
        ordering = ("-raised_on", "-number")
        constraints = (
            models.UniqueConstraint(
                fields=("subject", "source", "key"),
                condition=Q(state=WAITING),
                name="score_objection_waiting_once",
                violation_error_message="对这一行已经提出异议，正在等待裁定，不用再提。",
            ),
            models.CheckConstraint(
                condition=Q(state=WAITING) | ~Q(ruling="") & Q(ruled_on__isnull=False),
                name="score_objection_ruled",
                violation_error_message="裁定要写明理由和日期，请补填。",
            ),
            models.CheckConstraint(
                condition=Q(ruled_on__isnull=True) | Q(raised_on__lte=F("ruled_on")),
                name="score_objection_days",
                violation_error_message="裁定日期不能早于提出日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(corrected="") | Q(state=ACCEPTED),
                name="score_objection_corrected",
                violation_error_message="只有采纳的异议才有更正。",
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def of_row(self) -> bool:
        """Whether it is about a row of a ledger, which is put right there."""
        return self.source.kind in OF_ROWS

    @property
    def of_light(self) -> bool:
        """Whether it is about a red light."""
        return self.source.kind == LIGHTS

    @property
    def month(self) -> int:
        """The month of the light that it is about, by which a light is told from those of other months."""
        return int(self.key.rpartition("-")[2])

    @property
    def called(self) -> str:
        """The objection as people call it."""
        return f"{self.number} {self.about}"
