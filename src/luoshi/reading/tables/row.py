"""A row of a table: its cells with their columns, and what it says for all that stands in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from luoshi.reading import actors, periods
from luoshi.reading.openings import lazy, quick
from luoshi.reading.tables import contents
from luoshi.reading.tables.grids import Cell
from luoshi.reading.tables.heads import RATE, Column, Head

#: A task so short that its figure may stand in a column of its own.
_NAMED = lazy(r"[^。;；]{2,24}")
_YEAR = lazy(r"(?P<year>20\d\d)(?:[.\-/](?P<month>1[0-2]|0?[1-9]))?")
_ENTRY = quick(r"(?<!\d)\d[.、](?=20\d\d|\D)")
#: What sums up the rows of a table.
_ALL = frozenset({"合计", "总计", "小计", "全县", "全市", "全区"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row under a header: its cells with their columns."""

    start: int
    end: int
    pairs: tuple[tuple[Head, Cell], ...]

    def get(self, kind: Column) -> Cell | None:
        """The first cell of that kind that holds anything."""
        return next((cell for head, cell in self.pairs if head.kind == kind and cell.text), None)

    @property
    def name(self) -> Cell | None:
        """What the row is about: in the column of indicators, or where there is none in a short cell of the tasks."""
        if any(head.kind == "indicator" for head, _ in self.pairs):
            return self.get("indicator")
        cell = self.get("words")
        return cell if cell is not None and _NAMED.fullmatch(cell.text) else None

    @property
    def who(self) -> Cell | None:
        """Whose row it is; None where it sums up the others."""
        cell = self.get("who")
        return None if cell is None or cell.text in _ALL else cell

    @property
    def counts(self) -> bool:
        """Whether the row holds a number of its own column; else its cells are sentences."""
        cell = self.get("target") or self.get("actual") or self.get("measure")
        return (
            (self.name is not None or self.get("who") is not None)
            and cell is not None
            and contents.SHORT.fullmatch(cell.text) is not None
            and contents.DATED.match(cell.text) is None
        )

    def column(self, place: int) -> Head | None:
        """The column of the cell that holds ``place``."""
        return next((head for head, cell in self.pairs if cell.start <= place < cell.end), None)


def holding(found: Sequence[Row], place: int) -> Row | None:
    """The row that holds ``place``, or None."""
    index = bisect_right(found, place, key=_start) - 1
    return found[index] if index >= 0 and place < found[index].end else None


def _start(row: Row) -> int:
    return row.start


def answering(row: Row, place: int, year: int | None) -> tuple[tuple[str, ...], str | None]:
    """The units responsible and the time that a row gives what stands at ``place``: in cells of their own or above it."""
    who, own = row.get("actors") or row.who, row.column(place)
    units = actors.of_passage("责任单位：" + who.text) if who else ()
    return units, _limit(row, place, year) or _of_column(row, own)


def _of_column(row: Row, own: Head | None) -> str | None:
    """The time a column names; a rate beside a target is for the same time."""
    if own is None or own.period or own.kind != "target" or not RATE.search(own.text):
        return own.period if own else None
    before = [
        head for head, _ in row.pairs[: [head for head, _ in row.pairs].index(own)] if head.kind == "target"
    ]
    return before[-1].period if before else None


def _limit(row: Row, place: int, year: int | None) -> str | None:
    when = row.get("period")
    if when is None:
        return None
    if bare := _YEAR.fullmatch(when.text):
        return _named(bare["year"], bare["month"], year)
    times = periods.find(when.text, year)
    if not times:
        return None
    cell = next((one for _, one in row.pairs if one.start <= place < one.end), None)
    entries = len(_ENTRY.findall(when.text))
    if cell is None or entries != len(times) or entries < 2:
        return times[-1].value
    part = sum(cell.text.count(mark, 0, place - cell.start) for mark in "；;")
    return times[min(part, len(times) - 1)].value


def _named(said: str, month: str | None, year: int | None) -> str:
    if month:
        return f"{said}-{int(month):02d}"
    return "year" if int(said) == year else said
