"""What plan lint found, as the review page shows it: a list on top, and a word at each clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from luoshi.plans.clauses.models import Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.review import linting
from luoshi.plans.review.linting import Found

COLOURS: Final = {"error": "red", "reminder": "yellow"}


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding at its clause; of one that speaks of a whole section only the title."""

    level: str
    word: str
    title: str
    sentence: str

    @classmethod
    def of(cls, one: Found) -> Flag:
        return cls(one.level, one.word, one.title, "" if one.of_section else one.sentence)


@dataclass(frozen=True, slots=True)
class Item:
    """A finding in the list on top, with the place that it leads to."""

    colour: str
    word: str
    title: str
    sentence: str
    place: str
    url: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All open findings of a document."""

    found: tuple[Found, ...]
    items: tuple[Item, ...]
    flags: Mapping[int, list[Found]]

    @classmethod
    def of(cls, document: Document, clauses: Sequence[Clause]) -> Findings:
        found = tuple(linting.found(document, clauses))
        items = tuple(_item(one) for one in found)
        return cls(found, items, linting.by_clause(found))

    @property
    def has_errors(self) -> bool:
        return any(one.level == "error" for one in self.found)

    def __str__(self) -> str:
        """错误 2 处，提醒 5 处."""
        counts = Counter(one.word for one in self.found)
        return "，".join(f"{word} {count} 处" for word, count in counts.items())

    def at(self, clause: Clause) -> tuple[Flag, ...]:
        """What is said at a clause."""
        return tuple(Flag.of(one) for one in self.flags.get(clause.pk, ()))

    def sign_of(self, clause: Clause) -> Found | None:
        """The finding whose sign stands in the text at a clause: one that begins there, and no whole section's."""
        own = (
            one for one in self.flags.get(clause.pk, ()) if one.clauses[0] == clause and not one.of_section
        )
        return next(own, None)

    def without_clause(self) -> Iterable[Found]:
        """Findings at a place of the text that no clause stands on."""
        return (one for one in self.found if not one.clauses)


NOTHING: Final = Findings((), (), {})


def _item(one: Found) -> Item:
    first = one.clauses[0] if one.clauses else None
    return Item(
        colour=COLOURS[one.level],
        word=one.word,
        title=one.title,
        sentence=one.sentence,
        place=f"第 {one.line} 行",
        url=f"#c{first.pk}" if first is not None else f"#f{one.number}",
    )
