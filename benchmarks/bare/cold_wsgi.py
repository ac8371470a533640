"""Our own site, which keeps nothing from one request to the next: every page is made anew."""

from __future__ import annotations

from luoshi.wsgi import application  # first: it sets Django up

# isort: split

from luoshi.ledgers import standing

__all__ = ["application"]

standing.head = dict  # as if nothing had ever been written
