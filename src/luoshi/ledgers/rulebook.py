"""Rules as rows: which version is in force on a day, read by the engine of its kind, and issuing a new one.

An engine is a frozen value of ``luoshi.rules`` that knows how to read itself from data and refuses what has a hole. A
family says its kinds of rules when it starts, each as one value, and asks for the version of a day by that value.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, Self, TypeVar

from django.db import transaction

from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import LedgerError, UnknownName
from luoshi.ledgers.models import Rule, RuleQuerySet
from luoshi.rules.errors import RulesError
from luoshi.rules.months import show_month


class Engine(Protocol):
    """What a rule is, once it is read."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def effective_from(self) -> str: ...

    @classmethod
    def from_data(cls, data: object) -> Self:
        """The rule that data describes; a :class:`RulesError` that says where it does not hold together."""

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""


Read = TypeVar("Read", bound=Engine)


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


class TooEarly(LedgerError):
    """A version that would judge months whose books are closed anew."""

    def __init__(self, day: datetime.date, closed: int) -> None:
        super().__init__(
            f"规则没有发布：生效日期 {day} 不晚于已关账的{show_month(closed)}，会改变已经通报的结果。"
            f"请把生效日期写在{show_month(closed)}之后。"
        )


class BadRule(LedgerError):
    """A rule that its engine cannot apply."""


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


def in_force(kind: Kind[Read], on: datetime.date, code: str = "") -> Read:
    """The rule of a day as its engine takes it; ``code`` says which, where several hold. Or :class:`NoRule`."""
    row = kind.versions(code).in_force(on)
    if row is None:
        raise NoRule(f"{kind.title}“{code}”" if kind.several else kind.title, on)
    return kind.read(row)


def ledger() -> Ledger:
    """The ledger of the rules, which says who may issue them."""
    found = registry.ledger_of(Rule)
    if found is None:
        raise UnknownName("台账", "规则")
    return found


def issue(kind: str, data: Mapping[str, Any], *, by: Actor, closed: int | None) -> Rule:
    """A new version of a rule; what its engine refuses is refused here, in its words.

    ``closed`` is the last month (yyyymm) whose figures stand, None where there is none: only the first version of
    a rule may reach back into what is closed.
    """
    rules, book = ledger(), named(kind)
    require(by, Act.CREATE, rules)
    try:
        rule = book.engine.from_data(data)
    except RulesError as bad:
        raise BadRule(f"规则没有发布：{bad}") from bad
    day = datetime.date.fromisoformat(rule.effective_from)
    if closed is not None and day.year * 100 + day.month <= closed and book.versions(rule.code).exists():
        raise TooEarly(day, closed)
    with transaction.atomic():
        audit.begin()
        row = Rule(
            kind=kind,
            code=rule.code,
            name=rule.name,
            number=rule.version,
            effective_from=day,
            data=rule.to_data(),
            author=by.name,
        )
        writing.insert(rules, row)
        audit.record(by, "发布", rules, row, audit.difference({}, audit.shown(rules, row)))
    return row


def issue_starting(*, by: Actor, closed: int | None) -> list[Rule]:
    """The rules that a zone starts with, where it has none yet."""
    return [
        issue(book.name, rule.to_data(), by=by, closed=closed)
        for book in kinds()
        for rule in book.starting
        if not book.versions(rule.code).exists()
    ]
