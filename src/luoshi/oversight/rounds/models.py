"""A round with the place on the trail where its facts stood, and the items of its agenda."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from luoshi.directory.calendars.models import period_check
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row
from luoshi.plans.tasks.models import KEPT, WITHDRAWN, Task
from luoshi.rules.dates import last_day
from luoshi.rules.rounds import RHYTHMS

WEEK, HALF_MONTH, MONTH, QUARTER = RHYTHMS
KINDS = ((WEEK, "周梳理"), (HALF_MONTH, "半月调度"), (MONTH, "月通报"), (QUARTER, "季调度"))
PREPARING, FROZEN, HELD, ARCHIVED = "preparing", "frozen", "held", "archived"
STATES = ((PREPARING, "筹备"), (FROZEN, "截数"), (HELD, "已召开"), (ARCHIVED, "已归档"))
STOOD = (FROZEN, HELD, ARCHIVED)

UNFINISHED, RED, DISAGREEMENT, YELLOWS, ADDED = "unfinished", "red", "disagreement", "yellows", "added"
ITEM_KINDS = (
    (UNFINISHED, "上轮未办结"),
    (RED, "红灯"),
    (DISAGREEMENT, "意见分歧"),
    (YELLOWS, "连续黄灯"),
    (ADDED, "人工增列"),
)
LISTED, OFF = "listed", "off"
ITEM_STATES = ((LISTED, "列入"), (OFF, "已撤下"))
FINISHED, OPEN, OVERDUE, CANCELLED = "done", "open", "overdue", "cancelled"
STANDINGS = {FINISHED: "已办结", OPEN: "办理中", OVERDUE: "逾期", CANCELLED: "已撤销"}


class RoundQuerySet(models.QuerySet["Round"]):
    """Rounds in the order in which they are about their periods."""

    def of_year(self, year: int) -> RoundQuerySet:
        """Those whose period ends in a year, the earliest meeting first."""
        return self.filter(last__year=year).order_by("meets_on", "last", "kind")

    def cut_off_after(self, found: Round) -> Round | None:
        """The first one of the same kind about a later period that was cut off, None where there is none."""
        return (
            self.filter(kind=found.kind, last__gt=found.last, state__in=STOOD).order_by("last", "pk").first()
        )

    def before(self, found: Round) -> RoundQuerySet:
        """Those of the same kind that were held and are about an earlier period, the latest first."""
        held = self.filter(kind=found.kind, last__lt=found.last, state__in=(HELD, ARCHIVED))
        return held.order_by("-last", "-pk")


class Round(Row):
    """One round; ``seq`` is where the trail stood when its facts were cut off, ``late`` who had not handed in by then.

    ``month`` is the one whose lights it goes by, ``lights`` how many targets had which; None until its agenda is made.
    ``opening`` is how the decisions of earlier rounds stood then. ``minutes`` is what the minutes are written from, None
    until the round is archived.
    """

    kind = models.CharField("类别", max_length=12, choices=KINDS)
    name = models.CharField("轮次", max_length=60)
    first = models.DateField("期初")
    last = models.DateField("期末")
    month = models.PositiveIntegerField("评判月份")
    cutoff_on = models.DateField("截数日")
    meets_on = models.DateField("会期")
    rule = models.CharField("依据", max_length=120)
    frozen_on = models.DateField("实际截数日", null=True, blank=True)
    seq = models.BigIntegerField("截数时的记录序号", null=True, blank=True)
    late = models.JSONField("迟报单位", default=list, blank=True)
    opening = models.JSONField("以前的决定", default=list, blank=True)
    lights = models.JSONField("各灯项数", null=True, blank=True)
    held_on = models.DateField("召开日期", null=True, blank=True)
    chair = models.CharField("主持", max_length=100, blank=True)
    attendance = models.CharField("出席", max_length=1000, blank=True)
    minutes = models.JSONField("纪要内容", null=True, blank=True)
    state = models.CharField("状态", max_length=12, choices=STATES, default=PREPARING)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = "调度轮次"
        verbose_name_plural = "调度轮次"
        ordering = ("-last", "kind")
        constraints = (
            period_check("round_month", "month"),
            models.UniqueConstraint(
                fields=("kind", "last"),
                name="round_once",
                violation_error_message="这一期的轮次刚刚已由别人排定，请刷新后查看。",
            ),
            models.CheckConstraint(
                condition=Q(first__lte=F("last")),
                name="round_period",
                violation_error_message="期末不能早于期初，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(cutoff_on__lte=F("meets_on")),
                name="round_cutoff",
                violation_error_message="会期不能早于截数日，请把会期改到截数日或以后。",
            ),
            models.CheckConstraint(
                condition=Q(state=PREPARING) | Q(frozen_on__isnull=False),
                name="round_frozen",
                violation_error_message="截数以后的轮次要有实际截数日。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(HELD, ARCHIVED)) | Q(held_on__isnull=False),
                name="round_held",
                violation_error_message="已召开的轮次要有召开日期。",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def late_units(self) -> str:
        """Who had not handed in when the facts were cut off, in words."""
        return "、".join(f"{each['name']}（{each['why']}）" for each in self.late)

    def fixed(self) -> str:
        """What was held stays in the books."""
        return f"{self.name}已经截数，不能删除。" if self.state != PREPARING else ""


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    """Items of agendas."""

    def of(self, found: Round) -> AgendaItemQuerySet:
        """All of a round, in order."""
        return self.filter(round=found).select_related("unit").order_by("order", "pk")


class AgendaItem(Row):
    """A matter of a round: why it is there, in words, and what was computed from what.

    ``ledger`` and ``row`` refer to what it is about; ``subject`` is how people call that, and outlives it.
    """

    round = models.ForeignKey(Round, models.PROTECT, verbose_name="轮次", related_name="agenda")
    order = models.PositiveSmallIntegerField("序号")
    kind = models.CharField("类别", max_length=12, choices=ITEM_KINDS)
    title = models.CharField("议题", max_length=300)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, verbose_name="责任单位", related_name="+"
    )
    reason = models.CharField("列入理由", max_length=1000)
    made_from = models.CharField("依据", max_length=1000, blank=True)
    ledger = models.CharField("所指台账", max_length=60, blank=True)
    row = models.BigIntegerField("所指的行", null=True, blank=True)
    subject = models.CharField("所指事项", max_length=200, blank=True)
    off_reason = models.CharField("撤下理由", max_length=400, blank=True)
    state = models.CharField("状态", max_length=12, choices=ITEM_STATES, default=LISTED)

    looks_at: ClassVar[tuple[str, ...]] = ("round",)
    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = "议题"
        verbose_name_plural = "议题"
        ordering = ("round", "order", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("round", "order"),
                name="agenda_item_order",
                violation_error_message="刚刚有人增列了别的议题，请刷新后再增列。",
            ),
            models.CheckConstraint(
                condition=Q(state=LISTED) | ~Q(off_reason=""),
                name="agenda_item_off",
                violation_error_message="撤下的议题要写明理由。",
            ),
            models.CheckConstraint(
                condition=Q(ledger="", row__isnull=True) | ~Q(ledger="") & Q(row__isnull=False),
                name="agenda_item_subject",
                violation_error_message="所指的台账和行要么都有，要么都没有。",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def called(self) -> str:
        """The item with its place."""
        return f"{self.round} 第 {self.order} 项 {self.title}"

    def fixed(self) -> str:
        """The agenda of what is archived stays as it was."""
        return f"{self.round}已经归档，议题和决定不再改动。" if self.round.state == ARCHIVED else ""

    def clean(self) -> None:
        if self.round_id and (sentence := self.fixed()):
            raise ValidationError(sentence)


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions with their tasks."""

    def of(self, found: Round) -> DecisionQuerySet:
        """All of a round, in the order of its agenda."""
        held = self.filter(item__round=found).order_by("item__order", "pk")
        return held.select_related("item__round", "lead_unit", "task")

    def unfinished(self) -> DecisionQuerySet:
        """Those whose task is neither done nor withdrawn."""
        return self.exclude(task__state__in=(*KEPT, WITHDRAWN))


