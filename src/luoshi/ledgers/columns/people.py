"""People: one or several; written by user name, or by a name that only one person has, and shown by name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypedDict

from django.db.models import F, Model, Q, TextField
from django.db.models.functions import Cast
from django.db.models.lookups import Contains

from luoshi.accounts.models import User
from luoshi.ledgers.columns.base import Column, Finder

PEOPLE = "accounts.people"  # what a finder looks through for people, who are no ledger's rows
APART = re.compile(r"[、，,；;\s]+")  # what stands between people


class Named(TypedDict):
    """A person as a row holds several of them: with the name that they had when they were entered."""

    key: int
    name: str
    username: str


@dataclass(frozen=True)
class Person(Column):
    """A person, as a foreign key to the accounts.

    Who has a row in hand hands it over; who ``stays`` is named for what they did themselves.
    """

    stays: bool = field(default=False, kw_only=True)

    free: ClassVar[bool] = True
    widget: ClassVar[str] = "person"
    filter: ClassVar[str] = "people"
    width: ClassVar[int] = 12
    form: ClassVar[str] = "填用户名；没有重名的可填姓名"

    def of(self, row: Model) -> Any:
        return getattr(row, self.name, None)  # a new row has nobody yet, whether or not it may

    def from_text(self, text: str, finder: Finder) -> Model:
        return finder.find(PEOPLE, text)

    def show(self, value: Any) -> str:
        return str(value.name) if value else "–"

    def entered(self, value: Any) -> str:
        return str(value.username) if value else ""

    def condition(self, text: str) -> int:
        return int(text)

    def names(self, person: int) -> Q:
        """A filter: the rows that name this person."""
        return Q(**{self.name: person})


@dataclass(frozen=True)
class People(Column):
    """Several people, as a JSON field with a default of an empty list; who is named twice stands in it once."""

    stays: bool = field(default=False, kw_only=True)

    free: ClassVar[bool] = True
    widget: ClassVar[str] = "people"
    filter: ClassVar[str] = "people"
    width: ClassVar[int] = 20
    form: ClassVar[str] = "填用户名，没有重名的可填姓名；几个人之间用顿号隔开"

    def from_text(self, text: str, finder: Finder) -> list[Named] | None:
        found = [finder.find(PEOPLE, name) for name in APART.split(text) if name]
        return list({user.pk: named(user) for user in found if isinstance(user, User)}.values()) or None

    def show(self, value: list[Named] | None) -> str:
        return "、".join(person["name"] for person in value or []) or "–"

    def entered(self, value: list[Named] | None) -> str:
        return "、".join(person["username"] for person in value or [])

    def names(self, person: int) -> Q:
        """A filter: the rows that have this person among others."""
        return Q(among(self.name, person))


def named(user: User) -> Named:
    """A person as a row holds several of them."""
    return {"key": user.pk, "name": user.name, "username": user.username}


def among(path: str, person: int) -> Contains:
    """A filter: the rows that have a person among the people of a column.

    Both databases write the key first, so that the text tells one key from the beginning of another.
    """
    return Contains(Cast(F(path), TextField()), f'{{"key": {person}, ')
