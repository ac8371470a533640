"""One way down the page: the candidates of each line, and which lines stand where titles and signatures stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from luoshi.reading.outline import line_words, opening_words, rules
from luoshi.reading.outline import words as known
from luoshi.reading.outline.candidates import Candidate, numbered, opening, plain, retold
from luoshi.reading.outline.page import Mark, Page, mark_at

#: A closed line so long is text; so is any line twice as long.
TEXT_LEAST = 30
#: A closed sentence so long ends what stands above a body.
_SAID_MOST = 10
#: Marks that damage leaves before the first character of a line.
_STRAY = frozenset("。,;、?")
#: A part counts on from one at most so many numbered lines above it.
_NEAR = 12
#: The title that opens a paragraph stands in so many characters.
_TITLED = 24
_OF_PARTS = frozenset({"comma", "bracket"})
_NONE: tuple[Mark, ...] = ()


class Survey(NamedTuple):
    """What may head: numbered candidates in order, those of them that begin a line, opening sentences, short lines,
    and those that are one sentence, ``closed``.

    ``above`` holds the short lines that stand above the body of a document, ``titles`` those that name it. ``retold`` are the
    sentences that sum up a part of the year.
    """

    numbered: list[Candidate]
    heads: dict[int, Candidate]
    openings: dict[int, Candidate]
    short: list[int]
    closed: list[int]
    above: set[int]
    titles: list[Candidate]
    retold: list[Candidate]


def survey(page: Page) -> Survey:
    """Every candidate of the page."""
    found = Survey([], {}, {}, [], [], set(), [], [])
    inside = page.marks()
    above, attached, sheet = True, False, 0
    for line, words in enumerate(page.words):
        marks: Sequence[Mark] = inside.get(line, _NONE)
        first = words[0]
        mark = _mark(words, first) if first in rules.MARKS or first in _STRAY else None
        if mark is None and first in rules.HAN and found.heads:
            mark = _unblanked(page, words, found)
        if mark is not None and (marks or sheet or line in page.sheets):
            inner = _NONE if line in page.parted else marks
            counts = line in page.sheets or _counts_sheets(
                mark, inner, words, sheet, inner=line in page.inner
            )
            sheet = sheet + 1 if counts else sheet
            marks = marks if counts or not marks or marks[0].start() > mark.start() else marks[1:]
            mark = None if counts else mark
        if mark is not None and ":" in words and line_words.ABOUT_PAGE.match(words, mark.end()):
            continue
        if mark is None and "篇" in words[-5:] and (piece := _piece(page, line)) is not None:
            found.heads[line] = piece
            found.numbered.append(piece)
            above = attached = False
            continue
        if mark is None:
            attached = words.startswith(line_words.ATTACHED)
            above = _unnumbered(page, line, above, found)
        elif not attached and _numbered(page, line, mark, marks, found):
            above = False
        if marks:
            found.numbered.extend(_inline(page, line, marks))
    return found


def _piece(page: Page, line: int) -> Candidate | None:
    """A piece of a collection, by the count at the end of its name, unless the page's own first line is such a name."""
    words, start = page.words[line], page.starts[line]
    hit = None if line_words.PIECE.match(page.words[0]) else line_words.PIECE.match(words)
    if hit is None:
        return None
    number = rules.NUMERALS.get(hit[1] or hit[2], 0)
    return Candidate(
        line, "numbered", "part", rules.RANKS["part"], number, start, start, start + len(words), 0
    )


def _unblanked(page: Page, words: str, found: Survey) -> Mark | None:
    """The number of a task that counts on from parts counted with a blank, where its own blank was lost: 六打造…"""
    mark = rules.UNBLANKED.match(words)
    if mark is None or known.OPENS.match(words, mark.end()) is None:
        return None
    near = islice(reversed(found.heads.values()), _NEAR)
    last = next((one for one in near if one.style == "comma"), None)
    if last is None or rules.NUMERALS.get(mark[2]) != last.number + 1:
        return None
    return mark if rules.BLANKED.match(page.text.clean, last.start) else None


def _mark(words: str, first: str) -> Mark | None:
    """The mark that a line begins with, behind what damage left before it."""
    if first in rules.MARKS and not first.isdigit():
        return mark_at(words)
    if first in _STRAY:
        return mark_at(words, len(words) - len(words.lstrip("。,;、? ")))
    dash = words.find(" —", 1, 4) if first.isdigit() else -1  # behind the number of a page
    return mark_at(words, dash + 1)


