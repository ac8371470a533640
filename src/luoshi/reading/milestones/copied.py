"""Rows of a table of projects that was copied as plain text: 3 柳塘水厂 主体完工 10月底前 王强 区水务局."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from luoshi.reading import periods
from luoshi.reading.milestones import tidying
from luoshi.reading.milestones.judging import fits
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.model import Milestone, Stage
from luoshi.reading.openings import quick
from luoshi.reading.sentence import Sentence
from luoshi.reading.sentences import Body

#: The line of headings, with its columns in this order: the project, what is to be reached.
_HEADER = quick(
    r"序号[ \t]{1,4}(?:重点|重大)?(?:项目|工程)(?:名称)?[ \t]{1,4}[^\n。，,]{0,12}(?:任务|目标|内容|节点|进度"
    r"|要求|计划)[^\n。]{0,60}\n"
)
#: The number of a row, at the head of a line or behind the unit that answers for the row before.
_NUMBER = quick(r"(?:(?<=\n)|(?<=[局委办会司镇乡道院]))\d{1,2}[ .、．]?(?=[^\d\s.%月日])")
_NAME_ENDS = quick(r"[ \t]|(?<=项目)|(?<=工程)|(?<=[)）])")
_NOTE = quick(r"[(（][^()（）]{5,60}[)）]$")
_REACHED: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("operate", re.compile("并网|投[用产运]|通[车水航]|开[业园馆街]|运营|交付|启用|投入使用|达产")),
    ("complete", re.compile("(?<!主体)(?:竣工|完工|建成)|合[龙拢]|贯通|竣工验收")),
    ("start", re.compile("开工|动工|奠基")),
)
_LONGEST, _NUMBERED = 400, 4
_FIRST = "序号"


class Lines:
    """The rows of the one such table that a text may hold."""

    def __init__(self, body: Body) -> None:
        self._body = body
        header = _HEADER.search(body.text, body.start, body.end) if _FIRST in body.text else None
        self._begins = _begins(body.text, header.end(), body.end) if header else []

    def hold(self, place: int) -> bool:
        """Whether a row stands at a place."""
        return bool(self._begins) and self._begins[0] - _NUMBERED <= place < self._begins[-1]

    def milestones(self) -> Iterator[Milestone]:
        """The furthest stage that each row names for its project; work on it where a row names none."""
        for start, end in pairwise(self._begins):
            if end - start < _LONGEST and (one := _row(self._body, start, end)):
                yield one


def _begins(text: str, start: int, end: int) -> list[int]:
    """Where the rows begin that are numbered from one on, and where the last ends."""
    found: list[int] = []
    for number in _NUMBER.finditer(text, start - 1, end):
        if int(re.sub(r"\D", "", number.group())) == len(found) + 1:
            found.append(number.end())
    last = text.find("\n", found[-1], end) if found else -1
    return [*found, last if last > 0 else end] if found else []


def _row(body: Body, start: int, end: int) -> Milestone | None:
    row = body.text[start:end]
    name = next((row[: at.start()] for at in _NAME_ENDS.finditer(row) if ending(row[: at.start()])), "")
    project = tidying.tidy(_NOTE.sub("", name) if "期" not in name[-3:] else name)
    if not fits(project, "firm", listed=True):
        return None
    said = row[len(name) :]
    stage: Stage = next((stage for stage, words in _REACHED if words.search(said)), "build")
    times = [one for one in periods.find(said, body.year) if not one.past]
    sentence = _holding(body, start)
    return Milestone(
        start, start + len(project), sentence.span, sentence.section, project, stage,
        times[-1].value if times else None, None, sentence.actors,
    )  # fmt: skip


def _holding(body: Body, place: int) -> Sentence:
    return body.sentences[max(0, body.last_by(place))]
