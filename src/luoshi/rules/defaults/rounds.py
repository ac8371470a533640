"""The rounds that a zone starts with."""

from __future__ import annotations

from luoshi.rules.rounds import RoundRule

_ROUNDS = (
    ("week", "周梳理", "week", -3, -2),
    ("half_month", "半月调度", "half_month", 0, 2),
    ("month", "月通报", "month", 5, 8),
    ("quarter", "季调度", "quarter", 8, 12),
)
ROUND_RULES = tuple(
    RoundRule.from_data(
        {
            "code": code,
            "name": name,
            "version": "1",
            "effective_from": "2020-01-01",
            "rhythm": rhythm,
            "cutoff": cutoff,
            "meets": meets,
            "moved": "next",
            "yellows": 2,
            "apart": 4,
        }
    )
    for code, name, rhythm, cutoff, meets in _ROUNDS
)
"""On Fridays; two days after each half month; on the 8th of the next month; on the 12th after each quarter."""
