"""A project that an investor has signed for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.directory import credit_codes
from luoshi.directory.chains.models import ChainLink
from luoshi.directory.industries.models import Industry
from luoshi.directory.regions.models import Region
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.investment.currencies import CNY, CURRENCIES, converted
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.land.parcels.models import Parcel
from luoshi.projects.stages import Stage, StateField, date_checks, order_checks
from luoshi.projects.words import INVESTOR_KINDS

SIGNED, REGISTERED, STARTED, ENDED = "signed", "registered", "started", "ended"
STATES = ((SIGNED, "已签约"), (REGISTERED, "已注册"), (STARTED, "已开工"), (ENDED, "已终止"))
SIGNING = Stage(SIGNED, "已签约", "signed_on", "签约日期")
REGISTRATION = Stage(REGISTERED, "已注册", "registered_on", "注册日期")
START = Stage(STARTED, "已开工", "started_on", "开工日期")
END = Stage(ENDED, "已终止", "ended_on", "终止日期")

DOMESTIC, FOREIGN = "domestic", "foreign"
KINDS = ((DOMESTIC, "内资"), (FOREIGN, "外资"))

YES, NO, NOT_DUE = "yes", "no", "not_due"
FULFILLED = ((YES, "已履约"), (NO, "未履约"), (NOT_DUE, "未到期"))

IN_PROVINCE, OUT_OF_PROVINCE, ABROAD = "in_province", "out_of_province", "abroad"
ORIGINS = ((IN_PROVINCE, "省内"), (OUT_OF_PROVINCE, "国内省外"), (ABROAD, "境外"))


class SigningQuerySet(models.QuerySet["Signing"]):
    """Signed projects in the words of those who ask for them."""

    def waiting(self) -> SigningQuerySet:
        """Signed, neither started nor ended, longest first."""
        return self.filter(started_on__isnull=True, ended_on__isnull=True).order_by("signed_on", "pk")


class Signing(Row):
    """One signed contract; the amount is in fen."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    project = models.CharField("项目名称", max_length=120)
    investor = models.CharField("投资方", max_length=120)
    credit_code = models.CharField(
        "统一社会信用代码", max_length=18, blank=True, validators=(credit_codes.validate,)
    )
    investor_kind = models.CharField("投资方性质", max_length=20, choices=INVESTOR_KINDS, blank=True)
    kind = models.CharField("资金性质", max_length=20, choices=KINDS, default=DOMESTIC)
    origin = models.CharField("资金来源地", max_length=20, choices=ORIGINS, blank=True)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, verbose_name="投资方所在地", null=True, blank=True, related_name="+"
    )
    industry = models.ForeignKey(
        Industry, on_delete=models.PROTECT, verbose_name="行业", null=True, blank=True, related_name="+"
    )
    chain_link = models.ForeignKey(
        ChainLink,
        on_delete=models.PROTECT,
        verbose_name="产业链环节",
        null=True,
        blank=True,
        related_name="signings",
    )
    lead = models.ForeignKey(
        Lead,
        on_delete=models.PROTECT,
        verbose_name="招商线索",
        null=True,
        blank=True,
        related_name="signings",
    )
    parcel = models.ForeignKey(
        Parcel,
        on_delete=models.PROTECT,
        verbose_name="用地地块",
        null=True,
        blank=True,
        related_name="signings",
    )
    land = models.BigIntegerField("约定用地", null=True, blank=True)
    amount = models.BigIntegerField("签约金额")
    equipment = models.BigIntegerField("其中设备投资", null=True, blank=True)
    currency = models.CharField("合同币种", max_length=3, choices=CURRENCIES, default=CNY)
    contract_foreign = models.BigIntegerField("原币金额", null=True, blank=True)
    rate = models.BigIntegerField("签约日汇率", null=True, blank=True)
    with_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, verbose_name="联合招引单位", null=True, blank=True, related_name="+"
    )
    signing_event = models.CharField("签约活动", max_length=80, blank=True)
    signed_on = models.DateField("签约日期")
    registered_on = models.DateField("注册日期", null=True, blank=True)
    promised_start = models.DateField("约定开工日期", null=True, blank=True)
    promised_complete = models.DateField("约定竣工日期", null=True, blank=True)
    promised_tax = models.BigIntegerField("承诺年税收", null=True, blank=True)
    started_on = models.DateField("开工日期", null=True, blank=True)
    ended_on = models.DateField("终止日期", null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    leader = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="包联领导", null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="跟进人", null=True, blank=True, related_name="+"
    )
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=SIGNED)
    place = models.JSONField("位置", null=True, blank=True)
    contract = models.JSONField("合同文本", null=True, blank=True)
    counts = models.BooleanField("计入统计", default=True, editable=False)
    fulfilled = models.CharField("履约", max_length=20, choices=FULFILLED, blank=True, editable=False)
    fulfilled_why = models.CharField("履约说明", max_length=400, blank=True, editable=False)
    judged_on = models.DateField("履约评定至", null=True, blank=True, editable=False)

    stages: ClassVar[tuple[Stage, ...]] = (SIGNING, REGISTRATION, START, END)
    objects = SigningQuerySet.as_manager()

    class Meta:
        verbose_name = "签约项目"
        verbose_name_plural = "签约项目"
        ordering = ("-signed_on", "-pk")
        indexes = (
            models.Index(fields=("unit", "signed_on"), name="signing_unit_signed"),
            *by_month("registered_on", "started_on"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("lead",),
                name="signing_once_a_lead",
                violation_error_message="这条线索已经有签约项目，请核对是否重复登记。",
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="signing_amount",
                violation_error_message="签约金额应大于 0，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(equipment__isnull=True) | Q(equipment__gte=0, equipment__lte=models.F("amount")),
                name="signing_equipment",
                violation_error_message="设备投资不能为负，也不能超过签约金额，请核对。",
            ),
            converted("signing_rate", "contract_foreign", "rate", "amount", "签约金额"),
            models.CheckConstraint(
                condition=Q(with_unit__isnull=True) | ~Q(with_unit=models.F("unit")),
                name="signing_with_unit",
                violation_error_message="联合招引单位不能就是责任单位，请另选或不填。",
            ),
            models.CheckConstraint(
                condition=Q(land__isnull=True) | Q(land__gte=0),
                name="signing_land",
                violation_error_message="约定用地不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(promised_tax__isnull=True) | Q(promised_tax__gte=0),
                name="signing_promised_tax",
                violation_error_message="承诺年税收不能为负，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(promised_start__isnull=True)
                | Q(promised_complete__isnull=True)
                | Q(promised_start__lte=models.F("promised_complete")),
                name="signing_promised_dates",
                violation_error_message="约定开工日期不能晚于约定竣工日期，请核对。",
            ),
            *order_checks("signing", (SIGNING, REGISTRATION)),
            *order_checks("signing", (SIGNING, START)),  # work may start before the registration
            *order_checks("signing", (SIGNING, END)),
            *date_checks("signing", (REGISTRATION, START, END)),
        )

    def __str__(self) -> str:
        return self.project

    @property
    def also_called(self) -> tuple[str, ...]:
        """The number, and the number with the name."""
        return (self.number, f"{self.number} {self.project}")
