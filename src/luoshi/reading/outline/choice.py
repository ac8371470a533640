"""Which candidates are headings: a heading has something under it, items count on, and openings come in company."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from luoshi.reading.outline import rules
from luoshi.reading.outline import words as known
from luoshi.reading.outline.candidates import Candidate
from luoshi.reading.outline.lines import lines
from luoshi.reading.outline.page import Page
from luoshi.reading.outline.survey import Survey

_LINE_MOST = 50
#: A body has at least so many characters.
_BODY_LEAST = 8


def choose(page: Page, found: Survey) -> list[Candidate]:
    """The headings among the candidates, in order of place."""
    fixed = lines(page, found)
    fixed += [c for c in found.heads.values() if c.fit and c.style not in _COUNTED and _has_body(page, found, c)]
    fixed.sort(key=_place)
    items = list(_counted(page, found.numbered, alone=not fixed))
    if items:
        fixed = sorted([*fixed, *items], key=_place)
    openings = list(_openings(page, fixed, found.openings))
    return sorted([*fixed, *openings], key=_place) if openings else fixed


def _place(one: Candidate) -> int:
    return one.start


# --- heads of numbered lines


def _has_body(page: Page, found: Survey, one: Candidate) -> bool:
    """Whether words follow, in the line or under it; a list of bare items has none."""
    if one.rest or one.style in ("part", "chapter", "joint"):
        return True
    below = _below(page, one.line)
    parts = one.style in rules.PARTS
    if below > one.line + 1 and known.QUANTITY.search(page.text.clean, one.title_start, one.end):
        return False
    if below >= len(page.words) or known.ends_letter(page.words[below]):
        return parts and not _is_promise(page, one)
    follower = found.heads.get(below)
    if follower is None or follower.rank > one.rank:
        return parts or not _is_promise(page, one)
    return follower.rank < one.rank and parts and not _is_promise(page, one)


def _below(page: Page, line: int) -> int:
    """The next line that is more than who answers."""
    below = line + 1
    while below < len(page.words) and known.RESPONSIBLE.match(page.words[below]):
        below += 1
    return below


def _is_promise(page: Page, one: Candidate) -> bool:
    clean = page.text.clean
    closed = clean[one.end : one.end + 1] == "。" and one.end - one.title_start > known.CLOSED_MOST
    return closed or known.QUANTITY.search(clean, one.title_start, one.end) is not None


# --- items that count on: 一是 … 二是 …

#: Styles that stand or fall with their row.
_COUNTED = frozenset({"item", "ordinal"})


def _counted(page: Page, numbered: Iterable[Candidate], *, alone: bool) -> Iterator[Candidate]:
    """Candidates inside paragraphs, and items at the head of them, that count on in a row of titles."""
    rows: dict[str, list[Candidate]] = {}
    for one in numbered:
        row = rows.get(one.style)
        if row and one.number == row[-1].number + 1:
            row.append(one)
        elif row and one.form == "inline" and one.number != 1:
            continue
        else:
            yield from _of_row(page, row or (), alone)
            rows[one.style] = [one]
        for style in [style for style in rows if rules.STYLES[style].rank > one.rank]:
            yield from _of_row(page, rows.pop(style), alone)
    for row in rows.values():
        yield from _of_row(page, row, alone)


def _of_row(page: Page, row: Sequence[Candidate], alone: bool) -> Iterator[Candidate]:
    """The titles of one row, where most of it are titles with words under them."""
    counted = [one for one in row if one.form == "inline" or one.style in _COUNTED]
    if not counted or (len(row) < 2 and row[0].form == "inline" and not _opens_a_row(page, row[0])):
        return
    titles = sum(one.fit and bodied for one, bodied in zip(row, _bodied(row), strict=True))
    if 5 * titles < 3 * len(row):
        return
    if alone and row[0].form == "inline" and row[0].style in _COUNTED and 2 * sum(_opens(page, c) for c in row) < len(row):
        return
    yield from (one for one in counted if one.fit)


def _opens_a_row(page: Page, one: Candidate) -> bool:
    """Whether the first mark of the next style stands right after the title: 一、推进情况(一)…"""
    if one.style not in rules.PARTS:
        return False
    hit = rules.MARK.match(page.text.clean, one.end)
    return hit is not None and rules.number(hit[(hit.lastindex or 0) + 1]) == 1


def _bodied(row: Sequence[Candidate]) -> Iterator[bool]:
    """For each of a row, whether words stand between its title and the next."""
    for one, after in zip(row, row[1:], strict=False):
        yield after.line > one.line or after.start - one.end > _BODY_LEAST
    yield row[-1].rest > _BODY_LEAST


# --- openings


def _openings(page: Page, fixed: Sequence[Candidate], openings: dict[int, Candidate]) -> Iterator[Candidate]:
    """Openings in company: most paragraphs of their stretch have one. A lone one must look the part."""
    if not openings:
        return
    taken = sorted({c.line for c in fixed})
    for at, run in groupby(
        (c for c in openings.values() if not _holds(taken, c.line)), lambda c: bisect_left(taken, c.line)
    ):
        here = list(run)
        first = taken[at - 1] + 1 if at else 0
        stop = taken[at] if at < len(taken) else len(page.words)
        if len(here) == 1:
            chosen = _stands_alone(page, here[0]) and _ends(page, range(first, stop), here[0])
        else:
            company = 5 * len(here) >= 3 * (stop - here[0].line)
            chosen = company and 2 * sum(_opens(page, one) for one in here) >= len(here)
        if chosen:
            yield from here


def _holds(taken: Sequence[int], line: int) -> bool:
    at = bisect_left(taken, line)
    return at < len(taken) and taken[at] == line


def _ends(page: Page, stretch: range, one: Candidate) -> bool:
    """Whether it opens the only text of its stretch, or the text after one paragraph of introduction."""
    texts = [line for line in stretch if len(page.words[line]) >= _LINE_MOST]
    return len(texts) <= 2 and texts[-1:] == [one.line]


def _opens(page: Page, one: Candidate) -> bool:
    return known.OPENS.match(page.text.clean, one.title_start) is not None


def _stands_alone(page: Page, one: Candidate) -> bool:
    """The name of a task and not the first statement of a text."""
    if one.style == "bracketed":
        return True
    short = one.end - one.start <= known.LONE_MOST
    return short and _opens(page, one) and not known.STATEMENT.search(page.text.clean, one.start, one.end)
