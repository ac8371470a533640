"""A promise that the zone or an investor made in a contract: what, by when, on what condition."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q

from luoshi.ledgers.models import Row, by_month
from luoshi.projects.investment.signings.models import Signing

OPEN, KEPT, BROKEN, WAIVED = "open", "kept", "broken", "waived"
STATES = ((OPEN, "履行中"), (KEPT, "已兑现"), (BROKEN, "未兑现"), (WAIVED, "已免除"))
SIDES = (("zone", "我方"), ("investor", "企业方"))
KINDS = (
    ("invest", "投资"),
    ("pay_in", "资金到位"),
    ("start", "开工"),
    ("complete", "竣工"),
    ("tax", "税收"),
    ("jobs", "就业"),
    ("land", "供地"),
    ("utilities", "配套"),
    ("reward", "奖补"),
    ("policy", "政策"),
)


class PromiseQuerySet(models.QuerySet["Promise"]):
    """Promises in the words of those who ask for them."""

    def overdue(self, on: datetime.date) -> PromiseQuerySet:
        """Due before a day and neither kept, broken nor waived."""
        return self.filter(state=OPEN, due_on__lt=on).order_by("due_on", "pk")


class Promise(Row):
    """One promise; ``condition`` is another that has to be kept first, the amount is in fen."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    signing = models.ForeignKey(
        Signing, on_delete=models.PROTECT, verbose_name="签约项目", related_name="promises"
    )
    side = models.CharField("承诺方", max_length=20, choices=SIDES)
    kind = models.CharField("事项", max_length=20, choices=KINDS)
    content = models.CharField("承诺内容", max_length=400)
    amount = models.BigIntegerField("金额", null=True, blank=True)
    due_on = models.DateField("兑现期限")
    condition = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        verbose_name="兑现前提",
        null=True,
        blank=True,
        related_name="dependents",
    )
    kept_on = models.DateField("兑现日期", null=True, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)
    state = models.CharField("状态", max_length=20, choices=STATES, default=OPEN)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        indexes = by_month("due_on", unit="")
        verbose_name = "承诺事项"
        verbose_name_plural = "承诺事项"
        ordering = ("due_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0),
                name="promise_amount",
                violation_error_message="金额不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=~Q(state=KEPT) | Q(kept_on__isnull=False),
                name="promise_kept_dated",
                violation_error_message="状态为“已兑现”的要有兑现日期，请补填。",
            ),
            models.CheckConstraint(
                condition=Q(condition__isnull=True) | ~Q(condition=F("pk")),
                name="promise_own_condition",
                violation_error_message="一项承诺不能是它自己的兑现前提，请另选或不填。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.content[:40]}".strip()

    @property
    def called(self) -> str:
        """The promise as people call it."""
        return str(self)
