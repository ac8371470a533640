"""An industry by GB/T 4754: a section (a letter) or a division (two digits), finer codes where a zone wants them."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models

from luoshi.ledgers.models import Row


class IndustryQuerySet(models.QuerySet["Industry"]):
    """Industries in the words of those who ask for them."""

    def spoken(self, word: str) -> IndustryQuerySet:
        """The industries that people mean by a word: 装备制造 is four divisions."""
        named = [
            pk
            for pk, name, words in self.values_list("pk", "name", "words")
            if word in (name, *_parts(words))
        ]
        return self.filter(pk__in=named)


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

    objects = IndustryQuerySet.as_manager()

    class Meta:
        verbose_name = "行业"
        verbose_name_plural = "行业"
        ordering = ("section", "code")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def also_called(self) -> tuple[str, ...]:
        """The words by which people speak of the industry."""
        return _parts(self.words)

    def clean(self) -> None:
        if self.code.isalpha() and self.section != self.code:
            self.refuse("section", f"“{self.code}”本身就是门类，门类应填“{self.code}”。")
        if self.parent_id and self.parent and self.parent.section != self.section:
            self.refuse(
                "parent",
                f"上级“{self.parent}”属于门类 {self.parent.section}，与本行的门类 {self.section} 不一致。",
            )


def _parts(words: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in words.split("、"))))
