"""Where a title ends that runs on into its text: at the name of a part, a known phrase, a blank, or a break that was taken out."""

from __future__ import annotations

from luoshi.reading.openings import lazy
from luoshi.reading.outline import numbered_words
from luoshi.reading.outline import words as known
from luoshi.reading.outline.page import LONG, Page, mark_at

SENTENCE_END = lazy(r"[。!?;\ufffd]")


def task_behind(page: Page, line: int, begin: int, end: int) -> int:
    """Where the name of a part ends that a task or a time stands right behind, closed by a full stop, or 0:
    明年工作打算抓好项目建设。"""
    words, named = page.words[line], name(page, line, begin)
    if not named or end - named <= known.TITLE_LEAST or words[end : end + 1] != "。":
        return 0
    return named if numbered_words.BEHIND_NAME.match(words, named, end) else 0


def name(page: Page, line: int, begin: int) -> int:
    """Where a title ends that begins with the name of a part and goes on, in a text that lost its breaks."""
    words = page.words[line]
    if len(words) <= LONG and line not in page.parted:
        return 0
    hit = numbered_words.CUT_AT_NAME.match(words, begin)
    return hit.end() if hit and hit.end() < len(words) else 0


def before_figures(words: str, begin: int, end: int) -> int:
    """Where a name ends that a blank parts from what is said of it in figures, or from its time: 1.云溪大道 总投资3亿元,…"""
    hit = numbered_words.CUT_AT_BLANK.match(words, begin) if " " in words[begin:end] else None
    if hit is None or hit.end() > end or known.QUANTITY.search(hit[0]):
        return 0
    timed = numbered_words.TIME_BLANKED.match(words, hit.end())
    return hit.end() if timed or known.QUANTITY.search(words, hit.end(), end) else 0


def cut(page: Page, line: int, begin: int) -> int:
    """Where a title ends that runs on into the text: at a known phrase, a blank, or a break that was taken out."""
    words, start = page.words[line], page.starts[line]
    if hit := numbered_words.CUT_AT_COMMA.match(words, begin):
        return hit.end()
    if (hit := numbered_words.CUT_AT_PROJECT.match(words, begin)) and mark_at(words) is not None:
        return hit.end()
    if (hit := numbered_words.CUT_AT_SPAN.match(words, begin)) and not numbered_words.NOT_NUMBERED.of(hit[0]):
        return hit.end()
    if hit := numbered_words.CUT_AT_BLANK.match(words, begin) or numbered_words.CUT_AT_FOR.match(
        words, begin
    ):
        return hit.end()
    if (hit := numbered_words.CUT_AT_WAY.match(words, begin)) and known.OPENS.match(words, begin):
        return hit.end()
    left = len(words) - begin
    short = len(words) <= LONG and left <= known.TITLE_MOST
    if left <= known.TITLE_LEAST or (short and line not in page.parted):
        return 0
    broken = page.broken_at(start + begin + 3, start + min(begin + known.RUN_MOST, len(words)))
    if broken and SENTENCE_END.search(words, begin, broken - start):
        broken = None
    if broken or short:
        return broken - start if broken else 0
    if len(words) <= LONG and line not in page.parted:
        return 0
    hit = (
        numbered_words.CUT_AT_NEW.match(words, begin)
        or numbered_words.CUT_AT_NAME.match(words, begin)
        or numbered_words.CUT_AT_ECHO.match(words, begin)
        or numbered_words.CUT_AT_TIME.match(words, begin)
        or numbered_words.CUT_AT_NOUN.match(words, begin)
    )
    return hit.end() if hit else 0
