"""A figure that would tell a secret column is not shown to who may not see the column."""

from __future__ import annotations

import dataclasses

import pytest

from luoshi.ledgers import registry
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import UnknownName
from luoshi.ledgers.measures import Condition, Count, Measure, Ratio, Sum
from luoshi.ledgers.secrecy import measurable
from tests.library.ledgers import BOOKS, HEAD, INSPECTOR, LOANS, librarian

CLERK = librarian()
PLAIN = Count("plain", title="数", when="bought_on")
OPEN = Condition("kind", "eq", "science")
DONATED = Condition("donor", "set")


def secret(*names: str) -> Ledger:
    """The books with these columns secret, in the place of the books."""
    access = dataclasses.replace(BOOKS.access, secret=names)
    return dataclasses.replace(BOOKS, access=access)


@pytest.mark.parametrize(
    ("measure", "conditions"),
    [
        (Sum("x", title="数", of="price", when="bought_on"), ()),
        (Count("x", title="数", when="shelved_on"), ()),
        (Count("x", title="数", when="bought_on", where=(DONATED,)), ()),
        (Count("x", title="数", when="bought_on", threshold="price"), ()),
        (PLAIN, (OPEN, DONATED)),
        (BOOKS.measure("page_price"), ()),
        (BOOKS.measure("science_share"), ()),
    ],
)
def test_what_tells_a_secret(measure: Measure, conditions: tuple[Condition, ...]) -> None:
    books = secret("price", "shelved_on", "donor")
    for actor in (CLERK, INSPECTOR):
        assert not measurable(actor, books, measure, conditions)
    assert measurable(HEAD, books, measure, conditions)


def test_what_tells_none() -> None:
    books = secret("price", "shelved_on", "donor")
    pages = Sum("x", title="数", of="pages", when="bought_on", where=(OPEN,))
    assert measurable(CLERK, books, PLAIN, (OPEN,)) and measurable(CLERK, books, pages)
    assert measurable(CLERK, secret("donor"), BOOKS.measure("page_price"))


def test_a_secret_of_a_row_that_is_led_to(monkeypatch: pytest.MonkeyPatch) -> None:
    value, science = LOANS.measure("lent_value"), LOANS.measure("science_lent")
    assert measurable(CLERK, LOANS, value) and measurable(CLERK, LOANS, science)
    monkeypatch.setitem(registry._ledgers, BOOKS.name, secret("price"))
    assert not measurable(CLERK, LOANS, value) and measurable(HEAD, LOANS, value)
    assert measurable(CLERK, LOANS, science)
    assert not measurable(CLERK, LOANS, science, [Condition("book__price", "ge", "100")])


def test_a_part_of_a_ratio_that_is_no_measure_is_a_mistake() -> None:
    broken = Ratio("x", title="比", top="nothing", bottom="spent", when="bought_on")
    with pytest.raises(UnknownName, match="没有名为“nothing”"):
        measurable(CLERK, BOOKS, broken)
