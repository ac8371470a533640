"""Which candidates are headings: a heading has something under it, items count on, and openings come in company."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from luoshi.reading.outline import line_words, numbered_words, opening_words, rules
from luoshi.reading.outline import words as known
from luoshi.reading.outline.candidates import Candidate
from luoshi.reading.outline.cells import titled
from luoshi.reading.outline.company import ends_row, promised, rare, tasks, within
from luoshi.reading.outline.items import counted, leading
from luoshi.reading.outline.lines import lines
from luoshi.reading.outline.page import PARAGRAPH_LEAST, Page
from luoshi.reading.outline.running import running
from luoshi.reading.outline.survey import Survey

#: A lone opening ends at most so many paragraphs.
_TEXTS_MOST = 5
#: A table of contents has at least so many lines.
_CONTENTS_LEAST = 5
#: A part of a draft is followed by so much in its line at most.
_DRAFT_MOST = 60
#: So many paragraphs with an opening of their own.
_WHOLE_LEAST = 3
#: Openings that are no sentence: 工业:… 工业方面,… 一季度:…
_LABELS = frozenset({"labelled", "field"})
#: Something is said between two titles of one shape.
_SAID_LEAST = 8


def choose(page: Page, found: Survey) -> list[list[Candidate]]:
    """The headings among the candidates, in order of place, apart for each document of the text."""
    fixed = lines(page, found)
    alone = all(c.form == "title" for c in fixed)
    listed = _contents(page, found)
    drafted = _drafted(page, found)
    listed |= {c.line for c in drafted}
    heads = (c for c in found.heads.values() if c.fit and c.style not in rules.ITEMS)
    led = {c.line for c in fixed}
    bodied = [c for c in heads if c.line not in listed and _has_body(page, found, c, led)]
    few, bare = rare(found, bodied), [*tasks(page, found), *promised(page, found, bodied)]
    again = _titles_below(page, found, drafted) if drafted else set()
    bare = [c for c in bare if c.line not in listed]
    bare += [c for c in drafted if c.fit and c.style in rules.PARTS and _title(page, c) not in again]
    fixed += list({c.start: c for c in (*bodied, *bare) if c.start not in few}.values())
    fixed += [*_retold(page, found), *titled(page)]
    fixed.sort(key=_place)
    alone = alone and not any(c.form == "numbered" or c.style == "retold" for c in fixed)
    alone = alone and not any(c.style in rules.PARTS and c.fit for c in found.numbered)
    alone = alone and not _bracketed(fixed, found)
    items = list(counted(page, found.numbered, alone=alone))
    items += leading(found.numbered, {c.start for c in (*fixed, *items)})
    if items:
        fixed = sorted([*fixed, *items], key=_place)
    chosen = [*fixed, *_openings(page, fixed, found)]
    chosen += within(page, chosen)
    once = {c.start: c for c in (*running(page, chosen), *reversed(chosen))}
    return _documents(sorted(once.values(), key=_place))


def _documents(chosen: list[Candidate]) -> list[list[Candidate]]:
    """The headings below each title, without the titles."""
    if not any(one.form == "title" for one in chosen):
        return [chosen]
    documents: list[list[Candidate]] = [[]]
    for one in chosen:
        if one.form == "title":
            documents.append([])
        else:
            documents[-1].append(one)
    return documents


def _place(one: Candidate) -> int:
    return one.start


# --- heads of numbered lines


def _contents(page: Page, found: Survey) -> set[int]:
    """The lines of a table of contents: five titles or more right below one another, numbered like 1.1 among them.

    The last of them may head the text below: those whose rank rises on and on.
    """
    if not any(one.style in rules.DECIMALS for one in found.heads.values()):
        return set()
    listed: set[int] = set()
    run: list[Candidate] = []
    for one in (*found.heads.values(), None):
        if one is not None and (not run or one.line == run[-1].line + 1) and _is_bare(page, one):
            run.append(one)
            continue
        if len(run) >= _CONTENTS_LEAST and sum(c.style in rules.DECIMALS for c in run) > 1:
            last = run[-1].line + 1 == len(page.words)
            back = [at + 1 for at, (a, b) in enumerate(pairwise(run)) if a.rank >= b.rank]
            listed.update(c.line for c in run[: len(run) if last else max(back, default=0)])
        run = [one] if one is not None and _is_bare(page, one) else []
    return listed


def _drafted(page: Page, found: Survey) -> list[Candidate]:
    """The numbered lines right below 提纲: a draft of what stands below, one of them at least in the same words."""
    if "提纲" not in page.text.clean and "目录" not in page.text.clean:
        return []
    line = next(
        (line for line in found.short if numbered_words.DRAFT.fullmatch(page.words[line])), len(page.words)
    )
    run: list[Candidate] = []
    while (one := found.heads.get(line + 1 + len(run))) is not None and not _tells_more(page, one):
        if run and _title(page, one) == _title(page, run[0]):  # the text itself begins
            break
        run.append(one)
    again = _titles_below(page, found, run)
    return run if any(_title(page, one) in again for one in run) else []


def _titles_below(page: Page, found: Survey, run: Sequence[Candidate]) -> set[str]:
    last = run[-1].line if run else len(page.words)
    return {_title(page, one) for one in found.heads.values() if one.line > last}


def _tells_more(page: Page, one: Candidate) -> bool:
    return one.rest > _DRAFT_MOST or "。" in page.words[one.line][:-1]


def _title(page: Page, one: Candidate) -> str:
    return page.text.clean[one.title_start : one.end]


def _is_bare(page: Page, one: Candidate) -> bool:
    """A title and nothing else: neither a closed sentence nor a promise."""
    words = page.words[one.line]
    return not one.rest and words[-1] not in "。;:," and known.QUANTITY.search(words) is None


def _has_body(page: Page, found: Survey, one: Candidate, led: set[int]) -> bool:
    """Whether words follow, in the line or under it; a list of bare items has none.

    The lines ``led`` are headings themselves: one that ends a list stands under what the list stands under.
    """
    if one.rest or one.style in ("part", "chapter", "joint"):
        return True
    below = _below(page, one.line)
    parts = one.style in rules.PARTS
    if below > one.line + 1 and known.QUANTITY.search(page.text.clean, one.title_start, one.end):
        return False
    if below >= len(page.words) or line_words.ends_letter(page.words[below]):
        last = parts or (one.line + 1 == len(page.words) and ends_row(page, found, one))
        return last and not _is_promise(page, one)
    follower = found.heads.get(below)
    if below in led and not parts and _is_listed(found, one):
        return False
    if one.style == "dash":
        if _names_document(page, one):
            return False
        stands = page.stands_over_text(one.line) if follower is None else follower.style == "point"
        return stands and not _is_promise(page, one)
    if parts and _is_told(page, one):
        return False
    if follower is None or (follower.rank > one.rank and not _leads_points(found, follower)):
        if not parts and _ends_list(page, found, one):
            return False
        return parts or not _is_promise(page, one)
    return follower.rank < one.rank and parts and not _is_promise(page, one) and not _is_listed(found, one)


def _names_document(page: Page, one: Candidate) -> bool:
    """Whether a line behind a sign is the name of the document that stands above already."""
    title = _title(page, one)
    return line_words.OWN_TITLE.search(title) is not None and page.text.clean.find(title, 0, one.start) >= 0


def _is_told(page: Page, one: Candidate) -> bool:
    """Whether a closed sentence parts its number among others: (一)新建学校9所,其中:…4所,…5所。"""
    clean = page.text.clean
    if one.rest or clean[one.end : one.end + 1] != "。" or one.end - one.title_start <= known.CLOSED_MOST:
        return False
    title = clean[one.title_start : one.end]
    return "其中" in title or len(known.QUANTITY.findall(title)) > 1


def _is_listed(found: Survey, one: Candidate, lines: int = 1) -> bool:
    """Whether it ends a list of items that stand line below line, so many lines below the last."""
    above = found.heads.get(one.line - lines)
    counts = above is not None and (lines == 1 or above.number + lines == one.number)
    return above is not None and counts and above.style == one.style and not above.rest


def _ends_list(page: Page, found: Survey, one: Candidate) -> bool:
    """Whether it ends a list of closed sentences, of which one may begin with a figure: 6、建成柳塘桥。 7、3栋厂房竣工。 8、…"""
    if page.words[one.line][-1] not in "。;":
        return False
    return _is_listed(found, one) or _is_listed(found, one, lines=2)


def _leads_points(found: Survey, one: Candidate) -> bool:
    """Whether a dash stands over points that count on from the points above it: 9.… ——道路 10.…"""
    under = found.heads.get(one.line + 1)
    return one.style == "dash" and under is not None and under.style == "point" and under.number > 1


def _below(page: Page, line: int) -> int:
    """The next line that is more than who answers."""
    below = line + 1
    while below < len(page.words) and numbered_words.RESPONSIBLE.match(page.words[below]):
        below += 1
    return below


def _is_promise(page: Page, one: Candidate) -> bool:
    clean = page.text.clean
    ends = clean[one.end : one.end + 1] == "。"
    if ends and one.end - one.title_start > known.CLOSED_MOST:
        return True
    if not ends and page.stands_over_text(one.line):
        return False
    return known.QUANTITY.search(clean, one.title_start, one.end) is not None


def _retold(page: Page, found: Survey) -> list[Candidate]:
    """The parts of a year told of: several, or one of what we did that stands alone or that a task follows."""
    told, clean = found.retold, page.text.clean
    if len(told) == 1:
        alone = told[0].rest <= 0 or known.OPENS.match(clean, told[0].end + 1)
        return told if alone and "我们" in clean[told[0].start : told[0].end] else []
    return told


# --- openings


def _openings(page: Page, fixed: Sequence[Candidate], found: Survey) -> Iterator[Candidate]:
    """Openings in company: most paragraphs of their stretch have one. A lone one must look the part."""
    if not found.openings:
        return
    leading = [*_leading(page, fixed, found), *_bracketed(fixed, found)]
    yield from leading
    fixed = [*(c for c in fixed if not _stands_behind(c, found)), *leading]
    taken = sorted({c.line for c in fixed})
    free = (c for c in _whole(page, found) if not _holds(taken, c.line))
    for at, run in groupby(free, lambda c: bisect_left(taken, c.line)):
        here = _without_fields(page, list(run))
        if not here:
            continue
        first = taken[at - 1] + 1 if at else 0
        stop = taken[at] if at < len(taken) else len(page.words)
        if len(here) == 1 and line_words.TELLS_OF.match(page.text.clean, here[0].end):
            chosen = _opens(page, here[0]) or _closes(page, here[0])
        elif len(here) == 1:
            chosen = _stands_alone(page, here[0], below=at > 0 and here[0].line == first) and _ends(
                page, range(first, stop), here[0]
            )
        else:
            chosen = 5 * len(here) >= 3 * _texts(found.short, here, stop) and _are_tasks(page, here)
            if not chosen and not any(_opens(page, one) for one in here[:-1]):
                here = here[-1:]
                chosen = _stands_alone(page, here[0], below=False) and _ends(
                    page, range(first, stop), here[0]
                )
        if chosen:
            for one in here:
                yield one
                yield from _shaped_alike(page, one)


def _leading(page: Page, fixed: Sequence[Candidate], found: Survey) -> list[Candidate]:
    """Openings that each lead a list of titles, below or behind them, where several do: 做强产业。… 1.… 2.… 做优环境。… 1.…"""
    lists = {c.line - 1 for c in fixed if c.form == "numbered" and (c.number == 1 or c.style == "dash")}
    lists |= {c.line for c in fixed if c.number == 1 and _stands_behind(c, found)}
    headed = {c.line for c in fixed if not _stands_behind(c, found)}
    here = [c for c in found.openings.values() if c.line in lists and c.line not in headed]
    are_tasks = _are_tasks(page, here) if len(here) > 1 else False
    return here if are_tasks or (len(here) > 1 and all(_is_name(one) for one in here)) else []


def _is_name(one: Candidate) -> bool:
    return one.end - one.start <= known.ROW_MOST


def _bracketed(fixed: Sequence[Candidate], found: Survey) -> list[Candidate]:
    """The titles in brackets that open paragraphs, where several do."""
    headed = {c.line for c in fixed if not _stands_behind(c, found)}
    here = [c for c in found.openings.values() if c.style == "bracketed" and c.line not in headed]
    return here if len(here) > 1 else []


def _stands_behind(one: Candidate, found: Survey) -> bool:
    """Whether an item stands in a paragraph behind the sentence that opens it: 产业提质。一是…"""
    begun = found.openings.get(one.line)
    return (
        begun is not None and one.form == "inline" and one.style not in rules.PARTS and one.start >= begun.end
    )


def _whole(page: Page, found: Survey) -> list[Candidate]:
    """The openings, without those of sentences behind a blank where several paragraphs have one of their own."""
    whole = [one for one in found.openings.values() if one.line not in page.inner]
    return whole if len(whole) >= _WHOLE_LEAST else list(found.openings.values())


def _without_fields(page: Page, here: list[Candidate]) -> list[Candidate]:
    """The openings; fields and times (工业方面,… 一季度:…) among others that are none head nothing, nor do those by
    which the press tells of a document: 在工业方面,《计划》提出…"""
    fields = (one for one in here if one.style == "field")
    told = any(line_words.TELLS_OF.match(page.text.clean, one.end) for one in fields)
    if not told and all(one.style in _LABELS for one in here):
        return here
    return [one for one in here if one.style != "field"]


def _texts(short: Sequence[int], here: Sequence[Candidate], stop: int) -> int:
    """How many paragraphs stand from the first opening to the last, and on to the next line of another kind."""
    first, last = bisect_left(short, here[0].line), bisect_left(short, here[-1].line)
    if last < len(short) and short[last] < stop:
        stop = short[last]
    return stop - here[0].line - (last - first)


def _are_tasks(page: Page, here: Sequence[Candidate]) -> bool:
    """Whether half of the openings, and two, read like the name of a task; or all have one shape."""
    if sum(one.style in _LABELS for one in here) not in (0, len(here)):
        return False
    if here[0].style in _LABELS or all(one.style == "bracketed" for one in here):
        return True
    tasks = sum(_opens(page, one) or _closes(page, one) or _opens_later(page, one) for one in here)
    if 2 * tasks >= max(len(here), 3):
        return True
    return _begin_alike(page, here) or _of_one_length(here) or _call(page, here)


def _shaped_alike(page: Page, one: Candidate) -> Iterator[Candidate]:
    """Later sentences of a paragraph that repeat the opening's shape, one alone to the letter: 抓实项目,扩大投资。… 抓实招商,…"""
    words, title = page.words[one.line], page.text.clean[one.start : one.end]
    lead = "。" + title[:2]
    if one.style != "opening" or "," not in title or not (repeats := words.count(lead)):
        return
    at, base = words.find(lead), page.starts[one.line]
    if repeats == 1 and (known.OPENS.match(title) is None or at < len(title) + _SAID_LEAST):
        return
    while at >= 0:
        end = words.find("。", at + 1, at + 2 + known.OPENING_MOST)
        if end > 0 and _like(title, words[at + 1 : end], exactly=repeats == 1):
            yield one._replace(
                start=base + at + 1, title_start=base + at + 1, end=base + end, rest=len(words) - end
            )
        at = words.find(lead, at + 1)


