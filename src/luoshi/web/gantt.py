"""作战图: plan against actual along the months, drawn on the server and written as a workbook with the same bars."""

from __future__ import annotations

import calendar
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from xlsxwriter import Workbook

from luoshi.ledgers import workbooks
from luoshi.rules.months import month_range

Scale = Literal["week", "month", "quarter"]
SCALES: Final[dict[Scale, tuple[str, float]]] = {
    "week": ("周", 5.6),
    "month": ("月", 2.6),
    "quarter": ("季", 1.3),
}
LABELS: Final = 268.0  # what the names and owners take on the left
HEAD: Final = 40.0
ROW: Final = 22.0
NAME_LONGEST: Final = 14
A3: Final = 8
SHEET: Final = 40  # lines that a sheet of A3 takes and a reader can read
TENTHS: Final = ((1, 10), (11, 20), (21, 31))  # the thirds of a month: 上旬 中旬 下旬


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day, both included."""

    first: date
    last: date

    def touches(self, first: date, last: date) -> bool:
        """Whether some day of it lies between two days."""
        return self.first <= last and self.last >= first


@dataclass(frozen=True, slots=True)
class Diamond:
    """A node on its day: done, late or still to come."""

    on: date
    title: str
    state: Literal["done", "late", "due"]


@dataclass(frozen=True, slots=True)
class Track:
    """One line of the chart: who answers for it, what was planned, what happened, and how long it has been late."""

    title: str
    owner: str
    url: str = ""
    plan: Span | None = None
    actual: Span | None = None
    late: Span | None = None
    diamonds: tuple[Diamond, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing, in its units, as text."""

    x: str
    y: str
    width: str
    height: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A track where it stands."""

    track: Track
    name: str
    middle: str
    base: str
    plan: Box | None
    actual: Box | None
    late: Box | None
    points: tuple[tuple[str, Diamond], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: its size, the heads of months (and of what is below them), the lines, and today's hairline."""

    width: str
    height: str
    left: str
    heads: tuple[tuple[str, str, str], ...]
    ticks: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    today: str

    @property
    def box(self) -> str:
        return f"0 0 {self.width} {self.height}"


