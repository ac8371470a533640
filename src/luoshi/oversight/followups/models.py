"""What follows one light by the ladder of its rule: who is to talk with whom until when, and what came of it."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from luoshi.accounts.models import User
from luoshi.directory.calendars.models import period_check
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.oversight.excuses.models import ABOUT, WAS
from luoshi.rules.ladders import LEVELS
from luoshi.rules.months import show_month

OPEN, DONE, LIFTED = "open", "done", "lifted"
STATES = ((OPEN, "待处理"), (DONE, "已处理"), (LIFTED, "免于处理"))
SCALE = 10_000  # points are kept in ten-thousandths


class FollowupQuerySet(models.QuerySet["Followup"]):
    """What follows lights, in the words of those who look for it."""

    def about(self, ledger: str, row: int) -> FollowupQuerySet:
        """What followed the lights of one row, the newest month first."""
        found = self.filter(ledger=ledger, row=row).select_related("unit", "person")
        return found.order_by("-period", "-step")

    def waiting(self) -> FollowupQuerySet:
        """What nobody has done yet, first due first."""
        found = self.filter(state=OPEN).select_related("unit", "person")
        return found.order_by(F("due_on").asc(nulls_last=True), "number")

    def counting(self, units: Collection[int], start: int, end: int) -> FollowupQuerySet:
        """What costs points of some units in the months ``start``..``end`` (yyyymm), the earliest first."""
        found = self.filter(unit__in=units, period__gte=start, period__lte=end, lifted="", points__gt=0)
        return found.order_by("period", "number")


class Followup(Row):
    """One step of a ladder that one light of one month reached.

    ``ledger`` and ``row`` refer to what shines, ``subject`` is how people call it, ``light`` why it shone so, ``months``
    the months that counted. ``who`` and ``level`` say whom the rule means, ``person`` who that was on the day on which
    it was made, ``points`` what it costs in ten-thousandths. ``lifted`` says why it counts no more, ``lifted_by`` by
    which excuse or objection, "" where the office said so.
    """

    number = models.CharField(
        "编号",
        max_length=20,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    period = models.PositiveIntegerField("月份")
    about = models.CharField("针对", max_length=10, choices=ABOUT)
    ledger = models.CharField("所指台账", max_length=60)
    row = models.BigIntegerField("所指的行")
    subject = models.CharField("所指事项", max_length=200)
    colour = models.CharField("灯", max_length=8, choices=WAS)
    light = models.CharField("灯的理由", max_length=1000)
    months = models.JSONField("各月情况", default=list)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="责任单位", related_name="+")
    step = models.PositiveSmallIntegerField("第几步")
    reason = models.CharField("处理理由", max_length=400)
    rule = models.CharField("依据", max_length=120)
    who = models.CharField("由谁处理", max_length=60)
    level = models.CharField("层级", max_length=12, choices=[*LEVELS.items()], blank=True)
    person = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name="处理人", related_name="+"
    )
    act = models.CharField("处理方式", max_length=60)
    letter = models.CharField("发函", max_length=60, blank=True)
    points = models.PositiveIntegerField("扣分", default=0)
    made_on = models.DateField("提出日期")
    due_on = models.DateField("处理期限", null=True, blank=True)
    done = models.CharField("处理情况", max_length=1000, blank=True)
    done_on = models.DateField("处理日期", null=True, blank=True)
    lifted = models.CharField("免于处理的理由", max_length=400, blank=True)
    lifted_by = models.CharField("免于处理的依据", max_length=60, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=OPEN)

    objects = FollowupQuerySet.as_manager()

    class Meta:
        verbose_name = "升级处理"
        verbose_name_plural = "升级处理"
        ordering = ("-made_on", "-number")
        indexes = (
            models.Index(fields=("person", "state"), name="followup_person_state"),
            *by_month("made_on"),
        )
        constraints = (
            period_check("followup_period"),
            models.UniqueConstraint(
                fields=("ledger", "row", "period", "step"),
                name="followup_once",
                violation_error_message="这盏灯这个月的这一步升级处理已经提出，不再重复提出。",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("made_on")),
                name="followup_due",
                violation_error_message="处理期限不能早于提出日期，请核对。",
            ),
            models.CheckConstraint(
                condition=~Q(state=DONE) | ~Q(done="") & Q(done_on__isnull=False),
                name="followup_done",
                violation_error_message="已处理的要有处理情况和处理日期，请补填。",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(done_on__gte=F("made_on")),
                name="followup_done_on",
                violation_error_message="处理日期不能早于提出日期，请核对。",
            ),
            models.CheckConstraint(
                condition=~Q(state=LIFTED) | ~Q(lifted=""),
                name="followup_lifted",
                violation_error_message="免于处理要写明理由，请补填。",
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def called(self) -> str:
        """What followed as people call it."""
        return f"{self.number} {self.subject}"

    @property
    def shines(self) -> str:
        """The number of what shines, which stands before its name."""
        return self.subject.partition(" ")[0]

    @property
    def exact_points(self) -> Decimal:
        """What it costs, in points."""
        return Decimal(self.points) / SCALE

    @property
    def asks(self) -> str:
        """What is to be done, in a sentence without its end."""
        until = f"，请于 {self.due_on} 前{self.act}并登记处理情况" if self.due_on else ""
        return f"“{self.subject}”（{self.number}，{self.unit}负责）{self.reason}{until}"

    @property
    def place(self) -> str:
        """Which light it follows, in words."""
        return f"{show_month(self.period)}{self.get_colour_display()}"
