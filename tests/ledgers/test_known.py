"""Columns whose value another ledger holds: taken from there by every way of writing, and nothing else instead."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from luoshi.ledgers import checks, importing, known, stepping, writing
from luoshi.ledgers.columns import Money
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.models import AuditRow
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, BRANCHES, HEAD, LOANS
from tests.library.models import Book, Branch, Loan, Member

DAY = datetime.date(2026, 5, 6)
COLUMNS = tuple(dataclasses.replace(c, known="book__price") if c.name == "fine" else c for c in LOANS.columns)
KNOWING = dataclasses.replace(LOANS, columns=COLUMNS)
SAID = "罚金：已由“图书台账”的“海”填为“25.00”，不用再填，也不能另填。如有错误，请到那里更正。"


@pytest.fixture
def book(library: Library) -> Book:
    return library.book("海", price=2500)


@pytest.fixture
def member(library: Library) -> Member:
    return Member.objects.create(card="001", name="沈砚", branch=library.east)


def tree(way: str) -> Ledger:
    """The branches, whose short name is known over a link."""
    columns = (dataclasses.replace(c, known=way) if c.name == "short" else c for c in BRANCHES.columns)
    return dataclasses.replace(BRANCHES, columns=tuple(columns))


def lend(book: Book, member: Member, **values: object) -> Loan:
    row = writing.create(KNOWING, {"book": book, "member": member, "lent_on": DAY} | values, by=HEAD)
    assert isinstance(row, Loan)
    return row


def test_a_new_row_takes_it_over(book: Book, member: Member) -> None:
    row = lend(book, member)
    row.refresh_from_db()
    assert row.fine == 2500
    assert AuditRow.objects.latest("pk").changes["罚金"] == ["", "25元"]
    assert lend(book, member, lent_on=DAY.replace(day=7), fine=2500).fine == 2500
    found = known.of(KNOWING, row, KNOWING.column("fine"))
    assert found is not None and (found.value, found.row, found.ledger) == (2500, book, BOOKS)


def test_another_value_is_refused_with_where_it_comes_from(book: Book, member: Member) -> None:
    with pytest.raises(Invalid) as refused:
        lend(book, member, fine=100)
    assert refused.value.problems == {"fine": [SAID]} and not Loan.objects.exists()
    row = lend(book, member)
    with pytest.raises(Invalid):
        writing.change(KNOWING, row, {"fine": 100}, by=HEAD)
    assert row.fine == 2500
    assert writing.create(
        LOANS, {"book": book, "member": member, "lent_on": DAY.replace(day=8), "fine": 100}, by=HEAD
    )


def test_the_next_write_takes_over_what_has_changed_there(book: Book, member: Member) -> None:
    row = lend(book, member)
    writing.change(BOOKS, book, {"price": 3000}, by=HEAD)
    row = Loan.objects.get(pk=row.pk)
    writing.change(KNOWING, row, {"lent_on": DAY.replace(day=9)}, by=HEAD)
    row.refresh_from_db()
    assert row.fine == 3000
    assert AuditRow.objects.latest("pk").changes["罚金"] == ["25元", "30元"]


def test_a_step_takes_it_over_too(library: Library) -> None:
    life = Lifecycle("ordered", (Step("shelve", "上架", ("ordered",), "shelved"),))
    columns = tuple(
        dataclasses.replace(c, known="branch__short") if c.name == "donor" else c for c in BOOKS.columns
    )
    knowing = dataclasses.replace(BOOKS, lifecycle=life, columns=columns)
    book = library.book()
    library.east.short = "东"
    library.east.save()
    stepping.take_step(knowing, Book.objects.get(pk=book.pk), "shelve", by=HEAD, on=DAY)
    assert Book.objects.get(pk=book.pk).donor == "东"


def test_a_file_says_the_same_or_nothing(book: Book, member: Member) -> None:
    head = "图书,读者,借出日期,罚金（元）\n"
    for cell in ("25", ""):
        plan = importing.plan(KNOWING, f"{head}海,001,2026-05-06,{cell}\n".encode(), "a.csv", by=HEAD)
        assert plan.problems == () and len(plan.creates) == 1
    importing.apply(plan, by=HEAD)
    assert Loan.objects.get().fine == 2500
    for cell in ("25", ""):
        again = importing.plan(KNOWING, f"{head}海,001,2026-05-06,{cell}\n".encode(), "a.csv", by=HEAD)
        assert again.problems == () and not again.changes and not again.creates
    for day in ("2026-05-06", "2026-05-07"):  # a row that is there, and a new one
        plan = importing.plan(KNOWING, f"{head}海,001,{day},1\n".encode(), "a.csv", by=HEAD)
        (problem,) = plan.problems
        assert (problem.letter, problem.row) == ("D", 2) and SAID.removeprefix("罚金：") in problem.sentence


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
@pytest.mark.parametrize(
    ("way", "shorts"),
    [("parent__name", ("总", "总馆", "镇馆")), ("parent__short", ("总", "总", "总"))],
)
def test_a_tree_in_one_file_takes_it_over(
    library: Library, way: str, shorts: tuple[str, ...], order: tuple[int, ...]
) -> None:
    lines = ("1,总馆,总,\n", "11,镇馆,,总馆\n", "111,村馆,,镇馆\n")
    data = "编码,名称,简称,上级馆\n" + "".join(lines[at] for at in order)
    plan = importing.plan(tree(way), data.encode(), "a.csv", by=HEAD)
    importing.apply(plan, by=HEAD)
    made = Branch.objects.filter(code__startswith="1").order_by("code")
    assert tuple(made.values_list("short", flat=True)) == shorts


def test_a_tree_in_one_file_says_nothing_else(library: Library) -> None:
    data = "编码,名称,简称,上级馆\n1,总馆,总,\n11,镇馆,,总馆\n111,村馆,村,镇馆\n".encode()
    (problem,) = importing.plan(tree("parent__short"), data, "a.csv", by=HEAD).problems
    assert (problem.letter, problem.row) == ("C", 4) and "填为“总”" in problem.sentence


def test_a_circle_in_one_file_is_found_all_the_same(library: Library) -> None:
    data = "编码,名称,简称,上级馆\n3,甲,子,乙\n4,乙,,丙\n5,丙,丑,甲\n".encode()
    problems = importing.plan(tree("parent__short"), data, "a.csv", by=HEAD).problems
    assert any("圈" in problem.sentence for problem in problems)


def test_the_way_leads_over_a_link() -> None:
    def found(way: str) -> int:
        columns = (*LOANS.columns[:-1], Money("fine", known=way))
        wrong = checks.check(dataclasses.replace(LOANS, columns=columns))
        return [each.id for each in wrong].count("ledgers.E019")

    assert [found(way) for way in ("book__price", "book__branch__name", "", "book", "book__cost", "lent_on__x")] == [
        0, 0, 0, 1, 1, 1,
    ]  # fmt: skip
