"""Conditions filter rows and are said in words."""

from __future__ import annotations

import pytest

from luoshi.ledgers import conditions
from luoshi.ledgers.errors import BadValue, UnknownName
from luoshi.ledgers.measures import Condition
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, COPIES, LOANS
from tests.library.models import Book, Loan


@pytest.fixture
def shelf(library: Library) -> Library:
    library.book("甲", price=100_00, kind="fiction", note="有")
    library.book("乙", price=200_00, kind="science", pages=30, branch=library.west, rare=True)
    library.book("丙", price=300_00, kind="science", bought_on="2026-03-01")
    return library


@pytest.mark.parametrize(
    ("condition", "titles", "words"),
    [
        (Condition("price", "ge", "200"), "乙丙", "定价不低于200元"),
        (Condition("price", "gt", "200"), "丙", "定价超过200元"),
        (Condition("price", "le", "200"), "甲乙", "定价不超过200元"),
        (Condition("price", "lt", "200"), "甲", "定价低于200元"),
        (Condition("kind", "eq", "science"), "乙丙", "类别为科学"),
        (Condition("kind", "eq", "科学"), "乙丙", "类别为科学"),
        (Condition("kind", "ne", "science"), "甲", "类别不为科学"),
        (Condition("pages", "ne", "30"), "甲丙", "页数不为30页"),
        (Condition("title", "in", "甲,乙"), "甲乙", "书名属于甲、乙"),
        (Condition("price", "in", "100,300"), "甲丙", "定价属于100元、300元"),
        (Condition("pages", "set"), "乙", "已填写页数"),
        (Condition("bought_on", "set"), "丙", "已填写购入日期"),
        (Condition("note", "set"), "甲", "已填写备注"),
        (Condition("rare", "eq", "是"), "乙", "珍本为是"),
    ],
)
def test_filters_and_words(shelf: Library, condition: Condition, titles: str, words: str) -> None:
    found = Book.objects.filter(conditions.compiled(BOOKS, [condition])).order_by("number")
    assert "".join(b.title for b in found) == titles
    assert conditions.words(BOOKS, condition) == words
    assert Condition.from_data(condition.to_data()) == condition


def test_through_links(shelf: Library) -> None:
    book = Book.objects.get(title="乙")
    Loan.objects.create(book=book, member=shelf.member(), lent_on="2026-03-01")
    here = Condition("book__branch", "eq", str(shelf.west.pk))
    assert Loan.objects.filter(conditions.compiled(LOANS, [here])).count() == 1
    assert conditions.words(LOANS, here) == "分馆为西区分馆"
    assert conditions.words(LOANS, Condition("book__branch", "eq", "99999")) == "分馆为99999"
    assert conditions.words(COPIES, Condition("period", "ge", "2026-03")) == "月份不低于2026年3月"
    assert conditions.title_at(LOANS, "book__price") == "定价"


def test_paths_that_lead_nowhere() -> None:
    for path in ("nothing", "fine__x", "book__nothing"):
        with pytest.raises(UnknownName):
            conditions.column_at(LOANS, path)


def test_values_that_are_none() -> None:
    with pytest.raises(BadValue, match="条件里的"):
        conditions.compiled(BOOKS, [Condition("price", "ge", "很多")])


def test_an_unknown_operator_is_a_bug() -> None:
    with pytest.raises(ValueError, match="like"):
        Condition.from_data({"column": "price", "op": "like"})
