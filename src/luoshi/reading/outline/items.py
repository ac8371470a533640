"""Items that count on: 一是 … 二是 …, at the head of paragraphs and inside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from luoshi.reading.outline import opening_words, rules
from luoshi.reading.outline import words as known
from luoshi.reading.outline.candidates import Candidate
from luoshi.reading.outline.page import Page

#: An item and the one that it stands under.
Placed = tuple[Candidate, Candidate | None]

#: So many items at least show by the first of them where the others' titles end.
_ROW_LEAST = 3
#: A body has at least so many characters.
_BODY_LEAST = 8
#: An item in two halves that says all in them is so long.
_CLAUSE_LEAST = 18
#: A part that counts alone is told of in so many.
_TOLD_LEAST = 60


def counted(page: Page, numbered: Sequence[Candidate], *, alone: bool) -> Iterator[Candidate]:
    """Candidates inside paragraphs, and items at the head of them, that count on in a row of titles."""
    styles = {one.style for one in numbered if one.form == "inline" or one.style in rules.ITEMS}
    before: dict[str, tuple[Candidate | None, bool]] = {}
    for placed in _rows(numbered, styles) if styles else ():
        row = [one for one, _ in placed]
        titles = list(_of_row(page, row, alone))
        over, headed = before.get(row[0].style, (None, False))
        if not titles and headed and _counts_on(over, placed[0][1]):
            titles = [one for one in row if _is_like_them(page, one, task=one.style != "point")]
        yield from titles
        before[row[0].style] = placed[-1][1], bool(titles)


def _rows(numbered: Sequence[Candidate], styles: set[str]) -> list[list[Placed]]:
    """The candidates of these styles in rows that count on."""
    rows: dict[str, list[Placed]] = {}
    found: list[list[Placed]] = []
    closed: set[str] = set()
    above: dict[int, Candidate] = {}
    for one in numbered:
        closed.update(style for style in rows if rules.RANKS[style] > one.rank)
        above = {rank: over for rank, over in above.items() if rank < one.rank}
        placed = one, above[max(above)] if above else None
        above[one.rank] = one
        if one.style not in styles:
            continue
        row = rows.get(one.style)
        last = row[-1][0].number if row else 0
        if row and (one.number == last + 1 or (one.number == last and one.fit)):
            row.append(placed)
        elif (
            row
            and one.form == "inline"
            and one.number != 1
            and one.style not in closed
            and not _skips(one, last)
        ):
            continue
        else:
            rows[one.style] = [placed]
            found.append(rows[one.style])
        closed.discard(one.style)
    return found


def _skips(one: Candidate, last: int) -> bool:
    """Whether a part counts on from the last in an extract that leaves others out."""
    return one.number > last and _tells(one)


def _tells(one: Candidate) -> bool:
    """Whether a part in brackets has a short title and much to say: (四)畅通道路。…"""
    short = one.end - one.title_start <= known.ROW_MOST
    return one.style == "bracket" and one.fit and short and one.rest > _TOLD_LEAST


def _counts_on(one: Candidate | None, other: Candidate | None) -> bool:
    """Whether one part counts on from the other."""
    return (
        one is not None and other is not None and (one.style, one.number + 1) == (other.style, other.number)
    )


def _is_like_them(page: Page, one: Candidate, *, task: bool = True) -> bool:
    """Whether an item is a short title with words behind it, or ends the page; with ``task`` it must name one."""
    title = page.text.clean[one.title_start : one.end]
    if len(title) > known.LONE_MOST or "," in title:
        return False
    if known.OPENS.match(title) is None and (task or len(title) > known.ROW_MOST):
        return False
    ends = one.line + 1 == len(page.words) and one.rest <= 0
    return ends or (one.fit and one.rest > _BODY_LEAST)


def _of_row(page: Page, row: Sequence[Candidate], alone: bool) -> Iterator[Candidate]:
    """The titles of one row, where most of it are titles with words under them."""
    row = _like_first(page, _with_last(page, row))
    called = _called(page, row)
    row = called or row
    counted = [one for one in row if one.form == "inline" or one.style in rules.ITEMS]
    if not counted:
        return
    if len(row) < 2 and row[0].form == "inline":
        ends = row[0].line + 1 == len(page.words) and row[0].number == 1
        yield from row if _is_sure(page, row[0]) or (ends and _is_like_them(page, row[0])) else ()
        return
    if 2 * len(counted) <= len(row) and row[0].style not in (*rules.PARTS, *rules.ITEMS):
        counted = [one for one in counted if one.rest > 0]  # the first of bare lines lost its break
    elif row[0].style == "point" and any(one.rest <= 0 for one in row):
        named = {one.start for one, bodied in zip(row, _bodied(row), strict=True) if bodied}
        counted = [one for one in counted if one.start in named]
    told = list(_bodied(row))
    titles = sum(one.fit and bodied for one, bodied in zip(row, told, strict=True))
    if 5 * titles < (2 if row[0].fit and row[0].style not in rules.ITEMS else 3) * len(row):
        return
    prose = alone and not called and row[0].style in rules.ITEMS and all(one.form == "inline" for one in row)
    if prose and 2 * sum(
        known.OPENS.match(page.text.clean, one.title_start) is not None for one in row
    ) < len(row):
        return
    if all(one.form == "numbered" for one in counted):
        yield from (one._replace(rank=rules.ITEM) for one in counted if one.fit)
    else:
        clauses = {
            one.start for one, bodied in zip(row, told, strict=True) if not bodied and _is_clauses(page, one)
        }
        yield from (one for one in counted if one.fit and one.start not in clauses)


def _is_clauses(page: Page, one: Candidate) -> bool:
    """Whether an item says in three clauses or more, or in two long ones, all that it says."""
    commas = page.text.clean.count(",", one.title_start, one.end)
    return commas > 1 or (commas == 1 and one.style == "point" and one.end - one.title_start > _CLAUSE_LEAST)


def _with_last(page: Page, row: Sequence[Candidate]) -> Sequence[Candidate]:
    """The row; its last item is a title like the others, where the page ends with it."""
    if len(row) < 2 or row[-1].line + 1 < len(page.words) or row[-1].form != "numbered":
        return row
    short = row[-1].rest <= 0 and row[-1].end - row[-1].title_start <= known.LONE_MOST
    if short and row[-1].style in rules.ITEMS and all(one.fit and one.rest > _BODY_LEAST for one in row[:-1]):
        return [*row[:-1], row[-1]._replace(fit=True, rest=_BODY_LEAST + 1)]
    return row


def _like_first(page: Page, row: Sequence[Candidate]) -> Sequence[Candidate]:
    """一是深化改革。… 二是完善制度,… 三是做实服务,…: where one of the first two is a title, the others are up to their comma.

    Where most are closed titles, the one that is none tells how something is done.
    """
    if len(row) < _ROW_LEAST or row[0].style not in rules.ITEMS or not any(one.fit for one in row[:2]):
        return row
    if 2 * sum(one.fit for one in row) > len(row):
        return row
    clean = page.text.clean
    cut: list[Candidate] = []
    for one in row:
        comma = clean.find(",", one.title_start, one.title_start + known.LONE_MOST)
        if not one.fit and comma > 0 and known.OPENS.match(clean, one.title_start):
            one = one._replace(end=comma, fit=True, rest=one.rest + one.end - comma)
        cut.append(one)
    return cut if all(one.fit for one in cut) else row


def _called(page: Page, row: Sequence[Candidate]) -> Sequence[Candidate]:
    """一要抓进度,倒排工期,… 二要抓质量,… 三是必须抓储备,…: each call is a title up to its comma, where all are short and
    carried out by what follows; none otherwise."""
    if len(row) < _ROW_LEAST or row[0].style not in rules.ITEMS:
        return ()
    clean = page.text.clean
    cut: list[Candidate] = []
    for one in row:
        hit = opening_words.CARRIED_OUT.match(clean, one.title_start)
        if hit is None or clean[one.title_start - 1] not in opening_words.CALL_ENDS:
            return ()
        cut.append(one._replace(end=hit.end(), fit=True, rest=one.rest + max(one.end - hit.end(), 0)))
    return cut


def _is_sure(page: Page, one: Candidate) -> bool:
    """Whether a single part inside a paragraph is one whose line break was lost: behind it, or before it and behind it."""
    if not one.fit or one.style not in rules.PARTS:
        return False
    after = page.text.clean[one.end : one.end + 1]
    if after == "。" and _tells(one):
        return True
    if after == " " and page.text.clean[one.start - 1 : one.start] == " ":  # two line breaks became blanks
        return True
    return one.line in page.parted or (one.number == 1 and after not in ("", *"。:,!;? \n"))


def leading(numbered: Sequence[Candidate], chosen: set[int]) -> list[Candidate]:
    """Single parts inside a paragraph that lead the first of a row of the next style: 三、推进情况(一)…"""
    found: list[Candidate] = []
    for one, after in reversed(list(pairwise(numbered))):
        leads = one.form == "inline" and one.fit and one.style in rules.PARTS and one.start not in chosen
        below = after.number == 1 and after.rank > one.rank
        if leads and below and (after.start in chosen or after.start - one.end <= 1):
            chosen.add(one.start)
            found.append(one)
    return found


def _bodied(row: Sequence[Candidate]) -> Iterator[bool]:
    """For each of a row, whether words stand between its title and the next."""
    for one, after in zip(row, row[1:], strict=False):
        yield after.line > one.line or after.start - one.end > _BODY_LEAST
    yield row[-1].rest > _BODY_LEAST or row[-1].style in rules.PARTS
