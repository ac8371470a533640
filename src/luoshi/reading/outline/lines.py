"""Lines of their own that head what stands below them, told from titles, signatures and items."""

from __future__ import annotations

from luoshi.reading.outline import rules
from luoshi.reading.outline import words as known
from luoshi.reading.outline.candidates import Candidate
from luoshi.reading.outline.page import Page
from luoshi.reading.outline.survey import Survey

#: A line so long is text and no line of a title; a paragraph so long is the body of a heading.
_TEXT_LEAST, _BODY_LEAST = 80, 40
#: A line so long that ends without a mark breaks off inside its sentence.
_OPEN_LEAST = 20


def lines(page: Page, found: Survey) -> list[Candidate]:
    """Lines and labels with something under them; the titles of documents are none."""
    kept: set[int] = set()
    titles: set[int] = set()
    for line in reversed(found.lines):
        one = found.lines[line]
        if one.form == "line" and (line + 1 in titles or _is_title(page, found, one)):
            titles.add(line)
        elif line + 1 < len(page.words) and line not in found.above and _heads(page, found, one, line + 1 in kept):
            kept.add(line)
    return [one for line, one in found.lines.items() if line in kept]


def _is_title(page: Page, found: Survey, one: Candidate) -> bool:
    line, words = one.line, page.words[one.line]
    if line == 0:
        return words[0] not in rules.SIGNS
    if known.SECTION.match(words):
        return False
    if known.OWN_TITLE.search(words) and any(known.CARRYING.search(above) for above in page.words[:line]):
        return True
    return known.TITLE_LINE.search(words) is not None and (line in found.above or known.OF_A_BODY.search(words) is not None)


def _heads(page: Page, found: Survey, one: Candidate, led: bool) -> bool:
    """Whether text, a numbering or another heading stands right below; ``led`` tells of the last."""
    words, below = page.words[one.line], page.words[one.line + 1]
    if _goes_on(page, found, one.line):
        return False
    if below[0] in rules.BULLETS:
        return below[0] != words[0]
    head = found.heads.get(one.line + 1)
    if led or (head is not None and head.number == 1):
        return True
    if below[-1] not in "。!?;)”…":
        return False
    return len(below) > max(_BODY_LEAST, one.end - one.start) or _is_item(below, one)


def _goes_on(page: Page, found: Survey, line: int) -> bool:
    """Whether the line above breaks off, so that this one is its rest."""
    if line == 0 or line - 1 in found.lines or line - 1 in found.heads:
        return False
    above = page.words[line - 1]
    return len(above) >= _OPEN_LEAST and known.BREAKS_OFF.search(above) is not None and not known.NOT_A_LINE.search(above)


def _is_item(below: str, one: Candidate) -> bool:
    """A short sentence that says something under a line: a promise with its number, or any under a label."""
    return len(below) > 8 and (one.form == "label" or known.QUANTITY.search(below) is not None)
