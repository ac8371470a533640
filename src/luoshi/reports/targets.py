"""The figures of one target as lists and tables name them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from luoshi.reports import growth
from luoshi.reports.facts import TargetFact
from luoshi.reports.figures import UNKNOWN, Figure, Item, word
from luoshi.reports.numbers import amount, per_cent, written
from luoshi.rules.months import months_between
from luoshi.rules.rounding import half_up

SORTS: Final = {"rate": "比率", "limit": "上限", "amount": "数量"}
COLOURS: Final = (("green", "绿灯"), ("yellow", "黄灯"), ("red", "红灯"), ("grey", "未亮灯"))
LIT: Final = ("green", "yellow", "red")
WORSE, BETTER = "转差", "转好"
FIELDS: Final = (
    "编号", "指标", "单位", "牵头单位", "类型", "目标", "本月", "累计", "完成率", "时序进度", "时序差", "灯", "灯色", "理由",
    "差额", "差额点数", "每月", "剩余月数", "上月灯", "上月累计", "上月完成率", "较上月", "转向", "连续月数", "正当理由",
    *growth.FIELDS,
)  # fmt: skip


def missing(target: TargetFact) -> Decimal:
    """How much is missing, or too much of what is limited; of a rate in percentage points."""
    if target.actual is None or target.gap is None:
        return Decimal(0)
    if target.sort == "rate":
        return max(-target.gap, Decimal(0))
    away = target.actual - target.value if target.sort == "limit" else target.value - target.actual
    return max(away, Decimal(0))


def turn(target: TargetFact) -> str:
    """Whether the light turned for the worse or the better since the month before; "" where it did neither."""
    if target.colour not in LIT or target.colour_before not in LIT:
        return ""
    worse = LIT.index(target.colour) - LIT.index(target.colour_before)
    return WORSE if worse > 0 else BETTER if worse < 0 else ""


def item(target: TargetFact, month: int, *, keyed: bool = False, joined: bool = False) -> Item:
    """All figures of a target in a month; its numbers are found under ``t:NUMBER``, if ``keyed`` also those in words.

    ``joined``: January and February count as one period.
    """
    key = f"t:{target.number}"
    in_words = key if keyed else ""
    unit, left, lacking = target.measure_unit, months_between(month, target.end), missing(target)
    each = lacking / left if left > 0 else None
    moved = _difference(target.completion, target.completion_before)
    light = dict(COLOURS)
    return Item(
        {
            "编号": word(target.number),
            "指标": word(target.name, in_words),
            "单位": word(target.unit or "未落实责任单位"),
            "牵头单位": word(target.unit or "责任单位"),
            "类型": word(SORTS[target.sort]),
            "目标": Figure(amount(target.value, unit), target.value, key),
            "本月": Figure(amount(target.month_actual, unit), target.month_actual, key),
            "累计": Figure(amount(target.actual, unit), target.actual, key),
            "完成率": Figure(per_cent(target.completion), target.completion, key),
            "时序进度": Figure(per_cent(target.planned_share), target.planned_share, key),
            "时序差": _points(target.gap, key),
            "灯": word(target.light),
            "灯色": word(light[target.colour]),
            "理由": word(target.reason, in_words),
            "差额": Figure(amount(lacking, unit), lacking, key),
            "差额点数": Figure(written(lacking, 1), lacking, key),
            "每月": Figure(amount(each, unit), each, key),
            "剩余月数": Figure(str(left), Decimal(left), key),
            "上月灯": word(light.get(target.colour_before, UNKNOWN)),
            "上月累计": Figure(amount(target.actual_before, unit), target.actual_before, key),
            "上月完成率": Figure(per_cent(target.completion_before), target.completion_before, key),
            "较上月": _points(moved, key),
            "转向": word(turn(target)),
            "连续月数": Figure(str(target.run), Decimal(target.run), key),
            "正当理由": word(target.excuse, in_words),
        }
        | growth.figures(target, month, key, joined=joined)
    )


def _points(value: Decimal | None, key: str) -> Figure:
    """A difference in percentage points: said without its sign, which conditions ask for; rounded before it is judged."""
    if value is None:
        return Figure(UNKNOWN, None, key)
    return Figure(written(abs(value), 1), half_up(value, 1), key, rank=value)


def _difference(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if now is None or before is None else now - before
