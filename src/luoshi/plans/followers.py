"""What follows from a write of targets or of questions in rooms above them: said when the family starts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import After

_followers: dict[str, list[After]] = defaultdict(list)


def register(ledger: str, follow: After) -> None:
    """Enter what follows from a write in a ledger; called from the ``ready`` of the family's app."""
    if follow not in _followers[ledger]:
        _followers[ledger].append(follow)


def of(ledger: str) -> After:
    """What a ledger calls after a write: whatever was entered by then."""

    def follow(keys: Sequence[int], by: Actor) -> None:
        for each in _followers[ledger]:
            each(keys, by)

    return follow
