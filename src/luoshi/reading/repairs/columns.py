"""Lines of a narrow column, broken inside words, numerals and units: a leaflet, a cell that was copied as it stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from luoshi.reading.model import Span
from luoshi.reading.openings import lazy, quick

#: A column holds no more characters a line, on average no more than ``_MEAN``; of its lines one in ``_ODD`` is none of it.
_MOST, _MEAN, _ODD = 26, 20, 15
#: So many lines as wide as each other show it, and half of these are running text.
_FULL, _RAGGED = 6, 2
#: A numeral or a unit that is broken ends a line that may be narrower by so many columns.
_SLACK = 10
_BROKEN = quick(r"\d[亿万千百]{0,2}(?:美|平方?|立方?|公|千|个?百分?|工作?)?$")
_REST = lazy(r"[\d%亿万千百元个家户亩米里分点日方]")
#: A line set in by so much more than the one above begins a paragraph.
_INDENT = 2
_PROSE = lazy(r"[,。;]")
_STOPS = "。!?:;…"
#: So many shorter lines end a sentence: the last ones of paragraphs.
_ENDS, _ENDED = "。;", 2
#: What begins something of its own, and a heading that does.
_MARKED = lazy(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.部章节]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、](?!\d)"
    r"|[①-⑳●◆■▲★◎○•▶►➤➢✦◇□☆※]|—{2}|[\u4e00-\u9fff]{2,6}:)"
)
_HEADED = lazy(r"(?:第?[一二三四五六七八九十]{1,3}[、.部章节]|[(][一二三四五六七八九十]{1,3}[)])")
_NARROW = lazy(r"[0-9A-Za-z %.,:;()!?]")
_PUNCTUATION = lazy(r"[,:;()!?]")


def find(clean: str) -> list[Span]:
    """Spans of the breaks inside the sentences of a narrow column; none where the text is none."""
    if len(clean) > _MEAN * (clean.count("\n") + 1) or "\t" in clean:
        return []
    lines = clean.split("\n")
    widths = [_width(line) for line in lines]
    width = _common(lines, widths)
    return _breaks(lines, widths, width) if width else []


def _width(line: str) -> int:
    """Columns: a character of Chinese takes two, and so does its punctuation."""
    line = line.strip()
    return 2 * len(line) - len(_NARROW.findall(line)) + len(_PUNCTUATION.findall(line))


def _common(lines: Sequence[str], widths: Sequence[int]) -> int:
    """The width that the lines of the column have in common; 0 where they have none."""
    both = list(zip(lines, widths, strict=True))
    running = Counter(
        width for line, width in both if _PROSE.search(line) and line.rstrip()[-1] not in _STOPS
    )
    near = {n: sum(running[n + d] for d in range(-_RAGGED, _RAGGED + 1)) for n in running if n <= 2 * _MOST}
    common = max(near, key=lambda n: (near[n], n), default=0)
    if near.get(common, 0) < _FULL:
        return 0
    full = sum(abs(width - common) <= _RAGGED for width in widths)
    wider = sum(width > common + 2 * _RAGGED for width in widths)
    ended = sum(0 < width < common - 2 * _RAGGED and line.rstrip()[-1] in _ENDS for line, width in both)
    return common if full <= 2 * near[common] and wider * _ODD <= len(lines) and ended >= _ENDED else 0


def _breaks(lines: Sequence[str], widths: Sequence[int], width: int) -> list[Span]:
    """The breaks behind lines that fill the column of that width."""
    found, end = list[Span](), -1
    for at in range(len(lines) - 1):
        before, after = lines[at].rstrip(" "), lines[at + 1].lstrip(" ")
        end += 1 + len(lines[at])
        indent = len(lines[at + 1]) - len(after)
        above = len(before) - len(bare := before.lstrip(" "))
        if bare and after and indent < above + _INDENT and _runs_on(bare, after, width - widths[at]):
            found.append((end - len(lines[at]) + len(before), end + 1 + indent))
    return found


def _runs_on(before: str, after: str, short: int) -> bool:
    """Whether a line that is so much narrower than the column runs on in the next one."""
    broken = short > 0 and _REST.match(after) and _BROKEN.search(before)
    if not -2 * _RAGGED <= short <= (_SLACK if broken else 2 * _RAGGED):
        return False
    closed = before[-1] in _STOPS or (_HEADED.match(before) and not _PROSE.search(before))
    return not closed and not _MARKED.match(after)
