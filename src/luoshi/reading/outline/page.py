"""A text as its lines, and the marks of numbering inside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from luoshi.reading.model import Text
from luoshi.reading.outline import rules
from luoshi.reading.outline.line_words import (
    BRACKETED,
    BREAKS_OFF,
    CAPTION,
    CARRYING,
    JUNK_AFTER,
    JUNK_BEFORE,
    LINE_BREAK,
    PART_NUMBER,
    PART_NUMBER_BEGINS,
    PICTURE,
    TITLE_OPENS,
    TITLE_RESTS,
    TITLE_SECOND,
)
from luoshi.reading.outline.numbered_words import TITLE_BLANKED
from luoshi.reading.outline.opening_words import HOW, OF_A_KIND, TASK_BLANKED
from luoshi.reading.outline.words import shape

#: A paragraph so long may be a whole document whose line breaks were lost.
LONG = 80
#: One so long may be several, whose line breaks became blanks.
_PARTED_LEAST = 80
#: A line break that became a blank.
_BLANKED = "。 "
#: A sheet's first point stands so far down it at most.
_FIRST_MOST = 120
#: Signs that a forum strews between its lines, with letters: ; t4 Y% ~8 {
_JUNK = ('src="', "$", "^", "{", "》》", "<p", "<P", "【正文】", "# ", "#from", "**", ">>")
#: How far behind a mark a mark of the next lower style may follow, with nothing but the title between them.
TITLE_MOST = 40
#: The row of a table has so many bars.
_CELLS_LEAST = 3
#: The first head of a table that counts its rows.
ROW_COUNT = ("序号", "编号")
#: A line of text is at least about so long.
PARAGRAPH_LEAST = 50
#: Characters after which a title goes on.
_OPEN = frozenset("上中的和与及、")
#: A title that a task is glued to is so long; so many others like the task stand below.
_GLUED_LEAST, _GLUED_COMPANY = 6, 2
#: The text right below a title is so long.
_TEXT_LEAST = 20
#: The rest of a title is so short, so many are torn.
_REST_MOST, _TORN_LEAST = 10, 2


#: A mark of numbering, as its pattern matched it: the group's name is its style.
Mark = re.Match[str]


class Page:
    """The lines of a text that hold anything: ``words`` without the blanks around them, ``starts`` in clean offsets."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        #: Lines cut out of longer ones, whose own breaks had become blanks.
        self.parted: set[int] = set()
        #: All of these but the first of each line.
        self.inner: set[int] = set()
        #: The first of these, where a number stands before it and larger parts follow.
        self.sheets: set[int] = set()
        at, junk, photos = 0, any(sign in text.clean for sign in _JUNK), "摄" in text.clean
        pictures = any(f"{end}。" in text.clean for end in ("图", "图片", "图景"))
        for line in _lines(text.clean):
            words = _bare(line) if junk else line.strip()
            if words and not (words[0] in PART_NUMBER_BEGINS and PART_NUMBER.match(words)):
                start = at if len(words) == len(line) else at + line.index(words)
                if words.count("【") > 1 and (cuts := _bracketed(words)):
                    for piece, place in cuts:
                        self.words.append(piece)
                        self.starts.append(start + place)
                elif (
                    len(words) > _PARTED_LEAST
                    and words.count(_BLANKED) > 1
                    and words.count("|") < _CELLS_LEAST
                ):
                    self._part(words, start)
                else:
                    if (photos and (hit := CAPTION.match(words)) and self._is_break(start + hit.end())) or (
                        pictures and (hit := PICTURE.match(words))
                    ):
                        self.words.append(hit[0])
                        self.starts.append(start)
                        words, start = words[hit.end() :], start + hit.end()
                    self.words.append(words)
                    self.starts.append(start)
            at += len(line) + 1

    def _part(self, words: str, start: int) -> None:
        first = len(self.words)
        if words[0].isdigit() and (_counts_again(words) or rules.FLAT_AT.search(words, 3)):
            self.sheets.add(first)
        at = 0
        while at < len(words):
            stop = words.find(_BLANKED, at) + 1 or len(words)
            if title := TITLE_BLANKED.search(words, at, stop):
                stop = title.end()
            elif not at and TASK_BLANKED.match(words):
                stop = words.find(_BLANKED, stop) + 1 or len(words)
            piece = words[at:stop]
            if bare := piece.strip():
                self.parted.add(len(self.words))
                if len(self.words) > first:
                    self.inner.add(len(self.words))
                self.words.append(bare)
                self.starts.append(start + at + piece.index(bare))
            at = stop

    def marks(self) -> dict[int, list[Mark]]:
        """The marks inside the lines, in order, by line: after the end of a sentence, or where a break was lost."""
        found: dict[int, list[Mark]] = {}
        starts, words = self.starts, self.words
        for hit in rules.INLINE_AT.finditer(self.text.clean):
            line = bisect_right(starts, hit.start()) - 1
            mark = mark_at(words[line], hit.end() - starts[line])
            if line >= 0 and mark is not None and mark.lastgroup in rules.INLINE:
                found.setdefault(line, []).append(mark)
        for line, one in enumerate(words):
            if (len(one) > LONG or line in self.parted or _leads_at_once(one)) and (
                flat := _flattened(one, found.get(line, ()))
            ):
                found[line] = flat
        for line in [line for line in found if words[line].count("|") >= _CELLS_LEAST]:
            del found[line]  # the items of a cell head nothing
        return found

    def stands_over_text(self, line: int) -> bool:
        """Whether the next line is one of text, without a mark; the last of a page may be cut off."""
        below = self.words[line + 1] if line + 1 < len(self.words) else ""
        cut = line + 2 == len(self.words) and len(below) > LONG
        return len(below) > _TEXT_LEAST and (below[-1] == "。" or cut) and mark_at(below) is None

    def _is_break(self, place: int) -> bool:
        return self.broken_at(place - 1, place + 1) == place

    def broken_at(self, start: int, end: int) -> int | None:
        """The first place in clean[start:end] where a line break was taken out before reading."""
        places, breaks = self.text.places, self._breaks
        at = bisect_right(breaks, places[start])
        if at == len(breaks) or breaks[at] > places[end - 1]:
            return None
        return bisect_left(places, breaks[at], start, end)

    def carries(self, line: int) -> bool:
        """Whether a notice that hands on another document stands above the line."""
        return self._carrier < line

    @cached_property
    def counts_rows(self) -> bool:
        """Whether the page holds a table whose first column counts its rows, cell below cell."""
        return any(head in self.words for head in ROW_COUNT)

    @cached_property
    def tasks(self) -> list[re.Match[str]]:
        """The calls for works of a kind, at the ends of sentences."""
        return list(OF_A_KIND.finditer(self.text.clean))

    def glued_at(self, begin: int) -> int:
        """Where a task begins that stands right behind the title at ``begin``, with others of its shape below; or -1."""
        at = bisect_left(self.tasks, begin + _GLUED_LEAST, key=lambda hit: hit.start(1))
        if at == len(self.tasks) or self.tasks[at].start(1) > begin + TITLE_MOST:
            return -1
        start, clean = self.tasks[at].start(1), self.text.clean
        if HOW.match(clean[begin:start]) or any(sign in clean[begin:start] for sign in "。;:!?\n"):
            return -1
        return start if self._shapes[shape(self.tasks[at][1])] >= _GLUED_COMPANY else -1

    @cached_property
    def _shapes(self) -> Counter[tuple[str, str]]:
        """How many calls of each shape begin a sentence."""
        clean = self.text.clean
        return Counter(shape(hit[1]) for hit in self.tasks if clean[hit.start(1) - 1] in "。\n")

    @cached_property
    def _carrier(self) -> int:
        hit = CARRYING.search(self.text.clean)
        return bisect_right(self.starts, hit.start()) - 1 if hit else len(self.words)

    @cached_property
    def _breaks(self) -> list[int]:
        return [one.end for one in self.text.repairs.of("line-break")]


