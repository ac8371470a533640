"""How firmly a plan promises: ensure, strive or plan, by the word that governs the number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from luoshi.reading import asides, periods
from luoshi.reading.clauses import Clause, holds
from luoshi.reading.engine import Found, Layer
from luoshi.reading.modality.rules import RULES, Word
from luoshi.reading.model import Modality
from luoshi.reading.openings import lazy, quick

__all__ = ["find", "governing"]

_LAYER = Layer(RULES)
_SUBJECT_LEAST = 3
_REACHING = lazy(asides.REACHING)
# What stands before a word of promise and is no subject of its own.
_NO_SUBJECT = lazy(
    r"(?:\s|[要将并也还须]|同时|全力|全年|[今明当]年|年内|20\d\d年|[一二三四]季度|[上下]半年|年底前?"
    r"|\d{1,2}月底?前?|我们|[全本][省市县区镇乡]){0,5}+"
)
_NEAR = 6
_YEAR = lazy(r"全年|年内")
_SIGHT = 6
_TIMED = quick(r"(?:季度|半年|月[份底末初]?|月底前|年底前?)[要须也]?$")
_WHO = lazy(r"[个户家条座所]?(?:[\u4e00-\u9fff]{0,4}(?:项目|企业|工程|村|社区|单位))?")
_BY_THEN = quick(r"(?:前|[年月]内|[年月]?底)(?:全面|全部|基本)?$")
_AIMS = quick(r"目标(?:任务)?(?:是|为|[:：])")
# What is part of a number just said, or its growth.
_PART = lazy(r"\s{0,2}(?:其中|(?:同比)?(?:增长|增幅|增速)(?:\d|不|达|超|高))")
# 确保甲市场“五一”前开业,改造市场7个: a named work and its own time, and another doing.
_NAMED_STAGE = lazy(
    r"[^，,；;。、\d]{4,20}?(?=\d{1,2}月|年底|年内|[上下]半年|[一二三四]季度|“?[五十七八]一”?)"
)
_DOES = lazy(r"\s{0,2}(?:改造|建设|新建|培育|引进|新增|完成|实施|组织|开展|推进|打造|整治)")
_BUDGET = lazy(r"(?:总?投资|投入|安排)(?:[\d.]|约)")


def find(text: str, start: int = 0, end: int | None = None) -> list[Found[Word]]:
    """Every word of promise in text[start:end]."""
    return list(_LAYER.find(text, start, end))


def governing(
    text: str,
    words: Sequence[Found[Word]],
    clauses: Sequence[Clause],
    index: int,
    start: int,
    end: int,
    numbers: Sequence[int] = (),
    verbs: Sequence[int] = (),
) -> Modality:
    """The modality of text[start:end], standing in clauses[index] of its sentence.

    The nearest word before it in its clause, or behind the last number of it (8个项目力争开工); else the nearest that leads an earlier clause of its train of thought,
    before any of ``numbers`` (the places of the sentence's numerals), where a plan of money yields to a 完成 of its own; else 完成
    before it in its clause with none of ``verbs`` (the places where another action begins) between, or 全部 after it;
    else plan.
    """
    clause = clauses[index]
    before, own, behind, after = _around(words, clause, start, end)
    before = [word for word in before if not _is_of_another(text, word, clause, start, numbers)]
    if before:
        return before[-1].value.modality
    if behind and not holds(numbers, end, clause.end):
        return behind[-1].value.modality
    if own and verbs:
        own = [word for word in own if not any(word.end < verb < start for verb in verbs)]
    led = _leading(text, words, clauses, index, numbers)
    aimed = own and (led is not None or _AIMS.search(text, clauses[0].start, own[-1].start) is not None)
    own = [] if aimed and _tells(text, own, clause, start) else own
    if led is not None and not (own and _is_a_budget(text, led, clauses, index)):
        return led.value.modality
    chosen = own or after or _finished(text, words, clause, end, numbers)
    return chosen[-1].value.modality if chosen else "plan"


Words = list[Found[Word]]


def _around(
    words: Sequence[Found[Word]], clause: Clause, start: int, end: int
) -> tuple[Words, Words, Words, Words]:
    """The words of a clause: before text[start:end] and of what follows each only, behind it, and after it of the clause only."""
    before: Words = []
    own: Words = []
    behind: Words = []
    after: Words = []
    first, last, _ = clause
    for word in words:
        if first <= word.start < last:
            reach = word.value.reach
            if word.end <= start:
                (own if reach == "object" else before).append(word)
            elif word.start >= end and reach != "object":
                (behind if reach == "sentence" else after).append(word)
    return before, own, behind, after


def _finished(
    text: str, words: Sequence[Found[Word]], clause: Clause, end: int, numbers: Sequence[int]
) -> Words:
    """余下5公里路面摊铺11月底前完成, 两个项目完成土地摘牌: a 完成 behind the number says it of what is before."""
    return [
        word
        for word in words
        if end <= word.start < clause.end
        and word.value.reach == "object"
        and not holds(numbers, word.end, clause.end)
        and (_BY_THEN.search(text, end, word.start) or _WHO.fullmatch(text, end, word.start))
    ]  # fmt: skip


def _tells(text: str, own: Sequence[Found[Word]], clause: Clause, start: int) -> bool:
    """预期工业产值完成9亿元: 完成 between what is counted and its number only tells that it is to be so much."""
    last = own[-1] if own else None
    return (
        last is not None
        and last.start > clause.start + _SUBJECT_LEAST
        and start - last.end <= _NEAR
        and _REACHING.fullmatch(text, last.end, start) is not None
    )


def _leading(
    text: str, words: Sequence[Found[Word]], clauses: Sequence[Clause], index: int, numbers: Sequence[int]
) -> Found[Word] | None:
    """The nearest word of promise that leads an earlier clause of the same train of thought."""
    place = clauses[index].start
    words = [word for word in words if word.start < place and word.value.reach == "sentence"]
    if not words:
        return None
    first = periods.walled(clauses, index, numbers, 1)
    begun = _begun(text, clauses, index, numbers)
    for word in reversed(words):
        at = _clause_of(word, clauses, index)
        earlier = clauses[at]
        if at < first:
            return None
        if clauses[0].end <= earlier.start < begun or not earlier.start <= word.start < earlier.end:
            continue
        if not (
            _behind_a_number(word, earlier, numbers)
            or (_at_a_number(text, word, earlier, numbers) and not _of_its_parts(text, clauses, at, index))
            or _is_aside(text, word, clauses, at, index, numbers)
            or _closed(text, word, clauses, at, index, numbers)
        ):
            return word
    return None


def _clause_of(word: Found[Word], clauses: Sequence[Clause], index: int) -> int:
    """The last clause before clauses[index] that begins at the word or before it."""
    while index > 1 and clauses[index - 1].start > word.start:
        index -= 1
    return index - 1


def _begun(text: str, clauses: Sequence[Clause], index: int, numbers: Sequence[int]) -> int:
    """扩大产业规模,全年新增大棚90个,…: where a thought begins that names the year behind a clause without a number, or 0."""
    for at in range(index, max(index - _SIGHT, 0), -1):
        if _YEAR.match(text, clauses[at].start):
            before = clauses[at - 1]
            return 0 if holds(numbers, before.start, before.end) else clauses[at].start
    return 0


def _at_a_number(text: str, word: Found[Word], clause: Clause, numbers: Sequence[int]) -> bool:
    """销售收入力争60亿元: a word right before its number, with the indicator before it, reaches no further."""
    return not _NO_SUBJECT.fullmatch(text, clause.start, word.start) and any(
        number >= word.end and number - word.end <= _NEAR and _REACHING.fullmatch(text, word.end, number)
        for number in numbers
    )


def _of_its_parts(text: str, clauses: Sequence[Clause], at: int, index: int) -> bool:
    """进出口总额力争完成9亿元,其中出口6亿元,增长8%: what is said of a number is said of its parts and of its growth."""
    return all(
        _PART.match(text, one.start) is not None and before.mark in (",", "，")
        for before, one in pairwise(clauses[at : index + 1])
    )


def _is_aside(
    text: str, word: Found[Word], clauses: Sequence[Clause], at: int, index: int, numbers: Sequence[int]
) -> bool:
    """税收6亿元,力争7亿元: more of the same; 确保全年达到9亿元 holds up to the semicolon."""
    if word.value.modality == "plan" or word.start >= asides.again(text, clauses, at, numbers):
        return False
    if word.value.modality == "strive":
        return True
    return asides.parted(clauses, at, index) and not asides.among(text, clauses, at, index)


def _is_of_another(text: str, word: Found[Word], clause: Clause, start: int, numbers: Sequence[int]) -> bool:
    """项目力争突破20个、投资超60亿元: the word is that of the number before."""
    others = [number for number in numbers if word.end <= number < start]
    return bool(others) and "、" in text[others[0] : start] and _at_a_number(text, word, clause, others[:1])


def _behind_a_number(word: Found[Word], clause: Clause, numbers: Sequence[int]) -> bool:
    return holds(numbers, clause.start, word.start)


def _closed(
    text: str, word: Found[Word], clauses: Sequence[Clause], at: int, index: int, numbers: Sequence[int]
) -> bool:
    """新建5座,确保年底前通车;: said of what is before it, of its own time (一季度确保开工9个;) or of a work and how far it gets, and closed by a semicolon."""
    clause = clauses[at]
    if at > 0 and clause.mark in (",", "，") and not holds(numbers, clause.start, clause.end):
        named = _NAMED_STAGE.match(text, word.end, clause.end)
        if (
            named
            and _DOES.match(text, clauses[at + 1].start)
            and asides.staged(text, named.end(), clause.end)
        ):
            return True
    if not asides.parted(clauses, at, index):
        return False
    if _TIMED.search(text, clause.start, word.start):
        return True
    if holds(numbers, clause.start, clause.end):
        return False
    if asides.staged(text, word.end, clause.end):
        return True
    before = clauses[at - 1]
    marked = clause.mark in ("；", ";") and before.mark not in ("；", ";")
    return at > 0 and marked and holds(numbers, before.start, before.end)


def _is_a_budget(text: str, word: Found[Word], clauses: Sequence[Clause], index: int) -> bool:
    """计划投资900万元,完成…: a plan of money just before, or one before a semicolon, leaves a later 完成 its own."""
    if word.value.modality != "plan":
        return False
    if text[word.start : word.end] == "预期":
        return True
    apart = any(one.mark in ("；", ";") for one in clauses[:index] if one.end > word.start)
    return apart or (clauses[index - 1].start <= word.start and _BUDGET.match(text, word.end) is not None)
