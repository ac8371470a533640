"""Conditions compiled to a filter, and said in words."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from luoshi.ledgers import registry
from luoshi.ledgers.columns import Choice, Column, Day, Link, Month, Number, Text, plain
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue, UnknownName
from luoshi.ledgers.measures import OP_WORDS, Condition

_LOOKUPS = {"ge": "gte", "gt": "gt", "le": "lte", "lt": "lt", "eq": "exact"}
ORDERED = ("ge", "gt", "le", "lt")


def column_at(ledger: Ledger, path: str) -> Column:
    """The column that a path leads to, through links: ``signing__amount`` from 到位资金."""
    head, _, rest = path.partition("__")
    column = ledger.column(head)
    if not rest:
        return column
    if not isinstance(column, Link):
        raise UnknownName(f"“{ledger.title}”的列", path)
    return column_at(registry.ledger(column.to), rest)


def title_at(ledger: Ledger, path: str) -> str:
    """What the column at the end of a path is called."""
    head, _, rest = path.partition("__")
    column = ledger.column(head)
    if rest and isinstance(column, Link):
        return title_at(registry.ledger(column.to), rest)
    return ledger.title_of(column)


def compiled(ledger: Ledger, conditions: Iterable[Condition]) -> Q:
    """All conditions as one filter over the ledger's table."""
    found = Q()
    for condition in conditions:
        found &= _one(ledger, condition)
    return found


def _one(ledger: Ledger, condition: Condition) -> Q:
    column = column_at(ledger, condition.column)
    if condition.op == "set":
        filled = Q(**{f"{condition.column}__isnull": False})
        return filled & ~Q(**{condition.column: ""}) if isinstance(column, Text | Choice) else filled
    if condition.op == "in":
        return Q(**{f"{condition.column}__in": [column.condition(v) for v in condition.value.split(",")]})
    value = column.condition(condition.value)
    if condition.op == "ne":
        return ~Q(**{condition.column: value})
    return Q(**{f"{condition.column}__{_LOOKUPS[condition.op]}": value})


def require_ordered(ledger: Ledger, conditions: Iterable[Condition]) -> None:
    """Refuse a condition that asks for more or less of what has no order: :class:`BadValue`."""
    for condition in conditions:
        column = column_at(ledger, condition.column)
        if condition.op in ORDERED and not isinstance(column, Number | Day | Month):
            title = title_at(ledger, condition.column)
            raise BadValue(f"“{title}”不是数字或日期，不能比大小，请改选“为”“不为”“属于”或“已填”。")


def words(ledger: Ledger, condition: Condition) -> str:
    """A condition as a person reads it: 投资额不低于1亿元."""
    column, title = column_at(ledger, condition.column), title_at(ledger, condition.column)
    if condition.op == "set":
        return f"已填写{title}"
    values = "、".join(shown(column, v) for v in condition.value.split(",")) if condition.op == "in" else None
    return f"{title}{OP_WORDS[condition.op]}{values or shown(column, condition.value)}"


def shown(column: Column, text: str) -> str:
    """A condition's value with its unit."""
    if isinstance(column, Number):
        unit = column.list_unit
        return f"{plain(column.number(column.condition(text), unit))}{unit}"
    if isinstance(column, Link):
        row = registry.ledger(column.to).rows().filter(pk=text).first()
        return str(row) if row else text
    return column.show(column.condition(text))
