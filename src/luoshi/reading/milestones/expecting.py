"""What a passage of results still expects: 柳塘水厂已完成设计,预计下半年动工."""

from __future__ import annotations

from luoshi.reading.milestones import words
from luoshi.reading.openings import lazy, quick
from luoshi.reading.sentence import Sentence

_EXPECTED = quick(
    r"预计|有望|力争|争取|将[于在]|可(?=[在于望开竣完投建])|拟(?=[于在定年上下一二三四近\d])|(?<![原初按])计划(?![的书内外总]|投资)"
)
#: What has come about, and what is only under way, or would have been.
_CAME = quick(r"实际|原计划|完成了|已经?(?=[完建开竣投交启通])|均已|正在|目前")
#: A time that is no period, or left out in the text: X月底前.
_UNSAID = quick(rf"{words.UNTOLD}|[xX×]{{1,2}}月|\*月|尽快|近期|早日")
#: A year still running or to come: 年内, 明年; any other is one of results.
_WITHIN = lazy("年内|明年|次年|来年|翌年")
_PARTS = (";", "；")


def clauses(sentence: Sentence) -> frozenset[int]:
    """The clauses of a sentence among results that still expect something, and name its time."""
    if not _EXPECTED.search(sentence.words):
        return frozenset()
    found, open_ = set[int](), False
    for index, (start, end, _) in enumerate(sentence.clauses):
        if index and sentence.clauses[index - 1].mark in _PARTS:
            open_ = False
        said = _EXPECTED.search(sentence.text, start, end)
        open_ = (said is not None or open_) and not _CAME.search(
            sentence.text, said.end() if said else start, end
        )
        if open_ and _is_dated(sentence, start, end):
            found.add(index)
    return frozenset(found)


def _is_dated(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a time still to come stands in text[start:end]."""
    return _UNSAID.search(sentence.text, start, end) is not None or any(
        start <= one.start < end
        and not one.past
        and not one.recurs
        and (not one.whole or _WITHIN.match(sentence.text, one.start) is not None)
        for one in sentence.periods
    )
