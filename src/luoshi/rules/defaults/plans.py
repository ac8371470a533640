"""The rules by which a zone fills in its months and carries out its tasks at first."""

from __future__ import annotations

from luoshi.rules.cutoff import CutoffRule
from luoshi.rules.response import ResponseRule

CUTOFF_RULE = CutoffRule.from_data(
    {
        "code": "filing",
        "name": "月报截止日",
        "version": "1",
        "effective_from": "2020-01-01",
        "day": 5,
        "months": 1,
        "moved": "next",
    }
)
"""Handed in by the 5th of the next month, or on the first working day after it."""

TASK_SERVICE_RULE = ResponseRule.from_data(
    {
        "code": "task_service",
        "name": "任务办理时限",
        "version": "1",
        "effective_from": "2020-01-01",
        "limits": [
            {"code": "sign_for", "title": "任务签收", "days": 2, "working": True},
            {"code": "check", "title": "反馈复核", "days": 3, "working": True},
            {"code": "countersign", "title": "会签", "days": 2, "working": True},
            {"code": "extend", "title": "延期审批", "days": 2, "working": True},
            {"code": "accept", "title": "转办接收", "days": 1, "working": True},
        ],
    }
)
"""A task is signed for in 2 working days, its answer checked in 3; countersigning and extensions take 2, a transfer 1."""
