"""Every kind of measure, and every way of looking at one, equals what plain Python counts from the same rows."""

from __future__ import annotations

import datetime
import random
from decimal import Decimal
from fractions import Fraction

import pytest

from luoshi.ledgers import chain, facts, figures, writing
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.measures import View
from luoshi.ledgers.models import Binding, FactKey
from tests.ledgers.conftest import Library
from tests.ledgers.test_figures import fill, month
from tests.library.ledgers import BOOKS, HEAD
from tests.library.models import Book

WINDOWS = [(202601, 202606), (202603, 202603), (202512, 202602)]


@pytest.fixture
def books(library: Library) -> list[Book]:
    chance = random.Random(7)
    rows = fill(library, 7, 60)
    for row in rows:
        row.title = f"书 {chance.randrange(12)}"
        if row.bought_on and chance.random() < 0.7:
            row.shelved_on = row.bought_on + datetime.timedelta(days=chance.randrange(200))
        row.save()
    return rows


def bound(name: str, view: View = "", *, scope: int | None = None, official: bool = False) -> Binding:
    return figures.bind(BOOKS, BOOKS.measure(name), scope=scope, view=view, official=official)


def value(
    binding: Binding, start: int, end: int, trees: facts.Trees | None = None, seq: int | None = None
) -> Decimal | None:
    facts.refresh()
    parts = facts.facts_of([binding], start, end, trees or {}, as_of=seq)[binding.pk]
    found = figures.figure(binding, parts, start, end)
    if seq is None:
        assert figures.preview(Binding(**fields(binding)), start, end, trees) == found
    return found.value


def fields(binding: Binding) -> dict[str, object]:
    return {
        name: getattr(binding, name)
        for name in ("ledger", "measure", "conditions", "scope", "view", "official")
    }


def those(start: int, end: int, on: str = "bought_on") -> list[Book]:
    return [b for b in Book.objects.all() if start <= month(getattr(b, on)) <= end]


def spent(start: int, end: int) -> Fraction:
    return Fraction(sum(b.price for b in those(start, end)), 100)


@pytest.mark.parametrize(("start", "end"), WINDOWS)
def test_every_kind_equals_plain_counting(books: list[Book], start: int, end: int) -> None:
    rows, shelved = those(start, end), those(start, end, "shelved_on")
    assert value(bound("titles"), start, end) == len({b.title for b in rows})
    assert value(bound("mean_price"), start, end) == Decimal(sum(b.price for b in rows)) / 100 / len(rows)
    stock = len(those(1, end)) - len(those(1, end, "shelved_on"))
    assert value(bound("waiting"), start, end) == stock
    assert value(bound("shelved_rate"), start, end) == Decimal(len(shelved)) * 100 / len(rows)
    assert value(bound("catalogued", official=True), start, end) == len([b for b in rows if b.shelved_on])
    assert value(bound("catalogued"), start, end) == len(rows)


