"""The starting rules of delivery."""

from __future__ import annotations

from luoshi.rules.response import ResponseRule
from luoshi.rules.statistics import EntryRule

ENTRY_RULE = EntryRule.from_data(
    {
        "code": "entry",
        "name": "入库纳统规则",
        "version": "1",
        "effective_from": "2020-01-01",
        "least": "500",
        "direct": "5000",
        "entry_day": 10,
        "figures_day": 25,
        "figures_months": 1,
        "yellow_months": 1,
        "red_months": 2,
        "parts_of": "to_date",
    }
)
"""From 500 万元 on, entered by the 10th of the month after the start, figures by the 25th of the next month."""

SERVICE_RULE = ResponseRule.from_data(
    {
        "code": "project_service",
        "name": "项目服务时限",
        "version": "1",
        "effective_from": "2020-01-01",
        "limits": [
            {"code": "accept", "title": "要素需求受理", "days": 2, "working": True},
            {"code": "meet", "title": "要素需求满足", "days": 10, "working": True},
            {"code": "sign_for", "title": "堵点签收", "days": 1, "working": True},
            {"code": "answer", "title": "堵点反馈", "days": 5, "working": True},
        ],
    }
)
"""A need is accepted in 2 working days and met in 10, a problem signed for in 1 and answered in 5."""
