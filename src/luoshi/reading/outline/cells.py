"""Titles in the rows of a table of works for the people: 1 | 扩充优质学位 | 新增学位4800个,… | 教育局 |; and in one whose
cells stand line below line: 1 / 扩充优质学位 / 新增学位4800个,… / 教育局; and the labels that open what rows tell:
1 | 招商引资:新签约项目20个,…"""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reading.outline import line_words, rules
from luoshi.reading.outline.candidates import Candidate
from luoshi.reading.outline.page import ROW_COUNT, Page, mark_at

#: So many rows, each with a title of so many characters at most.
_ROWS, _MOST = 3, 16
#: So many heads of a table at most stand between the first and the first row.
_HEADS = 6
#: What is to be done is told in so many characters, and behind a label in so many.
_TOLD, _SAID = 20, 10
#: A label stands in one of so many cells.
_FIRST_CELLS = 3


def titled(page: Page) -> Iterator[Candidate]:
    """The titles in the tables whose head names a column of works and another of what is to be done."""
    if page.counts_rows:
        for line, words in enumerate(page.words):
            if words in ROW_COUNT:
                yield from _stacked(page, line + 1)
    yield from _labelled(page)
    if "实事" not in page.text.clean:
        return
    rows: list[Candidate] = []
    column, sign = -1, ""
    for line, words in enumerate(page.words):
        if column < 0 or sign not in words:
            yield from rows if _are_kinds(page, rows) else ()
            rows = []
            sign = "\t" if "\t" in words else "|"
            column = _column(words.split(sign)) if sign in words else -1
        elif (one := _title(page, line, column, sign)) is not None:
            rows.append(one)
    yield from rows if _are_kinds(page, rows) else ()


def _are_kinds(page: Page, rows: list[Candidate]) -> bool:
    """Whether the rows are kinds of works, and most are not single works at a place: 柳塘路农贸市场改造."""
    clean = page.text.clean
    placed = sum(line_words.AT_PLACE.match(clean, one.title_start, one.end) is not None for one in rows)
    return len(rows) >= _ROWS and 2 * placed < len(rows)


def _labelled(page: Page) -> Iterator[Candidate]:
    """The labels that open what rows tell, where each of them has one of its own: 1 | 招商引资:新签约项目20个,… | 招商局 |"""
    clean = page.text.clean
    sign = "|" if "|" in clean else "\t"
    if sign not in clean:
        return
    rows: list[Candidate | None] = []
    for line, words in enumerate(page.words):
        if words.count(sign) > 1 and words[0].isdigit():
            rows.append(_label(page, line, sign))
        elif rows and sign not in words:
            yield from _all_labels(page, rows)
            rows = []
    yield from _all_labels(page, rows)


def _all_labels(page: Page, rows: list[Candidate | None]) -> list[Candidate]:
    """The labels of the rows where there are enough, all with one and no two with the same."""
    found = [one for one in rows if one is not None]
    names = {page.text.clean[one.start : one.end] for one in found}
    return found if len(found) == len(rows) == len(names) and len(names) >= _ROWS else []


def _label(page: Page, line: int, sign: str) -> Candidate | None:
    """The label that opens one of the first cells of a row that tells something."""
    words, at = page.words[line], page.starts[line]
    for cell in words.split(sign)[:_FIRST_CELLS]:
        bare = cell.strip()
        hit = line_words.CELL_LABEL.match(bare)
        if hit and len(bare) > hit.end() + _SAID and not line_words.NOT_LABELLED.of(bare):
            start = at + cell.index(bare)
            end = start + hit.end(1)
            return Candidate(line, "opening", "cell", rules.ITEM, 0, start, start, end, len(bare) - hit.end())
        at += len(cell) + 1
    return None


def _stacked(page: Page, begin: int) -> list[Candidate]:
    """The titles of a table whose cells stand line below line, its heads from ``begin`` on; none where a row has no title."""
    words = page.words
    first = next(
        (line for line in range(begin, min(begin + _HEADS, len(words))) if words[line] == "1"), begin
    )
    heads = words[begin:first]
    if (
        not heads
        or not line_words.TASK_HEAD.fullmatch(heads[0])
        or not any(map(line_words.TO_BE_DONE.search, heads[1:]))
    ):
        return []
    rows: list[Candidate] = []
    for line in range(first, len(words) - 2):
        if words[line] in ROW_COUNT:
            break
        if words[line] == str(len(rows) + 1):
            title, told = words[line + 1 : line + 3]
            if not 1 < len(title) <= _MOST or line_words.NO_WORK.search(title) or len(told) < _TOLD:
                return []
            start = page.starts[line + 1]
            rows.append(
                Candidate(line + 1, "opening", "cell", rules.ITEM, 0, start, start, start + len(title), 0)
            )
    return rows if len(rows) >= _ROWS else []


def _column(heads: list[str]) -> int:
    """Which column names the works; -1 where the row is no such head."""
    told = any(line_words.TO_BE_DONE.search(head) for head in heads)
    named = [at for at, head in enumerate(heads) if line_words.WORK_HEAD.fullmatch(head.strip())]
    return named[0] if told and named else -1


def _title(page: Page, line: int, column: int, sign: str) -> Candidate | None:
    cells = page.words[line].split(sign)
    if len(cells) <= column + 1:
        return None
    bare = cells[column].strip()
    mark = mark_at(bare)
    title = bare[mark.end() :] if mark else bare
    if not 3 < len(title) <= _MOST or line_words.NO_WORK.search(title):
        return None
    at = page.starts[line] + sum(len(cell) + 1 for cell in cells[:column])
    start = at + len(cells[column]) - len(cells[column].lstrip())
    begin, end = start + len(bare) - len(title), start + len(bare)
    rest = len(page.words[line]) - (end - page.starts[line])
    return Candidate(line, "opening", "cell", rules.ITEM, 0, start, begin, end, rest)
