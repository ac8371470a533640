"""The starting scheme for persons: deputies by what is in their charge, heads by their unit."""

from __future__ import annotations

from luoshi.rules.defaults.schemes import item, ratio, reached
from luoshi.rules.scoring.scores import ScoreRule

_FIGURES = [
    {"code": "completion", "title": "分管（主管）目标平均完成率", "unit": "%", "effort": "5"},
    {"code": "red", "title": "分管（主管）目标红灯", "unit": "个", "kind": "events"},
    {"code": "tasks_done", "title": "按期完成的任务", "unit": "项", "whole": True, "effort": "2"},
    {"code": "tasks", "title": "到期的任务", "unit": "项"},
    {"code": "late_reports", "title": "迟报漏报", "unit": "次", "kind": "events"},
    {"code": "unanswered", "title": "逾期未回复的督办文书", "unit": "件", "kind": "events"},
    {"code": "letters", "title": "督办函", "unit": "件", "kind": "events"},
    {"code": "honours", "title": "省级以上表彰", "unit": "项", "kind": "events", "effort": "20"},
    {"code": "leaders", "title": "领导评价", "kind": "ratings"},
    {"code": "peers", "title": "民主测评", "kind": "ratings"},
    {"code": "misconduct", "title": "受党纪政务处分", "unit": "次", "kind": "events"},
]

_LIGHTS = {"kind": "faults", "faults": [{"figure": "red", "each": "0.5"}]}
_DISCIPLINE = {
    "kind": "faults",
    "faults": [{"figure": "late_reports", "each": "0.5"}, {"figure": "unanswered", "each": "1"}],
}
_RATED = {
    "kind": "ratings",
    "panels": [{"figure": "leaders", "weight": "60"}, {"figure": "peers", "weight": "40"}],
}
_HONOURS = {"kind": "awards", "awards": [{"figure": "honours", "each": "2", "most": "4"}]}
_LETTERS = {"kind": "faults", "faults": [{"figure": "letters", "each": "0.5", "most": "3"}]}

PERSON_SCORE_RULE = ScoreRule.from_data(
    {
        "code": "persons",
        "name": "干部年度考核办法（示例）",
        "version": "1",
        "effective_from": "2020-01-01",
        "full": "100",
        "figures": _FIGURES,
        "groups": [
            {"code": "deputies", "title": "班子成员组"},
            {"code": "heads", "title": "单位负责人组"},
        ],
        "dimensions": [
            {
                "code": "work",
                "title": "工作实绩",
                "items": [
                    item("targets", "目标完成", "30", reached("completion", "100")),
                    item("lights", "不亮红灯", "15", _LIGHTS),
                    item("handed_out", "任务按期完成", "15", ratio("tasks_done", "tasks")),
                ],
            },
            {
                "code": "conduct",
                "title": "履职作风",
                "items": [item("discipline", "报送和回复", "10", _DISCIPLINE)],
            },
            {
                "code": "opinion",
                "title": "评价测评",
                "items": [item("rated", "领导评价和民主测评", "30", _RATED)],
            },
            {
                "code": "bonus",
                "title": "加分",
                "kind": "bonus",
                "items": [{"code": "honoured", "title": "表彰", "formula": _HONOURS}],
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
                "code": "conduct_veto",
                "title": "廉洁自律",
                "figure": "misconduct",
                "consequence": "年度考核不得评为优秀",
            }
        ],
        "ties": ["work", "opinion"],
    }
)
"""A hundred points: sixty for what the ledgers say, ten for conduct, thirty for ratings; ranks within two groups."""
