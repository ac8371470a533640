"""A row is written with its audit row or not at all, by who may, once."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from luoshi.ledgers import audit, registry, stepping, writing
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid, LedgerError, NotNow, Refused, Stale
from luoshi.ledgers.models import AuditRow, Mark, Row
from tests import emptying
from tests.ledgers.conftest import Library, open_library
from tests.library.ledgers import BOOKS, BRANCHES, HEAD, INSPECTOR, LOANS, MEMBERS, RESERVATIONS
from tests.library.models import Book, Loan, Member, Remark, Reservation

DAY = datetime.date(2026, 3, 1)


class Broken(Exception):
    pass


def fails(*args: object, **kwargs: object) -> None:
    raise Broken


def again(book: Book) -> Book:
    return Book.objects.get(pk=book.pk)


def test_create_works(library: Library) -> None:
    book = library.book(by=library.clerk, bought_on=DAY, rare=True)
    assert (book.number, book.version, book.state) == ("00001", 1, "ordered")
    row = AuditRow.objects.get()
    assert (row.act, row.actor, row.actor_key, row.origin, row.label) == (
        "新增",
        "馆员",
        "librarian",
        "测试",
        "山海经",
    )
    assert row.changes["定价"] == ["", "45.5元"]
    assert row.changes["类别"] == ["", "小说"]
    assert row.changes["珍本"] == ["", "是"]
    assert list(Mark.objects.values_list("ledger", "unit", "period")) == [
        ("books.register", library.east.pk, 202603)
    ]


def test_who_may_not_create(library: Library) -> None:
    for actor in (INSPECTOR, library.stranger_clerk):
        with pytest.raises(Refused):
            library.book(by=actor)
    assert not Book.objects.exists()
    assert not AuditRow.objects.exists()


def test_new_rows_start_where_rows_start(library: Library) -> None:
    with pytest.raises(Refused, match="从“已订购”开始，您（馆员）不能直接填“已注销”"):
        library.book(by=library.clerk, state="withdrawn")
    assert library.book(by=library.clerk, state="shelved").state == "shelved"
    assert library.book(by=HEAD, state="withdrawn").state == "withdrawn"


@pytest.mark.parametrize("broken", ["luoshi.ledgers.audit.record", "luoshi.ledgers.marks.add"])
def test_no_write_without_its_trail(library: Library, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    book = library.book(bought_on=DAY)
    before = AuditRow.objects.count()
    monkeypatch.setattr(broken, fails)
    with pytest.raises(Broken):
        library.book("第二本", bought_on=DAY)
    with pytest.raises(Broken):
        writing.change(BOOKS, book, {"title": "新名"}, by=HEAD)
    with pytest.raises(Broken):
        writing.remove(BOOKS, again(book), by=HEAD, reason="录错")
    assert list(Book.objects.values_list("title", flat=True)) == ["山海经"]
    assert AuditRow.objects.count() == before


def test_change_works(library: Library) -> None:
    book = library.book()
    changed = writing.change(BOOKS, book, {"price": 5000, "note": None}, by=library.clerk, reason="调价")
    assert (changed.version, again(book).price, again(book).version, again(book).note) == (2, 5000, 2, "")
    row = audit.of(BOOKS, book)[0]
    assert (row.act, row.reason, row.changes) == ("修改", "调价", {"定价": ["45.5元", "50元"]})


def test_a_change_of_nothing_writes_nothing(library: Library) -> None:
    book = library.book()
    writing.change(BOOKS, book, {"price": 4550}, by=HEAD)
    assert again(book).version == 1
    assert AuditRow.objects.count() == 1


def test_stale_is_refused_and_the_row_put_back(library: Library) -> None:
    book = library.book()
    mine, theirs = again(book), again(book)
    writing.change(BOOKS, theirs, {"price": 1}, by=HEAD)
    with pytest.raises(Stale, match="已被别人修改"):
        writing.change(BOOKS, mine, {"price": 2}, by=HEAD)
    assert again(book).price == 1
    assert (mine.price, mine.version) == (4550, 1)


def test_nobody_moves_a_row_to_another_unit(library: Library) -> None:
    book = library.book()
    with pytest.raises(Refused, match="不属于您所在的单位"):
        writing.change(BOOKS, book, {"branch": library.west}, by=library.clerk)
    with pytest.raises(Refused, match="不属于您所在的单位"):
        writing.change(BOOKS, book, {"price": 1}, by=library.stranger_clerk)
    assert book.branch == library.east
    writing.change(BOOKS, book, {"branch": library.west}, by=HEAD)
    assert again(book).branch == library.west


def test_what_nobody_may_write(library: Library) -> None:
    book = library.book()
    with pytest.raises(Refused, match="状态不能直接修改"):
        writing.change(BOOKS, book, {"state": "shelved"}, by=HEAD)
    with pytest.raises(Refused, match="您（馆员）不能填写“捐赠人”"):
        writing.change(BOOKS, book, {"donor": "某人"}, by=library.clerk)
    with pytest.raises(Refused, match="您（馆员）不能填写“捐赠人”"):
        library.book(by=library.clerk, donor="某人")
    with pytest.raises(Refused, match="“厚薄”是自动算出的"):
        writing.change(BOOKS, book, {"thick": "厚"}, by=HEAD)


def test_the_models_own_checks_speak(library: Library) -> None:
    with pytest.raises(Invalid) as found:
        library.book(bought_on=DAY, shelved_on=datetime.date(2026, 2, 1), price=-5)
    assert found.value.problems["shelved_on"] == ["上架日期：不能早于购入日期。"]
    assert list(found.value.problems) == ["price", "shelved_on"]
    with pytest.raises(Invalid, match="科学书不能只有 13 页"):
        library.book(kind="science", pages=13)
    with pytest.raises(Invalid, match="证号"):
        library.member()
        library.member()


def test_a_clash_that_only_the_database_sees(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    member = library.member("D001")
    other = library.member("D002")
    monkeypatch.setattr(Member, "full_clean", lambda self: None)
    with pytest.raises(Invalid, match="^证号：具有 证号 的 读者 已存在。$"):
        library.member("D001")
    with pytest.raises(Invalid, match="^证号：具有 证号 的 读者 已存在。$"):
        writing.change(MEMBERS, other, {"card": member.card}, by=HEAD)
    assert other.card == "D002"
    monkeypatch.setattr(Member, "validate_unique", lambda self: None)
    with pytest.raises(Invalid, match="“某人”与已有的行重复，或不符合这本台账的约束"):
        arranged(MEMBERS, card="D001", name="某人", branch=library.east)


def arranged(ledger: Ledger, **values: object) -> Row:
    return writing.arrange(ledger, values, by=HEAD, act="补齐")


def test_a_row_that_an_action_makes_is_recorded_and_marked(library: Library) -> None:
    row = arranged(BOOKS, number="1", title="甲", branch=library.east, kind="fiction", price=1, bought_on=DAY)
    assert Book.objects.get() == row and Book.objects.get().state == "ordered"
    told = AuditRow.objects.get()
    assert (told.act, told.actor, told.row, told.reason) == ("补齐", "馆长", str(row.pk), "")
    assert told.changes["购入日期"] == ["", "2026-03-01"] and "备注" not in told.changes
    assert list(Mark.objects.values_list("ledger", "unit", "period")) == [
        ("books.register", library.east.pk, 202603)
    ]


def test_the_models_checks_come_before_a_row_is_made(library: Library) -> None:
    values = {"number": "1", "title": "甲", "branch": library.east, "kind": "science", "price": 1}
    with transaction.atomic(), pytest.raises(Invalid, match="科学书不能只有 13 页"):
        arranged(BOOKS, **values, pages=13)
    assert not Book.objects.exists() and not AuditRow.objects.exists() and not Mark.objects.exists()


def test_a_clash_leaves_the_transaction_usable(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's row is there after the checks and before the insert."""
    book, member = library.book(), library.member()
    loan = {"book": book, "member": member, "lent_on": DAY}
    checked = Loan.full_clean

    def slowly(row: Loan, *args: Any, **options: Any) -> None:
        checked(row, *args, **options)
        Loan.objects.create(**loan)

    monkeypatch.setattr(Loan, "full_clean", slowly)
    with transaction.atomic():
        with pytest.raises(Invalid, match="包含 图书，读者 和 借出日期 的 借阅 已经存在"):
            arranged(LOANS, **loan)
        assert Loan.objects.count() == 1


