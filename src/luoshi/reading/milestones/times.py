"""The time a milestone is promised for: its own, that of its clause, or one that opens the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.milestones import words
from luoshi.reading.milestones.pieces import Piece
from luoshi.reading.milestones.stages import opening
from luoshi.reading.model import Span
from luoshi.reading.openings import lazy, quick
from luoshi.reading.periods import Period
from luoshi.reading.sentence import Sentence

#: A year said of the plan itself and no measure of a number.
_YEAR = lazy(r"今年|本年|20\d\d年|明年|当年")
_GOES_ON = lazy(r"(?:度)?[\s,，]{0,3}(?:将|要|计划|拟|力争|确保)")
_PLEDGED = lazy("确保|力争|争取|计划")
_NO_TIME = lazy(r"是|的|工作|目标|任务")
#: Times that are no periods, and promise all the same.
SOON = quick(rf"{words.UNTOLD}|早日|尽快|尽早")
#: A、B分别于6月、9月投用
_IN_TURN = quick("分别")
_AT_ONCE = quick("同步|同期|同时")
_PARTS = (";", "；")
_COLONS = (":", "：")
_PARALLEL = lazy(r"(?:全面|基本)?(?:建成|完成|竣工|投用|启用|开通|开工|启动|投产)")
_CLOSED = (")", "）")
_WITHIN = 12
_ALONE = 2


def period(
    sentence: Sentence, index: int, piece: Piece, place: Span, turn: tuple[int, int] = (0, 1)
) -> Period | None:
    """The time that governs a project at ``place``, named by ``piece`` of clauses[index]; ``turn``: which of how many it is."""
    if not sentence.periods:
        return None
    if turn[1] > 1 and (noted := _noted(sentence, place)):
        return noted
    own = [one for one in sentence.periods if piece.when[0] <= one.start < piece.when[1]]
    if turn[1] > 1 and len(own) == turn[1] and _IN_TURN.search(sentence.text, *piece.when):
        return own[turn[0]]
    exact = [one for one in own if not one.whole] or own
    if exact:
        return exact[0] if piece.when[0] >= place[1] else exact[-1]
    if SOON.search(sentence.text, *piece.when):
        return None
    clause = sentence.clauses[index]
    if (
        piece.stage != "plan"
        and _AT_ONCE.search(sentence.text, *piece.when)
        and (named := _named_before(sentence, index, place[0]))
    ):
        return named
    opened = head(sentence, index)
    if opened:
        return opened
    behind = [
        one
        for one in sentence.periods
        if max(place[1], piece.end) <= one.start < clause.end
        and "并" not in sentence.text[piece.end : one.start]
    ]
    return (behind[0] if behind else None) or carried(sentence, index) or _cell(sentence)


def _noted(sentence: Sentence, place: Span) -> Period | None:
    """竣工项目:A(5月)、B(6月): the time in the brackets of a name."""
    return next(
        (
            one
            for one in sentence.periods
            if place[0] < one.start <= place[1] + 1
            and sentence.text[one.start - 1] in "(（"
            and sentence.text[one.end : one.end + 1] in _CLOSED
        ),
        None,
    )


def _named_before(sentence: Sentence, index: int, place: int) -> Period | None:
    """A一期6月底前投产、二期同步开工: the time that the same part of the sentence named last."""
    first = index
    while first and sentence.clauses[first - 1].mark not in _PARTS:
        first -= 1
    start = sentence.clauses[first].start
    said = [one for one in sentence.periods if start <= one.start < place]
    return said[-1] if said and not said[-1].recurs else None


def head(sentence: Sentence, index: int) -> Period | None:
    """The time that opens a clause, before its verb or its first name."""
    clause = sentence.clauses[index]
    inside = [one for one in sentence.periods if clause.start <= one.start < clause.end]
    if not inside:
        return None
    stop = opening(sentence, clause.start, clause.end)
    opened = [one for one in inside if one.start < stop]
    return opened[-1] if opened else None


def alone(sentence: Sentence, index: int) -> bool:
    """Whether a clause is nothing but a time: 3月,完成立项."""
    clause = sentence.clauses[index]
    return _alone(sentence, clause.start, clause.end) is not None


def carried(sentence: Sentence, index: int) -> Period | None:
    """The time of an earlier clause that reaches clauses[index]."""
    parallel = _deadline_before(sentence, index)
    if parallel:
        return parallel
    parted = False
    for earlier in range(index - 1, -1, -1):
        parted = parted or sentence.clauses[earlier].mark in _PARTS
        found = _reaching(sentence, earlier, parted)
        if found:
            return found
    return None


def _reaching(sentence: Sentence, index: int, parted: bool) -> Period | None:
    """A time at the head of a clause that governs those behind: a year, or what opens the sentence, or the same part of it."""
    clause = sentence.clauses[index]
    opened = head(sentence, index) or _of_actor(sentence, index) or _of_campaign(sentence, index)
    if opened is None or opened.recurs or opened.past:
        return None
    said, behind = sentence.text[opened.start : opened.end], sentence.text[opened.end : clause.end]
    if _NO_TIME.match(behind) and clause.mark not in _COLONS:
        return None
    if len(behind.strip()) < _ALONE and not opened.by:
        return opened
    if index and (parted or sentence.clauses[index - 1].mark not in _PARTS):
        year = _YEAR.match(said) or said == "年内" and _PLEDGED.match(behind)
        return opened if opened.whole and year else None
    if opened.whole or opened.value.startswith("Q") or said == "上半年":
        return opened
    return opened if len(behind.strip()) < 2 or not opened.by and not _PARALLEL.match(behind) else None


def _of_actor(sentence: Sentence, index: int) -> Period | None:
    """云溪区今年将…: a year behind the one who acts."""
    clause = sentence.clauses[index]
    for one in sentence.periods:
        if clause.start <= one.start < min(clause.end, clause.start + _WITHIN) and one.whole:
            return one if _GOES_ON.match(sentence.text, one.end, clause.end) else None
    return None


def _of_campaign(sentence: Sentence, index: int) -> Period | None:
    """打赢一季度攻坚战,…: a quarter in a first clause that has no number."""
    clause = sentence.clauses[index]
    if index or any(one.start < clause.end for one in sentence.numerals):
        return None
    return next(
        (one for one in sentence.periods if one.start < clause.end and one.value.startswith("Q")), None
    )


def _deadline_before(sentence: Sentence, index: int) -> Period | None:
    """力争年底前完成A,建成B: the deadline of a promise reaches what is built in parallel."""
    text = sentence.text
    while index > 0 and _PARALLEL.match(text, sentence.clauses[index].start):
        index -= 1
        clause = sentence.clauses[index]
        if clause.mark not in (",", "，"):
            return None
        found = head(sentence, index)
        if found:
            promised = any(clause.start <= modal.start < found.start for modal in sentence.modals)
            return found if promised and _PARALLEL.match(text, found.end) else None
    return None


def _cell(sentence: Sentence) -> Period | None:
    """The time that stands alone in a cell of the row that the sentence is."""
    if not any(clause.mark in "|\t" for clause in sentence.clauses if clause.mark):
        return None
    return next(
        (one for clause in sentence.clauses if (one := _alone(sentence, clause.start, clause.end))), None
    )


def _alone(sentence: Sentence, start: int, end: int) -> Period | None:
    inside: Sequence[Period] = [one for one in sentence.periods if start <= one.start < end]
    said = len(sentence.text[start:end].strip())
    return inside[-1] if inside and said - (inside[-1].end - inside[0].start) < 2 else None
