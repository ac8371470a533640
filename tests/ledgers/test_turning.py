"""What a write says it has turned puts figures right: as counting anew would, and without looking at other rows."""

from __future__ import annotations

import datetime
import random
from collections.abc import Collection, Mapping, Sequence
from threading import Thread

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luoshi.ledgers import facts, figures, images, marks, scanning, writing
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.models import Binding, Fact, Mark
from luoshi.ledgers.terms import Term
from tests.ledgers.conftest import Library, open_library
from tests.ledgers.test_figures import some_day
from tests.library.ledgers import BOOKS, BRANCHES, HEAD, LOANS, MEMBERS
from tests.library.models import Book, Loan, Member

MARCH, APRIL = datetime.date(2026, 3, 31), datetime.date(2026, 4, 1)
DEAR = Condition("price", "ge", "60")
NAMED = Condition("donor", "set")
KINDS = ("fiction", "science")
Known = set[tuple[int, int, int, int, int, int]]


def known() -> Known:
    return set(Fact.objects.values_list("binding_id", "unit", "period", "value", "base", "rows"))


def counted_anew() -> Known:
    Binding.objects.update(filled=False)
    facts.refresh()
    return known()


def bind_all(chance: random.Random) -> None:
    for ledger in (BOOKS, LOANS):
        for measure in ledger.measures:
            figures.bind(ledger, measure)
            narrow = chance.choice([DEAR, NAMED, Condition("kind", "ne", "science")])
            figures.bind(
                ledger, measure, [narrow] if ledger is BOOKS else [Condition("member__score", "ge", "60")]
            )
    facts.refresh()


def values(library: Library, chance: random.Random) -> dict[str, object]:
    bought = some_day(chance)
    return {
        "title": chance.choice(["山海经", "水经注", '"引号"，\\与%s', "齐民要术"]),
        "kind": chance.choice(KINDS),
        "price": chance.randrange(12_000),
        "pages": chance.choice([None, chance.randrange(14, 900)]),
        "branch": chance.choice([library.east, library.west]),
        "donor": chance.choice(["", "沈砚"]),
        "bought_on": bought,
        "shelved_on": bought + datetime.timedelta(days=chance.randrange(90)) if bought and chance.random() < 0.6 else None,
    }  # fmt: skip


def write_something(library: Library, member: Member, chance: random.Random, books: list[Book]) -> None:
    what = chance.random()
    if what < 0.2 or len(books) < 3:
        row = writing.create(BOOKS, {"kind": "fiction", "price": 1} | values(library, chance), by=HEAD)
        assert isinstance(row, Book)
        books.append(row)
    elif what < 0.3:
        if not Loan.objects.filter(book=(book := chance.choice(books))).exists():
            books.remove(book)
            writing.remove(BOOKS, book, by=HEAD, reason="录错")
    elif what < 0.5:
        lent = {"book": chance.choice(books), "member": member, "lent_on": some_day(chance) or MARCH}
        if not Loan.objects.filter(**lent).exists():
            writing.create(LOANS, lent, by=HEAD)
    else:
        some = {k: v for k, v in values(library, chance).items() if chance.random() < 0.4 and "_on" not in k}
        writing.change(BOOKS, chance.choice(books), some, by=HEAD)


@pytest.mark.parametrize("seed", range(6))
def test_facts_are_what_counting_anew_finds(library: Library, seed: int) -> None:
    chance, books = random.Random(seed), list[Book]()
    member = library.member(joined=202603, score=70)
    bind_all(chance)
    for _ in range(25):
        for _ in range(chance.randrange(1, 5)):
            write_something(library, member, chance, books)
        facts.refresh()
        if chance.random() < 0.2:
            writing.change(MEMBERS, member, {"score": chance.randrange(40, 90)}, by=HEAD)
    facts.refresh()
    standing = known()
    assert standing and not Mark.objects.exists()
    assert counted_anew() == standing


def reads() -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        facts.refresh()
    return [each["sql"] for each in asked if '"library_book"' in each["sql"]]


def test_no_row_is_looked_at(library: Library) -> None:
    book = library.book(bought_on=MARCH)
    for name in ("bought", "spent", "science_share", "mean_price", "waiting"):
        figures.bind(BOOKS, BOOKS.measure(name))
    facts.refresh()
    writing.change(BOOKS, book, {"price": 100, "bought_on": APRIL}, by=HEAD)
    asked = reads()
    assert asked and all(sql.startswith('WITH "library_book" AS') for sql in asked)
    assert counted_anew() == known()


