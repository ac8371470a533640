"""One team that has gone out to win investment."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.directory.chains.models import ChainLink
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month

ACTIVE, ENDED = "active", "ended"
STATES = ((ACTIVE, "驻点中"), (ENDED, "已撤回"))


class Team(Row):
    """Who is out for which chain; money in fen."""

    title = models.CharField("队伍名称", max_length=60, unique=True)
    chain_link = models.ForeignKey(
        ChainLink,
        on_delete=models.PROTECT,
        verbose_name="主攻环节",
        null=True,
        blank=True,
        related_name="teams",
    )
    head = models.ForeignKey(User, on_delete=models.PROTECT, verbose_name="负责人", related_name="+")
    members = models.JSONField("成员", default=list, blank=True)
    set_up_on = models.DateField("组建日期")
    ended_on = models.DateField("撤回日期", null=True, blank=True)
    budget = models.BigIntegerField("年度经费", null=True, blank=True)
    target_amount = models.BigIntegerField("年度签约目标", null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    note = models.CharField("备注", max_length=400, blank=True)
    state = models.CharField("状态", max_length=20, choices=STATES, default=ACTIVE)

    class Meta:
        indexes = (*by_month("set_up_on"), *by_month("ended_on"))
        verbose_name = "招商队伍"
        verbose_name_plural = "招商队伍"
        ordering = ("title",)
        constraints = (
            models.CheckConstraint(
                condition=Q(budget__isnull=True) | Q(budget__gte=0),
                name="team_budget",
                violation_error_message="年度经费不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(target_amount__isnull=True) | Q(target_amount__gte=0),
                name="team_target_amount",
                violation_error_message="年度签约目标不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=models.F("set_up_on")),
                name="team_set_up_ended",
                violation_error_message="组建日期不能晚于撤回日期，请核对两个日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state=ENDED) | Q(ended_on__isnull=False),
                name="team_ended_dated",
                violation_error_message="状态为“已撤回”的队伍要有撤回日期，请补填。",
            ),
        )

    def __str__(self) -> str:
        return self.title
