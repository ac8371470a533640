"""Rows of other ledgers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from django.db.models import Model

from luoshi.ledgers.columns.base import Column, Finder
from luoshi.ledgers.errors import BadValue


@dataclass(frozen=True)
class Link(Column):
    """A row of another ledger, written by its identity or its label."""

    to: str = field(kw_only=True)

    free: ClassVar[bool] = True
    widget: ClassVar[str] = "link"
    filter: ClassVar[str] = "link"
    width: ClassVar[int] = 20
    form: ClassVar[str] = "填名称或编号，须已登记"

    def from_text(self, text: str, finder: Finder) -> Model:
        return finder.find(self.to, text)

    def show(self, value: Model | None) -> str:
        return str(value) if value else "–"

    def entered(self, value: Model | None) -> str:
        return str(value) if value else ""

    def condition(self, text: str) -> int:
        if not text.isdecimal():
            raise BadValue(f"条件里的“{text}”不是行的编号。")
        return int(text)