def _counts_sheets(mark: Mark, marks: Sequence[Mark], words: str, sheet: int, *, inner: bool) -> bool:
    """Whether the mark of a line only counts the sheets that a site of documents cuts its texts into."""
    if mark.lastgroup != "point" or inner:
        return False
    parts = len(words) > 120 and any(_begins(one) for one in marks)
    return parts or (sheet > 0 and rules.NUMERALS.get(mark[(mark.lastindex or 0) + 1]) == sheet + 1)


def _begins(mark: Mark) -> bool:
    """Whether a mark inside a sheet stands for a part of the text, or for the first point."""
    first = mark.lastgroup == "point" and rules.NUMERALS.get(mark[(mark.lastindex or 0) + 1]) == 1
    return first or mark.lastgroup in _OF_PARTS


def _numbered(page: Page, line: int, mark: Mark, marks: Sequence[Mark], found: Survey) -> bool:
    """Takes up a numbered line; whether the body has begun with it."""
    words = page.words[line]
    if "\t" in words or words[-1] == "|":
        return False
    if words[0] in rules.SIGNS and plain(page, line) is not None:
        found.short.append(line)
        return False
    one = numbered(page, line, mark, "numbered", marks[0].start() if marks else 0)
    found.heads[line] = one
    found.numbered.append(one)
    return one.fit


def _unnumbered(page: Page, line: int, above: bool, found: Survey) -> bool:
    """Takes up a line without a number; whether what follows still stands above a body."""
    words = page.words[line]
    size = len(words)
    told = retold(page, line) if words[0] in line_words.RETOLD_BEGINS else None
    if told is not None and (above or told.rest >= 0):
        found.retold.append(told)
        return False
    if size > known.LINE_MOST or "。" in words:
        several = words[-1] != "。" or words.count("。") > 1
        if (
            size > known.LINE_MOST
            or several
            or words[0] == "【"
            or opening_words.TIMED.match(words)
            or opening_words.STAGE.match(words)
            or opening_words.PART_TOLD.match(words)
            or words[: words.find(":", 2, 6) + 1] in opening_words.PARTS_NAMED
            or (words.find("方面,", 2, 11) > 0 and opening_words.FIELD.match(words))
        ):
            _opening(page, line, found)
        else:
            found.closed.append(line)
        return above and size <= (_SAID_MOST if words[-1] == "。" else TEXT_LEAST)
    found.short.append(line)
    if above:
        return _stays_above(page, line, found)
    return words[0] in line_words.LETTER_ENDS_BEGIN and line_words.LETTER_ENDS.match(words) is not None


def _opening(page: Page, line: int, found: Survey) -> None:
    if (begun := opening(page, line)) is not None:
        found.openings[line] = begun


def _stays_above(page: Page, line: int, found: Survey) -> bool:
    """Whether a short line above a body belongs to a title, a signature or the page, and the next line may too."""
    words = page.words[line]
    if words[-1] == ":" and (len(words) > known.LABEL_MOST or line_words.ADDRESS.match(words)):
        return False
    one = plain(page, line)
    if one is not None and _heads_at_once(page, one):
        return False
    found.above.add(line)
    if one is not None and line_words.OWN_TITLE.search(words):
        found.titles.append(one._replace(form="title"))
    return True


def _heads_at_once(page: Page, one: Candidate) -> bool:
    """What heads a part even before any text: 01 above it, the name of a part, a place with a colon or below an invitation,
    items below, a call for those that follow."""
    line, words = one.line, page.words[one.line]
    if line and len(page.words[line - 1]) <= 3 and page.words[line - 1].isdigit():
        return True
    if one.form == "label":
        return line_words.PLACE.match(words) is not None
    if not line:
        return False
    if one.style == "section" or (line_words.AREA.match(words) and _invites(page.words[line - 1])):
        return True
    if calls_for(page, line):
        return True
    below = page.words[line + 1] if line + 1 < len(page.words) else ""
    return below[:1] in rules.BULLETS and not line_words.TITLE_LINE.search(words)


def _invites(words: str) -> bool:
    """Whether a line calls out a whole sentence to those who read on."""
    return words[-1] in "!?" and len(words) > TEXT_LEAST and "," in words


def calls_for(page: Page, line: int) -> bool:
    """Whether a line calls for several tasks of one name, and two of the next lines open with one."""
    hit = opening_words.CALLS_FOR.match(page.words[line])
    return hit is not None and sum(hit[1] in one[:_TITLED] for one in page.words[line + 1 : line + _NEAR]) > 1


def _inline(page: Page, line: int, marks: Sequence[Mark]) -> list[Candidate]:
    ends = [one.start() for one in marks[1:]] + [0]
    return [numbered(page, line, mark, "inline", end) for mark, end in zip(marks, ends, strict=True)]
