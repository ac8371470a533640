"""Which candidates are headings: a heading has something under it, and openings come in company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from luoshi.reading.model import Span
from luoshi.reading.outline import rules
from luoshi.reading.outline.candidates import Candidate

_TEXT_LEAST = 80
_LINE_MOST = 50
_STYLES_OF_PARTS = frozenset({"part", "chapter", "joint", "comma", "bracket"})


def choose(clean: str, blocks: Sequence[Span], found: Sequence[Candidate]) -> list[Candidate]:
    """The headings among the candidates, in order of place."""
    lines = _lines(clean, blocks, [c for c in found if c.form in ("line", "label")])
    numbered = [c for c in found if c.form == "numbered" and _has_body(clean, blocks, found, c)]
    inlines = [c for c in found if c.form == "inline"]
    fixed = sorted([*lines, *numbered], key=lambda c: c.start)
    openings = list(_openings(clean, blocks, fixed, {c.paragraph: c for c in found if c.form == "opening"}))
    return sorted([*fixed, *openings, *_in_series(inlines, found)], key=lambda c: c.start)


def _has_body(clean: str, blocks: Sequence[Span], found: Sequence[Candidate], one: Candidate) -> bool:
    """Whether words follow, in the paragraph or under it; a list of bare items has none."""
    if one.rest or one.style in ("part", "chapter", "joint"):
        return True
    below = _below(clean, blocks, one.paragraph)
    if below > one.paragraph + 1 and rules.QUANTITY.search(clean, one.title_start, one.end):
        return False
    if below >= len(blocks):
        return one.style in _STYLES_OF_PARTS and not _is_promise(clean, one)
    follower = next((c for c in found if c.paragraph == below), None)
    if follower is None or follower.form in ("opening", "line", "label") or follower.rank > one.rank:
        return not (_is_promise(clean, one) and one.style not in _STYLES_OF_PARTS)
    return follower.rank < one.rank and one.style in _STYLES_OF_PARTS and not _is_promise(clean, one)


def _below(clean: str, blocks: Sequence[Span], paragraph: int) -> int:
    """The next paragraph that is more than a line of who answers."""
    below = paragraph + 1
    while below < len(blocks) and rules.RESPONSIBLE.match(clean, *blocks[below]):
        below += 1
    return below


def _is_promise(clean: str, one: Candidate) -> bool:
    words = clean[one.title_start : one.end]
    closed = clean[one.end : one.end + 1] == "。"
    return rules.QUANTITY.search(words) is not None or (closed and len(words) > rules.ITEM_MOST)


def _lines(clean: str, blocks: Sequence[Span], lines: Sequence[Candidate]) -> list[Candidate]:
    """Lines of their own under which text stands; the first line of a long text is its title."""
    places = {c.paragraph: c for c in lines}
    kept: dict[int, Candidate] = {}
    titles: set[int] = set()
    for one in reversed(lines):
        below = one.paragraph + 1
        if below >= len(blocks):
            continue
        if below in titles or _is_title(clean, blocks, one):
            titles |= {one.paragraph} if one.form == "line" else set()
            continue
        start, stop = blocks[below]
        text_below = (
            rules.BULLET.match(clean, start, stop) is not None
            or clean[stop - 1] in "。!?;)”"
            and (stop - start > max(40, one.end - one.start) or _is_item(clean, blocks[below], one))
        )
        numbered_below = next(rules.MARKS.find(clean, start, min(stop, start + 12)), None)
        marked = (
            numbered_below is not None and numbered_below.start == start and numbered_below.value.number == 1
        )
        if text_below or (below in kept and below in places) or marked:
            kept[one.paragraph] = one
    return [kept[p] for p in sorted(kept)]


def _is_item(clean: str, below: Span, one: Candidate) -> bool:
    """A short sentence that says something under a line: a promise with its number, or any under a label."""
    start, stop = below
    return stop - start > 8 and (one.form == "label" or rules.QUANTITY.search(clean, start, stop) is not None)


def _is_title(clean: str, blocks: Sequence[Span], one: Candidate) -> bool:
    if one.form == "label":
        return False
    if rules.OWN_TITLE.search(clean, one.start, one.end) and any(
        rules.CARRYING.search(clean, start, stop) for start, stop in blocks[: one.paragraph]
    ):
        return True
    if rules.TITLE_LINE.search(clean, one.start, one.end):
        return all(stop - start < _TEXT_LEAST for start, stop in blocks[: one.paragraph])
    return one.paragraph == 0


def _openings(
    clean: str, blocks: Sequence[Span], fixed: Sequence[Candidate], openings: dict[int, Candidate]
) -> Iterator[Candidate]:
    """Openings in company: most paragraphs of their stretch have one. A lone one must look the part."""
    for stretch in _stretches(blocks, fixed):
        here = [openings[p] for p in stretch if p in openings]
        alone = len(here) == 1 and _ends(blocks, stretch, here[0]) and _stands_alone(clean, here[0])
        if alone or (
            _company(stretch, openings) and 2 * sum(_opens(clean, one) for one in here) >= len(here)
        ):
            yield from here


def _stretches(blocks: Sequence[Span], fixed: Sequence[Candidate]) -> Iterator[list[int]]:
    """Runs of paragraphs without a heading, one run under each heading."""
    taken = {c.paragraph for c in fixed}
    for free, run in groupby(range(len(blocks)), lambda p: p not in taken):
        if free:
            yield list(run)


def _company(stretch: Sequence[int], openings: dict[int, Candidate]) -> bool:
    having = [p for p in stretch if p in openings]
    after = [p for p in stretch if having and p >= having[0]]
    return len(having) >= 2 and 5 * len(having) >= 3 * len(after)


def _ends(blocks: Sequence[Span], stretch: Sequence[int], one: Candidate) -> bool:
    """Whether it opens the only text of its stretch, or the text after one paragraph of introduction."""
    texts = [p for p in stretch if blocks[p][1] - blocks[p][0] >= _LINE_MOST]
    return len(texts) <= 2 and texts[-1:] == [one.paragraph]


def _opens(clean: str, one: Candidate) -> bool:
    return rules.OPENS.match(clean, one.start) is not None


def _stands_alone(clean: str, one: Candidate) -> bool:
    """The name of a task and not the first statement of a text."""
    short = one.end - one.start <= rules.LONE_MOST
    return short and _opens(clean, one) and not rules.STATEMENT.search(clean, one.start, one.end)


def _in_series(inlines: Sequence[Candidate], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Items inside a paragraph that count on: 一是 … 二是 …"""
    for paragraph, run in groupby(inlines, lambda c: c.paragraph):
        items = list(run)
        for style in sorted({c.style for c in items}):
            head = next(
                (c for c in found if c.paragraph == paragraph and c.style == style and c.form == "numbered"),
                None,
            )
            yield from _counted([c for c in items if c.style == style], head)


def _counted(items: Sequence[Candidate], head: Candidate | None) -> Iterator[Candidate]:
    """The items that count on from 1, from the head of the paragraph, or from the first of them, two or more."""
    chain: list[Candidate] = []
    last = head.number if head is not None else items[0].number - 1
    led = head is not None
    for one in items:
        if one.number == last + 1:
            chain.append(one)
        elif one.number == 1:
            yield from chain if len(chain) + led >= 2 else ()
            chain, led = [one], False
        else:
            continue
        last = one.number
    yield from chain if len(chain) + led >= 2 else ()
