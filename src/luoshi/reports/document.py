"""An official document as data: what stands in it, in order, before any renderer gives it a shape."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what is said: typed where ``key`` is empty, else a number and where it comes from."""

    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (一、), 2 (（一）), 3 (1.) or 4 (（1）); the text carries its own mark.

    ``pieces`` are the same text with its figures, empty where none of them leads anywhere.
    """

    text: str
    level: int = 1
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text; ``lead`` is set in bold before it."""

    pieces: tuple[Piece, ...]
    lead: str = ""

    @classmethod
    def of(cls, text: str) -> Paragraph:
        """A paragraph in which no figure leads anywhere."""
        return cls((Piece(text),))

    @property
    def text(self) -> str:
        """What it says after its lead."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A table column: its head, its share of the width, whether it holds numbers."""

    head: str
    width: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; ``note`` stands at its upper right (单位：…).

    ``keys`` say row by row where its numbers come from; empty where they come from nowhere. ``whole``: numbers within
    words lead there too, not only the columns of numbers.
    """

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    keys: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: how long it is (None where nothing is known), beside it what was planned, and its number."""

    label: str
    value: Decimal | None
    planned: Decimal | None
    shown: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in one measure, with a caption; ``planned`` names the second bar of each, "" where there is none."""

    caption: str
    measure: str
    value: str
    planned: str
    bars: tuple[Bar, ...]


Block = Heading | Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is attached: tables on landscape pages of their own."""

    title: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a number of a document comes from: the code that the pages open, what it is, what it said, by what."""

    code: str
    key: str
    name: str
    shown: str
    source: str


@dataclass(frozen=True, slots=True)
class Official:
    """A document by GB/T 9704-2012: red head, number, title, addressee, body, signature, attachments.

    Without ``head`` there is no red head; ``one_page`` is set so small that it stays on one. ``titled`` is the title with its
    figures, empty where none leads anywhere. ``references`` are listed behind the attachments, of a ``short`` document
    only their code at its foot, and each number has its own at hand; ``address`` is where the pages of the house are, "" where
    it is not known.
    """

    head: str
    number: str
    title: str
    addressee: str
    body: tuple[Block, ...]
    issuer: str
    issued_on: datetime.date
    attachments: tuple[Attachment, ...] = ()
    references: tuple[Reference, ...] = ()
    address: str = ""
    one_page: bool = False
    short: bool = False
    titled: tuple[Piece, ...] = ()

    @property
    def code(self) -> str:
        """What the document itself is called in references, "" where it has none."""
        return self.references[0].code.rpartition("-")[0] if self.references else ""
