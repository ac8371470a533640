"""What is kept while nobody writes: under which head, how much of it, and that every write moves the head."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from luoshi.ledgers import audit, standing
from luoshi.ledgers.models import AuditRow
from luoshi.ledgers.standing import Kept
from tests.ledgers.conftest import Library


def counted(kept: Kept[int], head: str, key: str, made: list[str]) -> int:
    def make() -> int:
        made.append(key)
        return len(made)

    return kept.of(head, key, make)


def test_a_value_is_made_once_a_head_and_a_key() -> None:
    kept, made = Kept[int](9), list[str]()
    assert [counted(kept, "1 a", "x", made) for _ in range(3)] == [1, 1, 1]
    assert counted(kept, "1 a", "y", made) == 2
    assert counted(kept, "2 b", "x", made) == 3
    assert counted(kept, "1 a", "x", made) == 1, "who still reads the older head is answered from it"
    assert made == ["x", "y", "x"]


def test_without_a_head_nothing_is_kept() -> None:
    kept, made = Kept[int](9), list[str]()
    assert [counted(kept, "", "x", made) for _ in range(3)] == [1, 2, 3]
    assert len(kept) == 0


def test_what_is_longest_unused_goes_first() -> None:
    kept, made = Kept[int](2), list[str]()
    for key in ("x", "y", "x", "z", "x", "y"):
        counted(kept, "1 a", key, made)
    assert made == ["x", "y", "z", "y"]
    assert len(kept) == 2


def test_what_fails_is_not_kept_and_all_can_be_forgotten() -> None:
    kept = Kept[int](2)

    def fail() -> int:
        raise ValueError

    with pytest.raises(ValueError):
        kept.of("1 a", "x", fail)
    assert kept.of("1 a", "x", lambda: 7) == 7
    standing.forget()
    assert len(kept) == 0


def test_the_head_is_one_query_and_moves_with_the_trail_only_when_it_stands(library: Library) -> None:
    before = standing.head()
    with pytest.raises(RuntimeError), transaction.atomic():
        audit.begin()
        library.book()
        assert standing.head() != before
        raise RuntimeError
    assert standing.head() == before
    library.book()
    with CaptureQueriesContext(connection) as seen:
        assert standing.head() != before
    assert len(seen) == 1


def test_nothing_is_kept_before_the_first_write(db: None) -> None:
    assert not AuditRow.objects.exists()
    assert standing.head() == ""
