"""数据出处: where a number of a document comes from, by the code that is printed; of reports, papers and rounds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_GET

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act
from luoshi.oversight.bulletins import actions
from luoshi.web.request import Request
from luoshi.web.rounds import sources
from luoshi.web.rounds.sources import Source

CODE: Final = re.compile(r"([A-Z]{2,4}\d{4}-\d{1,9})(-\d{1,6})?")
DOORS: Final[tuple[Callable[[Request, str], Source | None], ...]] = (
    sources.of_bulletin,
    sources.of_paper,
    sources.of_round,
)


@require_GET
def find(request: Request) -> HttpResponse:
    """Where the code of a printed number is typed."""
    access.require(request.actor, Act.READ, registry.ledger(actions.LEDGER))
    code = request.GET.get("code", "").strip().upper()
    if CODE.fullmatch(code):
        return redirect("reference", code=code)
    return render(request, "rounds/find.html", {"code": code})


@require_GET
def reference(request: Request, code: str) -> HttpResponse:
    """Where one number comes from: what it said, and the way to its rows; of a whole document its text."""
    code = code.strip().upper()
    said = CODE.fullmatch(code)
    source = _source(request, said[1]) if said else None
    if source is None or said is None:
        raise _nothing(code)
    if not said[2]:
        return render(request, "rounds/told.html", source.told()) if source.here else redirect(source.url)
    found = next((each for each in source.official.references if each.code == code), None)
    if found is None:
        raise _nothing(code)
    values = {"source": source, "reference": found, "stale": found.key in source.stale()}
    return render(request, "rounds/reference.html", {**values, **source.origin(found.key)})


def _source(request: Request, whole: str) -> Source | None:
    return next((found for door in DOORS if (found := door(request, whole))), None)


def _nothing(code: str) -> Http404:
    return Http404(f"没有编号为“{code}”的数据出处，请核对文末“数据出处”里的编号。")


urlpatterns = [
    path("f/", find, name="references"),
    path("f/<str:code>/", reference, name="reference"),
]
