"""How long a zone takes at first over what is asked of it."""

from __future__ import annotations

from luoshi.rules.service_rules import ServiceRule

SERVICE_LIMITS = ServiceRule.from_data(
    {
        "code": "service",
        "name": "审批和裁定时限",
        "version": "1",
        "effective_from": "2020-01-01",
        "limits": [
            {"code": "excuse", "title": "正当理由审批", "promised": 3, "statutory": 5},
            {"code": "score_objection", "title": "考核异议裁定", "promised": 5, "statutory": 10},
        ],
    }
)
"""An excuse is decided in three working days and in five at most, an objection to a score in five and in ten."""
