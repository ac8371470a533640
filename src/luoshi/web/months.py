"""Which month a page shows, which one a form was filled in for, and the calendar of the month selector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from luoshi.ledgers.errors import LedgerError
from luoshi.rules.errors import BadMonth
from luoshi.rules.months import add_months, month_of, parse_month

FIRST_YEAR, LAST_YEAR = 2000, 2099
MONTH: Final = "month"  # in the address, in the session, and hidden in every form that writes for a month


class NoMonth(LedgerError):
    """A form that does not say for which month it was filled in."""

    def __init__(self) -> None:
        super().__init__("提交的内容里没有写明是哪个月，没有保存。请刷新页面，核对月份后再提交。")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the selector shows: the month that holds now, its neighbours and the months of its year."""

    month: int
    earlier: int
    later: int
    year_before: int
    year_after: int
    months: tuple[int, ...]

    @property
    def year(self) -> int:
        return self.month // 100


def parse(text: str) -> int | None:
    """A month written 202610 or 2026-10, or None if it is no month of the years a zone plans for."""
    text = text.strip()
    if "-" not in text:
        text = f"{text[:4]}-{text[4:]}"
    try:
        month = parse_month(text)
    except BadMonth:
        return None
    return month if FIRST_YEAR <= month // 100 <= LAST_YEAR else None


def sent(form: Mapping[str, str]) -> int:
    """The month of the page on which a form was filled in; raises NoMonth.

    What a form writes belongs to the month that its page showed, not to the one chosen meanwhile in another window.
    """
    month = parse(form.get(MONTH, ""))
    if month is None:
        raise NoMonth
    return month


def address(name: str, month: int, *args: object) -> str:
    """The address of a page in a month: where a form that was filled in for that month leads."""
    return f"{reverse(name, args=args)}?{urlencode({MONTH: month})}"


def last_full(today: date) -> int:
    """The last month that is over: what a page shows when nobody chose."""
    return add_months(month_of(today.year, today.month), -1)


def choice(month: int) -> Choice:
    """The selector for ``month``."""
    return Choice(
        month=month,
        earlier=add_months(month, -1),
        later=add_months(month, 1),
        year_before=add_months(month, -12),
        year_after=add_months(month, 12),
        months=tuple(month_of(month // 100, number) for number in range(1, 13)),
    )
