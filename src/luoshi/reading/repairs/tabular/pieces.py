"""A text as the pieces that may be cells: its lines, or its words between blanks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from luoshi.reading.openings import lazy

_LINE, _WORD = lazy(r"[^\n]+"), lazy(r"\S+")
#: The foot of a page between two rows.
_FOOT = lazy(r"[-—–] ?\d{1,3} ?[-—–]|第 ?\d{1,3} ?页(?:[ ,/]{0,2}共 ?\d{1,3} ?页)?")
_BARRED = ("\t", "|")
_LONGEST = 600


class Piece(NamedTuple):
    """A piece text[start:end]; whether a line break stands before it, and its ``parts`` where it is the heads once more."""

    start: int
    end: int
    words: str
    below: bool
    parts: tuple[Piece, ...] = ()


class Pieces:
    """The lines of a text from ``start`` on, or its words, found as they are asked for; none behind what no cell holds."""

    def __init__(self, plain: str, start: int, *, lines: bool) -> None:
        self._plain, self._lines = plain, lines
        self._found: list[Piece] = []
        self._hits = (_LINE if lines else _WORD).finditer(plain, start)

    def some(self, first: int, many: int) -> list[Piece]:
        """So many pieces from that number on, or as many as there are."""
        while len(self._found) < first + many and (piece := self._following()):
            self._found.append(piece)
        return self._found[first : first + many]

    def below(self, index: int, heads: Sequence[str]) -> Iterator[Piece]:
        """The pieces from that number on; where the ``heads`` stand once more they are one."""
        while found := self.some(index, 1):
            piece = found[0]
            if piece.words.replace(" ", "") == heads[0]:
                again = self.some(index, len(heads))
                if [bare(one) for one in again] == heads:
                    piece = Piece(piece.start, again[-1].end, piece.words, piece.below, tuple(again))
            yield piece
            index += len(piece.parts) or 1

    def _following(self) -> Piece | None:
        for hit in self._hits:
            words = hit[0].strip()
            if not words or _FOOT.fullmatch(words):
                continue
            if len(words) > _LONGEST or any(mark in words for mark in _BARRED):
                self._hits = iter(())
                return None
            start = hit.start() + len(hit[0]) - len(hit[0].lstrip())
            above = self._found[-1].end if self._found else start
            return Piece(start, start + len(words), words, "\n" in self._plain[above:start])
        return None


def bare(piece: Piece) -> str:
    """What a piece says, without the blanks inside."""
    return piece.words.replace(" ", "")
