"""How the words of an indicator and the words of a measure are held together; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from luoshi.ledgers.units import COUNTS, PIECES

_NUMBER = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十百千两]+)?"
_THRESHOLD = re.compile(
    rf"(?:单体|总?投资(?:额)?|合同(?:金额|资金)|金额|规模)?(?:达到?|超过?|过|突破|不低于|不少于)?{_NUMBER}(?:[百千]?[万亿])(?:美?元)?(?:及?以上|以下|级)?(?:的)?(?=[\u4e00-\u9fff])"
)
_COMMENT = re.compile(r"[（(][^（()）]*[)）]")
_SIGN = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9%]+")
# Words that neither name nor narrow what is counted.
_FILLER = re.compile(
    r"其中|全年|全区|全市|年度|累计|力争|确保|计划|实现|完成|达到|争取|工作|各类|一批|总量|总额|总数|数量|任务|新增|已|新|的|总|共|再|达|数"
)
SHORTEST_PIECE = 2


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a measure's word fits: ``rest`` are the pieces of the indicator that it leaves unexplained.

    ``certainty`` is lower for a word that stands in pieces; ``score`` is certainty times the explained share.
    """

    word: str
    certainty: float
    score: float
    rest: tuple[str, ...]

    def with_rest(self, further: tuple[str, ...]) -> Fit:
        """The same fit for a text that says more."""
        return replace(self, rest=(*self.rest, *further)) if further else self


def bare(text: str) -> str:
    """An indicator without thresholds, comments and punctuation: 新引进5亿元以上项目 is 新引进项目."""
    return _SIGN.sub("", _THRESHOLD.sub("", _COMMENT.sub("", text)))


def best(indicator: str, words: Iterable[str]) -> Fit | None:
    """The word that explains the most of an indicator; None where none occurs in it."""
    text = bare(indicator)
    found = [fit for word in words if (fit := _fit(text, _SIGN.sub("", word)))]
    return max(found, key=lambda fit: (fit.score, len(fit.word)), default=None)


def _fit(text: str, word: str) -> Fit | None:
    """The share of the indicator that the word explains; a word in several pieces explains it less surely."""
    pieces = _pieces(text, word)
    if pieces is None:
        return None
    left = tuple(part for part in _without(text, pieces) if counts(part))
    certainty = 0.9 ** (len(pieces) - 1)
    return Fit(word, certainty, certainty * share(word, left), left)


def counts(part: str) -> bool:
    """Whether a piece of an indicator says anything beside filler."""
    return bool(_FILLER.sub("", part))


def share(word: str, left: Iterable[str]) -> float:
    """The part of an indicator that a word explains, when ``left`` are the pieces that it does not."""
    return len(word) / (len(word) + sum(len(_FILLER.sub("", part)) for part in left))


def _without(text: str, pieces: list[tuple[int, int]]) -> list[str]:
    ends = [0, *(end for _, end in pieces)]
    starts = [*(start for start, _ in pieces), len(text)]
    return [text[a:b] for a, b in zip(ends, starts, strict=True) if a < b]


@lru_cache(maxsize=4096)
def _found(text: str, word: str) -> tuple[tuple[int, int], ...] | None:
    at = text.find(word)
    if at >= 0:
        return ((at, at + len(word)),)
    for cut in range(len(word) - SHORTEST_PIECE, SHORTEST_PIECE - 1, -1):
        head = text.find(word[:cut])
        if head < 0:
            continue
        rest = _found(text[head + cut :], word[cut:])
        if rest is not None:
            return ((head, head + cut), *((a + head + cut, b + head + cut) for a, b in rest))
    return None


def _pieces(text: str, word: str) -> list[tuple[int, int]] | None:
    """Where the word stands, whole or in pieces of at least two signs in its own order; None where it does not."""
    found = _found(text, word) if len(word) >= SHORTEST_PIECE else None
    return list(found) if found else None


def beyond(part: str, whole: str) -> tuple[str, ...]:
    """What a part's name says beyond its total's, but for their common end: 制造业项目 of 新引进项目 says 制造业."""
    one, other = bare(part), bare(whole)
    same = 0
    while same < min(len(one), len(other)) and one[-1 - same] == other[-1 - same]:
        same += 1
    left = one[: len(one) - same]
    return (left,) if counts(left) else ()


def units_alike(one: str, other: str) -> float:
    """1 for the same unit, a little less for two words that count things, 0 for different measures."""
    if one == other:
        return 1.0
    if one in COUNTS and other in COUNTS:
        return 0.95 if "个" in (one, other) or {one, other} <= PIECES else 0.8
    return 0.0
