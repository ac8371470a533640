"""Short names that part a page, told by others like them: kinds of work over their lists, places over their
headlines, short tasks over how they are done."""

from __future__ import annotations

from itertools import takewhile

from luoshi.reading.outline import line_words
from luoshi.reading.outline import words as known
from luoshi.reading.outline.candidates import Candidate, plain, slogan
from luoshi.reading.outline.page import Page, mark_at
from luoshi.reading.outline.survey import Survey

#: So many kinds of work part a list, so many places a page.
_KINDS_LEAST, _PLACES_LEAST = 3, 2
#: What is to be done is told in so many characters, what a place does in so many.
_DONE_LEAST, _TOLD_LEAST = 7, 20
#: A headline stands on so many lines, each so long at most.
_HEADLINE_LINES, _HEADLINE_MOST = 2, 20
#: A task so short stands over a sentence of clauses that is longer by so much, where several do.
_BRIEF_MOST, _LONGER, _BRIEFS_LEAST = 14, 4, 2
#: What the line above a name ends with.
_ENDS = frozenset("。!?;)”…:")


def kinds(page: Page, found: Survey) -> list[Candidate]:
    """The names of kinds of work, each over sentences of its own: 教育类 / 新建小学2所。 / 交通类 / 改造道路。 / 住房 …"""
    lines = (plain(page, line) for line in found.short if _is_kind(page, line))
    named = [one for one in lines if one is not None]
    verbs = sum(known.OPENS.match(page.words[one.line]) is not None for one in named)
    ends = {page.words[one.line][-1] for one in named}
    alike = len(ends) == 1 and ends <= line_words.KINDS_ALIKE
    if len(named) < (_KINDS_LEAST - alike) or 2 * verbs >= len(named):
        return []
    return named


def _is_kind(page: Page, line: int) -> bool:
    """Whether a few words stand between the end of a sentence and another sentence."""
    words = page.words[line]
    if not line or line + 1 == len(page.words):
        return False
    above = page.words[line - 1]
    if (
        above[-1] not in _ENDS
        and not above.endswith(line_words.SECTION_ENDS)
        and not (above[0] == "0" and line_words.LONE_NUMBER.match(above))
    ):
        return False  # and 1 counts the rows of a table
    below = page.words[line + 1]
    if below[-1] not in "。;," or "|" in below or mark_at(below) is not None:
        return False
    return len(below) >= max(_DONE_LEAST, len(words) + 1) and line_words.KIND.match(words) is not None


def places(page: Page, found: Survey) -> list[Candidate]:
    """Places, each over the headline of what is told of it, on one line or two: 云溪 / 做强园区 / 做靓城市 / 今年…"""
    short = set(found.short)
    over = [(line, size) for line in found.short if (size := _headline(page, line, short))]
    if len(over) < _PLACES_LEAST:
        return []
    pairs = [(plain(page, line), plain(page, line + 1), line + size) for line, size in over]
    starts, words = page.starts, page.words
    return [
        one
        for name, head, last in pairs
        if name is not None and head is not None
        for one in (name, head._replace(end=starts[last] + len(words[last])))
    ]


def _headline(page: Page, line: int, short: set[int]) -> int:
    """On how many lines a headline stands between the name of a place and the text; 0 where there is none."""
    if not line or page.words[line - 1][-1] not in _ENDS or not line_words.PLACE_LINE.match(page.words[line]):
        return 0
    below = range(line + 1, min(line + 2 + _HEADLINE_LINES, len(page.words)))
    heads = list(takewhile(lambda at: at in short and _is_headline(page.words[at]), below))
    told = line + 1 + len(heads)
    if not 0 < len(heads) <= _HEADLINE_LINES or told == len(page.words):
        return 0
    text = page.words[told]
    return len(heads) if len(text) > _TOLD_LEAST and "," in text else 0


def _is_headline(words: str) -> bool:
    return len(words) <= _HEADLINE_MOST and line_words.HEADLINE.match(words) is not None


def carried_out(page: Page, found: Survey) -> list[Candidate]:
    """Short closed tasks, each over a sentence that says how: 盘活闲置楼宇。 / 改造两处厂房,引进企业。 / 引育人才。 / …"""
    lines = [line for line in found.closed if _is_brief(page, line)]
    tasks = [one for line in lines if (one := slogan(page, line)) is not None]
    if len(tasks) < _BRIEFS_LEAST or not all(_says_how(page, one.line) for one in tasks):
        return []
    return tasks


def _is_brief(page: Page, line: int) -> bool:
    words = page.words[line]
    return len(words) <= _BRIEF_MOST and "," not in words and line_words.WORK_LINE.search(words) is None


def _says_how(page: Page, line: int) -> bool:
    below = page.words[line + 1] if line + 1 < len(page.words) else ""
    if "," not in below or below[-1] == ":" or mark_at(below) is not None:
        return False
    return len(below) >= len(page.words[line]) + _LONGER