def test_complaints_of_the_row_as_a_whole() -> None:
    assert writing.sentences(BOOKS, ValidationError("整行不对")) == {"": ["整行不对"]}
    assert writing.sentences(BOOKS, ValidationError({"__all__": "不对", "touched_at": "坏了"})) == {
        "": ["不对"],
        "touched_at": ["坏了"],
    }


def test_parse(library: Library) -> None:
    assert writing.parse(BOOKS, {"title": " 甲 ", "branch": "东馆", "price": "1", "pages": ""}) == {
        "title": "甲", "branch": library.east, "price": 100, "pages": None,
    }  # fmt: skip
    with pytest.raises(Invalid) as found:
        writing.parse(BOOKS, {"title": "", "branch": "南馆", "price": "x"})
    assert found.value.problems["title"] == ["书名：不能为空，请填写。"]
    assert "“分馆”里没有“南馆”" in found.value.problems["branch"][0]
    assert "不是数字" in str(found.value)


def test_a_step_works(library: Library) -> None:
    book = library.book(shelved_on=DAY)
    stepping.take_step(BOOKS, book, "shelve", by=library.clerk)
    assert again(book).state == "shelved"
    row = audit.of(BOOKS, book)[0]
    assert (row.act, row.changes) == ("上架", {"状态": ["已订购", "已上架"]})


