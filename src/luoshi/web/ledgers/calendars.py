"""A ledger as the calendar of one month: its rows on the days that one of its columns holds."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse

from luoshi.directory.calendars.models import CalendarDay
from luoshi.ledgers.columns import Column, Day
from luoshi.ledgers.filtering import FROM, PREFIX, TO
from luoshi.ledgers.models import Row
from luoshi.web import parts
from luoshi.web.ledgers import dues, kanban, lists
from luoshi.web.ledgers.lists import View

MOST: Final = 5  # rows of a day
BY: Final = "by"  # the column, in the address
WEEKDAYS: Final = tuple("一二三四五六日")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row on a day."""

    title: str
    url: str
    light: parts.Light | None


@dataclass(frozen=True, slots=True)
class Square:
    """One day: its rows, how many there are besides, whether it is worked and what it is called."""

    day: date
    inside: bool
    today: bool
    rest: bool
    name: str
    entries: tuple[Entry, ...]
    more: int
    all_url: str

    @property
    def weekday(self) -> str:
        """The day of the week in words."""
        return WEEKDAYS[self.day.weekday()]


def day_columns(view: View) -> list[Column]:
    """The columns by which rows stand on days; until when they are due comes first."""
    found = [c for c in view.columns if isinstance(c, Day) and not c.derived]
    return sorted(found, key=lambda c: c.name != dues.COLUMN)


def column_of(columns: list[Column], asked: str) -> Column | None:
    """The column that an address names, else the first."""
    return next((c for c in columns if c.name == asked), columns[0] if columns else None)


def weeks(view: View, column: Column, month: int, today: date) -> list[list[Square]]:
    """The weeks of a month from Monday on; three queries, however many rows there are."""
    days = calendar.Calendar().monthdatescalendar(month // 100, month % 100)
    first, last = days[0][0], days[-1][-1]
    rows = view.rows().filter(**{f"{column.name}__range": (first, last)})
    totals: dict[date, int] = dict(rows.order_by().values_list(column.name).annotate(n=Count("pk")))
    held: dict[date, list[Row]] = {}
    for row in kanban.first_of_each(rows, column.name, MOST):
        held.setdefault(getattr(row, column.name), []).append(row)
    named = {each.day: each for each in CalendarDay.objects.between(first, last)}
    return [
        [
            square(view, column, day, month, today, named.get(day), held.get(day, ()), totals.get(day, 0))
            for day in week
        ]
        for week in days
    ]


def square(
    view: View,
    column: Column,
    day: date,
    month: int,
    today: date,
    named: CalendarDay | None,
    rows: Iterable[Row],
    total: int,
) -> Square:
    """One day of the calendar."""
    entries = tuple(entry(view, column, row, today) for row in rows)
    return Square(
        day=day,
        inside=day.year * 100 + day.month == month,
        today=day == today,
        rest=not named.working if named else day.weekday() > calendar.FRIDAY,
        name=named.name if named else "",
        entries=entries,
        more=total - len(entries),
        all_url=listed(view, column, day, day),
    )


def entry(view: View, column: Column, row: Row, today: date) -> Entry:
    """One row; under its light where the day is the one until which it is due."""
    light = dues.light(view.ledger, row, today) if column.name == dues.COLUMN else None
    return Entry(view.ledger.label_of(row), lists.address(view.ledger, row), light)


def listed(view: View, column: Column, first: date, last: date) -> str:
    """The list of the rows on these days."""
    names = {f"{PREFIX}{column.name}{FROM}": first, f"{PREFIX}{column.name}{TO}": last}
    return f"{reverse('ledger', args=[view.ledger.key])}?{urlencode(names)}"
