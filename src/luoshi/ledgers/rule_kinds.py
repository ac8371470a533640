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
    ``subjects``: what a rule says in its field ``subject`` that it judges, each with its name; one rule holds for each, and
    that of the first judges the others too as long as they have none of their own, but for those that stand ``alone``.
    ``check`` raises a RulesError for a rule that reads well, but for which this house lacks something.
    """

    name: str
    title: str
    engine: type[Read]
    starting: tuple[Read, ...]
    sentences: Callable[[Read], list[str]]
    several: bool = False
    subjects: tuple[tuple[str, str], ...] = ()
    alone: frozenset[str] = frozenset()
    check: Callable[[Read], None] | None = None

    def versions(self, code: str) -> RuleQuerySet:
        """The versions of which one replaces the other; ``code`` is a subject where a kind has them, "" the first."""
        found = Rule.objects.filter(kind=self.name)
        if self.subjects:
            return found.filter(data__subject=code or self.subjects[0][0])
        return found.filter(code=code) if self.several else found

    def code_of(self, rule: Read) -> str:
        """Under what a rule stands in ``versions``."""
        return str(rule.to_data()["subject"]) if self.subjects else rule.code

    def falls_back(self, code: str) -> bool:
        """Whether the rule of the first subject judges this other one as long as it has none."""
        return bool(self.subjects) and code not in ("", self.subjects[0][0], *self.alone)

    def judged(self, rule: Read) -> bool:
        """Whether what a rule is for has been judged already, by its earlier versions or by the first subject's rule."""
        code = self.code_of(rule)
        codes = {code, ""} if self.falls_back(code) else {code}
        return any(self.versions(code).exists() for code in codes)

    def draft(self, data: object) -> Read:
        """A rule that is to be issued or tried; a RulesError where it does not hold together or cannot be fed."""
        rule = self.engine.from_data(data)
        if self.check is not None:
            self.check(rule)
        return rule

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

    Where a subject has no rule of its own that day, it is that of the first.

    ``as_of`` is a row of the trail: of the versions that had been issued by then.
    """
    rule = perhaps(kind, on, code, as_of=as_of)
    if rule is None:
        raise NoRule(f"{kind.title}“{code}”" if kind.several else kind.title, on)
    return rule


def perhaps(kind: Kind[Read], on: datetime.date, code: str = "", *, as_of: int | None = None) -> Read | None:
    """The same; None where no version is in force."""
    row = _row(kind, on, code, as_of)
    if row is None and kind.falls_back(code):
        row = _row(kind, on, "", as_of)
    return None if row is None else kind.read(row)


def _row(kind: Kind[Any], on: datetime.date, code: str, as_of: int | None) -> Rule | None:
    found = kind.versions(code)
    if as_of is not None:
        issued = AuditRow.objects.filter(row=Cast(OuterRef("pk"), CharField()), seq__lte=as_of, act=ISSUE)
        found = found.filter(Exists(issued))
    return found.in_force(on)
