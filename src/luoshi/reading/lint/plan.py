"""A reading made ready for lint: its year, the day it is held against, and what each section says for all in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from luoshi.reading import periods
from luoshi.reading.lint import words
from luoshi.reading.model import Commitment, Heading, Milestone, Quantity, Reading, Span

NEAR = 500  # of a sentence without an end so much is looked at on either side
LED = 3  # a time within so many characters of its beginning is that of a whole heading
MONTHS = {"year": 12, "year-end": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}


@dataclass(frozen=True, slots=True)
class Section:
    """What a heading and those above it say for everything under them."""

    title: str = ""
    period: str | None = None
    year: int | None = None
    back: bool = False
    opens: bool = False
    owned: bool = False
    unit: str = ""
    plan: str = ""


class Day(NamedTuple):
    """The day that deadlines are held against, and which day it is: 发文日期."""

    on: date
    said: str

    def __str__(self) -> str:
        """发文日期2026年1月12日."""
        return f"{self.said}{self.on.year}年{self.on.month}月{self.on.day}日"


@dataclass(frozen=True)
class Plan:
    """A reading with its plan year and the day that deadlines are held against, where they are known."""

    reading: Reading
    year: int | None
    day: Day | None

    @classmethod
    def of(cls, reading: Reading, as_of: date | None, year: int | None) -> Plan:
        """``as_of`` and ``year`` go before what the document says of itself."""
        plan_year = year or _year(reading)
        day = Day(as_of, "比对日期") if as_of is not None else _issued(reading, plan_year)
        return cls(reading, plan_year, day)

    @cached_property
    def targets(self) -> list[Quantity]:
        return [c for c in self.reading.commitments if isinstance(c, Quantity) and c.kind == "target"]

    @cached_property
    def actuals(self) -> list[Quantity]:
        return [c for c in self.reading.commitments if isinstance(c, Quantity) and c.kind == "actual"]

    @cached_property
    def dated(self) -> frozenset[str]:
        """The projects that have a date anywhere."""
        stones = (c for c in self.reading.commitments if isinstance(c, Milestone))
        return frozenset(stone.project for stone in stones if stone.period is not None)

    @cached_property
    def several_years(self) -> bool:
        """Whether the plan is one for several years, so that a promise without a date has no year."""
        return words.SEVERAL_YEARS.search(self.reading.document.title or "") is not None

    @cached_property
    def sections(self) -> list[Section]:
        """One for each heading; a heading takes over from its parent what it does not say itself."""
        found: list[Section] = []
        outline = self.reading.outline
        for index, heading in enumerate(outline):
            following = outline[index + 1].start if index + 1 < len(outline) else len(self.reading.text)
            above = found[heading.parent] if heading.parent is not None else Section()
            found.append(self._section(heading, following, above))
        return found

    def section(self, one: Commitment) -> Section:
        """The section that a commitment stands in."""
        return Section() if one.section is None else self.sections[one.section]

    def words(self, start: int, end: int) -> str:
        """text[start:end] with its repairs made."""
        text, parts, at = self.reading.text, [], start
        first, last = bisect_left(self._repaired, start), bisect_left(self._repaired, end)
        for index in range(first, last):
            repair = self.reading.repairs[index]
            parts += [text[at : repair.start], repair.after]
            at = max(at, repair.end)
        return "".join([*parts, text[at:end]])

    def around(self, one: Commitment) -> str:
        """The sentence of a commitment with its repairs made, as far as it is near."""
        start, end = one.sentence
        return self.words(max(start, one.start - NEAR), min(end, one.end + NEAR))

    @cached_property
    def _repaired(self) -> list[int]:
        return [repair.start for repair in self.reading.repairs]

    def last_month(self, period: str | None) -> int | None:
        """The month (yyyymm) that a period ends with; None for a rhythm, for none, and without a year."""
        if period is None or period.startswith("per-"):
            return None
        if period in MONTHS:
            return self.year * 100 + MONTHS[period] if self.year else None
        if period.startswith("MM="):
            return self.year * 100 + int(period[3:]) if self.year else None
        if len(period) == 7:
            return int(period[:4]) * 100 + int(period[5:])
        return int(period) * 100 + 12 if period.isdigit() else None

    def window(self, one: Commitment) -> str:
        """What tells two promises of one indicator apart by time: the last month, or the rhythm, or the plan's year."""
        period = getattr(one, "period", None) or self.section(one).period
        if period is not None and period.startswith("per-"):
            return period
        month = self.last_month(period)
        if month is not None:
            return str(month)
        return period if period not in (None, "year", "year-end") else str((self.year or 0) * 100 + 12)

    def row(self, one: Commitment) -> Row | None:
        """The line of a table that a commitment stands in."""
        index = bisect_left(self._row_ends, one.start)
        row = self.table[index] if index < len(self.table) else None
        return row if row is not None and row.start <= one.start else None

    @cached_property
    def table(self) -> list[Row]:
        """Every line of tab separated cells, with the first line of its table; rows that the reader put together, too."""
        tabbed = "\t" in self.reading.text or self.reading.repairs.of("cells")
        return list(_rows(_lines(self.reading))) if tabbed else []

    @cached_property
    def _row_ends(self) -> list[int]:
        return [row.end for row in self.table]

    def _section(self, heading: Heading, following: int, above: Section) -> Section:
        title = heading.title.strip("：: ")
        named = words.YEAR.search(title)
        back = words.LOOKS_BACK.search(title) is not None
        last = self.year - 1 if self.year and words.LAST_YEAR.search(title) else None
        led = (found for found in periods.find(title, self.year) if found.start <= LED and not found.past)
        unit = title if words.UNIT_HEADING.fullmatch(title) else ""
        return Section(
            title=title,
            period=next((found.value for found in led), above.period),
            year=int(named[1]) if named else last or above.year,
            back=back or above.back,
            opens=words.OPENS.search(title) is not None or above.opens,
            owned=above.owned or bool(unit) or self._owns(heading, following),
            unit=unit or above.unit,
            plan=title if words.OWN_PLAN.search(title) else above.plan,
        )

    def _owns(self, heading: Heading, following: int) -> bool:
        """Whether a heading names who answers, in itself, in a bracket behind it or in a line of its own."""
        text = self.reading.text
        return (
            words.OWNED_HEADING.search(heading.title) is not None
            or words.OWNED_BEHIND.match(text, heading.end, following) is not None
            or words.OWNED_LINE.search(text, heading.end, following) is not None
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A line text[start:end] of a table under ``head``, its first line; ``number`` tells tables apart."""

    start: int
    end: int
    cells: tuple[str, ...]
    head: str
    number: int


def _lines(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Each line text[start:end] with what it says; what was read as a break between cells or rows of a table is one."""
    text, said, start, at = reading.text, "", 0, 0
    breaks = [(one.start, one.end, one.after) for one in reading.repairs.of("cells")]
    for low, high, after in (*breaks, (len(text), len(text), "\n")):
        *lines, rest = text[at:low].split("\n")
        for line in lines:
            at += len(line) + 1
            yield start, at - 1, said + line
            said, start = "", at
        *ended, begun = after.split("\n")
        said += rest + (ended[0] if ended else begun)
        if ended:
            yield start, low, said
            said, start = begun, high
        at = high


def _rows(lines: Iterable[tuple[int, int, str]]) -> Iterator[Row]:
    head, number = "", 0
    for start, end, line in lines:
        if "\t" in line:
            if not head:
                head, number = line, number + 1
            yield Row(start, end, tuple(cell.strip() for cell in line.split("\t")), head, number)
        else:
            head = ""


def _year(reading: Reading) -> int | None:
    """The plan year: that of the title, else the later one that a heading announces, else the one that the text names."""
    about = reading.document
    if about.year is None or str(about.year) in (about.title or ""):
        return about.year
    ahead = (
        words.YEAR.search(heading.title)
        for heading in reading.outline
        if words.LOOKS_AHEAD.search(heading.title) and not words.LOOKS_BACK.search(heading.title)
    )
    later = about.year + 1
    return later if any(found is not None and int(found[1]) == later for found in ahead) else about.year


def _issued(reading: Reading, year: int | None) -> Day | None:
    """The day of issue, unless that lies behind the plan year (a later print); else the first day of the plan year."""
    try:
        day = date.fromisoformat(reading.document.issued_on or "")
    except ValueError:
        day = None
    if day is not None and (year is None or day.year <= year):
        return Day(day, "发文日期")
    return Day(date(year, 1, 1), "计划年度第一天") if year else None


def place(one: Commitment) -> Span:
    """The place of a commitment."""
    return one.start, one.end


def when(plan: Plan, period: str | None) -> str:
    """The end of a period in words: 2026年6月底."""
    month = plan.last_month(period)
    return f"{month // 100}年{month % 100}月底" if month is not None else period or ""
