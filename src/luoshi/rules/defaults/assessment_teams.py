"""The starting scheme for teams that win investment: branches elsewhere, and the task forces of chains."""

from __future__ import annotations

from luoshi.rules.defaults.schemes import item, ratio, reached
from luoshi.rules.scoring.scores import ScoreRule

_FIGURES = [
    {"code": "amount", "title": "签约金额", "unit": "亿元", "effort": "5"},
    {"code": "amount_plan", "title": "年度签约目标", "unit": "亿元"},
    {"code": "signings", "title": "亿元以上签约项目", "unit": "个", "whole": True, "effort": "10"},
    {"code": "paid_in", "title": "到位资金", "unit": "亿元", "effort": "5"},
    {"code": "leads", "title": "招商线索", "unit": "条", "whole": True},
    {"code": "judged", "title": "已研判线索", "unit": "条", "whole": True, "effort": "0.5"},
    {"code": "trips", "title": "外出招商", "unit": "批次", "whole": True, "effort": "2"},
    {"code": "visits", "title": "接待客商", "unit": "批次", "whole": True},
    {"code": "feedback", "title": "周反馈", "unit": "份", "whole": True, "effort": "0.2"},
    {"code": "fulfilled", "title": "已履约项目", "unit": "个", "whole": True, "effort": "10"},
    {"code": "due", "title": "到期评价项目", "unit": "个"},
    {"code": "struck", "title": "注水剔除", "unit": "个", "kind": "events"},
    {"code": "large_signings", "title": "签约大项目", "unit": "亿元", "kind": "events"},
    {"code": "letters", "title": "督办函", "unit": "件", "kind": "events"},
    {"code": "leaders", "title": "领导评价", "kind": "ratings"},
    {"code": "peers", "title": "单位互评", "kind": "ratings"},
    {"code": "misconduct", "title": "查实的弄虚作假", "unit": "起", "kind": "events"},
]

_LEADS = {"kind": "places", "figure": "leads", "points": ["8", "7", "6"], "rest": "5"}
_RATED = {
    "kind": "ratings",
    "panels": [{"figure": "leaders", "weight": "60"}, {"figure": "peers", "weight": "40"}],
}
_LARGE = {
    "kind": "awards",
    "awards": [
        {
            "figure": "large_signings",
            "steps": [{"bound": "50", "points": "8"}, {"bound": "10", "points": "4"}],
            "most": "8",
        }
    ],
}

_LETTERS = {"kind": "faults", "faults": [{"figure": "letters", "each": "0.5", "most": "3"}]}

TEAM_SCORE_RULE = ScoreRule.from_data(
    {
        "code": "teams",
        "name": "招商队伍年度考核办法（示例）",
        "version": "1",
        "effective_from": "2020-01-01",
        "full": "100",
        "figures": _FIGURES,
        "groups": [{"code": "branches", "title": "招商分局组"}, {"code": "forces", "title": "产业专班组"}],
        "dimensions": [
            {
                "code": "results",
                "title": "招商实绩",
                "items": [
                    item("amount_reached", "签约金额完成率", "25", ratio("amount", "amount_plan", "120")),
                    item("projects", "亿元以上签约项目", "15", {"kind": "best", "figure": "signings"}),
                    item("money", "到位资金", "20", {"kind": "best", "figure": "paid_in"}),
                ],
            },
            {
                "code": "work",
                "title": "招商过程",
                "items": [
                    item("found", "招商线索位次", "8", _LEADS),
                    item("judgement", "线索研判率", "5", ratio("judged", "leads")),
                    item("out", "外出招商", "6", reached("trips", "12")),
                    item("received", "接待客商", "3", reached("visits", "24")),
                    item("weekly", "周反馈", "3", reached("feedback", "52")),
                ],
            },
            {
                "code": "quality",
                "title": "项目质量",
                "items": [
                    item("contracts", "合同履约率", "6", ratio("fulfilled", "due")),
                    item(
                        "honest",
                        "签约真实",
                        "4",
                        {"kind": "faults", "faults": [{"figure": "struck", "each": "2"}]},
                    ),
                ],
            },
            {
                "code": "opinion",
                "title": "综合评价",
                "items": [item("rated", "领导评价和单位互评", "5", _RATED)],
            },
            {
                "code": "bonus",
                "title": "加分",
                "kind": "bonus",
                "cap": "8",
                "items": [{"code": "extra", "title": "签约大项目", "formula": _LARGE}],
            },
            {
                "code": "deduction",
                "title": "扣分",
                "kind": "deduction",
                "items": [{"code": "chased", "title": "被督办", "formula": _LETTERS}],
            },
        ],
        "vetoes": [
            {
                "code": "honesty",
                "title": "弄虚作假",
                "figure": "misconduct",
                "consequence": "取消年度评优资格",
            }
        ],
        "ties": ["results", "work"],
    }
)
"""A hundred points in four dimensions, a bonus of at most 8, ranks within two groups."""
