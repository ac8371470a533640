"""Tables as text: a row is a line, its cells stand between tabs, and what a cell says for the rows below is said there too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from luoshi.reading.sources.stretches import Stretch

_DATE = re.compile(
    r"20\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,4}\s{0,2}[年月日]|[1-4]\s{0,2}季度|[Qq][1-4]|“?十[一二三四五]五”?"
)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds, where it stood and what is doubtful; ``below`` where it is the lower end of the cell above."""

    text: str = ""
    place: str = ""
    below: bool = False
    doubt: str = ""


def words(text: str) -> str:
    """A cell's text in one line."""
    return " ".join(text.split())


def said_below(text: str) -> bool:
    """Whether a merged cell holds for each of its rows: units and time limits do, an amount is promised only once."""
    return _DIGIT.search(_DATE.sub("", text)) is None


def written(rows: Iterable[Sequence[Cell]]) -> Iterator[Stretch]:
    """The rows as stretches; empty cells at the end and empty rows are left out."""
    above: list[str] = []
    for row in rows:
        held = [
            above[column] if cell.below and column < len(above) else cell.text
            for column, cell in enumerate(row)
        ]
        shown = [
            "" if cell.below and not said_below(text) else text for cell, text in zip(row, held, strict=True)
        ]
        above = held
        last = max((column for column, text in enumerate(shown) if text), default=-1)
        for column in range(last + 1):
            yield Stretch(
                shown[column], "\t" if column < last else "\n", row[column].place, row[column].doubt
            )
