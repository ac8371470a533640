"""Times as plans name them, in a normal form: year, Q1, per-quarter, 2026, 2026-06, MM=06, year-end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from luoshi.reading import asides
from luoshi.reading.asides import parted
from luoshi.reading.clauses import Clause, holds
from luoshi.reading.engine import Found, Layer
from luoshi.reading.openings import lazy, quick
from luoshi.reading.periods.planning import of_issue, plan_year
from luoshi.reading.periods.rules import RULES, Named

__all__ = ["Period", "find", "governing", "of_issue", "plan_year", "walled"]

Reach = Literal["on", "near", "own"]

_LAYER = Layer(RULES)
_VAGUE = frozenset({"全年", "年内", "当年", "年度", "本年", "本年度"})
_MARKED = lazy(r"\s{0,2}[一二三四五六七八九十]{1,2}是")
# Before a time that opens its clause.
_LED = lazy(
    r"(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]\s?|[—–·●◆■★○▶-]{1,4}\s?|20\d\d年?[-—–~～至到]{1,2})?"
    r"(?:(?:主要|总体|发展|工作|奋斗|近期|中期|阶段性?){0,2}+目标(?:任务)?[:： ]{0,2}(?=到))?"
    r"(?:\s|[一二三四五六七八九十]是|[要将并也还须在于到]|确保|力争|争取|力促|务必|计划|预计|推动"
    r"|全[省市县区镇乡]|我们){0,6}+"
)
_BRACKETS = frozenset("(（")
#: Characters before a year in its clause that name what it is said of.
_SHORT = 2
_ONE_OF_TWO = lazy(r"\s{0,2}(?:前者|后者)")
_THEME = lazy(r"\s{0,2}(?:围绕|聚焦|针对|瞄准|紧盯|依托|立足|紧扣)")
# 重点项目上半年全部开工,完成投资60亿元: more of the same subject.
_GOES_ON = lazy(r"\s{0,2}(?:[并可]|完成|实现|达到|形成)")
_OF_A_NOUN = lazy(r"计划|投资|目标|任务|预算|重点|工作|建设|实施|完成投资")


#: Forms of times within a year, and the year that a line begins with.
_WITHIN_A_YEAR = frozenset({"month", "quarter", "end", "this"})
_HEADS_LINE = lazy(r"度?\s?[:：]")
_LINE, _CLAUSE = quick(r"\n"), quick(r"[，,；;。\n]")
#: 今年, 本年: the plan's own year all the same.
_OURS = "今本"


class Period(NamedTuple):
    """A time named at text[start:end]; ``past`` is a year before the plan's, ``by`` a time limit (6月底前).

    ``reach``: a year named (今年, 2026年) holds on to the end of the sentence, 全年 and 年内 up to a new train of thought,
    and the year of 年度计划 is its noun's own.
    """

    start: int
    end: int
    value: str
    past: bool = False
    by: bool = False
    reach: Reach = "on"

    @property
    def recurs(self) -> bool:
        return self.value.startswith("per-")

    @property
    def whole(self) -> bool:
        """A year, this one or another: it governs what follows in the sentence."""
        return self.value == "year" or (len(self.value) == 4 and self.value.isdigit())


def find(text: str, year: int | None, start: int = 0, end: int | None = None) -> list[Period]:
    """Every time named in text[start:end], given the plan's year if it is known."""
    return [
        Period(
            found.start,
            found.end,
            value,
            _past(named, year),
            text[found.end - 1] == "前",
            _reach(text, found.start, found.end) if named.form in ("this", "year") else "on",
        )  # fmt: skip
        for found, named in _of_another_year(text, year, _LAYER.find(text, start, end))
        if (value := _normal(named, year)) is not None
    ]


def _of_another_year(
    text: str, year: int | None, found: Iterable[Found[Named]]
) -> Iterator[tuple[Found[Named], Named]]:
    """The times, each with the year it is of: 2027年3月开工、12月竣工 is all 2027, and so is a line behind 2027年:"""
    held, until = 0, -1
    for one in found:
        named = one.value
        if named.year is None:
            carried = one.start < until and named.form in _WITHIN_A_YEAR and text[one.start] not in _OURS
            yield one, named._replace(year=held) if carried else named
            continue
        if year is None or named.year > year:
            line = (
                named.form == "year"
                and _HEADS_LINE.match(text, one.end)
                and text[one.start - 1 : one.start] in ("", "\n")
            )
            if line or named.form in _WITHIN_A_YEAR:
                stop = (_LINE if line else _CLAUSE).search(text, one.end)
                held, until = named.year, stop.start() if stop else len(text)
        yield one, named


