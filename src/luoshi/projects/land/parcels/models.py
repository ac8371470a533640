"""A parcel of land with the days on which it was reserved, cleared, supplied and built on."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.directory.units.models import Unit
from luoshi.enterprises.register.models import Enterprise
from luoshi.ledgers.models import Row, by_month
from luoshi.projects.land.districts.models import District
from luoshi.projects.land.outlines import refuse_other_area
from luoshi.projects.stages import Stage, StateField, date_checks, not_negative, order_checks

PLANNED, RESERVED, READY, SUPPLIED = "planned", "reserved", "ready", "supplied"
DELIVERED, BUILDING, BUILT, RETURNED = "delivered", "building", "built", "returned"
START = Stage(PLANNED, "规划中", "", "")
STAGES = (
    Stage(RESERVED, "已收储", "reserved_on", "收储日期"),
    Stage(READY, "净地", "cleared_on", "净地日期"),
    Stage(SUPPLIED, "已供应", "supplied_on", "供地日期"),
    Stage(DELIVERED, "已交地", "delivered_on", "交地日期"),
    Stage(BUILDING, "在建", "started_on", "开工日期"),
    Stage(BUILT, "已建成", "completed_on", "竣工日期"),
)
RETURN = Stage(RETURNED, "已收回", "returned_on", "收回日期")
STATES = tuple((stage.state, stage.title) for stage in (START, *STAGES, RETURN))

INDUSTRIAL = "industrial"
USES = (
    (INDUSTRIAL, "工业"),
    ("logistics", "仓储物流"),
    ("research", "科研"),
    ("commercial", "商业服务"),
    ("residential", "居住"),
    ("public", "公共服务"),
)
SUPPLY_KINDS = (
    ("auction", "招拍挂"),
    ("transfer", "协议出让"),
    ("allocation", "划拨"),
    ("lease", "租赁"),
)


class Parcel(Row):
    """One parcel; area in hundredths of a mu, the price in fen, what is asked of its user per mu in fen."""

    number = models.CharField(
        "编号",
        max_length=40,
        unique=True,
        error_messages={"unique": "这个编号已经用过，请核对是否重复登记。"},
    )
    name = models.CharField("地块名称", max_length=80)
    district = models.ForeignKey(
        District, on_delete=models.PROTECT, verbose_name="片区", null=True, blank=True, related_name="parcels"
    )
    area = models.BigIntegerField("面积")
    use = models.CharField("用途", max_length=20, choices=USES)
    plan_no = models.CharField("规划条件文号", max_length=40, blank=True)
    standard = models.BooleanField("标准地", default=False)
    intensity_min = models.BigIntegerField("投资强度下限", null=True, blank=True)
    tax_min = models.BigIntegerField("亩均税收下限", null=True, blank=True)
    energy_max = models.BigIntegerField("单位能耗上限", null=True, blank=True)
    plot_ratio = models.BigIntegerField("容积率下限", null=True, blank=True)
    owner = models.CharField("权属人", max_length=120, blank=True)
    certificate = models.CharField("不动产权证号", max_length=60, blank=True)
    reserved_on = models.DateField("收储日期", null=True, blank=True)
    cleared_on = models.DateField("净地日期", null=True, blank=True)
    supplied_on = models.DateField("供地日期", null=True, blank=True)
    supply_kind = models.CharField("供应方式", max_length=20, choices=SUPPLY_KINDS, blank=True)
    price = models.BigIntegerField("成交价", null=True, blank=True)
    user = models.CharField("用地单位", max_length=120, blank=True)
    enterprise = models.ForeignKey(
        Enterprise,
        on_delete=models.PROTECT,
        verbose_name="用地企业",
        null=True,
        blank=True,
        related_name="parcels",
    )
    contract_no = models.CharField("出让合同编号", max_length=40, blank=True)
    must_start_on = models.DateField("约定开工日期", null=True, blank=True)
    must_complete_on = models.DateField("约定竣工日期", null=True, blank=True)
    delivered_on = models.DateField("交地日期", null=True, blank=True)
    started_on = models.DateField("开工日期", null=True, blank=True)
    completed_on = models.DateField("竣工日期", null=True, blank=True)
    capacity_on = models.DateField("达产日期", null=True, blank=True)
    returned_on = models.DateField("收回日期", null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+")
    place = models.JSONField("边界", null=True, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)
    state = StateField("状态", max_length=20, choices=STATES, default=PLANNED)

    looks_at: ClassVar[tuple[str, ...]] = ("place", "area")
    stages: ClassVar[tuple[Stage, ...]] = (START, *STAGES, RETURN)

    class Meta:
        verbose_name = "地块"
        verbose_name_plural = "地块"
        ordering = ("number",)
        indexes = (
            models.Index(fields=("unit", "supplied_on"), name="parcel_unit_supplied"),
            *by_month("completed_on"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(area__gt=0),
                name="parcel_area",
                violation_error_message="地块面积应大于 0，请核对。",
            ),
            not_negative("parcel", "intensity_min", "投资强度下限"),
            not_negative("parcel", "tax_min", "亩均税收下限"),
            not_negative("parcel", "energy_max", "单位能耗上限"),
            not_negative("parcel", "plot_ratio", "容积率下限"),
            not_negative("parcel", "price", "成交价"),
            models.CheckConstraint(
                condition=Q(supplied_on__isnull=True) | (~Q(user="") & ~Q(supply_kind="")),
                name="parcel_supplied_to",
                violation_error_message="已供应的地块要有用地单位和供应方式，请补填。",
            ),
            models.CheckConstraint(
                condition=Q(must_start_on__isnull=True)
                | Q(must_complete_on__isnull=True)
                | Q(must_start_on__lte=models.F("must_complete_on")),
                name="parcel_must_dates",
                violation_error_message="约定开工日期不能晚于约定竣工日期，请核对。",
            ),
            *order_checks("parcel", STAGES),
            models.CheckConstraint(
                condition=Q(capacity_on__isnull=True)
                | Q(supplied_on__isnull=False, supplied_on__lte=models.F("capacity_on")),
                name="parcel_capacity",
                violation_error_message="达产日期要在供地日期以后，请核对两个日期。",
            ),
            *order_checks("parcel", (STAGES[2], RETURN)),
            *date_checks("parcel", (*STAGES, RETURN), of="地块"),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """The outline is as large as the area says."""
        refuse_other_area(self.place, self.area)

    @property
    def also_called(self) -> tuple[str, ...]:
        """The number with the name."""
        return (f"{self.number} {self.name}",)
