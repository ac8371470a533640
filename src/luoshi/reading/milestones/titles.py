"""Which headings are no more than that, and which are tasks themselves: 3.开工建设A。"""

from __future__ import annotations

from luoshi.reading.milestones.judging import fits
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.stages import VERB, opening, untailed
from luoshi.reading.openings import lazy
from luoshi.reading.sentence import Sentence
from luoshi.reading.sentences import Body

#: The units that answer, in brackets behind a task.
_UNITS = lazy(r"[(（][^()（）]{2,160}[)）][。;；]?")
_NOTE_MOST = 200
_ERECTS = ("建设", "新建", "续建", "扩建", "迁建")
_BUILT = ("start", "complete", "operate")


def is_title(body: Body, sentence: Sentence) -> bool:
    """Whether the sentence is a heading of the outline and no more."""
    section = sentence.section
    return section is not None and sentence.end <= body.outline[section].end + 2


def is_task(body: Body, sentence: Sentence) -> bool:
    """Whether a heading is a task itself: a sentence that lists, or with nothing under it but the units that answer."""
    section = sentence.section or 0
    ended = body.text[sentence.end - 1] in "。;；"
    if ended and ("、" in sentence.words and "等" in sentence.words or _is_done(sentence)):
        return True
    below = body.outline[section + 1] if section + 1 < len(body.outline) else None
    if not ended and below and below.level > body.outline[section].level:
        return False
    line = body.text.find("\n", sentence.end)
    following = below.start if below else len(body.text)
    if line >= 0 and body.text[sentence.end : line].strip():
        following = min(following, line)
    behind = body.text[sentence.end : following].strip() if following - sentence.end < _NOTE_MOST else "…"
    return not behind or ended and _UNITS.fullmatch(behind) is not None


def _is_done(sentence: Sentence) -> bool:
    """3.开工建设A。, 4.推进某某工程。: a verb that only works have leads the heading, 建设 a thing, or any verb what is called works."""
    verb = VERB.match(sentence.text, opening(sentence, sentence.start, sentence.end), sentence.end)
    if verb is None:
        return False
    end = ending(untailed(sentence.words.rstrip("。;；")))
    if verb.lastgroup == "plan":
        return fits(_said(sentence, verb.end()), "firm")
    if verb.lastgroup == "build" and (end is None or end.kind != "all"):
        return verb.group().endswith(_ERECTS) and fits(_said(sentence, verb.end()), "built")
    return verb.lastgroup in (*_BUILT, "build")


def _said(sentence: Sentence, start: int) -> str:
    return untailed(sentence.text[start : sentence.end].rstrip("。;；"))
