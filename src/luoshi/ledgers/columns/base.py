"""What every column has: a name, how it is entered, shown and written, and what a bad value is told."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol

from django.db.models import Model

from luoshi.ledgers.errors import BadValue

WIDE = str.maketrans("０１２３４５６７８９．－，％", "0123456789.-,%")
_BLANKS = str.maketrans("\u3000\xa0", "  ")
_UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u2060\ufeff]")


class Finder(Protocol):
    """Finds a row of a ledger by what people write: its identity or its label."""

    def find(self, ledger: str, text: str) -> Model:
        """The one row so named, or :class:`BadValue` with a sentence."""


@dataclass(frozen=True)
class Column:
    """One field of a ledger; ``group`` is the section of the row's page and form in which it stands.

    What a column with ``history`` held on any day can be told. ``known`` is the way over a link to where another ledger
    already holds the value (``signing__industry``).
    """

    name: str
    title: str = field(default="", kw_only=True)
    help: str = field(default="", kw_only=True)
    sample: str = field(default="", kw_only=True)
    derived: bool = field(default=False, kw_only=True)
    listed: bool = field(default=True, kw_only=True)
    group: str = field(default="", kw_only=True)
    history: bool = field(default=False, kw_only=True)
    known: str = field(default="", kw_only=True)

    widget: ClassVar[str] = "text"
    filter: ClassVar[str] = (
        ""  # how lists are narrowed by it: options, flag, link, people, span, has; "" not at all
    )
    numeric: ClassVar[bool] = False
    free: ClassVar[bool] = False  # whether it holds words that people chose
    width: ClassVar[int] = 18  # of its cells in a workbook, in characters
    form: ClassVar[str] = "文字"  # how a cell is filled in, as a template tells it

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """The few values there are, as (entered, shown); empty where they are not few."""
        return ()

    @property
    def is_long(self) -> bool:
        """Whether it holds paragraphs."""
        return False

    @property
    def in_their_words(self) -> bool:
        """Whether its values are what people wrote: what is worked out is said in words of ours."""
        return self.free and not self.derived

    @property
    def entry_unit(self) -> str:
        """The unit in which a value is entered and exported; "" where there is none."""
        return ""

    @property
    def list_unit(self) -> str:
        """The unit in which a value is shown in lists."""
        return self.entry_unit

    def parse(self, raw: object, finder: Finder, unit: str = "") -> Any:
        """The value to store for a cell or a form field; None for empty; :class:`BadValue` otherwise."""
        text = as_text(raw)
        return self.from_text(text, finder) if text else None

    def batch(
        self, raws: Sequence[object], finder: Finder, unit: str = ""
    ) -> tuple[list[Any], dict[int, str]]:
        """What :meth:`parse` makes of many cells, each different one read once, and the sentences by place."""
        one_type = (
            len(set(map(type, raws)) - {type(None)}) < 2
        )  # of several, cells may be equal and not the same
        keys = raws if one_type else [(type(raw), raw) for raw in raws]
        known: dict[object, Any] = {}
        wrong: dict[object, str] = {}
        for key, raw in dict(zip(keys, raws, strict=True)).items():
            try:
                known[key] = None if raw is None else self.parse(raw, finder, unit)
            except BadValue as bad:
                known[key], wrong[key] = None, str(bad)
        bad_places = {place: wrong[key] for place, key in enumerate(keys) if key in wrong} if wrong else {}
        return [known[key] for key in keys], bad_places

    def from_text(self, text: str, finder: Finder) -> Any:
        """The value to store for a text that is not empty."""
        return text

    def of(self, row: Model) -> Any:
        """The stored value of a row."""
        return getattr(row, self.name)

    def show(self, value: Any) -> str:
        """The value as a list shows it; – for none."""
        return "–" if value in (None, "") else str(value)

    def entered(self, value: Any) -> str:
        """The value as a form field holds it."""
        return "" if value is None else str(value)

    def written(self, value: Any) -> str:
        """The value as people read it and an import takes it back, as csv and the trail have it; "" for none."""
        return self.entered(value)

    def cell(self, value: Any) -> Any:
        """The value as a workbook cell: text, Decimal, date or None."""
        return self.written(value) or None

    def condition(self, text: str) -> Any:
        """The stored value that a condition's text stands for, or :class:`BadValue`."""
        return text


def as_text(raw: object) -> str:
    """A cell or a form field as trimmed text.

    A float has the fifteen digits that a spreadsheet shows, a whole one no point; a date at midnight no time;
    lines end with one character, and characters that nobody sees are dropped.
    """
    if raw is None:
        return ""
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else f"{raw:.15g}"
    if isinstance(raw, datetime.datetime) and raw.time() == datetime.time():
        return raw.date().isoformat()
    text = str(raw)
    if not text.isprintable() or "\u3000" in text:
        text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_BLANKS)
    return text.strip()
