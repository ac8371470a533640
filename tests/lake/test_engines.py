"""Every engine finds the same integers: each kind of measure, over any rows, under any conditions."""

from __future__ import annotations

import dataclasses
import datetime
import importlib.util
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.lake import exporting, figures
from luoshi.lake.duck import DuckDB
from luoshi.lake.engines import Engine
from luoshi.lake.store import Lake
from luoshi.ledgers import registry, scanning
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.measures import (
    Average,
    Balance,
    Condition,
    Count,
    Distinct,
    Last,
    Measure,
    Op,
    Ratio,
    Sum,
)
from luoshi.ledgers.terms import Term, terms
from tests.library import ledgers
from tests.library.models import Book, Branch, Copies, Loan, Member, Remark, Reservation

ZONE = "01"
TEXTS = ("", "云", "it's", "a\\'b", "${x}", "100%", 'say "so"', "C:\\new", "𠮷")
NUMBERS = (0, 1, 12, 13, 4_550, 6_000, 2**40)
DAYS = tuple(datetime.date(2025, 11, 30) + datetime.timedelta(days=31 * n) for n in range(5))
MONTHS = (202511, 202512, 202601, 202603)

BOOKS: tuple[Measure, ...] = (
    Count("bought", title="", when="bought_on"),
    Count("shelved", title="", when="shelved_on"),
    Sum("spent", title="", of="price", when="bought_on"),
    Sum("pages", title="", of="pages", when="bought_on", where=(Condition("rare", "eq", "是"),)),
    Sum("of_science", title="", of="price", when="bought_on", where=(Condition("kind", "eq", "science"),)),
    Ratio("share", title="", top="of_science", bottom="spent", when="bought_on"),
    Ratio("started", title="", top="shelved", bottom="bought"),
    Balance("left", title="", plus="bought", minus="shelved"),
    Average("pages_each", title="", of="pages", when="bought_on"),
    Distinct("donors", title="", of="donor", when="bought_on"),
    Distinct("lengths", title="", of="pages", when="shelved_on"),
)
LOANS: tuple[Measure, ...] = (
    Count("lent", title="", when="lent_on"),
    Sum("worth", title="", of="book__price", when="lent_on"),
    Average("joined", title="", of="member__joined", when="lent_on"),
    Distinct("readers", title="", of="member", when="lent_on"),
    Distinct("donors", title="", of="book__donor", when="lent_on"),
    Sum("by_joining", title="", of="fine", when="member__joined"),
)
REMARKS: tuple[Measure, ...] = (
    Count("said", title="", when="said_on"),
    Count("on_buying", title="", when="reservation__book__bought_on"),
    Distinct("branches", title="", of="reservation__book__branch", when="said_on"),
)
COPIES: tuple[Measure, ...] = (
    Last("held", title="", of="copies", when="period"),
    Sum("area", title="", of="area", when="period"),
)

# What conditions may ask: kind of value -> texts of conditions
NUMBER: tuple[tuple[Op, ...], tuple[str, ...]] = (
    ("ge", "gt", "le", "lt", "eq", "ne", "set"),
    ("0", "12", "13", "60"),
)
DAY: tuple[tuple[Op, ...], tuple[str, ...]] = (NUMBER[0], tuple(day.isoformat() for day in DAYS))
WORD: tuple[tuple[Op, ...], tuple[str, ...]] = (("eq", "ne", "in", "set"), TEXTS)
FLAG: tuple[tuple[Op, ...], tuple[str, ...]] = (("eq", "ne", "set"), ("是", "否"))
MONTH: tuple[tuple[Op, ...], tuple[str, ...]] = (NUMBER[0], ("2025-12", "2026-01"))
KIND: tuple[tuple[Op, ...], tuple[str, ...]] = (
    ("eq", "ne", "in", "set"),
    ("science", "小说", "fiction,science"),
)
OF_BOOKS = {
    "price": NUMBER, "pages": NUMBER, "bought_on": DAY, "shelved_on": DAY, "rare": FLAG, "donor": WORD, "kind": KIND
}  # fmt: skip
ASKED = {
    "books.register": (BOOKS, OF_BOOKS | {"branch__name": WORD}),
    "loans": (LOANS, {f"book__{name}": kind for name, kind in OF_BOOKS.items()} | {"member__joined": MONTH, "fine": NUMBER}),
    "remarks": (REMARKS, {f"reservation__book__{name}": kind for name, kind in OF_BOOKS.items()} | {"text": WORD}),
    "copies": (COPIES, {"period": MONTH, "copies": NUMBER, "branch__name": WORD, "branch": (("set",), ("",))}),
}  # fmt: skip


def conditions(asked: dict[str, tuple[tuple[Op, ...], tuple[str, ...]]]) -> st.SearchStrategy[Condition]:
    def of(name: str) -> st.SearchStrategy[Condition]:
        ops, values = asked[name]
        return st.builds(Condition, st.just(name), st.sampled_from(ops), st.sampled_from(values))

    return st.sampled_from(sorted(asked)).flatmap(of)


@st.composite
def figures_asked(draw: st.DrawFn, name: str) -> tuple[tuple[Measure, tuple[Condition, ...]], ...]:
    measures, asked = ASKED[name]
    narrowed = st.lists(conditions(asked), max_size=2).map(tuple)
    return tuple((measure, draw(narrowed)) for measure in measures for _ in range(draw(st.integers(1, 2))))


