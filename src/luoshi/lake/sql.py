"""The terms of figures as SQL over a lake: rows by zone, unit and month, what several ask for asked once.

The same declaration that ``scanning`` compiles for the database. A path over links becomes outer joins; conditions let
in what the database lets in, an empty column among what is ``ne`` a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Field, ForeignKey
from django.db.models.base import Model

from luoshi.lake import schema
from luoshi.lake.dialects import DUCKDB, Dialect
from luoshi.lake.errors import CannotCompare, NotInLake
from luoshi.ledgers import conditions, registry
from luoshi.ledgers.columns import Choice, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.scanning import Asked, Where, by_day
from luoshi.ledgers.terms import Term

SIGNS = {"ge": ">=", "gt": ">", "le": "<=", "lt": "<", "eq": "="}


@dataclass(frozen=True, slots=True)
class Query:
    """One statement, and the ledgers whose tables it names; of ``asked`` it gives those from ``start`` on."""

    sql: str
    ledgers: tuple[str, ...]
    start: int = 0


def table(name: str) -> str:
    """What a ledger's table is called in SQL."""
    return name.replace(".", "_")


def shared(ledger: Ledger, when: str, asked: Sequence[Asked], dialect: Dialect) -> Iterator[Query]:
    """Zone, unit, month and the aggregates that figures ask for by one date; as many queries as the engine wants.

    What all of a query ask for narrows its rows: a bucket without such rows would give nothing but noughts.
    """
    for start in range(0, len(asked), dialect.at_once):
        source, some = Source(ledger, dialect), asked[start : start + dialect.at_once]
        common = frozenset[Condition].intersection(*(where for _, wheres in some for where in wheres))
        found = [source.aggregate(of, [where - common for where in wheres]) for of, wheres in some]
        yield source.grouped(when, [], found, source.all_of(common), start)


def keyed(ledger: Ledger, term: Term, dialect: Dialect) -> Query:
    """Zone, unit, month, each different value of a column, and how many rows hold it."""
    source = Source(ledger, dialect)
    return source.grouped(term.when, [source.at(term.of)], ["COUNT(*)"], source.all_of(term.where), 0)


def looked_at(ledger: Ledger, paths: Iterable[str]) -> set[str]:
    """The ledgers whose rows paths lead through."""
    source = Source(ledger, DUCKDB)
    for path in paths:
        source.at(path)
    return {ledger.name, *(other.name for _, other in source.joined.values())}


