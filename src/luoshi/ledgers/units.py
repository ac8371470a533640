"""Units as formulas reckon with them, so that 亿元 is never added to 个; pure.

A unit is a product of kinds: 万元/亩 is ten thousand times 元 over 亩. Per cent is a kind of its own, because a share of
85 % and a quotient of 0.85 are written differently; a bare 100 in a formula is 100 %.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from luoshi.ledgers.columns.numbers import MULTIPLIERS

PIECES = frozenset("个项件宗批处")
COUNTS = PIECES | frozenset(
    ("家", "户", "条", "座", "所", "场", "次", "套", "台", "支", "人", "名", "位", "人次", "家次", "块", "份", "种")
    + ("起", "例", "笔", "本", "册", "栋", "批次")
)  # fmt: skip
OTHERS = frozenset(
    ("元", "美元", "欧元", "港元", "亩", "公顷", "平方米", "平方公里", "米", "公里", "吨", "瓦", "瓦时", "天", "小时", "分")
)  # fmt: skip
SAME: Mapping[str, str] = {
    **dict.fromkeys(PIECES, "个"), "户": "家", "名": "人", "位": "人", "倍": "", "％": "%", "百分点": "%", "个百分点": "%"
}  # fmt: skip
_PREFIXED = re.compile("|".join(sorted(filter(None, MULTIPLIERS), key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Unit:
    """Kinds with their powers, in their order: (("亩", -1), ("元", 1)); nothing for a pure number."""

    kinds: tuple[tuple[str, int], ...] = ()

    def __mul__(self, other: Unit) -> Unit:
        return _unit(Counter(dict(self.kinds)), other, 1)

    def __truediv__(self, other: Unit) -> Unit:
        return _unit(Counter(dict(self.kinds)), other, -1)

    def __str__(self) -> str:
        above = "·".join(kind for kind, power in self.kinds for _ in range(power))
        below = "".join(f"/{kind}" for kind, power in self.kinds for _ in range(-power))
        return (above or "1" * bool(below)) + below

    def alike(self, other: Unit) -> bool:
        """Whether one may stand for the other: the same, or things counted in other words (家 and 个)."""
        apart = dict((self / other).kinds)
        words = set(apart) <= COUNTS and sorted(apart.values()) == [-1, 1]
        return not apart or (words and ("个" in apart or len(self.kinds) == 1))


NONE, PER_CENT = Unit(), Unit((("%", 1),))


def _unit(powers: Counter[str], other: Unit, sign: int) -> Unit:
    for kind, power in other.kinds:
        powers[kind] += sign * power
    return Unit(tuple(sorted((kind, power) for kind, power in powers.items() if power)))


def read(text: str) -> tuple[Fraction, Unit]:
    """How much of which unit one of ``text`` is: 亿元 is 100,000,000 元, 万元/亩 10,000 元/亩."""
    above, *below = text.split("/")
    times, unit = _one(above)
    for part in below:
        factor, kind = _one(part)
        times, unit = times / factor, unit / kind
    return times, unit


def known(text: str) -> bool:
    """Whether a text is a unit that people write behind a number."""
    _, unit = read(text)
    return all(kind in COUNTS or kind in OTHERS or kind == "%" for kind, _ in unit.kinds)


def _one(text: str) -> tuple[Fraction, Unit]:
    times, text = Fraction(1), text.strip()
    while text not in SAME and (found := _PREFIXED.match(text)):
        times, text = times * MULTIPLIERS[found[0]], text[found.end() :]
    kind = SAME.get(text, text)
    return times, Unit(((kind, 1),)) if kind else NONE
