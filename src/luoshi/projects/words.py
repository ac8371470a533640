"""Choices that ledgers of the family have in common."""

from __future__ import annotations

INVESTOR_KINDS = (
    ("central", "央企"),
    ("state", "国企"),
    ("private", "民企"),
    ("foreign", "外企"),
    ("mixed", "混合所有制"),
)
