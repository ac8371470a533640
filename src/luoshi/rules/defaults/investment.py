"""The starting rules of investment promotion."""

from __future__ import annotations

from luoshi.rules.chains import ChainRule
from luoshi.rules.fulfilment import FulfilmentRule
from luoshi.rules.padding import PaddingRule
from luoshi.rules.padding_rules import KINDS
from luoshi.rules.response import ResponseRule
from luoshi.rules.rhythm import RhythmRule
from luoshi.rules.screening import ScreeningForm

_FIVE = {"scale": "5"}

SCREENING_FORM = ScreeningForm.from_data(
    {
        "code": "screening",
        "name": "项目预审评分表",
        "version": "1",
        "effective_from": "2020-01-01",
        "items": [
            {"code": "position", "title": "产业定位", "weight": "20", **_FIVE},
            {"code": "layout", "title": "规划布局", "weight": "10", **_FIVE},
            {"code": "environment", "title": "环境保护", "weight": "15", "veto": True, **_FIVE},
            {
                "code": "intensity",
                "title": "投资强度",
                "weight": "15",
                "unit": "万元/亩",
                "bands": [
                    {"bound": "400", "share": "1"},
                    {"bound": "300", "share": "0.8"},
                    {"bound": "200", "share": "0.5"},
                ],
            },
            {
                "code": "tax",
                "title": "税收贡献",
                "weight": "15",
                "unit": "万元/亩",
                "bands": [
                    {"bound": "20", "share": "1"},
                    {"bound": "15", "share": "0.8"},
                    {"bound": "10", "share": "0.5"},
                ],
            },
            {
                "code": "energy",
                "title": "能耗水平",
                "weight": "10",
                "unit": "吨标准煤/万元",
                "better": "low",
                "bands": [{"bound": "0.3", "share": "1"}, {"bound": "0.5", "share": "0.6"}],
            },
            {"code": "land", "title": "用地条件", "weight": "5", **_FIVE},
            {"code": "safety", "title": "安全生产", "weight": "10", "veto": True, **_FIVE},
        ],
        "passing": "70",
        "conditional": "60",
        "vetoes": 2,
        "spread": "20",
    }
)
"""Marks from 0 to 5, figures by bands; 70 passes, 60 with conditions, two noughts for environment or safety stop."""

FULFILMENT_RULE = FulfilmentRule.from_data(
    {
        "code": "fulfilment",
        "name": "合同履约规则",
        "version": "1",
        "effective_from": "2020-01-01",
        "grace_days": 90,
        "months_without_promise": 18,
        "paid_in_share": "20",
        "promises": ["投资", "开工"],
        "base": "count",
    }
)
"""Judged 90 days after the promised start, or 18 months after the signing; a fifth paid in counts as a start."""

PADDING_RULE = PaddingRule.from_data(
    {
        "code": "padding",
        "name": "签约查重规则",
        "version": "1",
        "effective_from": "2020-01-01",
        "kinds": [*KINDS],
        "investor_likeness": "0.9",
        "text_likeness": "0.85",
        "months": 24,
        "amount_window": "10",
        "equipment_share": "80",
        "paid_in_share": "5",
        "paid_in_months": 12,
        "tax_share": "1",
        "amount_per_mu": "3000",
        "landless_amount": "50000",
    }
)
"""All eight doubts; 3,000 万元 a mu, or 5 亿元 without land, are too much."""

RESPONSE_RULE = ResponseRule.from_data(
    {
        "code": "response",
        "name": "线索响应时限",
        "version": "1",
        "effective_from": "2020-01-01",
        "limits": [
            {"code": "answer", "title": "首次答复", "days": 1, "working": True},
            {"code": "judge", "title": "研判", "days": 3, "working": True},
            {"code": "reply", "title": "反馈来源", "days": 7, "working": False},
            {"code": "report", "title": "进展报告", "days": 14, "working": False},
        ],
    }
)
"""Answered in 1 working day, judged in 3; replied to within a week and reported on every two."""

RHYTHM_RULE = RhythmRule.from_data(
    {
        "code": "trip_rhythm",
        "name": "外出招商频次",
        "version": "1",
        "effective_from": "2020-01-01",
        "levels": [
            {"code": "principal", "title": "主要负责人", "months": 2},
            {"code": "deputy", "title": "分管负责人", "months": 1},
            {"code": "bureau", "title": "部门负责人", "months": 1},
        ],
        "before": 3,
        "report": 5,
    }
)
"""The first leader every two months, deputies and bureau heads every month."""

CHAIN_RULE = ChainRule.from_data(
    {
        "code": "chain",
        "name": "产业链补链延链强链",
        "version": "1",
        "effective_from": "2020-01-01",
        "enterprise": "1",
        "project": "1",
        "signing": "0.5",
        "strong_share": "80",
    }
)
"""An enterprise or a project under way counts whole, a signing half; four fifths of what is wanted is strong."""
