"""What waits for a person: each family of pages adds one source to the list at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from luoshi.web.investment import waiting as investment
from luoshi.web.parts import Todo
from luoshi.web.plans import waiting
from luoshi.web.request import Request

Source = Callable[[Request], Iterable[Todo]]

SOURCES: tuple[Source, ...] = (
    waiting.clauses,
    waiting.gone,
    waiting.bindings,
    waiting.values,
    investment.leads,
    investment.screenings,
)


def of(request: Request) -> list[Todo]:
    """All that waits for the person who asks: first due first, what has no date last."""
    found = [todo for source in SOURCES for todo in source(request)]
    return sorted(found, key=lambda todo: (todo.due or date.max, todo.kind, todo.text))
