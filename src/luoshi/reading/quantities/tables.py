"""Tables of targets: rows under a header that names indicator, unit, target, unit responsible and time limit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from luoshi.reading import actors, periods
from luoshi.reading.openings import lazy, quick
from luoshi.reading.quantities import grids
from luoshi.reading.quantities.grids import Cell, Line

Column = Literal["indicator", "unit", "target", "actual", "money", "size", "actors", "period", "words"]

COLUMNS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("unit", lazy(r"^(?:计量)?单位(?:[(（].*)?$")),
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
        lazy(r"(?:上年|去年|20\d{2}年).{0,4}(?:实绩|完成|实际|基数)|^(?:完成情况|实际完成|基数)$"),
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
_BARE = lazy(
    r"(?P<sign>≥|≤|>|<|＞|＜|不低于|不少于|不超过|增长|下降|约)?\s?(?P<number>\d[\d,]{0,20}(?:\.\d{1,6})?)\s?(?:左右|以上|以内)?"
)
_SHORT = lazy(
    r"(?:≥|≤|>|<|＞|＜|不低于|不少于|不超过|同比|增长|增速|下降|达到?|突破|控制在|约|力争|确保|完成|保持在){0,4}\s?\d[\d,.]{0,20}\s?[^\s\d,，;；。、]{0,7}(?:以上|以内|以下|左右)?。?"
)
_IN_BRACKETS = quick(r"[(（](?P<unit>[^()（）\d]{1,8})[)）]$")
_ABOVE = quick(r"单位[:：]\s{0,3}(?P<unit>[^\s()（）:：]{1,8})")
_YEAR = lazy(r"(?P<year>20\d\d)(?:[.\-/](?P<month>1[0-2]|0?[1-9]))?")
_TIME = lazy(
    r"(?:\d[.、])?(?:20\d\d年?)?(?:[.\-/]?\d{1,2}月?)?(?:份|底|末|\d{1,2}日|[一二三四]季度|[上下]半年|年底|全年|长期)?(?:之?前|以前)?(?:完成|完工|竣工|启动|开工)?"
)
_UNITS = lazy(
    r"[^，,；;。\d]{2,40}(?:局|办|委|中心|公司|部|院|镇|乡|街道|集团|指挥部|管委会|经开区|开发区|政府|专班|组|银行|大队|站|所|会)|(?:经开|高新|开发)区|管委会|各(?:乡镇|镇街|镇|街道|单位|部门)"
)
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
        """What the row is about."""
        return self.get("indicator")

    @property
    def counts(self) -> bool:
        """Whether the row holds a number of its own column; else its cells are sentences."""
        cell = self.get("target") or self.get("actual")
        return self.name is not None and cell is not None and _SHORT.fullmatch(cell.text) is not None

    def column(self, place: int) -> Head | None:
        """The column of the cell that holds ``place``."""
        return next((head for head, cell in self.pairs if cell.start <= place < cell.end), None)


def rows(text: str, start: int, end: int, year: int | None) -> list[Row]:
    """Every row of text[start:end] that stands under a header of targets, in order."""
    found: list[Row] = []
    header: tuple[Head, ...] = ()
    for line in grids.lines(text, start, end):
        if len(line.cells) < 2:
            header = header if _is_within(line, text) else ()
        elif (named := _header(text, line, year)) is not None:
            header = named
        elif header:
            found.append(Row(line.start, line.end, _paired(header, line)))
    return found or stacked(text, start, end)


def stacked(text: str, start: int, end: int) -> list[Row]:
    """Rows of a table of which each cell became a line: what is to be done, who, and a line that is only a time."""
    limits = list(_TIME_LINE.finditer(text, start, end))
    known = bool(limits) and _LIMITS.search(text, start, end) is not None
    found: list[Row] = []
    for limit in limits:
        cells = _above(text, found[-1].end if found else max(start, limit.start() - _FAR), limit.start())
        who: list[Cell] = []
        while cells and _UNITS.fullmatch(cells[-1].text) and len(cells[-1].text) <= _SHORTEST:
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
        if _BARE.fullmatch(words):
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


def _is_within(line: Line, text: str) -> bool:
    """Nothing but marks of an empty row between two rows."""
    return not text[line.start : line.end].strip("| \t\u3000")


def bare(words: str) -> re.Match[str] | None:
    """A cell that is a number with a sign at most."""
    return _BARE.fullmatch(words)


def holding(found: Sequence[Row], place: int) -> Row | None:
    """The row that holds ``place``, or None."""
    index = bisect_right(found, place, key=_start) - 1
    return found[index] if index >= 0 and place < found[index].end else None


def _start(row: Row) -> int:
    return row.start


def answering(row: Row, place: int, year: int | None) -> tuple[tuple[str, ...], str | None]:
    """The units responsible and the time that a row gives what stands at ``place``: in cells of their own or above it."""
    who, own = row.get("actors"), row.column(place)
    units = actors.of_passage("责任单位：" + who.text) if who else ()
    return units, _limit(row, place, year) or (own.period if own else None)


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
    kinds = [_kind(cell.text) for cell in line.cells]
    known = set(kinds)
    sure = (
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


def _kind(words: str) -> Column | None:
    if len(words) >= 20:
        return None
    return next((name for name, pattern in COLUMNS if pattern.search(words)), None)


def _head(kind: Column | None, words: str, unit: str, year: int | None) -> Head:
    own = _IN_BRACKETS.search(words)
    times = periods.find(words, year) if kind in ("target", "money", "words") else []
    written = own["unit"].removeprefix("单位").lstrip("：:") if own else unit if kind == "money" else ""
    if kind == "target" and _RATE.search(words):
        written = written or "%"
    return Head(kind, _IN_BRACKETS.sub("", words).strip(), written, times[-1].value if times else None)


def _paired(header: Sequence[Head], line: Line) -> tuple[tuple[Head, Cell], ...]:
    """Each cell with its column; where cells are missing, by what they hold."""
    if line.fixed or len(line.cells) == len(header):
        return tuple(zip(header, line.cells, strict=False))
    by = {head.kind: head for head in reversed(header)}
    words = by.get("words") or by.get("indicator") or header[0]
    return tuple((by.get(_content(cell.text)) or words, cell) for cell in line.cells)


def _content(words: str) -> Column | None:
    if words and _TIME.fullmatch(words):
        return "period"
    return "actors" if _UNITS.fullmatch(words) else None
