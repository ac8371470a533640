"""Titles that run on in a paragraph: tasks shaped after one another (要抓招商。… 要抓项目。…), fields behind a colon."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from luoshi.reading.outline import numbered_words, opening_words, rules
from luoshi.reading.outline import words as known
from luoshi.reading.outline.calls import calls
from luoshi.reading.outline.candidates import Candidate, is_field, opening
from luoshi.reading.outline.page import Page

#: A paragraph with titles is so long, and has so many of them.
_LEAST, _TITLES = 80, 3
#: Tasks that are carried out in one have at least so many sentences, with their own.
_CARRIED = 6
#: So much is said between one title and the next, and under the last.
_SAID, _LAST = 20, 12
#: Titles shaped after one another differ by so many characters; of those so short the first character tells.
_ALIKE, _BRIEF = 4, 7
#: A sentence of a few words has so many at most, with its stop.
_SHORT = 13
#: How far something has come is said in so many characters.
_GROWN = 6, 12
#: So many paragraphs that begin in the same words.
_PAIR = 2
#: Halves of a title differ by so many characters.
_EVEN = 2
#: Fields under a heading: so many, each with so many words.
_FIELDS, _TOLD = 2, 12


def running(page: Page, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """The titles in paragraphs that have no heading, or only the one that opens them."""
    yield from _aims(page, chosen)
    yield from _grown(page, chosen)
    yield from _grown_alone(page, chosen)
    yield from _works(page, chosen)
    yield from _led(page, chosen)
    yield from _glued(page, chosen)
    yield from _glued_alike(page, chosen)
    called = [_placed(page, span) for span in calls(page, chosen)]
    yield from called
    done = {one.line for one in called}
    headed = {one.line: one for one in chosen}
    several = Counter(one.line for one in chosen)
    for line, words in enumerate(page.words):
        if len(words) < _LEAST or several[line] > 1 or line in done or words.count("。") < _FIELDS:
            continue
        head = headed.get(line)
        yield from _said(page, line, head)
        if words.count(":") >= _FIELDS:
            yield from _fields(page, line, head)
        if head is None:
            yield from _doubled(page, line)
            yield from _tasks(page, line)
            yield from _sentences(page, line)
            yield from _carried(page, line)


def _aims(page: Page, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """How far something shall have come, twice under a heading of aims: (二)主要目标 … 产业规模更大。… 质量效益更优。…"""
    clean = page.text.clean
    if clean.count("更") < _FIELDS:
        return
    chosen = sorted((one for one in chosen if not _is_better(page, one)), key=lambda one: one.start)
    starts = [*(one.start for one in chosen), len(clean)]
    for one, stop in zip(chosen, starts[1:], strict=True):
        if clean.endswith("目标", one.title_start, one.end):
            hits = list(opening_words.BETTER.finditer(clean, one.end, stop))
            if len(hits) >= _FIELDS and _apart(hits, stop, _LAST):
                yield from (_placed(page, hit.span()) for hit in hits)


def _is_better(page: Page, one: Candidate) -> bool:
    """Whether an opening says so itself."""
    return one.style == "opening" and opening_words.BETTER.match(page.text.clean, one.start) is not None


def _grown(page: Page, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """How far something has come, at the head of three paragraphs or more, one below the other, under a part:
    工业经济持续壮大,… 城市面貌焕然一新,… 群众生活更加幸福,…"""
    lines = {one.line for one in chosen}
    first = min(lines, default=len(page.words))
    row: list[tuple[int, re.Match[str]]] = []
    for line in range(first + 1, len(page.words) + 1):
        words = page.words[line] if line < len(page.words) and line not in lines else ""
        hit = opening_words.GROWN.match(words) if words.find(",", _GROWN[0], _GROWN[1] + 1) > 0 else None
        if hit is not None and (len(words) - hit.end() >= _TOLD or line + 1 == len(page.words)):
            row.append((line, hit))
            continue
        sizes = [len(one[1]) for _, one in row]
        if len(row) >= _TITLES and max(sizes) - min(sizes) <= _EVEN:
            yield from (_candidate(page, at, one.span(1), rules.OPENING) for at, one in row)
        row = []


def _grown_alone(page: Page, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """How far something has come, at the head of the last paragraph under its part, where other parts say so too:
    (一)做强工业 … 招商引资再掀热潮。… (二)做美城市 基础设施逐步完善。… 生态建设扎实推进。…"""
    lines = {one.line for one in chosen}
    if not any(
        one.style == "opening" and opening_words.GROWN_SAID.match(page.words[one.line]) for one in chosen
    ):
        return
    stops = {one.line for one in chosen if one.number} | {len(page.words)}
    for line in range(min(lines) + 1, len(page.words)):
        if (
            line + 1 in stops
            and line not in lines
            and (hit := opening_words.GROWN_SAID.match(page.words[line]))
        ):
            yield _candidate(page, line, hit.span(1), rules.OPENING)


def _works(page: Page, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Fields and the works in them, line below line, three or more: 道路:续建… 水系:完成… 绿化:建成…"""
    numbered = {one.line for one in chosen if one.number}
    row: list[tuple[int, re.Match[str]]] = []
    for line in range(len(page.words) + 1):
        words = page.words[line] if line < len(page.words) and line not in numbered else ""
        hit = opening_words.FIELD_WORK.match(words) if words.find(":", 2, 9) > 0 else None
        if hit is not None and is_field(words):
            row.append((line, hit))
            continue
        if len(row) >= _TITLES and _of_size([one for _, one in row], _EVEN):
            yield from (_candidate(page, at, one.span(1), rules.OPENING) for at, one in row)
        row = []


