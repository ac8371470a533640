"""What comes out of a file: stretches of text with the place where each stood, put together into one source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from luoshi.reading.model import Part, Problem


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text, what separates it from the next, where it stood and what is doubtful about it (a Chinese sentence).

    A stretch without text tells only how far the extraction has come, or what was left out.
    """

    text: str
    after: str = "\n"
    place: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text as extracted, to which all offsets refer.

    ``kind`` is txt, html, docx, doc, rtf, odt, xlsx, xls, ods, pdf or image. ``parts`` are in order and do not overlap; text
    between them has no place to name. ``problems`` say what was not read or may be misread.
    """

    text: str
    kind: str
    parts: tuple[Part, ...] = ()
    problems: tuple[Problem, ...] = ()

    def place(self, offset: int) -> str:
        """Where text[offset] stood in the file; empty where nothing is known."""
        index = bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        return self.parts[index].place if index >= 0 and offset < self.parts[index].end else ""


def source(kind: str, stretches: Iterable[Stretch]) -> Source:
    """One source from its stretches; neighbours with the same place become one part."""
    pieces: list[str] = []
    placed: list[Part] = []
    doubts: list[tuple[int, int, str]] = []
    at = 0
    separator = ""
    for one in stretches:
        if one.text or one.after:
            pieces += (separator, one.text)
            at += len(separator)
            separator = one.after
        end = at + len(one.text)
        if one.place and one.text:
            placed.append(Part(at, end, one.place))
        if one.doubt:
            doubts.append((at, end, one.doubt))
        at = end
    text = "".join(pieces)
    problems = tuple(Problem(min(a, len(text)), b, "source-doubt", sentence) for a, b, sentence in doubts)
    return Source(text, kind, tuple(_joined(placed)), problems)


def _joined(placed: Iterable[Part]) -> Iterable[Part]:
    for place, group in groupby(placed, key=lambda part: part.place):
        together = list(group)
        yield Part(together[0].start, together[-1].end, place)
