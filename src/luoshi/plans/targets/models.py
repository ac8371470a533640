"""A target: a promised figure with its window, its unit and what it is measured by."""

from __future__ import annotations

from decimal import Decimal

from django.db import models

from luoshi.ledgers import registry
from luoshi.ledgers.figures import Figure
from luoshi.ledgers.models import Binding
from luoshi.plans.clauses import fields, words
from luoshi.plans.clauses.promised import Promised
from luoshi.plans.documents.models import light
from luoshi.plans.indicators.models import BASES

ACTIVE, WITHDRAWN = "active", "withdrawn"
STATES = ((ACTIVE, "在用"), (WITHDRAWN, "已撤销"))
NONE, PROPOSED, CONFIRMED = "none", "proposed", "confirmed"
BINDING_STATES = ((NONE, "未确定"), (PROPOSED, "有建议，待确认"), (CONFIRMED, "已确认"))
ONCE, QUARTERLY, MONTHLY = "", "quarter", "month"
REPEATS = ((ONCE, "不重复"), (QUARTERLY, "每季度"), (MONTHLY, "每月"))
COMPARATORS = tuple(words.COMPARATORS.items())
MODALITIES = tuple(words.MODALITIES.items())
MEASURED, REPORTED, NO_SOURCE = "measured", "reported", "none"


def in_written_unit(figure: Figure, unit: str) -> Decimal | None:
    """A measured or reported figure in the unit of the promise (亿元 for 元); None where nothing is known.

    A figure without a unit was reported in the target's own; things that are counted (家, 个) stay as they are.
    """
    if figure.value is None or not figure.unit:
        return figure.value
    times, base = fields.amount_of(Decimal(1), unit)
    return figure.value / times if base == figure.unit else figure.value


class TargetQuerySet(models.QuerySet["Target"]):
    def active(self) -> TargetQuerySet:
        """Targets that stand, in the order of their numbers, with all that a wall shows of them at hand."""
        return (
            self.filter(state=ACTIVE)
            .select_related("clause", "indicator", "lead_unit", "parent", "binding")
            .prefetch_related(light("clause__document"))
            .order_by("number", "pk")
        )

    def in_month(self, period: int) -> TargetQuerySet:
        """Active targets of the plan year of a month (yyyymm)."""
        return self.active().filter(year=period // 100)

    def waiting(self) -> TargetQuerySet:
        """Active targets whose way of being measured a person must still confirm."""
        return self.active().exclude(binding_state=CONFIRMED)

    def to_report(self) -> TargetQuerySet:
        """Active targets that take reported values."""
        names = [found.name for found in registry.ledgers() if found.reported]
        return self.active().filter(binding_state=CONFIRMED, binding__ledger__in=names)


class Target(Promised):
    """A promised figure. Numbers are exact decimal text; ``value`` in the written unit, ``amount`` in the base unit."""

    number = models.CharField("编号", max_length=12, unique=True)
    year = models.PositiveSmallIntegerField("年度")
    clause = models.OneToOneField("plans.Clause", models.PROTECT, verbose_name="条目", related_name="target")
    indicator = models.ForeignKey(
        "plans.Indicator", models.PROTECT, verbose_name="指标", related_name="targets"
    )
    name = models.CharField("目标", max_length=300)
    value = models.CharField("目标值", max_length=40)
    high = models.CharField("上限", max_length=40, blank=True)
    unit = models.CharField("单位", max_length=40)
    amount = models.CharField("折基本单位", max_length=60)
    base_unit = models.CharField("基本单位", max_length=40)
    basis = models.CharField("口径", max_length=10, choices=BASES, default="level")
    comparator = models.CharField("比较", max_length=8, choices=COMPARATORS, default="eq")
    modality = models.CharField("语气", max_length=8, choices=MODALITIES, default="plan")
    start = models.PositiveIntegerField("起始月份")
    end = models.PositiveIntegerField("截止月份")
    repeat = models.CharField("重复", max_length=8, choices=REPEATS, blank=True)
    scope = models.CharField("范围", max_length=120, blank=True)
    thresholds = models.JSONField("门槛", default=list, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="所属总数", related_name="parts"
    )
    lead_unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, verbose_name="牵头单位", related_name="+"
    )
    leader = models.CharField("分管领导", max_length=60, blank=True)
    binding = models.OneToOneField(
        "ledgers.Binding",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="计量方式",
        related_name="target",
    )
    binding_state = models.CharField("计量状态", max_length=10, choices=BINDING_STATES, default=NONE)
    state = models.CharField("状态", max_length=10, choices=STATES, default=ACTIVE)
    state_reason = models.CharField("撤销理由", max_length=400, blank=True)

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = "目标"
        ordering = ("number", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(start__lte=models.F("end")),
                name="target_window",
                violation_error_message="起始月份不能晚于截止月份。",
            ),
            models.CheckConstraint(
                condition=models.Q(binding__isnull=False) | ~models.Q(binding_state=CONFIRMED),
                name="target_binding",
                violation_error_message="没有计量方式，不能算作已确认。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    @property
    def exact_value(self) -> Decimal:
        """The promised value in the written unit; of a range the lower end."""
        return Decimal(self.value)

    @property
    def exact_amount(self) -> Decimal:
        """The promised value in the base unit."""
        return Decimal(self.amount)

    @property
    def quantity(self) -> str:
        """The number as promised, in words: 不低于10个, 增长9.8%."""
        return fields.quantity(
            {
                "value": self.value,
                "high": self.high or None,
                "unit": self.unit,
                "basis": self.basis,
                "comparator": self.comparator,
            }
        )

    @property
    def source(self) -> str:
        """``measured`` by a ledger, ``reported`` month by month, or ``none`` as long as nobody has confirmed how."""
        binding: Binding | None = self.binding
        if binding is None or self.binding_state != CONFIRMED:
            return NO_SOURCE
        if binding.formula:
            return MEASURED
        return REPORTED if registry.ledger(binding.ledger).reported else MEASURED

    @property
    def source_title(self) -> str:
        return {MEASURED: "台账计量", REPORTED: "按月填报", NO_SOURCE: "未确定"}[self.source]
