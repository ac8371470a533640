"""The values that a view hands to the components: what is shown, never how it looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Final, Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from luoshi.rules.colours import SHAPES, WORDS, Colour

IN_DRAWER = mark_safe(" data-drawer")
AS_IT_IS: Final = mark_safe(' translate="no"')  # on an element that holds what people entered
Kind = Literal["text", "line", "name", "number", "day", "light", "bar"]
Width = Literal["", "narrow", "medium", "wide", "rest"]
Act = Literal["", "sign", "answer"]
SIGN: Final[Act] = "sign"
ANSWER: Final[Act] = "answer"


class Entered(str):
    """A text that people entered: English pages leave it as it is."""

    __slots__ = ()
    entered = True


@dataclass(frozen=True, slots=True)
class Light:
    """A light as it is shown: never a colour alone, always shape and word too."""

    colour: Colour
    shape: str
    word: str


def lamp(colour: Colour, word: str = "") -> Light:
    """The light of a colour; ``word`` replaces the usual one (未到期 for a grey that is not due)."""
    return Light(colour, SHAPES[colour], word or WORDS[colour])


@dataclass(frozen=True, slots=True)
class Bar:
    """Progress: shares of one, done and (as a mark) planned to date."""

    done: Decimal | None
    plan: Decimal | None = None

    @property
    def done_width(self) -> str:
        return _hundredths(self.done)

    @property
    def plan_at(self) -> str:
        return _hundredths(self.plan)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; ``sort`` is the name that the header's link sorts by.

    ``data``: its cells hold what people entered, which English pages leave as it is.
    """

    label: str
    unit: str = ""
    kind: Kind = "text"
    width: Width = ""
    group: str = ""
    sort: str = ""
    help: str = ""
    data: bool = False

    @property
    def set_as(self) -> str:
        """How its cells are set: a short text under a narrow head is not broken, a name only where it is very long."""
        if self.kind == "line" and self.data:
            return "name"
        return "line" if self.kind == "text" and self.width == "narrow" else self.kind

    @property
    def falling(self) -> str:
        """The name that sorts by this column from the greatest down."""
        return f"-{self.sort}"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: text already formatted; ``url`` opens in the drawer, or as a page if ``page``.

    Beside a ``light`` the text is its reason. ``ours``: said by us, though the column holds what people entered.
    """

    text: str = ""
    url: str = ""
    page: bool = False
    note: str = ""
    light: Light | None = None
    bar: Bar | None = None
    ours: bool = False

    @property
    def plain(self) -> bool:
        """Whether there is nothing but the text, which is what most cells of a list are."""
        return not (self.url or self.note or self.light or self.bar)

    @property
    def linked(self) -> bool:
        """Whether it is a link and nothing else."""
        return bool(self.url) and not (self.note or self.light or self.bar)


@dataclass(frozen=True, slots=True)
class Row:
    """One row; with a ``heading`` and no cells it is a line that opens a section."""

    cells: tuple[Cell, ...] = ()
    key: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A stretch of columns under one common head; without a label the columns stand alone."""

    label: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: ``name`` is its id (column widths are remembered by it), ``frozen`` columns stay in sight.

    ``body`` is the rows already written, where there are many and all of one make; then there are no ``rows``.
    ``actions`` are asked with the rows that are picked, as ``row=KEY`` in their addresses.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    body: SafeString = field(default_factory=SafeString)
    totals: tuple[Cell, ...] = ()
    frozen: int = 1
    caption: str = ""
    selectable: bool = False
    actions: tuple[Tab, ...] = ()
    sorted: str = ""
    empty: str = "没有符合条件的记录。"
    short: bool = False

    @property
    def region(self) -> str:
        """What a screen reader calls it among the other regions of a page: its caption, or the heads it begins with."""
        return self.caption or "表格：" + "、".join(column.label for column in self.columns[:3])

    @property
    def groups(self) -> tuple[Group, ...]:
        return tuple(Group(label, tuple(found)) for label, found in groupby(self.columns, lambda c: c.group))

    @property
    def filled(self) -> bool:
        """Whether there is any row."""
        return bool(self.rows or self.body)

    @property
    def grouped(self) -> bool:
        return any(column.group for column in self.columns)

    @property
    def span(self) -> int:
        return len(self.columns) + self.selectable


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, said in words; ``remove`` is the address without it."""

    label: str
    value: str
    remove: str


@dataclass(frozen=True, slots=True)
class Tab:
    """One view of the same thing."""

    text: str
    url: str
    active: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: when, who, what, and the particulars under it; ``pictures`` are of files."""

    when: datetime
    who: str
    text: str
    note: str = ""
    url: str = ""
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do: what, where, and by when; ``act`` says whether it is to be signed for or to be answered.

    A ``kept`` note is told as it was written, in any language.
    """

    text: str
    url: str
    kind: str
    due: date | None = None
    note: str = ""
    act: Act = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: what kind of thing, its name, where it is, and what tells it from its like."""

    kind: str
    text: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a place looks like: the path of an area, or nothing of a point, and what is said under it."""

    path: str
    said: str


@dataclass(frozen=True, slots=True)
class Detail:
    """One line of a description list; ``source`` says which ledger knew the value, ``data`` that people entered it."""

    label: str
    value: str
    url: str = ""
    source: str = ""
    place: Drawing | None = None
    light: Light | None = None
    download: str = ""
    data: bool = False


def link(url: str, text: str, *, page: bool = False) -> SafeString:
    """A link that opens in the drawer, or as a page."""
    return format_html('<a href="{}"{}>{}</a>', url, "" if page else IN_DRAWER, text)


def _hundredths(share: Decimal | None) -> str:
    """A share of one as a length between 0 and 100, for a drawing."""
    if share is None:
        return ""
    return f"{max(Decimal(0), min(Decimal(1), share)) * 100:.1f}"
