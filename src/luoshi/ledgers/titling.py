"""What stands over each column of a table: one row of titles, or several with groups above and titles below.

A title that reaches over several rows or columns stands in its first cell, as spreadsheets keep merged cells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from luoshi.ledgers.columns import as_text
from luoshi.ledgers.workbooks import Cell, Sheet

DEPTH = 10  # rows in which a head is looked for
TALLEST = 3  # rows of a head
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Top:
    """The rows (from 0) of what may be a head, and over each column its texts from above."""

    first: int
    last: int
    paths: tuple[Path, ...]

    @property
    def signature(self) -> str:
        """The same for heads that say the same."""
        said = "\n".join("\t".join("".join(text.split()) for text in path) for path in self.paths)
        return hashlib.sha256(said.rstrip("\n").encode()).hexdigest()


def tops(sheet: Sheet) -> Iterator[Top]:
    """Whatever may be a head, low ones first."""
    for height in range(1, TALLEST + 1):
        for last in range(height - 1, min(DEPTH, len(sheet.rows))):
            yield top(sheet, last - height + 1, last)


def top(sheet: Sheet, first: int, last: int) -> Top:
    """The rows from first to last as a head."""
    rows = [[as_text(cell) for cell in cells] for cells in sheet.rows[first : last + 1]]
    for at in range(len(rows) - 2, -1, -1):
        rows[at] = _spread(rows[at], rows[at + 1])
    columns = zip_longest(*rows, fillvalue="")
    return Top(first, last, tuple(tuple(text for text in column if text) for column in columns))


def _spread(above: list[str], below: list[str]) -> list[str]:
    """A row of groups, each over all that stands below it up to the next."""
    found, group = [], ""
    for text, under in zip_longest(above, below, fillvalue=""):
        group = text or (group if under else "")
        found.append(group)
    return found


def guessed(sheet: Sheet) -> int:
    """The row (from 0) that looks most like titles: the first of its first rows with most texts."""
    counts = [sum(isinstance(cell, str) for cell in cells) for cells in sheet.rows[:DEPTH]]
    return counts.index(max(counts)) if counts else 0


def ways(path: Path) -> Iterator[str]:
    """How a column may be called: with all that stands above its title, with less and less of it, alone."""
    for start in range(len(path)):
        yield "".join(path[start:])


def samples(sheet: Sheet, last: int, count: int = 3) -> list[tuple[Cell, ...]]:
    """The first lines under a head."""
    return [cells for cells in sheet.rows[last + 1 : last + 30] if any(cells)][:count]
