"""Who may do what to which row: one function, asked by every door."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.grants import STRANGER, WORDS, Access, Act, Actor, Grant, Mandate
from luoshi.ledgers.models import Row

__all__ = [
    "STRANGER",
    "WORDS",
    "Access",
    "Act",
    "Actor",
    "Answer",
    "Grant",
    "Mandate",
    "hidden",
    "may",
    "may_fill",
    "may_review",
    "reach",
    "require",
    "require_editable",
    "unfillable",
    "union",
]


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
        return Answer(False, _unknown(actor, f"{WORDS[act]}“{ledger.title}”"))
    grants = ledger.access.grants(act, step)
    held = [g for g in grants if g.role in actor.roles]
    if not held:
        return Answer(False, f"您（{actor.name}）没有{WORDS[act]}“{ledger.title}”的权限，请联系系统管理员。")
    if row is None or any(_covers(actor, grant, ledger, row) for grant in held):
        return YES
    label = "这一行" if act is Act.READ else f"“{ledger.label_of(row)}”"
    return Answer(
        False,
        f"{label}不属于您所在的单位，您（{actor.name}）不能{WORDS[act]}。请联系该行的责任单位。",
    )


def _covers(actor: Actor, grant: Grant, ledger: Ledger, row: Row) -> bool:
    """Whether a grant that the actor has is one over this row."""
    if grant.everywhere:
        return True
    if grant.of:
        return bool(actor.person) and ledger.key_at(row, grant.of) == actor.person
    owner = ledger.key_at(row, grant.unit) if grant.unit else ledger.owner_of(row)
    return owner is not None and any(owner in m.units for m in actor.mandates if m.role == grant.role)


def may_fill(actor: Actor, ledger: Ledger, name: str, row: Row | None = None) -> bool:
    """Whether ``actor`` may fill in a column of a row that they may write (or, without a row, of any row)."""
    if name in hidden(actor, ledger):
        return False
    grants = ledger.access.columns.get(name)
    if grants is None:
        return True
    held = (g for g in grants if g.role in actor.roles)
    return any(row is None or _covers(actor, grant, ledger, row) for grant in held)


def may_review(actor: Actor, ledger: Ledger, slot: str, row: Row) -> Answer:
    """Whether ``actor`` may say what they think of a row in the review of that name."""
    held = [g for g in ledger.access.reviews.get(slot, ()) if g.role in actor.roles]
    if actor.person and any(_covers(actor, grant, ledger, row) for grant in held):
        return YES
    return Answer(False, f"您（{actor.name}）不能评审“{ledger.label_of(row)}”，请由有评审权限的人评审。")


def unfillable(actor: Actor, ledger: Ledger, row: Row | None = None) -> frozenset[str]:
    """The columns that ``actor`` may not fill in."""
    asked = {*ledger.access.secret, *ledger.access.columns}
    return frozenset(name for name in asked if not may_fill(actor, ledger, name, row))


def _unknown(actor: Actor, what: str) -> str:
    if actor.key:
        return f"您（{actor.name}）还没有岗位，不能{what}。请联系系统管理员安排单位和角色。"
    return f"请先登录，再{what}。"


def require(
    actor: Actor, act: Act, ledger: Ledger, row: Row | None = None, *, step: str | None = None
) -> None:
    """Raise :class:`Refused` with the reason unless :func:`may`."""
    answer = may(actor, act, ledger, row, step=step)
    if not answer:
        raise Refused(answer.reason)


def require_editable(ledger: Ledger) -> None:
    """Raise :class:`Refused` where rows come about by other ways than by hand."""
    if not ledger.editable:
        raise Refused(f"“{ledger.title}”由系统生成，不能在这里增删和修改。")


def reach(actor: Actor, act: Act, ledger: Ledger) -> Q | None:
    """The same answer as :func:`may` for all rows at once: a filter, or None where no row may be reached."""
    held = [g for g in ledger.access.grants(act) if g.role in actor.roles]
    if any(g.everywhere for g in held):
        return Q()
    found = [Q(**{g.of: actor.person}) for g in held if g.of and actor.person]
    paths = {g.unit or ledger.unit for g in held if not g.of}
    for path in sorted(filter(None, paths)):
        roles = {g.role for g in held if not g.of and (g.unit or ledger.unit) == path}
        units = union(m.units for m in actor.mandates if m.role in roles)
        found.append(Q(**{f"{path}__in": sorted(units)}))
    return reduce(or_, found) if found else None


def union(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    """All members of all sets."""
    return frozenset().union(*sets)


def hidden(actor: Actor, ledger: Ledger) -> frozenset[str]:
    """The secret columns that ``actor`` does not see, in no list, export, filter or sort."""
    if actor.roles & {g.role for g in ledger.access.secret_read}:
        return frozenset()
    return frozenset(ledger.access.secret)
