"""Traditional characters to simplified, one code point to one, so that no offset moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from luoshi.reading.openings import lazy
from luoshi.reading.record import Change, Repair

#: Characters of the simplified standard that are also traditional forms of others, many of them in names: left alone in
#: a simplified text.
SHARED = frozenset("乾於徵摺夥吒甯榘昇陞甦氾麽剋")

#: In a traditional text only: characters whose simplified form hangs on what stands beside them.
BESIDE = "著於徵夥摺昇陞甦麽"
_BESIDE_FORMS = str.maketrans(BESIDE, "着于征伙折升升苏么")
_BESIDE = (
    r"|(?<=[於徵夥昇陞甦麽])|(?<=摺)(?!子)"
    r"|(?<=著)(?<![显顯卓昭编編专專名论論原译譯遗遺巨合拙土]著)(?![名作称稱述者书書])"
)
#: 計畫 is a plan, 圖畫 a picture.
_PLANNED = lazy("畫(?<=[計規籌謀][畫])")
_ENOUGH = 8
_FAR = lazy("[\U00010000-\U0010ffff]")


def _folder() -> Path:
    spec = find_spec("opencc")
    assert spec is not None and spec.origin is not None, "opencc is a dependency"
    return Path(spec.origin).parent


@cache
def _choices() -> dict[str, tuple[str, ...]]:
    """Each traditional character and its simplified forms, likeliest first (OpenCC's table)."""
    lines = (_folder() / "dictionary" / "TSCharacters.txt").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line)
    return {a: tuple(b.split()) for a, b in rows if len(a) == 1 and a not in SHARED and b.split()[0] != a}


@cache
def table() -> dict[int, int]:
    """The table for ``str.translate``."""
    return {ord(a): ord(b[0]) for a, b in _choices().items() if len(b[0]) == 1}


@cache
def letters() -> str:
    """The traditional characters of the first 65,536 code points, in order: the body of a character class."""
    return "".join(chr(c) for c in sorted(table()) if c < 0x10000)


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(char for char, forms in _choices().items() if len(forms) > 1)


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{letters()}]+")


def beside(plain: str) -> bool:
    """Whether the text is a traditional one that holds characters of ``BESIDE``."""
    if not any(char in plain for char in BESIDE):
        return False
    return sum(1 for _ in islice(_run().finditer(plain), _ENOUGH)) == _ENOUGH


def pattern(*, many: bool) -> str:
    """What follows a first traditional character, or stands behind one of ``BESIDE``."""
    return f"(?<![{BESIDE}])[{letters()}]*" + (_BESIDE if many else "")


def change(found: str) -> Change:
    """A run read simplified; in doubt where a character has two simplified forms."""
    if found in BESIDE:
        return "traditional", found.translate(_BESIDE_FORMS), False
    return "traditional", _PLANNED.sub("划", found).translate(table()), _doubtful().isdisjoint(found)


def far(raw: str) -> Iterator[Repair]:
    """Repairs for the rare traditional characters beyond the first 65,536 code points."""
    if len(raw.encode("utf-16-le", "surrogatepass")) == 2 * len(raw):
        return
    for hit in _FAR.finditer(raw):
        simple = hit.group().translate(table())
        if simple != hit.group():
            yield Repair(*hit.span(), "traditional", hit.group(), simple, hit.group() not in _doubtful())
