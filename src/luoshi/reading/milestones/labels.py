"""Lists behind a label: 开工项目:A、B; 启动四项工程:A、B; 3个续建项目分别是A、B; 推进三项工程,具体包括:A、B."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.reading.milestones import names, words
from luoshi.reading.milestones.cutting import enumeration
from luoshi.reading.milestones.pieces import Piece, stage_of
from luoshi.reading.milestones.stages import REACH, VERB, closing, opening
from luoshi.reading.milestones.subjects import reported
from luoshi.reading.milestones.themes import SAID, stage
from luoshi.reading.model import Span, Stage
from luoshi.reading.numerals import written
from luoshi.reading.openings import lazy, quick
from luoshi.reading.sentence import Sentence

_WORKS = r"(?:重点|重大|产业|建设|类){0,3}(?:项目|工程)"
_MANY = r"(?:(?:共|有){0,2}(?:\d{1,4}|[一二两三四五六七八九十]{1,3})[个项条座]?)?(?:[(（](?:共)?\d{1,3}[个项][)）])?"
_AS_FOLLOWS = r"(?:(?:主要|其中|具体|重点)?(?:包括|分别[是为有])|主要[是为有]|即(?=[^，,。;；]{2,20}、))"
#: 3个续建项目, 前期类项目2个.
_STATED = rf"(?:其中|计划|今年|将)?{_MANY}(?:市级|省级|县级|区级|重点|重大){{0,2}}(?:{SAID})的?{_WORKS}{_MANY}(?:主要)?[有为是]?"
_LABEL = lazy(_STATED)
_MARKED = lazy(words.MARKS)
#: 续建:A、B; 新开工类:A、B
_BARE_LABEL = lazy(rf"(?:{SAID})(?:建设|类|方面|阶段|一批){{0,2}}(?:\d{{1,3}}[个项])?")
_LABELLED = lazy(_STATED + _AS_FOLLOWS)
_FOLLOWS = lazy(_AS_FOLLOWS)
#: What a verb has before a list: 四项交通工程.
_COUNTED = quick(
    r"[\d一二两三四五六七八九十](?:个|项|大|条|座|所|处)[\u4e00-\u9fff]{0,10}(?:项目|工程|道路|公路|学校|桥梁"
    r"|医院|铁路|高速|通道|园区|场馆)(?:建设)?$"
    r"|(?:以下|下列|如下)(?:重点|重大|建设)?(?:项目|工程)$"
)
_OF_WORKS = quick(r"(?:项目|工程|道路?|路网|设施)(?:[\u4e00-\u9fff]{0,4}建设)?(?:\d{1,4}个)?$")
_SO_MANY = quick(
    r"\d{1,4}[余多]?[个项条座所](?:以上|左右)?[\u4e00-\u9fff]{0,8}(?:项目|工程)|(?:项目|工程)\d{1,4}[余多]?[个项]"
)
_IN_BRACKETS = quick(r"[(（](?![不含其包详见])(?P<names>[^()（）]{5,160}?)等?[)）]$")
#: 改造危桥3座, 新建急救站2个
_SO_MANY_THINGS = quick(r"(?P<count>\d{1,2}|[一二两三四五六七八九十])[个座所条处段栋]$")
#: 投产项目不少于3个
_COUNTED_SO = quick(
    rf"(?:{SAID})(?:重点|重大|工业|产业){{0,2}}(?:项目|工程)(?:达到?|不少于|超过?|突破|力争|确保"
    rf"|完成){{0,2}}\d{{1,4}}[个项](?:以上)?$"
)
#: What a label says behind its verb: 开工项目:…
_SAID_BEHIND = lazy(r"(?:(?:类|重点|重大|建设){0,2}(?:项目|工程)(?:\d{1,3}个)?)?")


#: A name with a note, and the parts of the note.
_NOTED = quick(r"(?P<name>[^()（），,、。;；]{3,40})[(（](?P<note>[^()（）]{3,60})[)）]")
_PART = quick(r"[^，,;；、]{3,40}")
_THAT_IS = quick(r"[,，:：](?:即|主要[有是为])")
_COLONS, _PARTS = (":", "："), (";", "；")
_PARTS_MOST = 24


class Lead(NamedTuple):
    """What stands before a list: the stage of all in it, and where its time may stand; ``label``: one name is a list too."""

    stage: Stage
    when: Span
    label: bool


def hinted(sentence: Sentence) -> bool:
    """Whether the sentence may hold a list that a word announces: 包括, 分别是."""
    said = sentence.words
    if "包括" in said or "分别" in said:
        return True
    return ("主要" in said or "即" in said) and _THAT_IS.search(said) is not None


def over(sentence: Sentence) -> Lead | None:
    """What the first clause says of the parts behind its colon: 续建项目:A,完成装修;B. None where it is no such label."""
    clauses = sentence.clauses
    if clauses[0].mark not in _COLONS:
        return None
    found = _lead(sentence, 0, _COUNTED)
    parted = any(clause.mark in _PARTS for clause in clauses[1:-1])
    return found if found and (parted or found.label) else None


def announces(sentence: Sentence, index: int) -> bool:
    """Whether clauses[index] only leads to the list in the clause behind: 推进三项工程,具体包括A."""
    following = sentence.clauses[index + 1] if index + 1 < len(sentence.clauses) else None
    clause = sentence.clauses[index]
    return (
        following is not None
        and _FOLLOWS.match(sentence.text, following.start, following.end) is not None
        and _OF_WORKS.search(sentence.text, max(clause.start, clause.end - REACH), clause.end) is not None
    )


def within(sentence: Sentence, index: int) -> list[Piece]:
    """The list that clauses[index] announces itself, or goes on with behind the clause that announces it."""
    text, (start, end, _) = sentence.text, sentence.clauses[index]
    label = _LABELLED.match(text, start, end)
    if label and label.end() < end:
        return _listed(sentence, index, label.end(), Lead(stage(label), (start, label.end()), label=True))
    if index > 1 and sentence.clauses[index - 1].mark in _PARTS:
        return _going_on(sentence, index)
    follows = _FOLLOWS.match(text, start, end) if index else None
    lead = _lead(sentence, index - 1, _OF_WORKS) if follows and follows.end() < end else None
    if lead and any(one.mark in _PARTS for one in sentence.clauses[index:-1]):
        lead = lead._replace(label=True)
    return _listed(sentence, index, follows.end(), lead) if follows and lead else []


def _going_on(sentence: Sentence, index: int) -> list[Piece]:
    """实施三项工程,分别是A,投资3亿元;B,投资2亿元: B, where what announces the list stands before."""
    text, clauses = sentence.text, sentence.clauses
    for at in range(index - 1, max(0, index - _PARTS_MOST), -1):
        if _FOLLOWS.match(text, clauses[at].start, clauses[at].end):
            lead = _lead(sentence, at - 1, _OF_WORKS)
            return _listed(sentence, index, clauses[index].start, lead._replace(label=True)) if lead else []
    return []


def behind(sentence: Sentence, index: int) -> list[Piece]:
    """The list behind the colon before clauses[index]."""
    start, end, _ = sentence.clauses[index - 1]
    follows = _FOLLOWS.fullmatch(sentence.text, start, end) if index > 1 else None
    lead = (
        (_lead(sentence, index - 2, _OF_WORKS) or index > 2 and _lead(sentence, index - 3, _OF_WORKS))
        if follows
        else _lead(sentence, index - 1, _COUNTED)
    )
    return _listed(sentence, index, sentence.clauses[index].start, lead) if lead else []


def continued(before: Sentence | None, sentence: Sentence) -> list[Piece]:
    """确保30个项目建成。包括A、B等。: the list of those that the sentence before, in the same line, only counts."""
    text = sentence.text
    follows = _FOLLOWS.match(text, sentence.start, sentence.end)
    if before is None or not follows or before.behind or "\n" in text[before.end : sentence.start]:
        return []
    stages = [found for clause in before.clauses if (found := _counted(before, clause.start, clause.end))]
    return (
        _listed(sentence, 0, follows.end(), Lead(stages[-1], (sentence.start, sentence.start), label=False))
        if stages
        else []
    )


def bracketed(sentence: Sentence, index: int) -> list[Piece]:
    """投产项目不少于3个(A、B、C): the list of those that a clause only counts, in brackets behind it."""
    text, (start, end, _) = sentence.text, sentence.clauses[index]
    listed = _IN_BRACKETS.search(text, start, end)
    if not listed or "等" in text[start : listed.start()]:
        return []
    if names.are_mottoes(listed["names"]):
        return []
    if so_many := _SO_MANY_THINGS.search(text, start, listed.start()):
        return _counted_things(sentence, start, so_many, listed)
    if "、" not in listed["names"]:
        return []
    said = _COUNTED_SO.search(text, start, listed.start())
    verb = said or VERB.match(text, opening(sentence, start, end), listed.start())
    if not verb or not said and not _SO_MANY.search(text, start, listed.start()):
        return []
    staged: Stage = stage(said) if said else stage_of(text, verb, listed.start())
    return [Piece(*listed.span("names"), staged, "firm", (start, listed.start()), listed=True)]


def noted(sentence: Sentence, index: int) -> list[Piece]:
    """某产业园(3月开工,年底封顶)、某水厂(6月通水): stages and their times in the brackets behind each name."""
    text, (start, end, _) = sentence.text, sentence.clauses[index]
    at = opening(sentence, start, end)
    verb = VERB.match(text, at, end)
    found: list[Piece] = []
    for one in _NOTED.finditer(text, verb.end() if verb else at, end):
        for part in _PART.finditer(text, *one.span("note")):
            close = closing(sentence, *part.span())
            if close and any(part.start() <= time.start < part.end() for time in sentence.periods):
                found.append(Piece(*one.span("name"), close[-1].stage, "dated", part.span()))
    return found


def _counted_things(
    sentence: Sentence, start: int, counted: re.Match[str], listed: re.Match[str]
) -> list[Piece]:
    """改造危桥3座(A、B、C): as many names stand in the brackets as things are counted."""
    text = sentence.text
    verb = VERB.match(text, opening(sentence, start, listed.start()), listed.start())
    if not verb or listed["names"].count("、") + 1 != written(counted["count"]):
        return []
    return [
        Piece(
            *listed.span("names"),
            stage_of(text, verb, listed.start()),
            "firm",
            (start, listed.start()),
            listed=True,
        )
    ]


def _counted(sentence: Sentence, start: int, end: int) -> Stage | None:
    """The stage that so many projects are to reach: 开建项目45个以上."""
    text = sentence.text
    if not _SO_MANY.search(text, start, end):
        return None
    at = opening(sentence, start, end)
    close = closing(sentence, at, end)
    if close:
        return close[-1].stage
    verb = VERB.match(text, at, end)
    return stage_of(text, verb, end) if verb else None


def _lead(sentence: Sentence, index: int, counted: re.Pattern[str]) -> Lead | None:
    text = sentence.text
    start, end, _ = sentence.clauses[index]
    marked = _MARKED.match(text, start, end)
    bare = _BARE_LABEL.fullmatch(text, marked.end() if marked else start, end) or _BARE_LABEL.fullmatch(
        text, opening(sentence, start, end), end
    )
    if bare:
        return Lead(stage(bare), (start, end), label=True)
    label = _LABEL.match(text, start, end)
    if label and (label.end() == end or _FOLLOWS.fullmatch(text, label.end(), end)):
        return Lead(stage(label), (start, end), label=True)
    verb = VERB.match(text, opening(sentence, start, end), end)
    if not verb:
        return None
    said = _SAID_BEHIND.fullmatch(text, verb.end(), end) is not None
    if said or counted.search(text, max(verb.end(), end - REACH), end):
        return Lead(stage_of(text, verb, end), (start, end), label=said)
    return None


def _listed(sentence: Sentence, index: int, start: int, lead: Lead) -> list[Piece]:
    if mark := _MARKED.match(sentence.text, start):
        start = mark.end()
    stop = enumeration(sentence, index, start, lead.label)
    if stop is None and lead.label:
        stop = reported(sentence, start, sentence.clauses[index].end)
    return [Piece(start, stop, lead.stage, "firm", lead.when, listed=True)] if stop is not None else []
