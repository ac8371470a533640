"""The request as every page receives it, after the middleware has put on it who asks and for which month."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from luoshi.accounts.models import User
from luoshi.ledgers.access import Actor
from luoshi.ledgers.standing import Head


class Request(HttpRequest):
    """A request of a person who has signed in."""

    user: User
    head: Head
    actor: Actor
    month: int
    htmx: HtmxDetails
