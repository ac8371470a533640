"""A region: province, city, county, with a code in the manner of GB/T 2260."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models

from luoshi.ledgers.models import Row

ABROAD = "990000"  # not in the standard, which stops at the border


class RegionQuerySet(models.QuerySet["Region"]):
    """Regions in the words of those who ask for them."""

    def provinces(self) -> RegionQuerySet:
        """What stands directly under the country."""
        return self.filter(parent__isnull=True).exclude(code=ABROAD)


class Region(Row):
    """A place where an investor or an enterprise comes from."""

    code = models.CharField(
        "代码",
        max_length=6,
        unique=True,
        validators=(RegexValidator(r"^\d{6}$", "行政区划代码应为 6 位数字，例如 340000。"),),
        error_messages={"unique": "这个代码已经登记。"},
    )
    name = models.CharField("名称", max_length=40)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, verbose_name="上级", null=True, blank=True, related_name="children"
    )

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = "地区"
        verbose_name_plural = "地区"
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("parent", "name"),
                name="region_name_in_parent",
                violation_error_message="同一上级下已有同名的地区，请核对。",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def also_called(self) -> tuple[str, ...]:
        """The code, and the name without what kind of place it is: 安徽 for 安徽省."""
        return (self.code, short_name(self.name))


def short_name(name: str) -> str:
    """A region's name as people say it."""
    for ending in ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending)
    return name
