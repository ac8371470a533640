"""Line breaks inside sentences: left by a page of fixed width or by the foot of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from luoshi.reading.model import Span, Text
from luoshi.reading.openings import lazy, quick

#: A line that ends so ends its sentence, its clause or its label.
_CLOSED = frozenset("。!?;:…”》)]】|>")
#: A line that begins so begins something of its own.
_OPENS = lazy(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.,是要部章节]|[(\[【〔]|\d{1,2}[.、)](?!\d)"
    r"|[①-⑳●◆■▲★◎○·•▶►➤➢✦◇□☆※*—-]|[^\n]{2,12}:)"
)
#: On a page of fixed width only these begin something of their own.
_MARKED = lazy(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.部章节]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、](?!\d)"
    r"|[①-⑳●◆■▲★◎○•▶►➤➢✦◇□☆※]|—{2})"
)
#: The note of who answers ends the line of what it is said of.
_NOTED = quick(r"[(](?:牵头|责任|配合|主办|承办|分管|包联|包抓|落实|完成)[^()\n]{2,80}[)]$")
_PROSE = lazy(r"[,。;]")
_STOPPED = lazy(r"[。;]")
#: A numeral or its unit that a break cut in two, before and after it: 投资2|4.5亿元, 25亿|元, 50万平|方米.
_TORN = lazy(
    r"[^\n]{0,12}?(?:(?:增长|下降|降低|提高|达|到|完成|实现|投[资入]|产值|收入|总额|资金|不低于|不少于|突破|超过?"
    r"|[稳保控][定持制]在|[为至约近逾])\d{1,3}\n\d{0,3}(?:\.\d{1,2})?[%亿万]"
    r"|[\u4e00-\u9fff]\d{1,3}\n\d{3}(?:[个家户人项件条座处场次亩吨]|公里|平方)|[\u4e00-\u9fff]\d{1,3}\.\n\d{1,2}[%亿万]"
    r"|\d(?:[亿万]?(?:美\n元|平\n方|平方\n[公米]|立\n方)|[亿万]\n(?:元|美元|平方|吨|亩)|公\n里|个?百\n分点"
    r"|个?百分\n点|个\n百分点))"
)
_TORN_NEAR = 12
#: A list of names with their figures, a name cut in two before its own: 水毁修复48件,病险水|库加固5件;
_LISTED = quick(
    r"\d([个家户人项件条座处场次亩吨]|公里),[\u4e00-\u9fff]{1,8}\n[\u4e00-\u9fff]{1,10}\d[\d.]{0,9}\1[,;、。]"
)
#: A page breaks its sentences where so many breaks stand inside one; a long sentence has more clauses than that.
_BROKEN, _CLAUSES = 2, 3
_BARE = lazy(r"[\u4e00-\u9fff]{2,12}")
#: A line of so many characters and clauses that ends in a word is a piece of a sentence, unless a task begins below.
_PIECE, _PIECES = 60, 3
_TASK = lazy(
    r"(?:加快|加强|加大|加力|推进|推动|建设|完成|实施|开展|启动|新建|改造|建成|确保|力争|争取|抓好|做好|强化|深化|优化|提升|完善|全面"
    r"|全力|持续|积极|大力|着力|扎实|深入|继续|组织|制定|编制|支持|围绕|依托|坚持|打造|培育|引进|突出|聚焦|以|今年|明年|全年|目前|下一步|上半年"
    r"|\d|各|本|我|[^,。;]{2,12}(?:局|委|办|镇|街道|公司|单位)(?=[,。;]|$))"
)
#: Lines shorter than this are headings, cells and signatures.
_LEAST = 20
#: What part of a line may be left of it when brackets with pinyin are gone.
_LEFT = 7
#: A break behind a line that is long enough and ends no sentence, and a blank of which the same holds.
_STOP = "。!?;:…"
_BREAK = lazy(rf"\n(?<=[^\n]{{{_LEAST - 1}}}[^{_STOP}\n]\n)")
_BREAK_AMID_BRACKETS = lazy(rf"\n(?<=[^\n]{{{_LEFT - 1}}}[^{_STOP}\n]\n)")
_GAP = lazy(rf" (?<=[^\n ]{{{_LEFT - 1}}}[^{_STOP}\n ] )(?=[^\n ])")
_SPACE = lazy(r"[ \n]*")
#: A page of fixed width shows in so many lines as wide as each other, give or take ``_RAGGED``.
_FIXED, _RAGGED = 5, 2
#: So few lines show it where each is as wide as the others, but for one in ``_ODD``, and none longer.
_FEW, _ODD = 2, 5
#: No page is so many characters wide.
_MOST = 200


#: How wide a line is.
Measure = Callable[[str], int]


class Break(NamedTuple):
    """A place clean[end:below] that may part a sentence: the line before it, which begins at ``start``, and the line
    after it."""

    start: int
    end: int
    below: int
    before: str
    after: str


def find(text: Text) -> list[Span]:
    """Spans of the breaks (with the blanks around) that stand inside a sentence; of blanks too, where the breaks of a
    page of fixed width were made blanks."""
    narrow = _narrow(_lines(text, "\n", given=False))
    breaks = list(_breaks(text, narrow=narrow))
    full = _full(text, breaks, "\n") if narrow else set()
    tails = Counter(map(_tail, breaks))
    inside = [
        one
        for one in breaks
        if _runs_on(one, full) or _torn(one) or _is_piece(one) or _breaks_off(one, tails)
    ]
    if len(inside) >= _BROKEN:
        inside += [one for one in breaks if _goes_on(one) and one not in inside]
    found = [(one.end, one.below) for one in inside]
    if not full and len(gaps := list(_gaps(text))) >= _FIXED and (full := _full(text, gaps, " ")):
        found += [(one.end, one.below) for one in gaps if _runs_on(one, full)]
    return sorted(found)


def _narrow(lines: Sequence[str]) -> bool:
    """Whether the lines may be those of a page of fixed width."""
    return max(map(len, lines), default=0) <= _MOST


def _breaks(text: Text, *, narrow: bool) -> Iterator[Break]:
    """The breaks that may stand inside a sentence; where the lines are no page's, behind whole sentences only."""
    clean, whole = text.clean, isinstance(text.places, range) or not narrow
    for hit in (_BREAK if whole else _BREAK_AMID_BRACKETS).finditer(clean):
        start = clean.rfind("\n", 0, hit.start()) + 1
        line = clean[start : hit.start()].rstrip(" ")
        below, stop = _next_line(clean, hit.end())
        before, after = line.lstrip(" "), clean[below:stop]
        if (
            not narrow
            and not _STOPPED.search(line)
            and line.count(",") < _PIECES
            and not _parts_list(before, after)
        ):
            continue
        stopped = not before or before[-1] in _STOP or before[-2:] == ".."
        if not stopped and after and "\t" not in before + after:
            yield Break(start, start + len(line), below, before, after)


