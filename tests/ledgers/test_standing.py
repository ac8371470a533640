"""What is kept until somebody writes into a table that was read: how much of it, and that every write is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from luoshi.ledgers import audit, marks, standing, tables, writing
from luoshi.ledgers.models import AuditRow, Job, Mark
from luoshi.ledgers.standing import ANY, Kept
from tests.ledgers.conftest import Library, open_library
from tests.library import ledgers
from tests.library.models import Book, Branch, Member

BOOKS, MEMBERS = Book._meta.db_table, Member._meta.db_table


class Asking:
    """A question about the tables; ``answers`` is what was worked out so far."""

    def __init__(self, ask: Callable[[], int], most: int = 9) -> None:
        self.kept, self.ask, self.answers = Kept[int](most), ask, list[int]()

    def __call__(self, key: str = "x") -> int:
        return self.kept.of(standing.head(), key, self._made)

    def _made(self) -> int:
        self.answers.append(self.ask())
        return self.answers[-1]


def test_a_value_is_made_anew_when_a_table_that_it_read_is_written_and_not_before(library: Library) -> None:
    library.book()
    books = Asking(Book.objects.count)
    assert (books(), books()) == (1, 1)
    library.member()
    assert (books(), books.answers) == (1, [1])
    second = library.book("水经注")
    assert (books(), books()) == (2, 2)
    writing.remove(ledgers.BOOKS, second, by=ledgers.HEAD, reason="录错")
    assert (books(), books.answers) == (1, [1, 2, 1])


def test_what_is_made_of_what_is_kept_falls_with_it(library: Library) -> None:
    library.member()
    books = Asking(Book.objects.count)
    both = Asking(lambda: books() * 10 + Member.objects.count())
    books()
    assert both() == 1, "the books were not read again"
    library.book()
    assert both() == 11
    assert books.answers == [0, 1]


def test_a_table_without_a_trail_and_a_value_that_read_none_stand_until_the_next_write_of_all(
    library: Library,
) -> None:
    library.book()
    jobs, none = Asking(Job.objects.count), Asking(lambda: 7)
    for _ in range(2):
        jobs(), none()
    library.member()
    jobs(), none()
    assert (jobs.answers, none.answers) == ([0, 0], [7, 7])


def test_who_says_which_part_of_a_table_they_read_is_left_alone_by_a_write_into_another(
    library: Library,
) -> None:
    library.book()
    every, some = Asking(Mark.objects.count), Asking(lambda: counted(marks.of([ledgers.BOOKS.name])))
    for name, made in (("loans", [2, 1]), (ledgers.BOOKS.name, [3, 2])):
        every(), some()
        with transaction.atomic():
            audit.begin()
            marks.add([(name, "period", 0, 202604)])
        every(), some()
        assert [len(every.answers), len(some.answers)] == made


def counted(tables: Iterable[str]) -> int:
    """What is read is said, so that nothing of the statement is heard."""
    with standing.told(*tables):
        return Mark.objects.count() + Member.objects.count()


def test_of_several_only_those_are_made_again_that_stand_no_longer_and_all_at_once(library: Library) -> None:
    library.book()
    on = {"books": (BOOKS,), "members": (MEMBERS,), "nothing": ()}
    kept, asked = Kept[int](9), list[tuple[str, ...]]()

    def make(keys: Sequence[str]) -> dict[str, int]:
        asked.append(tuple(keys))
        return {key: Book.objects.count() for key in keys}

    whole = Asking(lambda: sum(kept.each_of(standing.head(), on, make).values()))
    assert (whole(), whole()) == (3, 3)
    library.member()
    assert whole() == 3, "what was made of them falls with them"
    library.book("水经注")
    assert kept.each_of(standing.head(), on, make) == {"books": 2, "members": 1, "nothing": 1}
    assert asked == [("books", "members", "nothing"), ("members",), ("books",)]
    assert kept.each_of(standing.NO_HEAD, on, make) == dict.fromkeys(on, 2)


def test_without_a_head_nothing_is_kept(db: None) -> None:
    assert not AuditRow.objects.exists() and not standing.head()
    books = Asking(Book.objects.count)
    assert (books(), books(), books.answers, len(books.kept)) == (0, 0, [0, 0], 0)


def test_what_is_longest_unused_goes_first(library: Library) -> None:
    library.book()
    books = Asking(Book.objects.count, most=2)
    for key in ("x", "y", "x", "z", "x", "y"):
        books(key)
    assert len(books.answers) == 4 and len(books.kept) == 2


def test_what_fails_is_not_kept_and_all_can_be_forgotten(library: Library) -> None:
    library.book()
    books = Asking(lambda: 1 // (len(books.answers) + failing), most=2)
    failing = 0
    with pytest.raises(ZeroDivisionError):
        books()
    assert len(books.kept) == 0
    failing = 1
    assert books() == 1 and len(books.kept) == 1
    standing.forget()
    assert len(books.kept) == 0


def test_the_head_is_one_query_and_moves_only_with_what_stands(library: Library) -> None:
    library.book()
    before = standing.head()
    with pytest.raises(RuntimeError), transaction.atomic():
        audit.begin()
        library.book("水经注")
        assert standing.head()[BOOKS] != before[BOOKS]
        raise RuntimeError
    with CaptureQueriesContext(connection) as seen:
        assert standing.head() == before
    assert len(seen) == 1
    library.member()
    after = standing.head()
    assert {table for table in after if after[table] != before.get(table)} >= {MEMBERS, ANY}
    assert after[BOOKS] == before[BOOKS]


def test_every_way_of_writing_leaves_a_mark(library: Library) -> None:
    book = library.book()
    fields = [tables.field_of(Branch, name) for name in ("version", "code", "name", "short")]
    ways: list[tuple[str, Callable[[], object]]] = [
        (BOOKS, lambda: Book.objects.update(note="重装")),
        (BOOKS, lambda: Book.objects.bulk_update([book], ["title"])),
        (
            BOOKS,
            lambda: tables.update(Book, [tables.field_of(Book, "note")], [("缺页", book.pk, book.version)]),
        ),
        (BOOKS, lambda: Book.objects.filter(pk=book.pk).delete()),
        (Branch._meta.db_table, lambda: tables.insert(Branch, fields, [(1, "03", "南区分馆", "南馆")])),
        (Branch._meta.db_table, lambda: Branch.objects.bulk_create([Branch(code="04", name="北区分馆")])),
    ]
    for table, write in ways:
        before = standing.head()
        with transaction.atomic():
            audit.begin()
            write()
        assert standing.head()[table] != before.get(table)


def test_a_mark_that_was_undone_with_a_part_is_left_again(library: Library) -> None:
    book = library.book()
    before = standing.head()
    with transaction.atomic():
        audit.begin()
        with pytest.raises(RuntimeError), transaction.atomic():
            Book.objects.filter(pk=book.pk).update(note="误")
            raise RuntimeError
        assert standing.head() == before
        Book.objects.filter(pk=book.pk).update(note="重装")
    assert standing.head()[BOOKS] != before[BOOKS]


@pytest.mark.django_db(transaction=True)
def test_marks_are_left_by_the_transaction_and_by_nothing_after_it() -> None:
    open_library().book()
    before = standing.head()
    assert before[BOOKS]
    Book.objects.update(note="无人记下")
    with transaction.atomic():
        Book.objects.update(note="也无人记下")
    assert standing.head() == before
