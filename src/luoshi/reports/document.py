"""An official document as data: what stands in it, in order, before any renderer gives it a shape."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (一、), 2 (（一）), 3 (1.) or 4 (（1）); the text carries its own mark."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text; ``lead`` is set in bold before it."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A table column: its head, its share of the width, whether it holds numbers."""

    head: str
    width: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; ``note`` stands at its upper right (单位：…)."""

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is attached: tables on landscape pages of their own."""

    title: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Official:
    """A document by GB/T 9704-2012: red head, number, title, addressee, body, signature, attachments."""

    head: str
    number: str
    title: str
    addressee: str
    body: tuple[Block, ...]
    issuer: str
    issued_on: datetime.date
    attachments: tuple[Attachment, ...] = ()
