"""The starting scheme of assessment: an example that is whole, to be changed to what the zone has decided."""

from __future__ import annotations

from luoshi.rules.defaults.schemes import item, ratio
from luoshi.rules.scoring.scores import ScoreRule

_FIGURES = [
    {"code": "paid_in", "title": "到位资金", "unit": "亿元", "effort": "5"},
    {"code": "paid_in_plan", "title": "到位资金计划", "unit": "亿元"},
    {"code": "signings", "title": "亿元以上签约项目", "unit": "个", "whole": True, "effort": "10"},
    {"code": "signings_plan", "title": "亿元以上签约项目计划", "unit": "个"},
    {"code": "starts", "title": "开工项目", "unit": "个", "whole": True, "effort": "5"},
    {"code": "starts_plan", "title": "开工项目计划", "unit": "个"},
    {"code": "investment", "title": "固定资产投资", "unit": "亿元", "effort": "3"},
    {"code": "investment_plan", "title": "固定资产投资时序目标", "unit": "亿元"},
    {"code": "small", "title": "3 亿至 10 亿元项目", "unit": "个", "whole": True, "effort": "10"},
    {"code": "middle", "title": "10 亿至 20 亿元项目", "unit": "个", "whole": True, "effort": "20"},
    {"code": "large", "title": "20 亿元以上项目", "unit": "个", "whole": True, "effort": "40"},
    {"code": "output_growth", "title": "规上工业增加值增速", "unit": "%", "effort": "10"},
    {"code": "tasks_done", "title": "重点任务按期完成", "unit": "项", "whole": True},
    {"code": "tasks", "title": "重点任务", "unit": "项"},
    {"code": "answered", "title": "诉求按时办结", "unit": "件", "whole": True, "effort": "0.5"},
    {"code": "requests", "title": "诉求交办", "unit": "件"},
    {"code": "overdue_starts", "title": "逾期未开工项目", "unit": "个", "kind": "events", "effort": "5"},
    {"code": "falsified", "title": "虚报项目", "unit": "个", "kind": "events"},
    {"code": "late_reports", "title": "迟报漏报", "unit": "次", "kind": "events"},
    {"code": "letters", "title": "督办函", "unit": "件", "kind": "events"},
    {"code": "visits", "title": "主要领导外出招商", "unit": "次", "kind": "events"},
    {"code": "large_signings", "title": "签约大项目", "unit": "亿元", "kind": "events"},
    {"code": "leaders", "title": "领导评价", "kind": "ratings"},
    {"code": "peers", "title": "单位互评", "kind": "ratings"},
    {"code": "accidents", "title": "较大以上安全生产事故", "unit": "起", "kind": "events"},
]

_RATED = {
    "kind": "ratings",
    "panels": [{"figure": "leaders", "weight": "70"}, {"figure": "peers", "weight": "30"}],
}
_SIZES = {
    "kind": "thresholds",
    "thresholds": [
        {"figure": "small", "least": "7", "each": "0.5"},
        {"figure": "middle", "least": "4", "each": "1"},
        {"figure": "large", "least": "1", "each": "2"},
    ],
}
_QUALITY = {
    "kind": "faults",
    "faults": [
        {"figure": "overdue_starts", "each": "1", "curable": True},
        {"figure": "falsified", "each": "5"},
    ],
}
_GROWTH = {"kind": "places", "figure": "output_growth", "points": ["10", "9", "8", "7", "6"], "rest": "5"}
_BOTH = {
    "kind": "ratio",
    "parts": [
        {"actual": "signings", "target": "signings_plan", "share": "50"},
        {"actual": "paid_in", "target": "paid_in_plan", "share": "50"},
    ],
    "cap": "120",
}
_BONUS = {
    "kind": "awards",
    "awards": [
        {"figure": "signings", "beyond": "signings_plan", "each": "2", "most": "6"},
        {"figure": "visits", "each": "0.5", "most": "3"},
        {
            "figure": "large_signings",
            "steps": [{"bound": "50", "points": "8"}, {"bound": "10", "points": "4"}],
        },
    ],
}
_DISCIPLINE = {
    "kind": "faults",
    "faults": [
        {"figure": "late_reports", "each": "1", "most": "12"},
        {"figure": "letters", "each": "0.5", "most": "3"},
    ],
}

SCORE_RULE = ScoreRule.from_data(
    {
        "code": "units",
        "name": "单位年度考核办法（示例）",
        "version": "1",
        "effective_from": "2020-01-01",
        "full": "100",
        "figures": _FIGURES,
        "groups": [{"code": "towns", "title": "镇街和平台组"}, {"code": "offices", "title": "部门组"}],
        "dimensions": [
            {
                "code": "investment_work",
                "title": "招商引资",
                "items": [
                    item("attraction", "签约和到位资金", "20", _BOTH),
                    item("sizes", "项目规模", "10", _SIZES, "towns"),
                    item("attraction_tasks", "招商任务", "10", ratio("tasks_done", "tasks"), "offices"),
                ],
            },
            {
                "code": "delivery",
                "title": "项目建设",
                "items": [
                    item("started", "开工", "15", ratio("starts", "starts_plan", "120")),
                    item("invested", "固定资产投资时序", "15", ratio("investment", "investment_plan")),
                    item("quality", "项目质量", "10", _QUALITY),
                ],
            },
            {
                "code": "running",
                "title": "经济运行和服务",
                "items": [
                    item("growth", "规上工业增加值增速位次", "10", _GROWTH),
                    item("service", "诉求按时办结率", "10", ratio("answered", "requests")),
                ],
            },
            {
                "code": "opinion",
                "title": "综合评价",
                "items": [item("rated", "领导评价和单位互评", "10", _RATED)],
            },
            {
                "code": "bonus",
                "title": "加分",
                "kind": "bonus",
                "cap": "10",
                "items": [{"code": "extra", "title": "超额和大项目", "formula": _BONUS}],
            },
            {
                "code": "deduction",
                "title": "扣分",
                "kind": "deduction",
                "cap": "15",
                "items": [{"code": "discipline", "title": "工作纪律", "formula": _DISCIPLINE}],
            },
        ],
        "vetoes": [
            {
                "code": "safety",
                "title": "安全生产",
                "figure": "accidents",
                "consequence": "取消年度评优资格",
            }
        ],
        "ties": ["delivery", "investment_work"],
    }
)
"""A hundred points in four dimensions, a bonus of at most 10, deductions of at most 15, ranks within two groups."""
