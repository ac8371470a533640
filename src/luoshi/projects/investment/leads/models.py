"""A lead: somebody who might invest, with what was answered and judged."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.directory import credit_codes
from luoshi.directory.chains.models import ChainLink
from luoshi.directory.industries.models import Industry
from luoshi.directory.regions.models import Region
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import ClockedRow
from luoshi.projects.investment.ambassadors.models import Ambassador
from luoshi.projects.investment.trips.models import Trip
from luoshi.projects.stages import Stage, StateField, date_checks, not_negative, order_checks
from luoshi.projects.words import INVESTOR_KINDS

DRAFT, RECEIVED, ANSWERED, JUDGED = "draft", "received", "answered", "judged"
NEGOTIATING, SCREENED, SIGNED = "negotiating", "screened", "signed"
KEPT, GIVEN_UP = "kept", "given_up"
START = Stage(DRAFT, "草稿", "", "")
STAGES = (
    Stage(RECEIVED, "已收到", "received_on", "收到日期"),
    Stage(ANSWERED, "已答复", "answered_on", "首次答复日期"),
    Stage(JUDGED, "已研判", "judged_on", "研判日期"),
)
STATES = (
    *((stage.state, stage.title) for stage in (START, *STAGES)),
    (NEGOTIATING, "洽谈中"),
    (SCREENED, "已预审"),
    (SIGNED, "已签约"),
    (KEPT, "已储备"),
    (GIVEN_UP, "已放弃"),
)
JUDGEMENTS = (("follow", "跟进"), ("keep", "储备"), ("give_up", "放弃"))
SOURCES = (
    ("commerce", "以商招商"),
    ("branch", "驻外分局"),
    ("ambassador", "招商大使"),
    ("trip", "外出考察"),
    ("fair", "展会推介"),
    ("agency", "中介机构"),
    ("superior", "上级推送"),
    ("self", "自主对接"),
)
NEEDS = (
    ("land", "用地需求"),
    ("workshop", "厂房需求"),
    ("energy", "用能需求"),
    ("power", "用电需求"),
    ("invoiced_sales", "预计年开票销售"),
    ("tax", "预计年税收"),
)


class LeadQuerySet(models.QuerySet["Lead"]):
    """Leads in the words of those who ask for them."""

    def not_answered(self, on: datetime.date) -> LeadQuerySet:
        """Received before a day and not answered, longest waiting first."""
        return self.filter(state=RECEIVED, received_on__lt=on).order_by("received_on", "pk")

    def due(self) -> LeadQuerySet:
        """With a clock that runs, first due first."""
        return self.filter(due_on__isnull=False).order_by("due_on", "pk")

    def followed(self) -> LeadQuerySet:
        """Judged worth following, or negotiated already."""
        return self.filter(Q(state=NEGOTIATING) | Q(state=JUDGED, judgement="follow"))


class Lead(ClockedRow):
    """One lead; money in fen, areas in hundredths of their unit."""

    number = models.CharField("编号", max_length=40, blank=True)
    project = models.CharField("项目名称", max_length=120)
    source = models.CharField("线索来源", max_length=20, choices=SOURCES)
    informant = models.CharField("线索提供人", max_length=60, blank=True)
    ambassador = models.ForeignKey(
        Ambassador,
        on_delete=models.PROTECT,
        verbose_name="招商大使或顾问",
        null=True,
        blank=True,
        related_name="leads",
    )
    trip = models.ForeignKey(
        Trip, on_delete=models.PROTECT, verbose_name="外出招商", null=True, blank=True, related_name="leads"
    )
    investor = models.CharField("投资方", max_length=120)
    credit_code = models.CharField(
        "统一社会信用代码", max_length=18, blank=True, validators=(credit_codes.validate,)
    )
    investor_kind = models.CharField("投资方性质", max_length=20, choices=INVESTOR_KINDS, blank=True)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, verbose_name="投资方所在地", null=True, blank=True, related_name="+"
    )
    industry = models.ForeignKey(Industry, on_delete=models.PROTECT, verbose_name="行业", related_name="+")
    chain_link = models.ForeignKey(
        ChainLink,
        on_delete=models.PROTECT,
        verbose_name="产业链环节",
        null=True,
        blank=True,
        related_name="leads",
    )
    amount = models.BigIntegerField("预计投资额")
    invoiced_sales = models.BigIntegerField("预计年开票销售", null=True, blank=True)
    tax = models.BigIntegerField("预计年税收", null=True, blank=True)
    land = models.BigIntegerField("用地需求", null=True, blank=True)
    workshop = models.BigIntegerField("厂房需求", null=True, blank=True)
    energy = models.BigIntegerField("用能需求", null=True, blank=True)
    power = models.BigIntegerField("用电需求", null=True, blank=True)
    labour = models.PositiveIntegerField("用工需求", null=True, blank=True)
    contact = models.CharField("联系人", max_length=60, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    received_on = models.DateField("收到日期", null=True, blank=True)
    answered_on = models.DateField("首次答复日期", null=True, blank=True)
    judged_on = models.DateField("研判日期", null=True, blank=True)
    judgement = models.CharField("研判结论", max_length=20, choices=JUDGEMENTS, blank=True)
    judgement_reason = models.CharField("研判理由", max_length=2000, blank=True)
    replied_on = models.DateField("反馈来源日期", null=True, blank=True)
    reported_on = models.DateField("最近报告日期", null=True, blank=True)
    person = models.ForeignKey(User, on_delete=models.PROTECT, verbose_name="跟进人", related_name="+")
    leader = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="包联领导", null=True, blank=True, related_name="+"
    )
    partners = models.JSONField("协同人员", default=list, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=DRAFT)
    answered_in_time = models.BooleanField("按时答复", null=True, blank=True)
    judged_in_time = models.BooleanField("按时研判", null=True, blank=True)

    stages: ClassVar[tuple[Stage, ...]] = (START, *STAGES)
    objects = LeadQuerySet.as_manager()

    class Meta:
        verbose_name = "招商线索"
        verbose_name_plural = "招商线索"
        ordering = ("-received_on", "-pk")
        indexes = (models.Index(fields=("unit", "received_on"), name="lead_unit_received"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="lead_amount",
                violation_error_message="预计投资额应大于 0，请核对。",
            ),
            *(not_negative("lead", name, title) for name, title in NEEDS),
            models.CheckConstraint(
                condition=Q(judged_on__isnull=True) | (~Q(judgement="") & ~Q(judgement_reason="")),
                name="lead_judged",
                violation_error_message="填了研判日期的要有研判结论和理由，请补填。",
            ),
            models.UniqueConstraint(
                fields=("number",),
                condition=~Q(number=""),
                name="lead_number",
                violation_error_message="这个编号已经用过，请核对是否重复登记。",
            ),
            models.CheckConstraint(
                condition=Q(state=DRAFT) | Q(received_on__isnull=False),
                name="lead_received",
                violation_error_message="不是草稿的线索要有收到日期，请补填。",
            ),
            *order_checks("lead", STAGES),
            *date_checks("lead", STAGES[1:], of="线索"),
        )

    def __str__(self) -> str:
        return self.project

    @property
    def also_called(self) -> tuple[str, ...]:
        """The number with the project."""
        return (f"{self.number} {self.project}",)