def _like(title: str, later: str, *, exactly: bool) -> bool:
    if exactly:
        return len(later) == len(title) and later.find(",") == title.find(",") and later.count(",") == 1
    return abs(len(later) - len(title)) <= 2 and "," in later


def _of_one_length(here: Sequence[Candidate]) -> bool:
    """Whether three openings or more are short and as long as one another: 每周调度解难题。 一线服务强保障。"""
    sizes = [one.end - one.start for one in here]
    return len(sizes) > 2 and max(sizes) <= known.ROW_MOST and max(sizes) - min(sizes) <= 2


def _begin_alike(page: Page, here: Sequence[Candidate]) -> bool:
    """Whether openings are shaped after one another: 五年奋斗,… 五年奋斗,…; or three short ones have their verb in common:
    抓招商促集聚。… 抓要素解难题。… 抓配套。…"""
    clean = page.text.clean
    if len({clean[one.start : one.start + 2] for one in here}) == 1:
        return True
    short = len(here) > 2 and all(one.end - one.start <= known.ROW_MOST for one in here)
    return short and len({clean[one.start] for one in here}) == 1


def _call(page: Page, here: Sequence[Candidate]) -> bool:
    """Whether every opening calls for a task: 要抓好平台建设。… 要不断优化服务。…"""
    return all(opening_words.CALLS.match(page.text.clean, one.title_start) for one in here)


