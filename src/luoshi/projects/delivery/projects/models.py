"""A project with the days on which it reached each of its stages."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.accounts.models import User
from luoshi.directory.chains.models import ChainLink
from luoshi.directory.industries.models import Industry
from luoshi.directory.units.models import Unit
from luoshi.enterprises.register.models import Enterprise
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.delivery.pools.models import PoolProject
from luoshi.projects.investment.signings.models import Signing
from luoshi.projects.land.parcels.models import Parcel
from luoshi.projects.stages import Stage, StateField, date_checks, not_negative, order_checks
from luoshi.projects.words import PROJECT_KINDS

CONCEIVED, RESERVED, STARTED = "conceived", "reserved", "started"
COMPLETED, OPERATING, AT_CAPACITY = "completed", "operating", "at_capacity"
STAGES = (
    Stage(CONCEIVED, "谋划", "conceived_on", "谋划日期"),
    Stage(RESERVED, "储备", "reserved_on", "储备日期"),
    Stage(STARTED, "开工", "started_on", "开工日期"),
    Stage(COMPLETED, "竣工", "completed_on", "竣工日期"),
    Stage(OPERATING, "投产", "operating_on", "投产日期"),
    Stage(AT_CAPACITY, "达产", "at_capacity_on", "达产日期"),
)
STATES = tuple((stage.state, stage.title) for stage in STAGES)
LEVELS = (("province", "省级"), ("city", "市级"), ("zone", "区级"))
KINDS = PROJECT_KINDS
RENOVATION = "renovation"
NATURES = (("new", "新建"), ("continued", "续建"), (RENOVATION, "技改"), ("expansion", "扩建"))


FIGURES = (("land", "项目用地"), ("planned_sales", "达产年开票销售"), ("planned_tax", "达产年税收"))


class ProjectQuerySet(models.QuerySet["Project"]):
    """Projects in the words of those who ask for them."""

    def under_construction(self) -> ProjectQuerySet:
        """Started and not completed."""
        return self.filter(started_on__isnull=False, completed_on__isnull=True)

    def late_to_complete(self, on: datetime.date) -> ProjectQuerySet:
        """Planned to be completed before a day and not completed."""
        return self.filter(completed_on__isnull=True, planned_complete__lt=on).order_by(
            "planned_complete", "pk"
        )


class Project(Row):
    """One project; amounts are in fen."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    name = models.CharField("项目名称", max_length=120)
    level = models.CharField("级别", max_length=20, choices=LEVELS, default="zone")
    kind = models.CharField("类别", max_length=20, choices=KINDS)
    owner = models.CharField("建设单位", max_length=120)
    industry = models.ForeignKey(
        Industry, on_delete=models.PROTECT, verbose_name="行业", null=True, blank=True, related_name="+"
    )
    signing = models.ForeignKey(
        Signing,
        on_delete=models.PROTECT,
        verbose_name="签约项目",
        null=True,
        blank=True,
        related_name="projects",
    )
    pool = models.OneToOneField(
        PoolProject,
        on_delete=models.PROTECT,
        verbose_name="储备项目",
        null=True,
        blank=True,
        related_name="project",
        error_messages={"unique": "这个储备项目已经转为项目，请直接修改原有的行。"},
    )
    nature = models.CharField("建设性质", max_length=20, choices=NATURES, default="new")
    template = models.CharField("节点模板", max_length=40, blank=True)
    parcel = models.ForeignKey(
        Parcel,
        on_delete=models.PROTECT,
        verbose_name="用地地块",
        null=True,
        blank=True,
        related_name="projects",
    )
    land = models.BigIntegerField("项目用地", null=True, blank=True)
    enterprise = models.ForeignKey(
        Enterprise,
        on_delete=models.PROTECT,
        verbose_name="企业",
        null=True,
        blank=True,
        related_name="projects",
    )
    chain_link = models.ForeignKey(
        ChainLink,
        on_delete=models.PROTECT,
        verbose_name="产业链环节",
        null=True,
        blank=True,
        related_name="projects",
    )
    planned_total = models.BigIntegerField("计划总投资")
    planned_year = models.BigIntegerField("年度计划投资", null=True, blank=True)
    equipment = models.BigIntegerField("其中设备投资", null=True, blank=True)
    planned_sales = models.BigIntegerField("达产年开票销售", null=True, blank=True)
    planned_tax = models.BigIntegerField("达产年税收", null=True, blank=True)
    promised_start = models.DateField("承诺开工日期", null=True, blank=True)
    promised_complete = models.DateField("承诺竣工日期", null=True, blank=True)
    planned_start = models.DateField("计划开工日期", null=True, blank=True)
    planned_complete = models.DateField("计划竣工日期", null=True, blank=True)
    conceived_on = models.DateField("谋划日期", null=True, blank=True)
    reserved_on = models.DateField("储备日期", null=True, blank=True)
    started_on = models.DateField("开工日期", null=True, blank=True)
    completed_on = models.DateField("竣工日期", null=True, blank=True)
    operating_on = models.DateField("投产日期", null=True, blank=True)
    at_capacity_on = models.DateField("达产日期", null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    leader = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="包联领导", null=True, blank=True, related_name="+"
    )
    task_force = models.ForeignKey(
        Unit, on_delete=models.PROTECT, verbose_name="专班", null=True, blank=True, related_name="+"
    )
    patron = models.ForeignKey(
        Unit, on_delete=models.PROTECT, verbose_name="包联单位", null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="联络人", null=True, blank=True, related_name="+"
    )
    secretary = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="企业秘书", null=True, blank=True, related_name="+"
    )
    entry_applied_on = models.DateField("申报入库日期", null=True, blank=True)
    entered_on = models.DateField("入库纳统日期", null=True, blank=True)
    statistic_code = models.CharField("统计代码", max_length=40, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("阶段", max_length=20, choices=STATES, default=CONCEIVED)

    stages: ClassVar[tuple[Stage, ...]] = STAGES
    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = "项目"
        verbose_name_plural = "项目"
        ordering = ("number",)
        indexes = (
            models.Index(fields=("unit", "started_on"), name="project_unit_started"),
            *by_month(
                "conceived_on",
                "reserved_on",
                "completed_on",
                "operating_on",
                "at_capacity_on",
                "entered_on",
                "planned_start",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(planned_total__gt=0),
                name="project_planned_total",
                violation_error_message="计划总投资应大于 0，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(planned_year__isnull=True)
                | Q(planned_year__gte=0, planned_year__lte=F("planned_total")),
                name="project_planned_year",
                violation_error_message="年度计划投资不能为负，也不能超过计划总投资，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(planned_start__isnull=True)
                | Q(planned_complete__isnull=True)
                | Q(planned_start__lte=F("planned_complete")),
                name="project_planned_dates",
                violation_error_message="计划开工日期不能晚于计划竣工日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(promised_start__isnull=True)
                | Q(promised_complete__isnull=True)
                | Q(promised_start__lte=F("promised_complete")),
                name="project_promised_dates",
                violation_error_message="承诺开工日期不能晚于承诺竣工日期，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(equipment__isnull=True) | Q(equipment__gte=0, equipment__lte=F("planned_total")),
                name="project_equipment",
                violation_error_message="设备投资不能为负，也不能超过计划总投资，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(entry_applied_on__isnull=True)
                | Q(entered_on__isnull=True)
                | Q(entry_applied_on__lte=F("entered_on")),
                name="project_entry_dates",
                violation_error_message="申报入库日期不能晚于入库纳统日期，请核对。",
            ),
            *(not_negative("project", name, title) for name, title in FIGURES),
            *order_checks("project", STAGES),
            *date_checks("project", STAGES[1:]),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def also_called(self) -> tuple[str, ...]:
        """The number, and the number with the name."""
        return (self.number, f"{self.number} {self.name}")

    def open_problems(self) -> list[str]:
        """The problems of the project that are not struck off, as people call them."""
        problems = getattr(self, "problems")  # noqa: B009 - stands above this ledger, and points here
        return [problem.called for problem in problems.open()]