@pytest.mark.parametrize(("start", "end"), [(202601, 202606), (202603, 202603)])
def test_every_view_equals_plain_counting(books: list[Book], library: Library, start: int, end: int) -> None:
    before = spent(start - 100, end - 100)
    grown = None if not before else (spent(start, end) - before) * 100 / before
    assert close(value(bound("spent", "growth"), start, end), grown)
    last = spent(facts.month_before(end), facts.month_before(end))
    assert close(value(bound("spent", "sequential"), start, end), (spent(end, end) - last) * 100 / last)
    assert close(value(bound("spent", "to_date"), end, end), spent(end // 100 * 100 + 1, end))
    east = {library.east.pk}
    in_east = Fraction(sum(b.price for b in those(start, end) if b.branch_id in east), 100)
    share = bound("spent", "share", scope=library.east.pk)
    assert close(value(share, start, end, {library.east.pk: east}), in_east * 100 / spent(start, end))
    parent = bound("spent", "parent_share", scope=library.east.pk)
    trees = {library.east.pk: east, -library.east.pk: east | {library.west.pk}}
    assert close(value(parent, start, end, trees), in_east * 100 / spent(start, end))
    assert value(bound("spent", "share"), start, end) == 100


def close(found: Decimal | None, wanted: Fraction | None) -> bool:
    return found == wanted or (
        found is not None and wanted is not None and abs(Fraction(found) - wanted) < Fraction(1, 10**20)
    )


def test_growth_over_nothing_is_unknown(library: Library) -> None:
    library.book(bought_on=datetime.date(2026, 3, 1))
    binding = figures.bind(BOOKS, BOOKS.measure("spent"), view="growth")
    assert value(binding, 202603, 202603) is None
    assert figures.unit_of(binding) == "%" and figures.words(binding).endswith("比上年同期增长")


@pytest.mark.parametrize(
    ("name", "view", "official", "said"),
    [
        ("science_share", "share", False, "不能按单位相加"),
        ("titles", "parent_share", False, "不能按单位相加"),
        ("waiting", "to_date", False, "是时点数"),
        ("spent", "", True, "不区分快报数和正式数"),
    ],
)
def test_what_does_not_go_together_is_refused(
    books: list[Book], name: str, view: View, official: bool, said: str
) -> None:
    with pytest.raises(BadValue, match=said):
        bound(name, view, official=official)
    assert not Binding.objects.exists()


@pytest.mark.parametrize("name", ["spent", "titles", "mean_price", "waiting", "shelved_rate"])
@pytest.mark.parametrize("seed", range(2))
def test_what_was_published_is_found_again(books: list[Book], library: Library, name: str, seed: int) -> None:
    """After every write the figure is as counted anew; each that was seen is found again by its place on the trail."""
    chance, binding, seen = random.Random(seed), bound(name), {}
    for turn in range(6):
        seq = head()
        seen[seq] = [value(binding, start, end) for start, end in WINDOWS]
        anew = bound(name)
        assert seen[seq] == [value(anew, start, end) for start, end in WINDOWS]
        facts.retire(anew)
        row = Book.objects.get(pk=chance.choice(books).pk)
        values = {
            "price": 100 + turn,
            "title": f"新 {turn}",
            "bought_on": datetime.date(2026, chance.randrange(1, 7), 5),
            "shelved_on": chance.choice([None, datetime.date(2026, 7, 1)]),
        }
        values |= {"branch": chance.choice([library.east, library.west])}
        writing.change(BOOKS, row, values, by=HEAD)
    facts.refresh()
    for seq, known in seen.items():
        assert [value(binding, start, end, seq=seq) for start, end in WINDOWS] == known


def head() -> int:
    facts.refresh()
    return chain.head().seq


def test_what_changed_since_is_told(books: list[Book], library: Library) -> None:
    binding = bound("spent")
    seq = head()
    assert facts.changed_since([binding], seq) == []
    book = those(202603, 202603)[0]
    there, price = facts_at(binding, book.branch_id), book.price
    writing.change(BOOKS, book, {"price": price + 700}, by=HEAD)
    facts.refresh()
    (turned,) = facts.changed_since([binding], seq)
    assert (turned.unit, turned.period) == (book.branch_id, 202603)
    assert turned.before is not None and turned.now is not None
    assert turned.before.value == there and turned.now.value == there + 700
    assert facts.changed_since([binding], seq, end=202602) == []
    writing.change(BOOKS, Book.objects.get(pk=book.pk), {"price": price}, by=HEAD)
    facts.refresh()
    assert facts.changed_since([binding], seq) == []


def facts_at(binding: Binding, unit: int) -> int:
    return next(p.value for p in facts.stored(binding, 202603) if (p.unit, p.period) == (unit, 202603))


def test_a_key_in_two_months_and_units_counts_once(library: Library) -> None:
    for branch, at in ((library.east, 3), (library.west, 3), (library.east, 4)):
        library.book("山海经", branch=branch, bought_on=datetime.date(2026, at, 1))
    binding = bound("titles")
    assert value(binding, 202603, 202604) == 1 and value(binding, 202604, 202604) == 1
    assert FactKey.objects.count() == 3
    assert figures.rows(binding, 202603, 202604).count() == 3


def test_a_binding_that_was_used_ends_and_keeps_its_facts(books: list[Book]) -> None:
    used, unused = bound("spent"), None
    seq = head()
    known = value(used, 202601, 202606)
    facts.retire(used)
    unused = bound("spent")
    facts.retire(unused)
    assert list(Binding.objects.values_list("pk", "ended")) == [(used.pk, seq)]
    book = those(202603, 202603)[0]
    writing.change(BOOKS, book, {"price": 1}, by=HEAD)
    facts.refresh()
    parts = facts.facts_of([used], 202601, 202606, {})[used.pk]
    assert figures.figure(used, parts, 202601, 202606).value == known