def maybe(values: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.sampled_from((None, *values))


def some(**columns: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries(columns), max_size=12)


AT = st.integers(0, 2**16)  # which of the rows that a link may lead to
FEW = st.sampled_from
ROWS = st.fixed_dictionaries(
    {
        "books": some(
            branch=AT, kind=FEW(("fiction", "science")), price=FEW(NUMBERS), pages=maybe((1, 12, 13, 900)),
            bought_on=maybe(DAYS), shelved_on=maybe(DAYS), rare=st.booleans(), donor=FEW(TEXTS),
        ),
        "members": some(branch=st.none() | AT, joined=maybe(MONTHS)),
        "loans": some(book=AT, member=AT, lent_on=FEW(DAYS), fine=FEW(NUMBERS)),
        "remarks": some(book=AT, text=FEW(TEXTS), said_on=FEW(DAYS)),
        "copies": some(branch=st.none() | AT, period=FEW(MONTHS), copies=FEW(NUMBERS[:6]), area=FEW(NUMBERS)),
    }
)  # fmt: skip


def fill(rows: dict[str, list[dict[str, Any]]]) -> None:
    branches = [Branch.objects.create(code=f"b{n}", name=name) for n, name in enumerate(TEXTS[1:4])]

    def pick(found: list[Any], at: int | None) -> Any:
        return None if at is None else found[at % len(found)]

    def store(model: type[Any], made: list[Any]) -> list[Any]:
        return list(model.objects.bulk_create(made))

    books = store(
        Book,
        [
            Book(number=str(n), title=f"书{n}", **row | {"branch": pick(branches, row["branch"])})
            for n, row in enumerate(rows["books"])
            if (row["kind"], row["pages"]) != ("science", 13)
        ],
    )
    members = store(
        Member,
        [
            Member(card=str(n), name="", branch=pick(branches, row["branch"]), joined=row["joined"])
            for n, row in enumerate(rows["members"])
        ],
    )
    if books and members:
        loans = {
            (row["book"] % len(books), row["member"] % len(members), row["lent_on"]): row["fine"]
            for row in rows["loans"]
        }
        Loan.objects.bulk_create(
            Loan(book=books[book], member=members[member], lent_on=day, fine=fine)
            for (book, member, day), fine in loans.items()
        )
    for row in rows["remarks"] if books else ():
        made = Reservation.objects.create(book=pick(books, row["book"]), made_on=row["said_on"])
        Remark.objects.create(reservation=made, text=row["text"], said_on=row["said_on"])
    copies = {(pick(branches, row["branch"]), row["period"]): row for row in rows["copies"]}
    Copies.objects.bulk_create(
        Copies(branch=branch, period=period, copies=row["copies"], area=row["area"])
        for (branch, period), row in copies.items()
    )


def engine_named(name: str) -> Engine:
    if name == "duckdb":
        return DuckDB()
    from luoshi.lake.spark import Spark  # noqa: PLC0415  # not everywhere installed

    return Spark(None)


@pytest.fixture(
    scope="module",
    params=[
        "duckdb",
        pytest.param(
            "spark",
            marks=pytest.mark.skipif(
                importlib.util.find_spec("pysail") is None
                or importlib.util.find_spec("luoshi.lake.spark") is None,
                reason="no Spark on this machine: the extra `spark` is not installed",
            ),
        ),
    ],
)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    made = engine_named(request.param)
    yield made
    made.close()


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(ASKED))
def test_the_same_on_every_engine(engine: Engine, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", lambda handle: None)  # nothing of it is to outlive the machine
    ledger = dataclasses.replace(registry.ledger(name), measures=ASKED[name][0])

    @settings(max_examples=12)
    @given(ROWS, figures_asked(name))
    def same(
        rows: dict[str, list[dict[str, Any]]], asked: tuple[tuple[Measure, tuple[Condition, ...]], ...]
    ) -> None:
        figures_of = [terms(ledger, measure, found) for measure, found in asked]
        with transaction.atomic(), tempfile.TemporaryDirectory() as folder:
            fill(rows)
            exporting.export(Path(folder), ZONE)
            compare(ledger, engine, Lake(Path(folder)), figures_of)
            transaction.set_rollback(True)

    same()


def compare(ledger: Ledger, engine: Engine, lake: Lake, figures_of: list[tuple[Term, ...]]) -> None:
    expected = scanning.scan(ledger, figures_of)
    found = figures.scan(lake, engine, ledger, figures_of)
    for figure, one, other in zip(figures_of, expected, found, strict=True):
        assert set(other) <= {ZONE}
        said = other.get(ZONE, scanning.Scanned())
        assert (said.values, said.keys) == (one.values, one.keys), figure


@pytest.mark.django_db
def test_what_is_not_a_value_may_be_empty(engine: Engine, tmp_path: Path) -> None:
    """As in the database; the same figure without the empty ones would be another."""
    branch = Branch.objects.create(code="01", name="东区分馆")
    for number, pages in (("1", 13), ("2", None), ("3", 900)):
        Book.objects.create(
            number=number,
            title=number,
            branch=branch,
            kind="fiction",
            price=1,
            pages=pages,
            bought_on=DAYS[0],
        )
    exporting.export(tmp_path, ZONE)
    ledger = dataclasses.replace(ledgers.BOOKS, measures=BOOKS)
    other, filled = Condition("pages", "ne", "13"), Condition("pages", "set")
    asked = [terms(ledger, BOOKS[0], found) for found in ([other], [other, filled], [filled])]
    compare(ledger, engine, Lake(tmp_path), asked)
    found = figures.scan(Lake(tmp_path), engine, ledger, asked)
    assert [sum(value.rows for value in each[ZONE].values.values()) for each in found] == [2, 1, 2]
