"""Texts, choices among a few words, and yes or no."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from luoshi.ledgers.columns.base import Column, Finder
from luoshi.ledgers.errors import BadValue


@dataclass(frozen=True)
class Text(Column):
    """A line of text, or a paragraph."""

    long: bool = field(default=False, kw_only=True)

    free: ClassVar[bool] = True

    @property
    def is_long(self) -> bool:
        return self.long


@dataclass(frozen=True)
class Choice(Column):
    """One of a few words; ``choices`` are (stored, shown), as the model's field has them."""

    choices: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)

    widget: ClassVar[str] = "select"
    filter: ClassVar[str] = "options"
    width: ClassVar[int] = 12
    form: ClassVar[str] = "从下拉列表中选"

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        return self.choices

    def from_text(self, text: str, finder: Finder) -> str:
        for stored, shown in self.choices:
            if text in (stored, shown):
                return stored
        raise BadValue(
            f"“{text}”不在可选范围内，请从“{'、'.join(shown for _, shown in self.choices)}”中选一个。"
        )

    def show(self, value: str | None) -> str:
        return dict(self.choices).get(value or "", value or "–")

    def written(self, value: str | None) -> str:
        return self.show(value) if value else ""

    def condition(self, text: str) -> str:
        return next((stored for stored, shown in self.choices if text in (stored, shown)), text)


@dataclass(frozen=True)
class Flag(Column):
    """Yes or no."""

    widget: ClassVar[str] = "flag"
    filter: ClassVar[str] = "flag"
    width: ClassVar[int] = 6
    form: ClassVar[str] = "填“是”或“否”"

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        return (("是", "是"), ("否", "否"))

    def from_text(self, text: str, finder: Finder) -> bool:
        if text.lower() in ("是", "有", "1", "true", "on", "√"):
            return True
        if text.lower() in ("否", "无", "0", "false", "×"):
            return False
        raise BadValue(f"“{text}”看不懂，请填“是”或“否”。")

    def show(self, value: bool | None) -> str:
        return "–" if value is None else "是" if value else "否"

    def entered(self, value: bool | None) -> str:
        return "" if value is None else self.show(value)

    def condition(self, text: str) -> bool:
        return text in ("true", "是", "1")
