"""One way down the page: the candidates of each line, and which lines stand where titles and signatures stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from luoshi.reading.outline import rules, words as known
from luoshi.reading.outline.candidates import Candidate, numbered, opening, plain
from luoshi.reading.outline.page import Mark, Page, mark_at

#: A closed line so long is text; so is any line twice as long.
TEXT_LEAST = 30
#: Marks that damage leaves before the first character of a line.
_STRAY = frozenset("。,;、")


class Survey(NamedTuple):
    """All candidates by kind, each in order of place; ``heading`` holds the lines above the body of a document."""

    numbered: list[Candidate]
    lines: dict[int, Candidate]
    openings: dict[int, Candidate]
    heads: dict[int, Candidate]
    above: set[int]


def survey(page: Page) -> Survey:
    """Every candidate of the page."""
    found = Survey([], {}, {}, {}, set())
    inside = page.marks()
    above, attached = True, False
    for line, words in enumerate(page.words):
        marks = inside.get(line, ())
        mark = mark_at(words, 0) if words[0] in rules.HEADS else mark_at(words, 1) if words[0] in _STRAY else None
        if mark is not None and _is_page_number(mark, marks, words):
            mark = None
        if mark is not None and not attached:
            above = not _numbered(page, line, mark, marks, found) and above
        elif mark is None:
            attached = words.startswith(known.ATTACHED)
            above = _unnumbered(page, line, above, found)
        if marks and mark is not None and marks[0].start <= mark.start:
            marks = marks[1:]
        if marks:
            found.numbered.extend(_inline(page, line, marks))
    return found


def _is_page_number(mark: Mark, marks: Sequence[Mark], words: str) -> bool:
    """A number that counts pages of a text cut up by a site of documents: larger parts begin inside its page."""
    if mark.style != "point" or not marks:
        return False
    return len(words) > 120 and any(one.style in ("comma", "bracket") for one in marks)


def _numbered(page: Page, line: int, mark: Mark, marks: Sequence[Mark], found: Survey) -> bool:
    """Takes up the head of a numbered line; whether the body has begun."""
    words = page.words[line]
    if "\t" in words or words[-1] == "|":
        return False
    if words[0] in rules.SIGNS and (one := plain(page, line, 1)) is not None:
        found.lines[line] = one
        return False
    one = numbered(page, line, mark, "numbered", marks[0].start if marks else 0)
    found.heads[line] = one
    found.numbered.append(one)
    return one.fit or one.style != "dash"


def _unnumbered(page: Page, line: int, above: bool, found: Survey) -> bool:
    """Takes up a line without a number; whether what follows still stands above a body."""
    words = page.words[line]
    size = len(words)
    if size <= known.LINE_MOST and (one := plain(page, line)) is not None:
        found.lines[line] = one
        if above and not _heads_at_once(page, one):
            found.above.add(line)
            return True
        return False
    if size > known.TITLE_LEAST and (begun := opening(page, line)) is not None:
        found.openings[line] = begun
    if size > 2 * TEXT_LEAST or (size > TEXT_LEAST and "。" in words):
        return False
    if words[-1] == ":" and known.ADDRESS.match(words):
        return False
    return above or (size < TEXT_LEAST and known.LETTER_ENDS.match(words) is not None)


def _heads_at_once(page: Page, one: Candidate) -> bool:
    """What heads a part even before any text: 01 above it, the name of a part, a place with a colon, items below."""
    line, words = one.line, page.words[one.line]
    if line and len(page.words[line - 1]) <= 3 and page.words[line - 1].isdigit():
        return True
    if one.form == "label":
        return known.PLACE.search(words) is not None
    if not line:
        return False
    if known.SECTION.match(words):
        return True
    below = page.words[line + 1] if line + 1 < len(page.words) else ""
    return below[:1] in rules.BULLETS and not known.TITLE_LINE.search(words)


def _inline(page: Page, line: int, marks: Sequence[Mark]) -> list[Candidate]:
    ends = [one.start for one in marks[1:]] + [0]
    return [
        numbered(page, line, mark, "inline", end) for mark, end in zip(marks, ends, strict=True)
    ]
