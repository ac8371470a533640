"""Wishes for books: the toy ledger with a rule for numbers, holds, a step back and grants to people and columns."""

from __future__ import annotations

import datetime

from luoshi.ledgers.access import Access, Grant
from luoshi.ledgers.columns import Choice, Day, Link, Money, Person, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.models import Row
from luoshi.ledgers.numbering import NumberRule
from tests.library.ledgers import READERS, WRITERS
from tests.library.models import Wish

OWN = Grant("reader", of="asker")


def has_price(row: Row, on: datetime.date) -> str:
    return "" if isinstance(row, Wish) and row.price else "馆长还没有定限价。"


def bought_by_then(row: Row, on: datetime.date) -> str:
    assert isinstance(row, Wish)
    late = row.bought_on is not None and row.bought_on > on
    return "购入日期还没有到。" if late else ""


WISHES = Ledger(
    model=Wish,
    name="wishes",
    title="购书申请",
    columns=(
        Text("number"),
        Text("title", group="申请"),
        Link("branch", to="branches", group="申请"),
        Person("asker", group="申请"),
        Day("made_on", group="申请"),
        Money("price", unit="元", group="办理"),
        Day("bought_on", group="办理"),
        Choice("state", choices=Wish.STATES),
    ),
    identity=("number",),
    numbered="number",
    number=NumberRule("SQ", year_of="made_on"),
    label="title",
    unit="branch",
    lifecycle=Lifecycle(
        start="made",
        steps=(
            Step("grant", "同意", ("made",), "granted", holds=(has_price,)),
            Step(
                "buy", "购入", ("granted",), "bought", needs=("bought_on",), holds=(has_price, bought_by_then)
            ),
            Step("return", "退回", ("granted", "bought"), "made", back=True),
        ),
    ),
    access=Access(
        read=(*READERS, OWN),
        write=(*WRITERS, OWN),
        columns={"price": (Grant("head", everywhere=True),)},
    ),
)
