"""Search from everywhere (Ctrl+K): each source answers words with hits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render

from luoshi.web import navigation
from luoshi.web.ledgers import hits as ledger_hits
from luoshi.web.parts import Hit
from luoshi.web.plans import searching
from luoshi.web.request import Request

SHOWN: Final = 8  # hits a source


Source = Callable[[Request, str], Iterable[Hit]]


def pages(request: Request, words: str) -> Iterable[Hit]:
    """The pages of the rail, those of the zone as a whole, and those of the settings."""
    doors = navigation.RAIL + navigation.WHOLE + navigation.SETTINGS
    for door in navigation.shown(doors, request.actor):
        if words in door.title or words in door.sentence:
            yield Hit("页面", door.title, door.url, door.sentence)


SOURCES: Final[tuple[Source, ...]] = (
    pages,
    searching.targets,
    searching.clauses,
    ledger_hits.ledgers,
    ledger_hits.rows,
)


def search(request: Request) -> HttpResponse:
    """The palette's fragment, or the whole page where there is no script."""
    words = request.GET.get("q", "").strip()
    template = "components/hits.html" if request.htmx else "search.html"
    return render(request, template, {"words": words, "hits": grouped(request, words)})


def grouped(request: Request, words: str) -> list[tuple[str, list[Hit]]]:
    """The first hits of every source, by kind; without words the pages are offered."""
    sources = SOURCES if words else (pages,)
    found = [hit for source in sources for hit in first(source(request, words))]
    return [(kind, list(hits)) for kind, hits in groupby(found, lambda hit: hit.kind)]


def first(hits: Iterable[Hit]) -> list[Hit]:
    """As many as are shown; a lazy source is not asked for more."""
    return [hit for _, hit in zip(range(SHOWN), hits, strict=False)]
