"""Conditions as people enter them: a column, a comparison and a value in the words of the ledger's own form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from luoshi.ledgers import conditions, registry
from luoshi.ledgers.columns import Choice, Column, Day, Flag, Link, Month, Number
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.measures import OP_WORDS, Condition, Op
from luoshi.plans.clauses import fields

ORDERED: Final[tuple[Op, ...]] = ("ge", "gt", "le", "lt", "eq", "ne", "set")
NAMED: Final[tuple[Op, ...]] = ("eq", "ne", "in", "set")
SEPARATORS: Final = str.maketrans("，；;", "、、、")
_AMOUNT: Final = re.compile(r"([-+\d.,，]+)\s*(\D*)")
_SIGNS: Final[dict[str, Op]] = {
    "≥": "ge",
    ">=": "ge",
    "≤": "le",
    "<=": "le",
    ">": "gt",
    "<": "lt",
    "=": "eq",
    "≠": "ne",
}
_WORDED: Final[tuple[Op, ...]] = ("ge", "gt", "le", "lt", "eq", "ne", "in")
_SAID: Final[dict[str, Op]] = {**{OP_WORDS[op]: op for op in _WORDED}, **_SIGNS}
_OPS: Final = sorted(_SAID, key=len, reverse=True)
FILLED: Final = ("已填写", "已填")


def columns_of(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The columns that a condition may name, by path and title: the ledger's own, and those one link away."""
    for column in ledger.columns:
        if not column.derived:
            yield column.name, _titled(ledger, column)
    for link in ledger.links:
        other = registry.ledger(link.to)
        if other.measures:
            for column in other.columns:
                if isinstance(column, Number | Choice) and not column.derived:
                    title = f"{ledger.title_of(link)} · {_titled(other, column)}"
                    yield f"{link.name}__{column.name}", title


def _titled(ledger: Ledger, column: Column) -> str:
    return ledger.head(column, column.entry_unit)


def condition(ledger: Ledger, path: str, op: str, text: str, lookups: Lookups) -> Condition:
    """A condition; the value is entered as on the ledger's own form, and stored in the base unit."""
    column = conditions.column_at(ledger, path)
    title = conditions.title_at(ledger, path)
    allowed = ORDERED if isinstance(column, Number | Day | Month) else NAMED
    known = next((each for each in (*allowed, "in") if each == op), None)
    if known is None:
        raise BadValue(f"“{title}”不能这样比较，请改选“为”“不为”“属于”或“已填”。")
    if known == "set":
        return Condition(path, "set")
    if not text:
        raise BadValue(f"请填写“{title}”要比较的值。")
    parts = text.translate(SEPARATORS).split("、") if known == "in" else [text]
    texts = [_stored(column, part.strip(), lookups) for part in parts if part.strip()]
    return Condition(path, known, ",".join(texts))


def read(ledger: Ledger, text: str, lookups: Lookups) -> Condition | None:
    """A condition from one phrase (投资额不低于1亿元, 已填写开工日期); None where it names no column of the ledger."""
    titles = sorted(
        ((conditions.title_at(ledger, path), path) for path, _ in columns_of(ledger)), key=_longest
    )
    filled = next((text.removeprefix(word) for word in FILLED if text.startswith(word)), "")
    for title, path in titles:
        if title == filled:
            return Condition(path, "set")
        said = text.removeprefix(title) if text.startswith(title) else ""
        if op := next((word for word in _OPS if said.startswith(word)), ""):
            return condition(ledger, path, _SAID[op], said.removeprefix(op).strip(), lookups)
    return None


def _longest(titled: tuple[str, str]) -> tuple[int, int]:
    """The longest title first; of two that are alike the ledger's own."""
    return -len(titled[0]), titled[1].count("__")


def _stored(column: Column, text: str, lookups: Lookups) -> str:
    if isinstance(column, Number):
        return _number(column, text, lookups)
    value = column.parse(text, lookups)
    if isinstance(column, Link):
        return str(value.pk)
    if isinstance(column, Flag):
        return "true" if value else "false"
    return column.entered(value)


def _number(column: Number, text: str, lookups: Lookups) -> str:
    """1亿元 and 10000 (in the column's own unit) are both understood."""
    said = _AMOUNT.fullmatch(text)
    digits, unit = (said[1], said[2]) if said else (text, "")
    value = column.parse(digits, lookups, unit or column.unit)
    if value is None:
        raise BadValue(f"“{text}”不是数字，请写成 10000 或 1亿元 的样子。")
    return fields.exact(column.number(value, column.base_unit))


def entered(ledger: Ledger, given: Condition, lookups: Lookups) -> str:
    """The value of a condition as people enter it."""
    if given.op == "set":
        return ""
    column = conditions.column_at(ledger, given.column)
    return "、".join(_shown(column, part, lookups) for part in given.value.split(","))


def _shown(column: Column, text: str, lookups: Lookups) -> str:
    if isinstance(column, Number):
        number = column.number(column.condition(text), column.list_unit)
        return f"{fields.exact(number)}{column.list_unit}"
    if isinstance(column, Link):
        row = registry.ledger(column.to).model._default_manager.filter(pk=text).first()
        return lookups.named(column.to, row) if row is not None else text
    return column.written(column.condition(text))
