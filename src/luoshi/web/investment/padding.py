"""The padding page: what is doubted about signings, kind by kind, what waits first."""

from __future__ import annotations

from django.db.models import Q

from luoshi.ledgers import registry
from luoshi.projects.investment.findings.models import (
    ACCEPTED,
    EXPLAINED,
    KINDS,
    LAPSED,
    OPEN,
    STRUCK,
    Finding,
)
from luoshi.rules.colours import Colour
from luoshi.web.ledgers.lists import address
from luoshi.web.parts import Cell, Column, Row, Table, lamp

COLOURS: dict[str, Colour] = {
    OPEN: "red",
    EXPLAINED: "yellow",
    ACCEPTED: "green",
    STRUCK: "grey",
    LAPSED: "grey",
}


def table(within: Q) -> Table:
    """The findings about signings that the person may see, under a head for each kind."""
    found = Finding.objects.filter(within).select_related("signing__unit", "other")
    rows: list[Row] = []
    for kind, title in KINDS:
        those = [each for each in found if each.kind == kind]
        those.sort(key=lambda each: (each.state not in (OPEN, EXPLAINED), each.signing.number))
        rows += [Row(heading=f"{title}（{len(those)}）")] if those else []
        rows += [_row(each) for each in those]
    return Table(
        name="padding",
        caption="签约疑点",
        columns=(
            Column("签约项目", width="medium", data=True),
            Column("责任单位", kind="line", data=True),
            Column("签约金额", unit="亿元", kind="number"),
            Column("对照项目", width="medium", data=True),
            Column("情况", width="rest"),
            Column("状态"),
        ),
        rows=tuple(rows),
        empty="没有查出疑点。",
        short=True,
    )


def _row(each: Finding) -> Row:
    signings, findings = registry.ledger("investment.signings"), registry.ledger("investment.findings")
    amount = signings.column("amount")
    return Row(
        (
            Cell(
                each.signing.project, url=address(signings, each.signing), page=True, note=each.signing.number
            ),
            Cell(each.signing.unit.name),
            Cell(amount.show(each.signing.amount)),
            Cell(each.other.project, url=address(signings, each.other), page=True, note=each.other.number)
            if each.other
            else Cell("–"),
            Cell(each.sentence),
            Cell(
                light=lamp(COLOURS[each.state], each.get_state_display()),
                url=address(findings, each),
                page=True,
            ),
        )
    )
