"""The page of one row."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest
from django.conf import LazySettings
from pytest_django import DjangoAssertNumQueries

from luoshi.ledgers import registry, standing, writing
from luoshi.ledgers.access import Access, Grant
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, HEAD, INSPECTOR, READERS, WRITERS
from tests.library.models import Book
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

DRAWER = {"HX-Request": "true", "HX-Target": "drawer"}


def url(book: Book, rest: str = "") -> str:
    return f"/ledgers/books-register/{book.pk}/{rest}"


def test_works(library: Library, acting: As) -> None:
    book = library.book(pages=640, note="上下两册")
    html = acting(HEAD).get(url(book)).text
    said = pages.text(html)
    assert "图书台账 · 00001" in said
    assert "定价 45.50 元" in said
    assert "页数 640 页" in said
    assert "厚薄 厚" in said
    assert "已订购" in said
    assert f'href="/ledgers/branches/{library.east.pk}/"' in html


def test_the_drawer_gets_the_same_card_without_the_frame(library: Library, acting: As) -> None:
    html = acting(HEAD).get(url(library.book()), headers=DRAWER).text
    assert "<html" not in html
    assert "山海经" in html


def test_a_row_of_another_branch_is_refused_and_not_named(library: Library, acting: As) -> None:
    book = library.book("秘藏")
    answer = acting(library.stranger_clerk).get(url(book))
    assert answer.status_code == 403
    assert "秘藏" not in answer.text
    for rest in ("edit/", "remove/", "history/", "step/shelve/"):
        assert acting(library.stranger_clerk).get(url(book, rest)).status_code == 403


def test_a_row_that_is_not_there(library: Library, acting: As) -> None:
    answer = acting(HEAD).get("/ledgers/books-register/7/")
    assert answer.status_code == 404
    assert "“图书台账”里没有这一行" in answer.text


def test_a_secret_column_is_not_on_the_card(library: Library, acting: As) -> None:
    book = library.book(donor="张三")
    for rest in ("", "history/"):
        assert "张三" not in acting(library.clerk).get(url(book, rest)).text
        assert "张三" in acting(HEAD).get(url(book, rest)).text


def test_rows_that_lead_here_are_tabs_and_new_ones_know_it(library: Library, acting: As) -> None:
    book, member = library.book(), library.member()
    book.loan_set.create(member=member, lent_on=datetime.date(2026, 3, 1), fine=250)
    html = acting(HEAD).get(url(book)).text
    assert "借阅 1" in pages.text(html)
    assert "关联 1" in pages.text(html) and "预约" not in pages.text(html)
    side = acting(HEAD).get(url(book), {"tab": "related"}).text
    assert "预约 0" in pages.text(side)
    for html in (side, acting(HEAD).get(url(book), {"tab": "loans.book"}).text):
        assert pages.table(html, "related-loans") == [["顾行舟", "2026-03-01", "2.50"]]
    assert f"/ledgers/loans/new/?book={book.pk}" in side
    assert f"/ledgers/loans/?f.book={book.pk}" in side
    assert "/ledgers/loans/new/" not in acting(INSPECTOR).get(url(book), {"tab": "loans.book"}).text
    form = acting(HEAD).get(f"/ledgers/loans/new/?book={book.pk}").text
    assert '<option value="山海经" selected>' in form


def test_a_card_costs_the_same_whatever_leads_to_it(
    library: Library, acting: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    book, client = library.book(), acting(HEAD)

    def lend(first: int, last: int) -> None:
        for n in range(first, last):
            book.loan_set.create(member=library.member(f"D{n}"), lent_on=datetime.date(2026, 3, 1))

    lend(0, 5)
    for address in (url(book), url(book, "?tab=loans.book")):
        standing.forget()  # as after every write
        with django_assert_max_num_queries(20) as few:
            client.get(address)
        lend(5, 50) if address.endswith("loans.book") else None
        with django_assert_max_num_queries(len(few)):
            assert client.get(address).status_code == 200


# Steps on the card


def test_only_steps_that_the_person_may_take_are_offered(library: Library, acting: As) -> None:
    book = library.book()
    assert [text in acting(HEAD).get(url(book)).text for text in ("上架", "注销")] == [True, True]
    clerk = acting(library.clerk).get(url(book)).text
    assert "step/shelve/" in clerk
    assert "step/withdraw/" not in clerk
    assert "step/" not in acting(INSPECTOR).get(url(book)).text


def test_who_may_take_a_step_may_say_what_it_asks_for_and_nothing_else(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = Access(read=READERS, write=WRITERS, steps={"shelve": (Grant("inspector", everywhere=True),)})
    watched = dataclasses.replace(BOOKS, access=access)
    monkeypatch.setitem(registry._ledgers, watched.name, watched)
    book = library.book()
    client = acting(INSPECTOR)
    assert "step/shelve/" in client.get(url(book)).text
    client.post(url(book, "step/shelve/"), {"version": 1, "shelved_on": "2026-04-01", "title": "别的书名"})
    book.refresh_from_db()
    assert (book.state, str(book.shelved_on), book.title) == ("shelved", "2026-04-01", "山海经")
    assert client.post(url(book, "edit/"), {"version": 2, "title": "别的书名"}).status_code == 403


def test_a_step_that_lacks_what_the_person_may_not_see_says_so(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = Access(
        read=READERS,
        write=WRITERS,
        steps={"shelve": (Grant("inspector", everywhere=True),)},
        secret=("shelved_on",),
        secret_read=WRITERS,
    )
    watched = dataclasses.replace(BOOKS, access=access)
    monkeypatch.setitem(registry._ledgers, watched.name, watched)
    book = library.book()
    client = acting(INSPECTOR)
    assert "办理“上架”之前，需要有权限的人先填写：上架日期。" in client.get(url(book)).text
    assert "step/shelve/" not in client.get(url(book)).text
    answer = client.post(url(book, "step/shelve/"), {"version": 1, "shelved_on": "2026-04-01"})
    assert answer.status_code == 400
    assert "需要有权限的人先填写：上架日期" in answer.text


# The trail


def test_the_trail_says_who_did_what_newest_first(library: Library, acting: As) -> None:
    book = library.book()
    writing.change(BOOKS, book, {"price": 5000}, by=HEAD, reason="重新定价")
    said = pages.text(acting(INSPECTOR).get(url(book, "history/")).text)
    assert "馆长 修改 理由：重新定价 定价：45.5元 → 50元" in said
    assert said.index("修改 理由") < said.index("馆长 新增")


def test_the_trail_of_a_removed_row_stays_for_who_sees_all(library: Library, acting: As) -> None:
    book = library.book()
    address = url(book, "history/")
    writing.remove(BOOKS, book, by=HEAD, reason="重复登记")
    assert "理由：重复登记" in acting(INSPECTOR).get(address).text
    assert acting(library.clerk).get(address).status_code == 404
    assert acting(INSPECTOR).get("/ledgers/books-register/999/history/").status_code == 404


# A card of its own


def test_a_ledger_may_have_its_own_card(
    library: Library, acting: As, settings: LazySettings, tmp_path: Path
) -> None:
    book = library.book()
    (tmp_path / "books").mkdir()
    own = "{% extends 'ledger/row.html' %}{% block side %}自己的样子：{{ row.title }}{% endblock %}"
    (tmp_path / "books" / "register_row.html").write_text(own, encoding="utf-8")
    (engine,) = settings.TEMPLATES
    settings.TEMPLATES = [engine | {"DIRS": [tmp_path]}]
    assert "自己的样子：山海经" in acting(HEAD).get(url(book)).text
    assert "自己的样子" not in acting(HEAD).get(f"/ledgers/branches/{library.east.pk}/").text
