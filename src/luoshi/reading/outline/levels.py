"""Levels: 1 is the top of the document's own body, whatever style it is numbered in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from luoshi.reading.outline import line_words, rules
from luoshi.reading.outline.candidates import Candidate

#: The highest rank of an ordinary numbering: 1. 2. 3.
_NUMBERED = min(rules.NUMBERINGS)
#: The name of a section that is one word, as others of two or three characters beside it are: 目标 … 重点 … 保障
_WORD = 2


def levels(chosen: Sequence[Candidate], clean: str) -> list[tuple[int, int | None]]:
    """Level and parent (index) of each heading.

    A heading stands under the nearest one before it of lower rank. Headings before the first of a higher rank (an
    extract that begins in the middle) stand under the ranks still to come.
    """
    ranks = _overturned(chosen, _ranks(chosen, _listing(chosen, clean), _signed_below(chosen, clean)))
    stack: list[tuple[int, int | None]] = [(rank, None) for rank in _missing(chosen, ranks)]
    placed: list[tuple[int, int | None]] = []
    for index, rank in enumerate(ranks):
        while stack and stack[-1][0] >= rank:
            stack.pop()
        placed.append((len(stack) + 1, stack[-1][1] if stack else None))
        stack.append((rank, index))
    return placed


def _overturned(chosen: Sequence[Candidate], ranks: list[int]) -> list[int]:
    """The ranks, with those raised that stand over a numbering: in one section they come before it and come again."""
    if not (leads := _leads_parts(chosen)) and rules.OVER.isdisjoint({one.style for one in chosen}):
        return ranks
    if leads:
        over = chosen[1].rank - 1
        return [
            over if one.style == chosen[0].style else rank for one, rank in zip(chosen, ranks, strict=True)
        ]
    begun = 0
    for index in range(len(chosen) + 1):
        if index == len(chosen) or (ranks[index] < _NUMBERED and chosen[index].style not in rules.OVER):
            _overturn(chosen, ranks, range(begun, index))
            begun = index + 1
    return ranks


def _leads_parts(chosen: Sequence[Candidate]) -> bool:
    """Whether items stand over parts, or a dash right over the first: 一是… (一)… (二)… 二是…"""
    if len(chosen) < 3 or chosen[1].style not in rules.PARTS:
        return False
    if chosen[0].style == "bracket":
        return chosen[1].style == "comma" and _counts_over(chosen)
    if chosen[0].style == "dash":
        return chosen[1].number == 1 and chosen[1].line == chosen[0].line + 1
    if chosen[0].style not in rules.ITEMS:
        return False
    return chosen[0].number == chosen[1].number == 1 and any(
        one.style == chosen[0].style and one.number == 2 for one in chosen[2:]
    )


def _counts_over(chosen: Sequence[Candidate]) -> bool:
    """Whether the first style counts on from one through the text, and the second begins right under the first: (一)… 一、…"""
    numbers = [one.number for one in chosen if one.style == chosen[0].style]
    return chosen[1].number == 1 and numbers == list(range(1, len(numbers) + 1))


def _overturn(chosen: Sequence[Candidate], ranks: list[int], section: range) -> None:
    over = [index for index in section if chosen[index].style in rules.OVER]
    if not over or over[0] != section[0]:
        return
    under = [index for index in section if _may_stand_under(chosen[index], ranks[index], chosen[over[0]])]
    if len(over) == 1 and not (chosen[over[0]].style == "dash" and under and under[0] == over[0] + 1):
        return
    if (
        under
        and (chosen[under[0]].number == 1 or chosen[under[0]].style == "dash")
        and over[0] < under[0]
        and (under[0] < over[-1] or len(over) == 1)
    ):
        for index in over:
            if chosen[index].style == chosen[over[0]].style:
                ranks[index] = _NUMBERED - 1


def _may_stand_under(one: Candidate, rank: int, over: Candidate) -> bool:
    """Whether a heading is numbered in an ordinary way, or a dash or item whose rank only seems higher."""
    if rank in rules.NUMBERINGS:
        return True
    behind = one.style == "dash" or (one.style in rules.ITEMS and over.rank == rules.OPENING)
    return behind and over.rank > one.rank


def _missing(chosen: Sequence[Candidate], ranks: Sequence[int]) -> list[int]:
    """Ranks above the first heading's that come only later, and not from their beginning on."""
    if not chosen:
        return []
    firsts: dict[int, Candidate] = {}
    for one, rank in zip(chosen, ranks, strict=True):
        if rank < ranks[0]:
            firsts.setdefault(rank, one)
    if chosen[0].style in rules.ITEMS and (body := [r for r, one in firsts.items() if one.style == "comma"]):
        return body  # what is counted by items before the first 一、 stands no higher than it
    return sorted(rank for rank, one in firsts.items() if one.number != 1)


def _labels_below(chosen: Sequence[Candidate]) -> bool:
    """Whether labels (财政政策：) stand under lines: a line comes before the first, and none right under any."""
    plain = [c for c in chosen if c.rank <= rules.LINE]
    led = any(a.form == "label" and b.form == "line" and b.line == a.line + 1 for a, b in pairwise(plain))
    return not led and bool(plain) and plain[0].form == "line"


def _leading(chosen: Sequence[Candidate]) -> set[int]:
    """Lines (by index) that stand right over another, where a text has several such pairs: 展望新年 / 园区再启程."""
    pairs = enumerate(pairwise(chosen))
    found = {
        at for at, (a, b) in pairs if a.form == b.form == "line" and b.line == a.line + 1 and a.rest <= 0
    }
    found = {at for at in found if chosen[at].style == "bracketed" or chosen[at + 1].style == "line"}
    return found if len(found) > 1 or any(chosen[at].style == "bracketed" for at in found) else set()


