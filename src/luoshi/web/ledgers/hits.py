"""What a word from the search palette finds among ledgers and their rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.core.exceptions import FieldDoesNotExist
from django.urls import reverse

from luoshi.ledgers import access, lookups, searching
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.columns import as_text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Row
from luoshi.web.ledgers import finding, lists
from luoshi.web.parts import Hit
from luoshi.web.request import Request

MOST = 4  # rows that one ledger offers
TOGETHER = 8  # rows of all ledgers


def ledgers(request: Request, words: str) -> Iterator[Hit]:
    """The ledgers whose title or purpose has the words."""
    for found in finding.readable(request.actor):
        if words in found.title or words in found.note:
            yield Hit("台账", found.title, reverse("ledger", args=[found.key]), found.note)


def rows(request: Request, words: str) -> Iterator[Hit]:
    """Rows that are called so, ledger by ledger; every ledger has its share of the few that are shown."""
    found = [(ledger, _rows(request.actor, ledger, words)) for ledger in _named(request.actor)]
    share: Counter[str] = Counter()
    for place in range(MOST):
        for ledger, hits in found:
            if place < len(hits) and share.total() < TOGETHER:
                share[ledger.name] += 1
    for ledger, hits in found:
        for row in hits[: share[ledger.name]]:
            yield Hit(ledger.title, ledger.label_of(row), lists.address(ledger, row), _note(ledger, row))


def _note(ledger: Ledger, row: Row) -> str:
    """What tells a row from its like."""
    number = lookups.identity(ledger, row)
    return "" if number == ledger.label_of(row) else number


def _named(actor: Actor) -> list[Ledger]:
    """The ledgers kept by hand whose rows have names of their own; what is only called after another row is found
    through that row, and what comes about elsewhere has pages of its own."""
    families = finding.families(each for each in finding.readable(actor) if each.editable)
    return [ledger for family in families for ledger in family.ledgers if _paths(actor, ledger)]


def _paths(actor: Actor, ledger: Ledger) -> list[str]:
    """The ledger's own texts by which it is searched."""
    try:
        ledger.field_named(ledger.label)
    except FieldDoesNotExist:
        return []
    unseen = access.hidden(actor, ledger) & {ledger.label, *ledger.identity}
    return [] if unseen else [path for path in searching.paths(actor, ledger) if "__" not in path]


def _rows(actor: Actor, ledger: Ledger, words: str) -> list[Row]:
    reach = access.reach(actor, Act.READ, ledger)
    if reach is None:
        return []
    return list(
        ledger.rows().filter(reach, searching.condition(_paths(actor, ledger), as_text(words)))[:MOST]
    )