def days_of(first: int, last: int) -> tuple[date, date]:
    """The first and the last day of a stretch of months."""
    end = date(last // 100, last % 100, calendar.monthrange(last // 100, last % 100)[1])
    return date(first // 100, first % 100, 1), end


def render(tracks: Sequence[Track], first: int, last: int, scale: Scale, today: date) -> Chart:
    """The chart of some months (yyyymm, both included); what lies outside is cut off."""
    start, end = days_of(first, last)
    pen = _Pen(start, end, SCALES[scale][1])
    lines = tuple(pen.line(track, HEAD + number * ROW) for number, track in enumerate(tracks))
    height = HEAD + ROW * max(1, len(tracks)) + 6
    return Chart(
        width=_n(pen.right),
        height=_n(height),
        left=_n(LABELS),
        heads=tuple(pen.heads(first, last, scale)),
        ticks=tuple(pen.ticks(first, last, scale)),
        lines=lines,
        today=_n(pen.x(today)) if start <= today <= end else "",
    )


def sheets(tracks: Sequence[Track], first: int, last: int, scale: Scale, today: date) -> tuple[Chart, ...]:
    """The chart in pieces of a sheet of paper, each with the months over it."""
    starts = range(0, max(1, len(tracks)), SHEET)
    return tuple(render(tracks[at : at + SHEET], first, last, scale, today) for at in starts)


class _Pen:
    """Where days stand along the drawing."""

    def __init__(self, start: date, end: date, per_day: float) -> None:
        self.start, self.end, self.per_day = start, end, per_day
        self.right = LABELS + ((end - start).days + 1) * per_day + 8

    def x(self, day: date) -> float:
        return LABELS + (day - self.start).days * self.per_day

    def heads(self, first: int, last: int, scale: Scale) -> Iterable[tuple[str, str, str]]:
        """Left edge, middle and word of each month; the year stands with its first month."""
        for number, month in enumerate(month_range(first, last)):
            left, right = (self.x(day) for day in days_of(month, month))
            year = f"{month // 100}年" if month % 100 == 1 or not number else ""
            quarter = scale == "quarter" and (month % 100) % 3 != 1 and number
            yield _n(left), _n((left + right) / 2), "" if quarter and not year else f"{year}{month % 100}月"

    def ticks(self, first: int, last: int, scale: Scale) -> Iterable[tuple[str, str]]:
        """Under the months: the Mondays where weeks are shown."""
        if scale == "week":
            day = self.start + timedelta(days=(7 - self.start.weekday()) % 7)
            while day <= self.end:
                yield _n(self.x(day)), f"{day.day}"
                day += timedelta(days=7)

    def line(self, track: Track, top: float) -> Line:
        long = len(track.title) > NAME_LONGEST
        name = f"{track.title[: NAME_LONGEST - 1]}…" if long else track.title
        seen = [each for each in track.diamonds if self.start <= each.on <= self.end]
        return Line(
            track=track,
            name=name,
            middle=_n(top + ROW / 2),
            base=_n(top + ROW / 2 + 4),
            plan=self.box(track.plan, top + 3, ROW - 6, "计划"),
            actual=self.box(track.actual, top + 7, ROW - 14, "实际"),
            late=self.box(track.late, top + 3, ROW - 6, "逾期"),
            points=tuple((_n(self.x(each.on) + self.per_day / 2), each) for each in seen),
        )

    def box(self, span: Span | None, top: float, height: float, word: str) -> Box | None:
        if span is None or span.first > span.last or not span.touches(self.start, self.end):
            return None
        left = self.x(max(span.first, self.start))
        right = self.x(min(span.last, self.end)) + self.per_day
        title = f"{word} {span.first.isoformat()} 至 {span.last.isoformat()}"
        return Box(_n(left), _n(top), _n(right - left), _n(height), title)


def _n(number: float) -> str:
    return f"{number:.1f}"


def workbook(tracks: Sequence[Track], first: int, last: int, today: date, title: str) -> bytes:
    """The same bars as cells, three to a month: A3 across, one page wide."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet, formats = book.add_worksheet("作战图"), workbooks.Formats(book)
    thirds = [(month, *each) for month in month_range(first, last) for each in TENTHS]
    width = 3 + len(thirds)
    sheet.merge_range(0, 0, 0, width - 1, title, formats.title)
    told = f"截至 {today.isoformat()}；空格为计划，实色为实际，斜纹为逾期，◆ 已完成的节点，◇ 未完成的节点"
    sheet.merge_range(1, 0, 1, width - 1, told, formats.left)
    for column, word in enumerate(("序号", "项目", "责任")):
        sheet.merge_range(2, column, 3, column, word, formats.head)
    for number, month in enumerate(month_range(first, last)):
        left = 3 + number * 3
        sheet.merge_range(2, left, 2, left + 2, f"{month // 100}年{month % 100}月", formats.head)
        for third, word in enumerate("上中下"):
            sheet.write_string(3, left + third, word, formats.head)
    paints = _paints(book, formats)
    for number, track in enumerate(tracks):
        row = 4 + number
        sheet.write_number(row, 0, number + 1, formats.centre)
        workbooks.put(sheet, row, 1, track.title, formats)
        workbooks.put(sheet, row, 2, track.owner, formats)
        for column, (month, a, b) in enumerate(thirds, start=3):
            end = days_of(month, month)[1]
            days = Span(end.replace(day=a), end.replace(day=min(b, end.day)))
            sheet.write_string(row, column, _mark(track, days), paints[_paint(track, days)])
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 26)
    sheet.set_column(2, 2, 20)
    sheet.set_column(3, width - 1, 2.6)
    sheet.freeze_panes(4, 3)
    sheet.set_landscape()
    sheet.set_paper(A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 3)
    book.close()
    return out.getvalue()


def _paint(track: Track, days: Span) -> str:
    for kind, span in (("late", track.late), ("actual", track.actual), ("plan", track.plan)):
        if span is not None and span.first <= span.last and days.touches(span.first, span.last):
            return kind
    return ""


def _mark(track: Track, days: Span) -> str:
    nodes = [each for each in track.diamonds if days.first <= each.on <= days.last]
    if not nodes:
        return ""
    return "◆" if all(each.state == "done" for each in nodes) else "◇"


def _paints(book: Workbook, formats: workbooks.Formats) -> dict[str, object]:
    base = {**formats.edge, "align": "center"}
    return {
        "": book.add_format(base),
        "plan": book.add_format({**base, "bg_color": "#e6edfd"}),
        "actual": book.add_format({**base, "bg_color": "#1d4ed8", "font_color": "#ffffff"}),
        "late": book.add_format({**base, "pattern": 14, "bg_color": "#ffffff", "fg_color": "#cf222e"}),
    }
