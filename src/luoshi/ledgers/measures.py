"""What can be measured on a ledger: declared once, as values; ``terms`` says what each takes from the rows.

A measure names columns; a path may follow links (``signing__amount``). Flows (counts, sums) add up along months and
units. A stock (:class:`Last`, :class:`Balance`) adds up along units only: of several months the last one stands. What
divides (:class:`Ratio`, :class:`Average`) and what counts different values (:class:`Distinct`) adds up along nothing:
of several months or units it is taken anew, from the values that are kept for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

Op = Literal["ge", "gt", "le", "lt", "eq", "ne", "in", "set"]
OP_WORDS: Mapping[str, str] = {
    "ge": "不低于", "gt": "超过", "le": "不超过", "lt": "低于", "eq": "为", "ne": "不为", "in": "属于", "set": "已填"
}  # fmt: skip

View = Literal["", "growth", "sequential", "to_date", "share", "parent_share"]
VIEWS: Mapping[View, str] = {
    "": "", "growth": "比上年同期", "sequential": "比上月", "to_date": "本年累计", "share": "占全区", "parent_share": "占上级单位"
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

    ``of`` is the column that is summed, averaged, or whose values are told apart; ``threshold`` the one that 亿元以上
    speaks of; ``official`` what a row must be to count in the official figure (正式数), where the ledger tells that
    from a preliminary one (快报数).
    """

    name: str
    title: str = field(kw_only=True)
    unit: str = field(default="", kw_only=True)
    when: str = field(default="", kw_only=True)
    where: tuple[Condition, ...] = field(default=(), kw_only=True)
    words: tuple[str, ...] = field(default=(), kw_only=True)
    threshold: str = field(default="", kw_only=True)
    of: str = field(default="", kw_only=True)
    official: tuple[Condition, ...] = field(default=(), kw_only=True)

    kind: ClassVar[str] = ""
    adds_months: ClassVar[bool] = True  # whether a year's figure is the sum of its months'
    adds_units: ClassVar[bool] = True  # whether a zone's figure is the sum of its units'

    @property
    def reaches_back(self) -> bool:
        """Whether months before a window count in it."""
        return False


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
class Distinct(Measure):
    """How many different values a column has in the rows whose ``when`` falls into a window: each counts once in it.

    It is no sum of months or units, because what is in two of them counts once.
    """

    kind: ClassVar[str] = "distinct"
    adds_months: ClassVar[bool] = False
    adds_units: ClassVar[bool] = False


@dataclass(frozen=True)
class Last(Measure):
    """A stock: the column's value as of a month; the latest month with a row stands for those after it."""

    kind: ClassVar[str] = "last"
    adds_months: ClassVar[bool] = False

    @property
    def reaches_back(self) -> bool:
        return True


@dataclass(frozen=True)
class Average(Measure):
    """The mean of a column over the rows of a window that hold something in it."""

    kind: ClassVar[str] = "average"
    adds_months: ClassVar[bool] = False
    adds_units: ClassVar[bool] = False


@dataclass(frozen=True)
class Parted(Measure):
    """What is made of two flows of the same ledger; each keeps its own date unless ``when`` gives both one."""

    @property
    def parts(self) -> tuple[str, str]:
        """The names of the flows: what counts, and what it is held against."""
        raise NotImplementedError


@dataclass(frozen=True)
class Balance(Parted):
    """A stock: all that came (``plus``) up to the end of a window, less all that went (``minus``)."""

    plus: str = field(kw_only=True)
    minus: str = field(kw_only=True)
    kind: ClassVar[str] = "balance"
    adds_months: ClassVar[bool] = False

    @property
    def reaches_back(self) -> bool:
        return True

    @property
    def parts(self) -> tuple[str, str]:
        return self.plus, self.minus


@dataclass(frozen=True)
class Ratio(Parted):
    """``top`` ÷ ``bottom``; in per cent where the unit is %.

    ``divisor``: so many base units of the top are one of the ratio's unit (10,000 for 万元/亩 of 元 and 亩). Of a ratio
    of what is ``standing``, everything up to the end of a window counts, not only what came within it.
    """

    top: str = field(kw_only=True)
    bottom: str = field(kw_only=True)
    unit: str = field(default="%", kw_only=True)
    divisor: int = field(default=1, kw_only=True)
    standing: bool = field(default=False, kw_only=True)
    kind: ClassVar[str] = "ratio"
    adds_months: ClassVar[bool] = False
    adds_units: ClassVar[bool] = False

    @property
    def parts(self) -> tuple[str, str]:
        return self.top, self.bottom

    @property
    def reaches_back(self) -> bool:
        return self.standing
