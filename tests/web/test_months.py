"""The month that a page shows."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from luoshi.directory.calendars.models import CLOSED, OPEN, Month
from luoshi.web import months, people


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("202610", 202610),
        ("2026-10", 202610),
        (" 2026-01 ", 202601),
        ("202613", None),
        ("2026", None),
        ("199912", None),
        ("明年", None),
        ("", None),
        ("２０２６１０", None),
    ],
)
def test_a_month_is_read_or_refused(text: str, month: int | None) -> None:
    assert months.parse(text) == month


def test_the_selector_crosses_the_year() -> None:
    choice = months.choice(202601)
    assert (choice.earlier, choice.later) == (202512, 202602)
    assert (choice.year_before, choice.year_after) == (202501, 202701)
    assert (choice.months[0], choice.months[-1], choice.year) == (202601, 202612, 2026)


def test_the_usual_month_is_over() -> None:
    assert months.last_full(date(2026, 1, 31)) == 202512


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("books", "month"),
    [
        ({}, 202610),
        ({202601: OPEN, 202602: OPEN}, 202602),
        ({202001: OPEN, 202612: OPEN}, 202001),
        ({202001: OPEN, 202609: CLOSED, 202610: OPEN}, 202610),
        ({202608: CLOSED, 202609: OPEN, 202610: OPEN}, 202609),
        ({202610: CLOSED, 202611: OPEN}, 202610),
        ({202607: CLOSED, 202608: CLOSED}, 202608),
    ],
)
def test_the_usual_month_is_the_one_being_filled(books: dict[int, str], month: int) -> None:
    for period, state in books.items():
        Month.objects.create(period=period, state=state)
    assert people.usual_month(date(2026, 11, 21)) == month


def test_every_page_obeys_the_month_once_chosen(signed_in: Client) -> None:
    assert signed_in.get("/", {"month": "202603"}).wsgi_request.month == 202603
    page = signed_in.get("/settings/")
    assert page.wsgi_request.month == 202603
    assert "2026年3月" in page.text
    assert signed_in.get("/", {"month": "2026-05"}).wsgi_request.month == 202605


def test_a_month_that_is_none_changes_nothing(signed_in: Client) -> None:
    signed_in.get("/", {"month": "202603"})
    assert signed_in.get("/", {"month": "202699"}).wsgi_request.month == 202603


def test_the_selector_keeps_the_rest_of_the_address(signed_in: Client) -> None:
    page = signed_in.get("/search/", {"q": "设置", "month": "202603", "page": "4"}).text
    assert 'href="?q=%E8%AE%BE%E7%BD%AE&amp;month=202604"' in page
