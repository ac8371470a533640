"""Deadlines that stand beside a sentence: in the next cells of its row, or in the lines under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.reading import periods
from luoshi.reading.openings import quick
from luoshi.reading.sentences import Body, Sentence

_CELL = quick(r"[^\n|\t]+")
_OWNER = quick(r"(?:局|委|办|办公室|公司|中心|镇|乡|街道|集团|部门|指挥部|管委会|部|院|社|大队|支队|集团公司)$")
_NUMBER = re.compile(r"\d{1,3}$")
_LABEL = re.compile(r"(?:计划)?(?:完成)?(?:时限|时间|期限)[:：]?")
_HEADER = quick(r"(?:完成|建设|办结)?(?:时限|期限|时间)(?:节点|要求)?[ \t]*(?=[|\n\t])")
SIGHT, LONGEST, CELLS = 200, 24, 6
_REST = 6
_LIMIT = quick(r"(?:底|末|之?前)(?:[\u4e00-\u9fff]{2,6})?$")


def deadline(body: Body, sentence: Sentence) -> str | None:
    """The time limit beside a sentence that ends its line or its cell; None where it stands in running text."""
    text = body.text
    if sentence.end < len(text) and text[sentence.end] not in "\n|\t ":
        return None
    table = _HEADER.search(text, 0, sentence.start) is not None
    owned = table or text[sentence.end : sentence.end + 4].strip(" \n")[:1] in ("|", "\t")
    for cell in _cells(text, sentence.end):
        if len(cell) > LONGEST or _NUMBER.match(cell):
            break
        found = _time(cell, body.year)
        if found:
            return found if owned or _LIMIT.search(cell) else None
        owned = owned or _OWNER.search(cell) is not None
    return _before(body, sentence) if table else None


def _before(body: Body, sentence: Sentence) -> str | None:
    """The time in a cell before the sentence, where a column of times stands left of its own."""
    text = body.text
    cells = [match.group().strip() for match in _CELL.finditer(text, max(0, sentence.start - SIGHT), sentence.start)]
    for cell in [cell for cell in reversed(cells) if cell][:CELLS]:
        if _NUMBER.fullmatch(cell) and len(cell) < 4 or len(cell) > LONGEST:
            return None
        found = _time(cell + ("年" if _NUMBER.fullmatch(cell[-3:]) and len(cell) == 4 else ""), body.year)
        if found:
            return found
    return None


def _cells(text: str, start: int) -> Iterator[str]:
    count = 0
    for match in _CELL.finditer(text, start, start + SIGHT):
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
