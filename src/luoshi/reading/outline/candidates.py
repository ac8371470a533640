"""What could be a heading: one look at each line, with what speaks for it left open."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.reading.outline import rules
from luoshi.reading.outline import words as known
from luoshi.reading.outline.page import LONG, Mark, Page

_SENTENCE_END = re.compile(r"[。!?;]")
_TRAILING = " 。:;,、"


class Candidate(NamedTuple):
    """A possible heading clean[start:end] in a line of the page; ``rest`` is how much follows it there.

    ``form`` is numbered, inline (numbered, inside a paragraph), label, line or opening. ``fit`` tells a title from a
    sentence that only counts on in a row of titles.
    """

    line: int
    form: str
    style: str
    rank: int
    number: int
    start: int
    title_start: int
    end: int
    rest: int
    fit: bool = True


def numbered(page: Page, line: int, mark: Mark, form: str, following: int) -> Candidate:
    """The candidate that a mark opens; ``following`` is where the next mark of the line begins, or 0."""
    words, begin = page.words[line], mark.end
    style = rules.STYLES[mark.style]
    end, rest = _first_sentence(words, begin, following)
    fit = _is_title(words, begin, end, rest, mark.style)
    if form == "inline" and not rest and end - begin > known.CLOSED_MOST:
        fit = False
    if not fit and (cut := _cut(page, line, begin)):
        end, rest, fit = cut, len(words) - cut, _is_title(words, begin, cut, len(words) - cut, mark.style)
    start = page.starts[line]
    return Candidate(
        line, form, mark.style, style.rank, mark.number, start + mark.start, start + begin,
        start + _end(words, begin, end), rest, fit,
    )  # fmt: skip


def _first_sentence(words: str, begin: int, following: int) -> tuple[int, int]:
    """End of the first sentence, or of the title at its head, and how many characters follow it in the line."""
    hit = _SENTENCE_END.search(words, begin, begin + known.TITLE_MOST + 2)
    end = hit.start() if hit else min(len(words), begin + known.TITLE_MOST + 2)
    if begin < following < end:
        end = following
    elif 0 < words.find(":", begin, begin + 18) < end and (cut := known.CUT_AT_COLON.match(words, begin)):
        return _labelled(words, begin, cut.end(), end)
    rest = len(words) - end - 1
    if 0 < rest < 140 and known.AFTERWORD.match(words, end + 1):
        rest = 0
    return end, max(rest, 0)


def _labelled(words: str, begin: int, cut: int, end: int) -> tuple[int, int]:
    """A title ends at its colon, unless what follows only says it again: 一产增加值:一产增加值完成…"""
    if words[cut + 1 : cut + 4] in words[begin:cut]:
        return end, len(words) - end
    return cut, len(words) - cut


def _is_title(words: str, begin: int, end: int, rest: int, style: str) -> bool:
    title = words[begin:end]
    size = len(title)
    if size < 2 or words[end : end + 1] == ";" or title[0] in ",、。;":
        return False
    if not rest:
        closed = words[end : end + 1] == "。"
        return size <= (known.RUN_MOST if closed else known.TITLE_MOST) and style not in known.UNFIT
    if size > (known.ITEM_MOST if style in known.UNFIT else known.RUN_MOST) or title.count(",") > 2:
        return False
    unfit = known.UNFIT.get(style, known.NOT_NUMBERED)
    return not known.QUANTITY.search(title) and not unfit.search(title)


def _cut(page: Page, line: int, begin: int) -> int:
    """Where a title ends that runs on into the text: at a known phrase, a blank, or a break that was taken out."""
    words, start = page.words[line], page.starts[line]
    if hit := known.CUT_AT_COMMA.match(words, begin):
        return hit.end()
    if hit := known.CUT_AT_BLANK.match(words, begin):
        return hit.end()
    if len(words) - begin <= known.TITLE_MOST:
        return 0
    broken = page.broken_at(start + begin + 3, start + min(begin + known.RUN_MOST, len(words)))
    if broken:
        return broken - start
    hit = known.CUT_AT_NOUN.match(words, begin) if len(words) > LONG else None
    return hit.end() if hit else 0


def opening(page: Page, line: int) -> Candidate | None:
    """The opening sentence of a paragraph that goes on; or its opening phrase, where that is a known form."""
    words = page.words[line]
    end = words.find("。", known.TITLE_LEAST, known.OPENING_MOST + 1)
    comma = words.find(",", 4, 30)
    if 0 < comma and words[comma - 1] in known.COMMA_AFTER and (cut := known.CUT_AT_COMMA.match(words)):
        end = cut.end()
    elif words[0] == "【":
        return _bracketed(page, line)
    if end < 0 or end >= len(words) - 1:
        return None
    title = words[:end]
    if title.count(",") > 1 or "\t" in words or "|" in words or not _says_no_more(title):
        return None
    start = page.starts[line]
    return Candidate(
        line, "opening", "opening", rules.OPENING, 0, start, start, start + end, len(words) - end
    )


def _says_no_more(title: str) -> bool:
    """Whether an opening sentence names a task, and neither promises a number nor states a fact."""
    if ":" in title or ";" in title or "!" in title or "?" in title or known.QUANTITY.search(title):
        return False
    return not known.NOT_A_TITLE.search(known.QUOTED.sub("", title) if "“" in title or "《" in title else title)


def _bracketed(page: Page, line: int) -> Candidate | None:
    hit = known.BRACKETED.match(page.words[line])
    if hit is None or known.NOT_BRACKETED.search(hit[1]):
        return None
    start, (begin, end) = page.starts[line], hit.span(1)
    return Candidate(
        line, "opening", "bracketed", rules.OPENING, 0, start, start + begin, start + end, len(page.words[line]) - end
    )


def plain(page: Page, line: int, skipped: int = 0) -> Candidate | None:
    """A line of its own, or a label that ends with a colon; ``skipped`` characters of a sign stand before it."""
    whole = page.words[line]
    words = whole[skipped:].lstrip() if skipped else whole
    size = len(words)
    if size < 2 or size > known.LINE_MOST or words[-1] in ",、。;!?|" or words.count(",") > 3:
        return None
    if not known.WORDS.search(words) or "\t" in words or known.NOT_A_LINE.search(words) or known.RESPONSIBLE.match(words):
        return None
    form, rank = "line", rules.LINE
    if words[-1] == ":":
        if size > known.LABEL_MOST or known.NOT_A_LABEL.search(words) or "," in words:
            return None
        form, rank = "label", rules.LABEL
    elif known.DATA.match(words):
        return None
    start = page.starts[line]
    begin = start + len(whole) - size
    return Candidate(line, form, form, rank, 0, start, begin, start + _end(whole, len(whole) - size, len(whole)), 0)


def _end(words: str, begin: int, end: int) -> int:
    """The end of the title without trailing marks and without a bracket that names who answers for it."""
    while end > begin + 1 and words[end - 1] in _TRAILING:
        end -= 1
    if "(" in words[begin:end] or "[" in words[begin:end] or "【" in words[begin:end]:
        after = known.AFTERWORD.search(words, begin, end)
        if after and after.start() > begin + 1:
            return _end(words, begin, after.start())
    return end