def _led(page: Page, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """What several paragraphs say in the same words this year is for; most of it holds no figure, and words or items
    follow each, unless the page ends."""
    lines = {one.line for one in chosen}
    items = {one.line for one in chosen if one.style in rules.ITEMS} | {len(page.words)}
    alike: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for line, words in enumerate(page.words):
        if (
            words[0] in opening_words.LED_BEGIN
            and line not in lines
            and (hit := opening_words.LED.match(words))
        ):
            alike.setdefault(hit[1], []).append((line, hit))
    for row in alike.values():
        promises = sum(known.QUANTITY.search(hit[2]) is not None for _, hit in row)
        told = all(len(page.words[line]) - hit.end() > _TOLD or line + 1 in items for line, hit in row)
        if len(row) >= _PAIR and 2 * promises < len(row) and told:
            for line, hit in row:
                yield _candidate(page, line, hit.span(2), rules.OPENING)._replace(style="opening")


def _placed(page: Page, span: tuple[int, int]) -> Candidate:
    """The title at a span of the whole text."""
    line = bisect_right(page.starts, span[0]) - 1
    base = page.starts[line]
    return _candidate(page, line, (span[0] - base, span[1] - base), rules.OPENING)


def _glued(page: Page, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """The task right behind the title of a part, and those of its shape: (一)做强产业实施招商工程。… 实施技改工程。…"""
    ends = {one.end for one in chosen if one.number}
    tasks = page.tasks if ends else ()
    shapes = {known.shape(hit[1]) for hit in tasks if hit.start(1) in ends}
    for hit in tasks if shapes else ():
        start = hit.start(1)
        if known.shape(hit[1]) in shapes and (start in ends or page.text.clean[start - 1] in "。\n"):
            yield _placed(page, hit.span(1))


def _glued_alike(page: Page, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """The same in other words, where the sentences up to the next part begin alike: 二、明年打算抓好招商。… 抓好项目。…"""
    clean = page.text.clean
    parts = sorted((one for one in chosen if one.number), key=lambda one: one.start)
    for one, after in pairwise([*parts, None]):
        stop = after.start if after else len(clean)
        if one is None or one.rest <= 0 or (first := opening_words.TASK_GLUED.match(clean, one.end)) is None:
            continue
        hits, lead = [first], "。" + first[0][:2]
        at = clean.find(lead, first.end(), stop)
        while at >= 0:
            if hit := opening_words.TASK_GLUED.match(clean, at + 1):
                hits.append(hit)
            at = clean.find(lead, at + 1, stop)
        if len(hits) >= _PAIR and _apart(hits, stop, _LAST):
            yield from (_placed(page, hit.span())._replace(rank=rules.WITHIN) for hit in hits)


def _tasks(page: Page, line: int) -> Iterator[Candidate]:
    """Short tasks that begin alike, each with words of its own."""
    words = page.words[line]
    alike: dict[str, list[re.Match[str]]] = {}
    for hit in opening_words.SHORT_TASK.finditer(words):
        at = hit.start()
        if words[at - 1 : at] != "," or words[at - 2 : at] in opening_words.CALLED:
            verb = hit[0][:1] if len(hit[0]) <= _BRIEF else hit[0][:2]
            alike.setdefault(verb, []).append(hit)
    for hits in alike.values():
        if len(hits) < _TITLES or not _of_size(hits, _ALIKE):
            continue
        if _apart(hits, len(words), _LAST if _of_size(hits, 0) else _SAID):
            yield from (_candidate(page, line, hit.span(), rules.OPENING) for hit in hits)


def _doubled(page: Page, line: int) -> Iterator[Candidate]:
    """Sentences of two short tasks alike in length: 聚力招商攻坚,蓄足发展动能。…; one right behind another stands under it."""
    words = page.words[line]
    hits = [hit for hit in opening_words.DOUBLED.finditer(words) if _is_pair(hit)]
    if len(hits) < _TITLES:
        return
    rank, told = rules.OPENING, 0
    found = []
    for hit, after in zip(hits, [*hits[1:], None], strict=True):
        found.append((hit.span("title"), rank))
        follows = after is not None and after.start("title") - hit.end() <= 1
        rank = rules.WITHIN if follows else rank
        told += not follows and (after.start("title") if after else len(words)) - hit.end() > _SAID
    if told >= _TITLES:
        yield from (_candidate(page, line, span, rank) for span, rank in found)


def _is_pair(hit: re.Match[str]) -> bool:
    one, other = hit["one"], hit["other"]
    even = abs(len(one) - len(other.strip("“”"))) <= _EVEN
    return even and (known.OPENS.match(one) or known.OPENS.match(other)) is not None


def _said(page: Page, line: int, head: Candidate | None) -> Iterator[Candidate]:
    """How far something has come in a few words, of about one length, each with words of its own; two behind a heading,
    the first of them right behind it, or three: 污水设施不断完善。… 市政道路逐步优化。…

    Where the first stands right behind the opening of its paragraph, they stand under it.
    """
    words, base = page.words[line], page.starts[line]
    begin = 0 if head is None else head.end - base + 1
    hits = _tell(list(_short(words, begin)))
    least = _PAIR if head is not None and hits and hits[0].start() == begin else _TITLES
    if len(hits) < least or not (_of_size(hits, _ALIKE) and _apart(hits, len(words), _TOLD)):
        return
    if head is None and (lead := opening(page, line)) and lead.end + 1 == base + hits[0].start():
        head = lead
        yield lead
    rank = rules.OPENING if head is None else rules.WITHIN
    yield from (_candidate(page, line, hit.span(), rank) for hit in hits)


def _short(words: str, begin: int) -> Iterator[re.Match[str]]:
    """The sentences of a few words with more behind them."""
    while (stop := words.find("。", begin)) >= 0:
        near = _BRIEF <= stop - begin + 1 <= _SHORT
        if near and (hit := opening_words.GROWN_SHORT.match(words, begin)) is not None:
            yield hit
        begin = stop + 1


def _tell(hits: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """Those that say how far something has come; all, where all are as long as one another and most of them say so."""
    hits = [hit for hit in hits if not numbered_words.NOT_A_TITLE.of(hit[0])]
    told = [hit for hit in hits if opening_words.GROWN_HOW.match(hit[0]) or known.CLOSES.search(hit[0])]
    if 2 * len(told) >= len(hits) > 0 and _of_size(hits, 0):
        return hits
    return [hit for hit in told if known.OPENS.match(hit[0]) is None]


def _sentences(page: Page, line: int) -> Iterator[Candidate]:
    """Sentences of one shape, each with words of its own: 强产业,在壮大集群上发力。…"""
    words = page.words[line]
    for sign, pattern in ((",在", opening_words.ALONG), ("更", opening_words.BETTER)):
        hits = list(pattern.finditer(words)) if words.count(sign) >= _TITLES else []
        if len(hits) >= _TITLES and _apart(hits, len(words), _SAID):
            yield from (_candidate(page, line, hit.span(), rules.OPENING) for hit in hits)


def _carried(page: Page, line: int) -> Iterator[Candidate]:
    """Tasks called for in a few words, each with longer sentences behind it that carry it out; the first of them stands
    at the head or behind one sentence. One right before another has nothing under it."""
    words = page.words[line]
    hits = list(opening_words.BRIEF_CALL.finditer(words)) if words.count("。") >= _CARRIED else []
    hits = [
        hit for at, hit in enumerate(hits) if hits[at + 1 :] == [] or hits[at + 1].start() > hit.end() + 1
    ]
    if len(hits) < _TITLES or "。" in words[: hits[0].start()][:-1]:
        return
    if _apart(hits, len(words), _SAID):
        yield from (_candidate(page, line, hit.span(), rules.OPENING) for hit in hits)


def _fields(page: Page, line: int, head: Candidate | None) -> Iterator[Candidate]:
    """The names of fields, the first right behind the heading, at the head of the paragraph, or, where all are as long
    as one another, behind one sentence: 园区:… 农业:… 旅游:…; or tasks, wherever they stand: 畅路网、优骨架:… 补短板、惠民生:…"""
    words = page.words[line]
    begin = 0 if head is None else head.end - page.starts[line] + 1
    hits = [hit for hit in opening_words.FIELDS.finditer(words, begin) if is_field(words, hit.start())]
    least = _TITLES if head is None else _FIELDS
    if len(hits) < least or not (hits[0].start() == begin or _behind_lead(words, begin, hits)):
        hits = [
            hit
            for hit in opening_words.TASK_LABELS.finditer(words, begin)
            if is_field(words, hit.start(), task=True)
            and (hit["one"] is None or len(hit["one"]) == len(hit["other"]))
        ]
        if len(hits) < _FIELDS or not _of_size(hits, _ALIKE):
            return
    if _apart(hits, len(words), _TOLD):
        rank = rules.OPENING if head is None else rules.WITHIN
        yield from (_candidate(page, line, hit.span(), rank) for hit in hits)


def _behind_lead(words: str, begin: int, hits: Sequence[re.Match[str]]) -> bool:
    """Whether three names or more of one length begin behind one sentence that calls for them."""
    lead = words[begin : hits[0].start()]
    return len(hits) >= _TITLES and lead.count("。") == 1 and _of_size(hits, 0)


def _of_size(hits: Sequence[re.Match[str]], alike: int) -> bool:
    sizes = [len(hit[0]) for hit in hits]
    return max(sizes) - min(sizes) <= alike


def _apart(hits: Sequence[re.Match[str]], size: int, least: int) -> bool:
    said = all(after.start() - one.end() > least for one, after in pairwise(hits))
    return said and size - hits[-1].end() > _LAST


def _candidate(page: Page, line: int, span: tuple[int, int], rank: int) -> Candidate:
    base, (start, end) = page.starts[line], span
    rest = len(page.words[line]) - end
    return Candidate(line, "opening", "within", rank, 0, base + start, base + start, base + end, rest)
