"""The rule by which a zone chases its tasks at first."""

from __future__ import annotations

from luoshi.rules.chasing import ChaseRule

CHASE_RULE = ChaseRule.from_data(
    {
        "code": "chase",
        "name": "催办规则",
        "version": "1",
        "effective_from": "2020-01-01",
        "near": 3,
        "every": 2,
        "hour": 8,
        "ladder": [{"days": 3, "level": "deputy"}, {"days": 8, "level": "principal"}],
    }
)
"""Reminded 3 working days before the limit and every 2 after it; leaders in charge are told after 3, principals after 8."""