def _signed_below(chosen: Sequence[Candidate], clean: str) -> set[int]:
    """Lines (by index) behind a sign, where a line without one comes before the first: 攻坚项目 … ■续建项目 … ■新建项目;
    or all the others, where each begins with a word in quotes: 发展目标 … “富强云溪”迈新步 … “美丽云溪”展新颜"""
    lines = [at for at, one in enumerate(chosen) if one.form == "line" and one.rank == rules.LINE]
    if not lines or chosen[lines[0]].start < chosen[lines[0]].title_start:
        return set()
    if len(lines) > 2 and [clean[chosen[at].title_start] == "“" for at in lines] == [
        at > 0 for at in range(len(lines))
    ]:
        return set(lines[1:])
    return {at for at in lines if chosen[at].start < chosen[at].title_start and chosen[at].style == "line"}


def _listing(chosen: Sequence[Candidate], clean: str) -> dict[int, int]:
    """The lines (by index) that part one list, with their ranks: 续建项目 1.… 2.… 新建项目 3.…; all end with the same word."""
    lines = [index for index, one in enumerate(chosen) if one.rank <= rules.LINE and one.style != "section"]
    titles = [
        line_words.COUNT.sub("", clean[chosen[index].title_start : chosen[index].end]) for index in lines
    ]
    if len(lines) < 2 or len({title[-2:] for title in titles}) > 1:
        return {}
    over = [at for at in lines if at + 1 < len(chosen) and chosen[at + 1].rank in rules.NUMBERINGS]
    if len(over) > 1 and over[0] == lines[0] and all(_goes_through(chosen, at, over[0]) for at in over):
        return dict.fromkeys(lines, _NUMBERED - 1)
    return {}


def _goes_through(chosen: Sequence[Candidate], index: int, first: int) -> bool:
    """Whether the numbers under a line begin anew, or count on from those under the line before."""
    under = chosen[index + 1]
    if under.form != "numbered" or under.number == 1:
        return under.form == "numbered"
    above = [one.number for one in chosen[first:index] if one.style == under.style]
    return bool(above) and under.number > max(above)


def _ranks(chosen: Sequence[Candidate], listing: dict[int, int], signed: set[int]) -> list[int]:
    """Each heading's rank; a line of its own stands above a numbering that begins under it, else below the numbering.

    The lines of a ``listing`` have their ranks; those that are ``signed`` stand below the others.
    """
    ranks = [listing.get(index, one.rank) for index, one in enumerate(chosen)]
    if not any(rank <= rules.LINE for rank in ranks):
        return ranks
    labels = rules.LINE + 3 if _labels_below(chosen) else rules.LABEL
    following = _following(chosen)
    before: Candidate | None = None
    sections, leading = 0, _leading(chosen)
    above: int | None = None
    over = _Over(ranks)
    for index, one in enumerate(chosen):
        if one.form == "numbered":
            before = one
            over.count(one)
        elif one.rank <= rules.LINE and index not in listing:
            if one.style == "section":
                sections = max(sections, one.end - one.title_start)
            under = sections > 0 and one.style != "section" and (one.style, sections) != ("brief", _WORD)
            own = labels if one.form == "label" else rules.LINE + 2 * under
            own += one.style == "bracketed" or (bool(leading) and one.form == "line")
            own += index in signed
            own -= index in leading
            rank = _rank_of_line(one, own, before, following[index])
            over.line(index, one, rank, before)
            rank = ranks[index]
            if one.style == "section":
                above = rank = rank if above is None else above
            ranks[index] = rank
    return ranks


class _Over:
    """Lines that stand over numberings of their own, by form, and have one rank: 道路 1.… 2.… 桥梁 1.… 绿化"""

    def __init__(self, ranks: list[int]) -> None:
        self._ranks = ranks
        self._lines: dict[tuple[str, bool], list[int]] = {}
        self._numbers: dict[str, int] = {}

    def count(self, one: Candidate) -> None:
        """Takes up a number; what counts on from above a line shows that the line stands under it."""
        if one.style in rules.PARTS or (one.number > 1 and self._numbers.get(one.style) != one.number - 1):
            self._lines.clear()
        self._numbers[one.style] = one.number

    def line(self, index: int, one: Candidate, rank: int, before: Candidate | None) -> None:
        """Ranks a line: as given, or with those like it where only numberings of their own stand between."""
        alike = self._lines.setdefault((one.form, one.style == "bracketed"), [])
        alike.append(index)
        self._ranks[index] = rank
        if before is not None:
            least = min(self._ranks[at] for at in alike)
            for at in alike:
                self._ranks[at] = least
        self._numbers.clear()


def _rank_of_line(one: Candidate, own: int, before: Candidate | None, after: Candidate | None) -> int:
    line = one.form == "line"
    if after is not None and after.number == 1 and (before is None or before.rank >= after.rank):
        return min(after.rank - 1, own + 8) if line else after.rank - 2
    if before is not None and after is not None and _leads_bracket(one, before, after):
        return after.rank - 1
    if before is not None:
        return rules.ITEM - 1 if line else rules.ITEM - 2
    return own


def _leads_bracket(one: Candidate, before: Candidate, after: Candidate) -> bool:
    """Whether the name of a section stands right over the first (一) of a part that is itself not numbered 一、."""
    over = before.rank < rules.RANKS["comma"] and after.style == "bracket" and after.number == 1
    return over and one.style == "section" and after.line == one.line + 1


def _following(chosen: Sequence[Candidate]) -> list[Candidate | None]:
    """For each heading the next numbered one after it."""
    found: list[Candidate | None] = [None] * len(chosen)
    for index in range(len(chosen) - 2, -1, -1):
        found[index] = chosen[index + 1] if chosen[index + 1].form == "numbered" else found[index + 1]
    return found
