"""试算: what another rule would have made of the same facts: lights, lists, ranks and scores that come out differently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from luoshi.rules import colours
from luoshi.rules.boards import Board, Place
from luoshi.rules.colours import Colour
from luoshi.rules.lights import Light
from luoshi.rules.scoring.results import ItemScore, UnitScore

List = Literal["red", "black", "neither"]
LISTS: tuple[List, ...] = ("red", "black", "neither")
Turn = Literal["worse", "better", "other"]


@dataclass(frozen=True, slots=True)
class LightChange:
    """A light that shines otherwise, or is followed by another step of the ladder."""

    subject: str
    before: Light
    after: Light

    @property
    def turn(self) -> Turn:
        """Which way it turns; ``other`` where one of the two is grey or only the word or the step changes."""
        return turn(self.before.colour, self.after.colour)


@dataclass(frozen=True, slots=True)
class Listed:
    """On which list a unit stands, in which place, and why."""

    on: List
    rank: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class ListChange:
    """A unit that stands on another list, or in another place of it."""

    unit: str
    before: Listed
    after: Listed


@dataclass(frozen=True, slots=True)
class RankChange:
    """A unit whose place by its mean completion is another; None is no place."""

    unit: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A unit whose total or rank is another; None where one of the two schemes does not score it."""

    unit: str
    before: UnitScore | None
    after: UnitScore | None

    @property
    def points(self) -> Decimal:
        """How much more the total is; minus is less."""
        after = self.after.total if self.after else Decimal(0)
        return after - (self.before.total if self.before else Decimal(0))

    @property
    def lines(self) -> tuple[LineChange, ...]:
        """The lines of the scorebook that bring other points, in the order of the scheme that is tried."""
        old, new = _lines(self.before), _lines(self.after)
        changes = (
            LineChange((new.get(code) or old[code]).title, _points(old.get(code)), _points(new.get(code)))
            for code in dict.fromkeys([*new, *old])
        )
        return tuple(each for each in changes if each.before != each.after)


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line of a scorebook under two schemes; None where one of them has no such line."""

    title: str
    before: Decimal | None
    after: Decimal | None


def turn(before: Colour, after: Colour) -> Turn:
    """Which way a colour turns; ``other`` where one of the two is grey, or both are the same."""
    if "grey" in (before, after) or before == after:
        return "other"
    return "worse" if colours.is_worse(after, before) else "better"


def lights(before: Mapping[str, Light], after: Mapping[str, Light]) -> tuple[LightChange, ...]:
    """The subjects whose light is another, in the order of ``before``; both are of the same subjects."""
    changes = (LightChange(subject, before[subject], after[subject]) for subject in before)
    return tuple(each for each in changes if _look(each.before) != _look(each.after))


def lists(before: Board, after: Board) -> tuple[ListChange, ...]:
    """The units that stand elsewhere on the red or the black list, by name; both boards are of the same units."""
    old, new = _places(before), _places(after)
    return tuple(
        ListChange(unit, old[unit], new[unit])
        for unit in sorted(old)
        if (old[unit].on, old[unit].rank) != (new[unit].on, new[unit].rank)
    )


def ranks(before: Sequence[Place], after: Sequence[Place]) -> tuple[RankChange, ...]:
    """The units in another place of the ranking, by name; both are of the same units."""
    old, new = ({each.unit: each.rank for each in places} for places in (before, after))
    return tuple(RankChange(unit, old[unit], new[unit]) for unit in sorted(old) if old[unit] != new[unit])


def scores(before: Iterable[UnitScore], after: Iterable[UnitScore]) -> tuple[ScoreChange, ...]:
    """The units whose total, rank or veto is another, by name; one may be scored by one scheme only."""
    old, new = ({each.unit: each for each in found} for found in (before, after))
    changes = (ScoreChange(unit, old.get(unit), new.get(unit)) for unit in sorted(old | new))
    return tuple(each for each in changes if _result(each.before) != _result(each.after))


def _look(light: Light) -> tuple[str, str, int]:
    return light.colour, light.word, light.raised.step if light.raised else 0


def _places(board: Board) -> dict[str, Listed]:
    entries = zip(LISTS, (board.red, board.black, board.neither), strict=True)
    return {each.unit: Listed(on, each.rank, each.reason) for on, found in entries for each in found}


def _lines(score: UnitScore | None) -> dict[str, ItemScore]:
    return {item.code: item for each in score.dimensions for item in each.items} if score else {}


def _points(item: ItemScore | None) -> Decimal | None:
    return None if item is None else item.points


def _result(score: UnitScore | None) -> tuple[Decimal, int | None, tuple[str, ...]] | None:
    return None if score is None else (score.total, score.rank, score.vetoes)
