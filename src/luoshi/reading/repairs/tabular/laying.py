"""Which column each piece of a table stands in, where some cells are missing and some broken over two lines.

The pieces are laid out in rows the way that fits best: each piece in its column scores by what it holds, a column left
empty and a cell that goes on in the next piece cost. One pass from piece to piece, with the best layout up to each
column (Viterbi, 1967); the table ends where its score is highest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from luoshi.reading.openings import lazy
from luoshi.reading.repairs.tabular.fitting import PART, fit
from luoshi.reading.repairs.tabular.heads import Kind
from luoshi.reading.repairs.tabular.pieces import Piece

#: What a column that is left empty costs.
_EMPTY: dict[Kind, float] = {"other": 0.25, "number": 1.0}
_EMPTY_ELSE = 1.25
#: The last columns of a row are rather empty than those amid.
_AT_THE_END = 0.9
#: What a cell that goes on in the next piece costs; the last columns of a row go on rather than the first.
_GOES_ON: dict[Kind, float] = {"words": 0.5, "name": 0.7}
_GOES_ON_ELSE = 0.6
#: What one more unit in a cell of units scores.
_ANOTHER = 0.2
#: What it costs besides to go on with what could stand alone.
_STRANGE = 1.0
#: What these columns hold never goes on.
_WHOLE = frozenset({"number", "unit"})
_LONGEST = 600
#: A row that begins within a line where rows have lines of their own, and the name of a part without a number.
_AMID, _UNNUMBERED = 4.0, 1.0
_SUM = lazy(r"(?:合|总|小)\s?计")
_SUM_GAIN, _NAMING = 1.0, frozenset({"name", "who"})
#: The number of a row, and what one that does not count on scores.
_DIGITS, _OUT_OF_TURN = lazy(r"\d{1,3}"), -0.5
_PART_PLAIN = lazy(r"[\u4e00-\u9fff]{2,12}(?:指标|类|方面)")
#: The best each column can have, and what part of it a table has.
_BEST: dict[Kind, float] = {"name": 1, "words": 1, "target": 1, "who": 1, "other": 0}
_BEST_ELSE = 2.0
_ENOUGH, _ENOUGH_ALONE, _ALONE_LEAST = 0.55, 0.8, 4
#: So many rows behind the end of the best ones it is looked for better ones.
_SIGHT = 2
#: Columns of what, standing alone, is no part of a sentence.
_ALONE: tuple[Kind, ...] = ("unit", "period", "number", "figure", "actors")


class Placed(NamedTuple):
    """Where a piece stands: its column, −1 for what is no cell; whether a row begins with it, or a cell goes on."""

    column: int
    begins: bool
    goes_on: bool


class _State(NamedTuple):
    """The best layout that ends in a column: its score, the cell so far and how it fits, the number of the row, and how it
    came about."""

    score: float
    cell: str
    fits: float
    number: int
    placed: Placed
    before: _State | None
    rows: int


class Laid(NamedTuple):
    """The pieces of a table from the first below its heads to the last, where each stands, and how well all fits."""

    pieces: Sequence[Piece]
    placed: Sequence[Placed]
    score: float


def lay(kinds: Sequence[Kind], pieces: Iterable[Piece], *, by_line: bool) -> Laid | None:
    """The table of these pieces under columns of these ``kinds``, as far as it goes; None where they are no rows of such a
    table. ``by_line``: rows begin with a line of their own."""
    table = _Table(kinds, by_line=by_line)
    seen: list[Piece] = []
    best, end = _START, 0
    for piece in pieces:
        seen.append(piece)
        closed = table.take(piece)
        if closed.score > best.score:
            best, end = closed, len(seen)
        elif len(seen) - end > _SIGHT * len(kinds):
            break
    return Laid(seen[:end], _told(best), best.score) if table.holds(best) else None


def _told(state: _State) -> list[Placed]:
    """Where each piece stands, from the first to the last."""
    found: list[Placed] = []
    while state.before is not None:
        found.append(state.placed)
        state = state.before
    return found[::-1]


class _Said(NamedTuple):
    """What a piece says, and how it fits each kind of column."""

    words: str
    fits: Mapping[Kind, float]

    def gain(self, kind: Kind, number: int) -> tuple[float, int]:
        """What it scores as a cell of its own, and the number of its row, where the row before has ``number``."""
        gain = self.fits[kind]
        if kind in _NAMING and _SUM.match(self.words):
            return gain + _SUM_GAIN, number
        if kind != "number" or gain < 0:
            return gain, number
        digits = _DIGITS.search(self.words)
        own = int(digits[0]) if digits else number + 1
        return gain if own in (1, number + 1) or not number else _OUT_OF_TURN, own

    def alone(self, kind: Kind) -> float:
        """What it costs besides where a cell goes on with what could stand alone in another column."""
        strange = self.fits[kind] < _BEST_ELSE and max(self.fits[other] for other in _ALONE) >= 1
        return _STRANGE if strange else 0.0


_START = _State(0.0, "", 0.0, 0, Placed(-1, begins=True, goes_on=False), None, 0)


class _Table:
    def __init__(self, kinds: Sequence[Kind], *, by_line: bool) -> None:
        self._kinds, self._by_line = kinds, by_line
        self._asked = {*kinds, *_ALONE}
        self._empty = [_EMPTY.get(kind, _EMPTY_ELSE) for kind in kinds]
        self._goes_on = [_GOES_ON.get(kind, _GOES_ON_ELSE) for kind in kinds]
        self._states: list[_State | None] = [None] * len(kinds)
        self._closed = _START

    def take(self, piece: Piece) -> _State:
        """Lays one more piece; the best layout in which it ends a row or stands between rows."""
        outside = self._outside(piece)
        states: list[_State | None] = [None] * len(self._kinds)
        if not piece.parts:
            said = _Said(piece.words, {kind: fit(kind, piece.words) for kind in self._asked})
            entry, inner = self._opened(piece), None
            for column, old in enumerate(self._states):
                states[column] = self._best(column, said, entry, inner, old)
                entry, inner = self._passed(entry, column), inner and self._passed(inner, column)
                if old is not None and (inner is None or old.score >= inner.score):
                    inner = old
        self._states = states
        self._closed = self._close(outside)
        return self._closed

    def holds(self, state: _State) -> bool:
        """Whether a layout is that of a table and not of any lines."""
        perfect = sum(_BEST.get(kind, _BEST_ELSE) for kind in self._kinds)
        if state.rows == 1:
            return len(self._kinds) >= _ALONE_LEAST and state.score >= _ENOUGH_ALONE * perfect
        return state.rows > 1 and state.score >= _ENOUGH * perfect * state.rows

    def _opened(self, piece: Piece) -> _State:
        """The rows before, of which a new one begins with the piece."""
        last = self._closed
        amid = self._by_line and not piece.below and last.before is not None
        return last._replace(score=last.score - (_AMID if amid else 0.0))

    def _passed(self, state: _State, column: int) -> _State:
        return state._replace(score=state.score - self._empty[column])

    def _best(
        self, column: int, said: _Said, entry: _State, inner: _State | None, old: _State | None
    ) -> _State:
        """The best layout with the piece in a column: as the first cell of a row, behind another, or going on in one."""
        kind, fits = self._kinds[column], said.fits[self._kinds[column]]
        begins = inner is None or entry.score > inner.score
        before = entry if inner is None or begins else inner
        gain, number = said.gain(kind, before.number)
        place, above = Placed(column, begins, goes_on=False), self._closed if begins else before
        found = _State(before.score + gain, said.words, fits, number, place, above, before.rows + begins)
        if old is None or kind in _WHOLE or len(old.cell) > _LONGEST:
            return found
        another = kind == "actors" and old.fits == fits == _BEST_ELSE
        joined = fit(kind, old.cell + said.words)
        score = (
            old.score
            - old.fits
            + joined
            + (_ANOTHER if another else -self._goes_on[column] - said.alone(kind))
        )
        if score <= found.score:
            return found
        place = Placed(column, begins=False, goes_on=True)
        return _State(score, old.cell + said.words, joined, old.number, place, old, old.rows)

    def _outside(self, piece: Piece) -> _State | None:
        """The rows before, with the piece between two rows: the name of a part, or the heads once more."""
        cost = 0.0 if piece.parts or PART.fullmatch(piece.words) else _UNNUMBERED
        if cost and not _PART_PLAIN.fullmatch(piece.words):
            return None
        last = self._closed
        placed = Placed(-1, begins=True, goes_on=False)
        return _State(last.score - cost, "", 0.0, last.number, placed, last, last.rows)

    def _close(self, outside: _State | None) -> _State:
        """The best of all layouts up to here, with the rest of the row left empty."""
        best, rest = outside, 0.0
        for column in reversed(range(len(self._kinds))):
            state = self._states[column]
            if state is not None and (best is None or state.score - rest > best.score):
                best = state._replace(score=state.score - rest)
            rest += _AT_THE_END * self._empty[column]
        assert best is not None, "a piece stands in some column, or between rows"
        return best
