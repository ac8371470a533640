"""What lint finds: where a promise cannot be kept to, what contradicts what, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from luoshi.reading.model import Span

Level = Literal["error", "reminder"]

LEVELS: Mapping[Level, str] = {"error": "错误", "reminder": "提醒"}

#: Every code and what it is called; the order is that in which a list of findings shows them.
CODES: Mapping[str, str] = {
    "parts-exceed-total": "分项超过总数",
    "growth-against-level": "增速与数额不符",
    "promised-twice": "同一指标两个数",
    "two-deadlines": "同一节点两个时限",
    "deadline-past": "时限已过",
    "number-open": "该有数而没有数",
    "unit-missing": "没有单位",
    "no-owner": "节点没有责任单位",
    "uncheckable": "没有数字和时限",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding on text[start:end]; ``others`` are the further places that it speaks of.

    ``sentence`` says in Chinese what contradicts what, with the figures, and what to do. ``code`` is one of
    :data:`CODES`.
    """

    start: int
    end: int
    code: str
    sentence: str
    level: Level
    others: tuple[Span, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        """All places of the finding, its own first."""
        return ((self.start, self.end), *self.others)


def quoted(said: str) -> str:
    """Words of the plan within a sentence: “…”, with quotation marks of their own as ‘…’."""
    return f"“{said.replace('“', '‘').replace('”', '’')}”"


def to_json(one: Finding) -> dict[str, Any]:
    """A finding as dict, list, str and int only."""
    return {
        "start": one.start,
        "end": one.end,
        "code": one.code,
        "level": one.level,
        "sentence": one.sentence,
        "others": [list(place) for place in one.others],
    }
