"""The scorebooks that a person may see, and those that pages keep as long as nobody writes."""

from __future__ import annotations

from collections.abc import Hashable

from luoshi.ledgers import access, registry, standing
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.standing import Head
from luoshi.oversight.assessment import scoring, since
from luoshi.oversight.assessment.assessments.models import OPEN_TO_ALL, Assessment
from luoshi.oversight.assessment.scoring import Book
from luoshi.oversight.assessment.since import Moved
from luoshi.oversight.assessment.subjects.models import Subject

ASSESSED = "oversight.assessed"
_KEPT: standing.Kept[tuple[Book, ...]] = standing.Kept(24)
_MOVED: standing.Kept[tuple[Moved, ...]] = standing.Kept(24)


def books(head: Head, assessment: Assessment, month: int) -> tuple[Book, ...]:
    """Every scorebook of an assessment in a month, worked out once while nobody writes."""
    month = scoring.within(assessment, month)
    place: Hashable = (assessment.pk, assessment.version, month)
    return _KEPT.of(head, place, lambda: tuple(scoring.books(assessment, month)))


def moved(head: Head, actor: Actor, assessment: Assessment) -> list[Moved]:
    """The figures that would be others now, of those whose scorebook the person may open; found once while nobody writes."""
    place: Hashable = (assessment.pk, assessment.version)
    found = _MOVED.of(head, place, lambda: tuple(since.moved(assessment)))
    return [each for each in found if opens(actor, each.subject)]


def opens(actor: Actor, subject: Subject) -> bool:
    """Whether the person may open somebody's scorebook."""
    return bool(access.may(actor, Act.READ, registry.ledger(ASSESSED), subject))


def seen(actor: Actor, assessment: Assessment, found: tuple[Book, ...]) -> list[Book]:
    """Those whose total and rank the person sees: everybody's once they are published, else those they may open."""
    if assessment.state in OPEN_TO_ALL:
        return list(found)
    return [book for book in found if opens(actor, book.subject)]
