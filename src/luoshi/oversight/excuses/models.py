"""An excuse for one light: of a target or of a project, in a month."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from luoshi.directory.calendars.models import period_check
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import ClockedRow, by_month
from luoshi.rules import colours

TARGET, PROJECT = "target", "project"
ABOUT = ((TARGET, "目标"), (PROJECT, "项目"))
LEDGERS = {TARGET: "plans.targets", PROJECT: "delivery.projects"}
ASKED, APPROVED, REFUSED, WITHDRAWN = "asked", "approved", "refused", "withdrawn"
STATES = ((ASKED, "待审批"), (APPROVED, "已批准"), (REFUSED, "未批准"), (WITHDRAWN, "已撤回"))
STANDING = (ASKED, APPROVED)  # lights tell of them
WAS = (("yellow", colours.WORDS["yellow"]), ("red", colours.WORDS["red"]))


class ExcuseQuerySet(models.QuerySet["Excuse"]):
    """Excuses by what they are about."""

    def about(self, ledger: str, row: int) -> ExcuseQuerySet:
        """Those of the lights of one row, the newest first."""
        return self.filter(ledger=ledger, row=row).select_related("unit").order_by("-period", "-pk")

    def standing(self) -> ExcuseQuerySet:
        """Those that lights tell of: asked for or approved."""
        return self.filter(state__in=STANDING)

    def to_correct(self) -> ExcuseQuerySet:
        """Those of targets that were approved and from which nothing has followed yet, nor been said to follow."""
        found = self.filter(about=TARGET, state=APPROVED, corrected="", decided_on__isnull=False)
        return found.select_related("unit").order_by("period", "number")

    def waiting(self) -> ExcuseQuerySet:
        """Those that nobody has decided, first due first."""
        return self.filter(state=ASKED).select_related("unit").order_by("due_on", "number")


class Excuse(ClockedRow):
    """One request; ``ledger`` and ``row`` refer to what shines, ``subject`` is how people call it.

    ``was`` is the light as it shone when the unit asked, ``basis`` names what proves the reason (a notice, a report),
    ``decided_by`` who approved or refused. ``corrected`` names what followed from it where its light was published
    before it was approved, or why nothing did.
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
    was = models.CharField("原灯色", max_length=8, choices=WAS)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="申请单位", related_name="+")
    asked_on = models.DateField("申请日期")
    reason = models.CharField("正当理由", max_length=200)
    basis = models.CharField("依据", max_length=400)
    proof = models.JSONField("佐证材料", null=True, blank=True)
    answer = models.CharField("审批意见", max_length=400, blank=True)
    decided_on = models.DateField("审批日期", null=True, blank=True)
    decided_by = models.CharField("审批人", max_length=60, blank=True)
    corrected = models.CharField("更正结果", max_length=400, blank=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=ASKED)

    objects = ExcuseQuerySet.as_manager()

    class Meta:
        verbose_name = "正当理由"
        verbose_name_plural = "正当理由"
        ordering = ("-asked_on", "-number")
        indexes = (models.Index(fields=("ledger", "row", "period"), name="excuse_row"), *by_month("asked_on"))
        constraints = (
            period_check("excuse_period"),
            models.UniqueConstraint(
                fields=("ledger", "row", "period"),
                condition=Q(state__in=STANDING),
                name="excuse_once",
                violation_error_message="这盏灯这个月的正当理由已经申请，不用再提；要改写的，请先撤回原来的申请。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(APPROVED, REFUSED)) | ~Q(answer="") & Q(decided_on__isnull=False),
                name="excuse_decided",
                violation_error_message="已审批的正当理由要有审批意见和审批日期，请补填。",
            ),
            models.CheckConstraint(
                condition=Q(corrected="") | Q(state=APPROVED),
                name="excuse_corrected",
                violation_error_message="批准以后已经更正，或已说明不更正的理由，不能撤销批准。",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(asked_on__lte=F("decided_on")),
                name="excuse_days",
                violation_error_message="审批日期不能早于申请日期，请核对。",
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def called(self) -> str:
        """The excuse as people call it."""
        return f"{self.number} {self.subject}"
