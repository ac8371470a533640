"""A ledger as a file to download."""

from __future__ import annotations

from datetime import date
from typing import Final
from urllib.parse import quote

from django.http import HttpResponse

from luoshi.accounts.models import User
from luoshi.directory.people.models import Post
from luoshi.ledgers import exporting
from luoshi.web.ledgers.lists import View

TYPES: Final[dict[exporting.Kind, str]] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
}


def download(data: bytes, name: str, kind: exporting.Kind) -> HttpResponse:
    """An answer that a browser saves under a Chinese name."""
    answer = HttpResponse(data, content_type=TYPES[kind])
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer


def kind_of(text: str) -> exporting.Kind | None:
    """The kind of file that an address asks for."""
    return next((kind for kind in TYPES if kind == text), None)


def said(view: View) -> str:
    """Which rows of a list were asked for, in words."""
    chips = (f"{view.ledger.title_of(c.column)} {text}" for c, text in view.filters.chips)
    return "；".join([*([f"搜索“{view.words}”"] if view.words else []), *chips])


def reporting_unit(user: User, on: date) -> str:
    """The unit of the person's first post, which an export names as the one that reports."""
    post = Post.objects.in_force(on).filter(user=user.pk).select_related("unit").first()
    return post.unit.name if post else ""