def _next_line(clean: str, at: int) -> Span:
    hit = _SPACE.match(clean, at)
    below = hit.end() if hit else at
    stop = clean.find("\n", below)
    return below, len(clean) if stop < 0 else stop


def _gaps(text: Text) -> Iterator[Break]:
    clean = text.clean
    for hit in _GAP.finditer(clean):
        blank = clean.rfind(" ", 0, hit.start()) + 1
        start = clean.rfind("\n", blank, hit.start()) + 1 or blank
        yield Break(start, *hit.span(), clean[start : hit.start()], clean[hit.end() : hit.end() + _LEAST])


def _tail(one: Break) -> str:
    """What stands behind the last whole sentence of the line before."""
    return one.before[max(map(one.before.rfind, "。;!?")) + 1 :]


def _breaks_off(one: Break, tails: Counter[str]) -> bool:
    """Whether a line breaks off behind whole sentences, and not with words of the site that end other lines as well."""
    breaks_off = len(one.before) >= _LEAST and _STOPPED.search(one.before) and one.before[-1] not in _CLOSED
    return bool(breaks_off and _continues(one) and tails[_tail(one)] == 1)


def _continues(one: Break) -> bool:
    return _PROSE.search(one.after) is not None and not _OPENS.match(one.after)


def _goes_on(one: Break) -> bool:
    """Whether a long sentence breaks off in a clause without a figure, on a page that breaks others."""
    clauses = one.before.split(",")
    whole = len(one.before) >= 2 * _LEAST and len(clauses) > _CLAUSES and one.before[-1] not in _CLOSED
    return whole and _BARE.fullmatch(clauses[-1]) is not None and _continues(one)


def _is_piece(one: Break) -> bool:
    """Whether a long line of clauses ends in the middle of a word or a clause, and the line below goes on with it."""
    long = len(one.before) >= _PIECE and one.before.count(",") >= _PIECES - 1
    ends_open = long and "\u4e00" <= one.before[-1] <= "\u9fff"
    return ends_open and _continues(one) and not _TASK.match(one.after)


