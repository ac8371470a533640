"""What is counted or measured: the same words, unit and basis are the same indicator, year after year."""

from __future__ import annotations

from django.db import models

from luoshi.ledgers.models import Row

BASES = (("level", "总量"), ("growth", "增长"), ("increment", "新增"), ("reduction", "下降"))


class Indicator(Row):
    """An indicator; made when the first target that uses it is confirmed."""

    name = models.CharField("指标", max_length=200)
    unit = models.CharField("计量单位", max_length=40)
    basis = models.CharField("口径", max_length=10, choices=BASES, default="level")
    words = models.CharField(
        "其他说法",
        max_length=400,
        blank=True,
        help_text="文件里对同一指标的其他说法，用顿号隔开，推荐计量方式时一并使用。",
    )

    class Meta:
        verbose_name = "指标"
        ordering = ("name", "unit", "basis", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("name", "unit", "basis"),
                name="indicator_once",
                violation_error_message="已有名称、单位、口径都相同的指标。",
            ),
        )

    def __str__(self) -> str:
        return (
            f"{self.name}（{self.unit}）"
            if self.basis == "level"
            else f"{self.name}{self.get_basis_display()}（{self.unit}）"
        )

    @property
    def also_called(self) -> tuple[str, ...]:
        """Further names by which a cell may write the indicator."""
        return tuple(word for word in self.words.split("、") if word)
