"""A reading made ready for lint: its year, the day it is held against, and what each section says for all in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from luoshi.reading import periods
from luoshi.reading.lint import words
from luoshi.reading.model import Commitment, Heading, Quantity, Reading, Span

MONTHS = {"year": 12, "year-end": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}


@dataclass(frozen=True, slots=True)
class Section:
    """What a heading and those above it say for everything under them."""

    title: str = ""
    period: str | None = None
    year: int | None = None
    back: bool = False
    owned: bool = False
    unit: str = ""
    plan: str = ""


@dataclass(frozen=True)
class Plan:
    """A reading with the plan year and the day against which deadlines are held; ``said`` names that day in words."""

    reading: Reading
    year: int | None
    as_of: date | None
    said: str
    _owned: dict[int, Section] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading, as_of: date | None, year: int | None) -> Plan:
        """``as_of`` and ``year`` go before what the document says of itself."""
        plan_year = year or _year(reading)
        day, said = (as_of, "比对日期") if as_of is not None else _issued(reading, plan_year)
        return cls(reading, plan_year, day, said)

    @cached_property
    def targets(self) -> list[Quantity]:
        return [c for c in self.reading.commitments if isinstance(c, Quantity) and c.kind == "target"]

    @cached_property
    def actuals(self) -> list[Quantity]:
        return [c for c in self.reading.commitments if isinstance(c, Quantity) and c.kind == "actual"]

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
        repairs, parts, at = self.reading.repairs, [], start
        for repair in repairs[bisect_left(self._repaired, start) :]:
            if repair.start >= end:
                break
            parts += [self.reading.text[at : repair.start], repair.after]
            at = max(at, repair.end)
        return "".join([*parts, self.reading.text[at:end]])

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

    def rows(self, one: Commitment) -> Row | None:
        """The line of a table that a commitment stands in."""
        index = bisect_left(self._row_ends, one.start)
        row = self.table[index] if index < len(self.table) else None
        return row if row is not None and row.start <= one.start else None

    @cached_property
    def table(self) -> list[Row]:
        """Every line of tab separated cells, with the first line of its table."""
        return list(_rows(self.reading.text))

    @cached_property
    def _row_ends(self) -> list[int]:
        return [row.end for row in self.table]

    def _section(self, heading: Heading, following: int, above: Section) -> Section:
        text = self.reading.text
        line = text.find("\n", heading.end, following)
        head = self.words(heading.start, min(following, line if line >= 0 else following, heading.end + 90))
        own = heading.title + head[: 90 + heading.end - heading.start]
        years = periods.find(heading.title, self.year)
        period = next((found.value for found in years if not found.past), None)
        back = words.LOOKS_BACK.search(heading.title) is not None
        said = [int(found.value) for found in years if len(found.value) == 4 and found.value.isdigit()]
        unit = heading.title.strip("：: ") if words.UNIT_HEADING.fullmatch(heading.title.strip("：: ")) else ""
        return Section(
            title=heading.title,
            period=period or above.period,
            year=said[0] if said else above.year,
            back=back or above.back,
            owned=above.owned or bool(unit) or self._owns(own, heading, following),
            unit=unit or above.unit,
            plan=heading.title if words.OWN_PLAN.search(heading.title) else above.plan,
        )

    def _owns(self, head: str, heading: Heading, following: int) -> bool:
        """Whether a heading names who answers, in itself, in a bracket behind it or in a line of its own."""
        return (
            words.OWNED_HEADING.search(head) is not None
            or words.OWNED_LINE.search(self.reading.text, heading.end, following) is not None
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A line text[start:end] of a table under ``head``, its first line; ``number`` tells tables apart."""

    start: int
    end: int
    cells: tuple[str, ...]
    head: str
    number: int


def _rows(text: str) -> Iterator[Row]:
    head, number, start = "", 0, 0
    if "\t" not in text:
        return
    for line in text.split("\n"):
        end = start + len(line)
        if "\t" in line:
            if not head:
                head, number = line, number + 1
            yield Row(start, end, tuple(cell.strip() for cell in line.split("\t")), head, number)
        else:
            head = ""
        start = end + 1


def _year(reading: Reading) -> int | None:
    """The plan year: that of the title, else the later one that a heading announces, else the one that the text names."""
    about = reading.document
    if about.year is None or str(about.year) in (about.title or ""):
        return about.year
    said = (
        found.value
        for heading in reading.outline
        if words.LOOKS_AHEAD.search(heading.title) and not words.LOOKS_BACK.search(heading.title)
        for found in periods.find(heading.title, about.year)
    )
    later = [int(value) for value in said if value == str(about.year + 1)]
    return later[0] if later else about.year


def _issued(reading: Reading, year: int | None) -> tuple[date | None, str]:
    """The day of issue, unless that lies behind the plan year (a later print); else the first day of the plan year."""
    try:
        day = date.fromisoformat(reading.document.issued_on or "")
    except ValueError:
        day = None
    if day is not None and (year is None or day.year <= year):
        return day, "发文日期"
    return (date(year, 1, 1), "计划年度的开始") if year else (None, "")


def place(one: Commitment) -> Span:
    """The place of a commitment."""
    return one.start, one.end
