"""What can be measured on a ledger: declared once, as values, and compiled by ``figures``.

A measure names columns; a path may follow links (``signing__amount``). Flows (counts and sums) add up along
months and units. A stock (:class:`Last`) adds up along units only: of several months the last one stands.
A ratio divides two flows of the same ledger by the same date and is never added up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

Op = Literal["ge", "gt", "le", "lt", "eq", "ne", "in", "set"]
OP_WORDS: Mapping[str, str] = {
    "ge": "不低于", "gt": "超过", "le": "不超过", "lt": "低于", "eq": "为", "ne": "不为", "in": "属于", "set": "已填"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on a column; ``value`` is text in the column's base unit ("100000000" for 1 亿元), "" for ``set``.

    Several values of ``in`` are joined by commas.
    """

    column: str
    op: Op
    value: str = ""

    def to_data(self) -> dict[str, str]:
        """As stored in a binding."""
        return {"column": self.column, "op": self.op, "value": self.value}

    @classmethod
    def from_data(cls, data: Mapping[str, str]) -> Condition:
        """From a binding; an unknown operator is a bug of the writer and raises ValueError."""
        if data["op"] not in OP_WORDS:
            raise ValueError(data["op"])
        return cls(data["column"], data["op"], data.get("value", ""))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Measure:
    """What all measures have: a name, words by which plans speak of it, the date that puts a row in a month.

    ``of`` is the column that is summed (sums and stocks); ``threshold`` the one that 亿元以上 speaks of.
    """

    name: str
    title: str = field(kw_only=True)
    unit: str = field(default="", kw_only=True)
    when: str = field(default="", kw_only=True)
    where: tuple[Condition, ...] = field(default=(), kw_only=True)
    words: tuple[str, ...] = field(default=(), kw_only=True)
    threshold: str = field(default="", kw_only=True)
    of: str = field(default="", kw_only=True)

    kind: ClassVar[str] = ""
    adds_months: ClassVar[bool] = True


@dataclass(frozen=True)
class Count(Measure):
    """The number of rows whose ``when`` falls into a month."""

    unit: str = field(default="个", kw_only=True)
    kind: ClassVar[str] = "count"


@dataclass(frozen=True)
class Sum(Measure):
    """The sum of a column over the rows whose ``when`` falls into a month."""

    kind: ClassVar[str] = "sum"


@dataclass(frozen=True)
class Last(Measure):
    """A stock: the column's value as of a month; the latest month with a row stands for those after it."""

    kind: ClassVar[str] = "last"
    adds_months: ClassVar[bool] = False


@dataclass(frozen=True)
class Ratio(Measure):
    """``top`` ÷ ``bottom``, two flows of the same ledger by the same date; in per cent where the unit is %.

    ``divisor``: so many base units of the top are one of the ratio's unit (10,000 for 万元/亩 of 元 and 亩). Of a ratio
    of what is ``standing``, everything up to the end of a window counts, not only what came within it.
    """

    top: str = field(kw_only=True)
    bottom: str = field(kw_only=True)
    unit: str = field(default="%", kw_only=True)
    divisor: int = field(default=1, kw_only=True)
    standing: bool = field(default=False, kw_only=True)
    kind: ClassVar[str] = "ratio"
