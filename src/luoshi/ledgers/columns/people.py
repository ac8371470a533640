"""People: written by user name, shown by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from luoshi.accounts.models import User
from luoshi.ledgers.columns.base import Column, Finder
from luoshi.ledgers.errors import BadValue


@dataclass(frozen=True)
class Person(Column):
    """A person who may sign in."""

    def from_text(self, text: str, finder: Finder) -> User:
        found = User.objects.filter(username=text).first()
        if found is None:
            raise BadValue(f"没有用户名为“{text}”的人员，请核对用户名，或先为其开通账号。")
        return found

    def show(self, value: Any) -> str:
        return str(value.name) if value else "–"

    def entered(self, value: Any) -> str:
        return str(value.username) if value else ""

    def condition(self, text: str) -> int:
        return int(text)
