"""差别化政策: an enterprise a line under its class, a policy a column."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from luoshi.projects.land.evaluations.models import GRADES
from luoshi.projects.land.policies.models import Policy
from luoshi.web.parts import Cell, Column, Row, Table


def table(policies: Iterable[Policy]) -> Table:
    """The list of a year as offices carry it out."""
    found = list(policies)
    heads = {row.item: row.office for row in sorted(found, key=lambda row: row.place)}
    firms: dict[tuple[str, int], dict[str, Policy]] = {}
    for row in found:
        firms.setdefault((row.grade, row.evaluation_id), {})[row.item] = row
    lines: list[Row] = []
    for grade, title in GRADES:
        held = [items for (of, _), items in firms.items() if of == grade]
        if held:
            lines.append(Row(heading=f"{title}（{len(held)} 家）"))
            lines += [_line(items, heads) for items in held]
    return Table(
        name="land-policies",
        columns=(
            Column("企业", width="medium", data=True),
            *(Column(item, group=office) for item, office in heads.items()),
            Column("评价状态", width="narrow"),
        ),
        rows=tuple(lines),
        short=True,
    )


def _line(items: dict[str, Policy], heads: Iterable[str]) -> Row:
    one = next(iter(items.values()))
    url = reverse("ledger_row", args=["land-evaluations", one.evaluation_id])
    cells = (Cell(items[item].text if item in items else "–") for item in heads)
    return Row((Cell(one.firm, url), *cells, Cell(one.standing)), key=str(one.evaluation_id))
