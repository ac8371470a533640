"""What the heads of a table say of the cells below: indicator, unit, target, who answers, until when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from luoshi.reading import periods
from luoshi.reading.openings import lazy, quick
from luoshi.reading.tables.grids import Cell, Line

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
            r"(?:上年|去年|20\d{2}年).{0,4}(?:实绩|完成|实际|基数)|(?:^|年)(?:完成情况|实际完成|基数"
            r"|完成[数值额]|实[际绩][数值]?|现状值?)$"
        ),
    ),
    ("words", lazy(r"建设内容|工作内容|工作任务|重点任务|主要任务|进度安排")),
    ("money", lazy(r"投资|资金|金额|经费|预算")),
    (
        "target",
        lazy(
            r"目标(?!任务分解)|指标要求|任务数|计划数|目标值|指标值|计划|20\d{2}年|增[长幅速]|^(?:第?[一二三四]季度"
            r"|上半年|全年|[1-9]\d?月份?)$"
        ),
    ),
    ("indicator", lazy(r"指标|项目|内容|名称|事项|实事")),
    ("words", lazy(r"任务|工作|举措|措施")),
)
_IN_BRACKETS = quick(r"[(（](?P<unit>[^()（）\d]{1,8})[)）]$")
#: 任 务 名 称: what a page has spread over its column.
_SPREAD = lazy(r"[\u4e00-\u9fff](?:[ \u3000]{1,4}[\u4e00-\u9fff]){1,8}")
_ABOVE = quick(r"单位[:：]\s{0,3}(?P<unit>[^\s()（）:：]{1,8})")
_LEVEL = lazy(r"[一二三四]级(?:指标|目标|任务)")
#: A rate beside a target.
RATE = quick(r"增[长幅速]")
# A header has years and quarters, but no figures.
_FIGURE = quick(r"(?<![\d.年—-])(?!20\d\d|[1-4]季度|1?\d月|[1-9]-1?\d月)\d")
#: Whose row it is where each column is an indicator.
_WHO = lazy(
    r"(?:责任)?单位(?:名称)?|乡镇(?:[(（]街道[)）])?|镇街|镇办|县区|县?市区|区县|部门|地区|园区|板块|乡镇街道"
)


class Head(NamedTuple):
    """A column: what it says, its own words, and the unit and the time that they name."""

    kind: Column | None
    text: str
    unit: str
    period: str | None


def header(text: str, line: Line, year: int | None) -> tuple[Head, ...] | None:
    if any(_FIGURE.search(cell.text) for cell in line.cells):
        return None
    heads = [_together(cell.text) for cell in line.cells]
    kinds = _kinds(heads)
    if matrix := _matrix(heads):
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
    return tuple(_head(kind, said, unit, year) for kind, said in zip(kinds, heads, strict=True))


def _together(words: str) -> str:
    return "".join(words.split()) if _SPREAD.fullmatch(words) else words


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
    written = (
        own["unit"].removeprefix("单位").lstrip("：:") if own else unit if kind in ("money", "size") else ""
    )
    if kind == "target" and RATE.search(words):
        written = written or "%"
    if kind == "target" and times and times[-1].past:
        kind = "actual"
    return Head(kind, _IN_BRACKETS.sub("", words).strip(), written, times[-1].value if times else None)


def second(top: Line, line: Line) -> Line | None:
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
