"""Our own site, which keeps nothing from one request to the next: every page is made anew."""

from __future__ import annotations

from luoshi.wsgi import application

__all__ = ["application"]
