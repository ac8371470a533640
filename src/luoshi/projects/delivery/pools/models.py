"""A project in a pool: conceived, studied, applied for, not yet under way."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.stages import Stage, StateField, date_checks, order_checks
from luoshi.projects.words import PROJECT_KINDS

CONCEIVED, RESERVED, APPLIED = "conceived", "reserved", "applied"
PROMOTED, DROPPED = "promoted", "dropped"
STAGES = (
    Stage(CONCEIVED, "谋划", "entered_on", "入库日期"),
    Stage(RESERVED, "储备", "feasibility_on", "可研批复日期"),
    Stage(APPLIED, "已申报", "bond_applied_on", "债券申报日期"),
    Stage(PROMOTED, "已转实施", "promoted_on", "转实施日期"),
)
STATES = (*((stage.state, stage.title) for stage in STAGES), (DROPPED, "已移出"))

IDEAS, FIVE_YEAR, THREE_YEAR, BOND = "ideas", "five_year", "three_year", "bond"
POOLS = (
    (IDEAS, "谋划库"),
    (FIVE_YEAR, "五年规划库"),
    (THREE_YEAR, "三年滚动库"),
    (BOND, "专项债券库"),
)
NEXT = {IDEAS: FIVE_YEAR, FIVE_YEAR: THREE_YEAR}  # from the first idea towards what is built


class PoolProject(Row):
    """One project in one pool; amounts in fen."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    name = models.CharField("项目名称", max_length=120)
    pool = models.CharField("储备库", max_length=20, choices=POOLS)
    kind = models.CharField("类别", max_length=20, choices=PROJECT_KINDS)
    amount = models.BigIntegerField("估算总投资")
    planned_start = models.DateField("计划开工日期", null=True, blank=True)
    entered_on = models.DateField("入库日期")
    feasibility_on = models.DateField("可研批复日期", null=True, blank=True)
    bond_applied_on = models.DateField("债券申报日期", null=True, blank=True)
    bond_amount = models.BigIntegerField("申报债券额度", null=True, blank=True)
    bond_got_on = models.DateField("债券到位日期", null=True, blank=True)
    promoted_on = models.DateField("转实施日期", null=True, blank=True)
    bond_got = models.BigIntegerField("债券到位金额", null=True, blank=True)
    person = models.ForeignKey(
        User, on_delete=models.PROTECT, verbose_name="联络人", null=True, blank=True, related_name="+"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=CONCEIVED)

    stages: ClassVar[tuple[Stage, ...]] = STAGES

    class Meta:
        indexes = by_month("entered_on", "feasibility_on", "bond_applied_on", "bond_got_on", "promoted_on")
        verbose_name = "储备项目"
        verbose_name_plural = "储备项目"
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="pool_project_amount",
                violation_error_message="估算总投资应大于 0，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(bond_amount__isnull=True) | Q(bond_amount__gt=0, bond_amount__lte=F("amount")),
                name="pool_project_bond_amount",
                violation_error_message="申报债券额度应大于 0，也不能超过估算总投资，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(bond_got__isnull=True, bond_got_on__isnull=True)
                | Q(bond_got__isnull=False, bond_got__gt=0, bond_got_on__isnull=False),
                name="pool_project_bond_got",
                violation_error_message="债券到位日期和到位金额要么都填，要么都不填，金额应大于 0，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(bond_got_on__isnull=True)
                | Q(bond_applied_on__isnull=False, bond_got_on__gte=F("bond_applied_on")),
                name="pool_project_bond_dates",
                violation_error_message="债券到位日期不能早于债券申报日期，也不能没有申报日期，请核对。",
            ),
            *order_checks("pool_project", STAGES),
            *date_checks("pool_project", STAGES[1:], "储备项目"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def also_called(self) -> tuple[str, ...]:
        """The number with the name."""
        return (f"{self.number} {self.name}",)
