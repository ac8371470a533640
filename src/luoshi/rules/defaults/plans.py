"""The rule by which a zone fills in its months at first."""

from __future__ import annotations

from luoshi.rules.cutoff import CutoffRule

CUTOFF_RULE = CutoffRule.from_data(
    {
        "code": "filing",
        "name": "月报截止日",
        "version": "1",
        "effective_from": "2020-01-01",
        "day": 5,
        "months": 1,
        "moved": "next",
    }
)
"""Handed in by the 5th of the next month, or on the first working day after it."""
