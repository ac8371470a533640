"""Lines of their own that head what stands below them, told from titles, signatures and items."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from luoshi.reading.outline import line_words, numbered_words, opening_words, rules
from luoshi.reading.outline import words as known
from luoshi.reading.outline.candidates import Candidate, plain, slogan
from luoshi.reading.outline.page import Page, mark_at
from luoshi.reading.outline.shelves import carried_out, kinds, places
from luoshi.reading.outline.survey import Survey, calls_for

#: A paragraph so long is the body of a heading.
_BODY_LEAST = 40
#: A sentence of several clauses under a heading is so long.
_TOLD_LEAST = 24
#: What is said under a slogan is so long.
_SAID_LEAST = 16
#: Titles of one shape differ by so many characters where a line stands above the first.
_SHAPE_NEAR = 2
#: A title may be named again within so many characters.
_NEAR = 600
#: The name of a document is so long.
_NAME_LEAST = 8
#: So many titles that stand on two lines.
_COUPLES_LEAST = 2
#: So many names before a blank head what follows them.
_BLANKED_LEAST = 3
#: So many others like it speak for a line.
_COMPANY_LEAST = 2
#: A list with numbers on lines of their own has more items than that, the first two of them so near.
_ITEMS_LEAST, _NUMBERED_NEAR = 3, 10
_CLOSED = frozenset("。!?;)”…")


def lines(page: Page, found: Survey) -> list[Candidate]:
    """Lines and labels with something under them, in order; the titles of documents among them have that form."""
    kept: dict[int, Candidate] = {}
    led, last = -1, len(page.words) - 1
    parting = {one.line: one for one in kinds(page, found)}
    open_below: list[Candidate] = []
    briefs: list[Candidate] = []
    for line in reversed(found.short):
        if line == last or line in found.above:
            continue
        heads, over = (
            _heads(page, found, line, line + 1 == led or line + 1 in parting),
            _stands_over_open(page, found, line),
        )
        one = plain(page, line) if heads or over else None
        if one is None:
            continue
        if over and one.form == "line":
            open_below.append(one)
        if not heads:
            continue
        if one.style == "brief":
            briefs += [one] if _parts_text(page, found, line) else []
            continue
        title = one.form == "line" and _is_title(page, one)
        if title and _heads_page(found, line):
            continue
        kept[line] = one._replace(form="title") if title else one
        led = led if title else line
    kept |= {one.line: one for one in briefs} if len(briefs) > 1 else {}
    _drop_odd(page, found, kept)
    kept |= {one.line: one for one in _firsts(page, found, kept)}
    kept |= parting | {one.line: one for one in (*_units(page, found), *carried_out(page, found))}
    closed = kept.keys() & set(found.closed)
    slogans = [one for line in found.closed if line < last and (one := _slogan(page, line)) is not None]
    if slogans or open_below:
        titles = sorted(one.line for one in (*kept.values(), *found.titles) if one.form == "title")
        alike = [one for one in kept.values() if one.form == "line"]
        open_below = [one for one in open_below if one.line - 1 not in closed]
        cut_off = [one for one in open_below if one.line + 2 == len(page.words)]
        for more in (
            *_in_company(slogans, slogans, titles),
            *_in_company(open_below, alike, titles),
            *_in_company(cut_off, alike, titles, least=1),
        ):
            kept[more.line] = more
    kept |= {one.line: one for one in _blanked(page, found)}
    _couple(page, found, kept)
    named = {one.line: one for one in places(page, found)}
    kept = {line: one for line, one in kept.items() if line - 1 not in named or line in named} | named
    return sorted([*kept.values(), *found.titles], key=lambda one: one.start)


def _heads_page(found: Survey, line: int) -> bool:
    """Whether the count goes on below the name of a document, as below one that stands at the head of every page."""
    below = found.heads.get(line + 1)
    if below is None or below.number < 2:
        return False
    above = (one for one in reversed(found.heads.values()) if one.line < line and one.style == below.style)
    last = next(above, None)
    return last is not None and last.number + 1 == below.number


def _firsts(page: Page, found: Survey, kept: dict[int, Candidate]) -> list[Candidate]:
    """The line right above a body that others further down are like: it heads the first part, and names no document."""
    others = [one for one in kept.values() if one.form != "title"]
    lasts = (line for line in found.above if line + 1 not in found.above and line + 1 < len(page.words))
    firsts = [one for line in lasts if others and (one := plain(page, line)) is not None]
    return [one for one in firsts if _begins_body(page, found, one) and _is_like(page, one, others)]


def _begins_body(page: Page, found: Survey, one: Candidate) -> bool:
    words, below = page.words[one.line], page.words[one.line + 1]
    if (
        line_words.TITLE_LINE.search(words)
        or line_words.ADDRESS.match(words)
        or line_words.OF_A_BODY.search(words)
        or line_words.SUBTITLE.match(below)
    ):
        return False
    head = found.heads.get(one.line + 1)
    if head is not None:
        return head.number == 1 or head.style == "dash"
    return (below[-1] in _CLOSED or below[-1] == ":") and len(below) > len(words)


def _is_like(page: Page, one: Candidate, others: list[Candidate]) -> bool:
    """Whether lines are labels too, or titles of one shape: equally long, or with a beginning or an end in common."""
    alike = [other for other in others if other.style == one.style]
    if one.form == "label" or one.style == "bracketed":
        return bool(alike)
    title = page.text.clean[one.title_start : one.end]
    shapes = [page.text.clean[other.title_start : other.end] for other in alike]
    near = 0 if one.line == 0 else _SHAPE_NEAR
    return any(
        title[:2] == other[:2] or title[-2:] == other[-2:] or abs(len(title) - len(other)) <= near
        for other in shapes
        if title.count(",") == other.count(",")
    )


def _units(page: Page, found: Survey) -> list[Candidate]:
    """Units that each stand over duties counted from one, where several do: 招商局 1.… 2.… 建设局 1.…"""
    heads = found.heads
    over = [line for line in found.short if line + 1 in heads and heads[line + 1].number == 1]
    units = [(line, hit.end(1)) for line in over if (hit := line_words.UNIT_LINE.match(page.words[line]))]
    if len(units) < _COMPANY_LEAST:
        return []
    starts = page.starts
    return [
        Candidate(line, "label", "label", rules.LABEL, 0, starts[line], starts[line], starts[line] + end, 0)
        for line, end in units
    ]


def _drop_odd(page: Page, found: Survey, kept: dict[int, Candidate]) -> None:
    """Takes out the lines below a number of their own where most items of that list are none: 01 / 新建公园2个 / 02 / 文化下乡"""
    items = [line + 1 for line in found.short if line_words.LONE_NUMBER.match(page.words[line])]
    titles = [line for line in items if line in kept]
    if len(items) > _ITEMS_LEAST and 2 * len(titles) < len(items):
        for line in titles:
            del kept[line]


def _leads_numbers(page: Page, line: int) -> bool:
    """Whether a list of numbers on lines of their own begins below a paragraph and this line, behind a remark or not."""
    if not line or page.words[line - 1][-1] not in _CLOSED:
        return False
    first = line + 1 + (line_words.REMARK.match(page.words[line + 1]) is not None)
    near = [
        hit[1]
        for one in page.words[first : first + _NUMBERED_NEAR]
        if (hit := line_words.LONE_NUMBER.match(one))
    ]
    return near[:2] == ["1", "2"] and page.words[first].endswith("1")


def _couple(page: Page, found: Survey, kept: dict[int, Candidate]) -> None:
    """Joins each title that stands on two lines to one, where several do: 紧扣产城融合 / 强化规划建设"""
    short = set(found.short) - kept.keys()
    halves = [line for line in kept if line - 1 in short and _are_halves(page, line)]
    if len(halves) < _COUPLES_LEAST:
        return
    for line in halves:
        kept[line] = kept[line]._replace(start=page.starts[line - 1], title_start=page.starts[line - 1])


def _are_halves(page: Page, line: int) -> bool:
    return all(opening_words.HALF.match(page.words[at]) is not None for at in (line - 1, line))


def _blanked(page: Page, found: Survey) -> list[Candidate]:
    """The names of parts that stand before a blank at the head of sentences whose line breaks were lost, where several do."""
    named = [
        _named(page, line, hit.end(1))
        for line in sorted(page.inner - found.heads.keys())
        if (hit := numbered_words.NAME_BLANKED.match(page.words[line]))
        and not numbered_words.NOT_A_TITLE.of(hit[1])
    ]
    return named if len(named) >= _BLANKED_LEAST else []


def _named(page: Page, line: int, end: int) -> Candidate:
    start, rest = page.starts[line], len(page.words[line]) - end
    return Candidate(line, "line", "line", rules.LINE, 0, start, start, start + end, rest)


def _in_company(
    some: list[Candidate], company: list[Candidate], titles: list[int], *, least: int = _COMPANY_LEAST
) -> list[Candidate]:
    """Those whose document, below the same title, holds so many of the company."""
    count = Counter(bisect_left(titles, one.line) for one in company)
    return [one for one in some if count[bisect_left(titles, one.line)] >= least]


def _heads(page: Page, found: Survey, line: int, led: bool) -> bool:
    """Whether text, a numbering or another heading stands right below; ``led`` tells of the last."""
    words, below = page.words[line], page.words[line + 1]
    if (line and _goes_on(page, found, line, led=led)) or line_words.ASKED.match(below):
        return False
    if below[0] in "—-" and line_words.SUBTITLE.match(below):
        return False
    if line_words.DATELINE.match(below) or (page.counts_rows and page.words[line - 1].isdigit()):
        return False
    if (
        line == 1 and words[0] in rules.SIGNS and "," in words and numbered_words.NOT_A_TITLE.of(words)
    ):  # of the page itself
        return False
    if _promises(words) and line_words.BREAKS_OFF.match(words[-1]) and mark_at(below) is None:
        return False
    if (below[-1] in "1)" and _leads_numbers(page, line)) or calls_for(page, line):
        return True
    if below[0] in rules.BULLETS:
        return below[0] != words[0]
    head = found.heads.get(line + 1)
    if led and known.FIGURE.search(words):  # one of a list
        return False
    if led or (head is not None and (head.number == 1 or _parts_count(page, found, head))):
        return True
    if len(below) <= known.LINE_MOST and mark_at(below) is None and known.FIGURE.search(below):
        return known.FIGURE.search(words) is None and _lists_figures(page, line)
    if below[-1] == ":":
        return _introduced(page, line + 1)
    if below[-1] not in _CLOSED:  # but a page may be cut off
        return line + 2 == len(page.words) and len(below) > known.HEADED_LEAST
    return len(below) > max(_BODY_LEAST, len(words)) or _tells(words, below) or _is_item(words, below)


def _parts_count(page: Page, found: Survey, below: Candidate) -> bool:
    """Whether the name of a kind of work stands between two items that count on: 2.改造柳塘桥。 / 教育类 / 3.新建学校。"""
    above, words = found.heads.get(below.line - 2), page.words[below.line - 1]
    if above is None or above.style != below.style or above.number + 1 != below.number:
        return False
    return page.words[above.line][-1] in "。;" and line_words.KIND.match(words) is not None


def _tells(words: str, below: str) -> bool:
    """Whether a sentence of several clauses stands under a line much shorter."""
    return "," in below and len(below) > max(_TOLD_LEAST, 2 * len(words))


def _lists_figures(page: Page, line: int) -> bool:
    """Whether two lines with their figures stand below."""
    after = page.words[line + 2] if line + 2 < len(page.words) else ""
    return len(after) <= known.LINE_MOST and known.FIGURE.search(after) is not None


def _parts_text(page: Page, found: Survey, line: int) -> bool:
    """Whether a line of two or three characters stands over a list, or between a paragraph and a sentence of clauses or a
    count."""
    above, below = page.words[line - 1], page.words[line + 1]
    if below[0] in rules.BULLETS:
        return line > 0
    head = found.heads.get(line + 1)
    over = found.heads.get(line - 1)
    if line == 0 or (
        above[-1] not in _CLOSED and (over is None or over.rest or over.style not in rules.PARTS)
    ):
        return False
    if head is not None and (head.number == 1 or _parts_count(page, found, head)):
        return True
    return len(below) > _BODY_LEAST or (below[-1] == "。" and _tells("", below))


def _introduced(page: Page, line: int) -> bool:
    """Whether a line that ends with a colon says something itself, or text stands below it."""
    words, after = page.words[line], page.words[line + 1] if line + 1 < len(page.words) else ""
    if words.endswith("如下:"):  # the whole document is what it leads to
        return False
    return len(words) > _BODY_LEAST or (
        "," in words + after and len(after) > _BODY_LEAST and after[-1] in _CLOSED
    )


def _slogan(page: Page, line: int) -> Candidate | None:
    """A slogan that heads the text below it, which tells of something else than a task of its own."""
    words, below = page.words[line], page.words[line + 1]
    if len(below) <= _SAID_LEAST or below[-1] not in _CLOSED:
        return None
    if len(below) <= _BODY_LEAST if "," not in words else known.OPENS.match(below):
        return None
    return slogan(page, line)


def _stands_over_open(page: Page, found: Survey, line: int) -> bool:
    """Whether a line between paragraphs stands over one that is short, or lost its closing sign."""
    below = page.words[line + 1]
    if line == 0 or page.words[line - 1][-1] not in _CLOSED or line + 1 in found.heads:
        return False
    short = below[-1] in "。;" or line + 2 == len(page.words)
    return len(below) > (_SAID_LEAST if short else known.LINE_MOST) and "," in below and "|" not in below


def _goes_on(page: Page, found: Survey, line: int, *, led: bool) -> bool:
    """Whether the line above breaks off inside its sentence, so that this one is its rest."""
    above = page.words[line - 1]
    if led and above[0] in rules.BULLETS and above[-1] not in _CLOSED and line + 1 not in found.heads:
        return True
    if len(above) <= known.LINE_MOST and above[-1] not in ",、" and not _promises(above):
        return False
    return line - 1 not in found.heads and line_words.BREAKS_OFF.match(above[-1]) is not None


def _promises(words: str) -> bool:
    """Whether a line is a piece of a sentence with its figure, as a narrow column cuts them: 供应用地120亩,腾空厂"""
    return "," in words and known.QUANTITY.search(words) is not None


def _is_item(words: str, below: str) -> bool:
    """A short sentence that says something under a line: a promise with its number, or any under a label."""
    return len(below) > 6 and (words[-1] == ":" or known.QUANTITY.search(below) is not None)


def _is_title(page: Page, one: Candidate) -> bool:
    line, words = one.line, page.words[one.line]
    if line == 0:
        return words[0] not in rules.SIGNS
    if one.style == "section":
        return False
    below = page.words[line + 1]
    if below[-1] == ":" and line_words.ADDRESS.match(below) and line_words.TITLE_LINE.search(words):
        return True
    named = line_words.COUNTED_TITLE.sub("", words)
    if (len(words) >= _NAME_LEAST or line_words.TITLE_LINE.search(words)) and _named_above(page, one, named):
        return True
    own = line_words.OWN_TITLE.search(words) is not None
    if own and page.carries(line):
        return True
    return (own or line_words.TITLE_LINE.search(words) is not None) and line_words.OF_A_BODY.search(
        words
    ) is not None


def _named_above(page: Page, one: Candidate, words: str) -> bool:
    """Whether the head of the text names the same title, on a line of its own or after a label."""
    clean = page.text.clean
    at = clean.find(words, 0, min(one.start, _NEAR))
    return at == 0 or (at > 0 and clean[max(0, at - 40) : at].rstrip(" ")[-1:] in ("", "\n", ":", "《"))
