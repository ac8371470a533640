"""What stands under a time that a line, or the first cell of a row, names: 3月份, 一季度：, 第一季度 | …."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from luoshi.reading.model import Heading
from luoshi.reading.openings import lazy, quick
from luoshi.reading.periods import Period
from luoshi.reading.sentences import Body

# A line that only names a time, and a time in front of its line.
_NUMBERED = lazy(r"\s{0,8}(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．:：])?\s{0,4}")
_WORK = lazy(
    r"(?:(?:重点|主要|工作|任务|计划|目标|安排){0,3})[ \t]{0,4}(?P<mark>[:：]?[ \t]{0,4}(?=\n|$)|[:：])"
)
_ALONE = lazy(r"(?P<mark>[:：]?[ \t]{0,4}(?=\n|$)|[:：])")
_CELL = lazy(r"[ ]{0,4}[|\t]")
_NEW_TRAIN = quick(r"\n[一二三四五六七八九十]{1,3}、")
#: Characters that a line with a time may head.
_LONGEST = 1500


class Stretch(NamedTuple):
    """text[start:end] stands under a time that a line names."""

    start: int
    end: int
    value: str


def stretches(body: Body) -> list[Stretch]:
    """What stands under a line like 3月份, and what stands behind 一季度： in its own line."""
    found: list[Stretch] = []
    for period, end, heads in _lines(body):
        if found and found[-1].end > period.start:
            found[-1] = found[-1]._replace(end=period.start)
        if body.text[end - 1] in "|\t":
            stop = _rows(body, end)
        else:
            stop = _train(body, end) if heads else body.text.find("\n", end, body.end)
        found.append(Stretch(period.start, stop if stop >= 0 else body.end, period.value))
    return found


def _lines(body: Body) -> Iterator[tuple[Period, int, bool]]:
    text = body.text
    for sentence in body.sentences:
        for period in sentence.periods:
            if not _can_head(text[period.start : period.end], period):
                continue
            start = text.rfind("\n", 0, period.start) + 1
            if period.start - start > 8 or not _NUMBERED.fullmatch(text, start, period.start):
                continue
            head = (_ALONE if period.whole else _WORK).match(text, period.end) or _CELL.match(
                text, period.end
            )
            if head:
                yield period, head.end(), head.end() >= len(text) or text[head.end()] == "\n"


def _can_head(said: str, period: Period) -> bool:
    """Whether a line may head others with this time: no limit (6月底前), no day, no half of a year."""
    limited = period.by or said[-1] in "日号底末" or "半年" in said
    return not (period.past or period.recurs or limited or period.value in ("year", "year-end"))


def _rows(body: Body, place: int) -> int:
    """The end of the rows that a cell with a time stands left of: its own, and those below with fewer cells."""
    text, mark = body.text, body.text[place - 1]
    stop = text.find("\n", place, body.end)
    cells = 1 + text.count(mark, place, stop)
    while 0 <= stop < place + _LONGEST:
        following = text.find("\n", stop + 1, body.end)
        if not 0 < text.count(mark, stop, following) < cells:
            break
        stop = following
    return stop


def _train(body: Body, place: int) -> int:
    """The end of what a time above may head: the next heading or the next 一、, and not for ever."""
    stop = min(place + _LONGEST, body.end)
    index = bisect_right(body.outline, place, key=_heading_start)
    if index < len(body.outline):
        stop = min(stop, body.outline[index].start)
    found = _NEW_TRAIN.search(body.text, place, stop)
    return found.start() if found else stop


def _heading_start(heading: Heading) -> int:
    return heading.start


def above(found: Sequence[Stretch], place: int) -> str | None:
    """The time of the line that ``place`` stands under, or None."""
    index = bisect_right(found, place, key=_start) - 1
    return found[index].value if index >= 0 and place < found[index].end else None


def _start(stretch: Stretch) -> int:
    return stretch.start
