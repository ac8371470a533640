"""Lists in the wording of a report: which things they name, in which order, how many, and in what words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from luoshi.reports import conditions, wording
from luoshi.reports.conditions import Condition
from luoshi.reports.document import Piece
from luoshi.reports.figures import Figure, Item
from luoshi.reports.wording import Wording
from luoshi.rules.fields import Fields
from luoshi.rules.issued import present

First = Literal["low", "high"]
FIRST: tuple[First, ...] = ("low", "high")
Figures = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Case:
    """What is said of a thing if a condition holds, always where there is none; ``when`` is the condition as typed."""

    say: Wording
    when: str = ""
    condition: Condition | None = None

    @classmethod
    def read(cls, source: Fields) -> Case:
        """From the data of a template."""
        when = source.text("when") if source.has("when") else ""
        case = cls(
            wording.read(source.text("say"), source.where),
            when,
            conditions.read(when, source.where) if when else None,
        )
        source.close()
        return case

    def names(self) -> Iterator[str]:
        """Every figure that it asks for."""
        yield from self.condition.names() if self.condition else ()
        yield from self.say.names()

    def to_data(self) -> dict[str, object]:
        """What ``read`` reads."""
        return present(when=self.when, say=self.say.text)


def said(
    cases: Sequence[Case], figures: Figures, phrases: Mapping[str, tuple[Piece, ...]]
) -> tuple[Piece, ...]:
    """What the first case that holds says; nothing where none does."""
    for case in cases:
        if case.condition is None or case.condition.holds(figures):
            return case.say.said(figures, phrases)
    return ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words about one thing that several lists use, by name."""

    name: str
    cases: tuple[Case, ...]

    @classmethod
    def read(cls, source: Fields) -> Phrase:
        """From the data of a template."""
        phrase = cls(source.text("name"), tuple(Case.read(each) for each in source.inner_list("cases")))
        source.close()
        return phrase

    def to_data(self) -> dict[str, object]:
        """What ``read`` reads."""
        return {"name": self.name, "cases": [case.to_data() for case in self.cases]}


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: the things of a group, ordered by one of their figures, the first ``most`` of them (None: all).

    Of what each is said in words; things of which nothing is said are left out.
    """

    name: str
    of: str
    cases: tuple[Case, ...]
    by: str = ""
    first: First = "low"
    most: int | None = None
    between: str = "；"

    @classmethod
    def read(cls, source: Fields) -> Listing:
        """From the data of a template."""
        listing = cls(
            name=source.text("name"),
            of=source.text("of"),
            cases=tuple(Case.read(each) for each in source.inner_list("cases")),
            by=source.text("by") if source.has("by") else "",
            first=source.word("first", FIRST, "low"),
            most=source.optional_integer("most"),
            between=source.text("between", "；"),
        )
        wording.read(listing.between, f"{source.where}的间隔")
        source.close()
        return listing

    def to_data(self) -> dict[str, object]:
        """What ``read`` reads."""
        return present(
            name=self.name,
            of=self.of,
            by=self.by,
            first=self.first if self.by else None,
            most=self.most,
            between=self.between,
            cases=[case.to_data() for case in self.cases],
        )

    def items(self, group: Sequence[Item]) -> list[Item]:
        """The things that it names."""
        found = list(group)
        if self.by:
            found.sort(key=lambda item: item.figures[self.by].order)
            if self.first == "high":
                found.reverse()
        return found[: self.most]

    def said(self, group: Sequence[Item], figures: Figures, phrases: Sequence[Phrase]) -> tuple[Piece, ...]:
        """The whole list, one thing after the other; ``figures`` are those of the month."""
        parts = [self._said(item, figures, phrases) for item in self.items(group)]
        found: list[Piece] = []
        for part in filter(None, parts):
            found.extend((Piece(self.between), *part) if found else part)
        return tuple(found)

    def _said(self, item: Item, figures: Figures, phrases: Sequence[Phrase]) -> tuple[Piece, ...]:
        known = {**figures, **item.figures}
        asked = {name for case in self.cases for name in case.say.names()}
        used = {phrase.name: said(phrase.cases, known, {}) for phrase in phrases if phrase.name in asked}
        return said(self.cases, known, used)
