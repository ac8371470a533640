"""Rows by words: every word must occur in one of the texts by which a ledger is searched."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Actor
from luoshi.ledgers.columns import Link, Text
from luoshi.ledgers.definition import Ledger

MOST_WORDS = 8


def paths(actor: Actor, ledger: Ledger) -> list[str]:
    """The paths by which the person may search a ledger: none that ends in a secret column."""
    return [path for path in ledger.search if _is_open(actor, ledger, path)]


def names(actor: Actor, ledger: Ledger) -> list[str]:
    """The same, and the texts that make a row's identity: by these a row is chosen."""
    unseen = access.hidden(actor, ledger)
    own = (name for name in ledger.identity if isinstance(ledger.column(name), Text) and name not in unseen)
    return list(dict.fromkeys([*paths(actor, ledger), *own]))


def condition(paths: Iterable[str], words: str, prefix: str = "") -> Q:
    """The filter for what was typed; blanks separate words."""
    paths = list(paths)
    found = Q()
    for word in words.split()[:MOST_WORDS]:
        hit = Q()
        for path in paths:
            hit |= Q(**{f"{prefix}{path}__icontains": word})
        found &= hit
    return found


def _is_open(actor: Actor, ledger: Ledger, path: str) -> bool:
    head, _, rest = path.partition("__")
    if head in access.hidden(actor, ledger):
        return False
    column = ledger.column(head) if ledger.has(head) else None
    if not rest or not isinstance(column, Link):
        return True
    return _is_open(actor, registry.ledger(column.to), rest)
