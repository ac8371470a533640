"""Whoever changes the trail behind its guards is found out, at the first row that does not hold."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from threading import Barrier
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from luoshi.ledgers import chain, stepping, writing
from luoshi.ledgers.models import AuditHead, AuditRow
from tests import emptying
from tests.ledgers.conftest import Library, open_library
from tests.library.ledgers import BOOKS, HEAD
from tests.library.models import Book

backfill = import_module("luoshi.ledgers.migrations.0005_audit_chain")
whole = pytest.mark.django_db(transaction=True)


def ten_books() -> None:
    library = open_library()
    for number in range(1, 11):
        library.book(f"书{number}")


def behind(*statements: str) -> None:
    """What somebody does who owns the database."""
    with emptying.guard_lifted(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_a_chain_that_nobody_touched_holds(library: Library) -> None:
    assert chain.verify() == chain.Verdict(0, chain.head())
    for number in range(3):
        library.book(f"书{number}")
    found = chain.verify()
    assert (bool(found), found.rows, found.head) == (True, 3, chain.head())
    assert list(AuditRow.objects.order_by("seq").values_list("seq", flat=True)) == [1, 2, 3]
    assert chain.verify(chain.Head.parse(chain.head().text()))


def test_every_write_moves_the_head(library: Library) -> None:
    seen = {chain.head().seq}
    book = library.book(shelved_on=datetime.date(2026, 3, 2))
    seen.add(chain.head().seq)
    writing.change(BOOKS, book, {"note": "改"}, by=HEAD)
    seen.add(chain.head().seq)
    stepping.take_step(BOOKS, book, "shelve", by=HEAD)
    seen.add(chain.head().seq)
    writing.remove(BOOKS, book, by=HEAD, reason="误填")
    seen.add(chain.head().seq)
    assert seen == {0, 1, 2, 3, 4}


TAMPERED = {
    "a changed word": ("UPDATE ledgers_auditrow SET label = '假' WHERE seq = 4", 4, "第 4 条操作记录被改动过"),
    "a changed time": ("UPDATE ledgers_auditrow SET at = '2020-01-01 00:00:00' WHERE seq = 5", 5, "2020-01-01"),
    "a changed value": (
        """UPDATE ledgers_auditrow SET changes = '{"定价": ["", "1元"]}' WHERE seq = 6""", 6, "“书6”",
    ),
    "a deleted row": ("DELETE FROM ledgers_auditrow WHERE seq = 7", 7, "第 7 条操作记录缺失，它的前一条是"),
    "the first row deleted": ("DELETE FROM ledgers_auditrow WHERE seq = 1", 1, "第 1 条操作记录缺失。"),
    "the tail cut": ("DELETE FROM ledgers_auditrow WHERE seq > 8", 9, "只到第 8 条"),
    "all deleted": ("DELETE FROM ledgers_auditrow", 1, "只到第 0 条"),
    "another fingerprint": (f"UPDATE ledgers_auditrow SET hash = '{'0' * 64}' WHERE seq = 3", 3, "被改动过"),
    "another head": (f"UPDATE ledgers_audithead SET hash = '{'0' * 64}'", 10, "指纹与链头不一致"),
    "a head put back": (
        "UPDATE ledgers_audithead SET seq = 9, hash = (SELECT hash FROM ledgers_auditrow WHERE seq = 9)",
        10,
        "其后多出了操作记录",
    ),
    "no head": ("DELETE FROM ledgers_audithead", 1, "链头不见了"),
}  # fmt: skip


@whole
@pytest.mark.parametrize(("statement", "first", "why"), TAMPERED.values(), ids=TAMPERED)
def test_tampering_is_named_at_its_first_row(statement: str, first: int, why: str) -> None:
    ten_books()
    assert chain.verify()
    behind(statement)
    found = chain.verify()
    assert (bool(found), found.first_bad) == (False, first)
    assert why in found.why


@whole
def test_two_rows_exchanged_are_named() -> None:
    ten_books()
    behind(
        "UPDATE ledgers_auditrow SET seq = -1 WHERE seq = 3",
        "UPDATE ledgers_auditrow SET seq = 3 WHERE seq = 8",
        "UPDATE ledgers_auditrow SET seq = 8 WHERE seq = -1",
    )
    found = chain.verify()
    assert found.first_bad == 3
    assert "“书8”" in found.why


@whole
def test_an_exported_head_tells_of_a_tail_cut_together_with_the_head() -> None:
    ten_books()
    kept = chain.head()
    behind(
        "DELETE FROM ledgers_auditrow WHERE seq > 8",
        "UPDATE ledgers_audithead SET seq = 8, hash = (SELECT hash FROM ledgers_auditrow WHERE seq = 8)",
    )
    assert chain.verify()  # by itself the shorter chain holds
    found = chain.verify(kept)
    assert found.first_bad == 9
    assert "第 10 条" in found.why


@whole
def test_an_exported_head_tells_of_a_chain_written_anew() -> None:
    ten_books()
    kept = chain.head()
    behind("UPDATE ledgers_auditrow SET label = '假' WHERE seq = 4", "DELETE FROM ledgers_audithead")
    with emptying.guard_lifted(), connection.schema_editor() as editor:
        backfill.link(apps, editor)
    assert chain.verify()
    assert chain.verify(kept).first_bad == 10
    assert "整体改写" in chain.verify(kept).why


@whole
def test_rows_from_before_the_chain_are_linked_as_they_stand() -> None:
    """The migration gives old rows what new rows get, whatever the size of its batches."""
    ten_books()
    kept = chain.head()
    behind("UPDATE ledgers_auditrow SET seq = -seq, hash = ''", "DELETE FROM ledgers_audithead")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backfill, "BATCH", 3)
        with emptying.guard_lifted(), connection.schema_editor() as editor:
            backfill.link(apps, editor)
    assert chain.verify(kept)


@whole
def test_the_migration_goes_there_and_back_with_the_rows() -> None:
    ten_books()
    kept = chain.head()
    try:
        call_command("migrate", "ledgers", "0003", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM ledgers_auditrow")
            assert cursor.fetchone() == (10,)
        with connection.cursor() as cursor, pytest.raises(Exception, match="never changed"):
            cursor.execute("UPDATE ledgers_auditrow SET act = '假'")
    finally:
        call_command("migrate", verbosity=0)
    assert chain.verify(kept).rows == 10
    with connection.cursor() as cursor, pytest.raises(Exception, match="deleted"):
        cursor.execute("DELETE FROM ledgers_auditrow")


@whole
def test_without_its_head_the_trail_takes_nothing_more() -> None:
    ten_books()
    behind("DELETE FROM ledgers_audithead")
    with pytest.raises(chain.HeadLost, match="链头不见了"):
        open_again()
    assert Book.objects.count() == 10


def open_again() -> None:
    book = Book.objects.get(title="书1")
    writing.change(BOOKS, book, {"note": "改"}, by=HEAD)


@whole
def test_of_two_first_writers_the_later_finds_the_head_of_the_other() -> None:
    library, asked = open_library(), list[str]()
    behind("DELETE FROM ledgers_audithead")
    if not connection.features.has_select_for_update:  # writers wait when they begin: nobody comes between
        asked.append("")
        elsewhere(library)

    def other(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        answer = execute(sql, *rest)
        if "ledgers_audithead" in sql and not asked:
            asked.append(sql)
            with ThreadPoolExecutor(1) as pool:
                pool.submit(elsewhere, library).result()
        return answer

    with connection.execute_wrapper(other):
        library.book("后到的书")
    assert asked and chain.verify().rows == 2


def elsewhere(library: Library) -> None:
    try:
        library.book("先到的书")
    finally:
        connection.close()


@whole
@pytest.mark.parametrize("failing", [0, 3], ids=["all succeed", "every third fails"])
def test_eight_writers_at_once_make_one_chain(failing: int) -> None:
    library, start = open_library(), Barrier(8)

    def write(thread: int) -> int:
        start.wait(timeout=30)
        done = 0
        for turn in range(20):
            try:
                library.book(f"书 {thread}.{turn}", price=-1 if failing and turn % failing == 0 else 1)
                done += 1
            except writing.Invalid:
                continue
        connection.close()
        return done

    with ThreadPoolExecutor(8) as pool:
        done = sum(pool.map(write, range(8)))
    assert done == (8 * 13 if failing else 160)
    found = chain.verify()
    assert (bool(found), found.rows) == (True, done)
    assert AuditHead.objects.get().seq == done


@pytest.mark.parametrize("batch", [1, 2, 5, 6])
def test_where_a_batch_ends_makes_no_difference(
    library: Library, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    for number in range(5):
        library.book(str(number))
    monkeypatch.setattr(chain, "BATCH", batch)
    assert chain.verify().rows == 5


VALUES: tuple[object, ...] = (
    1, datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC), "馆长", "head", "测试", "新增", "books", "1", "山海经",
    {"定价": ["", "45.5元"], "书名": ["", "山海经"]}, "",
)  # fmt: skip


SHA256 = "3d4557f8f032bc134ffb5413e6e0d2095cac3b2e186762b4705bbc4f9f672732"


def test_the_form_of_the_fingerprint_never_changes() -> None:
    """Old rows keep what they were made with; worked out by hand with `openssl dgst`."""
    assert chain.digest("sha256", "", VALUES) == SHA256
    assert chain.digest("sha256", "0" * 64, VALUES) != SHA256
    east = datetime.timezone(datetime.timedelta(hours=8))
    same = datetime.datetime(2026, 3, 1, 8, tzinfo=east)
    assert chain.digest("sha256", "", (1, same, *VALUES[2:])) == SHA256


@pytest.mark.parametrize("label", ["山海经", '“引号”"\\\n\u2028', ""])
@pytest.mark.parametrize("reason", ["", "导入文件“书目.xlsx”"])
def test_many_rows_get_the_same_fingerprints(label: str, reason: str) -> None:
    changes = {"定价": ["", '45.5"元'], "书名": ["旧", label]}
    digests = chain.Digests("sha256", VALUES[1:7], reason)
    for previous in ("", "0" * 64):
        whole = (9, *VALUES[1:7], "12", label, changes, reason)
        told = digests.of(previous, 9, "12", label, chain.encode(changes))
        assert told == chain.digest("sha256", previous, whole)


@pytest.mark.parametrize("place", range(len(VALUES)))
def test_the_fingerprint_is_of_every_value(place: int) -> None:
    changed: list[object] = list(VALUES)
    changed[place] = datetime.datetime(2027, 3, 1, tzinfo=datetime.UTC) if place == 1 else "别的"
    assert chain.digest("sha256", "", changed) != SHA256


def test_a_machine_without_the_first_algorithm_begins_with_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not chain.usable("no such algorithm")
    monkeypatch.setattr(chain, "usable", lambda name: name == "sha256")
    assert chain.algorithm() == "sha256"


def test_a_chain_in_an_algorithm_that_is_lacking_is_not_judged(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.book()
    monkeypatch.setattr(chain, "usable", lambda name: False)
    with pytest.raises(chain.NoAlgorithm, match="没有这个算法"):
        chain.verify()


@pytest.mark.parametrize(
    "text", ["", "luoshi", "luoshi 3 sm3", "luoshi 0 sm3 " + "a" * 64, "luoshi x sm3 ab", "假"]
)
def test_what_is_no_head_is_refused(text: str) -> None:
    with pytest.raises(chain.BadHead):
        chain.Head.parse(text)


@pytest.mark.parametrize("head", [chain.Head(0, "", "sm3"), chain.Head(7, "a" * 64, "sha256")])
def test_a_head_survives_its_text(head: chain.Head) -> None:
    assert chain.Head.parse(f" {head.text()}\r\n") == head
