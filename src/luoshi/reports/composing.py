"""A template and the facts of a month made into a document; every number is one of the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from luoshi.reports import charts, references, tables, vocabulary, wording
from luoshi.reports.document import Attachment, Block, Heading, Official, Paragraph, Piece
from luoshi.reports.facts import MonthFacts
from luoshi.reports.figures import Figure, count, word
from luoshi.reports.templates import REST, Attached, Part, Say, Section, Template
from luoshi.reports.vocabulary import COUNT, Vocabulary
from luoshi.reports.wording import Wording

NUMERALS = "一二三四五六七八九十"


def compose(template: Template, facts: MonthFacts) -> Official:
    """The document that a template makes of a month; with its references where the facts say its code."""
    made = _Made.of(template, facts)
    title = made.said(template.title)
    official = Official(
        head=made.text(template.head),
        number=facts.number if template.number.text else "",
        title=wording.joined(title),
        titled=title if facts.keyed else (),
        addressee=made.text(template.addressee),
        body=tuple(made.body()),
        issuer=facts.issuer,
        issued_on=facts.issued_on,
        attachments=tuple(each for each in map(made.attached, template.attachments) if each.title.strip()),
        address=facts.address,
        one_page=template.one_page,
        short=template.one_page and facts.keyed,
    )
    return replace(official, references=references.of(official, facts)) if facts.code else official


def texts(template: Template, facts: MonthFacts) -> tuple[str, str]:
    """The number and the title of the document."""
    made = _Made.of(template, facts)
    return made.text(template.number), made.text(template.title)


def numeral(number: int) -> str:
    """A number below a hundred in Chinese numerals: 十二."""
    tens, ones = divmod(number, 10)
    head = f"{NUMERALS[tens - 1] if tens > 1 else ''}十" if tens else ""
    return head + (NUMERALS[ones - 1] if ones else "")


def marked(text: str, level: int, number: int) -> str:
    """A heading with its mark (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）."""
    return (f"{numeral(number)}、", f"（{numeral(number)}）", f"{number}. ", f"（{number}）")[
        level - 1
    ] + text


def _split(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """What is said, a paragraph after the other where a list is between its things in lines; what is empty is left out."""
    held: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        held.append(Piece(first, piece.key))
        for other in others:
            yield from _kept(held)
            held = [Piece(other, piece.key)]
    yield from _kept(held)


def _kept(held: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    found = tuple(piece for piece in held if piece.text)
    if wording.joined(found).strip():
        yield found


@dataclass
class _Made:
    """What is said of one month: its figures, and its lists as pieces."""

    template: Template
    facts: MonthFacts
    known: Vocabulary
    figures: dict[str, Figure]
    lists: dict[str, tuple[Piece, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, template: Template, facts: MonthFacts) -> _Made:
        known = vocabulary.of(facts, joined=template.joined)
        made = cls(template, facts, known, dict(known.figures))
        for listing in template.lists:
            group = known.groups[listing.of]
            said = listing.said(group, known.figures, template.phrases)
            left = len(group) - listing.most if listing.most is not None else 0
            made.lists[listing.name] = said
            made.figures[listing.name] = word(wording.joined(said))
            made.figures[f"{listing.name}.{COUNT}"] = known.figures[f"{listing.of}.{COUNT}"]
            rest = count(max(left, 0), f"g:{listing.of}")
            made.figures[f"{listing.name}.{REST}"] = rest if rest.value else Figure("0", Decimal(0), rest.key)
        return made

    def said(self, text: Wording) -> tuple[Piece, ...]:
        return text.said(self.figures, self.lists)

    def text(self, text: Wording) -> str:
        return wording.joined(self.said(text))

    def body(self) -> Iterator[Block]:
        counted = [0, 0, 0, 0]
        for section in self.template.sections:
            yield from self._heading(section, counted)
            for part in section.body:
                yield from self._part(part)

    def _heading(self, section: Section, counted: list[int]) -> Iterator[Heading]:
        said = self.said(section.heading)
        if text := wording.joined(said).strip():
            counted[section.level - 1 :] = [
                counted[section.level - 1] + 1,
                *(0 for _ in counted[section.level :]),
            ]
            mark = marked("", section.level, counted[section.level - 1])
            pieces = (Piece(mark), *said) if self.facts.keyed else ()
            yield Heading(f"{mark}{text}", section.level, pieces)

    def _part(self, part: Part) -> Iterator[Block]:
        if isinstance(part, Say):
            for at, pieces in enumerate(_split(self.said(part.text))):
                yield Paragraph(pieces, "" if at else part.lead)
        elif part.kind == "table":
            yield tables.made(part.name, self.facts, self.known)
        else:
            yield charts.made(part.name, self.facts, self.known)

    def attached(self, each: Attached) -> Attachment:
        made = tuple(tables.made(name, self.facts, self.known) for name in each.tables)
        return Attachment(self.text(each.title), made)
