"""Who calls: the person in whose name the token was given out, with the rights that they have today."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from luoshi.accounts.models import Token
from luoshi.api.errors import Locked, Unknown
from luoshi.api.models import Failure
from luoshi.directory.people.actors import actor_of
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Refused

READING: Final = ("GET", "HEAD")
NOTED_EVERY: Final = timedelta(minutes=1)
NONE = "请在请求头 Authorization 里写上 Bearer 和接口令牌。令牌在“设置 · 接口令牌”里开通。"
WRONG = "没有这个接口令牌，请核对是否抄写完整，或在“设置 · 接口令牌”里重新开通。"


class Request(HttpRequest):
    """A request that has shown a living token."""

    actor: Actor
    token: Token


class Bearer(HttpBearer):
    """Reads the token; a request without a living one goes no further."""

    def __call__(self, request: HttpRequest) -> Token:
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secret.strip():
            raise Unknown(NONE)
        return self.authenticate(request, secret.strip())

    def authenticate(self, request: HttpRequest, token: str) -> Token:
        """The token of that secret; puts on the request who calls."""
        found, today = Token.objects.of_secret(token), timezone.localdate()
        if found is None:
            raise unknown(request)
        if why := found.dead(today):
            raise Unknown(why)
        if found.read_only and request.method not in READING:
            raise Refused(f"令牌“{found.name}”是只读的，不能写入。")
        note_use(found)
        origin = f"api {request.META.get('REMOTE_ADDR', '')} {found.name}"
        request.actor = actor_of(found.user, on=today, origin=origin)  # type: ignore[attr-defined]
        request.token = found  # type: ignore[attr-defined]
        return found


def unknown(request: HttpRequest) -> Unknown | Locked:
    """What a machine is told that shows a secret of no token: after a few in a row, to come back later."""
    address, now = str(request.META.get("REMOTE_ADDR", "")), timezone.now()
    until = Failure.objects.locked_until(address, now)
    if until is not None:
        return Locked(until)
    Failure.objects.record(address, now)
    return Unknown(WRONG)


def note_use(token: Token) -> None:
    """Remember the time, once a minute."""
    now = timezone.now()
    stale = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED_EVERY)
    if token.last_used_at is None or token.last_used_at < now - NOTED_EVERY:
        Token.objects.filter(stale, pk=token.pk).update(last_used_at=now)