def _holds(taken: Sequence[int], line: int) -> bool:
    at = bisect_left(taken, line)
    return at < len(taken) and taken[at] == line


def _ends(page: Page, stretch: range, one: Candidate) -> bool:
    """Whether it opens the last text of its stretch, below an introduction that does not begin the same way."""
    if one.style in _LABELS:
        return one.line + 1 == stretch.stop
    texts = [line for line in stretch if len(page.words[line]) >= PARAGRAPH_LEAST]
    if texts[-1:] != [one.line] or len(texts) > _TEXTS_MOST:
        return False
    return len(texts) <= 2 or not any(known.OPENS.match(page.words[line]) for line in texts[:-1])


def _opens(page: Page, one: Candidate) -> bool:
    return known.OPENS.match(page.text.clean, one.title_start) is not None


def _opens_later(page: Page, one: Candidate) -> bool:
    """Whether the second half of an opening names a task, and the first how it is done: 专班推进,打通审批堵点。"""
    return opening_words.WAY_AND_TASK.fullmatch(page.text.clean, one.title_start, one.end) is not None


def _closes(page: Page, one: Candidate) -> bool:
    return known.CLOSES.search(page.text.clean, one.title_start, one.end) is not None


def _stands_alone(page: Page, one: Candidate, *, below: bool) -> bool:
    """The name of a task and not the first statement of a text."""
    if one.style == "bracketed":
        return True
    clean = page.text.clean
    if one.style in _LABELS:
        return opening_words.PART_NAMED.fullmatch(clean, one.title_start, one.end) is not None
    short = one.end - one.start <= known.LONE_MOST and not clean.startswith(opening_words.FIRST, one.start)
    task = _opens(page, one) or (below and (_closes(page, one) or _names_items(clean, one)))
    return short and task and not opening_words.STATEMENT.search(page.text.clean, one.start, one.end)


def _names_items(clean: str, one: Candidate) -> bool:
    """Whether a few words name what items carry out behind them: 植树护林建设生态。一是… 二是…"""
    return (
        clean.startswith("。一是", one.end)
        and opening_words.BRIEF.fullmatch(clean, one.start, one.end) is not None
    )
