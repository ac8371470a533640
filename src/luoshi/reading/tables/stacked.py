"""Tables without heads of which each cell became a line: what is to be done, who, and a line that is only a time."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.openings import lazy
from luoshi.reading.tables import contents
from luoshi.reading.tables.grids import Cell
from luoshi.reading.tables.heads import Head
from luoshi.reading.tables.row import Row

# A table of which every cell became a line: the line that names its column of times, and a line that is only a time.
_LIMITS = lazy(r"\n[ \u3000]*(?:计划)?(?:完成)?(?:时限|时间|期限)[ \u3000]*(?=\n)")
_TIME_LINE = lazy(
    r"\n[ \t\u3000]*(?P<time>(?:20\d\d年)?(?:1?\d月(?:份|底|末|\d{1,2}日(?=之?前|以前))?|年底"
    r"|[一二三四]季度末?|[上下]半年|全年)(?:之?前|以前)?"
    r"(?:全面|正式)?(?:完成|完工|竣工|投入使用|投用|动工|开工|启动|建成|到位|验收)?)[。;；]?[ \t\u3000]*(?=\n|$)"
)
#: How far above its time a row is looked for, of how many lines, and how long the name of a unit is.
_FAR, _DEEPEST, _SHORTEST = 400, 6, 24

_WORDS, _ACTORS, _PERIOD = (
    Head("words", "", "", None),
    Head("actors", "", "", None),
    Head("period", "", "", None),
)


def find(text: str, start: int, end: int) -> list[Row]:
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
