"""One function says who may, for one row and for all rows alike."""

from __future__ import annotations

import dataclasses

import pytest

from luoshi.ledgers import access
from luoshi.ledgers.access import STRANGER, Access, Act, Actor, Grant, Mandate, may
from luoshi.ledgers.errors import Refused
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, BRANCHES, HEAD, INSPECTOR, LOANS, REMARKS
from tests.library.models import Book, Loan, Remark


def cast(library: Library) -> dict[str, Actor]:
    return {
        "clerk": library.clerk,
        "other clerk": library.stranger_clerk,
        "head": HEAD,
        "inspector": INSPECTOR,
        "stranger": STRANGER,
    }


@pytest.mark.parametrize(
    ("act", "allowed"),
    [
        (Act.READ, {"clerk", "head", "inspector"}),
        (Act.EXPORT, {"clerk", "head", "inspector"}),
        (Act.HISTORY, {"clerk", "head", "inspector"}),
        (Act.CREATE, {"clerk", "head"}),
        (Act.CHANGE, {"clerk", "head"}),
        (Act.STEP, {"clerk", "head"}),
        (Act.IMPORT, {"clerk", "head"}),
        (Act.REMOVE, {"head"}),
    ],
)
def test_who_may(library: Library, act: Act, allowed: set[str]) -> None:
    book = library.book()
    assert {who for who, actor in cast(library).items() if may(actor, act, BOOKS, book)} == allowed


def test_every_refusal_says_why(library: Library) -> None:
    book = library.book()
    assert may(STRANGER, Act.READ, BOOKS).reason == "请先登录，再查看“图书台账”。"
    assert "请联系系统管理员" in may(INSPECTOR, Act.CHANGE, BOOKS, book).reason
    assert "“山海经”不属于您所在的单位" in may(library.stranger_clerk, Act.CHANGE, BOOKS, book).reason
    assert "山海经" not in may(library.stranger_clerk, Act.READ, BOOKS, book).reason
    with pytest.raises(Refused, match="请先登录"):
        access.require(STRANGER, Act.READ, BOOKS)
    access.require(HEAD, Act.READ, BOOKS, book)


def test_a_step_may_have_its_own_grants(library: Library) -> None:
    book = library.book()
    assert may(library.clerk, Act.STEP, BOOKS, book, step="shelve")
    assert not may(library.clerk, Act.STEP, BOOKS, book, step="withdraw")
    assert may(HEAD, Act.STEP, BOOKS, book, step="withdraw")


def test_reach_gives_the_same_rows_as_may(library: Library) -> None:
    books = [library.book("甲"), library.book("乙", branch=library.west)]
    member = library.member()
    loans = [Loan.objects.create(book=b, member=member, lent_on="2026-03-01") for b in books]
    for ledger, rows in ((BOOKS, books), (LOANS, loans), (BRANCHES, [library.east, library.west])):
        for actor in cast(library).values():
            for act in Act:
                within = access.reach(actor, act, ledger)
                reached = set(ledger.rows().filter(within)) if within is not None else set()
                assert reached == {row for row in rows if may(actor, act, ledger, row)}, (
                    ledger.name,
                    actor,
                    act,
                )


def test_rows_of_nobody_need_a_grant_for_everywhere(library: Library) -> None:
    remark = Remark(text="好")
    assert not may(library.clerk, Act.CHANGE, REMARKS, remark)
    assert access.reach(library.clerk, Act.CHANGE, REMARKS) is None
    assert may(HEAD, Act.CHANGE, REMARKS, remark)


def test_a_row_without_owner(library: Library) -> None:
    assert not may(library.clerk, Act.CHANGE, LOANS, Loan())
    assert not may(library.clerk, Act.CHANGE, BOOKS, Book())
    assert may(HEAD, Act.CHANGE, BOOKS, Book())


def test_several_posts_add_up(library: Library) -> None:
    both = Actor("兼任", "both", (*library.clerk.mandates, *library.stranger_clerk.mandates))
    assert may(both, Act.CHANGE, BOOKS, library.book(branch=library.west))
    assert both.roles == {"librarian"}


def test_secret_columns(library: Library) -> None:
    assert access.hidden(library.clerk, BOOKS) == {"donor"}
    assert access.hidden(INSPECTOR, BOOKS) == {"donor"}
    assert access.hidden(HEAD, BOOKS) == frozenset()


def test_declared_grants_replace_those_of_writing() -> None:
    own = Access(
        read=(Grant("a"),),
        write=(Grant("b"),),
        create=(Grant("c"),),
        importing=(Grant("d"),),
        export=(Grant("e"),),
        history=(Grant("f"),),
    )
    ledger = dataclasses.replace(BOOKS, access=own)
    answers = {
        role: {act for act in Act if may(Actor("某人", role, (Mandate(role, frozenset()),)), act, ledger)}
        for role in "abcdef"
    }
    assert answers == {
        "a": {Act.READ},
        "b": {Act.CHANGE, Act.REMOVE, Act.STEP},
        "c": {Act.CREATE},
        "d": {Act.IMPORT},
        "e": {Act.EXPORT},
        "f": {Act.HISTORY},
    }
