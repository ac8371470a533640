"""An enterprise of the zone."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from luoshi.directory.chains.models import ChainLink
from luoshi.directory.credit_codes import validate
from luoshi.directory.industries.models import Industry
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row, by_month

OPERATING, STOPPED, CLOSED = "operating", "stopped", "closed"
STATES = ((OPERATING, "在营"), (STOPPED, "停产"), (CLOSED, "注销"))


class EnterpriseQuerySet(models.QuerySet["Enterprise"]):
    """Enterprises in the words of those who ask for them."""

    def alive(self) -> EnterpriseQuerySet:
        """Those that are not struck from the commercial register."""
        return self.exclude(state=CLOSED).order_by("credit_code")


class Enterprise(Row):
    """One enterprise, known by its credit code; ``unit`` is the part of the zone that looks after it."""

    credit_code = models.CharField(
        "统一社会信用代码",
        max_length=18,
        unique=True,
        validators=(validate,),
        error_messages={"unique": "这个代码的企业已经登记，请直接修改原有的行。"},
    )
    name = models.CharField("企业名称", max_length=120)
    short_name = models.CharField("简称", max_length=40, blank=True)
    industry = models.ForeignKey(
        Industry, on_delete=models.PROTECT, verbose_name="行业", null=True, blank=True, related_name="+"
    )
    chain_link = models.ForeignKey(
        ChainLink,
        on_delete=models.PROTECT,
        verbose_name="产业链环节",
        null=True,
        blank=True,
        related_name="enterprises",
    )
    above_scale = models.BooleanField("规上", default=False)
    established_on = models.DateField("成立日期", null=True, blank=True)
    closed_on = models.DateField("注销日期", null=True, blank=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, verbose_name="属地单位", related_name="enterprises"
    )
    place = models.JSONField("位置", null=True, blank=True)
    note = models.CharField("备注", max_length=400, blank=True)
    state = models.CharField("状态", max_length=20, choices=STATES, default=OPERATING)

    objects = EnterpriseQuerySet.as_manager()

    class Meta:
        indexes = by_month("established_on")
        verbose_name = "企业"
        verbose_name_plural = "企业"
        ordering = ("credit_code",)
        constraints = (
            models.CheckConstraint(
                condition=Q(established_on__isnull=True)
                | Q(closed_on__isnull=True)
                | Q(established_on__lte=F("closed_on")),
                name="enterprise_established_closed",
                violation_error_message="成立日期不能晚于注销日期，请核对两个日期。",
            ),
            models.CheckConstraint(
                condition=Q(state=CLOSED, closed_on__isnull=False)
                | (~Q(state=CLOSED) & Q(closed_on__isnull=True)),
                name="enterprise_closed_dated",
                violation_error_message="注销的企业要有注销日期，没有注销的不填，请核对状态和日期。",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def also_called(self) -> tuple[str, ...]:
        """The short name."""
        return (self.short_name,)
