"""Figures equal what counting by hand gives, and stay so after every write."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterable
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luoshi.ledgers import facts, figures, scanning, writing
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue, LedgerError
from luoshi.ledgers.figures import Figure
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import Binding, Fact, Mark
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, COPIES, HEAD, LOANS, MEMBERS
from tests.library.models import Book, Copies, Loan, Member

START, END = 202511, 202610
DEAR = Condition("price", "ge", "60")


def some_day(chance: random.Random) -> datetime.date | None:
    if chance.random() < 0.15:
        return None
    return datetime.date(2025, 10, 15) + datetime.timedelta(days=chance.randrange(420))


def fill(library: Library, seed: int, count: int = 40) -> list[Book]:
    chance = random.Random(seed)
    books = [
        library.book(
            f"书 {n}",
            branch=chance.choice([library.east, library.west]),
            kind=chance.choice(["fiction", "science"]),
            price=chance.randrange(0, 12_000),
            pages=chance.choice([None, chance.randrange(1, 900)]),
            bought_on=some_day(chance),
        )
        for n in range(count)
    ]
    member = library.member(joined=202603)
    for n in range(count):
        Loan.objects.create(
            book=chance.choice(books),
            member=member,
            lent_on=datetime.date(2026, 1, 1) + datetime.timedelta(days=n * 5),
        )
    return books


def month(day: datetime.date | None) -> int:
    return day.year * 100 + day.month if day else 0


def at(binding: Binding, start: int = START, end: int = END, units: Iterable[int] | None = None) -> Figure:
    facts.refresh()
    binding.scope = 1 if units is not None else None
    parts = facts.facts_of([binding], start, end, {1: set(units or ())})[binding.pk]
    return figures.figure(binding, parts, start, end)


def bought(start: int, end: int, keep: Callable[[Book], bool] = lambda book: True) -> list[Book]:
    return [b for b in Book.objects.all() if start <= month(b.bought_on) <= end and keep(b)]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("start", "end"), [(START, END), (202601, 202601), (202512, 202601), (202701, 202712)]
)
def test_figures_equal_counting_by_hand(library: Library, seed: int, start: int, end: int) -> None:
    fill(library, seed)
    bind = figures.bind
    count, dear = bind(BOOKS, BOOKS.measure("bought")), bind(BOOKS, BOOKS.measure("bought"), [DEAR])
    spent = bind(BOOKS, BOOKS.measure("spent"))
    share, per_page = bind(BOOKS, BOOKS.measure("science_share")), bind(BOOKS, BOOKS.measure("page_price"))
    lent = bind(LOANS, LOANS.measure("lent_value"))
    rows = bought(start, end)
    science = [b for b in rows if b.kind == "science"]
    total, pages = sum(b.price for b in rows), sum(b.pages or 0 for b in rows)
    assert at(count, start, end) == Figure(Decimal(len(rows)), "本", len(rows))
    assert at(dear, start, end).value == len([b for b in rows if b.price >= 6000])
    assert at(spent, start, end) == Figure(Decimal(total) / 100, "元", len(rows))
    by_hand = Decimal(sum(b.price for b in science)) / 100 * 100 / (Decimal(total) / 100) if total else None
    assert at(share, start, end) == Figure(by_hand, "%", len(rows))
    assert at(per_page, start, end).value == (Decimal(total) / 100 / pages if pages else None)
    loans = [loan for loan in Loan.objects.select_related("book") if start <= month(loan.lent_on) <= end]
    assert at(lent, start, end).value == Decimal(sum(loan.book.price for loan in loans)) / 100
    in_west = [b for b in rows if b.branch_id == library.west.pk]
    assert at(count, start, end, [library.west.pk]).value == len(in_west)
    assert set(figures.rows(spent, start, end)) == set(rows)
    assert set(figures.rows(spent, start, end, [library.west.pk])) == set(in_west)
    assert set(figures.rows(share, start, end)) == set(rows)


def snapshot() -> set[tuple[int, int, int, int, int, int]]:
    facts.refresh()
    return set(Fact.objects.values_list("binding_id", "unit", "period", "value", "base", "rows"))


@pytest.mark.parametrize("seed", range(4))
def test_after_writes_a_refresh_equals_a_full_computation(library: Library, seed: int) -> None:
    chance = random.Random(seed)
    books = fill(library, seed, 20)
    for name in ("bought", "spent", "science_share", "page_price"):
        figures.bind(BOOKS, BOOKS.measure(name), [DEAR] if chance.random() < 0.5 else [])
    for name in ("lent", "science_lent", "lent_value"):
        figures.bind(LOANS, LOANS.measure(name))
    snapshot()
    for _ in range(25):
        book = Book.objects.get(pk=chance.choice(books).pk)
        values = {
            "price": chance.randrange(12_000),
            "branch": chance.choice([library.east, library.west]),
            "bought_on": some_day(chance),
            "kind": chance.choice(["fiction", "science"]),
        }
        writing.change(BOOKS, book, {k: v for k, v in values.items() if chance.random() < 0.6}, by=HEAD)
    partly = snapshot()
    assert not Mark.objects.exists()
    Binding.objects.update(filled=False)
    assert snapshot() == partly


def test_a_refresh_touches_only_marked_buckets(library: Library) -> None:
    march = library.book(bought_on=datetime.date(2026, 3, 1))
    library.book(bought_on=datetime.date(2026, 5, 1))
    library.book(bought_on=datetime.date(2026, 3, 1), branch=library.west)
    figures.bind(BOOKS, BOOKS.measure("spent"))
    assert facts.refresh() == 3
    assert facts.refresh() == 0
    Fact.objects.exclude(unit=library.east.pk, period=202603).update(value=7)
    writing.change(BOOKS, march, {"price": 100}, by=HEAD)
    assert facts.refresh() == 1
    assert sorted(Fact.objects.values_list("value", flat=True)) == [7, 7, 100]


def test_a_bucket_that_empties_has_no_fact(library: Library) -> None:
    book = library.book(bought_on=datetime.date(2026, 3, 1))
    figures.bind(BOOKS, BOOKS.measure("spent"))
    facts.refresh()
    writing.remove(BOOKS, book, by=HEAD, reason="录错")
    assert facts.refresh() == 1
    assert not Fact.objects.exists()


def test_refresh_of_some_ledgers(library: Library) -> None:
    library.book(bought_on=datetime.date(2026, 3, 1))
    library.member(joined=202603)
    figures.bind(MEMBERS, MEMBERS.measure("joined"))
    figures.bind(BOOKS, BOOKS.measure("bought"))
    assert facts.refresh(["members"]) == 1
    assert set(Mark.objects.values_list("ledger", flat=True)) == {"books.register"}
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert facts.refresh(iter(["members"])) == 0
    assert not any("UPDATE" in q["sql"] or "DELETE" in q["sql"] for q in queries)
    assert facts.refresh() == 1
    assert not Mark.objects.exists()


def test_marks_of_ledgers_that_nobody_measures_are_cleared(library: Library) -> None:
    library.book(bought_on=datetime.date(2026, 3, 1))
    assert facts.refresh() == 0
    assert not Mark.objects.exists()


def report(library: Library, unit: object, period: int, copies: int) -> None:
    writing.create(COPIES, {"branch": unit, "period": period, "copies": copies}, by=HEAD)


def test_of_a_stock_each_units_last_month_stands(library: Library) -> None:
    report(library, library.east, 202511, 100)
    report(library, library.east, 202602, 120)
    report(library, library.west, 202512, 50)
    report(library, None, 202601, 5)
    binding = figures.bind(COPIES, COPIES.measure("held"))
    assert at(binding, 202601, 202601) == Figure(Decimal(155), "册", 3)
    assert at(binding, 202603, 202603) == Figure(Decimal(175), "册", 3)
    assert at(binding, 202601, 202612, [library.west.pk]) == Figure(Decimal(50), "册", 1)
    assert at(binding, 202510, 202510) == Figure(None, "册", 0)
    rows = {(r.branch_id, r.period) for r in figures.rows(binding, 202603, 202603) if isinstance(r, Copies)}
    assert rows == {(library.east.pk, 202602), (library.west.pk, 202512), (None, 202601)}
    within = figures.rows(binding, 202603, 202603, [library.west.pk])
    assert [r.pk for r in within] == [Copies.objects.get(branch=library.west).pk]


def test_a_ratio_keeps_months_in_which_only_its_top_has_rows(library: Library) -> None:
    day = datetime.date(2026, 3, 1)
    library.book(kind="science", price=100, bought_on=day)
    library.book(kind="fiction", price=300, bought_on=datetime.date(2026, 4, 1))
    share = figures.bind(BOOKS, BOOKS.measure("science_share"))
    assert at(share).value == 25
    assert at(share, 202603, 202603).value == 100
    assert at(share, 202604, 202604).value == 0
    assert at(share, 202605, 202605).value is None


def test_a_flow_without_rows_is_nought(library: Library) -> None:
    assert at(figures.bind(BOOKS, BOOKS.measure("spent"))) == Figure(Decimal(0), "元", 0)


def test_months_kept_as_numbers(library: Library) -> None:
    library.member("D1", joined=202603)
    library.member("D2", joined=202604, branch=None)
    binding = figures.bind(MEMBERS, MEMBERS.measure("joined"))
    assert at(binding, 202603, 202604) == Figure(Decimal(2), "人", 2)
    assert {fact.unit for fact in Fact.objects.all()} == {0, library.east.pk}
    assert [str(r) for r in figures.rows(binding, 202604, 202604)] == ["顾行舟"]
    assert Member.objects.count() == 2


def test_many_bindings_share_one_scan(library: Library) -> None:
    library.book(bought_on=datetime.date(2026, 3, 1))
    for _ in range(scanning.AT_ONCE):
        figures.bind(BOOKS, BOOKS.measure("spent"), [DEAR])
    with CaptureQueriesContext(connection) as queries:
        facts.refresh()
    assert len([q for q in queries if "GROUP BY" in q["sql"]]) == 1


def test_words(library: Library) -> None:
    binding = figures.bind(BOOKS, BOOKS.measure("science_spent"), [DEAR])
    assert figures.words(binding) == "图书台账 · 科学书款，按购入日期计入月份，类别为科学，定价不低于60元"
    assert str(binding) == "books.register.science_spent"


def test_units() -> None:
    figure = Figure(Decimal(1_2345_0000), "元", 3)
    assert figure.in_unit("亿元") == Decimal("1.2345")
    assert Figure(None, "元", 0).in_unit("亿元") is None
    with pytest.raises(BadValue, match="不能换算成“亩”"):
        figure.in_unit("亩")


@pytest.mark.parametrize(
    ("ledger", "condition"),
    [(BOOKS, Condition("nothing", "eq", "1")), (BOOKS, Condition("price", "ge", "很多"))],
)
def test_a_wrong_condition_fails_when_bound(library: Library, ledger: Ledger, condition: Condition) -> None:
    with pytest.raises(LedgerError):
        figures.bind(ledger, ledger.measures[0], [condition])
    assert not Binding.objects.exists()


def test_facts_say_what_they_are(library: Library) -> None:
    library.book(bought_on=datetime.date(2026, 3, 1))
    binding = figures.bind(BOOKS, BOOKS.measure("spent"))
    facts.refresh()
    assert str(Fact.objects.get()) == f"{binding.pk} {library.east.pk} 202603: 4550"


def test_a_preview_equals_the_figure_and_writes_nothing(library: Library) -> None:
    fill(library, 5)
    report(library, library.east, 202511, 100)
    for ledger, name in ((BOOKS, "spent"), (BOOKS, "science_share"), (COPIES, "held")):
        unsaved = Binding(ledger=ledger.name, measure=name, conditions=[])
        before = figures.preview(unsaved, 202601, 202606)
        narrow = Binding(ledger=ledger.name, measure=name, conditions=[], scope=1)
        there = figures.preview(narrow, 202601, 202606, {1: [library.east.pk]})
        assert not Fact.objects.filter(binding__measure=name).exists()
        binding = figures.bind(ledger, ledger.measure(name))
        assert before == at(binding, 202601, 202606)
        assert there == at(binding, 202601, 202606, [library.east.pk])
