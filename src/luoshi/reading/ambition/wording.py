"""One indicator under one wording: what plans call differently and mean alike."""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi.reading.ambition import words

_MARKS = str.maketrans("", "", " \t\n\r\u3000\xa0“”\"'‘’《》()（）【】[]、，,。；;：:·-—*•")
_SAME = re.compile("|".join(re.escape(word) for word in sorted(words.SAME, key=len, reverse=True)))
_THRESHOLD = re.compile(words.THRESHOLD)
_LEADING = tuple(sorted(words.LEADING, key=len, reverse=True))
_TRAILING = tuple(sorted(words.TRAILING, key=len, reverse=True))
_ROUNDS = 8  # words that say nothing stand before an indicator at most so many
_LONGEST = 80  # characters of an indicator that are looked at; no wording of one is longer


@lru_cache(maxsize=65536)
def key(indicator: str, basis: str = "level", conditional: bool = False) -> str:
    """The wording under which an indicator is lined up with others.

    Marks, words of time and will and a rate's own word are left off, known synonyms become one. With ``conditional`` the
    threshold in the wording is left off too: it stands among the conditions. ``basis`` increment leaves off the verb of
    becoming more, except 净增. Never empty for an indicator that has a character besides marks.
    """
    bare = indicator[:_LONGEST].translate(_MARKS)
    wording = _THRESHOLD.sub("", bare, count=2) if conditional else bare
    for _ in range(_ROUNDS):
        before, wording = wording, _round(wording, basis)
        if wording == before:
            break
    return wording or bare or indicator


def _round(wording: str, basis: str) -> str:
    wording = _without_start(wording, _LEADING)
    wording = _SAME.sub(lambda found: words.SAME[found.group()], wording)
    if basis == "increment":
        wording = _without_start(wording, words.BECOMING)
    ending = next((end for end in _TRAILING if wording.endswith(end) and len(wording) > len(end) + 1), "")
    return wording.removesuffix(ending)


def _without_start(wording: str, starts: tuple[str, ...]) -> str:
    start = next((start for start in starts if wording.startswith(start)), "")
    rest = wording[len(start) :]
    return rest if len(rest) > 1 and rest[0] not in words.OWN else wording
