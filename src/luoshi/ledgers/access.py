"""Who may do what to which row: one function, asked by every door."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Q

from luoshi.ledgers.errors import Refused

if TYPE_CHECKING:
    from luoshi.ledgers.definition import Ledger
    from luoshi.ledgers.models import Row


class Act(StrEnum):
    """What can be asked of any ledger; a lifecycle's steps ask as ``step``."""

    READ = "read"
    CREATE = "create"
    CHANGE = "change"
    REMOVE = "remove"
    STEP = "step"
    IMPORT = "import"
    EXPORT = "export"
    HISTORY = "history"


WORDS = {
    Act.READ: "查看",
    Act.CREATE: "新增",
    Act.CHANGE: "修改",
    Act.REMOVE: "删除",
    Act.STEP: "办理",
    Act.IMPORT: "导入",
    Act.EXPORT: "导出",
    Act.HISTORY: "查看历史",
}


@dataclass(frozen=True, slots=True)
class Mandate:
    """What one post gives: a role, over these units (primary keys; a subtree, worked out by the directory)."""

    role: str
    units: frozenset[int]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a person with posts, or a stranger with none."""

    name: str
    key: str = ""
    mandates: tuple[Mandate, ...] = ()
    origin: str = ""

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(m.role for m in self.mandates)

    def __bool__(self) -> bool:
        return bool(self.mandates)


STRANGER = Actor(name="未登录的访客")


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that may; ``everywhere`` or only over rows of the units of the post."""

    role: str
    everywhere: bool = False


@dataclass(frozen=True, kw_only=True)
class Access:
    """The grants of one ledger. An act that is not named falls back as :meth:`grants` says."""

    read: tuple[Grant, ...]
    write: tuple[Grant, ...] = ()
    create: tuple[Grant, ...] | None = None
    remove: tuple[Grant, ...] | None = None
    importing: tuple[Grant, ...] | None = None
    export: tuple[Grant, ...] | None = None
    history: tuple[Grant, ...] | None = None
    steps: dict[str, tuple[Grant, ...]] = field(default_factory=dict)
    secret: tuple[str, ...] = ()
    secret_read: tuple[Grant, ...] = ()

    def grants(self, act: Act, step: str | None = None) -> tuple[Grant, ...]:
        """The grants of an act: what is not declared follows ``write`` (or ``read`` for looking)."""
        if act is Act.STEP and step is not None:
            return self.steps.get(step, self.write)
        declared = {
            Act.READ: self.read,
            Act.CREATE: self.create,
            Act.REMOVE: self.remove,
            Act.IMPORT: self.importing,
            Act.EXPORT: self.export,
            Act.HISTORY: self.history,
        }.get(act)
        if declared is not None:
            return declared
        return self.read if act in (Act.EXPORT, Act.HISTORY) else self.write


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes, or no with the sentence that says why."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Answer(True)


def may(actor: Actor, act: Act, ledger: Ledger, row: Row | None = None, *, step: str | None = None) -> Answer:
    """Whether ``actor`` may do ``act`` to ``row`` of ``ledger`` (or, without a row, to any row of it)."""
    if not actor:
        return Answer(False, f"请先登录，再{WORDS[act]}“{ledger.title}”。")
    grants = ledger.access.grants(act, step)
    held = [(m, g) for g in grants for m in actor.mandates if m.role == g.role]
    if not held:
        return Answer(False, f"您（{actor.name}）没有{WORDS[act]}“{ledger.title}”的权限，请联系系统管理员。")
    if row is None or any(g.everywhere for _, g in held):
        return YES
    owner = ledger.owner_of(row)
    if owner is not None and any(owner in m.units for m, _ in held):
        return YES
    return Answer(
        False,
        f"“{ledger.label_of(row)}”不属于您所在的单位，您（{actor.name}）不能{WORDS[act]}。请联系该行的责任单位。",
    )


def require(
    actor: Actor, act: Act, ledger: Ledger, row: Row | None = None, *, step: str | None = None
) -> None:
    """Raise :class:`Refused` with the reason unless :func:`may`."""
    answer = may(actor, act, ledger, row, step=step)
    if not answer:
        raise Refused(answer.reason)


def reach(actor: Actor, act: Act, ledger: Ledger) -> Q | None:
    """The same answer as :func:`may` for all rows at once: a filter, or None where no row may be reached."""
    held = [(m, g) for g in ledger.access.grants(act) for m in actor.mandates if m.role == g.role]
    if not held:
        return None
    if any(g.everywhere for _, g in held):
        return Q()
    if ledger.unit is None:
        return None
    return Q(**{f"{ledger.unit}__in": sorted(union(m.units for m, _ in held))})


def union(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    """All members of all sets."""
    return frozenset().union(*sets)


def hidden(actor: Actor, ledger: Ledger) -> frozenset[str]:
    """The secret columns that ``actor`` does not see, in no list, export, filter or sort."""
    if actor.roles & {g.role for g in ledger.access.secret_read}:
        return frozenset()
    return frozenset(ledger.access.secret)
