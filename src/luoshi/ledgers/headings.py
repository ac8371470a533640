"""The head of a table that people filled in: which column of the file is which column of the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from luoshi.ledgers.columns import Column, File, Number, as_text, factor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.titling import Path, Top, top, tops, ways
from luoshi.ledgers.workbooks import Sheet, letter

SERIAL = "序号"
REMARK = "说明"
IGNORED = (SERIAL, REMARK, "导入说明")
_BRACKET = re.compile(r"^(.*?)[(（\[【]([^()（）\[\]【】]*)[)）\]】]$")
_SHEET_UNIT = re.compile(r"(?<![\u4e00-\u9fff])(?:金额|计量)?单位[:：]\s*([^\s:：，,；;]{1,8})")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place of the file; row 0 is the file as a whole, letter "" the row as a whole."""

    sheet: str
    row: int
    letter: str
    title: str
    value: str
    sentence: str

    def __str__(self) -> str:
        place = f"“{self.sheet}”表" if self.sheet else ""
        place += f"第 {self.row} 行" if self.row else ""
        place += f" {self.letter} 列" if self.letter else ""
        place += f"“{self.title}”" if self.title else ""
        return f"{place}：{self.sentence}" if place else self.sentence


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the ledger at a column of the file, with the unit that its head names."""

    column: Column
    index: int
    title: str
    unit: str = ""


@dataclass(frozen=True)
class Head:
    """The head of one sheet: its last row and its first (from 0), and what stands where."""

    row: int
    headings: tuple[Heading, ...]
    serial: int | None = None
    computed: tuple[Heading, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    first: int = 0

    def has(self, name: str) -> bool:
        """Whether a column of that name is in the file."""
        return any(h.column.name == name for h in self.headings)


def normal(text: str) -> str:
    """A title without blanks, line ends and the mark of a required column."""
    return re.sub(r"[\s*＊]+", "", text).replace("（", "(").replace("）", ")")


def split(text: str) -> tuple[str, str]:
    """A title and what its last bracket holds: 投资额（万元） is 投资额 and 万元."""
    found = _BRACKET.match(re.sub(r"[\s*＊]+", "", text))
    return (normal(found[1]), found[2]) if found else (normal(text), "")


def titles(ledger: Ledger) -> dict[str, Column]:
    """Every column by its title as :func:`normal` has it, and by that after its group's."""
    grouped = {normal(c.group + ledger.title_of(c)): c for c in ledger.columns}
    return {**grouped, **{normal(ledger.title_of(c)): c for c in ledger.columns}}


def find(
    ledger: Ledger, sheet: Sheet, hidden: frozenset[str], told: Mapping[str, Sequence[str]] | None = None
) -> Head | None:
    """The head of a sheet: of its first rows those with most titles of the ledger; None where there is none.

    ``told`` is what somebody has said of heads (``mappings``), which goes before what their titles say.
    """
    known = titles(ledger)
    best: Top | None = None
    most = min(2, len(ledger.columns)) - 1
    for each in tops(sheet):
        if told and (chosen := told.get(each.signature)):
            return _head(
                ledger, sheet, each, hidden, [ledger.column(name) if name else None for name in chosen]
            )
        hits = len({c.name for path in each.paths if (c := column_of(known, path)[0])})
        if hits > most:
            best, most = each, hits
    return _head(ledger, sheet, _with_units(sheet, best), hidden) if best else None


def _with_units(sheet: Sheet, found: Top) -> Top:
    """A head with the row below it, if that has nothing but units in brackets."""
    below = sheet.rows[found.last + 1] if found.last + 1 < len(sheet.rows) else ()
    texts = [text for cell in below if (text := as_text(cell))]
    only_units = bool(texts) and all(split(text)[0] == "" for text in texts)
    return top(sheet, found.first, found.last + 1) if only_units else found


def column_of(known: Mapping[str, Column], path: Path) -> tuple[Column | None, str]:
    """The column that texts over one another name, and the title by which they do; the lowest where they name none."""
    for title in ways(path):
        if column := known.get(normal(title)) or known.get(split(title)[0]):
            return column, title
    return None, path[-1] if path else ""


