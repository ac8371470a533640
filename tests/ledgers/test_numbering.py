"""Numbers have no gaps and no doubles, however many ask at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from luoshi.ledgers import numbering, numbers, writing
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.models import Row, Sequence
from tests.ledgers.conftest import Library, open_library
from tests.library.ledgers import BOOKS, HEAD
from tests.library.models import Book


@pytest.mark.django_db(transaction=True)
def test_threads_get_every_number_once() -> None:
    library = open_library()
    start = Barrier(8)

    def five(thread: int) -> None:
        start.wait(timeout=30)
        for turn in range(5):
            library.book(f"书 {thread}.{turn}")
        connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(five, range(8)))
    numbers = sorted(Book.objects.values_list("number", flat=True))
    assert numbers == [f"{n:05d}" for n in range(1, 41)]


@pytest.mark.django_db(transaction=True)
def test_only_inside_a_transaction() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        numbering.take("x")
    assert not Sequence.objects.exists()


def test_a_write_that_fails_gives_its_number_back(library: Library) -> None:
    library.book()
    with pytest.raises(Exception, match="定价"):
        library.book(price=-1)
    with pytest.raises(Refused):
        library.book(by=library.stranger_clerk)
    assert library.book("第二本").number == "00002"


def test_numbers_that_rows_brought_along_are_passed_over(library: Library) -> None:
    library.book(number="00002")
    library.book(number="旧-1")
    assert [library.book(str(n)).number for n in range(3)] == ["00001", "00003", "00004"]
    rows: list[Row] = [Book(), Book(number="00006"), Book()]
    with transaction.atomic():
        assert numbers.give(BOOKS, rows) == [rows[0], rows[2]]
    assert [getattr(row, "number") for row in rows] == ["00005", "00006", "00007"]  # noqa: B009
    assert str(Sequence.objects.get()) == "books.register 7"


def test_many_at_once(library: Library) -> None:
    with transaction.atomic():
        assert numbering.take("x", 3) == 3
        assert numbering.take("x") == 4
    assert writing.create(
        BOOKS, {"title": "甲", "branch": library.east, "kind": "fiction", "price": 0}, by=HEAD
    )
