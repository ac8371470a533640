"""Who a person is to the machinery, and what a ledger grants to whom: values only, asked by ``access``."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


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
    """Who asks: a person with posts, or a stranger with none. ``person`` is the key of the account, 0 for none."""

    name: str
    key: str = ""
    mandates: tuple[Mandate, ...] = ()
    origin: str = ""
    person: int = 0

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(m.role for m in self.mandates)

    def __bool__(self) -> bool:
        return bool(self.mandates)


STRANGER = Actor(name="未登录的访客")


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that may: ``everywhere``, or only over rows of the units of the post.

    ``of`` is the path to a column of people: then over the rows that are this person's, of whatever unit. ``unit`` is
    the path to another unit than the one that a row belongs to: then over the rows that lead to a unit of the post.
    """

    role: str
    everywhere: bool = False
    of: str = field(default="", kw_only=True)
    unit: str = field(default="", kw_only=True)

    @property
    def path(self) -> str:
        """What of a row it depends on whether the grant is one over it; "" where that is the row's own unit."""
        return self.of or self.unit


@dataclass(frozen=True, kw_only=True)
class Access:
    """The grants of one ledger. An act that is not named falls back as :meth:`grants` says.

    ``columns`` names who may fill in a column, of those who may write the row; everybody of them where it is not named.
    ``reviews`` names who may be asked for, and give, the review that a step waits for.
    """

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
    columns: dict[str, tuple[Grant, ...]] = field(default_factory=dict)
    reviews: dict[str, tuple[Grant, ...]] = field(default_factory=dict)

    @property
    def every(self) -> tuple[Grant, ...]:
        """All grants that are declared, whatever for."""
        named = (self.create, self.remove, self.importing, self.export, self.history)
        several = (*self.steps.values(), *self.columns.values(), *self.reviews.values())
        apart = (*several, *(each for each in named if each is not None))
        return (*self.read, *self.write, *self.secret_read, *(grant for grants in apart for grant in grants))

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
