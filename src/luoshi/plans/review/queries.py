"""What the review page of a plan shows: the text in pieces, clauses by section, progress, and what an edition changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, Q

from luoshi.plans.clauses import fields
from luoshi.plans.clauses.models import CHANGED, GONE, NEW, PROPOSED, REJECTED, UNCHANGED, Clause
from luoshi.plans.documents.models import Document


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a document is decided: 43 / 60 条."""

    decided: int
    rejected: int
    total: int

    @property
    def waiting(self) -> int:
        return self.total - self.decided

    def __str__(self) -> str:
        return f"{self.decided} / {self.total} 条"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text under the same highlights; ``clauses`` is empty for plain text, the narrowest first."""

    start: int
    end: int
    text: str
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The clauses under one heading, in document order."""

    path: tuple[str, ...]
    clauses: tuple[Clause, ...]

    @property
    def title(self) -> str:
        return self.path[-1] if self.path else "正文开头"


@dataclass(frozen=True, slots=True)
class Change:
    """One clause between two editions; ``state`` is unchanged, changed, new or gone."""

    state: str
    old: Clause | None
    new: Clause | None
    differences: tuple[fields.Difference, ...] = ()

    @property
    def clause(self) -> Clause:
        """The clause to show: the new one where there is one."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def moved(self) -> bool:
        """Whether the sentence reads differently, though the promise is the same."""
        return bool(self.old and self.new and self.old.sentence != self.new.sentence)


def progress(document: Document) -> Progress:
    """Decided, rejected and all clauses, in one query."""
    found = Clause.objects.filter(document=document).aggregate(
        total=Count("pk"),
        waiting=Count("pk", filter=Q(state=PROPOSED)),
        rejected=Count("pk", filter=Q(state=REJECTED)),
    )
    return Progress(found["total"] - found["waiting"], found["rejected"], found["total"])


def sections(clauses: Iterable[Clause]) -> list[Section]:
    """Clauses in document order, grouped under their headings."""
    grouped = groupby(clauses, key=lambda c: tuple(c.section))
    return [Section(path, tuple(found)) for path, found in grouped]


def pieces(text: str, clauses: Sequence[Clause]) -> list[Piece]:
    """The whole text cut where a highlight begins or ends; joined, the pieces are the text again."""
    marks: dict[int, tuple[list[Clause], list[Clause]]] = {0: ([], []), len(text): ([], [])}
    for clause in clauses:
        if clause.start < clause.end:
            marks.setdefault(clause.start, ([], []))[0].append(clause)
            marks.setdefault(clause.end, ([], []))[1].append(clause)
    found: list[Piece] = []
    open_now: dict[int, Clause] = {}
    places = sorted(marks)
    for start, end in zip(places, places[1:], strict=False):
        starting, ending = marks[start]
        for clause in ending:
            open_now.pop(clause.order, None)
        for clause in starting:
            open_now[clause.order] = clause
        covering = sorted(open_now.values(), key=lambda c: (c.end - c.start, c.order))
        found.append(Piece(start, end, text[start:end], tuple(covering)))
    return [piece for piece in found if piece.text]


def changes(document: Document) -> list[Change]:
    """What an edition changed against the one before, in document order; what is gone stands at the end."""
    if document.previous_id is None:
        return []
    new = list(Clause.objects.of(document).select_related("before__document"))
    found = [_change(clause) for clause in new]
    continued = {clause.before_id for clause in new if clause.before_id is not None}
    gone = Clause.objects.filter(document=document.previous_id).exclude(pk__in=continued)
    return found + [Change(GONE, old, None) for old in gone.select_related("document").order_by("order")]


def gone(document: Document) -> list[Clause]:
    """Clauses of earlier editions that this one no longer holds and that wait for a decision: keep or withdraw."""
    found: list[Clause] = []
    at: Document | None = document.previous
    while at is not None:
        found += Clause.objects.gone().filter(document=at).select_related("document", "target", "task")
        at = at.previous
    return found


def _change(new: Clause) -> Change:
    old = new.before
    if old is None:
        return Change(NEW, None, new)
    state = CHANGED if new.change == CHANGED else UNCHANGED
    return Change(state, old, new, fields.differences(new.kind, old.data, new.data))