def test_a_step_takes_what_it_asks_for_and_nothing_else(library: Library) -> None:
    book = library.book()
    with pytest.raises(Refused, match="不能填写"):
        stepping.take_step(
            BOOKS, book, "shelve", by=library.clerk, given={"shelved_on": DAY, "title": "别的"}
        )
    assert again(book).state == "ordered"
    stepping.take_step(BOOKS, again(book), "shelve", by=library.clerk, given={"shelved_on": DAY})
    assert (again(book).state, again(book).shelved_on, again(book).version) == ("shelved", DAY, 2)
    assert set(audit.of(BOOKS, book)[0].changes) == {"状态", "上架日期"}


def test_steps_that_cannot_be_taken(library: Library) -> None:
    book = library.book()
    for name, by, reason, sentence in (
        ("fly", HEAD, "", "没有名为“fly”的步骤"),
        ("shelve", HEAD, "", "请先填写：上架日期"),
        ("withdraw", HEAD, " ", "需要写明理由"),
        ("withdraw", library.clerk, "旧", "没有办理"),
        ("shelve", library.stranger_clerk, "", "不属于您所在的单位"),
    ):
        with pytest.raises((NotNow, Refused), match=sentence):
            stepping.take_step(BOOKS, book, name, by=by, reason=reason)
    stepping.take_step(BOOKS, book, "withdraw", by=HEAD, reason="破损")
    with pytest.raises(NotNow, match="目前是“已注销”，不能办理“注销”"):
        stepping.take_step(BOOKS, book, "withdraw", by=HEAD, reason="破损")
    with pytest.raises(NotNow, match="没有名为“x”的步骤"):
        stepping.take_step(MEMBERS, library.member(), "x", by=HEAD)


def test_remove_works(library: Library) -> None:
    book = library.book(bought_on=DAY)
    Mark.objects.all().delete()
    writing.remove(BOOKS, book, by=HEAD, reason="录错")
    row = AuditRow.objects.filter(act="删除").get()
    assert (row.reason, row.changes["书名"]) == ("录错", ["山海经", ""])
    assert Mark.objects.filter(ledger="books.register", period=202603).count() == 1
    assert not Book.objects.exists()


def test_remove_needs_reason_right_and_the_present_version(library: Library) -> None:
    book = library.book()
    with pytest.raises(NotNow, match="需要写明理由"):
        writing.remove(BOOKS, book, by=HEAD, reason=" ")
    with pytest.raises(Refused):
        writing.remove(BOOKS, book, by=library.clerk, reason="录错")
    mine = again(book)
    writing.change(BOOKS, book, {"price": 1}, by=HEAD)
    with pytest.raises(Stale):
        writing.remove(BOOKS, mine, by=HEAD, reason="录错")
    assert Book.objects.exists()
    assert not AuditRow.objects.filter(act="删除").exists()


def test_what_is_referred_to_stays(library: Library) -> None:
    book, member = library.book(), library.member()
    Loan.objects.create(book=book, member=member, lent_on=DAY)
    with pytest.raises(Refused, match="还被“借阅”的 1 行引用，不能删除"):
        writing.remove(BOOKS, book, by=HEAD, reason="录错")
    assert Book.objects.exists()


