"""The kind of rule that says when rounds meet and what comes on their agenda by itself."""

from __future__ import annotations

import datetime

from luoshi.ledgers.rulebook import Kind, in_force
from luoshi.rules import defaults
from luoshi.rules.rounds import RHYTHMS, Also, Rhythm, RoundRule

PERIODS: dict[Rhythm, str] = {"week": "每周", "half_month": "每半月", "month": "每月", "quarter": "每季度"}
MOVED = {
    "next": "遇休息日顺延到下一个工作日",
    "previous": "遇休息日提前到上一个工作日",
    "stays": "遇休息日不变",
}
ALSO: dict[Also, str] = {"unit": "单位", "task": "任务", "project_start": "项目开工"}
WEEKDAYS = "一二三四五六日"


def sentences(rule: RoundRule) -> list[str]:
    """What a rule of rounds says, one sentence a line."""
    named = PERIODS[rule.rhythm]
    others = [f"{'、'.join(ALSO[each] for each in rule.also)}亮红灯的，也列入议题。"] if rule.also else []
    return [
        f"{rule.name}{named}一次：{_day(rule, rule.cutoff)}截数，{_day(rule, rule.meets)}召开，{MOVED[rule.moved]}。",
        f"红灯、连续 {rule.yellows} 个月黄灯、三方意见分歧 {rule.apart} 分及以上和以前轮次没有办完的决定，自动列入议题。",
        *others,
    ]


def _day(rule: RoundRule, count: int) -> str:
    if rule.rhythm == "week":
        return (
            f"{'下' if count > 0 else '当'}周周{WEEKDAYS[(6 + count) % 7]}"
            if -7 < count <= 7
            else _counted(count)
        )
    return _counted(count)


def _counted(count: int) -> str:
    if count == 0:
        return "期末当天"
    return f"期末后第 {count} 天" if count > 0 else f"期末前第 {-count} 天"


ROUND = Kind(
    name="round",
    title="调度规则",
    engine=RoundRule,
    starting=defaults.ROUND_RULES,
    sentences=sentences,
    several=True,
)


def rule(rhythm: str, on: datetime.date) -> RoundRule:
    """The rule of a rhythm on a day, or :class:`rulebook.NoRule`; rules go by the code of their rhythm."""
    return in_force(ROUND, on, rhythm)


__all__ = ["RHYTHMS", "ROUND", "rule", "sentences"]
