"""Numbers of the sheets into which a site of documents cuts a text, in the middle of sentences: 复垦耕地不 2、少于90亩"""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reading.openings import quick
from luoshi.reading.record import Repair

#: A number behind a blank that words, a comma or a number break off before.
_CUT = quick(r"[ \n](?<=[\u4e00-\u9fff,，、\d].)(\d{1,2})、(?=[\u4e00-\u9fff“\d])")
#: A sheet is so long, with sentences of its own; so many cuts in a row, none of them the first sheet's.
_SHEET, _CUTS, _FIRST = 120, 2, 2


def find(raw: str) -> Iterator[Repair]:
    """A repair for each number that parts a sentence, where two or more count on from one another a sheet apart."""
    run: list[tuple[int, int, int]] = []
    for hit in _CUT.finditer(raw):
        number, (start, end) = int(hit[1]), hit.span()
        if run and number == run[-1][0] + 1 and _is_sheet(raw[run[-1][2] : start]):
            run.append((number, start, end))
        elif number >= _FIRST:
            yield from _taken_out(raw, run)
            run = [(number, start, end)]
    yield from _taken_out(raw, run)


def _is_sheet(words: str) -> bool:
    return len(words) >= _SHEET and ("。" in words or words.count(".") > 1)


def _taken_out(raw: str, run: list[tuple[int, int, int]]) -> Iterator[Repair]:
    if len(run) >= _CUTS:
        for _, start, end in run:
            yield Repair(start, end, "junk", raw[start:end], "")
