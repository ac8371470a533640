"""What plan lint found in a document, at the clauses it speaks of and as far as nobody has settled it yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from luoshi.plans.clauses.models import REJECTED, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.intake import parsing
from luoshi.reading import reader
from luoshi.reading.lint import CODES, LEVELS

#: Findings that set one promise against another: settled as soon as one side is.
BETWEEN = frozenset(("parts-exceed-total", "growth-against-level", "promised-twice", "two-deadlines"))
#: Findings at the heading of a section, that speak of the clauses under it.
OF_SECTIONS = frozenset(("uncheckable",))
UNOWNED = "no-owner"

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: ``number`` tells it from the others of its document, ``line`` counts from 1.

    ``clauses`` are those it speaks of, its own first.
    """

    number: int
    code: str
    level: str
    sentence: str
    start: int
    end: int
    line: int
    clauses: tuple[Clause, ...] = ()

    @property
    def title(self) -> str:
        """What is wrong, in a word: 同一指标两个数."""
        return CODES.get(self.code, self.code)

    @property
    def word(self) -> str:
        """错误 or 提醒."""
        return LEVELS["error" if self.level == "error" else "reminder"]

    @property
    def of_section(self) -> bool:
        """Whether it speaks of many clauses of a section and of none alone."""
        return self.code in OF_SECTIONS


def found(document: Document, clauses: Sequence[Clause]) -> list[Found]:
    """What is still open, errors first, then in the order of the text.

    A clause that was rejected or corrected is settled, and one without a unit as soon as it has one. A finding is
    settled with all its clauses, one between two promises with either of them.
    """
    places = _Places(clauses)
    kept = (_found(document, number, said, places) for number, said in enumerate(_said(document)))
    return sorted((one for one in kept if one is not None), key=lambda one: (one.level != "error", one.start))


def together(document: Document, clauses: Sequence[Clause], keys: Iterable[int]) -> set[int]:
    """The keys of the clauses that stand against one of ``keys`` in a finding, settled or not."""
    places, wanted = _Places(clauses), set(keys)
    against: set[int] = set()
    for said in _said(document):
        if said["code"] in BETWEEN:
            speaks_of = {clause.pk for clause in _clauses(said, places)}
            against |= speaks_of if speaks_of & wanted else set()
    return against


def by_clause(findings: Iterable[Found]) -> Mapping[int, list[Found]]:
    """The findings of each clause, by its key."""
    held: dict[int, list[Found]] = defaultdict(list)
    for one in findings:
        for clause in one.clauses:
            held[clause.pk].append(one)
    return held


def _said(document: Document) -> Sequence[Mapping[str, Any]]:
    if document.findings is not None:
        return list(document.findings)
    return parsing.findings(reader.read(document.text, year=document.year), document.year)


def _found(document: Document, number: int, said: Mapping[str, Any], places: _Places) -> Found | None:
    clauses = _clauses(said, places)
    still = [clause for clause in clauses if not _is_settled(said["code"], clause)]
    if (clauses and not still) or (said["code"] in BETWEEN and len(still) < len(clauses)):
        return None
    return Found(
        number=number,
        code=said["code"],
        level=said["level"],
        sentence=said["sentence"],
        start=said["start"],
        end=said["end"],
        line=document.text.count("\n", 0, said["start"]) + 1,
        clauses=tuple(still),
    )


def _clauses(said: Mapping[str, Any], places: _Places) -> list[Clause]:
    """The clauses that a finding speaks of, its own first."""
    spans = [(start, end) for start, end in said["others"]]
    if said["code"] not in OF_SECTIONS:
        spans.insert(0, (said["start"], said["end"]))
    return list(dict.fromkeys(clause for span in spans for clause in places.at(span)))


def _is_settled(code: str, clause: Clause) -> bool:
    if clause.state == REJECTED or clause.corrected:
        return True
    return code == UNOWNED and bool(clause.assignments.all())


class _Places:
    """The clauses of a document by their place in its text."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._clauses = sorted(clauses, key=lambda clause: (clause.start, clause.end))
        self._exact: dict[_Span, list[Clause]] = defaultdict(list)
        for clause in self._clauses:
            self._exact[clause.start, clause.end].append(clause)

    def at(self, span: _Span) -> Sequence[Clause]:
        """The clauses that stand just there, else those within, else those that it stands within."""
        start, end = span
        if span in self._exact:
            return self._exact[span]
        inside = [c for c in self._clauses if start <= c.start and c.end <= end]
        return inside or [c for c in self._clauses if c.start <= start and end <= c.end]
