"""All tables of the family."""

from __future__ import annotations

from luoshi.enterprises.register.models import Enterprise

__all__ = ("Enterprise",)
