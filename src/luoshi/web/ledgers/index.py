"""All ledgers as one table: families, what each is for, how many rows the person may see."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from luoshi.ledgers.access import Actor
from luoshi.web import formats
from luoshi.web.ledgers import finding
from luoshi.web.ledgers.finding import Family
from luoshi.web.parts import Cell, Column, Row, Table

COLUMNS = (
    Column("台账"),
    Column("说明"),
    Column("行数", kind="number", width="narrow", help="您可以查看的行数"),
)


def table(actor: Actor, families: Iterable[Family]) -> Table:
    """The ledgers of all families, one query each for the count."""
    rows: list[Row] = []
    for family in families:
        rows.append(Row(heading=family.title))
        rows += [
            Row(
                (
                    Cell(ledger.title, reverse("ledger", args=[ledger.key]), page=True),
                    Cell(ledger.note),
                    Cell(formats.number(finding.count(actor, ledger))),
                ),
                key=ledger.key,
            )
            for ledger in family.ledgers
        ]
    return Table(
        name="ledgers",
        caption="台账",
        columns=COLUMNS,
        rows=tuple(rows),
        empty="没有您可以查看的台账。",
        short=True,
    )
