"""A ledger as a file to download."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpResponse

from luoshi.ledgers.exporting import MEDIA_TYPES, Kind


def download(data: bytes, name: str, kind: Kind) -> HttpResponse:
    """An answer that a browser saves under a Chinese name."""
    answer = HttpResponse(data, content_type=MEDIA_TYPES[kind])
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer
