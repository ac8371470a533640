"""Titles that their company speaks for: lists of tasks, the last of a row where a page ends, and rare ones among items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from luoshi.reading.outline import numbered_words, opening_words, rules
from luoshi.reading.outline import words as known
from luoshi.reading.outline.candidates import Candidate
from luoshi.reading.outline.page import Page
from luoshi.reading.outline.survey import Survey

#: So much is said between one title inside a paragraph and the next, and under the last.
_SAID_LEAST, _LAST_LEAST = 20, 8
#: A paragraph that titles stand in is so long.
_PARTED_LEAST = 60
#: The text under a lone title inside a paragraph is so long.
_TOLD_LEAST = 60
#: Titles so short have one shape where they are as long as one another.
_BRIEF = 6
#: The title of a paragraph that another inside may be as long as.
_TWIN = 8
#: Titles in two halves differ by so many characters.
_ALIKE = 3
#: A list of tasks has at least so many.
_TASKS_LEAST = 3
#: So many short tasks of one length in a paragraph are titles wherever they stand.
_ROW_OF_TITLES = 3
#: Of so many numbered lines one title is too few.
_ROW_LEAST = 4


def tasks(page: Page, found: Survey) -> list[Candidate]:
    """Bare tasks counted line below line under a line that names them all: 重点抓好三项工作 1.推进… 2.建设… 3.扩大…

    Items, behind a sign or not, stand so under a bare part as well: 一、打造平台 ●一是扩大规模 ●二是做强企业 ●三是…
    """
    listed: list[Candidate] = []
    for row in _rows(found, close=True):
        over = found.heads.get(row[0].line - 1)
        led = _names_all(page, found, row[0].line - 1)
        if _counts_items(row) and over is not None and over.style in rules.PARTS:
            led = over.fit and over.rest <= 0 and page.words[over.line][-1] not in "。;:,、"
        if (
            led
            and len(row) >= _TASKS_LEAST
            and row[0].number == 1
            and all(_is_task(page, one) for one in row)
        ):
            listed += row
    return listed


def _names_all(page: Page, found: Survey, line: int) -> bool:
    return line in found.short and line not in found.above and page.words[line][-1] not in ":,、;|"


def _counts_items(row: Sequence[Candidate]) -> bool:
    return row[0].style in rules.ITEMS or (row[0].style == "dash" and row[0].number > 0)


def _is_task(page: Page, one: Candidate) -> bool:
    words, clean = page.words[one.line], page.text.clean
    if one.rest > 0 or words[-1] in "。;:,、" or known.QUANTITY.search(words):
        return False
    if known.OPENS.match(clean, one.title_start) is not None:
        return one.fit or _counts_items([one])
    short = one.end - one.title_start <= known.ROW_MOST
    return short and _counts_items([one]) and known.CLOSES.search(clean, one.title_start, one.end) is not None


def rare(found: Survey, chosen: Sequence[Candidate]) -> set[int]:
    """The places of titles that stand alone among numbered lines which are none."""
    starts, few = {one.start for one in chosen}, set[int]()
    for row in _rows(found, close=False):
        titles = [one.start for one in row if one.start in starts]
        if len(row) >= _ROW_LEAST and 0 < 4 * len(titles) <= len(row):
            few.update(titles)
    return few


def promised(page: Page, found: Survey, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The one of a row of titles that holds a number: (二)优良天数达85%以上。… (三)改善住房。… (四)办好学校。…; or
    whose text goes on behind a comma: 四、推进扩容行动,新建厂房3栋,…"""
    starts = {one.start for one in chosen}
    parts = (one for one in found.heads.values() if one.style in rules.PARTS)
    odd: list[Candidate] = []
    for row in _counted_on(parts):
        others = [one for one in row if one.start not in starts]
        if len(row) < _TASKS_LEAST or len(others) != 1:
            continue
        if len(row) >= _ROW_LEAST and _is_short(page, others[0]):
            odd += others
        elif hit := numbered_words.CUT_AT_TASK.match(page.text.clean, others[0].title_start):
            rest = others[0].rest + others[0].end - hit.end()
            odd.append(others[0]._replace(end=hit.end(), rest=rest, fit=True))
    return odd


