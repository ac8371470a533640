"""交付信心: a forecast in five steps beside the computed light, and how far three opinions are apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import Literal

from luoshi.rules import colours
from luoshi.rules.colours import Colour

Confidence = Literal["very_low", "low", "medium", "high", "very_high"]
STEPS: tuple[Confidence, ...] = ("very_low", "low", "medium", "high", "very_high")
WORDS: Mapping[Confidence, str] = MappingProxyType(
    {"very_low": "很低", "low": "较低", "medium": "一般", "high": "较高", "very_high": "很高"}
)
OF_LIGHT: Mapping[Colour, Confidence] = MappingProxyType(
    {"green": "very_high", "yellow": "medium", "red": "very_low"}
)
MOST = 2 * (len(STEPS) - 1)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """``points`` from 0 (one mind, or only one opinion) to 8 (a red light called certain), and why."""

    points: int
    reason: str


def disagreement(light: Colour, owner: Confidence | None, checker: Confidence | None) -> Disagreement:
    """How far the computed light, the owner's word and the checker's step are apart.

    The light stands for a step (green very high, yellow medium, red very low, grey none). With three opinions
    the sum of their three differences in steps, which is twice the widest; with two, twice theirs, so that a
    missing opinion does not hide a quarrel.

    Source: delivery confidence as a forecast in five steps beside the computed light.

    >>> disagreement("red", "very_high", "low").points
    8
    >>> disagreement("green", "high", None).reason
    '系统绿灯，责任单位认为交付信心较高，核查方未表态；分歧 2 分'
    """
    opinions = [each for each in (OF_LIGHT.get(light), owner, checker) if each is not None]
    steps = [STEPS.index(each) for each in opinions]
    widest = max((abs(one - two) for one, two in combinations(steps, 2)), default=0)
    told = (
        f"系统{colours.WORDS[light]}",
        _said("责任单位", owner),
        _said("核查方", checker),
    )
    points = 2 * widest
    return Disagreement(points, f"{'，'.join(told)}；{_verdict(points, len(opinions))}")


def _said(who: str, step: Confidence | None) -> str:
    return f"{who}未表态" if step is None else f"{who}认为交付信心{WORDS[step]}"


def _verdict(points: int, opinions: int) -> str:
    if opinions < 2:
        return "意见不足两方，无从比较"
    return f"分歧 {points} 分" if points else "意见一致"
