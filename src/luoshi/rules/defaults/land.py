"""The starting rules of standard land and of what follows from a class of the evaluation per mu."""

from __future__ import annotations

from luoshi.rules.policies import PolicyRule
from luoshi.rules.standard_land import StandardLandRule

STANDARD_LAND_RULE = StandardLandRule.from_data(
    {
        "code": "standard-land",
        "name": "标准地履约核查",
        "version": "1",
        "effective_from": "2020-01-01",
        "ahead": 60,
        "conditions": [
            {
                "code": "intensity",
                "title": "投资强度",
                "unit": "万元/亩",
                "better": "high",
                "consequence": "限期补足投资，逾期按合同追缴违约金",
            },
            {
                "code": "tax_per_mu",
                "title": "亩均税收",
                "unit": "万元/亩",
                "better": "high",
                "consequence": "按差额补缴，不享受用地奖补",
            },
            {
                "code": "energy",
                "title": "单位能耗",
                "unit": "吨标煤/万元",
                "better": "low",
                "consequence": "列入节能监察，限期整改",
            },
            {
                "code": "plot_ratio",
                "title": "容积率",
                "better": "high",
                "consequence": "限期补建，逾期收回未建部分",
            },
        ],
        "rounds": [
            {
                "code": "first",
                "title": "满一年",
                "months": 12,
                "since": "supply",
                "conditions": ["intensity"],
            },
            {
                "code": "third",
                "title": "满三年",
                "months": 36,
                "since": "supply",
                "conditions": ["intensity", "tax_per_mu", "energy"],
            },
            {
                "code": "fifth",
                "title": "满五年",
                "months": 60,
                "since": "supply",
                "conditions": ["intensity", "tax_per_mu", "energy", "plot_ratio"],
            },
        ],
    }
)


def _item(code: str, title: str, by: str, *levels: tuple[str, str, str]) -> dict[str, object]:
    told = [{"grade": grade, "tone": tone, "text": text} for grade, tone, text in levels]
    return {"code": code, "title": title, "by": by, "levels": told}


POLICY_RULE = PolicyRule.from_data(
    {
        "code": "policies",
        "name": "亩均评价差别化政策",
        "version": "1",
        "effective_from": "2020-01-01",
        "months": 12,
        "items": [
            _item(
                "power",
                "用电价格",
                "经济发展局",
                ("A", "encourage", "不加价，优先参加电力直接交易"),
                ("B", "keep", "不加价"),
                ("C", "restrain", "每千瓦时加价 0.10 元"),
                ("D", "restrain", "每千瓦时加价 0.30 元"),
            ),
            _item(
                "water",
                "用水价格",
                "规划建设局",
                ("A", "keep", "不加价"),
                ("B", "keep", "不加价"),
                ("C", "restrain", "每吨加价 0.50 元"),
                ("D", "restrain", "每吨加价 1.00 元"),
            ),
            _item(
                "land_tax",
                "城镇土地使用税",
                "财政金融局",
                ("A", "encourage", "减征 80%"),
                ("B", "encourage", "减征 50%"),
                ("C", "keep", "不减征"),
                ("D", "keep", "不减征"),
            ),
            _item(
                "credit",
                "信贷支持",
                "财政金融局",
                ("A", "encourage", "推荐授信，贷款贴息 1 个百分点"),
                ("B", "encourage", "推荐授信"),
                ("C", "keep", "正常授信"),
                ("D", "restrain", "不推荐新增授信"),
            ),
            _item(
                "resources",
                "新增用地和用能",
                "自然资源分局",
                ("A", "encourage", "优先保障"),
                ("B", "keep", "合理保障"),
                ("C", "restrain", "从严控制"),
                ("D", "restrain", "不再安排"),
            ),
        ],
    }
)