def _is_short(page: Page, one: Candidate) -> bool:
    title = page.text.clean[one.title_start : one.end]
    return one.rest > _SAID_LEAST and len(title) <= known.CLOSED_MOST and "," not in title


def _counted_on(some: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Those of a style that count on from one another."""
    rows: dict[str, list[Candidate]] = {}
    for one in some:
        row = rows.get(one.style)
        if row and one.number == row[-1].number + 1:
            row.append(one)
            continue
        if row:
            yield row
        rows[one.style] = [one]
    yield from rows.values()


def _rows(found: Survey, *, close: bool) -> Iterator[list[Candidate]]:
    """The numbered lines in rows that count on, line below line where they are to be ``close``; dashes make one row."""
    rows: dict[str, list[Candidate]] = {}
    for one in found.heads.values():
        items = close and _counts_items([one])
        if one.style in rules.PARTS or (
            not items and (one.style in rules.ITEMS or (close and one.style == "dash"))
        ):
            continue
        row = rows.get(one.style)
        if (
            row
            and ((one.style == "dash" and not close) or one.number == row[-1].number + 1)
            and (not close or one.line == row[-1].line + 1)
        ):
            row.append(one)
            continue
        if row:
            yield row
        rows[one.style] = [one]
    yield from rows.values()


def ends_row(page: Page, found: Survey, one: Candidate) -> bool:
    """Whether a title that a page ends with counts on from titles with words, or begins a part right below its heading."""
    title = page.text.clean[one.title_start : one.end]
    if not one.fit or one.style in rules.ITEMS or one.style == "dash" or opening_words.CALLS_ON.match(title):
        return False
    above = found.heads.get(one.line - 1)
    if one.number == 1 and above is not None and above.rank < one.rank and above.rest <= 0:
        return True
    before = [c for c in found.heads.values() if c.style == one.style and c.line < one.line]
    return bool(before) and all(c.fit and _has_words(found, c) for c in before)


def _has_words(found: Survey, one: Candidate) -> bool:
    return one.rest > 0 or one.line + 1 not in found.heads


def within(page: Page, chosen: Sequence[Candidate]) -> list[Candidate]:
    """Short tasks inside paragraphs that their headings open: (三)提升城市能级。打造交通枢纽。… 完善城市功能。…"""
    lines = Counter(one.line for one in chosen)
    told = [
        (one, _within(page, one))
        for one in chosen
        if lines[one.line] == 1 and _is_told(page, one, _PARTED_LEAST)
    ]
    found = [title for _, titles in told if len(titles) > 1 for title in titles]
    found += [
        under[0]
        for (before, above), (one, under) in pairwise(told)
        if len(above) > 1
        and len(under) == 1
        and _follows(chosen, before, one)
        and _names_task(under[0], page)
    ]
    taken = {title.line for title in found}
    return found + [title for one, _ in told if one.line not in taken for title in _halves(page, one)]


def _follows(chosen: Sequence[Candidate], before: Candidate, one: Candidate) -> bool:
    """Whether a heading is the next of its style: by its number, or with none between the two."""
    if one.style != before.style or one.number:
        return one.style == before.style and one.number == before.number + 1
    return not any(before.start < other.start < one.start for other in chosen)


def _names_task(one: Candidate, page: Page) -> bool:
    """Whether a lone title inside a paragraph stands over a long text and is no piece of work itself: 启动某某大桥建设。"""
    return _is_told(page, one, _TOLD_LEAST) and not opening_words.WORKS.match(page.text.clean, one.start)


def _is_told(page: Page, one: Candidate, least: int) -> bool:
    """Whether so much stands under a title in its paragraph, or as much as the page shows before it breaks off."""
    cut_off = one.line + 1 == len(page.words) and page.words[one.line][-1] not in "。;:!"
    return one.rest > (_SAID_LEAST if cut_off else least)


def _halves(page: Page, one: Candidate) -> list[Candidate]:
    """Tasks in two halves inside a paragraph whose opening has two halves too, as long as that and with words below.

    Or those that double their verb as the opening does: 做精做强农业。… 做稳做实工业。…
    """
    words, base = page.words[one.line], page.starts[one.line]
    size = one.end - one.start
    halves = words.count(",", 0, one.end - base)
    doubled = not halves and words[0] == words[2]
    if one.style == "opening" and not halves and not doubled and size <= _TWIN:
        return _twins(page, one)
    if one.style != "opening" or not (halves == 1 or doubled):
        return []
    pattern = opening_words.RUN_IN if doubled else opening_words.HALVES
    hits = [hit for hit in pattern.finditer(words, size) if abs(len(hit[1]) - size) <= _ALIKE]
    hits = [hit for hit in hits if not doubled or hit[1][0] == hit[1][2] == words[0]]
    if len(hits) < 2 - doubled or not _apart(hits, len(words)):
        return []
    return [_run_in(one, base, hit, len(words))._replace(style="opening", rank=rules.OPENING) for hit in hits]


def _twins(page: Page, one: Candidate) -> list[Candidate]:
    """Tasks inside a paragraph, each as long as the one that opens it: 完善基础设施。… 加强环境整治。…"""
    words, base, size = page.words[one.line], page.starts[one.line], one.end - one.start
    if not known.OPENS.match(words):
        return []
    hits = [hit for hit in opening_words.RUN_IN.finditer(words, size) if len(hit[1]) == size]
    if not hits or hits[0].start() - size < _SAID_LEAST or not _apart(hits, len(words)):
        return []
    told = len(words) - hits[-1].end() >= _SAID_LEAST
    return (
        [_run_in(one, base, hit, len(words))._replace(style="opening", rank=one.rank) for hit in hits]
        if told
        else []
    )


def _within(page: Page, one: Candidate) -> list[Candidate]:
    """The tasks in the paragraph, the first right behind its heading."""
    words, base = page.words[one.line], page.starts[one.line]
    hits = list(opening_words.RUN_IN.finditer(words, one.end - base))
    if not hits or hits[0].start() != one.end - base:
        hits = _of_one_length(hits)
        if not hits or not _apart(hits, len(words)):
            return []
    if not _apart(hits, len(words)):
        hits = _shaped_alike(hits, len(words)) or _told(hits, len(words))
    return [_run_in(one, base, hit, len(words)) for hit in hits]


def _shaped_alike(hits: list[re.Match[str]], size: int) -> list[re.Match[str]]:
    """Those shaped after the first: 着力… 着力…"""
    hits = [hit for hit in hits if hit[1][:2] == hits[0][1][:2] or _echoes(hits[0][1], hit[1])]
    return hits if len(hits) > 1 and _apart(hits, size) else []


def _told(hits: list[re.Match[str]], size: int) -> list[re.Match[str]]:
    """Those with something under them, the first among them; one right before another has nothing."""
    told = [*(a for a, b in pairwise(hits) if b.start() > a.end()), hits[-1]]
    return told if told[0] is hits[0] and len(told) >= _ROW_OF_TITLES and _apart(told, size) else []


def _of_one_length(hits: list[re.Match[str]]) -> list[re.Match[str]]:
    """Those of three or more that are as long as one another; none where others stand among them."""
    sizes = {len(hit[1]) for hit in hits}
    return hits if len(sizes) == 1 and len(hits) >= _ROW_OF_TITLES else []


def _apart(hits: Sequence[re.Match[str]], size: int) -> bool:
    """Whether something is said between each of the titles and the next, and under the last."""
    between = all(
        b.start(1) - a.end() >= (_LAST_LEAST if _echoes(a[1], b[1]) else _SAID_LEAST)
        for a, b in pairwise(hits)
    )
    return between and size - hits[-1].end() >= _LAST_LEAST


def _echoes(one: str, other: str) -> bool:
    """Whether two titles have one shape: 签约一批 / 谋划一批, 推动老区提质 / 推进新区扩容, 壮大工业规模 / 发展现代农业."""
    alike = len(one) <= _BRIEF or one[-2:] == other[-2:] or one[:1] == other[:1]
    return len(one) == len(other) and alike


def _run_in(one: Candidate, base: int, hit: re.Match[str], size: int) -> Candidate:
    start = base + hit.start(1)
    return Candidate(
        one.line, "opening", "within", rules.WITHIN, 0, start, start, base + hit.end(), size - hit.end()
    )
