"""The decisions on many clauses at once: one conditional statement a clause, one audit row each, all or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import F
from django.utils import timezone

from luoshi.ledgers import audit
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.errors import Stale
from luoshi.plans import errors
from luoshi.plans.clauses.ledger import CLAUSES
from luoshi.plans.clauses.models import CONFIRMED, PROPOSED, REJECTED, Clause
from luoshi.plans.documents import models as documents
from luoshi.plans.documents.ledger import DOCUMENTS
from luoshi.plans.documents.models import Document


def chosen(clauses: Iterable[Clause], by: Actor, *, superseded: bool = False) -> list[Clause]:
    """The clauses of a batch as they are now, if ``by`` may decide on every one and their edition is the latest.

    They keep the version in which the caller saw them, so that a decision on what has changed since is refused.
    """
    seen = {clause.pk: clause.version for clause in clauses}
    if not seen:
        raise errors.NothingChosen
    found = list(
        Clause.objects.filter(pk__in=seen)
        .select_related("part_of")
        .prefetch_related("assignments__unit", documents.light("document"))
        .order_by("document", "order")
    )
    for clause in found:
        require(by, Act.CHANGE, CLAUSES, clause)
        clause.version = seen[clause.pk]
        if not superseded and not clause.document.is_latest:
            raise errors.NotLatest(clause.document.title, clause.document.edition)
    return found


def refuse_unless(clause: Clause, *states: str) -> None:
    """Refuse the batch for a clause that was already decided on otherwise."""
    if clause.state not in states:
        words = {PROPOSED: "本来就待确认", CONFIRMED: "已确认", REJECTED: "已剔除"}
        raise errors.Decided(clause.summary, words[clause.state])


def decision(state: str, by: Actor, reason: str = "") -> dict[str, Any]:
    """The values of a decision; a clause that waits again was decided by nobody."""
    if state == PROPOSED:
        return {"state": state, "decided_by": "", "decided_at": None, "reason": ""}
    return {"state": state, "decided_by": by.name[:60], "decided_at": timezone.now(), "reason": reason[:400]}


def write(
    clauses: Sequence[Clause], values: dict[str, Any], *, by: Actor, act: str, reason: str = ""
) -> None:
    """Put the same values on every clause; refused as stale where somebody else wrote one of them first."""
    entries = []
    for clause in clauses:
        before = audit.shown(CLAUSES, clause)
        advance(clause, **values)
        changes = audit.difference(before, audit.shown(CLAUSES, clause))
        entries.append(audit.entry(by, act, CLAUSES, clause, changes, reason))
    audit.record_all(entries)


def advance(clause: Clause, **values: Any) -> None:
    """Put values on a clause in the version in which it was seen; :class:`Stale` where that is no longer the latest."""
    seen = Clause.objects.filter(pk=clause.pk, version=clause.version)
    if not seen.update(**values, version=F("version") + 1):
        raise Stale(clause.summary)
    clause.version += 1
    for name, value in values.items():
        setattr(clause, name, value)


def conclude(clauses: Iterable[Clause], *, by: Actor) -> list[Document]:
    """A document is confirmed when nothing of it waits any more, and no longer when something waits again."""
    found = Document.objects.filter(pk__in={clause.document_id for clause in clauses}).defer(
        "text", "reading"
    )
    held = list(found.order_by("pk"))
    for document in held:
        _conclude(document, by)
    return held


def _conclude(document: Document, by: Actor) -> None:
    waits = Clause.objects.filter(document=document, state=PROPOSED).exists()
    before, state = document.state, documents.READ if waits else documents.CONFIRMED
    if before == state or before == documents.SUPERSEDED:
        return
    Document.objects.filter(pk=document.pk).update(state=state, version=F("version") + 1)
    shown = dict(documents.STATES)
    act = "重新待确认" if waits else "全部确认"
    audit.record(by, act, DOCUMENTS, document, {"状态": (shown[before], shown[state])})
