"""Text that stands twice: a page stored twice, a paragraph repeated in a row, a description before the body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate

from luoshi.reading.model import Span
from luoshi.reading.openings import lazy

#: What is shorter stands twice with right: headings, cells, formulas. Right after the first time, and anywhere else.
_IN_A_ROW, _APART = 40, 120
#: A sentence so long is looked for again.
_SENTENCE = 24
_LABEL = lazy(r"[【\[]?(?:内容)?(?:摘要|简介|描述|概述|导读|提要|核心提示)[】\]]?[ ]?:?[ ]?")
_NUMBERED = lazy(
    r"\n *(?:第?[一二三四五六七八九十]{1,3}[、.部章节 ]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])"
)
_BLANKS = lazy(r"\s+")
#: What stands more often was put together so: a phrase of the house, a corpus, a table.
_TIMES = 3
#: A description is among the first so many long lines in so many characters, its body follows within so many.
_LINES, _HEAD, _FOLLOWS = 3, 1200, 4000


def find(clean: str) -> list[Span]:
    """Spans that say word for word what stands elsewhere: a description whose body follows, and sentences that stood
    before, of at least ``_IN_A_ROW`` characters right after the first time or ``_APART`` anywhere."""
    described = _description(clean)
    least = described[0][1] if described else 0
    parts = (clean[least:] if least else clean).replace("\n", "。").split("。")
    long = Counter(part for part in parts if len(part) >= _SENTENCE)
    again = (
        {part for part, times in long.items() if 1 < times <= _TIMES} if len(long) < long.total() else set()
    )
    return [*described, *_spans(clean, parts, again, least)] if again else described


def _description(clean: str) -> list[Span]:
    """The line near the head that is the beginning of what follows."""
    at, long = 0, 0
    for line in clean[:_HEAD].split("\n")[:-1]:
        if len(line) >= _IN_A_ROW and long < _LINES:
            long += 1
            label = _LABEL.match(line)
            words = line[label.end() if label else 0 :].strip().rstrip(".…")
            if len(words) >= _IN_A_ROW and _follows(clean, words, at + len(line)):
                return [(at, at + len(line))]
        at += len(line) + 1
    return []


def _follows(clean: str, words: str, at: int) -> bool:
    """Whether a line further on begins with the words; breaks and blanks in it do not count. The same line in a row
    is a repetition, and so is one that goes on alike; whole sentences under a heading of their own are not the body."""
    found = clean.find(words[: _IN_A_ROW // 2], at, at + _FOLLOWS)
    between = clean[at:found] if found >= 0 else ""
    if between.rstrip(" ")[-1:] != "\n":
        return False
    rest = _BLANKS.sub("", clean[found : found + 2 * len(words)])
    if not rest.startswith(_BLANKS.sub("", words)):
        return False
    cut_off = clean[at - 1] in ".…"
    after = clean[found + len(words) : found + len(words) + _SENTENCE]
    if not cut_off and after[:1] in ("", "\n") and (not between.strip() or clean.startswith(after, at)):
        return False
    return words[-1] not in "。!?;" or not _NUMBERED.search(between)


def _spans(clean: str, parts: Sequence[str], again: Set[str], least: int) -> Iterator[Span]:
    sizes = list(accumulate(map(len, parts), initial=least))
    last: dict[str, int] = {}
    floor = 0
    for at in [index for index, part in enumerate(parts) if part in again]:
        below = last.setdefault(parts[at], at)
        if at < floor or below == at:
            continue
        low, floor = _run(parts, below, at, floor)
        last.update((parts[index], index) for index in range(low, floor) if parts[index] in again)
        start, end, shift = sizes[low] + low, sizes[floor] + floor - 1, at - below
        in_a_row = not any(map(str.strip, parts[floor - shift : low]))
        if end - start >= (_IN_A_ROW if in_a_row else _APART) and (in_a_row or _several(parts[low:floor])):
            yield start, end + (clean[end : end + 1] == "。")


def _run(parts: Sequence[str], below: int, at: int, floor: int) -> Span:
    """The run of parts around ``at``, not before ``floor``, that equals the one around ``below`` and does not touch it."""
    low, shift = at, at - below
    while low > floor and low > shift and low - 1 > below and parts[low - 1] == parts[low - 1 - shift]:
        low -= 1
    high = at + 1
    while high < len(parts) and high - shift < low and parts[high] == parts[high - shift]:
        high += 1
    while high - 1 > at and not parts[high - 1].strip():
        high -= 1
    while low < at and not parts[low].strip():
        low += 1
    return low, high


def _several(parts: Sequence[str]) -> bool:
    return sum(len(part) >= _SENTENCE for part in parts) > 1
