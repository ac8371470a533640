"""An industry by GB/T 4754: a section (a letter) or a division (two digits), finer codes where a zone wants them."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models

from luoshi.ledgers.models import Row


class Industry(Row):
    """A branch of the economy; ``section`` repeats the code where the row is itself a section."""

    code = models.CharField(
        "代码",
        max_length=4,
        unique=True,
        validators=(
            RegexValidator(r"^([A-T]|\d{2,4})$", "行业代码应为一个大写字母或 2 至 4 位数字，例如 C、39。"),
        ),
        error_messages={"unique": "这个代码已经登记。"},
    )
    section = models.CharField(
        "门类", max_length=1, validators=(RegexValidator(r"^[A-T]$", "门类应为 A 至 T 的一个大写字母。"),)
    )
    name = models.CharField("名称", max_length=60)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, verbose_name="上级", null=True, blank=True, related_name="children"
    )
    words = models.CharField("俗称", max_length=200, blank=True)

    class Meta:
        verbose_name = "行业"
        verbose_name_plural = "行业"
        ordering = ("section", "code")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def called(self) -> str:
        """The industry as lists write it."""
        return str(self)

    @property
    def also_called(self) -> tuple[str, ...]:
        """The name and the words by which people mean this one industry.

        Not of a section: what is said of 制造业 is true of all its divisions, and rows are entered by division.
        """
        return () if self.code.isalpha() else (self.name, *self.words_apart)

    @property
    def words_apart(self) -> tuple[str, ...]:
        """The words one by one."""
        return tuple(filter(None, (part.strip() for part in self.words.split("、"))))

    def clean(self) -> None:
        if self.code.isalpha() and self.section != self.code:
            self.refuse("section", f"“{self.code}”本身就是门类，门类应填“{self.code}”。")
        if self.parent_id and self.parent and self.parent.section != self.section:
            self.refuse(
                "parent",
                f"上级“{self.parent}”属于门类 {self.parent.section}，与本行的门类 {self.section} 不一致。",
            )
