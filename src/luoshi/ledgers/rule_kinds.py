"""Kinds of rules: the engine of each, and the version that is in force on a day."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, Self, TypeVar

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast

from luoshi.ledgers.errors import LedgerError, UnknownName
from luoshi.ledgers.models import AuditRow, Rule, RuleQuerySet
from luoshi.rules.issued import Issued


class Engine(Issued, Protocol):
    """What a rule is, once it is read."""

    @classmethod
    def from_data(cls, data: object) -> Self:
        """The rule that data describes; a :class:`RulesError` that says where it does not hold together."""

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""


Read = TypeVar("Read", bound=Engine)
ISSUE = "发布"  # the act by which the trail tells a version


@dataclass(frozen=True, kw_only=True)
class Kind(Generic[Read]):
    """A kind of rules: its engine, the versions that a zone starts with, and how a rule is said in sentences.

    ``several``: rules of this kind hold side by side under codes of their own; otherwise the latest one holds.
    """

    name: str
    title: str
    engine: type[Read]
    starting: tuple[Read, ...]
    sentences: Callable[[Read], list[str]]
    several: bool = False

    def versions(self, code: str) -> RuleQuerySet:
        """The versions of which one replaces the other."""
        found = Rule.objects.filter(kind=self.name)
        return found.filter(code=code) if self.several else found

    def read(self, row: Rule) -> Read:
        """A version as its engine takes it."""
        return self.engine.from_data(row.data)

    def told(self, row: Rule) -> list[str]:
        """What a version says, one sentence a line."""
        return self.sentences(self.read(row))


class NoRule(LedgerError):
    """No version of a rule is in force."""

    def __init__(self, title: str, on: datetime.date) -> None:
        super().__init__(f"{on:%Y-%m-%d} 没有生效的{title}，请在“设置 · 规则”中发布一个版本。")


_kinds: dict[str, Kind[Any]] = {}


def register(*kinds: Kind[Any]) -> None:
    """Enter kinds of rules; called from the ``ready`` of a family's app."""
    for kind in kinds:
        if _kinds.setdefault(kind.name, kind) is not kind:
            raise ValueError(f"two kinds of rules are named {kind.name!r}")


def kinds() -> tuple[Kind[Any], ...]:
    """All kinds in the order of their registration."""
    return tuple(_kinds.values())


def named(name: str) -> Kind[Any]:
    """The kind of that name, or :class:`UnknownName`."""
    if name not in _kinds:
        raise UnknownName("规则类别", name, tuple(_kinds))
    return _kinds[name]


def in_force(kind: Kind[Read], on: datetime.date, code: str = "", *, as_of: int | None = None) -> Read:
    """The rule of a day as its engine takes it; ``code`` says which, where several hold. Or :class:`NoRule`.

    ``as_of`` is a row of the trail: of the versions that had been issued by then.
    """
    rule = perhaps(kind, on, code, as_of=as_of)
    if rule is None:
        raise NoRule(f"{kind.title}“{code}”" if kind.several else kind.title, on)
    return rule


def perhaps(kind: Kind[Read], on: datetime.date, code: str = "", *, as_of: int | None = None) -> Read | None:
    """The same; None where no version is in force."""
    found = kind.versions(code)
    if as_of is not None:
        issued = AuditRow.objects.filter(row=Cast(OuterRef("pk"), CharField()), seq__lte=as_of, act=ISSUE)
        found = found.filter(Exists(issued))
    row = found.in_force(on)
    return None if row is None else kind.read(row)