def _head(
    ledger: Ledger,
    sheet: Sheet,
    over: Top,
    hidden: frozenset[str],
    chosen: Sequence[Column | None] | None = None,
) -> Head:
    found: dict[str, Heading] = {}
    computed: list[Heading] = []
    problems: list[Problem] = []
    serial, unknown, row, known = None, "", over.last, titles(ledger)
    general = _sheet_unit(sheet, over.first)
    for index, path in enumerate(over.paths):
        column, title = column_of(known, path)
        if chosen is not None:
            column, title = (chosen[index] if index < len(chosen) else None), " ".join(path)
        at = (sheet.name, row + 1, letter(index), title, "")
        if column is None:
            serial = index if path and normal(path[-1]) == SERIAL else serial
            if path and normal(title) not in IGNORED and chosen is None:
                problems.append(Problem(*at, _unknown(ledger, hidden, unknown)))
                unknown = unknown or letter(index)
        elif column.name in hidden:
            problems.append(Problem(*at, "您没有查看和填写这一列的权限，请删去这一列后重新上传。"))
        elif column.name in found:
            problems.append(
                Problem(*at, f"与 {letter(found[column.name].index)} 列的表头重复，请只保留一列。")
            )
        else:
            unit, complaint = _unit(column, title, known, _above(column, path) or general)
            heading = Heading(column, index, title, unit)
            due = column.name == "due_on" and column.name in ledger.clocked
            if column.derived or due or isinstance(column, File):
                computed.append(heading)
            else:
                found[column.name] = heading
            if complaint:
                problems.append(Problem(*at, complaint))
    problems += _missing(ledger, sheet, row, frozenset(found), bool(problems))
    return Head(row, tuple(found.values()), serial, tuple(computed), tuple(problems), over.first)


def _unknown(ledger: Ledger, hidden: frozenset[str], told: str) -> str:
    """The usable heads are listed once a sheet; ``told`` is the column where that was done."""
    if told:
        return f"“{ledger.title}”也没有这一列。请改成 {told} 列问题里列出的表头之一，或删去这一列。"
    usable = "、".join(ledger.title_of(c) for c in ledger.writable if c.name not in hidden)
    return f"“{ledger.title}”没有这一列。请改成下列表头之一，或删去这一列：{usable}。"


def _unit(column: Column, title: str, known: dict[str, Column], general: str) -> tuple[str, str]:
    """The unit in which a column of the file is filled in, and what is wrong with it."""
    if not isinstance(column, Number):
        return "", ""
    named = "" if normal(title) in known else split(title)[1]
    if not named:
        return (general if general and _times(column, general) else ""), ""
    if _times(column, named):
        return named, ""
    if not column.base_unit:
        return "", ""
    return (
        "",
        f"括号里的“{named}”不能换算成“{column.unit}”。请把表头写成“{split(title)[0]}（{column.unit}）”。",
    )


def _above(column: Column, path: Path) -> str:
    """The unit that a group's bracket names for what stands below it."""
    units = [split(text)[1] for text in reversed(path[:-1])]
    return next((unit for unit in units if unit and isinstance(column, Number) and _times(column, unit)), "")


def _times(column: Number, unit: str) -> Decimal | None:
    return factor(unit, column.base_unit)


def _sheet_unit(sheet: Sheet, row: int) -> str:
    """The unit that a line above the head names for the whole sheet: 单位：万元."""
    for cells in sheet.rows[:row]:
        for cell in cells:
            found = _SHEET_UNIT.search(cell) if isinstance(cell, str) else None
            if found:
                return found[1]
    return ""


def _missing(
    ledger: Ledger, sheet: Sheet, row: int, found: frozenset[str], already: bool
) -> Iterator[Problem]:
    """Columns that must be there: the identity always; all required ones are named where the head is wrong anyway."""
    for column in ledger.columns:
        needed = column.name in ledger.identity and column.name != ledger.numbered
        if column.name not in found and (needed or already and ledger.required(column)):
            yield missing(ledger, sheet.name, row, column)


def missing(ledger: Ledger, sheet: str, row: int, column: Column) -> Problem:
    """The complaint that a column is not in the file."""
    title = ledger.title_of(column)
    return Problem(
        sheet,
        row + 1,
        "",
        title,
        "",
        f"表头里缺少必填的列“{title}”。请在第 {row + 1} 行补上这一列，或下载“{ledger.title}”的导入模板填写。",
    )