def _reach(text: str, start: int, end: int) -> Reach:
    said = text[start:end]
    if said == "每年" or said.endswith("年度") and _OF_A_NOUN.match(text, end):
        return "own"
    return "near" if said in _VAGUE else "on"


def _past(named: Named, year: int | None) -> bool:
    return named.form == "past" or (named.year is not None and year is not None and named.year < year)


def _normal(named: Named, year: int | None) -> str | None:
    said = named.year or year
    match named.form:
        case "this":
            return f"{named.year}" if named.year else "year"
        case "per":
            return named.per
        case "quarter":
            return f"Q{named.quarter}" if said == year else f"{said}"
        case "month":
            return f"{said}-{named.month:02d}" if said else f"MM={named.month:02d}"
        case "month after":
            return f"{year + 1}-{named.month:02d}" if year else None
        case "before":
            return f"{said}"
        case "within":
            return str(year + (named.month or 1) - 1) if year else None
        case "end":
            return "year-end" if said == year else f"{said}-12"
        case "past":
            return str(year - 1) if year else "past"
        case "next":
            return str(year + 1) if year else None
        case _:
            return "year" if said == year else f"{said}"


def governing(
    periods: Sequence[Period],
    clauses: Sequence[Clause],
    index: int,
    start: int,
    end: int,
    numbers: Sequence[int] = (),
    text: str = "",
) -> Period | None:
    """The time that governs text[start:end], standing in clauses[index] of its sentence.

    The nearest in the same clause, before or else after; a time limit behind it is closer than a year before it. Else
    the nearest year or quarter named earlier in the sentence, or a time named in its first clause. A recurring time
    governs its own clause only, and so does a time limit, unless it stands alone in that first clause, and a year that
    stands behind one of ``numbers``, the places of the numerals; ``text`` is needed with them.
    """
    clause = clauses[index]
    before = after = None
    for period in periods:
        if clause.start <= period.start < clause.end:
            if period.end <= start:
                before = period
            elif period.start >= end and _is_left(text, period, clause, end, numbers):
                after = period
    if before and not (before.whole and after and not (after.whole or after.recurs)):
        return before
    if after:
        return after
    first = clauses[0].start
    earlier = [p for p in periods if first <= p.start < clause.start and not _is_another(p, clauses, text)]
    if not earlier:
        return None
    near = any(period.reach == "near" for period in earlier)
    wall = clauses[max(walled(clauses, index, numbers), _listed(clauses, index, text))].start if near else 0
    held = [p for p in earlier if p.start >= wall or p.reach != "near"]
    for place in range(len(held) - 1, -1, -1):
        period = held[place]
        at = _clause_of(period, clauses)
        if place and _is_of_a_series(held[place - 1], period, clauses, at, index):
            continue
        if _reaches_on(period, at, index, clauses, numbers, text) and not _is_aside(
            period, clauses, at, index, numbers, text
        ):
            later = held[place + 1 :]
            return None if not period.whole and _is_over(later, clauses, at, index, numbers, text) else period
    return None


def _is_another(period: Period, clauses: Sequence[Clause], text: str) -> bool:
    """工业产值2027年达到90亿元: another year than the plan's behind the indicator is that of its own number, and so is a time in brackets (即全年…)."""
    if not text:
        return False
    if not _BRACKETS.isdisjoint(text[max(0, period.start - 2) : period.start]):
        return True
    if not period.whole or period.value == "year":
        return False
    own = clauses[_clause_of(period, clauses)]
    return period.start - own.start > _SHORT and not _LED.fullmatch(text, own.start, period.start)


def _is_of_a_series(before: Period, period: Period, clauses: Sequence[Clause], at: int, index: int) -> bool:
    """2026年达到60%,2027年达到80%;: a year behind another of its thought ends with it, and so does 5月进场,当年…;."""
    vague = period.reach == "near" and not before.whole
    if not vague and not (period.whole and before.whole and before.value != period.value):
        return False
    first = _clause_of(before, clauses)
    return first < at and not parted(clauses, first, at) and parted(clauses, at, index)


