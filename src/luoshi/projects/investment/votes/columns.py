"""The answers of a reviewer: what was given to each item of the form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from luoshi.ledgers.columns import Column, Finder
from luoshi.ledgers.errors import BadValue

_ANSWER = re.compile(r"\s*([^\d:：；;，,、\s]+)\s*[:：]?\s*(\d{1,9}(?:\.\d{1,6})?)\s*")
_BETWEEN = re.compile(r"[；;，,、]")


@dataclass(frozen=True)
class Answers(Column):
    """Item and figure in pairs, as a JSON field; kept and written by the titles of the items."""

    width: ClassVar[int] = 40
    form: ClassVar[str] = "每项填名称和分数或数值，用分号隔开，如：产业定位 4；投资强度 420"

    def from_text(self, text: str, finder: Finder) -> dict[str, str]:
        found: dict[str, str] = {}
        for part in filter(None, _BETWEEN.split(text)):
            read = _ANSWER.fullmatch(part)
            if read is None or read[1] in found:
                raise BadValue(f"“{part.strip()[:40]}”看不懂或重复，{self.form}。")
            found[read[1]] = str(Decimal(read[2]))
        return found

    def show(self, value: Any) -> str:
        return self.entered(value) or "–"

    def entered(self, value: Any) -> str:
        return "；".join(f"{title} {text}" for title, text in (value or {}).items())
