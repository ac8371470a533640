"""The starting rules of supervision: lights, boards and trajectories."""

from __future__ import annotations

from luoshi.rules.boards import BoardRule
from luoshi.rules.lights import LightRule
from luoshi.rules.seasons import SeasonRule
from luoshi.rules.trajectory_rules import TrajectoryRule

LIGHT_RULE = LightRule.from_data(
    {
        "code": "target-progress",
        "name": "目标进度灯",
        "version": "1",
        "effective_from": "2020-01-01",
        "subject": "indicator",
        "base": "points",
        "bands": [
            {"colour": "green", "bounds": [{"comparator": "gt", "value": "-10"}]},
            {
                "colour": "yellow",
                "bounds": [{"comparator": "le", "value": "-10"}, {"comparator": "ge", "value": "-30"}],
            },
            {"colour": "red", "bounds": [{"comparator": "lt", "value": "-30"}]},
        ],
        "held": [
            {"colour": "green", "bounds": [{"of": "percent_of_plan", "comparator": "ge", "value": "95"}]},
            {
                "colour": "yellow",
                "bounds": [
                    {"of": "percent_of_plan", "comparator": "lt", "value": "95"},
                    {"of": "percent_of_plan", "comparator": "ge", "value": "80"},
                ],
            },
            {"colour": "red", "bounds": [{"of": "percent_of_plan", "comparator": "lt", "value": "80"}]},
        ],
        "ahead": True,
        "excuses": {"red": "yellow"},
        "ladder": [
            {
                "colour": "yellow",
                "who": "牵头单位负责人",
                "level": "head",
                "days": 5,
                "act": "督促",
                "letter": "提示函",
            },
            {
                "colour": "yellow",
                "months": 2,
                "who": "分管领导",
                "level": "deputy",
                "days": 5,
                "letter": "督办函",
            },
            {"colour": "red", "who": "主要领导", "level": "principal", "days": 3, "letter": "督办函"},
        ],
    }
)
"""Green to less than 10 percentage points behind the plan, yellow 10 to 30, red more than 30. What holds at any
time is held against itself: green from 95 % of the target, yellow from 80 %, red below. A yellow light is for the head
of the unit, two months of it for the deputy, both in five working days, a red one for the leader in three."""

TASK_LIGHT_RULE = LightRule.from_data(
    {
        "code": "task-done",
        "name": "任务灯",
        "version": "1",
        "effective_from": "2020-01-01",
        "subject": "task",
        "base": "points",
        "bands": [
            {"colour": "green", "bounds": [{"comparator": "ge", "value": "0"}]},
            {"colour": "red", "bounds": [{"comparator": "lt", "value": "0"}]},
        ],
        "made_good_later": True,
        "ahead": True,
        "event": "完成",
    }
)
"""Done by the end of the month of its limit, or before, green; missed red; done later the old months turn yellow, never green."""

_MET_OR_MISSED = [
    {"colour": "green", "bounds": [{"comparator": "ge", "value": "100"}]},
    {"colour": "yellow", "bounds": [{"comparator": "lt", "value": "100"}]},
]

START_LIGHT_RULE = LightRule.from_data(
    {
        "code": "project-start",
        "name": "项目开工灯",
        "version": "1",
        "effective_from": "2020-01-01",
        "subject": "project_start",
        "base": "percent_of_plan",
        "bands": _MET_OR_MISSED,
        "memory": {"months": 3, "counts": ["yellow"], "becomes": "red"},
        "ahead": True,
        "event": "开工",
    }
)
"""Started by the planned month green; missed yellow; not started three months in a row red."""

UNIT_LIGHT_RULE = LightRule.from_data(
    {
        "code": "unit-month",
        "name": "单位灯",
        "version": "1",
        "effective_from": "2020-01-01",
        "subject": "unit",
        "base": "percent_of_plan",
        "bands": _MET_OR_MISSED,
        "memory": {"months": 2, "counts": ["yellow"], "becomes": "red"},
    }
)
"""All that was owed in the month met green; something missed yellow; two months in a row red."""

BOARD_RULE = BoardRule.from_data(
    {
        "code": "unit-board",
        "name": "单位红黑榜",
        "version": "1",
        "effective_from": "2020-01-01",
        "red": {
            "at_least": 2,
            "without": ["red", "yellow"],
            "top": 3,
            "order": [
                {"by": "completion", "first": "high"},
                {"by": "measured_targets", "first": "high"},
                {"by": "unit", "first": "low"},
            ],
        },
        "black": {
            "red_lights": 1,
            "yellow_run": 3,
            "order": [
                {"by": "red_lights", "first": "high"},
                {"by": "yellow_run", "first": "high"},
                {"by": "completion", "first": "low"},
                {"by": "unit", "first": "low"},
            ],
        },
        "completion_cap": "120",
    }
)
"""Red: two targets with data, all green, the best three. Black: a red light, or three months yellow in a row."""

TRAJECTORY_RULE = TrajectoryRule.from_data(
    {
        "code": "target-trajectory",
        "name": "目标时序",
        "version": "1",
        "effective_from": "2020-01-01",
        "cases": [
            {"trait": "growth", "trajectory": {"kind": "constant"}},
            {"trait": "rate", "trajectory": {"kind": "constant"}},
            {"trait": "limit", "trajectory": {"kind": "constant"}},
            {"trait": "per-quarter", "trajectory": {"kind": "quarters"}},
            {"trait": "per-month", "trajectory": {"kind": "months"}},
            {"trait": "single", "trajectory": {"kind": "by_end"}},
            {"trait": "any", "trajectory": {"kind": "even"}},
        ],
    }
)
"""Rates and limits hold in every month, repeated targets come due each quarter or month, one thing at the end, the rest evenly."""

_BUILDING = (
    "开工",
    "竣工",
    "投产",
    "达产",
    "施工",
    "建设",
    "建成",
    "投资",
    "工程",
    "收储",
    "征迁",
    "改造",
    "厂房",
)

SEASON_RULE = SeasonRule.from_data(
    {
        "code": "target-season",
        "name": "季节规律",
        "version": "1",
        "effective_from": "2020-01-01",
        "before": 7,
        "after": 7,
        "seasons": [
            {
                "words": list(_BUILDING),
                "factors": {"01": "60", "02": "60", "07": "85", "08": "85", "12": "75"},
            },
            {"words": []},
        ],
    }
)
"""Nothing moves in the week before 春节 and the one after it; building slows down in winter and in the great heat."""
