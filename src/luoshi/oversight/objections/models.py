"""An objection to one row: a line of a published list, the light of a target, a row of a ledger behind a figure."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from luoshi.directory.calendars.models import period_check
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import ClockedRow, by_month
from luoshi.rules import colours

LINE, LIGHT, ROW = "line", "light", "row"
ABOUT = ((LINE, "榜单的一行"), (LIGHT, "目标的灯"), (ROW, "台账的一行"))
WAITING, ACCEPTED, REJECTED = "waiting", "accepted", "rejected"
STATES = ((WAITING, "待裁定"), (ACCEPTED, "已采纳"), (REJECTED, "未采纳"))
RED_LIST, BLACK_LIST = "red_list", "black_list"
LISTS = ((RED_LIST, "红榜"), (BLACK_LIST, "黑榜"))
WAS = (*LISTS, *((colour, colours.WORDS[colour]) for colour in colours.LIT))


class ObjectionQuerySet(models.QuerySet["Objection"]):
    """Objections by what became of them."""

    def waiting(self, period: int) -> ObjectionQuerySet:
        """Those of a month that nobody has ruled on."""
        return self.filter(period=period, state=WAITING)

    def to_correct(self) -> ObjectionQuerySet:
        """Those that were accepted and from which nothing has followed yet."""
        return self.filter(state=ACCEPTED, corrected="").select_related("unit").order_by("number")

    def ruled(self, period: int, as_of: int | None = None) -> ObjectionQuerySet:
        """Those of a month that were accepted, by a row of the trail where one is named."""
        return self.ruled_between(period, period, as_of)

    def ruled_between(self, start: int, end: int, as_of: int | None = None) -> ObjectionQuerySet:
        """Those of the months ``start``..``end`` that were accepted."""
        found = self.filter(period__gte=start, period__lte=end, state=ACCEPTED)
        return found if as_of is None else found.filter(seq__lte=as_of)


class Objection(ClockedRow):
    """One objection; ``ledger`` and ``row`` refer to what it is about, ``subject`` is how people call that.

    ``was`` is the list on which the unit stood, or the light. ``seq`` is where the trail stood when it was ruled on,
    ``corrected`` names what followed from it: editions of lists and scores, bulletins.
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
    was = models.CharField("原结果", max_length=12, choices=WAS, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="提出单位", related_name="+")
    raised_on = models.DateField("提出日期")
    reason = models.CharField("异议理由", max_length=1000)
    ruling = models.CharField("裁定理由", max_length=1000, blank=True)
    ruled_on = models.DateField("裁定日期", null=True, blank=True)
    seq = models.BigIntegerField("裁定时的记录序号", null=True, blank=True)
    corrected = models.CharField("更正结果", max_length=400, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=WAITING)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        indexes = by_month("raised_on")
        verbose_name = "异议"
        verbose_name_plural = "异议"
        ordering = ("-raised_on", "-number")
        constraints = (
            period_check("list_objection_period"),
            models.UniqueConstraint(
                fields=("period", "ledger", "row", "unit"),
                condition=Q(state=WAITING),
                name="list_objection_waiting_once",
                violation_error_message="本单位对这一行已经提出异议，正在等待裁定，不用再提。",
            ),
            models.CheckConstraint(
                condition=Q(state=WAITING) | ~Q(ruling="") & Q(ruled_on__isnull=False, seq__isnull=False),
                name="list_objection_ruled",
                violation_error_message="裁定要写明理由和日期，请补填。",
            ),
            models.CheckConstraint(
                condition=Q(ruled_on__isnull=True) | Q(raised_on__lte=F("ruled_on")),
                name="list_objection_days",
                violation_error_message="裁定日期不能早于提出日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(corrected="") | Q(state=ACCEPTED),
                name="list_objection_corrected",
                violation_error_message="只有采纳的异议才有更正。",
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def of_row(self) -> bool:
        """Whether it is about a row of a ledger, which is put right there."""
        return self.about == ROW

    @property
    def called(self) -> str:
        """The objection as people call it."""
        return f"{self.number} {self.subject}"
