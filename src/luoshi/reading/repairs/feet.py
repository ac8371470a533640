"""The numbers that stood at the feet of pages, each in a line of its own: - 4 -, 第 3 页 共 9 页."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reading.model import Span
from luoshi.reading.openings import lazy

_NUMBER = (
    r"[ ]{0,80}(?:[-—–]{1,2}[ ]?\d{1,3}[ ]?[-—–]{1,2}|第[ ]?\d{1,3}[ ]?页(?:[ ,/]{0,2}共[ ]?\d{1,3}[ "
    r"]?页)?)[ ]{0,80}(?=\n|$)"
)
_HEAD = lazy(_NUMBER)
_FOOT = lazy(rf"\n{_NUMBER}")
_BLANK = lazy(r"[ \n]{0,80}")
#: A line of running text that ends no sentence goes on behind the number, but for what begins something of its own.
_OPEN, _WITHIN = lazy(r"[\u4e00-\u9fff\d,、]"), ",。;"
_OPENS = lazy(
    r"[^\n]{2,12}:|第?[一二三四五六七八九十]{1,3}[、.,是要部章节]|[^\u4e00-\u9fff\d]|\d{1,2}[.、](?!\d)"
)
_PROSE = lazy(r"[^\n]{0,200}?[,。;]")
_LEAST, _MOST = 12, 400


def find(clean: str) -> Iterator[Span]:
    """Spans of these lines, with the blank lines above; with both breaks where a sentence goes on behind the number."""
    head = _HEAD.match(clean)
    done = head.end() if head else 0
    if head:
        yield head.span()
    for hit in _FOOT.finditer(clean):
        start, end = hit.span()
        while start > done and clean[start - 1] in " \n":
            start -= 1
        rest = _BLANK.match(clean, end)
        below = rest.end() if rest else end
        done = below if _goes_on(clean, start, below) else end
        yield start, done


def _goes_on(clean: str, end: int, below: int) -> bool:
    """Whether the line that ends at ``end`` goes on in the one that begins at ``below``."""
    start = clean.rfind("\n", max(0, end - _MOST), end) + 1
    line = clean[start:end].lstrip()
    if end - start < _LEAST or not _OPEN.match(line[-1:]) or not any(mark in line[:-1] for mark in _WITHIN):
        return False
    return not _OPENS.match(clean, below) and _PROSE.match(clean, below) is not None
