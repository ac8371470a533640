"""A write marks what it touches: the old and the new bucket, and those of rows that are measured through it."""

from __future__ import annotations

import datetime

from luoshi.ledgers import figures, marks, writing
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import Mark
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, BRANCHES, COPIES, HEAD, LOANS, MEMBERS
from tests.library.models import Copies, Loan, Remark, Reservation

MARCH, MAY = datetime.date(2026, 3, 31), datetime.date(2026, 5, 1)


def marked() -> set[tuple[str, int, int]]:
    found = set(Mark.objects.values_list("ledger", "unit", "period"))
    Mark.objects.all().delete()
    return found


def test_a_change_of_date_or_unit_marks_both_buckets(library: Library) -> None:
    book = library.book(bought_on=MARCH)
    east, west = library.east.pk, library.west.pk
    assert marked() == {("books.register", east, 202603)}
    writing.change(BOOKS, book, {"bought_on": MAY}, by=HEAD)
    assert marked() == {("books.register", east, 202603), ("books.register", east, 202605)}
    writing.change(BOOKS, book, {"branch": library.west}, by=HEAD)
    assert marked() == {("books.register", east, 202605), ("books.register", west, 202605)}
    writing.change(BOOKS, book, {"bought_on": None}, by=HEAD)
    assert marked() == {("books.register", west, 202605)}


def test_every_date_of_a_row_counts(library: Library) -> None:
    library.book(bought_on=MARCH, shelved_on=MAY)
    assert {period for _, _, period in marked()} == {202603, 202605}


def test_a_linked_row_marks_those_who_measure_through_it(library: Library) -> None:
    book = library.book()
    Loan.objects.create(book=book, member=library.member(), lent_on=MARCH)
    reservation = Reservation.objects.create(book=book, made_on=MAY)
    Remark.objects.create(reservation=reservation, text="急", said_on=MARCH)
    marked()
    writing.change(BOOKS, book, {"branch": library.west}, by=HEAD)
    east, west = library.east.pk, library.west.pk
    assert marked() == {
        ("loans", east, 202603), ("loans", west, 202603),
        ("reservations", east, 202605), ("reservations", west, 202605),
    }  # fmt: skip
    writing.change(BOOKS, book, {"rare": True}, by=HEAD)
    assert marked() == {("remarks", 0, 202603)}  # the others do not look at it


def test_two_links_away(library: Library) -> None:
    assert ("remarks", "reservation__book") in {
        (found.name, path) for found, path, _ in marks.watchers(BOOKS)
    }


def test_who_is_measured_through_nothing_marks_nothing_else(library: Library) -> None:
    member = library.member()
    Loan.objects.create(book=library.book(), member=member, lent_on=MARCH)
    marked()
    writing.change(MEMBERS, member, {"name": "沈砚"}, by=HEAD)
    assert marked() == set()


def test_a_condition_of_a_binding_is_a_way_too(library: Library) -> None:
    member = library.member()
    Loan.objects.create(book=library.book(), member=member, lent_on=MARCH)
    figures.bind(LOANS, LOANS.measure("lent"), [Condition("member__score", "ge", "60")])
    marked()
    writing.change(MEMBERS, member, {"score": 10}, by=HEAD)
    assert marked() == {("loans", library.east.pk, 202603)}


def test_months_kept_as_numbers_and_rows_of_no_unit(library: Library) -> None:
    row = Copies(branch=None, period=202604, copies=3)
    assert marks.buckets(COPIES, [row]) == {("copies", "period", 0, 202604)}
    assert str(Mark(ledger="copies", when="period", unit=0, period=202604)) == "copies period 0 202604"


def test_units_are_followed_by_key_only(library: Library) -> None:
    library.book(bought_on=MARCH)
    assert marks.watchers(BRANCHES) == []
