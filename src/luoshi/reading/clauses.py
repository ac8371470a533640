"""Sentences cut into clauses, with quotations and brackets kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from luoshi.reading.model import Span

_BREAK = re.compile(r"[，,；;：:。！!？?\n\r\t|]")
_QUOTED = re.compile(
    r"“[^“”\n]{0,60}”|《[^《》\n]{0,80}》|‘[^‘’\n]{0,60}’|「[^「」\n]{0,60}」|\"[^\"\n]{0,40}\""
)
_BRACKETED = re.compile(r"[(（][^()（）\n]{0,120}[)）]")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause text[start:end] and the mark that ends it, empty at the end of the sentence."""

    start: int
    end: int
    mark: str


def quoted(text: str) -> list[Span]:
    """The spans of “…”, 《…》 and their like, marks included."""
    return [match.span() for match in _QUOTED.finditer(text)]


def bracketed(text: str) -> list[Span]:
    """The spans of (…) and （…）, marks included."""
    return [match.span() for match in _BRACKETED.finditer(text)]


def within(place: int, spans: Iterable[Span]) -> Span | None:
    """The span that holds ``place``, or None."""
    return next((span for span in spans if span[0] <= place < span[1]), None)


def split(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of text[start:end]; a comma between digits, in a quotation or in brackets cuts nothing."""
    sentence = text[start:end]
    kept = quoted(sentence) + bracketed(sentence)
    clauses, at = [], 0
    for match in _BREAK.finditer(sentence):
        place = match.start()
        if within(place, kept) or _in_number(sentence, place):
            continue
        if place > at:
            clauses.append(Clause(start + at, start + place, match.group()))
        at = place + 1
    if at < len(sentence):
        clauses.append(Clause(start + at, end, ""))
    return clauses


def _in_number(text: str, place: int) -> bool:
    return (
        text[place] in ",，:"
        and 0 < place < len(text) - 1
        and text[place - 1].isdigit()
        and text[place + 1 : place + 3].isdigit()
        and text[place + 1 : place + 4].isdigit() == (text[place] != ":")
    )
