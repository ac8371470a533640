"""How alike two Chinese texts are, and which of many are alike, without comparing each with each."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain

Grams = frozenset[str]
SHARED = 3
"""How many rare grams two texts must have in common before they are compared."""
_NOISE = re.compile(r"[\W_]+")
_FIRM = re.compile(r"(有限责任公司|股份有限公司|有限公司|集团公司|股份公司|公司|集团)+$")


def plain(text: str) -> str:
    """The text without spaces, punctuation, letter case and forms of width.

    >>> plain("新型 储能（Ｐack）产线·二期")
    '新型储能pack产线二期'
    """
    return _NOISE.sub("", unicodedata.normalize("NFKC", text).casefold())


def firm_name(text: str) -> str:
    """A firm's name without what says only that it is a firm.

    >>> firm_name("远川储能（云溪）有限责任公司"), firm_name("远川储能(云溪)集团有限公司")
    ('远川储能云溪', '远川储能云溪')
    """
    name = plain(text)
    return _FIRM.sub("", name) or name


def grams(text: str) -> Grams:
    """Its runs of three characters, with a mark before and behind, so that short texts have some too.

    >>> sorted(grams("甲乙"))
    ['^甲乙', '甲乙$']
    """
    marked = f"^{text}$"
    return frozenset(marked[i : i + 3] for i in range(len(marked) - 2)) if text else frozenset()


def likeness(first: Grams, second: Grams) -> Fraction:
    """Dice's coefficient: twice what both have ÷ what each has; 0 where one has nothing.

    Source: L. R. Dice, Measures of the amount of ecologic association, 1945, over character trigrams.

    >>> likeness(grams("储能电池一期"), grams("储能电池二期"))
    Fraction(1, 2)
    """
    count = len(first) + len(second)
    return Fraction(2 * len(first & second), count) if count else Fraction(0)


def alike(texts: Sequence[Grams], at_least: Decimal) -> Iterator[tuple[int, int]]:
    """Every pair of positions (smaller first) whose likeness is at least so much, each once.

    ``at_least`` above 0 and at most 1. Exact, by prefix filtering over an inverted index: two sets that are
    alike share ``SHARED`` of the rarest grams of each, so that only texts with so many rare grams in common are
    compared (Chaudhuri and others 2006; Bayardo and others 2007; Wang and others 2012 for more than one).
    """
    least = Fraction(at_least)
    often = Counter(chain.from_iterable(texts))
    shared_by = sorted((n, gram) for gram, n in often.items() if n > 1)
    rank = {gram: number for number, (_, gram) in enumerate(shared_by)}
    sizes = {size: _overlap(size, least) for size in {len(each) for each in texts}}
    index: dict[str, list[int]] = defaultdict(list)
    for position, found in enumerate(texts):
        if not found:
            continue
        needed = sizes[len(found)]
        alone = sum(gram not in rank for gram in found)
        rare = sorted((gram for gram in found if gram in rank), key=rank.__getitem__)
        postings = [index[gram] for gram in rare[: max(0, len(found) - needed + SHARED - alone)]]
        for other, shared in Counter(chain.from_iterable(postings)).items():
            if shared >= min(SHARED, needed) and _alike(texts[other], found, least):
                yield other, position
        for each in postings:
            each.append(position)


def _overlap(size: int, least: Fraction) -> int:
    """With how many grams a set of this size must overlap to be alike to any other."""
    share = least * size / (2 - least)
    return -(-share.numerator // share.denominator)


def _alike(first: Grams, second: Grams, least: Fraction) -> bool:
    both, common = len(first) + len(second), len(first & second)
    return 2 * common * least.denominator >= least.numerator * both
