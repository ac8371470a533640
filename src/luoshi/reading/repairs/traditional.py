"""Traditional characters to simplified, one code point to one, so that no offset moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from luoshi.reading.model import Repair

#: Characters of the simplified standard that are also traditional forms of others: left alone in a simplified text.
SHARED = frozenset("乾於徵摺夥吒甯榘")


@cache
def _choices() -> dict[str, tuple[str, ...]]:
    """Each traditional character and its simplified forms, likeliest first (OpenCC's table)."""
    lines = (resources.files("opencc") / "dictionary" / "TSCharacters.txt").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line)
    return {a: tuple(b.split()) for a, b in rows if len(a) == 1 and a not in SHARED and b.split()[0] != a}


@cache
def table() -> dict[int, int]:
    """The table for ``str.translate``."""
    return {ord(a): ord(b[0]) for a, b in _choices().items() if len(b[0]) == 1}


#: In a traditional text only: characters whose simplified form hangs on what stands beside them.
_BESIDE = re.compile(
    r"(?<![显顯卓昭编編专專名论論原译譯遗遺巨合拙土])著(?![名作称稱述者书書])|於|徵|夥|摺(?!子)"
)
_BESIDE_FORMS = str.maketrans("著於徵夥摺", "着于征伙折")
_ENOUGH = 8


def find(raw: str) -> Iterator[Repair]:
    """One repair for each run of traditional characters; in doubt where a character has two simplified forms."""
    choices, forms = _choices(), table()
    present = {char for char in set(raw) if ord(char) in forms}
    if not present:
        return
    runs = 0
    for hit in re.finditer("[" + "".join(sorted(present)) + "]+", raw):
        before, runs = hit.group(), runs + 1
        sure = all(len(choices[c]) == 1 for c in before)
        yield Repair(hit.start(), hit.end(), "traditional", before, before.translate(forms), sure)
    if runs >= _ENOUGH:
        for hit in _BESIDE.finditer(raw):
            yield Repair(*hit.span(), "traditional", hit.group(), hit.group().translate(_BESIDE_FORMS), False)
