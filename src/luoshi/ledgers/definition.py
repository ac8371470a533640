"""A ledger as one frozen value: what it is called, what it holds, how it behaves, who may."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Field, QuerySet

from luoshi.ledgers.columns import Column, File, Link, Person
from luoshi.ledgers.errors import UnknownName
from luoshi.ledgers.grants import Access, Actor
from luoshi.ledgers.lifecycle import Lifecycle
from luoshi.ledgers.measures import Measure
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule

After = Callable[[Sequence[int], Actor], None]


@dataclass(frozen=True, kw_only=True, eq=False)
class Ledger:
    """One ledger, equal to itself alone.

    ``identity`` names the columns that make two imported rows the same row; ``label`` the column by which people
    know a row; ``unit`` the path to the unit that a row belongs to ("unit", "signing__unit", "pk" for the
    units themselves), None where rows belong to nobody. ``editable`` False means that rows come about by other
    ways than a form or an import. ``numbered`` is the column that the ledger fills with the next number where a row
    brings none, ``number`` the rule for what such a number looks like. ``after`` is called once inside a write's
    transaction with the keys of the rows that were written, also of those that were removed.
    """

    model: type[Row]
    name: str
    title: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...]
    label: str
    access: Access
    unit: str | None = None
    lifecycle: Lifecycle | None = None
    measures: tuple[Measure, ...] = ()
    order: tuple[str, ...] = ("pk",)
    search: tuple[str, ...] = ()
    note: str = ""
    reported: bool = False
    editable: bool = True
    numbered: str = ""
    number: NumberRule | None = None
    after: After | None = None
    hidden_from_menu: bool = field(default=False)

    @property
    def key(self) -> str:
        """The name as it stands in addresses and file names: projects' ``land.parcels`` is ``land-parcels``."""
        return self.name.replace(".", "-")

    @cached_property
    def _columns(self) -> dict[str, Column]:
        return {c.name: c for c in self.columns}

    def column(self, name: str) -> Column:
        """The column of that name, or :class:`UnknownName`."""
        if name not in self._columns:
            raise UnknownName(f"“{self.title}”的列", name, tuple(self._columns))
        return self._columns[name]

    def has(self, name: str) -> bool:
        """Whether a column of that name is declared."""
        return name in self._columns

    def measure(self, name: str) -> Measure:
        """The measure of that name, or :class:`UnknownName`."""
        for measure in self.measures:
            if measure.name == name:
                return measure
        raise UnknownName(f"“{self.title}”的计量", name, tuple(m.name for m in self.measures))

    def field(self, column: Column) -> Field[Any, Any]:
        """The model's field behind a column that is not derived."""
        return self.field_named(column.name)

    def keeps(self, column: Column) -> bool:
        """Whether the model has a field of that name, so that the column is not computed when it is looked at."""
        return column.name in self._stored

    @cached_property
    def _stored(self) -> frozenset[str]:
        return frozenset(found.name for found in self.model._meta.concrete_fields)

    def field_named(self, name: str) -> Field[Any, Any]:
        """The model's field of that name, whether or not it is a column."""
        if name not in self._fields:
            found = self.model._meta.get_field(name)
            if not isinstance(found, Field):
                raise UnknownName("字段", name)
            self._fields[name] = found
        return self._fields[name]

    @cached_property
    def _fields(self) -> dict[str, Field[Any, Any]]:
        return {}

    @cached_property
    def _required(self) -> frozenset[str]:
        stored = (c for c in self.columns if not c.derived and c.name != self.numbered)
        fields = ((c.name, self.field(c)) for c in stored)
        return frozenset(name for name, found in fields if not found.blank and not found.has_default())

    def title_of(self, column: Column) -> str:
        """What people call the column: its own title, else the field's Chinese name."""
        return column.title or (str(self.field(column).verbose_name) if not column.derived else column.name)

    def groups(self, columns: Iterable[Column]) -> list[tuple[str, tuple[Column, ...]]]:
        """Columns in their order, those together that stand together and are of one group; "" for no group."""
        runs = groupby(columns, key=lambda column: column.group)
        return [(group, tuple(members)) for group, members in runs]

    def head(self, column: Column, unit: str | None = None) -> str:
        """The column's title with its unit, as a table head has it."""
        unit = column.list_unit if unit is None else unit
        return f"{self.title_of(column)}（{unit}）" if unit else self.title_of(column)

    def required(self, column: Column) -> bool:
        """Whether a new row must have a value in this column."""
        return column.name in self._required

    @property
    def writable(self) -> tuple[Column, ...]:
        """The columns that are filled in with text: what a form may fill, without files."""
        return tuple(c for c in self.entered if not isinstance(c, File))

    @cached_property
    def entered(self) -> tuple[Column, ...]:
        """The columns that a form may fill: not derived, not the state or the clocks of the lifecycle."""
        state = self.lifecycle.field if self.lifecycle else ""
        return tuple(
            c for c in self.columns if not c.derived and c.name != state and c.name not in self.clocked
        )

    @cached_property
    def files(self) -> tuple[File, ...]:
        """The columns that hold files."""
        return tuple(c for c in self.columns if isinstance(c, File))

    @cached_property
    def clocked(self) -> frozenset[str]:
        """The columns that the clocks of the lifecycle fill in."""
        clocks = self.lifecycle.clocks if self.lifecycle else ()
        verdicts = (clock.verdict for clock in clocks if clock.verdict)
        return frozenset(("entered", "due_on", *verdicts)) if clocks else frozenset()

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The columns that lead to rows of other ledgers."""
        return tuple(c for c in self.columns if isinstance(c, Link) and not c.derived)

    @cached_property
    def _people(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.columns if isinstance(c, Person) and not c.derived)

    def rows(self) -> QuerySet[Row]:
        """All rows in the ledger's order, with what their links show."""
        return self.rows_with((*(c.name for c in self.links), *self._people))

    def rows_with(self, links: Iterable[str]) -> QuerySet[Row]:
        """All rows in the ledger's order, with what some links and the way to their unit lead to."""
        order = self.order if self.order[-1] in ("pk", "-pk") else (*self.order, "pk")
        found = self.model._default_manager.order_by(*order)
        joined = (*links, *self._owner_path)
        return found.select_related(*joined) if joined else found  # no names would mean every link there is

    @property
    def _owner_path(self) -> tuple[str, ...]:
        head = (self.unit or "").rpartition("__")[0]
        return (head,) if head else ()

    def owner_of(self, row: Row) -> int | None:
        """The key of the unit that a row belongs to."""
        return self.key_at(row, self.unit) if self.unit is not None else None

    def key_at(self, row: Row, path: str) -> int | None:
        """The key of what a path leads to from a row; None where it leads to nothing."""
        *links, last = path.split("__")
        at: Any = row
        for name in links:
            at = getattr(at, name, None)
            if at is None:
                return None
        found = getattr(at, "pk" if last == "pk" else f"{last}_id", None)
        return int(found) if found is not None else None

    def label_of(self, row: Row) -> str:
        """The row as people call it."""
        return str(getattr(row, self.label, "")) or f"{self.title} {row.pk or '（未编号）'}"

    def identity_of(self, row: Row) -> tuple[str, ...]:
        """The row's identity as text, column by column, as an import writes it."""
        return tuple(self.column(name).written(self.column(name).of(row)) for name in self.identity)
