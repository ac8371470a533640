"""What happened to a row, in words: the trail, with the files and the verdicts of which it speaks."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone

from luoshi.ledgers import audit
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.evidence import ATTACHED
from luoshi.ledgers.models import Attachment, AuditRow
from luoshi.web import parts


def events(
    actor: Actor, ledger: Ledger, trail: Iterable[AuditRow], files: Iterable[Attachment] = ()
) -> list[parts.Event]:
    """The trail in words, without what is secret from the person; ``files`` are those that hang on the row."""
    pictures = {(f.slot, f.name): f for f in files if f.thumbnail}
    return [
        parts.Event(
            when=timezone.localtime(entry.at),
            who=entry.actor,
            text=f"{entry.act}　理由：{entry.reason}" if entry.reason else entry.act,
            note="\n".join(
                f"{title}：{turned(before, after)}"
                for title, (before, after) in audit.visible(actor, ledger, entry.changes).items()
            ),
            pictures=tuple(
                reverse("evidence_thumbnail", args=[pictures[slot, name].pk])
                for slot, (before, name) in entry.changes.items()
                if entry.act == ATTACHED and (slot, name) in pictures
            ),
        )
        for entry in trail
    ]


def turned(before: str, after: str) -> str:
    """What a column held and what it holds."""
    return f"{before} → {after or '（空）'}" if before else after or "（空）"
