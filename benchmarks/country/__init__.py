"""An invented country of zones: who is in it, and the rows of its ledgers, the same for the same seed.

Nothing in it exists: zones have numbers for names, enterprises are called by invented syllables, and their codes begin
with a digit that no real code begins with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import numpy as np

from luoshi.rules.apportion import apportion

ZONES, ENTERPRISES = 2_800, 500_000
YEARS = tuple(range(2021, 2027))
BUILDING_OF = 4  # one enterprise in so many builds something new
SIGNED_OF = 2  # for so many enterprises one signing
UNITS = (
    "管委会",
    "经济发展局",
    "招商局",
    "规划建设局",
    "企业服务局",
    "财政金融局",
    "科技创新局",
    "东区专班",
    "西区专班",
)
OWNERS = (1, 8)  # the units that rows belong to: from the second on, all but the committee itself


@dataclass(frozen=True, slots=True)
class Zone:
    """One zone; ``seed`` is the country's."""

    seed: int
    number: int
    enterprises: int

    @property
    def code(self) -> str:
        """The folder of its rows in the lake."""
        return f"{self.number:04d}"

    def chance(self, *about: int) -> np.random.RandomState:
        """Numbers for one purpose. A RandomState gives the same ones in every edition of the library, for ever."""
        return np.random.RandomState([self.seed, self.number, *about])

    def keys(self, count: int, first: int = 0) -> np.ndarray:
        """So many keys of rows after the ``first`` ones; every zone counts from 1, as its own database does."""
        return np.arange(first + 1, first + count + 1, dtype=np.int64)

    @property
    def building(self) -> int:
        """How many projects are being built."""
        return self.enterprises // BUILDING_OF

    @property
    def signings(self) -> int:
        """How many signings there are, of all years."""
        return self.enterprises // SIGNED_OF


def zones(fraction: float, seed: int) -> Sequence[Zone]:
    """The first so many zones of the country: what is in a small part of it is in every larger one."""
    sizes = enterprises_by_zone(seed)
    count = max(1, round(ZONES * fraction))
    return [Zone(seed, number, size) for number, size in enumerate(sizes[:count], 1)]


@cache
def enterprises_by_zone(seed: int) -> list[int]:
    """How many enterprises each zone has: many have few, few have many, all together have what the country has."""
    drawn = np.random.RandomState([seed]).randint(0, 100, ZONES)
    weights = [Decimal(20 + int(one) ** 2 // 20) for one in drawn]
    return [int(share) for share in apportion(Decimal(ENTERPRISES), weights)]
