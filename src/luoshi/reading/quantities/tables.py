"""Tables of targets: rows under a header that names indicator, unit, target, unit responsible and time limit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from luoshi.reading import actors, contents, periods
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import grids
from luoshi.reading.quantities.grids import Cell, Line

Column = Literal[
    "indicator", "unit", "target", "actual", "money", "size", "actors", "period", "words", "who", "measure"
]

COLUMNS: tuple[tuple[Column | None, re.Pattern[str]], ...] = (
    ("unit", lazy(r"^(?:计量)?单位(?:[(（].*)?$")),
    (None, lazy(r"(?:类别|属性|类型|性质|级别|编号|代码)$")),
    (
        "actors",
        lazy(
            r"(?:责任|牵头|承办|负责|落实|实施|配合|主办)(?!领导|人)[^\n]{0,12}(?:单位|部门|主体|科室)|^责任$|主体"
        ),
    ),
    ("period", lazy(r"时限|期限|时间|进度要求|年限")),
    ("size", lazy(r"^(?:计划|概算|估算)?总投资|建设规模|累计")),
    (
        "actual",
        lazy(
            r"(?:上年|去年|20\d{2}年).{0,4}(?:实绩|完成|实际|基数)|(?:^|年)(?:完成情况|实际完成|基数|完成[数值额]|实[际绩][数值]?|现状值?)$"
        ),
    ),
    ("words", lazy(r"建设内容|工作内容|工作任务|重点任务|主要任务|进度安排")),
    ("money", lazy(r"投资|资金|金额|经费|预算")),
    (
        "target",
        lazy(
            r"目标(?!任务分解)|任务数|计划数|目标值|指标值|计划|20\d{2}年|增[长幅速]|^(?:第?[一二三四]季度|上半年|全年|[1-9]\d?月份?)$"
        ),
    ),
    ("indicator", lazy(r"指标|项目|内容|名称|事项|实事")),
    ("words", lazy(r"任务|工作|举措|措施")),
)
_IN_BRACKETS = quick(r"[(（](?P<unit>[^()（）\d]{1,8})[)）]$")
_ABOVE = quick(r"单位[:：]\s{0,3}(?P<unit>[^\s()（）:：]{1,8})")
_YEAR = lazy(r"(?P<year>20\d\d)(?:[.\-/](?P<month>1[0-2]|0?[1-9]))?")
_LEVEL = lazy(r"[一二三四]级(?:指标|目标|任务)")
#: A task so short that its figure may stand in a column of its own.
_NAMED = lazy(r"[^。;；]{2,24}")
_RATE = quick(r"增[长幅速]")
# A header has years and quarters, but no figures.
_FIGURE = quick(r"(?<![\d.年—-])(?!20\d\d|[1-4]季度|1?\d月|[1-9]-1?\d月)\d")
_ENTRY = quick(r"(?<!\d)\d[.、](?=20\d\d|\D)")


# A table of which every cell became a line: the line that names its column of times, and a line that is only a time.
_LIMITS = lazy(r"\n[ \u3000]*(?:计划)?(?:完成)?(?:时限|时间|期限)[ \u3000]*(?=\n)")
_TIME_LINE = lazy(
    r"\n[ \t\u3000]*(?P<time>(?:20\d\d年)?(?:1?\d月(?:份|底|末|\d{1,2}日(?=之?前|以前))?|年底|[一二三四]季度末?|[上下]半年|全年)(?:之?前|以前)?"
    r"(?:全面|正式)?(?:完成|完工|竣工|投入使用|投用|动工|开工|启动|建成|到位|验收)?)[。;；]?[ \t\u3000]*(?=\n|$)"
)
#: How far above its time a row is looked for, of how many lines, and how long the name of a unit is.
_FAR, _DEEPEST, _SHORTEST = 400, 6, 24


# 一、经济发展指标: a line of a table that only names its next part.
_PART_NAME = lazy(
    r"(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]{1,2})?[\u4e00-\u9fff]{2,16}(?:[(（][^()（）]{1,8}[)）])?"
)
_PART = 24
#: Whose row it is where each column is an indicator, and what closes such a table.
_WHO = lazy(
    r"(?:责任)?单位(?:名称)?|乡镇(?:[(（]街道[)）])?|镇街|镇办|县区|县?市区|区县|部门|地区|园区|板块|乡镇街道"
)
_ALL = frozenset({"合计", "总计", "小计", "全县", "全市", "全区"})


class Head(NamedTuple):
    """A column: what it says, its own words, and the unit and the time that they name."""

    kind: Column | None
    text: str
    unit: str
    period: str | None


_WORDS, _ACTORS, _PERIOD = (
    Head("words", "", "", None),
    Head("actors", "", "", None),
    Head("period", "", "", None),
)


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
        )

    def column(self, place: int) -> Head | None:
        """The column of the cell that holds ``place``."""
        return next((head for head, cell in self.pairs if cell.start <= place < cell.end), None)


def rows(text: str, start: int, end: int, year: int | None) -> list[Row]:
    """Every row of text[start:end] that stands under a header of targets, in order."""
    found: list[Row] = []
    header: tuple[Head, ...] = ()
    top: Line | None = None
    for line in grids.lines(text, start, end):
        if len(line.cells) < 2:
            header = header if _is_within(line, text, found) else ()
        elif (named := _header(text, line, year)) is not None:
            header, top = named, line
        elif top and (below := _second(top, line)):
            header, top = _header(text, below, year) or header, None
        elif header:
            found.append(Row(line.start, line.end, _paired(header, line)))
            top = None
    return found or stacked(text, start, end)


def _second(top: Line, line: Line) -> Line | None:
    """The header of two lines, the second of which divides the columns of the first: 2026年 into 目标 and 增速."""
    lead = next((at for at, cell in enumerate(line.cells) if cell.text), 0)
    under = line.cells[lead:]
    if not lead or not all(_kind(cell.text) or not cell.text for cell in under):
        return None
    if any(_FIGURE.search(cell.text) for cell in under):
        return None
    above = [cell.text for cell in top.cells[lead:]]
    if len(above) == len(under):
        for at in range(1, len(above)):
            above[at] = above[at] or above[at - 1]
    elif len(under) % max(1, len(above)) == 0:
        above = [each for each in above for _ in range(len(under) // len(above))]
    else:
        return None
    joined = (Cell(cell.start, cell.end, said + cell.text) for said, cell in zip(above, under, strict=True))
    return Line(line.start, line.end, (*top.cells[:lead], *joined), line.fixed)


def stacked(text: str, start: int, end: int) -> list[Row]:
    """Rows of a table of which each cell became a line: what is to be done, who, and a line that is only a time."""
    limits = list(_TIME_LINE.finditer(text, start, end))
    known = bool(limits) and _LIMITS.search(text, start, end) is not None
    found: list[Row] = []
    for limit in limits:
        cells = _above(text, found[-1].end if found else max(start, limit.start() - _FAR), limit.start())
        who: list[Cell] = []
        while cells and contents.UNITS.fullmatch(cells[-1].text) and len(cells[-1].text) <= _SHORTEST:
            who.insert(0, cells.pop())
        if cells and (who or known):
            found.append(_stack(cells, who, Cell(*limit.span("time"), limit["time"])))
    return found


def _above(text: str, start: int, end: int) -> list[Cell]:
    """The lines of text[start:end] behind the last that is only a number."""
    cells: list[Cell] = []
    for line in text[start:end].split("\n"):
        words = line.strip()
        at = start + len(line) - len(line.lstrip())
        if contents.BARE.fullmatch(words):
            cells = []
        elif words:
            cells.append(Cell(at, at + len(words), words))
        start += len(line) + 1
    return cells[-_DEEPEST:]


def _stack(cells: Sequence[Cell], who: Sequence[Cell], when: Cell) -> Row:
    units = Cell(who[0].start, who[-1].end, "、".join(one.text for one in who)) if who else None
    pairs = [(_WORDS, one) for one in cells]
    pairs += [(_ACTORS, units)] if units else []
    return Row(cells[0].start, when.end, (*pairs, (_PERIOD, when)))


def _is_within(line: Line, text: str, found: Sequence[Row]) -> bool:
    """Nothing but marks of an empty row between two rows, or the name of a part of the table, right behind a row or the header."""
    said = text[line.start : line.end].strip("| \t\u3000")
    return not said or len(said) <= _PART and _PART_NAME.fullmatch(said) is not None


def bare(words: str) -> re.Match[str] | None:
    """A cell that is a number with a sign at most."""
    return contents.BARE.fullmatch(words)


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
    if own is None or own.period or own.kind != "target" or not _RATE.search(own.text):
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


def _header(text: str, line: Line, year: int | None) -> tuple[Head, ...] | None:
    if any(_FIGURE.search(cell.text) for cell in line.cells):
        return None
    kinds = _kinds([cell.text for cell in line.cells])
    if matrix := _matrix([cell.text for cell in line.cells]):
        kinds = matrix
    known = set(kinds)
    sure = bool(matrix) or (
        {"indicator", "target"} <= known
        or {"indicator", "unit"} <= known
        or ({"indicator", "money"} <= known and len(line.cells) > 2)
        or ("actors" in known and len(known) > 2)
    )
    if not sure:
        return None
    above = _ABOVE.search(text, max(0, line.start - 60), line.start)
    unit = above["unit"] if above else ""
    return tuple(_head(kind, cell.text, unit, year) for kind, cell in zip(kinds, line.cells, strict=True))


def _matrix(heads: Sequence[str]) -> list[Column | None]:
    """The columns of a table that has a unit a row and an indicator a column, each with its measure in brackets; else none."""
    first = 1 if heads[0] == "序号" else 0
    measured = [_IN_BRACKETS.search(said) is not None for said in heads]
    if first >= len(heads) or not _WHO.fullmatch(heads[first]) or not any(measured[first + 1 :]):
        return []
    kinds: list[Column | None] = ["measure" if has else None for has in measured]
    kinds[first] = "who"
    return kinds


def _kinds(heads: Sequence[str]) -> list[Column | None]:
    """What the heads of a row say; of 一级指标 and 二级指标 the last names what a row is about."""
    levels = [at for at, said in enumerate(heads) if _LEVEL.match(said)]
    return [None if at in levels[:-1] else _kind(said) for at, said in enumerate(heads)]


def _kind(words: str) -> Column | None:
    if len(words) >= 20:
        return None
    return next((name for name, pattern in COLUMNS if pattern.search(words)), None)


def _head(kind: Column | None, words: str, unit: str, year: int | None) -> Head:
    own = _IN_BRACKETS.search(words)
    times = periods.find(words, year) if kind in ("target", "actual", "money", "words", "measure") else []
    written = own["unit"].removeprefix("单位").lstrip("：:") if own else unit if kind == "money" else ""
    if kind == "target" and _RATE.search(words):
        written = written or "%"
    if kind == "target" and times and times[-1].past:
        kind = "actual"
    return Head(kind, _IN_BRACKETS.sub("", words).strip(), written, times[-1].value if times else None)


def _paired(header: Sequence[Head], line: Line) -> tuple[tuple[Head, Cell], ...]:
    """Each cell with its column; where cells are missing, by what they hold."""
    if line.fixed or len(line.cells) == len(header):
        return tuple(zip(header, line.cells, strict=False))
    by = {head.kind: head for head in reversed(header)}
    words = by.get("words") or by.get("indicator") or header[0]
    return tuple((by.get(_content(cell.text)) or words, cell) for cell in line.cells)


def _content(words: str) -> Column | None:
    if words and contents.TIME.fullmatch(words):
        return "period"
    return "actors" if contents.UNITS.fullmatch(words) else None
