"""How long a zone publishes its lists at first."""

from __future__ import annotations

from luoshi.rules.response import ResponseRule

PUBLICATION_RULE = ResponseRule.from_data(
    {
        "code": "board-publication",
        "name": "红黑榜公示和异议期限",
        "version": "1",
        "effective_from": "2020-01-01",
        "limits": [
            {"code": "objection", "title": "公示和提出异议", "days": 7, "working": False},
            {"code": "ruling", "title": "裁定异议", "days": 5, "working": True},
        ],
    }
)
"""Results are published for objection, usually one week; an objection is ruled on within five working days."""
