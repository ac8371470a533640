"""Rows that come about, change, move on and go, by forms."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from luoshi.accounts.models import User
from luoshi.ledgers import choosing, writing
from luoshi.ledgers.access import Actor, Mandate
from luoshi.ledgers.models import AuditRow
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, HEAD, INSPECTOR
from tests.library.models import Book, Loan, Reservation
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

NEW = "/ledgers/books-register/new/"


def entered(**values: str) -> dict[str, str]:
    return {
        "title": "山海经",
        "branch": "东区分馆",
        "kind": "fiction",
        "price": "45.50",
        "rare": "否",
    } | values


def url(book: Book, rest: str) -> str:
    return f"/ledgers/books-register/{book.pk}/{rest}"


# New rows


def test_a_new_row(library: Library, acting: As) -> None:
    client = acting(library.clerk)
    html = client.get(NEW).text
    assert "定价（元）" in html
    assert "需要说明的情况" in html
    assert 'inputmode="decimal"' in html
    assert 'data-draft="books-register-new-"' in html
    answer = client.post(NEW, entered(bought_on="2026-03-01", rare="是"), follow=True)
    book = Book.objects.get()
    assert answer.redirect_chain == [(f"/ledgers/books-register/{book.pk}/", 302)]
    assert "已新增“山海经”。" in answer.text
    assert (book.number, book.price, book.rare, book.branch) == ("00001", 4550, True, library.east)
    assert AuditRow.objects.get().actor == "馆员"


def test_what_is_wrong_stands_beside_the_field_and_what_was_typed_stays(library: Library, acting: As) -> None:
    html = acting(HEAD).post(NEW, entered(title="", price="很贵", bought_on="昨天", branch="")).text
    assert pages.errors(html) == [
        "请填写“书名”。",
        "请选择“分馆”。",
        "“很贵”不是数字，请只填数字，不带单位和文字。",
        "“昨天”不是日期，请写成 2026-03-01 的样子。",
    ]
    assert 'value="很贵"' in html
    assert not Book.objects.exists()


def test_what_the_row_as_a_whole_complains_of_stands_above(library: Library, acting: As) -> None:
    html = acting(HEAD).post(NEW, entered(kind="science", pages="13")).text
    assert pages.alerts(html) == ["科学书不能只有 13 页。"]
    html = acting(HEAD).post(NEW, entered(bought_on="2026-03-02", shelved_on="2026-03-01")).text
    assert pages.errors(html) == ["不能早于购入日期。"]


def test_a_clerk_writes_into_the_own_branch_only(library: Library, acting: As) -> None:
    client = acting(library.clerk)
    html = client.get(NEW).text
    assert "西区分馆" not in html
    assert '<option value="东区分馆" selected>' in html
    html = client.post(NEW, entered(branch="西区分馆")).text
    assert pages.errors(html) == ["“分馆”不在可选范围内，请从列表里选一个。"]
    assert "西区分馆" in acting(HEAD).get(NEW).text


def test_a_secret_column_is_neither_asked_for_nor_taken(library: Library, acting: As) -> None:
    client = acting(library.clerk)
    assert "捐赠人" not in client.get(NEW).text
    client.post(NEW, entered(donor="张三", state="withdrawn", number="X1"))
    book = Book.objects.get()
    assert (book.donor, book.state, book.number) == ("", "ordered", "X1")


def test_the_month_of_the_page_is_offered(library: Library, acting: As) -> None:
    html = acting(HEAD).get("/ledgers/copies/new/?month=202605").text
    assert 'value="2026-05"' in html
    assert 'value="2026-03"' not in html


def test_the_address_says_what_a_form_starts_with(library: Library, acting: As) -> None:
    html = acting(HEAD).get(f"{NEW}?title=天工开物&branch={library.west.pk}&price=8").text
    assert 'value="天工开物"' in html
    assert '<option value="西区分馆" selected>' in html
    assert '<option value="东区分馆" selected>' not in acting(HEAD).get(f"{NEW}?branch=999").text


# A row in a ledger too big for a list


def test_a_big_ledger_is_searched_within_reach(
    library: Library, acting: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "FEW", 1)
    mine, also = library.book("山海经"), library.book("山海经图", pages=2)
    library.book("山海经外传", branch=library.west)
    client = acting(library.clerk)
    form = client.get(f"/ledgers/loans/new/?book={mine.pk}").text
    assert 'hx-get="/ledgers/loans/options/book/"' in form
    assert 'value="00001 山海经"' in form
    offered = client.get("/ledgers/loans/options/book/", {"book": "山海"}).text
    assert offered.split() == [
        "<option",
        'value="00001',
        '山海经"></option><option',
        'value="00002',
        '山海经图"></option>',
    ]
    library.member()
    values = {"member": "顾行舟", "lent_on": "2026-03-01"}
    for text in ("00002 山海经图", "00002", "山海经图"):
        assert client.post("/ledgers/loans/new/", values | {"book": text}).status_code == 302, text
        assert Loan.objects.get().book == also
        Loan.objects.all().delete()
    for text in ("山海经外传", "00003", "火星"):
        html = client.post("/ledgers/loans/new/", values | {"book": text}).text
        assert len(pages.errors(html)) == 1, text
    assert acting(INSPECTOR).get("/ledgers/loans/options/book/").status_code == 403
    assert acting(HEAD).get("/ledgers/loans/options/lent_on/").status_code == 404


# Changes


def test_a_change(library: Library, acting: As) -> None:
    book = library.book(donor="张三", note="一\n二")
    client = acting(library.clerk)
    html = client.get(url(book, "edit/")).text
    assert 'value="45.5"' in html
    values = entered(version=pages.hidden(html, "version"), number=book.number, price="50", note="一\n二")
    answer = client.post(url(book, "edit/"), values, follow=True)
    assert "已保存“山海经”。" in answer.text
    book.refresh_from_db()
    assert (book.price, book.donor, book.version) == (5000, "张三", 2)
    assert AuditRow.objects.first().changes == {"定价": ["45.5元", "50元"]}
    again = client.post(url(book, "edit/"), values | {"version": "2"}, follow=True)
    assert "没有改动，不用保存。" in again.text


def test_who_was_overtaken_loses_nothing_and_sees_what_is_stored(library: Library, acting: As) -> None:
    book = library.book()
    client = acting(HEAD)
    values = entered(version="1", number=book.number, price="60", note="我的话", kind="fiction")
    writing.change(BOOKS, book, {"price": 7000, "kind": "science"}, by=HEAD)
    html = client.post(url(book, "edit/"), values).text
    assert "在您打开之后已被别人修改，本次没有保存" in html
    assert 'value="60"' in html
    assert "我的话" in html
    assert "现在保存的是：70" in html
    assert "现在保存的是：科学" in html
    book.refresh_from_db()
    assert book.price == 7000
    client.post(url(book, "edit/"), values | {"version": pages.hidden(html, "version")})
    book.refresh_from_db()
    assert (book.price, book.note, book.kind) == (6000, "我的话", "fiction")


def test_a_form_without_a_version_is_stale(library: Library, acting: As) -> None:
    book = library.book()
    html = acting(HEAD).post(url(book, "edit/"), entered(number=book.number, price="1")).text
    assert "已被别人修改" in html


def test_a_row_cannot_be_moved_where_the_person_may_not_write(library: Library, acting: As) -> None:
    book = library.book()
    html = (
        acting(library.clerk)
        .post(url(book, "edit/"), entered(version="1", number=book.number, branch="西区分馆"))
        .text
    )
    assert pages.errors(html) == ["“分馆”不在可选范围内，请从列表里选一个。"]
    book.refresh_from_db()
    assert book.branch == library.east


# Steps


def test_a_step_asks_for_what_it_needs(library: Library, acting: As) -> None:
    book = library.book()
    client = acting(library.clerk)
    html = client.get(url(book, "step/shelve/")).text
    assert "“山海经”将由 已订购 变为 已上架" in pages.text(html)
    assert "上架日期" in html
    book.refresh_from_db()
    assert book.state == "ordered"
    html = client.post(url(book, "step/shelve/"), {"version": "1", "shelved_on": ""}).text
    assert pages.errors(html) == ["请填写“上架日期”。"]
    answer = client.post(url(book, "step/shelve/"), {"version": "1", "shelved_on": "2026-04-01"}, follow=True)
    assert "“山海经”已上架。" in answer.text
    book.refresh_from_db()
    assert (book.state, book.shelved_on) == ("shelved", datetime.date(2026, 4, 1))


def test_a_step_with_a_reason_is_taken_with_it_or_not_at_all(library: Library, acting: As) -> None:
    book = library.book()
    client = acting(HEAD)
    html = client.post(url(book, "step/withdraw/"), {"version": "1", "reason": " "}).text
    assert pages.errors(html) == ["请填写“理由”。"]
    client.post(url(book, "step/withdraw/"), {"version": "1", "reason": "遗失"})
    book.refresh_from_db()
    assert book.state == "withdrawn"
    assert AuditRow.objects.first().reason == "遗失"
    html = client.post(url(book, "step/withdraw/"), {"version": "2", "reason": "再来"}).text
    assert "目前是“已注销”，不能办理“注销”" in html
    assert client.get(url(book, "step/burn/")).status_code == 404


def test_what_a_step_needs_is_not_kept_when_the_step_fails(library: Library, acting: As) -> None:
    book = library.book(bought_on=datetime.date(2026, 5, 1))
    html = acting(HEAD).post(url(book, "step/shelve/"), {"version": "1", "shelved_on": "2026-04-01"}).text
    assert pages.errors(html) == ["不能早于购入日期。"]
    book.refresh_from_db()
    assert (book.state, book.shelved_on, book.version) == ("ordered", None, 1)


# Removal


def test_a_row_is_removed_with_a_reason_and_with_what_hangs_on_it(library: Library, acting: As) -> None:
    book = library.book()
    Reservation.objects.create(book=book, made_on=datetime.date(2026, 3, 1))
    client = acting(HEAD)
    assert "随之删除：“预约” 1 行" in client.get(url(book, "remove/")).text
    assert Book.objects.exists()
    assert pages.errors(client.post(url(book, "remove/"), {"reason": ""}).text) == ["请填写“理由”。"]
    answer = client.post(url(book, "remove/"), {"reason": "录错"}, follow=True)
    assert "已删除“山海经”" in answer.text
    assert not Book.objects.exists()
    assert not Reservation.objects.exists()


def test_a_row_that_others_need_stays(library: Library, acting: As) -> None:
    book = library.book()
    book.loan_set.create(member=library.member(), lent_on=datetime.date(2026, 3, 1))
    client = acting(HEAD)
    assert "还被“借阅” 1 行引用，不能删除" in client.get(url(book, "remove/")).text
    assert "不能删除" in client.post(url(book, "remove/"), {"reason": "录错"}).text
    assert Book.objects.exists()


# Who may not


def test_the_inspector_reads_and_writes_nothing(library: Library, acting: As) -> None:
    book = library.book()
    client = acting(INSPECTOR)
    html = client.get(url(book, "")).text
    for rest in ("edit/", "remove/", "step/shelve/"):
        assert rest not in html
        assert client.get(url(book, rest)).status_code == 403
        assert client.post(url(book, rest), {"version": "1", "reason": "x"}).status_code == 403
    assert NEW not in client.get("/ledgers/books-register/").text
    assert client.post(NEW, entered()).status_code == 403
    assert client.get(url(book, "history/")).status_code == 200
    assert Book.objects.get().version == 1


def test_a_clerk_who_may_not_remove_is_not_offered_it(library: Library, acting: As) -> None:
    book = library.book()
    assert "remove/" not in acting(library.clerk).get(url(book, "")).text
    assert acting(library.clerk).post(url(book, "remove/"), {"reason": "x"}).status_code == 403


def test_a_form_without_its_token_is_refused(library: Library, acting: As, person: User) -> None:
    acting(HEAD)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person)
    assert strict.post(NEW, entered()).status_code == 403
    assert not Book.objects.exists()


def test_rows_that_come_about_elsewhere_have_no_form(acting: As, db: None) -> None:
    leader = Actor("领导", "leader", (Mandate("leader", frozenset()),))
    client = acting(leader)
    answer = client.get("/ledgers/plans-targets/new/")
    assert answer.status_code == 403
    assert "由系统生成" in answer.text
    assert "new/" not in client.get("/ledgers/plans-targets/").text
