"""Shares of a target as a table: a unit a line, a quarter a column, sums at both edges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from luoshi.directory.units.models import Unit
from luoshi.plans.shares.dealing import Dealing
from luoshi.plans.shares.models import Share
from luoshi.rules.months import show_quarter
from luoshi.web.formats import measured
from luoshi.web.parts import Cell, Column, Row, Table


def standing(kept: Iterable[Share], unit: str) -> Table:
    """The shares as they were dealt out last."""
    every = list(kept)
    units = list({share.unit_id: share.unit for share in every}.values())
    return _table({(share.unit_id, share.quarter): share.exact for share in every}, units, unit)


def draft(made: Dealing, units: Sequence[Unit], unit: str) -> Table:
    """The shares as they would be."""
    return _table(made.cells, units, unit)


def _table(cells: Mapping[tuple[int, int], Decimal], units: Sequence[Unit], unit: str) -> Table:
    quarters = sorted({key for _, key in cells})
    rows = [(str(each), [cells[each.pk, key] for key in quarters]) for each in units]
    sums = [sum(values, Decimal(0)) for values in zip(*(line for _, line in rows), strict=True)]
    return Table(
        name="shares",
        columns=(
            Column("承担单位", kind="line", data=True),
            *(Column(show_quarter(key), unit=unit, kind="number") for key in quarters),
            Column("合计", unit=unit, kind="number"),
        ),
        rows=tuple(
            Row((Cell(name), *(Cell(measured(v, unit)) for v in (*line, sum(line, Decimal(0))))))
            for name, line in rows
        ),
        totals=(
            Cell("合计", ours=True),
            *(Cell(measured(each, unit)) for each in (*sums, sum(sums, Decimal(0)))),
        ),
        frozen=1,
        short=True,
    )
