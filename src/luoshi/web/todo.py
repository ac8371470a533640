"""What waits for a person: each family of pages adds one source to the list at the end."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date

from django.utils import timezone

from luoshi.ledgers import standing
from luoshi.web.assessment import waiting as assessment
from luoshi.web.delivery import waiting as delivery
from luoshi.web.excuses import waiting as excuses
from luoshi.web.followups import waiting as followups
from luoshi.web.investment import waiting as investment
from luoshi.web.land import waiting as land
from luoshi.web.ledgers import waiting as ledgers
from luoshi.web.parts import Todo
from luoshi.web.plans import chasing, waiting
from luoshi.web.request import Request
from luoshi.web.rounds import waiting as rounds

Source = Callable[[Request], Iterable[Todo]]  # asks the tables for the actor and the month, and nothing else

SOURCES: tuple[Source, ...] = (
    waiting.uploads,
    waiting.clauses,
    waiting.gone,
    waiting.bindings,
    waiting.values,
    waiting.filings,
    chasing.mine,
    chasing.checks,
    chasing.countersigning,
    chasing.transfers,
    chasing.extensions,
    chasing.escalated,
    chasing.papers,
    assessment.ratings,
    excuses.excuses,
    followups.mine,
    delivery.mine,
    investment.leads,
    investment.screenings,
    land.checks,
    land.leases,
    rounds.rulings,
    rounds.corrections,
    ledgers.asked,
)


_KEPT: standing.Kept[list[Todo]] = standing.Kept(500)
_OF_SOURCES: standing.Kept[list[Todo]] = standing.Kept(
    500 * len(SOURCES)
)  # a write makes only some of them anew


def of(request: Request) -> list[Todo]:
    """All that waits for the person who asks: first due first, what has no date last."""
    actor = request.actor
    asked = (actor.person, actor.mandates, request.month, timezone.localdate())
    return _KEPT.of(request.head, asked, lambda: _found(request, asked))


def _found(request: Request, asked: tuple[Hashable, ...]) -> list[Todo]:
    def told(source: Source) -> list[Todo]:
        return _OF_SOURCES.of(request.head, (source, *asked), lambda: list(source(request)))

    found = [todo for source in SOURCES for todo in told(source)]
    return sorted(found, key=lambda todo: (todo.due or date.max, todo.kind, todo.text))
