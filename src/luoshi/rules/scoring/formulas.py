"""The formulas by which an item of an assessment is scored, as values.

The eleven ways of scoring that offices publish are told with nine formulas: completion, the mean of two parts and the
quarter's ratio to date are each a :class:`Ratio`, faults and late reports are :class:`Faults`, and a veto belongs to
the scheme. Codes in a formula name figures that the scheme declares.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Better = Literal["high", "low"]
BETTER: tuple[Better, ...] = ("high", "low")


@dataclass(frozen=True, slots=True)
class Part:
    """``actual`` ÷ the figure ``target``, or ÷ ``constant`` where no figure is named; ``share`` in per cent.

    ``better`` low is a limit: reached while the actual is not above it, else limit ÷ actual.
    """

    actual: str
    target: str = ""
    constant: Decimal | None = None
    share: Decimal = Decimal(100)
    better: Better = "high"


@dataclass(frozen=True, slots=True)
class Ratio:
    """Σ (completion × share) × points, at most ``cap`` per cent; nothing at all below ``least`` per cent.

    96 % × 0.5 = 0.48; with a cap of 120 %: 120 % × 0.5 = 0.6.
    """

    parts: tuple[Part, ...]
    cap: Decimal = Decimal(100)
    least: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Threshold:
    """Of the figure not fewer than ``least``; ``each`` one missing takes so many points."""

    figure: str
    least: Decimal
    each: Decimal


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Points less what is missing: not fewer than 7 / 4 / 1 projects of three sizes, each one missing −0.1."""

    thresholds: tuple[Threshold, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Each one counted takes ``each`` points, all together at most ``most``; ``curable``: put right, it is forgotten."""

    figure: str
    each: Decimal
    most: Decimal | None = None
    curable: bool = False


@dataclass(frozen=True, slots=True)
class Faults:
    """Points less faults: 0.5 − 0.1 for each overdue start − 0.2 for each falsified project."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """From this value on so many points."""

    bound: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class Award:
    """``each`` point for each one counted beyond the figure ``beyond``, or points by the size of each event.

    At most ``most`` together. With ``steps`` (the highest first) an event that is counted twice, also under another
    award of the item, counts once, where it gives most.
    """

    figure: str
    each: Decimal | None = None
    beyond: str = ""
    steps: tuple[Step, ...] = ()
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Awards:
    """Points that are added: +2 for each extra project, at most 6; +4 / +8 for a project of 10 / 50 亿."""

    awards: tuple[Award, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Who rates, and how much it counts in per cent: leaders 70, peers 30."""

    figure: str
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Ratings:
    """Σ (mean mark × weight) ÷ ``scale`` × points; ``trim`` highest and as many lowest marks are left out."""

    panels: tuple[Panel, ...]
    scale: Decimal = Decimal(100)
    trim: int = 0


@dataclass(frozen=True, slots=True)
class Sizes:
    """Points by size class: a year's plan of 10 亿 and more 20 points, 5–10 10, 1–5 6, less 3 (``rest``)."""

    figure: str
    steps: tuple[Step, ...]
    rest: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Types:
    """Points by a word: type 15 / 8 / 6."""

    figure: str
    types: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Points by rank within the group: 60 / 57 / 54 / 51 / 48, ``rest`` for all behind; the equal share a rank."""

    figure: str
    points: tuple[Decimal, ...]
    rest: Decimal = Decimal(0)
    better: Better = "high"


@dataclass(frozen=True, slots=True)
class Best:
    """The first of the group gets all points and the others their ratio to it."""

    figure: str
    better: Better = "high"


Formula = Ratio | Thresholds | Faults | Awards | Ratings | Sizes | Types | Places | Best
TAKING = (Thresholds, Faults)
"""Formulas that take points away; the others give them."""
