"""同比 and 环比 of a target: in per cent where amounts are compared, in percentage points where shares are.

增长速度 =（报告期 - 基期）÷ 基期 × 100%. January and February may be one period, so that neither they nor March have
a month before: then their flows are compared with a year ago alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from luoshi.reports.facts import TargetFact
from luoshi.reports.figures import UNKNOWN, Figure, word
from luoshi.reports.numbers import amount, per_cent, points, written
from luoshi.rules.rounding import half_up

NOTHING_BEFORE: Final = "无上年同期数"
FIELDS: Final = (
    "上年同期", "同比", "同比点", "同比变化", "环比", "环比点", "环比变化", "本期", "本期名", "口径",
)  # fmt: skip
_POINTS: Final[Mapping[str, Decimal]] = {"成": Decimal(10), "‰": Decimal("0.1")}
JOINED: Final = "1—2月"


def figures(target: TargetFact, month: int, key: str, *, joined: bool) -> dict[str, Figure]:
    """What may be named of a target beside the year and the month before; ``joined``: January and February are one."""
    share, place = target.sort == "rate", month % 100
    year, moved = of_year(target), None if joined and place <= 3 and not target.stock else of_month(target)
    unit, nothing = target.measure_unit, NOTHING_BEFORE if is_new(target) else UNKNOWN
    whole = joined and place == 2
    now = target.actual if whole else target.month_actual
    return {
        "上年同期": Figure(amount(target.year_before, unit), target.year_before, key),
        "同比": _per_cent(None if share else year, key),
        "同比点": _points(year if share else None, key),
        "同比变化": _changed(year, share, key, nothing),
        "环比": _per_cent(None if share else moved, key),
        "环比点": _points(moved if share else None, key),
        "环比变化": _changed(moved, share, key, UNKNOWN),
        "本期": Figure(amount(now, unit), now, key),
        "本期名": word(JOINED if whole else "本月"),
        "口径": word("增速" if target.grows else ""),
    }


def is_new(target: TargetFact) -> bool:
    """Whether it has come to something, and nothing is known of the year before."""
    known = target.growth is not None or target.year_before is not None
    return target.actual is not None and not target.grows and not known


def of_year(target: TargetFact) -> Decimal | None:
    """How much more it is than a year ago, in per cent, of a share in points; as statistics say it where they do."""
    if target.growth is not None and target.sort != "rate":
        return target.growth
    return None if target.grows else _difference(target, target.actual, target.year_before)


def of_month(target: TargetFact) -> Decimal | None:
    """How much more the month brought than the one before; of a share or a stock how much more it is."""
    if target.grows or target.sort == "rate" or target.stock:
        return _difference(target, target.actual, target.actual_before)
    return _difference(target, target.month_actual, target.month_before)


def _difference(target: TargetFact, now: Decimal | None, before: Decimal | None) -> Decimal | None:
    if now is None or before is None:
        return None
    if target.sort == "rate":
        return (now - before) * _POINTS.get(target.measure_unit, Decimal(1))
    return (now - before) * 100 / abs(before) if before else None


def _per_cent(value: Decimal | None, key: str) -> Figure:
    """Said without its sign, which conditions ask for; rounded before it is judged."""
    if value is None:
        return Figure(UNKNOWN, None, key)
    return Figure(per_cent(abs(value)), half_up(value, 1), key, rank=value)


def _points(value: Decimal | None, key: str) -> Figure:
    if value is None:
        return Figure(UNKNOWN, None, key)
    return Figure(written(abs(value), 1), half_up(value, 1), key, rank=value)


def _changed(value: Decimal | None, share: bool, key: str, unknown: str) -> Figure:
    """With its sign, as tables say it: +5.2%, -1.3 个百分点."""
    if value is None:
        return Figure(unknown, None, key)
    said = f"{points(value)} 个百分点" if share else f"{points(value)}%"
    return Figure(said, half_up(value, 1), key)
