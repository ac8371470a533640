"""Reads the JSON-like data of a rule, so that every refusal names the place in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from luoshi.rules import errors

Word = TypeVar("Word", bound=str)
MOST_INTEGER = 10_000  # no count of days, months or places of a rule is larger
MOST_DIGITS = 15  # before or after the point; no figure of a zone has more


class Fields:
    """One object of the data: each getter checks one field; ``close`` refuses what nobody asked for."""

    def __init__(self, data: object, where: str) -> None:
        if not isinstance(data, Mapping):
            raise errors.NotAnObject(where)
        self._data: dict[str, object] = {str(name): value for name, value in data.items()}
        self._asked: set[str] = set()
        self.where = where

    def has(self, name: str) -> bool:
        """Whether the field is there and not null; null counts as absent everywhere."""
        self._asked.add(name)
        return self._data.get(name) is not None

    def names(self) -> tuple[str, ...]:
        """Every field name, in the order given; used where the names themselves are data."""
        self._asked.update(self._data)
        return tuple(self._data)

    def text(self, name: str, default: str | None = None) -> str:
        value = self._value(name, default)
        if not isinstance(value, str) or (not value.strip() and value is not default):
            raise errors.BadText(self._place(name))
        return value

    def decimal(
        self, name: str, *, least: str = "", most: str = "", default: Decimal | None = None
    ) -> Decimal:
        """An exact number, within the bounds (both included) where they are given."""
        return _bounded(self._value(name, default), self._place(name), least, most)

    def optional_decimal(self, name: str, *, least: str = "", most: str = "") -> Decimal | None:
        return self.decimal(name, least=least, most=most) if self.has(name) else None

    def integer(self, name: str, *, least: int = 1, most: int = MOST_INTEGER) -> int:
        value = self._value(name)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise errors.BadInteger(self._place(name), value, least)
        if value > most:
            raise errors.OutOfRange(self._place(name), value, str(least), str(most))
        return value

    def optional_integer(self, name: str, *, least: int = 1) -> int | None:
        return self.integer(name, least=least) if self.has(name) else None

    def flag(self, name: str, default: bool) -> bool:
        value = self._value(name, default)
        if not isinstance(value, bool):
            raise errors.BadFlag(self._place(name), value)
        return value

    def day(self, name: str) -> str:
        value = self._value(name)
        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            raise errors.BadDate(self._place(name), value) from None

    def word(self, name: str, known: Sequence[Word], default: Word | None = None) -> Word:
        return read_word(self._value(name, default), known, self._place(name))

    def words(self, name: str, known: Sequence[Word]) -> tuple[Word, ...]:
        return tuple(read_word(value, known, self._place(name)) for value in self._list(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, none of them empty; absent is the empty list."""
        values = self._list(name) if self.has(name) and self._data[name] != [] else ()
        return tuple(read_text(value, self._place(name)) for value in values)

    def inner_list(self, name: str) -> list[Fields]:
        return [Fields(value, f"{self._place(name)}第 {i} 项") for i, value in enumerate(self._list(name), 1)]

    def decimals(self, name: str, *, least: str = "", most: str = "") -> tuple[Decimal, ...]:
        """A list of exact numbers, at least one, each within the bounds."""
        return tuple(_bounded(each, self._place(name), least, most) for each in self._list(name))

    def raw(self, name: str) -> object:
        """The value as given, for a reader of its own."""
        return self._value(name)

    def inner(self, name: str) -> Fields:
        return Fields(self._value(name), self._place(name))

    def close(self) -> None:
        unknown = [name for name in self._data if name not in self._asked]
        if unknown:
            raise errors.UnknownFields(self.where, unknown)

    def _list(self, name: str) -> Sequence[object]:
        value = self._value(name)
        if not isinstance(value, list | tuple) or not value:
            raise errors.NotAList(self._place(name))
        return value

    def _value(self, name: str, default: object = None) -> object:
        if self.has(name):
            return self._data[name]
        if default is None:
            raise errors.MissingField(self.where, name)
        return default

    def _place(self, name: str) -> str:
        return f"{self.where}的 {name} "


def read_decimal(value: object, where: str) -> Decimal:
    """A finite exact decimal from text or an integer; floats are refused because they are not exact."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise errors.BadNumber(where, value)
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise errors.BadNumber(where, value) from None
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        raise errors.BadNumber(where, value)
    return number


def _bounded(value: object, where: str, least: str, most: str) -> Decimal:
    number = read_decimal(value, where)
    if (least and number < Decimal(least)) or (most and number > Decimal(most)):
        raise errors.OutOfRange(where, number, least, most)
    return number


def read_text(value: object, where: str) -> str:
    """A text that is not blank; raises BadText."""
    if not isinstance(value, str) or not value.strip():
        raise errors.BadText(where)
    return value


def read_word(value: object, known: Sequence[Word], where: str) -> Word:
    """The one of the known words that the value is; raises UnknownWord."""
    for word in known:
        if word == value:
            return word
    raise errors.UnknownWord(where, value, known)
