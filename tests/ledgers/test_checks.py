"""Every complaint of the system checks can be provoked, and a sound ledger provokes none."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.checks import run_checks

from luoshi.ledgers import checks, registry
from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Link, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import UnknownName
from luoshi.ledgers.lifecycle import Clock, Lifecycle, Limit, Step
from luoshi.ledgers.measures import Average, Balance, Condition, Count, Ratio, Sum
from luoshi.ledgers.models import Row, Sequence
from luoshi.ledgers.numbering import NumberRule
from tests.library.events import EVENTS
from tests.library.ledgers import ALL, BOOKS, COPIES, LOANS, MEMBERS
from tests.library.models import Book
from tests.library.repairs import REPAIRS
from tests.library.wishes import WISHES


class Overriding(Book):
    class Meta:
        proxy = True
        app_label = "elsewhere"

    def save(self, *args: object, **kwargs: object) -> None:
        raise NotImplementedError


def changed(ledger: Ledger, **values: object) -> Ledger:
    return dataclasses.replace(ledger, **values)  # type: ignore[arg-type]


def with_measure(*measures: object) -> Ledger:
    return changed(BOOKS, measures=(*BOOKS.measures, *measures))


LIFE = BOOKS.lifecycle or Lifecycle("", ())


def stepping(step: Step, **values: str) -> Ledger:
    return changed(BOOKS, lifecycle=dataclasses.replace(LIFE, steps=(step,), **values))  # type: ignore[arg-type]


def returning(source: str, target: str) -> Ledger:
    back = Step("undo", "撤销", (source,), target, back=True)
    return changed(WISHES, lifecycle=Lifecycle("made", (back,)))


A_DAY = Limit(1)


def ticking(*clocks: Clock, **values: object) -> Ledger:
    assert REPAIRS.lifecycle is not None
    return changed(REPAIRS, lifecycle=Lifecycle("noted", REPAIRS.lifecycle.steps, clocks=clocks, **values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "ledger", "text"),
    [
        ("E002", changed(MEMBERS, model=Sequence, columns=(), identity=("card",)), "does not inherit"),
        ("E003", changed(BOOKS, columns=(*BOOKS.columns, Text("title"))), "'title' is declared twice"),
        ("E004", changed(MEMBERS, columns=(*MEMBERS.columns, Link("x", to="nowhere"))), "'nowhere', which is not registered"),
        ("E009", returning("bought", "made"), "nothing leads to where it starts"),
        ("E012", changed(MEMBERS, number=NumberRule("D")), "no column is numbered"),
        ("E012", changed(BOOKS, number=NumberRule("")), "has a prefix"),
        ("E012", changed(BOOKS, number=NumberRule("B", year_of="x")), "'x', which leads nowhere"),
        ("E012", changed(BOOKS, number=NumberRule("B", year_of="bought_on")), "no date that every row has"),
        ("E012", changed(BOOKS, number=NumberRule("B", year_of="title")), "no date that every row has"),
        ("E013", changed(BOOKS, access=Access(read=(), steps={"x": ()})), "step 'x' is granted"),
        ("E013", changed(BOOKS, access=Access(read=(), columns={"state": ()})), "'state' is granted, which nobody"),
        ("E013", changed(BOOKS, access=Access(read=(), columns={"title": ()})), "every new row must have it"),
        ("E013", changed(BOOKS, access=Access(read=(Grant("x", of="branch"),))), "'branch', which leads to no person"),
        ("E013", changed(BOOKS, access=Access(read=(Grant("x", of="x__y"),))), "'x__y', which leads to no person"),
        ("E014", changed(BOOKS, columns=(Text("number", group="a"), Text("title"), Text("note", group="a"))), "'a' do not stand"),
        ("E005", changed(MEMBERS, columns=(*MEMBERS.columns, Text("x"))), "no field 'x'"),
        ("E005", changed(MEMBERS, columns=(*MEMBERS.columns, Text("x", derived=True))), "no attribute 'x'"),
        ("E006", changed(BOOKS, identity=()), "identity is empty"),
        ("E006", changed(BOOKS, identity=("x",)), "'x' is named in identity"),
        ("E006", changed(BOOKS, identity=("thick",)), "'thick' is part of the identity but derived"),
        ("E006", changed(BOOKS, access=Access(read=(), secret=("x",))), "'x' is named in identity, secret"),
        ("E006", changed(BOOKS, numbered="x"), "'x' is named in identity, secret or numbered"),
        ("E006", changed(BOOKS, label="x"), "label 'x' is no attribute"),
        ("E007", changed(BOOKS, unit="x"), "path 'x' leads nowhere"),
        ("E007", changed(BOOKS, order=("-x",)), "path 'x' leads nowhere"),
        ("E007", changed(BOOKS, search=("title__x",)), "path 'title__x' leads nowhere"),
        ("E008", with_measure(Count("bought", title="重", when="bought_on")), "'bought' is declared twice"),
        ("E008", with_measure(Count("new", title="新")), "'new' names no date"),
        ("E008", with_measure(Average("new", title="新", when="bought_on")), "'new' names no column"),
        ("E008", with_measure(Sum("new", title="新", of="title", when="bought_on")), "cannot add up the column 'title'"),
        ("E008", with_measure(Balance("new", title="新", plus="bought", minus="titles")), "'titles', which does not add up"),
        ("E020", changed(LOANS, unit="book", measures=(Count("lent", title="借", when="lent_on"),)), "no index ('book', 'lent_on') finds"),
        ("E008", with_measure(Sum("new", title="新", of="x", when="bought_on")), "names 'x', which leads to no column"),
        ("E008", with_measure(Count("new", title="新", when="bought_on", where=(Condition("x", "set"),))), "names 'x'"),
        ("E008", with_measure(Ratio("new", title="新", top="x", bottom="spent", when="bought_on")), "is made of 'x', which is no measure"),
        ("E008", with_measure(Ratio("new", title="新", top="shelved", bottom="bought", when="bought_on")), "its part 'shelved' does not"),
        ("E008", with_measure(Ratio("new", title="新", top="science_share", bottom="spent", when="bought_on")), "does not add up"),
        ("E008", changed(COPIES, measures=(*COPIES.measures, Ratio("new", title="新", top="held", bottom="held", when="period"))), "does not add up"),
        ("E009", changed(MEMBERS, lifecycle=Lifecycle("a", ())), "no state field 'state'"),
        ("E009", stepping(Step("s", "步", ("x",), "shelved")), "names the state 'x'"),
        ("E009", stepping(Step("s", "步", ("ordered",), "y")), "names the state 'y'"),
        ("E009", stepping(Step("s", "步", ("ordered",), "shelved"), start="z"), "names the state 'z'"),
        ("E009", stepping(Step("s", "步", ("ordered",), "shelved", needs=("x",))), "needs 'x', which is no column"),
        ("E010", changed(BOOKS, columns=(*BOOKS.columns[:-1], Text("thick", title="书 名*", derived=True))), "both called '书名'"),
        ("E011", changed(BOOKS, model=Overriding), "overrides save()"),
        ("E016", stepping(Step("s", "步", ("ordered",), "shelved", review="x")), "waits for the review 'x', which nobody"),
        ("E016", changed(BOOKS, access=Access(read=(), reviews={"x": ()})), "a review 'x' is granted"),
        ("E017", changed(BOOKS, columns=(*BOOKS.columns[:-1], Text("thick", title="厚", derived=True, history=True))), "keeps its history"),
        ("E015", changed(BOOKS, lifecycle=dataclasses.replace(LIFE, clocks=(Clock("ordered", A_DAY, "钟"),))), "does not inherit"),
        ("E015", ticking(Clock("noted", A_DAY, "钟"), Clock("noted", A_DAY, "钟")), "two clocks run in the state 'noted'"),
        ("E015", ticking(Clock("x", A_DAY, "钟")), "names the state 'x'"),
        ("E015", ticking(draft="x"), "names the state 'x'"),
        ("E015", ticking(closed=("x",)), "names the state 'x'"),
        ("E015", ticking(Clock("mended", A_DAY, "钟"), closed=("mended",)), "'mended' is closed"),
        ("E015", ticking(draft="mended", closed=("mended",)), "'mended' is closed"),
        ("E015", ticking(Clock("noted", A_DAY, "钟", since="what")), "starts with 'what'"),
        ("E015", ticking(Clock("noted", A_DAY, "钟", since="x")), "starts with 'x'"),
        ("E015", ticking(Clock("noted", A_DAY, "钟", verdict="what")), "judges in 'what'"),
        ("E015", ticking(Clock("noted", Limit(1, rule="x/y"), "钟")), "a rule of the kind 'x'"),
        ("E015", changed(BOOKS, lifecycle=dataclasses.replace(LIFE, draft="ordered")), "'number' must be filled in or be unique"),
    ],
)  # fmt: skip
def test_complaints(code: str, ledger: Ledger, text: str) -> None:
    found = [(c.id, c.msg) for c in checks.check(ledger)]
    assert any(number == f"ledgers.{code}" and text in message for number, message in found), found


@pytest.mark.parametrize("ledger", (*ALL, WISHES, REPAIRS, EVENTS), ids=lambda found: found.name)
def test_sound_ledgers_provoke_none(ledger: Ledger) -> None:
    assert checks.check(ledger) == []


def test_a_ledger_that_is_never_imported_may_have_titles_twice() -> None:
    double = (*BOOKS.columns[:-1], Text("thick", title="书名", derived=True))
    assert checks.check(changed(BOOKS, columns=double, editable=False)) == []


def test_the_registry_is_checked_at_start() -> None:
    assert run_checks(tags=["ledgers"]) == []
    registry.register(changed(BOOKS, identity=("x",), name="other"), changed(BOOKS, title="重名"), BOOKS)
    messages = [c.msg for c in run_checks(tags=["ledgers"])]
    assert messages[0] == "two ledgers are named 'books.register'"
    assert any("other: 'x' is named" in m for m in messages)
    assert [d.title for d in registry.doubles()] == ["重名"]


def raising(call: Callable[[], object], sentence: str) -> None:
    with pytest.raises(UnknownName, match=sentence):
        call()


def test_names_that_nobody_declared() -> None:
    raising(lambda: registry.ledger("nothing"), "没有名为“nothing”的台账。可用的有：branches、books.register")
    raising(lambda: BOOKS.column("nothing"), "没有名为“nothing”的“图书台账”的列")
    raising(lambda: BOOKS.measure("nothing"), "没有名为“nothing”的“图书台账”的计量")
    raising(lambda: BOOKS.field_named("loan"), "没有名为“loan”的字段。请检查名称")


def test_the_registry_finds() -> None:
    assert registry.ledger("books-register") is BOOKS
    assert BOOKS.key == "books-register"
    assert registry.ledgers() == ALL
    assert registry.ledger_of(ContentType) is None
    assert (LOANS, LOANS.measure("lent")) in registry.measures()
    assert {(found.name, column) for found, column in registry.pointing_at(BOOKS)} == {
        ("loans", "book"),
        ("reservations", "book"),
    }
    assert apps.get_app_config("ledgers").verbose_name == "台账机制"
    assert issubclass(Book, Row)


def test_what_a_ledger_says_of_itself() -> None:
    assert BOOKS.head(BOOKS.column("price")) == "定价（元）"
    assert BOOKS.head(BOOKS.column("price"), "万元") == "定价（万元）"
    assert BOOKS.head(BOOKS.column("title")) == "书名"
    assert [c.name for c in BOOKS.columns if BOOKS.required(c)] == ["title", "branch", "kind", "price"]
    assert "state" not in {c.name for c in BOOKS.writable}
    assert [s.name for s in LIFE.steps_from("shelved")] == ["withdraw"]
    assert BOOKS.label_of(Book()) == "图书台账 （未编号）"
    assert BOOKS.has("title")