def _is_aside(
    period: Period, clauses: Sequence[Clause], at: int, index: int, numbers: Sequence[int], text: str
) -> bool:
    """A time of its own clause only: of a number before it, of a number said again, of how far a work gets, of one of two."""
    own = clauses[at]
    if period.whole and holds(numbers, own.start, period.start):
        return at < index - 1 or not text.startswith("并", clauses[index].start)
    if not text:
        return False
    if holds(numbers, period.end, own.end):
        return _is_of_a_part(period, clauses, at, index, numbers, text)
    if not asides.staged(text, period.end, own.end) or _LED.fullmatch(text, own.start, period.start):
        return False
    return parted(clauses, at, index) or not _GOES_ON.match(text, clauses[at + 1].start)


def _is_of_a_part(
    period: Period, clauses: Sequence[Clause], at: int, index: int, numbers: Sequence[int], text: str
) -> bool:
    """A semicolon ends what is said of a number said again (全年达到9亿元;) and of one of two (前者年内完成3亿元;)."""
    if not parted(clauses, at, index):
        return False
    if period.start < asides.again(text, clauses, at, numbers):
        return True
    return _ONE_OF_TWO.match(text, clauses[at].start, period.start) is not None


def _clause_of(period: Period, clauses: Sequence[Clause]) -> int:
    """The index of the clause that names a time of an earlier clause."""
    place = period.start
    return next((at for at, one in enumerate(clauses) if place < one.end), 0)


def walled(clauses: Sequence[Clause], index: int, numbers: Sequence[int], least: int = 2) -> int:
    """The first clause of the train of thought of clauses[index]: ``least`` clauses without a number right behind a semicolon begin a new one."""
    first = index
    while first > 0 and clauses[first - 1].mark not in ("；", ";"):
        first -= 1
    if index - first < least:
        return 0
    between = clauses[first : first + least]
    bare = not any(holds(numbers, one.start, one.end) for one in between)
    return first if bare else 0


def _listed(clauses: Sequence[Clause], index: int, text: str) -> int:
    """The last clause up to clauses[index] that a mark of a list opens (二是), or a theme behind a semicolon (;围绕包材配套), or the first."""
    if not text:
        return 0
    for at in range(index, 0, -1):
        if _MARKED.match(text, clauses[at].start):
            return at
        if clauses[at - 1].mark in ("；", ";") and _THEME.match(text, clauses[at].start):
            return at
    return 0


def _is_left(text: str, period: Period, clause: Clause, end: int, numbers: Sequence[int]) -> bool:
    """Whether a time behind a number is not that of another number (完成50亿元、一季度10亿元) and does not stand behind
    dots that end what is said (改造9座……3月6日,…)."""
    if text.find("…", end, period.start) >= 0:
        return False
    if not holds(numbers, end, clause.end):
        return True
    others = [number for number in numbers if end <= number < clause.end]
    following = next((number for number in others if number >= period.end), None)
    between = any(number < period.start for number in others)
    return not between and (following is None or "、" in text[period.end : following])


def _is_over(
    later: Sequence[Period],
    clauses: Sequence[Clause],
    at: int,
    index: int,
    numbers: Sequence[int],
    text: str,
) -> bool:
    """上半年…,下半年…,…: a time that another has followed in a later clause, no aside, no longer holds."""
    return any(
        other.start >= clauses[at].end
        and not other.recurs
        and not _is_of_a_part(other, clauses, _clause_of(other, clauses), index, numbers, text)
        for other in later
    )


def _reaches_on(
    period: Period, at: int, index: int, clauses: Sequence[Clause], numbers: Sequence[int], text: str
) -> bool:
    """Whether a time governs clauses[index] behind its own: a limit at the head of what is counted up to a semicolon, and
    what is said of a work (食堂年内投用) what goes on with it."""
    own = clauses[at]
    led = _LED.fullmatch(text, own.start, period.start) is not None
    apart = parted(clauses, at, index)
    if led and text[period.start - 1 : period.start] == "到" and (period.whole or not apart or at == 0):
        return True
    if led and period.by and not apart and holds(numbers, period.end, own.end):
        return True
    led = led or not apart and _GOES_ON.match(text, clauses[at + 1].start) is not None
    if period.whole:
        return period.reach != "own" and (led or text[period.start : period.end] != "年内")
    if period.recurs:
        return False
    bare = own.end - own.start - (period.end - period.start) < 4
    alone = bare and not asides.limits(text, period.end, own.end)
    return alone or not period.by and (period.value.startswith("Q") or at == 0 and led)
