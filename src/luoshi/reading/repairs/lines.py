"""Line breaks inside sentences: left by a page of fixed width or by the foot of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from luoshi.reading.model import Span

#: How wide text[start:end] is.
Measure = Callable[[str, int, int], int]

_LINE = re.compile(r"[^\n]+")
#: A line that ends so ends its sentence, its clause or its label.
_CLOSED = re.compile(r"[。!?;:…”》)\]】|>]$")
#: A line that begins so begins something of its own.
_OPENS = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.,是要部章节]|[(\[【〔]|\d{1,2}[.、)](?!\d)|[①-⑳●◆■▲★◎○·•▶►➤➢✦◇□☆※*—-]|[^\n]{2,12}:)"
)
#: On a page of fixed width only these begin something of their own.
_MARKED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.部章节]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、](?!\d)|[①-⑳●◆■▲★◎○•▶►➤➢✦◇□☆※]|—{2})"
)
_STOPS = re.compile(r"[。!?;:…]$")
_NARROW = re.compile(r"[0-9A-Za-z %.]")
_PROSE = re.compile(r"[,。;]")
_STOPPED = re.compile(r"[。;]")
#: Lines shorter than this are headings, cells and signatures.
_LEAST = 20
#: A page of fixed width shows in so many lines as wide as each other, give or take ``_RAGGED``.
_FIXED, _RAGGED = 5, 2


def find(clean: str) -> Iterator[Span]:
    """Spans of the breaks (with the blanks around) that stand inside a sentence."""
    if "\n" not in clean:
        return
    lines = [_trimmed(clean, *hit.span()) for hit in _LINE.finditer(clean)]
    lines = [(start, end) for start, end in lines if start < end]
    pages = [
        (measure, width) for measure in (_columns, _characters) if (width := _width(clean, lines, measure))
    ]
    for (start, end), (below, stop) in zip(lines, lines[1:], strict=False):
        if "\t" in clean[start:stop] or end - start < _LEAST:
            continue
        if any(abs(measure(clean, start, end) - width) <= 2 * _RAGGED for measure, width in pages):
            goes_on = not _STOPS.search(clean, start, end) and not _MARKED.match(clean, below, stop)
        else:
            goes_on = _breaks_off(clean, (start, end)) and _goes_on(clean, (below, stop))
        if goes_on:
            yield end, below


def _breaks_off(clean: str, line: Span) -> bool:
    """Whether a text of sentences ends without its mark."""
    return _STOPPED.search(clean, *line) is not None and _CLOSED.search(clean, *line) is None


def _goes_on(clean: str, line: Span) -> bool:
    """Whether a line may be the rest of a sentence."""
    return _PROSE.search(clean, *line) is not None and _OPENS.match(clean, *line) is None


def _width(clean: str, lines: Sequence[Span], measure: Measure) -> int:
    """The width of the page; 0 where the lines have none in common, or are no running text."""
    broken = [line for line in lines if line[1] - line[0] >= _LEAST and not _STOPS.search(clean, *line)]
    widths = Counter(measure(clean, *line) for line in broken)
    near = {n: sum(widths[n + d] for d in range(-_RAGGED, _RAGGED + 1)) for n in widths}
    widest = max(near, key=lambda n: (near[n], n), default=0)
    full = [line for line in broken if abs(measure(clean, *line) - widest) <= _RAGGED]
    running = sum(_PROSE.search(clean, *line) is not None for line in full)
    if len(full) < _FIXED or 2 * running < len(full):
        return 0
    return widest if max(measure(clean, *line) for line in lines) <= widest + 4 * _RAGGED else 0


def _characters(_: str, start: int, end: int) -> int:
    """How many characters a line has."""
    return end - start


def _columns(clean: str, start: int, end: int) -> int:
    """How wide a line is: letters and digits take one column, all else two."""
    return 2 * (end - start) - len(_NARROW.findall(clean, start, end))


def _trimmed(clean: str, start: int, end: int) -> Span:
    words = clean[start:end]
    left = len(words) - len(words.lstrip(" "))
    return start + left, max(start + left, start + len(words.rstrip(" ")))