def test_different_values_are_told_apart_among_all_rows(library: Library) -> None:
    book = library.book(bought_on=MARCH)
    figures.bind(BOOKS, BOOKS.measure("titles"))
    facts.refresh()
    writing.change(BOOKS, book, {"title": "水经注"}, by=HEAD)
    assert all(not sql.startswith("WITH") for sql in reads())


def test_of_many_writes_the_bucket_is_counted_again(library: Library) -> None:
    book = library.book(bought_on=MARCH)
    spent = figures.bind(BOOKS, BOOKS.measure("spent"))
    facts.refresh()
    for price in range(marks.TURNS + 1):
        writing.change(BOOKS, book, {"price": price + 1}, by=HEAD)
    assert all(not sql.startswith("WITH") for sql in reads())
    assert Fact.objects.get(binding=spent).value == marks.TURNS + 1


def test_what_does_not_add_up_is_counted_again(library: Library) -> None:
    book = library.book(bought_on=MARCH)
    library.book(bought_on=MARCH)
    spent = figures.bind(BOOKS, BOOKS.measure("spent"))
    facts.refresh()
    Fact.objects.update(rows=0)
    writing.remove(BOOKS, book, by=HEAD, reason="录错")
    facts.refresh()
    assert Fact.objects.values_list("binding", "value", "rows").get() == (spent.pk, 4550, 1)


def test_a_mark_that_does_not_tell_outweighs_those_that_do(library: Library) -> None:
    book = library.book(bought_on=MARCH)
    spent = figures.bind(BOOKS, BOOKS.measure("spent"))
    facts.refresh()
    writing.change(BOOKS, book, {"price": 100}, by=HEAD)
    Book.objects.filter(pk=book.pk).update(price=300)
    marks.mark(BOOKS, [book])
    facts.refresh()
    assert Fact.objects.get(binding=spent).value == 300


def test_a_ledger_that_looks_at_itself_is_not_asked_of_one_row() -> None:
    def of(*where: Condition) -> tuple[Term, ...]:
        return (Term("rows", "opened_on", "", where),)

    assert scanning.turns(BRANCHES, of(Condition("code", "eq", "01")))
    assert not scanning.turns(BRANCHES, of(Condition("parent__code", "eq", "01")))
    assert scanning.turns(LOANS, (Term("sum", "lent_on", "book__price"),))
    assert not scanning.turns(BOOKS, (Term("keys", "bought_on", "title"),))


def test_an_image_holds_what_the_database_holds(library: Library) -> None:
    book = library.book('"引号"，\\与%s', bought_on=MARCH, note="一\n二", rare=True)
    library.book(price=99)
    told = images.image(Book, book.pk)
    book.price = 1  # what was not saved is in no image
    assert images.image(Book, book.pk) == told
    before, given = images.instead(Book, told)
    asked, said = Book.objects.order_by().query.sql_with_params()
    (through,) = Book.objects.raw(before + asked, [*given, *said])
    standing = Book.objects.get(pk=book.pk)
    names = [field.attname for field in Book._meta.concrete_fields]
    assert [getattr(through, name) for name in names] == [getattr(standing, name) for name in names]
    assert images.image(Book, 0) == ""


@pytest.mark.django_db(transaction=True)
def test_what_is_committed_while_rows_are_counted_counts_once(
    registered: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the marks that are read and the rows that are counted another write is committed, with its mark.

    In SQLite that write waits for its turn.
    """
    library = open_library()
    book = library.book(bought_on=MARCH)
    spent = figures.bind(BOOKS, BOOKS.measure("spent"))
    facts.refresh()
    marks.mark(BOOKS, [book])
    meanwhile, scan = Thread(target=lambda: wrote(library)), scanning.scan

    def counting(
        ledger: Ledger,
        terms: Sequence[scanning.Terms],
        only: Mapping[str, Collection[scanning.Bucket]] | None = None,
    ) -> list[scanning.Scanned]:
        meanwhile.start()
        if connection.vendor == "postgresql":
            meanwhile.join()
        return scan(ledger, terms, only)

    with monkeypatch.context() as patch:
        patch.setattr(scanning, "scan", counting)
        facts.refresh()
    meanwhile.join()
    facts.refresh()
    assert Fact.objects.values_list("binding", "value", "rows").get() == (spent.pk, 2 * 4550, 2)


def wrote(library: Library) -> None:
    try:
        library.book("水经注", bought_on=MARCH)
    finally:
        connection.close()