def _bracketed(words: str) -> list[tuple[str, int]]:
    """The parts of a paragraph that titles in brackets open behind a sentence, with their places: 【道路】….【桥梁】…"""
    cuts = [
        hit.start() for hit in BRACKETED.finditer(words) if hit.start() and words[hit.start() - 1] in "。: "
    ]
    ends = [*cuts, len(words)]
    parts = [(words[at:end], at) for at, end in zip([0, *cuts], ends, strict=True)] if cuts else []
    return [(part.strip(), at + part.index(part.strip())) for part, at in parts if part.strip()]


def _leads_at_once(words: str) -> bool:
    """Whether the first part in brackets stands right behind a title: 一、环境提升(一)治理大气。…"""
    return (
        words[1:2] == "、" and words.find("(", 4, TITLE_MOST) > 0 and rules.LEADING.match(words) is not None
    )


def _counts_again(words: str) -> bool:
    """Whether a line that begins with a number counts from one inside."""
    at = words.find("1、", 3, _FIRST_MOST)
    return at > 0 and not words[at - 1].isdigit()


def _lines(clean: str) -> list[str]:
    """The lines; a sign that slipped to the next line belongs to the words above it."""
    slipped = "\n。" in clean or "\n," in clean
    lines = LINE_BREAK.split(clean) if slipped else clean.split("\n")
    if ",\n" in clean or any("。" in line[1:4] or line[-1:] in _OPEN for line in lines) or _torn(lines):
        return _closed(lines)
    return lines


