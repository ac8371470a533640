"""A plan as the office wrote it, with every clause marked in place.

A clause of a number points at the numeral alone; what is marked is the phrase around it. Most of a long plan is bare
text between marks, so the lines are put together here and not by a template, piece by piece.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from luoshi.plans.clauses.models import ACTUAL, TARGET, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.review.linting import Found
from luoshi.web.plans.findings import NOTHING, Findings

STOPS: Final = frozenset('，,；;。.：:、！!？?（）()“”"\n\r\t　 ')
UNSEEN: Final = "\0"  # stands in the folded text for what the reader left out
TAGS: Final = {1: "h2", 2: "h3"}
CLOSING: Final = "。.：:；; 　\r\t"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the plan: ``tag`` is the element it is, ``css`` its class, ``html`` its content."""

    tag: str
    css: str
    html: SafeString


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is marked for a clause, and within it the numeral."""

    start: int
    end: int
    clause: Clause

    @property
    def order(self) -> tuple[int, int]:
        """Of two stretches at one place the narrower is shown."""
        return self.end - self.start, self.clause.order


@dataclass(frozen=True, slots=True)
class Note:
    """A repair that is shown in the text: left out, or read otherwise."""

    start: int
    end: int
    number: int
    dropped: bool
    after: str


@dataclass(frozen=True, slots=True)
class Heading:
    start: int
    end: int
    level: int


def lines(document: Document, clauses: Sequence[Clause], findings: Findings = NOTHING) -> list[Line]:
    """The whole text, line by line; blank lines are left to the style."""
    return list(_Paper(document, clauses, findings).lines())


def stretches(text: str, clauses: Iterable[Clause]) -> list[Stretch]:
    """What is marked for every clause, by place; phrases of numbers never overlap."""
    found: list[Stretch] = []
    floor = 0
    for clause in sorted(clauses, key=lambda c: (c.start, c.end, c.order)):
        if clause.kind in (TARGET, ACTUAL):
            start, end = _phrase(text, clause, floor)
            floor = end
        else:
            start, end = clause.start, clause.end
        found.append(Stretch(start, end, clause))
    return found


def folded(text: str, dropped: Iterable[tuple[int, int]]) -> str:
    """The text with what the reader left out made unseen; offsets stay."""
    parts, at = [], 0
    for start, end in sorted(dropped):
        if start >= at:
            parts += [text[at:start], UNSEEN * (end - start)]
            at = end
    return "".join([*parts, text[at:]])


def notes(document: Document) -> list[Note]:
    """The repairs worth showing: what was left out, and what was read otherwise without being certain of it."""
    return [
        Note(r["start"], r["end"], n, dropped=not r["after"], after=r["after"])
        for n, r in enumerate(_said(document.repairs))
        if not r["after"] or not r["certain"] or r["kind"] == "byte-shift"
    ]


def _said(found: Iterable[Any]) -> Iterator[Any]:
    yield from found


def _phrase(text: str, clause: Clause, floor: int) -> tuple[int, int]:
    """From the words before a numeral to its unit."""
    least = max(clause.sentence_start, floor)
    start = clause.start
    while start > least and text[start - 1] not in STOPS:
        start -= 1
    while start < clause.start and text[start] == UNSEEN:
        start += 1
    return start, _past_unit(text, clause.end, str(clause.data.get("unit") or ""))


def _past_unit(text: str, at: int, unit: str) -> int:
    """Where the unit after a numeral ends: 45 个工作日 also where the unit is 工作日, and where it stands damaged."""
    ends, said = [at], ""
    for place in range(at, len(text)):
        if len(said) == len(unit) + 1 or text[place] in STOPS:
            break
        if text[place] != UNSEEN:
            said += text[place]
            ends.append(place + 1)
    found = said.find(unit)
    return ends[min(len(said), (found if found > 0 else 0) + len(unit))]


class _Paper:
    """What all lines of one document share."""

    def __init__(self, document: Document, clauses: Sequence[Clause], findings: Findings) -> None:
        self.text = document.text
        self.title, self.number = document.title, document.number
        self.notes = notes(document)
        self.seen = folded(self.text, ((n.start, n.end) for n in self.notes if n.dropped))
        self.stretches = stretches(self.seen, clauses)
        self.headings = [
            Heading(h["start"], h["end"], h["level"]) for h in _said(document.reading.get("outline", ()))
        ]
        self.anchored: set[int] = set()
        self.findings = findings
        self.points = sorted(findings.without_clause(), key=lambda one: (one.start, one.end))

    def lines(self) -> Iterator[Line]:
        at = 0
        for line in self.text.split("\n"):
            if line.strip():
                yield self._line(at, at + len(line))
            at += len(line) + 1

    def _line(self, start: int, end: int) -> Line:
        headings = [h for h in self.headings if h.start < end and h.end > start]
        html = mark_safe("".join(self._pieces(start, end, headings)))
        said = self.seen[start:end].replace(UNSEEN, "").strip()
        if said and said == self.title:
            return Line("h2", "title", html)
        if len(headings) == 1 and _is_whole(self.text, headings[0], start, end):
            return Line(TAGS.get(headings[0].level, "h4"), "", html)
        return Line("p", "centre" if said and said == self.number else "" if said else "dropped", html)

    def _pieces(self, start: int, end: int, headings: Sequence[Heading]) -> Iterator[str]:
        """The line cut at every beginning and end, each piece in its mark."""
        there = [s for s in self.stretches if s.start < end and s.end > start]
        noted = _within(self.notes, start, end)
        points = [one for one in self.points if one.start < end and one.end > start]
        now: Clause | None = None
        for a, b in _cuts(start, end, there, [*noted, *points], headings):
            covering = sorted((s for s in there if s.start <= a and b <= s.end), key=lambda s: s.order)
            clause = covering[0].clause if covering else None
            if clause is not now:
                yield "</mark>" if now is not None else ""
                yield from self._anchors(covering[1:], a)
                yield self._opened(clause) if clause is not None else ""
                now = clause
            piece = self._piece(a, b, clause, noted, headings)
            point = next((one for one in points if one.start <= a and b <= one.end), None)
            yield piece if point is None else _pointed(point, piece)
        if now is not None:
            yield "</mark>"

    def _opened(self, clause: Clause) -> str:
        named = "" if clause.pk in self.anchored else f' id="c{clause.pk}"'
        self.anchored.add(clause.pk)
        sign = self.findings.sign_of(clause)
        flagged = f' data-finding="{sign.level}"' if sign is not None and named else ""
        return (
            f'<mark{named}{flagged} class="{clause.kind}" data-clause="{clause.pk}" data-state="{clause.state}"'
            f' data-shown-by="#k{clause.pk}" title="{clause.get_kind_display()}：{escape(clause.summary)}">'
        )

    def _anchors(self, covered: Iterable[Stretch], at: int) -> Iterator[str]:
        """Places for clauses that begin under the mark of a narrower one and may have no mark of their own."""
        for each in covered:
            if each.start == at and each.clause.pk not in self.anchored:
                self.anchored.add(each.clause.pk)
                yield f'<span id="c{each.clause.pk}"></span>'

    def _piece(
        self, a: int, b: int, clause: Clause | None, noted: Sequence[Note], headings: Sequence[Heading]
    ) -> str:
        html = str(escape(self.text[a:b]))
        note = next((n for n in noted if n.start <= a and b <= n.end), None)
        if note is not None:
            html = _noted(note, html)
        if clause is not None and clause.kind in (TARGET, ACTUAL) and clause.start <= a and b <= clause.end:
            html = f"<b>{html}</b>"
        if any(h.start <= a and b <= h.end for h in headings):
            html = f"<strong>{html}</strong>"
        return html


def _noted(note: Note, html: str) -> str:
    if note.dropped:
        return f'<span class="left-out" id="r{note.number}">{html}</span>'
    return f'<span class="repaired" id="r{note.number}" title="识读为“{escape(note.after)}”">{html}</span>'


def _pointed(point: Found, html: str) -> str:
    """A place of the text that a finding speaks of and no clause stands on."""
    said = escape(f"{point.title}：{point.sentence}")
    return f'<span class="pointed" data-finding="{point.level}" id="f{point.number}" title="{said}">{html}</span>'


def _within(found: Sequence[Note], start: int, end: int) -> Sequence[Note]:
    first = bisect_left(found, start, key=lambda n: n.end)
    last = bisect_left(found, end, key=lambda n: n.start)
    return found[first:last]


def _cuts(
    start: int, end: int, there: Iterable[Stretch], noted: Iterable[Note | Found], headings: Iterable[Heading]
) -> Iterator[tuple[int, int]]:
    places = {start, end}
    for each in there:
        places |= {each.start, each.end}
        if each.clause.kind in (TARGET, ACTUAL):
            places |= {each.clause.start, each.clause.end}
    places |= {p for note in noted for p in (note.start, note.end)}
    places |= {p for heading in headings for p in (heading.start, heading.end)}
    inside = sorted(p for p in places if start <= p <= end)
    yield from zip(inside, inside[1:], strict=False)


def _is_whole(text: str, heading: Heading, start: int, end: int) -> bool:
    """Whether a line is nothing but its heading."""
    before = text[start : max(start, heading.start)]
    after = text[min(end, heading.end) : end]
    return not before.strip() and not after.strip(CLOSING)