@dataclass
class Source:
    """A ledger's table as a statement reads it, with the tables that its paths lead to."""

    ledger: Ledger
    dialect: Dialect
    joined: dict[str, tuple[str, Ledger]] = field(default_factory=dict)  # path of links -> alias and ledger
    joins: list[str] = field(default_factory=list)

    def at(self, path: str) -> str:
        """The column that a path leads to."""
        *links, last = path.split("__")
        alias, ledger = "t", self.ledger
        for depth, name in enumerate(links, 1):
            alias, ledger = self._joined("__".join(links[:depth]), alias, ledger, name)
        return self._column(alias, ledger, _field(ledger.model, last))

    def _joined(self, path: str, alias: str, ledger: Ledger, name: str) -> tuple[str, Ledger]:
        if path not in self.joined:
            link = _field(ledger.model, name)
            target = registry.ledger_of(link.related_model) if isinstance(link, ForeignKey) else None
            if target is None or not isinstance(link, ForeignKey):
                raise NotInLake(f"“{ledger.title}”的“{link.verbose_name}”所指的台账")
            other, zone = f"j{len(self.joined) + 1}", self.dialect.named(schema.ZONE)
            self.joins.append(
                f"LEFT JOIN {self.dialect.named(table(target.name))} {other} ON {other}.{zone} = t.{zone}"
                f" AND {self._column(other, target, link.target_field)} = {self._column(alias, ledger, link)}"
            )
            self.joined[path] = other, target
        return self.joined[path]

    def _column(self, alias: str, ledger: Ledger, column: Field[object, object]) -> str:
        if column.attname not in schema.columns(ledger):
            raise NotInLake(f"“{ledger.title}”的“{column.verbose_name}”")
        return f"{alias}.{self.dialect.named(column.attname)}"

    def month(self, when: str) -> str:
        """The month yyyymm in which a date puts a row."""
        day = self.at(when)
        return f"year({day}) * 100 + month({day})" if by_day(self.ledger, when) else day

    def aggregate(self, of: str, wheres: Iterable[Where]) -> str:
        """A sum, or a count where it is ``of`` nothing, of the rows that one of the narrowings lets in; never NULL."""
        wheres = sorted(wheres, key=repr)
        kept = " OR ".join(self.all_of(where) for where in wheres) if all(wheres) else ""
        if not of:
            return f"COALESCE(COUNT_IF({kept}), 0)" if kept else "COUNT(*)"
        summed = self.at(of)
        return f"COALESCE(SUM({f'CASE WHEN {kept} THEN {summed} ELSE 0 END' if kept else summed}), 0)"

    def all_of(self, where: Iterable[Condition]) -> str:
        """All conditions at once; "" where there is none."""
        return " AND ".join(self.condition(each) for each in sorted(where, key=repr))

    def condition(self, condition: Condition) -> str:
        """One condition, as ``conditions.compiled`` means it."""
        column, at = conditions.column_at(self.ledger, condition.column), self.at(condition.column)
        if condition.op == "set":
            return f"{at} IS NOT NULL" + (f" AND {at} <> ''" if isinstance(column, Text | Choice) else "")
        values = condition.value.split(",") if condition.op == "in" else [condition.value]
        said = [self._literal(condition.column, column.condition(value)) for value in values]
        if condition.op == "in":
            return f"{at} IN ({', '.join(said)})"
        if condition.op == "ne":
            return f"({at} IS NULL OR {at} <> {said[0]})"
        return f"{at} {SIGNS[condition.op]} {said[0]}"

    def _literal(self, path: str, value: object) -> str:
        found = end_of(self.ledger, path)
        target = found.target_field if isinstance(found, ForeignKey) else found
        if schema.kind(target) == "json":
            raise CannotCompare(conditions.title_at(self.ledger, path))
        return self.dialect.literal(target.get_prep_value(value))

    def grouped(
        self, when: str, keys: Sequence[str], aggregates: Sequence[str], where: str, start: int
    ) -> Query:
        """The whole statement: by zone, unit, month and ``keys``."""
        unit = f"COALESCE({self.at(self.ledger.unit)}, 0)" if self.ledger.unit else "0"
        by = [f"t.{self.dialect.named(schema.ZONE)}", unit, self.month(when), *keys]
        kept = f"{self.at(when)} IS NOT NULL" + (f" AND {where}" if where else "")
        ordinals = ", ".join(str(at) for at in range(1, len(by) + 1))
        sql = " ".join(
            [
                f"SELECT {', '.join([*by, *aggregates])}",
                f"FROM {self.dialect.named(table(self.ledger.name))} t",
                *self.joins,
                f"WHERE {kept} GROUP BY {ordinals}",
            ]
        )
        named = dict.fromkeys([self.ledger.name, *(ledger.name for _, ledger in self.joined.values())])
        return Query(sql, tuple(named), start)


def end_of(ledger: Ledger, path: str) -> Field[object, object]:
    """The field at the end of a path."""
    model: type[Model] = ledger.model
    *links, last = path.split("__")
    for name in links:
        related = _field(model, name).related_model
        assert isinstance(related, type)  # a link of a path leads to a table
        model = related
    return _field(model, last)


def _field(model: type[Model], name: str) -> Field[object, object]:
    found = model._meta.pk if name == "pk" else model._meta.get_field(name)
    assert isinstance(found, Field)
    return found
