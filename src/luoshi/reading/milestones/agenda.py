"""Where plain statements are promises: behind a sentence that announces the year's work, and under a heading of tasks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from luoshi.reading.milestones.pieces import Piece
from luoshi.reading.milestones.stages import VERB, opening, promised
from luoshi.reading.openings import quick
from luoshi.reading.sentence import Sentence
from luoshi.reading.sentences import Body

_TASKS = quick(
    r"(?:工作|发展|项目|建设|年度|主要|重点|预期|总体)(?:目标|任务|安排|打算|计划)|目标任务|下一步|下步"
    r"|工作重点|(?:今年|20\d\d年)[^，,。]{0,8}(?:重点|计划|安排|打算)"
)
_DONE = quick(r"回顾|总结|完成情况|进展|成效|成绩|执行情况|开展情况|存在")
#: What tells of things as they are.
_TOLD = quick(
    r"已|了|目前|当前|正在|去年|上年|以来|截[至止]|累计|同比|陆续|相继|先后|顺利|成功|圆满|超额|率先|首[次条座个]|荣获|作为"
)
#: The head of a column of tasks.
_COLUMN = quick(r"\|[ \t]{0,4}[^\n|。，,]{0,8}(?:任务|目标|要求|举措|计划|安排)[^\n|。，,]{0,6}\|")
#: 16项重点工作是:…
_LISTED = quick(
    r"[\d一二三四五六七八九十][项件大个][^，,。;；:：]{0,12}(?:工作|任务|实事|目标)(?:主要|分别|具体"
    r"|就){0,2}(?:是|为|包括|如下)?[:：]"
)
_BUILT = ("start", "complete", "operate")
#: Steps that are an end of their own.
_JOINED = quick("合[龙拢]")
_SIGHT = 600


class Agenda:
    """What the sentences before and the headings above announce, for statements without a word of promise."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._under: dict[int | None, bool] = {None: False}

    def holds(self, sentence: Sentence, pieces: Sequence[Piece]) -> bool:
        """Whether a sentence that only states (某路建成通车,某港投入运营) says what is to be."""
        if _TOLD.search(sentence.words):
            return False
        if _LISTED.search(sentence.words):
            return True
        if any(piece.bare for piece in pieces):
            return all(sentence.text.startswith("完成", piece.when[0]) for piece in pieces) and promised(
                sentence, sentence.start, sentence.end
            )
        return (
            _commands(sentence)
            or self._is_in_table(sentence)
            or (
                any(piece.stage in _BUILT or _JOINED.search(sentence.text, *piece.when) for piece in pieces)
                and (self._is_under_tasks(sentence.section) or self._is_announced(sentence))
            )
        )

    def _is_under_tasks(self, section: int | None) -> bool:
        known = self._under.get(section)
        if known is None and section is not None:
            heading = self._body.outline[section]
            known = not _DONE.search(heading.title) and (
                _TASKS.search(heading.title) is not None or self._is_under_tasks(heading.parent)
            )
            self._under[section] = known
        return bool(known)

    def _is_in_table(self, sentence: Sentence) -> bool:
        """Whether the sentence stands in a row of a table that has a column of tasks."""
        body = self._body
        if sentence.start < self._table:
            return False
        line = body.text.rfind("\n", max(0, sentence.start - _SIGHT), sentence.start) + 1
        return body.text.find("|", line, sentence.start + 1) >= 0 or "|" in sentence.words

    @cached_property
    def _table(self) -> int:
        """Where the first column of tasks is headed; past the text where there is none."""
        header = _COLUMN.search(self._body.text, self._body.start, self._body.end)
        return header.end() if header else self._body.end

    def _is_announced(self, sentence: Sentence) -> bool:
        """今年,全市计划完成投资30亿元。: a promise for a whole year, in the same line before."""
        place = self._body.text.rfind("\n", max(0, sentence.start - _SIGHT), sentence.start) + 1
        for before in self._before(sentence, max(place, sentence.start - _SIGHT)):
            if before.behind or _TOLD.search(before.words):
                return False
            if _announces(before):
                return True
        return False

    def _before(self, sentence: Sentence, since: int) -> Sequence[Sentence]:
        """The sentences of the line before, the nearest first."""
        all_ = self._body.sentences
        at = bisect_left(all_, sentence.start, key=_start) - 1
        found = []
        while at >= 0 and all_[at].start >= since:
            found.append(all_[at])
            at -= 1
        return found


def _commands(sentence: Sentence) -> bool:
    """引进A;某院投入使用: whether another clause of the sentence says what to do, or by when."""
    if promised(sentence, sentence.start, sentence.end):
        return True
    text = sentence.text
    return any(VERB.match(text, opening(sentence, one.start, one.end), one.end) for one in sentence.clauses)


def _announces(sentence: Sentence) -> bool:
    return any(one.whole and not one.past for one in sentence.periods) and any(
        one.value.reach != "object" for one in sentence.modals
    )


def _start(sentence: Sentence) -> int:
    return sentence.start
