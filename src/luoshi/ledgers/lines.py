"""The lines of a table that people filled in, each turned into stored values or into sentences about its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from luoshi.ledgers import headings, titling
from luoshi.ledgers.columns import Choice, Column, Day, Finder, Flag, Link, Month, Number, as_text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.headings import Head, Heading, Problem
from luoshi.ledgers.workbooks import Cell, Sheet, letter

SAMPLE = "示例"
TOTALS = ("合计", "总计", "小计", "共计", "累计")
NOTES = (
    "注：",
    "注:",
    "说明：",
    "说明:",
    "备注：",
    "备注:",
    "填报人",
    "填表人",
    "制表人",
    "审核人",
    "单位负责人",
)
_APART = {text[0] for text in (*TOTALS, *NOTES)}  # how a line may open that is no data


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet under its head; ``number`` is the row as a spreadsheet shows it."""

    sheet: str
    number: int
    head: Head
    cells: tuple[Cell, ...]

    def cell(self, heading: Heading) -> Cell:
        """The cell under a heading; short lines of a csv end early."""
        return self.cells[heading.index] if heading.index < len(self.cells) else None

    def problem(self, sentence: str, heading: Heading | None = None) -> Problem:
        """A complaint about the line, or about its cell under a heading."""
        if heading is None:
            return Problem(self.sheet, self.number, "", "", "", sentence)
        raw = as_text(self.cell(heading))
        return Problem(self.sheet, self.number, letter(heading.index), heading.title, raw, sentence)


def lines(
    ledger: Ledger,
    sheets: Sequence[Sheet],
    hidden: frozenset[str],
    told: Mapping[str, Sequence[str]] | None = None,
) -> tuple[list[Line], list[Problem]]:
    """The lines of every visible sheet that has the ledger's head, and what is wrong with the heads."""
    found: list[Line] = []
    problems: list[Problem] = []
    heads = 0
    samples = {c.name: sample(c) for c in ledger.columns}
    for sheet in sheets:
        head = None if sheet.hidden else headings.find(ledger, sheet, hidden, told)
        if head is None:
            continue
        heads += 1
        problems += head.problems
        found += (
            Line(sheet.name, number, head, cells)
            for number, cells in enumerate(sheet.rows[head.row + 1 :], head.row + 2)
            if _counts(cells, head, samples)
        )
    if not heads:
        problems.append(Problem("", 0, "", "", "", _headless(ledger, hidden)))
    elif not found and not problems:
        problems.append(Problem("", 0, "", "", "", "表头之下没有数据行，请填写后重新上传。"))
    return found, problems


def _headless(ledger: Ledger, hidden: frozenset[str]) -> str:
    usable = "、".join(ledger.title_of(c) for c in ledger.writable if c.name not in hidden)
    return f"前 {titling.DEPTH} 行里没有找到“{ledger.title}”的表头，请核对是否选错了文件。表头应为：{usable}；也可下载导入模板填写。"


def _counts(cells: tuple[Cell, ...], head: Head, samples: dict[str, str]) -> bool:
    """Whether a line is data: not blank, no total, no note below the table, not the template's untouched sample."""
    each = ((index, text) for index, cell in enumerate(cells) if (text := as_text(cell)))
    index, first = next(each, (-1, ""))
    if index < 0:
        return False
    if first[0] not in _APART and head.serial != index:
        return True  # the rest is for lines that open like none of the data
    filled = [(index, first), *each]
    if [index for index, _ in filled] == [head.serial]:
        return False
    bare = "".join(first.split())
    if bare in TOTALS or (head.serial == index and bare.startswith(TOTALS)):
        return False
    if len(filled) == 1 and first.startswith(NOTES):
        return False
    return not (first == SAMPLE and index == head.serial and _untouched(dict(filled), head, samples))


def _untouched(filled: dict[int, str], head: Head, samples: dict[str, str]) -> bool:
    return all(
        filled.get(h.index, "") == samples[h.column.name]
        for h in head.headings
        if not isinstance(h.column, Link)
    )


def sample(column: Column) -> str:
    """What the template's sample line shows in a column; links show a row of their ledger instead."""
    if column.sample or column.derived:
        return column.sample
    if isinstance(column, Choice):
        return column.choices[0][1] if column.choices else ""
    by_kind = {Number: "100", Day: "2026-03-01", Month: "2026-03", Flag: "是"}
    return next((text for kind, text in by_kind.items() if isinstance(column, kind)), "")


def parse(ledger: Ledger, line: Line, finder: Finder) -> tuple[dict[str, Any], list[Problem]]:
    """Stored values by column, and a complaint for every cell that cannot be stored."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for heading in line.head.headings:
        column = heading.column
        raw = line.cell(heading)
        if column.name == ledger.numbered:
            raw = numbered(ledger, raw)
        try:
            values[column.name] = column.parse(raw, finder, heading.unit)
        except BadValue as bad:
            problems.append(line.problem(str(bad), heading))
    return values, problems


def numbered(ledger: Ledger, cell: Cell) -> Cell:
    """A number that a spreadsheet has taken for one: 00042 is 42 to it."""
    plain = ledger.number is None and isinstance(cell, float) and cell.is_integer()
    return f"{cell:05.0f}" if plain else cell


def empties(ledger: Ledger, line: Line, values: dict[str, Any]) -> Iterator[Problem]:
    """A complaint for every required cell that is empty."""
    for heading in line.head.headings:
        name = heading.column.name
        if values.get(name, "") is None and ledger.required(heading.column):
            yield line.problem(f"“{ledger.title_of(heading.column)}”不能为空，请填写。", heading)
