"""What happened to a row, in words: the trail, with the files and the verdicts of which it speaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils import timezone

from luoshi.ledgers import audit
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.evidence import ATTACHED
from luoshi.ledgers.models import Attachment, AuditRow
from luoshi.web import parts

LONGEST = 240  # characters of a value


def events(
    actor: Actor, ledger: Ledger, trail: Iterable[AuditRow], files: Iterable[Attachment] = ()
) -> list[parts.Event]:
    """The trail in words, without what is secret from the person; ``files`` are those that hang on the row."""
    pictures = {(f.slot, f.name): f for f in files if f.thumbnail}
    return [_event(actor, ledger, entry, pictures) for entry in trail]


def entries(actor: Actor, ledger: Ledger, trail: Iterable[AuditRow]) -> list[parts.Event]:
    """The trail of many rows in words, each with the way to its row's history."""
    return [_event(actor, ledger, entry, {}, named=True) for entry in trail]


def _event(
    actor: Actor,
    ledger: Ledger,
    entry: AuditRow,
    pictures: Mapping[tuple[str, str], Attachment],
    *,
    named: bool = False,
) -> parts.Event:
    said = f"{entry.act}“{entry.label}”" if named else entry.act
    return parts.Event(
        when=timezone.localtime(entry.at),
        who=entry.actor,
        text=f"{said}　理由：{entry.reason}" if entry.reason else said,
        note="\n".join(
            f"{title}：{turned(before, after)}"
            for title, (before, after) in audit.visible(actor, ledger, entry.changes).items()
        ),
        url=reverse("ledger_history", args=[ledger.key, int(entry.row)]) if named else "",
        pictures=tuple(
            reverse("evidence_thumbnail", args=[pictures[slot, name].pk])
            for slot, (before, name) in entry.changes.items()
            if entry.act == ATTACHED and (slot, name) in pictures
        ),
    )


def turned(before: str, after: str) -> str:
    """What a column held and what it holds."""
    first, then = shortened(before), shortened(after)
    return f"{first} → {then or '（空）'}" if before else then or "（空）"


def shortened(text: str) -> str:
    """A long text as far as a line of the time line goes; the whole of it stays in the trail."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…（共 {len(text)} 字）"
