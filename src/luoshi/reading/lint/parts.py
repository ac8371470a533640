"""Parts that exceed their total: behind 其中, in brackets, dealt out by 分别, and in the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from luoshi.reading.contract import exact
from luoshi.reading.lint import figures, words
from luoshi.reading.lint.findings import Finding, quoted
from luoshi.reading.lint.naming import counted_in
from luoshi.reading.lint.plan import Plan, Row, place
from luoshi.reading.model import Quantity

CODE = "parts-exceed-total"
_CLOSE = ")）"
FAR = 20  # a total is looked for among so many numbers before its part
_RATES = ("%", "百分点", "倍")


class _Line:
    """The targets of one sentence and of one that goes on with 其中, and the words between them."""

    def __init__(self, plan: Plan, targets: Sequence[Quantity]) -> None:
        self.plan, self.targets = plan, targets

    def gap(self, index: int) -> str:
        """The words between a number and the one before it, or the beginning of the sentence."""
        one = self.targets[index]
        start = self.targets[index - 1].end if index else one.sentence[0]
        return self.plan.words(start, one.start)

    def total(self, index: int) -> Quantity | None:
        """The nearest number before targets[index] that it can be a part of."""
        part = self.targets[index]
        return next(
            (other for other in reversed(self.targets[max(0, index - FAR) : index]) if _adds_up(other, part)),
            None,
        )

    def behind(self, index: int) -> str:
        """The words behind the unit of the number before targets[index]: 、 of 15个以上、."""
        return words.AFTER_UNIT.sub("", self.gap(index).lstrip().removeprefix(self.targets[index - 1].unit))


def check(plan: Plan) -> Iterator[Finding]:
    """Every part, or sum of parts that shut each other out, that is more than its total."""
    prose = [one for one in plan.targets if plan.row(one) is None]
    for line in _lines(plan, prose):
        yield from _of_line(line)
    yield from _of_tables(plan)


def _lines(plan: Plan, targets: Sequence[Quantity]) -> Iterator[_Line]:
    held: list[Quantity] = []
    for one in targets:
        if held and one.sentence != held[-1].sentence:
            between = plan.reading.text[held[-1].sentence[1] : one.sentence[0]]
            head = plan.words(one.sentence[0], min(one.sentence[0] + 4, one.start))
            if between.strip(" \u3000") or not words.AMONG.match(head):
                yield _Line(plan, held)
                held = []
        held.append(one)
    if held:
        yield _Line(plan, held)


def _of_line(line: _Line) -> Iterator[Finding]:
    index = 0
    while index < len(line.targets):
        parts = _parts(line, index)
        total = _total_of(line, index, parts) if parts else None
        if total is not None:
            yield from _compared(total, parts, _closed(line, index))
        index += max(1, len(parts))


def _parts(line: _Line, first: int) -> list[Quantity]:
    """The run of parts that begins at targets[first]: behind 其中, in a bracket, or dealt out by 分别."""
    gap = line.gap(first)
    among, dealt = words.AMONG.search(gap), words.APART.search(gap)
    opened = bool(first) and line.behind(first).startswith(("(", "（"))
    if not (among or dealt or opened) or words.NO_PART.search(line.targets[first].indicator):
        return []
    found = [line.targets[first]]
    for index in range(first + 1, len(line.targets)):
        one, between = line.targets[index], line.gap(index)
        apart = words.STOPS.search(between) or (opened and any(mark in between for mark in _CLOSE))
        if apart or words.AMONG.search(between) or words.SUMS.search(between) or not _adds_up(found[0], one):
            break
        if not (words.LISTED.match(line.behind(index)) or opened or _family([*found, one]) is not None):
            break
        found.append(one)
    return found if among or dealt or _shares_out(line.targets[first - 1], found) else []


def _shares_out(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a bracket without 其中 shares a number out, and does not say it again with more hope."""
    return len(parts) > 1 and all(one.modality == total.modality for one in parts)


def _total_of(line: _Line, first: int, parts: Sequence[Quantity]) -> Quantity | None:
    """The total before the parts; behind a list that 分别 deals out the one that follows with 合计 or 共."""
    gap = line.gap(first)
    before = line.total(first)
    if words.AMONG.search(gap) or not words.APART.search(gap):
        return before
    after = first + len(parts)
    if (
        after < len(line.targets)
        and words.SUMS.search(line.gap(after))
        and _adds_up(line.targets[after], parts[0])
    ):
        return line.targets[after]
    said = line.gap(line.targets.index(before, max(0, first - FAR))) if before is not None else ""
    return before if words.SUMS.search(said) else None


def _closed(line: _Line, first: int) -> bool:
    """Whether the list shares its total out: dealt out by 分别, or all there is in a bracket."""
    gap = line.gap(first)
    return words.APART.search(gap) is not None or not words.AMONG.search(gap)


def _compared(total: Quantity, parts: Sequence[Quantity], closed: bool) -> Iterator[Finding]:
    for part in parts:
        if _exceeds([part], total):
            yield _finding(total, [part])
            return
    apart = list(parts) if closed and not any(_has_threshold(one) for one in parts) else _family(parts)
    if apart is not None and len(apart) > 1 and _exceeds(apart, total):
        yield _finding(total, apart)


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
        and total.basis == part.basis
        and total.basis in ("level", "increment")
        and not words.NO_PART.search(part.indicator)
        and (total.period == part.period or not (part.period or "").startswith("per-"))
    )


def _has_threshold(one: Quantity) -> bool:
    return bool(one.conditions) or words.THRESHOLD.search(one.indicator) is not None


def _family(parts: Sequence[Quantity]) -> list[Quantity] | None:
    """The parts, when they are different members of one family or different places; else None."""
    if any(_has_threshold(one) for one in parts):
        return None
    for family in words.FAMILIES:
        members = [next((m for m in family if m.search(one.indicator)), None) for one in parts]
        if None not in members:
            return list(parts) if len(set(members)) == len(parts) else None
    places = [found["place"] if (found := words.PLACE.search(one.indicator)) else one.scope for one in parts]
    return list(parts) if None not in places and len(set(places)) == len(parts) else None


def _finding(total: Quantity, parts: Sequence[Quantity]) -> Finding:
    listed = "、".join(f"{quoted(one.indicator)}{figures.bare(one)}" for one in parts)
    whole = sum((one.amount for one in parts), Decimal(0)) / figures.size(total)
    together = f"合计{exact(whole)}{total.unit}，" if len(parts) > 1 else ""
    soft = total.comparator in ("ge", "gt")
    said = f"总数{quoted(total.indicator)}{figures.number(total)}"
    return Finding(
        parts[0].start,
        parts[-1].end,
        CODE,
        f"分项{listed}{'，' if together else ''}{together}超过{said}；请核对分项和总数，"
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
    above: list[Quantity] = []
    for row, one in rows:
        if any(words.AMONG_ROW.match(cell) for cell in row.cells):
            if total is not None and _adds_up(total, one) and _exceeds([one], total):
                yield _finding(total, [one])
        elif any(words.SUM_ROW.match(cell) for cell in row.cells):
            same = [other for other in above if _adds_up(one, other) and not _has_threshold(other)]
            if len(same) > 1 and _exceeds(same, one):
                yield _finding(one, same)
            above = []
        else:
            total = one
            above.append(one)