class Decision(Row):
    """What was decided about an item, as it was worded; how it goes on is the life of its task.

    ``supporting`` names the units that support it, as they were called then.
    """

    number = models.CharField(
        "编号",
        max_length=20,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    item = models.ForeignKey(AgendaItem, models.PROTECT, verbose_name="议题", related_name="decisions")
    what = models.CharField("决定事项", max_length=300)
    lead_unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="牵头单位", related_name="+")
    supporting = models.CharField("配合单位", max_length=1000, blank=True)
    due_on = models.DateField("办结期限")
    task = models.OneToOneField(Task, models.PROTECT, verbose_name="任务", related_name="decision")

    looks_at: ClassVar[tuple[str, ...]] = ("item",)
    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "会议决定"
        verbose_name_plural = "会议决定"
        ordering = ("number",)

    def __str__(self) -> str:
        return self.number

    @property
    def called(self) -> str:
        """The decision as people call it."""
        return f"{self.number} {self.what}"

    @property
    def limit(self) -> datetime.date:
        """Until when its task is to be done, extensions included."""
        return self.task.limit_on or last_day(self.task.due)

    def standing(self, on: datetime.date) -> str:
        """How it stands on a day: done, open, overdue or cancelled."""
        if self.task.state in KEPT:
            return FINISHED
        if self.task.state == WITHDRAWN:
            return CANCELLED
        return OVERDUE if self.limit < on else OPEN

    def fixed(self) -> str:
        """What was decided stays as it was worded."""
        return "会议决定登记以后不再改动，也不能删除；需要调整的，请在它的任务里延期、移交或撤销。"

    def clean(self) -> None:
        if not self._state.adding:
            raise ValidationError(self.fixed())
