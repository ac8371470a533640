"""The English catalogue, and how a finished Chinese text is said in it.

A text is looked up as it is; then as a sentence with holes; then without the figures around it; then piece by piece.
What is found nowhere stays as it is: it is what somebody entered, or it is better Chinese than wrong.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import polib

from luoshi.web.language.sentences import HAN, HOLE, Sentences

FILE: Final = Path(__file__).resolve().parents[1] / "locale" / "en" / "LC_MESSAGES" / "luoshi.po"
SCRIPTS: Final = "web/static/luoshi/js"  # where a text is met that scripts say
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
LONGEST: Final = (
    1000  # characters of a text that was put together by us; what is longer was written by people
)
DEEPEST: Final = 6  # holes within holes
KEPT: Final = 20_000
STOPS: Final = re.compile(r"([。；！？\n]+)")  # between sentences: each is said where it is known
APART: Final = re.compile(r"( · )")  # between things that have nothing to do with each other
INSIDE: Final = tuple(  # within a sentence: said piece by piece only where every piece is known
    map(re.compile, (r"(，+)", r"(：+)", r"(、+)", r"([·/|\s→＋—…]+)", r"([（）()《》“”「」【】]+)"))
)
LABEL: Final = "："  # what stands before it is said where it is known, whatever comes after it
SIGNS: Final = str.maketrans(
    {
        "，": ", ",
        "、": ", ",
        "。": ". ",
        "；": "; ",
        "：": ": ",
        "！": "! ",
        "？": "? ",
        "（": " (",
        "）": ") ",
        "《": " “",
        "》": "” ",
        "「": " “",
        "」": "” ",
        "【": " [",
        "】": "] ",
        "“": " “",
        "”": "” ",
        "／": "/",
        "％": "%",
    }
)
TIGHT_BEFORE: Final = frozenset(",.;:!?)]”%")
TIGHT_AFTER: Final = frozenset("([“")


class Catalogue:
    """Chinese texts and their English, apart those that scripts say; ``said`` is None for a text of which nothing is known."""

    def __init__(self, entries: Mapping[str, str], scripts: Mapping[str, str] = NOTHING) -> None:
        self.entries = dict(entries)
        self.scripts = dict(scripts)
        self._sentences = Sentences(msgid for msgid in entries if HOLE.search(msgid))
        self.said = lru_cache(maxsize=KEPT)(self._said)

    def _said(self, text: str) -> str | None:
        """A text in English, the blanks around it kept."""
        core = text.strip()
        if not core or len(core) > LONGEST:
            return None
        found = self._whole(core, DEEPEST) if HAN.search(core) else _signs(core)
        if found is None:
            return None
        start = text.index(core)
        return f"{text[:start]}{found}{text[start + len(core) :]}"

    def _whole(self, text: str, depth: int) -> str | None:
        exact = self.entries.get(text)
        if exact or not depth:
            return exact
        return (
            self._sentence(text, depth, across=False)
            or self._pieces(STOPS, text, depth)
            or self._sentence(text, depth, across=True)
            or self._inside(text, depth)
            or self._pieces(APART, text, depth)
            or next(filter(None, (self._pieces(mark, text, depth, every=True) for mark in INSIDE)), None)
            or self._labelled(text, depth)
        )

    def _sentence(self, text: str, depth: int, *, across: bool) -> str | None:
        """By a sentence with holes; ``across``: also where a hole reaches over the end of a sentence."""
        for sentence, holes in self._sentences.readings(text):
            if across or not any(STOPS.search(hole) for hole in holes):
                return _filled(self.entries[sentence.msgid], [self._part(hole, depth - 1) for hole in holes])
        return None

    def _inside(self, text: str, depth: int) -> str | None:
        """Without what is no Chinese before and after it: 12.3亿元, （合计）."""
        found = [place.start() for place in HAN.finditer(text)]
        first, last = found[0], found[-1] + 1
        if (first, last) == (0, len(text)):
            return None
        core = self._whole(text[first:last], depth - 1)
        return None if core is None else _joined([_spelt(text[:first]), core, _spelt(text[last:])])

    def _pieces(self, marks: re.Pattern[str], text: str, depth: int, *, every: bool = False) -> str | None:
        """Piece by piece between marks, where one of them is known, or ``every`` one."""
        pieces = marks.split(text)
        chinese = [piece for piece in pieces[::2] if HAN.search(piece)]
        known = {piece: self._whole(piece, depth - 1) for piece in chinese} if len(pieces) > 1 else {}
        hits = [piece for piece in chinese if known.get(piece) is not None]
        if not hits or (every and len(hits) < len(chinese)):
            return None
        return _joined([known.get(piece) or _spelt(piece) for piece in pieces]).strip()

    def _labelled(self, text: str, depth: int) -> str | None:
        label, sign, rest = text.partition(LABEL)
        said = self._whole(label, depth - 1) if rest and HAN.search(label) else None
        return None if said is None else _joined([said, _spelt(sign), self._part(rest, depth)])

    def _part(self, text: str, depth: int) -> str:
        """What stands in a hole: ours is said in English, what people wrote stays."""
        if not HAN.search(text):
            return _spelt(text).strip()
        return self._whole(text.strip(), depth) or text.strip()


@cache
def english() -> Catalogue:
    """The catalogue of this package, read when the first English page is asked for."""
    entries = [each for each in polib.pofile(str(FILE)) if each.msgstr]
    scripts = {each.msgid: each.msgstr for each in entries if (SCRIPTS, "") in each.occurrences}
    return Catalogue({each.msgid: each.msgstr for each in entries}, scripts)


def _filled(msgstr: str, holes: list[str]) -> str:
    def of(found: re.Match[str]) -> str:
        text = holes[int(found[1])]
        return _month(text) if found[2] == "month" else text

    return HOLE.sub(of, msgstr)


def _month(text: str) -> str:
    """The short name of a month that is written as a number."""
    return calendar.month_abbr[int(text)] if text.isdecimal() and 1 <= int(text) <= 12 else text


def _signs(text: str) -> str | None:
    """A text without words: its Chinese punctuation as English writes it; None where it has none."""
    spelt = text.translate(SIGNS)
    return spelt if spelt != text else None


def _spelt(text: str) -> str:
    return text if HAN.search(text) else text.translate(SIGNS)


def _joined(pieces: list[str]) -> str:
    """Pieces side by side, with one blank where two words would touch, and none before a sign."""
    text = ""
    for piece in pieces:
        if text.endswith(" ") and piece[:1] in TIGHT_BEFORE:
            text = text.rstrip(" ")
        if text.endswith(" "):
            piece = piece.lstrip(" ")
        elif text and piece and apart(text[-1], piece[0]):
            text += " "
        text += piece
    return text


def apart(before: str, after: str) -> bool:
    """Whether a blank belongs between two characters that Chinese sets side by side."""
    if before.isspace() or after.isspace():
        return False
    return (before.isalnum() or before in ",.;:!?)]”%") and (after.isalnum() or after in "([“")