def test_what_hangs_on_a_row_is_recorded_and_marked(library: Library) -> None:
    book = library.book()
    reservation = Reservation.objects.create(book=book, made_on=DAY)
    Remark.objects.create(reservation=reservation, text="急用", said_on=DAY)
    Mark.objects.all().delete()
    writing.remove(BOOKS, book, by=HEAD, reason="录错")
    removed = AuditRow.objects.filter(act="连带删除").values_list("ledger", "reason")
    assert set(removed) == {
        ("reservations", "随“山海经”删除：录错"),
        ("remarks", "随“山海经”删除：录错"),
    }
    assert set(Mark.objects.values_list("ledger", "unit", "period")) == {
        ("reservations", library.east.pk, 202603),
        ("remarks", 0, 202603),
    }


def test_units_are_written_by_who_may_everywhere(library: Library) -> None:
    made = writing.create(BRANCHES, {"code": "03", "name": "北馆"}, by=HEAD)
    assert writing.change(BRANCHES, made, {"name": "北区馆"}, by=HEAD).version == 2
    with pytest.raises(Refused):
        writing.create(BRANCHES, {"code": "04", "name": "南馆"}, by=library.clerk)


def test_audit_rows_are_never_changed(library: Library) -> None:
    library.book()
    row = AuditRow.objects.get()
    with pytest.raises(TypeError, match="never changed"):
        row.save()
    with pytest.raises(TypeError, match="never deleted"):
        row.delete()
    with pytest.raises(TypeError, match="never changed"):
        AuditRow.objects.update(act="假")
    with pytest.raises(TypeError, match="never deleted"):
        AuditRow.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_too() -> None:
    library = open_library()
    library.book()
    with connection.cursor() as cursor, pytest.raises(Exception, match="never changed"):
        cursor.execute("UPDATE ledgers_auditrow SET act = '假'")
    with connection.cursor() as cursor, pytest.raises(Exception, match="deleted"):
        cursor.execute("DELETE FROM ledgers_auditrow")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, pytest.raises(Exception, match="never changed or deleted"):
            cursor.execute("TRUNCATE ledgers_auditrow")
    assert AuditRow.objects.get().act == "新增"


@pytest.mark.django_db(transaction=True)
def test_an_audit_row_needs_the_transaction_of_its_write() -> None:
    book = open_library().book()
    with pytest.raises(Exception, match="own transaction"):
        audit.record(HEAD, "看", BOOKS, book)
    with pytest.raises(Exception, match="own transaction"):
        audit.record_all([audit.entry(HEAD, "看", BOOKS, book)])


def test_secret_columns_stay_secret_in_the_trail(library: Library) -> None:
    library.book(donor="某人")
    changes = AuditRow.objects.get().changes
    assert changes["捐赠人"] == ["", "某人"]
    assert "捐赠人" not in audit.visible(library.clerk, BOOKS, changes)
    assert audit.visible(HEAD, BOOKS, changes) == changes


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_take_a_step_at_once_one_does() -> None:
    book = open_library().book(shelved_on=DAY)
    start = Barrier(8)

    def attempt(_: int) -> str:
        try:
            mine = again(book)
            start.wait(timeout=30)
            stepping.take_step(BOOKS, mine, "shelve", by=HEAD)
            return "done"
        except LedgerError as refused:
            return type(refused).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(attempt, range(8)))
    assert answers == ["Stale"] * 7 + ["done"]
    assert AuditRow.objects.filter(act="上架").count() == 1
    assert again(book).version == 2


def test_integrity_errors_are_real(library: Library) -> None:
    """The negative control of the clash test: without the guard the database itself complains."""
    library.member("D001")
    with pytest.raises(IntegrityError):
        Member.objects.create(card="D001", name="重号")


def test_every_ledger_knows_its_rows(library: Library) -> None:
    Reservation.objects.create(book=library.book(), made_on=DAY)
    row: Row = RESERVATIONS.rows().get()
    assert RESERVATIONS.owner_of(row) == library.east.pk
    assert RESERVATIONS.identity_of(row) == ("山海经", "2026-03-01")
    assert registry.ledger_of(Reservation) is RESERVATIONS


@pytest.mark.django_db(transaction=True)
def test_the_guard_of_the_trail_can_be_lifted_and_made_again() -> None:
    """Tables are remade by later migrations; what holds then must be what the migration makes."""
    open_library().book()
    with emptying.guard_lifted(), connection.cursor() as cursor:
        cursor.execute("UPDATE ledgers_auditrow SET act = '改'")
        assert str(AuditRow.objects.get()) == "馆长 改 山海经"
    with connection.cursor() as cursor, pytest.raises(Exception, match="never changed"):
        cursor.execute("UPDATE ledgers_auditrow SET act = '假'")
