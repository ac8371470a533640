"""A way of measuring put together by hand: measure, conditions row by row, scope."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from luoshi.directory.units.models import Unit
from luoshi.ledgers import conditions, figures, registry
from luoshi.ledgers.columns import Choice, Column, Day, Flag, Link, Month, Number
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue, LedgerError
from luoshi.ledgers.lookups import Lookups
from luoshi.ledgers.measures import OP_WORDS, Condition, Op
from luoshi.plans.clauses import fields
from luoshi.plans.targets import wording
from luoshi.plans.targets.models import Target
from luoshi.plans.targets.proposals import Proposal

SPARE: Final = 2
MOST: Final = 12
ORDERED: Final[tuple[Op, ...]] = ("ge", "gt", "le", "lt", "eq", "ne", "set")
NAMED: Final[tuple[Op, ...]] = ("eq", "ne", "in", "set")
_AMOUNT: Final = re.compile(r"([-+\d.,，]+)\s*(\D*)")
SEPARATORS: Final = str.maketrans("，；;", "、、、")


@dataclass(frozen=True, slots=True)
class Row:
    """One condition as it stands in the form, with the sentence that says what is wrong with it."""

    number: int
    column: str = ""
    op: str = "ge"
    value: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """The form by hand; ``proposal`` is what it comes to, None as long as something is missing or wrong."""

    measure: str
    scope: str
    rows: tuple[Row, ...]
    columns: tuple[tuple[str, str], ...]
    proposal: Proposal | None
    error: str = ""

    @property
    def chosen(self) -> bool:
        return bool(self.measure)


def of(given: Mapping[str, str], units: Mapping[str, Unit]) -> Hand:
    """From the address or the form: ``m`` the measure, ``s`` the scope, ``c0 o0 v0`` … the conditions."""
    name, scope = given.get("m", ""), given.get("s", "")
    if not name:
        return Hand("", scope, (), (), None)
    ledger, measure = _measure(name)
    rows = [
        Row(n, given.get(f"c{n}", ""), given.get(f"o{n}", "ge"), given.get(f"v{n}", "").strip())
        for n in range(MOST)
        if given.get(f"c{n}")
    ]
    made, shown = _conditions(ledger, rows)
    wrong = any(row.error for row in shown)
    unit = units.get(scope)
    problem = "" if not scope or unit is not None else "没有这个单位，请从列表里选。"
    proposal = None
    if not wrong and not problem:
        proposal = Proposal(ledger.name, measure, made, unit.pk if unit else None)
    spare = tuple(Row(n) for n in range(len(shown), min(MOST, len(shown) + SPARE)))
    columns = tuple(columns_of(ledger))
    return Hand(name, str(unit.pk) if unit else "", (*shown, *spare), columns, proposal, problem)


def asked(proposal: Proposal | None) -> dict[str, str]:
    """A proposal as the form by hand holds it, to begin from."""
    if proposal is None:
        return {}
    ledger, lookups = registry.ledger(proposal.ledger), Lookups()
    found = {"m": f"{proposal.ledger}.{proposal.measure}", "s": str(proposal.scope or "")}
    for n, each in enumerate(proposal.conditions):
        found |= {f"c{n}": each.column, f"o{n}": each.op, f"v{n}": _entered(ledger, each, lookups)}
    return found


def measures(target: Target) -> Iterator[tuple[str, str, bool]]:
    """Every measure to choose: name, title with unit, and whether its unit is the target's; those first."""
    found = [
        (f"{ledger.name}.{measure.name}", f"{ledger.title} · {measure.title}（{unit}）", wording.units_alike(target.base_unit, unit) > 0)
        for ledger, measure in registry.measures()
        if not ledger.reported
        for unit in (figures.base_unit(ledger, measure),)
    ]  # fmt: skip
    yield from sorted(found, key=lambda each: not each[2])


def columns_of(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The columns that a condition may name: the ledger's own, and those one link away."""
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


def operators() -> list[tuple[str, str]]:
    """All comparisons in words."""
    return list(OP_WORDS.items())


def _titled(ledger: Ledger, column: Column) -> str:
    return ledger.head(column, column.entry_unit)


def _measure(name: str) -> tuple[Ledger, str]:
    head, _, tail = name.rpartition(".")
    ledger = registry.ledger(head)
    return ledger, ledger.measure(tail).name


def _conditions(ledger: Ledger, rows: list[Row]) -> tuple[tuple[Condition, ...], list[Row]]:
    made: list[Condition] = []
    shown: list[Row] = []
    lookups = Lookups()
    for row in rows:
        try:
            made.append(_condition(ledger, row, lookups))
            shown.append(row)
        except LedgerError as problem:
            shown.append(Row(row.number, row.column, row.op, row.value, str(problem)))
    return tuple(made), shown


def _condition(ledger: Ledger, row: Row, lookups: Lookups) -> Condition:
    """A row as a condition; the value is entered as on the ledger's own form, and stored in the base unit."""
    column = conditions.column_at(ledger, row.column)
    title = conditions.title_at(ledger, row.column)
    allowed = ORDERED if isinstance(column, Number | Day | Month) else NAMED
    op = next((each for each in (*allowed, "in") if each == row.op), None)
    if op is None:
        raise BadValue(f"“{title}”不能这样比较，请改选“为”“不为”“属于”或“已填”。")
    if op == "set":
        return Condition(row.column, "set")
    if not row.value:
        raise BadValue(f"请填写“{title}”要比较的值。")
    parts = row.value.translate(SEPARATORS).split("、") if op == "in" else [row.value]
    texts = [_stored(column, part.strip(), lookups) for part in parts if part.strip()]
    return Condition(row.column, op, ",".join(texts))


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


def _entered(ledger: Ledger, condition: Condition, lookups: Lookups) -> str:
    if condition.op == "set":
        return ""
    column = conditions.column_at(ledger, condition.column)
    said = [_shown(column, part, lookups) for part in condition.value.split(",")]
    return "、".join(said)


def _shown(column: Column, text: str, lookups: Lookups) -> str:
    if isinstance(column, Number):
        number = column.number(column.condition(text), column.list_unit)
        return f"{fields.exact(number)}{column.list_unit}"
    if isinstance(column, Link):
        row = registry.ledger(column.to).model._default_manager.filter(pk=text).first()
        return lookups.named(column.to, row) if row is not None else text
    return column.written(column.condition(text))