def _parts_list(before: str, after: str) -> bool:
    return _LISTED.search(f"{before[-2 * _TORN_NEAR :]}\n{after[: 2 * _TORN_NEAR]}") is not None


def _torn(one: Break) -> bool:
    """Whether a line of running text breaks off inside a numeral or its unit, or before the figure of a list."""
    if _parts_list(one.before, one.after):
        return True
    if not one.before[-1].isdigit() and one.before[-1] not in ".亿万美平方立公百分个":
        return False
    near = f"{one.before[-_TORN_NEAR:]}\n{one.after[:_TORN_NEAR]}"
    return _PROSE.search(one.before) is not None and _TORN.match(near) is not None


def _runs_on(one: Break, full: set[int]) -> bool:
    noted = one.before[-1] == ")" and _NOTED.search(one.before)
    return one.end in full and not noted and not _MARKED.match(one.after)


def _full(text: Text, breaks: Sequence[Break], parting: str) -> set[int]:
    """The ends of the lines that fill a page of fixed width; none where the lines have no width in common, measured as
    read or else as given."""
    full: set[int] = set()
    least = _FEW if parting == "\n" else _FIXED
    for given, measures in _MEASURES if len(breaks) >= least else ():
        lines = _lines(text, parting, given=given)
        if full or not _narrow(lines):
            return full
        words = [_given(text, one, parting) if given else one.before for one in breaks]
        for measure in measures:
            width = _width([word for word in words if given or len(word) >= _LEAST], measure, least)
            if width and all(_holds(line, width, measure) for line in lines):
                near = (abs(measure(word) - width) <= 2 * _RAGGED for word in words)
                full.update(one.end for one, fills in zip(breaks, near, strict=True) if fills)
    return full


def _width(words: Sequence[str], measure: Measure, least: int) -> int:
    """The width that most lines have in common; 0 where they have none, or are no running text.

    ``least`` lines are enough where nearly all have it.
    """
    widths = list(map(measure, words))
    counted = Counter(widths)
    near = {n: sum(counted[n + d] for d in range(-_RAGGED, _RAGGED + 1)) for n in counted}
    common = max(near, key=lambda n: (near[n], n), default=0)
    full = [word for word, width in zip(words, widths, strict=True) if abs(width - common) <= _RAGGED]
    running = sum(_PROSE.search(word) is not None for word in full)
    even = len(full) >= least and len(words) - len(full) <= len(words) // _ODD
    return common if (even or len(full) >= _FIXED) and 2 * running >= len(full) else 0


def _holds(line: str, width: int, measure: Measure) -> bool:
    """Whether a line is no wider than the page."""
    most = width + 4 * _RAGGED
    return 2 * len(line) <= most or measure(line.strip()) <= most


def _given(text: Text, one: Break, parting: str) -> str:
    """The line before a break as it was given; the last of them where lines were joined in it."""
    first = text.places[one.start - 1] + 1 if one.start else 0
    line = text.raw[first : text.places[one.end]].strip()
    return line.replace(parting, "\n").splitlines()[-1] if line else ""


def _lines(text: Text, parting: str, *, given: bool) -> list[str]:
    """The lines as read, without the rows of tables, or as given without those of the web page around."""
    if not given:
        lines = text.clean.replace(parting, "\n").split("\n")
        return [line for line in lines if "\t" not in line] if "\t" in text.clean else lines
    lines = text.raw.replace(parting, "\n").splitlines()
    if max(map(len, lines)) > 2 * _MOST:  # too long for a line of a web page, too
        return lines
    return _body(text).replace(parting, "\n").splitlines()


def _body(text: Text) -> str:
    parts, at = list[str](), 0
    for one in text.repairs.of("boilerplate"):
        parts.append(text.raw[at : one.start])
        at = one.end
    return "".join([*parts, text.raw[at:]]).replace("\u3000", " ")


def _columns(line: str) -> int:
    """How wide a line is where punctuation is full-width, however it is written now: letters and digits take one
    column, all else two."""
    return 2 * len(line) - len(_NARROW.findall(line))


def _given_columns(line: str) -> int:
    """How wide a line is as it stands: what is no Chinese takes one column."""
    return 2 * len(line) - len(_SLIM.findall(line))


_NARROW = lazy(r"[0-9A-Za-z %.]")
_SLIM = lazy("[\x00-\u1fff]")
#: Measures of the lines as read and as given.
_MEASURES = ((False, (_columns, len)), (True, (_given_columns, len)))
