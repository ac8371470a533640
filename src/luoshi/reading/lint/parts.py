"""Parts that exceed their total: behind 其中, in brackets, dealt out by 分别, before a sum, and in the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from luoshi.reading.contract import exact
from luoshi.reading.lint import figures, words
from luoshi.reading.lint.findings import Finding, quoted
from luoshi.reading.lint.naming import counted_in
from luoshi.reading.lint.plan import Plan, Row, place
from luoshi.reading.model import Quantity

CODE = "parts-exceed-total"
FAR = 20  # a total is looked for among so many numbers before its part
LONGER = 2  # behind a comma a part has at most so many characters more of its own than the first
_CLOSE = ")）"
_RATES = ("%", "百分点", "倍")


@dataclass(frozen=True, slots=True)
class Part:
    """A number under a total, and the words of its own that stand before it: 工业项目, 云溪镇."""

    one: Quantity
    said: str

    @property
    def has_threshold(self) -> bool:
        return bool(self.one.conditions) or words.THRESHOLD.search(self.said) is not None


class Line:
    """The targets of one sentence and of one that goes on with 其中, and the words between them."""

    def __init__(self, plan: Plan, targets: Sequence[Quantity]) -> None:
        self.plan, self.targets = plan, targets

    def gap(self, index: int) -> str:
        """The words between a number and the one before it, or the beginning of the sentence."""
        one = self.targets[index]
        start = self.targets[index - 1].end if index else one.sentence[0]
        return self.plan.words(start, one.start)

    def behind(self, index: int) -> str:
        """The words behind the unit of the number before targets[index]: 、 of 15个以上、."""
        return words.AFTER_UNIT.sub("", self.gap(index).lstrip().removeprefix(self.targets[index - 1].unit))

    def part(self, index: int, dealt: bool) -> Part:
        """A number with its own words; of what 分别 deals out those that the reader gave it."""
        one = self.targets[index]
        own = words.OWN.split(self.behind(index) if index else self.gap(index))[-1]
        own = words.BEFORE_NUMBER.sub("", own.strip())
        return Part(one, one.indicator if dealt or not own else own)

    def total(self, index: int) -> int | None:
        """The nearest number before targets[index] that it can be a part of."""
        part = self.targets[index]
        near = range(index - 1, max(-1, index - 1 - FAR), -1)
        return next((at for at in near if _adds_up(self.targets[at], part)), None)


def check(plan: Plan) -> Iterator[Finding]:
    """Every part, or sum of parts that shut each other out, that is more than its total."""
    for line in _lines(plan, [one for one in plan.targets if plan.row(one) is None]):
        yield from _of_line(line)
    yield from _of_tables(plan)


def _lines(plan: Plan, targets: Sequence[Quantity]) -> Iterator[Line]:
    held: list[Quantity] = []
    for one in targets:
        if held and one.sentence != held[-1].sentence:
            between = plan.reading.text[held[-1].sentence[1] : one.sentence[0]]
            head = plan.words(one.sentence[0], min(one.sentence[0] + 4, one.start))
            if between.strip(" \u3000") or not words.AMONG.match(head):
                yield Line(plan, held)
                held = []
        held.append(one)
    if held:
        yield Line(plan, held)


def _of_line(line: Line) -> Iterator[Finding]:
    index = 0
    while index < len(line.targets):
        parts = _parts(line, index)
        total = _total_of(line, index, parts) if parts else None
        if total is not None:
            yield from _compared(line.targets[total], parts, _closed(line, index), total > index)
        yield from _summed(line, index)
        index += max(1, len(parts))


def _parts(line: Line, first: int) -> list[Part]:
    """The run of parts that begins at targets[first]: behind 其中, in a bracket, or dealt out by 分别."""
    gap = line.gap(first)
    among, dealt = words.AMONG.search(gap), words.APART.search(gap) is not None
    opened = bool(first) and line.behind(first).startswith(("(", "（"))
    if not (among or dealt or opened) or words.NO_PART.search(line.targets[first].indicator):
        return []
    found = [line.part(first, dealt)]
    for index in range(first + 1, len(line.targets)):
        one, between, behind = line.part(index, dealt), line.gap(index), line.behind(index)
        ends = words.STOPS.search(between) or (opened and any(mark in between for mark in _CLOSE))
        if (
            ends
            or words.AMONG.search(between)
            or words.SUMS.search(between)
            or not _adds_up(found[0].one, one.one)
        ):
            break
        listed = opened or words.LISTED.match(behind) or words.NEXT_SIZE.fullmatch(behind)
        if not listed and (len(one.said) > len(found[0].said) + LONGER or _apart([*found, one]) is None):
            break
        found.append(one)
    return found if among or dealt or _shares_out(line.targets[first - 1], found) else []


def _shares_out(total: Quantity, parts: Sequence[Part]) -> bool:
    """Whether a bracket without 其中 shares a number out, and does not say it again with more hope."""
    return len(parts) > 1 and all(part.one.modality == total.modality for part in parts)


def _total_of(line: Line, first: int, parts: Sequence[Part]) -> int | None:
    """The total before the parts; behind a list that 分别 deals out the one that follows with 合计 or 共."""
    gap, before, after = line.gap(first), line.total(first), first + len(parts)
    if words.AMONG.search(gap) or not words.APART.search(gap):
        return before
    follows = after < len(line.targets) and words.SUMS.search(line.gap(after))
    if follows and _adds_up(line.targets[after], parts[0].one):
        return after
    if before is None or words.ELLIPTIC.search(gap) or words.SUMS.search(line.gap(before)):
        return before
    return None


def _closed(line: Line, first: int) -> bool:
    """Whether the list shares its total out: dealt out by 分别, or all there is in a bracket."""
    gap = line.gap(first)
    return words.APART.search(gap) is not None or not words.AMONG.search(gap)


def _summed(line: Line, index: int) -> Iterator[Finding]:
    """工业投资62亿元、服务业投资36亿元，合计96亿元: the numbers that stand in one list before a sum."""
    total = line.targets[index]
    if words.SUMMED.search(line.gap(index)) is None:
        return
    parts: list[Part] = []
    for at in range(index - 1, max(-1, index - 1 - FAR), -1):
        part = line.part(at, dealt=False)
        if not _adds_up(total, part.one) or part.has_threshold:
            break
        parts.insert(0, part)
        if at == 0 or not words.LISTED.match(line.behind(at)):
            break
    dealt = words.APART.search(line.gap(index - len(parts))) if parts else None
    if len(parts) > 1 and not dealt and _exceeds([part.one for part in parts], total):
        yield _finding(total, parts, after=True)


def _compared(total: Quantity, parts: Sequence[Part], closed: bool, after: bool) -> Iterator[Finding]:
    for part in parts:
        if _exceeds([part.one], total):
            yield _finding(total, [part], after)
            return
    whole = closed and not any(part.has_threshold for part in parts)
    apart = parts if whole else _apart(parts)
    if apart is not None and len(apart) > 1 and _exceeds([part.one for part in apart], total):
        yield _finding(total, apart, after)


def _exceeds(parts: Sequence[Quantity], total: Quantity) -> bool:
    if any(one.comparator in ("le", "lt") for one in parts):
        return False
    slack = sum((figures.half(one) for one in parts), figures.half(total))
    high = total.amount if total.high is None else total.high * figures.size(total)
    over = sum((one.amount for one in parts), Decimal(0)) - slack - high
    if "approx" in {total.comparator, *(one.comparator for one in parts)}:
        return over > high / 20
    return over > 0 or (over == 0 and slack > 0)


def _adds_up(total: Quantity, part: Quantity) -> bool:
    """Whether one amount can be a part of another: the same unit, no rate, no growth."""
    return (
        counted_in(total) == counted_in(part)
        and total.base_unit not in _RATES
        and (total.basis == part.basis or words.NEW.search(part.indicator) is not None)
        and {total.basis, part.basis} <= {"level", "increment"}
        and not words.NO_PART.search(part.indicator)
        and (total.period == part.period or not (part.period or "").startswith("per-"))
    )


def _apart(parts: Sequence[Part]) -> Sequence[Part] | None:
    """The parts, when they are different members of one family or different places; else None."""
    if any(part.has_threshold for part in parts):
        return None
    for family in words.FAMILIES:
        members = [next((m for m in family if m.search(part.said)), None) for part in parts]
        if None not in members:
            return parts if len(set(members)) == len(parts) else None
    places = [
        found["place"] if (found := words.PLACE.search(part.said)) else part.one.scope for part in parts
    ]
    return parts if None not in places and len(set(places)) == len(parts) else None


def _finding(total: Quantity, parts: Sequence[Part], after: bool = False) -> Finding:
    listed = "、".join(f"{quoted(part.said)}{figures.bare(part.one)}" for part in parts)
    whole = sum((part.one.amount for part in parts), Decimal(0)) / figures.size(total)
    together = f"，相加是{exact(whole)}{total.unit}，" if len(parts) > 1 else ""
    soft = total.comparator in ("ge", "gt")
    said = "写明的合计" if after else f"总数{quoted(total.indicator)}"
    return Finding(
        parts[0].one.start,
        parts[-1].one.end,
        CODE,
        f"分项{listed}{together}超过{said}{figures.number(total)}；请核对分项和总数，"
        + ("把总数至少提高到分项之和。" if soft else "使分项之和不超过总数。"),
        "reminder" if soft else "error",
        (place(total),),
    )


def _of_tables(plan: Plan) -> Iterator[Finding]:
    """Rows of 其中 under their total, and rows of 合计 under the rows that they sum up."""
    inside = [(row, one) for one in plan.targets if (row := plan.row(one)) is not None]
    for _, group in groupby(inside, key=lambda pair: pair[0].number):
        yield from _of_table(list(group))


def _of_table(rows: Sequence[tuple[Row, Quantity]]) -> Iterator[Finding]:
    total: Quantity | None = None
    above: list[Part] = []
    for row, one in rows:
        part = Part(one, one.indicator)
        if any(words.AMONG_ROW.match(cell) for cell in row.cells):
            if total is not None and _adds_up(total, one) and _exceeds([one], total):
                yield _finding(total, [part])
        elif any(words.SUM_ROW.match(cell) for cell in row.cells):
            same = [other for other in above if _adds_up(one, other.one) and not other.has_threshold]
            if len(same) > 1 and _exceeds([other.one for other in same], one):
                yield _finding(one, same, after=True)
            above = []
        else:
            total = one
            above.append(part)
