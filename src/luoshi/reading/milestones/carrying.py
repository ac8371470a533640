"""What reaches a clause from those before it: a push that goes on, a time that stands over a list."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.milestones.stages import LEAST, MODAL, Closing, closing, opening
from luoshi.reading.openings import lazy
from luoshi.reading.sentence import Sentence

_PUSHES = lazy(r"推动|推进|促进|促使|促成|督促|紧盯|盯[紧牢住]")
_COLONS = (":", "：")
_GOES_ON, _CARRIED = (",", "，", "、"), 6


def is_carried(sentence: Sentence, start: int) -> bool:
    """推动A尽快落地,B、C全面开工: whether what is pushed in a clause before goes on, every clause between with a stage."""
    clauses, text = sentence.clauses, sentence.text
    index = next((at for at, one in enumerate(clauses) if one.start <= start < one.end), 0)
    opened = opening(sentence, clauses[index].start, start) if start > clauses[index].start else 0
    if opened and MODAL.search(text, clauses[index].start, opened):
        return True
    for clause in clauses[max(0, index - _CARRIED) : index][::-1]:
        if clause.mark not in _GOES_ON or not closing(sentence, clause.start, clause.end):
            return False
        at = opening(sentence, clause.start, clause.end)
        if MODAL.search(text, clause.start, at) or _PUSHES.match(text, at):
            return True
    return False


def is_dated(sentence: Sentence, start: int, close: Sequence[Closing]) -> bool:
    """Whether a time stands with the stages, opens the segment, or is the label over the list that the segment is in."""
    if not sentence.periods:
        return False
    return any(
        start <= time.start < close[0].start or one.start <= time.start < one.end
        for one in close
        for time in sentence.periods
    ) or is_under_time(sentence, start)


def is_under_time(sentence: Sentence, start: int) -> bool:
    """6月底前:A竣工,B投产: whether nothing but a time stands before the colon that the list follows."""
    clauses = sentence.clauses
    at = sentence.clause_of(start)
    if at and any(
        one.start <= clauses[at - 1].start + LEAST and one.end >= clauses[at - 1].end
        for one in sentence.periods
    ):
        return True
    for clause in clauses[max(0, sentence.clause_of(start) - _CARRIED) : sentence.clause_of(start)][::-1]:
        if clause.mark in _COLONS:
            times = [one for one in sentence.periods if clause.start <= one.start < clause.end]
            return len(times) == 1 and clause.end - times[0].end < LEAST
        if clause.mark not in _GOES_ON:
            return False
    return False