def _closed(lines: list[str]) -> list[str]:
    """The lines, with what stands at the head of one given back to the short numbered title above it, or all of one."""
    found = lines[:1]
    torn = set(_torn(lines))
    for line in lines[1:]:
        rests = TITLE_RESTS if "。" in line[1:4] else TITLE_SECOND if _leads_on(found[-1], line) else None
        cut = rests is None and line in torn and _is_cut(found[-1], line)
        if (rests is not None and rests.match(line) or cut) and _breaks_inside(found[-1]):
            found[-1] = f"{found[-1]}\n{line}"
        else:
            found.append(line)
    return found


def _torn(lines: list[str]) -> list[str]:
    """The short lines that may be the rests of numbered titles cut in their second half, where several are and end alike."""
    rests = [
        line
        for above, line in pairwise(lines)
        if 1 < len(line) <= _REST_MOST and "," in above and len(above) <= TITLE_MOST and _is_cut(above, line)
    ]
    alike = len({line[-2:] for line in rests}) == 1 and len({line[:2] for line in rests}) > 1
    return rests if alike and len(rests) >= _TORN_LEAST else []


def _is_cut(above: str, line: str) -> bool:
    """Whether a title's second half is shorter than its first, and words without a sign stand below: 一、坚持项目带动,实现经济 / 增长新突破"""
    mark = mark_at(above)
    if mark is None or mark.lastgroup not in rules.PARTS or above.count(",") != 1 or not line.isalpha():
        return False
    first = above.index(",") - mark.end()
    second = len(above) - above.index(",") - 1
    return second < first <= second + len(line)


def _leads_on(line: str, below: str) -> bool:
    """Whether a title's first line ends with a comma, or with a word that something must follow."""
    if line.endswith(","):
        return True
    return line[-1:] in _OPEN and TITLE_OPENS.match(line) is not None and mark_at(below.lstrip()) is None


def _breaks_inside(line: str) -> bool:
    """Whether a line is a numbered title that breaks off."""
    if len(line) > TITLE_MOST or BREAKS_OFF.match(line[-1:]) is None:
        return False
    mark = mark_at(line)
    return mark is not None and mark.lastgroup in rules.PARTS


def _bare(line: str) -> str:
    """The line without the blanks, and the junk of a forum, around it."""
    words = line.strip()
    if before := JUNK_BEFORE.match(words):
        words = words[before.end() :].lstrip()
    after = JUNK_AFTER.search(words)
    return words[: after.start()] if after else words


def mark_at(words: str, at: int = 0) -> Mark | None:
    """The mark that begins just there."""
    pattern = rules.MARKS.get(words[at : at + 1])
    return pattern.match(words, at) if pattern is not None else None


def _flattened(words: str, known: Sequence[Mark]) -> list[Mark]:
    """The marks of a long line with those that stand right after other words, and those that their titles end at."""
    marks = [
        mark for hit in rules.FLAT_AT.finditer(words) if (mark := mark_at(words, hit.start())) is not None
    ]
    marks += known
    if "第" in words:
        joints = (mark_at(words, hit.start()) for hit in rules.FLAT_JOINT_AT.finditer(words))
        marks += [mark for mark in joints if mark is not None]
    marks += [
        point
        for mark in (*marks, mark_at(words))
        if mark is not None and (point := _point_below(words, mark))
    ]
    return sorted({mark.start(): mark for mark in marks}.values(), key=lambda mark: mark.start())


def _point_below(words: str, mark: Mark) -> Mark | None:
    if mark.lastgroup not in rules.PARTS:
        return None
    hit = rules.FLAT_POINT_AT.search(words, mark.end() + 2, mark.end() + TITLE_MOST)
    return mark_at(words, hit.end()) if hit else None
