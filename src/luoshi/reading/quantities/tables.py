"""Tables of targets: lines of tab separated cells under a header that names indicator, unit, target, unit responsible."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from luoshi.reading import actors, numerals, periods
from luoshi.reading.model import Basis, Comparator, Heading, Quantity
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import quick
from luoshi.reading.quantities import scopes, wording

Column = Literal["indicator", "unit", "target", "actual", "actors", "period", "words"]

COLUMNS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("unit", re.compile(r"^(?:计量)?单位(?:[(（].*)?$")),
    (
        "actors",
        re.compile(
            r"(?:责任|牵头|承办|负责|落实|实施|配合|主办)(?!领导|人).*(?:单位|部门|主体|科室)|^责任$|主体"
        ),
    ),
    ("period", re.compile(r"时限|期限|时间|进度要求")),
    (
        "actual",
        re.compile(r"(?:上年|去年|20\d{2}年).{0,4}(?:实绩|完成|实际|基数)|^(?:完成情况|实际完成|基数)$"),
    ),
    ("target", re.compile(r"目标(?!任务分解)|任务数|计划数|目标值|指标值|计划|20\d{2}年")),
    ("indicator", re.compile(r"指标|项目|内容|名称|事项")),
    ("words", re.compile(r"任务|工作|举措|措施")),
)
_BARE = re.compile(
    r"^\s*(?P<sign>≥|≤|>|<|＞|＜|不低于|不少于|不超过|增长|下降|约)?\s*(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?:左右|以上|以内)?\s*$"
)
_SHORT = re.compile(
    r"^\s*(?:≥|≤|>|<|＞|＜|不低于|不少于|不超过|同比|增长|增速|下降|达到?|突破|控制在|约|力争|确保|完成|保持在)*\s*\d[\d,.]*\s*[^\s\d,，;；。、]{0,7}(?:以上|以内|以下|左右)?[\s。]*$"
)
_SIGNS: dict[str, Comparator] = {
    "≥": "ge", ">": "gt", "＞": "gt", "不低于": "ge", "不少于": "ge", "≤": "le", "<": "lt", "＜": "lt", "不超过": "le", "约": "approx",
}  # fmt: skip
_UNIT_IN_NAME = quick(r"[(（](?P<unit>[^()（）\d]{1,8})[)）]$")


@dataclass(frozen=True, slots=True)
class Cell:
    """text[start:end] of the table, without the spaces around."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line under a header: its cells by what their column says."""

    start: int
    end: int
    cells: dict[Column, Cell]

    @property
    def counts(self) -> bool:
        """Whether the row holds a number of its own column; else its cells are sentences."""
        cell = self.cells.get("target") or self.cells.get("actual")
        return "indicator" in self.cells and cell is not None and _SHORT.match(cell.text) is not None


def rows(text: str, start: int, end: int) -> list[Row]:
    """Every line of text[start:end] that stands under a header of targets."""
    if text.find("\t", start, end) < 0:
        return []
    found: list[Row] = []
    header: list[Column | None] = []
    for line in text[start:end].split("\n"):
        cells = _cells(line, start)
        if len(cells) < 2:
            header = []
        elif (named := _header(cells)) is not None:
            header = named
        elif header:
            found.append(Row(start, start + len(line), _named(header, cells)))
        start += len(line) + 1
    return found


def holding(found: Sequence[Row], place: int) -> Row | None:
    """The row that holds ``place``, or None."""
    index = bisect_right(found, place, key=lambda row: row.start) - 1
    return found[index] if index >= 0 and place < found[index].end else None


def answering(row: Row, year: int | None) -> tuple[tuple[str, ...], str | None]:
    """The units responsible and the time limit that a row gives in columns of their own."""
    who, when = row.cells.get("actors"), row.cells.get("period")
    times = periods.find(when.text, year) if when else []
    return actors.of_passage("责任单位：" + who.text) if who else (), times[-1].value if times else None


def _cells(line: str, start: int) -> list[Cell]:
    cells = []
    for part in line.split("\t"):
        stripped = part.strip()
        left = start + len(part) - len(part.lstrip())
        cells.append(Cell(left, left + len(stripped), stripped))
        start += len(part) + 1
    return cells if len(cells) > 1 else []


def _header(cells: Sequence[Cell]) -> list[Column | None] | None:
    names = [
        next((name for name, pattern in COLUMNS if len(c.text) < 20 and pattern.search(c.text)), None)
        for c in cells
    ]
    known = set(names)
    has_number = any(_BARE.match(cell.text) for cell in cells)
    sure = (
        {"indicator", "target"} <= known
        or {"indicator", "unit"} <= known
        or ("actors" in known and len(known) > 2)
    )
    return names if not has_number and sure else None


def _named(header: Sequence[Column | None], cells: Sequence[Cell]) -> dict[Column, Cell]:
    named: dict[Column, Cell] = {}
    for name, cell in zip(header, cells, strict=False):
        if name is not None and cell.text and name not in named:
            named[name] = cell
    return named


def quantities(found: Sequence[Row], outline: Sequence[Heading], year: int | None) -> Iterator[Quantity]:
    """The targets and results of the rows."""
    for row in found:
        for column in ("target", "actual"):
            if column in row.cells and row.counts:
                yield from _quantities(row, "target" if column == "target" else "actual", outline, year)


def _quantities(
    row: Row, kind: Literal["target", "actual"], outline: Sequence[Heading], year: int | None
) -> Iterator[Quantity]:
    cell, name = row.cells[kind], row.cells["indicator"].text
    section = bisect_right([heading.start for heading in outline], row.start) - 1
    who, when = answering(row, year)
    for numeral, before, after in _numerals(cell, row.cells.get("unit"), name):
        said = wording.tail(before)
        own = wording.head(said.rest)
        sign = next((_SIGNS[mark] for mark in _SIGNS if before.endswith(mark)), None)
        indicator = wording.tidy(own if len(own) > 1 else _UNIT_IN_NAME.sub("", name))
        basis: Basis = wording.basis(numeral, said, indicator if own else _UNIT_IN_NAME.sub("", name))
        yield Quantity(
            kind, numeral.start, numeral.end, (row.start, row.end), section if section >= 0 else None, indicator,
            numeral.value, numeral.high, numeral.unit, numeral.amount, numeral.base_unit, basis,
            "range" if numeral.high else after or sign or said.comparator or "eq", "plan",
            when, scopes.of_section(outline, section if section >= 0 else None),
            actors=who,
        )  # fmt: skip


def _numerals(cell: Cell, unit: Cell | None, name: str) -> Iterator[tuple[Numeral, str, Comparator | None]]:
    bare = _BARE.match(cell.text)
    in_name = _UNIT_IN_NAME.search(name)
    written = unit.text if unit else in_name["unit"] if in_name else ""
    if bare and written:
        made = numerals.find(bare["number"] + written)
        if made and made[0].tail == len(bare["number"] + written):
            at = cell.start + bare.start("number")
            moved = made[0]._replace(start=at, end=at + len(bare["number"]), tail=at + len(bare["number"]))
            yield moved, bare["sign"] or "", wording.postfix(cell.text, bare.end("number"))[1]
        return
    start = 0
    for numeral in numerals.find(cell.text):
        after = wording.postfix(cell.text, numeral.tail)[1]
        yield _moved(numeral, cell.start), cell.text[start : numeral.start], after
        start = numeral.tail


def _moved(numeral: Numeral, by: int) -> Numeral:
    return numeral._replace(start=numeral.start + by, end=numeral.end + by, tail=numeral.tail + by)
