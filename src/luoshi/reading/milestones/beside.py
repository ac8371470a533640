"""Deadlines that stand beside a sentence: in the next cells of its row, or in the lines under it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from luoshi.reading import deadlines, headed, periods
from luoshi.reading.openings import lazy, quick
from luoshi.reading.sentence import Sentence
from luoshi.reading.sentences import Body

_CELL = quick(r"[^\n|\t]{1,400}")
_OWNER = quick(r"(?:局|委|办|办公室|公司|中心|镇|乡|街道|集团|部门|指挥部|管委会|部|院|社|大队|支队)$")
_NUMBER = lazy(r"\d{1,3}$")
_LABEL = lazy(r"(?:计划)?(?:完成)?(?:时限|时间|期限)[:：]?")
_HEADER = quick(r"(?:时限|期限|时间)(?:节点|要求)?[ \t]{0,9}[|\n\t]")
_LIMIT = quick(r"(?:底|末|之?前)(?:[\u4e00-\u9fff]{2,6})?$")
_YEAR = lazy(r"20\d\d$")
SIGHT, LONGEST, CELLS = 200, 24, 6
_REST = 6


class Limits:
    """The time limits beside the sentences of a text."""

    def __init__(self, body: Body) -> None:
        self._body = body

    @cached_property
    def _table(self) -> int:
        """Where the first header of a column of times ends; past the text where there is none."""
        header = _HEADER.search(self._body.text, self._body.start, self._body.end)
        return header.end() if header else self._body.end

    def deadline(self, sentence: Sentence) -> str | None:
        """The time limit beside a sentence that ends its line or its cell, or that of the item that it stands in."""
        given = self._beside(sentence) or self._given.at(sentence.start)
        return (headed.above(self._under, sentence.start) if given is None else given) or None

    @cached_property
    def _under(self) -> list[headed.Stretch]:
        return headed.stretches(self._body)

    @cached_property
    def _given(self) -> deadlines.Given:
        return deadlines.Given(self._body)

    def _beside(self, sentence: Sentence) -> str | None:
        """None where it stands in running text."""
        text = self._body.text
        if sentence.end < len(text) and text[sentence.end] not in "\n|\t ":
            return None
        table = self._table <= sentence.start
        owned = table or text[sentence.end : sentence.end + 4].strip(" \n")[:1] in ("|", "\t")
        for cell in _cells(text, sentence.end):
            if len(cell) > LONGEST or _NUMBER.match(cell):
                break
            found = _time(cell, self._body.year)
            if found:
                return found if owned or _LIMIT.search(cell) else None
            owned = owned or _OWNER.search(cell) is not None
        return self._before(sentence) if table else None

    def _before(self, sentence: Sentence) -> str | None:
        """The time in a cell before the sentence, where a column of times stands left of its own."""
        start = max(self._body.start, sentence.start - SIGHT)
        cells = [match.group().strip() for match in _CELL.finditer(self._body.text, start, sentence.start)]
        for cell in [cell for cell in reversed(cells) if cell][:CELLS]:
            if _NUMBER.fullmatch(cell) or len(cell) > LONGEST:
                return None
            found = _time(cell + "年" if _YEAR.fullmatch(cell) else cell, self._body.year)
            if found:
                return found
        return None


def _cells(text: str, start: int) -> Iterator[str]:
    """The next cells of the row, or the next lines, without empty ones."""
    count, stop = 0, start + SIGHT
    if text[start : start + 2].strip(" ")[:1] == "|":
        stop = min(stop, max(text.find("\n", start), 0) or len(text))
    for match in _CELL.finditer(text, start, stop):
        cell = match.group().strip()
        if cell:
            yield cell
            count += 1
        if count == CELLS:
            return


def _time(cell: str, year: int | None) -> str | None:
    """The time a cell names, where it says little else: 12月底前, 5月底前动工."""
    label = _LABEL.match(cell)
    found = periods.find(cell, year)
    if not found or found[0].past or found[-1].recurs:
        return None
    said = len(cell) - (label.end() if label else 0) - sum(one.end - one.start for one in found)
    return found[-1].value if said <= _REST else None
