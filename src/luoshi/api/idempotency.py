"""A write that may be asked for twice is done once: its answer is kept by its own transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.utils import timezone

from luoshi.api.auth import Request
from luoshi.api.errors import KeyReused, answer
from luoshi.api.models import KEPT_FOR, Kept
from luoshi.ledgers import audit
from luoshi.ledgers.errors import Invalid

HEADER, AGAIN = "Idempotency-Key", "Idempotency-Replayed"
LONGEST = 80

Said = tuple[int, Mapping[str, Any]]


def once(request: Request, write: Callable[[], Said], payload: bytes = b"") -> HttpResponse:
    """The answer of ``write``, which runs in one transaction with the row that keeps the answer.

    A second request with the same key waits for the first by the key's uniqueness, and is told the same. What fails is
    not kept: it has written nothing and may be tried again.
    """
    key = key_of(request)
    with transaction.atomic():
        audit.begin()
        if not key:
            return answer(*write())
        kept, mine = claimed(request, key, digest(request, payload))
        if not mine:
            return replayed(kept)
        status, body = write()
        found = answer(status, body)
        Kept.objects.filter(pk=kept.pk).update(status=status, body=found.content.decode())
        return found


def earlier(request: Request, payload: bytes = b"") -> HttpResponse | None:
    """What the same request was answered before, for who has costly things to do before writing."""
    key = key_of(request)
    kept = Kept.objects.filter(token=request.token, key=key, at__gt=timezone.now() - KEPT_FOR).first()
    if not key or kept is None:
        return None
    if kept.digest != digest(request, payload):
        raise KeyReused(key)
    return replayed(kept)


def claimed(request: Request, key: str, wanted: str) -> tuple[Kept, bool]:
    """The row of a key, and whether it is this request's own; :class:`KeyReused` where it is of another request."""
    Kept.objects.filter(token=request.token, at__lte=timezone.now() - KEPT_FOR).delete()
    try:
        with transaction.atomic():
            return Kept.objects.create(token=request.token, key=key, digest=wanted), True
    except IntegrityError:
        kept = Kept.objects.get(token=request.token, key=key)
    if kept.digest != wanted:
        raise KeyReused(key)
    return kept, False


def replayed(kept: Kept) -> HttpResponse:
    """The answer of then."""
    found = answer(kept.status, json.loads(kept.body))
    found.headers[AGAIN] = "true"
    return found


def key_of(request: Request) -> str:
    """The key that the program gave its request; "" for none."""
    key = request.headers.get(HEADER, "").strip()
    if len(key) > LONGEST or not key.isprintable():
        raise Invalid({HEADER: [f"请求编号太长，最多 {LONGEST} 个字符。"]})
    return key


def digest(request: Request, payload: bytes) -> str:
    """The fingerprint of what is asked: the same key means the same request."""
    said = (str(request.method), request.get_full_path(), request.headers.get("If-Match", ""))
    return hashlib.sha256("\n".join(said).encode() + b"\n" + payload).hexdigest()
