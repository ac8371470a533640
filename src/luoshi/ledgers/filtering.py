"""What of a ledger is listed: filters that follow from its columns and live in the address.

``f.kind=domestic`` (may repeat), ``f.unit=12`` (a row's key; with ``f.unit.below=1`` all under it too),
``f.signing.has=词`` (words),
``f.signed_on.from=2026-01-01`` and ``f.amount.to=5`` (both ends included, numbers in the unit of the list).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_
from typing import Any, Literal

from django.db.models import Q

from luoshi.accounts.models import User
from luoshi.ledgers import choosing, registry, searching
from luoshi.ledgers.access import Actor
from luoshi.ledgers.choosing import Choices
from luoshi.ledgers.columns import Column, Link, Number, People, Person, as_text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue

PREFIX = "f."
FROM, TO, HAS, BELOW = ".from", ".to", ".has", ".below"
FLAGS = (("yes", "是"), ("no", "否"))
PRESENCE = (("yes", "有"), ("no", "没有"))
LONGEST_KEY = 18
Kind = Literal["list", "span", "words"]
Given = Mapping[str, Sequence[str]]  # what an address asks for, by name


@dataclass(frozen=True, kw_only=True)
class Control:
    """One filter as it is offered, and what is chosen in it."""

    column: Column
    label: str
    kind: Kind
    options: tuple[tuple[str, str], ...] = ()
    chosen: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    tree: bool = False  # whether the options stand under each other
    below: bool = False

    @property
    def name(self) -> str:
        """The name in the address."""
        return f"{PREFIX}{self.column.name}"

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in the address that belongs to it."""
        return (self.name, *(f"{self.name}{end}" for end in (FROM, TO, HAS, BELOW)))


@dataclass
class Filters:
    """The filters of one list: what is offered, what is in force, what could not be understood.

    ``called`` is by column what the rows are called to which it may lead, as far as they are at hand.
    """

    controls: list[Control] = field(default_factory=list)
    condition: Q = field(default_factory=Q)
    chips: list[tuple[Control, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    called: dict[str, Mapping[int, str]] = field(default_factory=dict)


class Reader:
    """Reads the filters of a ledger's list from an address."""

    def __init__(self, ledger: Ledger, actor: Actor, given: Given, choices: Choices) -> None:
        self.ledger, self.actor, self.given, self.choices = ledger, actor, given, choices
        self.found = Filters()

    def read(self, columns: Iterable[Column]) -> Filters:
        """The filters over these columns; an empty condition filters nothing."""
        for column in columns:
            if column.derived:
                continue
            if column.filter:
                self._readings[column.filter](column)
        return self.found

    @cached_property
    def _readings(self) -> Mapping[str, Callable[[Any], None]]:
        """What each kind of filter that a column may name is read by."""
        return {
            "options": self._options,
            "flag": self._flag,
            "link": self._link,
            "people": self._people,
            "span": self._span,
            "has": self._has,
        }

    def _options(self, column: Column) -> None:
        self._list(column, column.options, lambda stored: Q(**{column.name: stored}))

    def _flag(self, column: Column) -> None:
        self._list(column, FLAGS, lambda word: Q(**{column.name: word == "yes"}))

    def _has(self, column: Column) -> None:
        self._list(column, PRESENCE, lambda word: Q(**{f"{column.name}__isnull": word == "no"}))

    def _link(self, column: Link) -> None:
        """One of the rows that lead there; where these stand under each other, with all under it, if asked."""
        target = registry.ledger(column.to)
        offered = None if target.hidden_from_menu else self.choices.offered(column.to)
        if offered is None:
            self._words(column)
            return
        self.found.called[column.name] = offered.called
        up = next((link.name for link in target.links if link.to == column.to), "")
        below = bool(up and self._value(column, BELOW))
        few = (self.choices.few(column.to) or {}) if below else {}
        under = _under({row.pk: target.key_at(row, up) for row in few.values()}) if below else None

        def of(key: str) -> Q:
            return Q(**{f"{column.name}__in": sorted(under[int(key)])} if under else {column.name: int(key)})

        self._list(column, offered.options, of, tree=bool(up), below=below)

    def _list(
        self,
        column: Column,
        options: tuple[tuple[str, str], ...],
        of: Callable[[str], Q],
        *,
        tree: bool = False,
        below: bool = False,
    ) -> None:
        words = dict(options)
        chosen = tuple(v for v in dict.fromkeys(self._values(column)) if v in words)
        control = self._control(column, "list", options=options, chosen=chosen, tree=tree, below=below)
        unknown = [v for v in self._values(column) if v and v not in words]
        if unknown:
            self._complain(control, f"没有“{'、'.join(unknown)}”这一项，已略去")
        if chosen:
            self._apply(control, reduce(or_, map(of, chosen)))
            told = "、".join(words[v] for v in chosen)
            self.found.chips.append((control, f"{told}（含下级）" if below else told))

    def _words(self, column: Link) -> None:
        """A ledger with too many rows for a list: its rows by words, or one row by its key."""
        paths = searching.names(self.actor, registry.ledger(column.to))
        words = self._value(column, HAS) if paths else ""
        control = self._control(column, "words", start=words)
        for key in self._values(column)[:1]:
            row = self.choices.by_key(column.to, key)
            if row is None:
                self._complain(control, f"没有编号为“{key}”的行，已略去")
            else:
                self._apply(control, Q(**{column.name: row.pk}))
                self.found.chips.append((control, str(row)))
        if not paths:
            self.found.controls.remove(control)
        elif words:
            self._apply(control, searching.condition(paths, words, f"{column.name}__"))
            self.found.chips.append((control, f"含“{words}”"))

    def _people(self, column: Person | People) -> None:
        """People by words, or one by the key of the account."""
        words = self._value(column, HAS)
        control = self._control(column, "words", start=words)
        for key in self._values(column)[:1]:
            known = key.isdecimal() and len(key) <= LONGEST_KEY
            person = User.objects.filter(pk=key).first() if known else None
            if person is None:
                self._complain(control, f"没有编号为“{key}”的人员，已略去")
            else:
                self._apply(control, column.names(person.pk))
                self.found.chips.append((control, person.name))
        if words:
            named = (column.names(person.pk) for person in choosing.people(words))
            self._apply(control, reduce(or_, named, Q(pk__in=())))
            self.found.chips.append((control, f"含“{words}”"))

    def _span(self, column: Column) -> None:
        start, end = self._value(column, FROM), self._value(column, TO)
        control = self._control(column, "span", start=start, end=end)
        low, high = self._bound(control, start), self._bound(control, end)
        if low is not None:
            self._apply(control, Q(**{f"{column.name}__gte": low}))
        if high is not None:
            self._apply(control, Q(**{f"{column.name}__lte": high}))
        if low is not None or high is not None:
            self.found.chips.append((control, span(column, low, high)))

    def _bound(self, control: Control, text: str) -> Any:
        try:
            return control.column.parse(text, self.choices, control.column.list_unit)
        except BadValue as bad:
            self._complain(control, f"{str(bad).rstrip('。')}，已略去")
            return None

    def _control(self, column: Column, kind: Kind, **values: Any) -> Control:
        control = Control(column=column, label=self.ledger.head(column), kind=kind, **values)
        self.found.controls.append(control)
        return control

    def _apply(self, control: Control, condition: Q) -> None:
        self.found.condition &= condition

    def _complain(self, control: Control, sentence: str) -> None:
        self.found.problems.append(f"筛选条件“{control.label}”：{sentence}。")

    def _values(self, column: Column) -> list[str]:
        return [value for value in self.given.get(f"{PREFIX}{column.name}", ()) if value]

    def _value(self, column: Column, end: str) -> str:
        return last(self.given, f"{PREFIX}{column.name}{end}")


def _under(above: Mapping[int, int | None]) -> dict[int, set[int]]:
    """Every key with itself and all keys under it, by the key that each stands under."""
    found = {key: {key} for key in above}
    for key in above:
        at, seen = above[key], {key}
        while at is not None and at in found and at not in seen:
            found[at].add(key)
            seen.add(at)
            at = above[at]
    return found


def span(column: Column, low: Any, high: Any) -> str:
    """A range in words."""
    unit = column.list_unit
    first, last = (f"{column.show(v)}{f' {unit}' if unit else ''}" for v in (low, high))
    if low is not None and high is not None:
        return first if low == high else f"{first} 至 {last}"
    if isinstance(column, Number):
        return f"不低于 {first}" if high is None else f"不高于 {last}"
    return f"{first} 起" if high is None else f"{last} 止"


def last(given: Given, name: str) -> str:
    """The one value of a name, the last where it is given twice; "" for none."""
    return as_text((given.get(name) or ("",))[-1])
