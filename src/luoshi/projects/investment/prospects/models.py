"""A firm that a gap in a chain calls for."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.directory import credit_codes
from luoshi.directory.chains.models import ChainLink
from luoshi.directory.regions.models import Region
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.investment.leads.models import Lead

FOUND, CONTACTED, LED, DROPPED = "found", "contacted", "led", "dropped"
STATES = ((FOUND, "已梳理"), (CONTACTED, "已对接"), (LED, "已成线索"), (DROPPED, "不再跟进"))


class ProspectQuerySet(models.QuerySet["Prospect"]):
    """Prospects in the words of those who ask for them."""

    def untouched(self) -> ProspectQuerySet:
        """Found and not yet spoken to, longest waiting first."""
        return self.filter(state=FOUND).order_by("found_on", "pk")


class Prospect(Row):
    """One firm for one link of a chain; the revenue in fen."""

    name = models.CharField("企业名称", max_length=120)
    credit_code = models.CharField(
        "统一社会信用代码", max_length=18, blank=True, validators=(credit_codes.validate,)
    )
    chain_link = models.ForeignKey(
        ChainLink, on_delete=models.PROTECT, verbose_name="产业链环节", related_name="prospects"
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, verbose_name="所在地区", null=True, blank=True, related_name="+"
    )
    main_product = models.CharField("主要产品", max_length=200, blank=True)
    revenue = models.BigIntegerField("年营业收入", null=True, blank=True)
    why = models.CharField("引进理由", max_length=2000)
    found_on = models.DateField("梳理日期")
    contacted_on = models.DateField("首次对接日期", null=True, blank=True)
    lead = models.ForeignKey(
        Lead,
        on_delete=models.PROTECT,
        verbose_name="招商线索",
        null=True,
        blank=True,
        related_name="prospects",
    )
    person = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="跟进人", null=True, blank=True, related_name="+"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    note = models.CharField("备注", max_length=400, blank=True)
    state = models.CharField("状态", max_length=20, choices=STATES, default=FOUND)

    objects = ProspectQuerySet.as_manager()

    class Meta:
        indexes = by_month("found_on", "contacted_on")
        verbose_name = "目标企业"
        verbose_name_plural = "目标企业"
        ordering = ("chain_link", "name")
        constraints = (
            models.UniqueConstraint(
                fields=("name", "chain_link"),
                name="prospect_once_a_link",
                violation_error_message="这家企业在这个环节已经登记，请直接修改原有的行。",
            ),
            models.CheckConstraint(
                condition=Q(revenue__isnull=True) | Q(revenue__gte=0),
                name="prospect_revenue",
                violation_error_message="年营业收入不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(contacted_on__isnull=True) | Q(contacted_on__gte=models.F("found_on")),
                name="prospect_found_contacted",
                violation_error_message="梳理日期不能晚于首次对接日期，请核对两个日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state=LED) | Q(lead__isnull=False),
                name="prospect_led_to",
                violation_error_message="状态为“已成线索”的要选招商线索，请补填。",
            ),
        )

    def __str__(self) -> str:
        return self.name
