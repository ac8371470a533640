"""What another ledger holds stands in the form greyed, with where it comes from; what is worked out stands there too."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from luoshi.ledgers import registry, writing
from luoshi.ledgers.access import Access, Grant
from tests.ledgers.conftest import Library
from tests.ledgers.test_known import KNOWING
from tests.library.ledgers import BOOKS, HEAD
from tests.library.models import Loan, Member
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

URL = "/ledgers/loans/"
SOURCE = "已由 “图书台账”的“海” 填入，不用再填"


@pytest.fixture(autouse=True)
def knowing(shelved: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_ledgers", {**registry._ledgers, "loans": KNOWING})


def lend(library: Library) -> Loan:
    member = Member.objects.create(card="001", name="沈砚", branch=library.east)
    values = {"book": library.book("海", price=2500), "member": member, "lent_on": datetime.date(2026, 5, 6)}
    row = writing.create(KNOWING, values, by=HEAD)
    assert isinstance(row, Loan)
    return row


def test_works(library: Library, acting: As) -> None:
    row, clerk = lend(library), acting(library.clerk)
    form = clerk.get(f"{URL}{row.pk}/edit/").text
    assert SOURCE in pages.text(form) and f'href="/ledgers/books-register/{row.book_id}/"' in form
    assert 'name="fine" value="25"' in form and form.count(" disabled") == 1
    sent = {"book": "海", "member": "沈砚", "lent_on": "2026-05-08", "fine": "1", "version": "1"}
    clerk.post(f"{URL}{row.pk}/edit/", sent)
    row.refresh_from_db()
    assert (row.fine, row.lent_on.day) == (2500, 8)


def test_a_new_row_whose_address_says_where_it_leads(library: Library, acting: As) -> None:
    row = lend(library)
    there = acting(library.clerk).get(f"{URL}new/?book={row.book_id}").text
    assert SOURCE in pages.text(there) and 'name="fine" value="25"' in there
    sent = {"book": "海", "member": "沈砚", "lent_on": "2026-05-09", "fine": "1"}
    answer = acting(library.clerk).post(f"{URL}new/", sent)
    assert pages.errors(answer.text) == [
        "已由“图书台账”的“海”填为“25.00”，不用再填，也不能另填。如有错误，请到那里更正。"
    ]
    acting(library.clerk).post(f"{URL}new/", sent | {"fine": ""})
    assert Loan.objects.latest("pk").fine == 2500


def test_who_may_not_see_the_row_there_has_no_link(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = lend(library)
    closed = dataclasses.replace(BOOKS, access=Access(read=(Grant("head", everywhere=True),)))
    monkeypatch.setattr(registry, "_ledgers", {**registry._ledgers, "books.register": closed})
    form = acting(library.clerk).get(f"{URL}{row.pk}/edit/").text
    assert (
        SOURCE.replace(" ", "") in pages.text(form) and f"/ledgers/books-register/{row.book_id}/" not in form
    )


def test_what_is_worked_out_stands_greyed_in_the_form(library: Library, acting: As) -> None:
    book = library.book(pages=600)
    form = acting(library.clerk).get(f"/ledgers/books-register/{book.pk}/edit/").text
    assert 'value="厚"' in form and "由系统自动算出，不用填" in form
    assert "由系统自动算出" not in acting(library.clerk).get("/ledgers/books-register/new/").text
