"""标准地核查: a parcel a line, a round a column, each with its light; what is overdue stands first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.urls import reverse

from luoshi.ledgers import rule_kinds
from luoshi.projects.land.checks.models import CORRECTING, FAILED, PASSED, ROUNDS, StandardCheck
from luoshi.projects.land.kinds import STANDARD_LAND
from luoshi.projects.land.parcels.models import Parcel
from luoshi.web import parts
from luoshi.web.formats import day
from luoshi.web.ledgers.dues import left
from luoshi.web.parts import Cell, Column, Row, Table

COLUMNS = (
    Column("地块", data=True),
    *(Column(title, kind="light") for _, title in ROUNDS),
    Column("用地单位", width="medium", data=True),
    Column("供地日期"),
)


def ahead(on: date) -> timedelta:
    """So long before its day the rule of a day announces a check."""
    rule = rule_kinds.perhaps(STANDARD_LAND, on)
    return timedelta(days=rule.ahead if rule else 0)


def table(checks: Iterable[StandardCheck], on: date) -> Table:
    """Every parcel that has rounds: those with something overdue first, the longest overdue before all."""
    by_parcel: dict[Parcel, dict[str, StandardCheck]] = {}
    for check in checks:
        by_parcel.setdefault(check.parcel, {})[check.round] = check
    soon = on + ahead(on)
    worst = {parcel: min(map(until, found.values())) for parcel, found in by_parcel.items()}
    ordered = sorted(by_parcel, key=lambda parcel: (worst[parcel], parcel.number))
    return Table(
        name="land-rounds",
        columns=COLUMNS,
        rows=tuple(_row(parcel, by_parcel[parcel], on, soon) for parcel in ordered),
        empty="还没有供应标准地。地块台账里标准地一供应，各轮核查就会排在这里。",
        short=True,
    )


def until(check: StandardCheck) -> date:
    """The day by which something must be done about a check; the last there is where nothing must."""
    if check.verdict == CORRECTING and check.correct_by:
        return check.correct_by
    return check.due_on if check.due_on and not check.checked_on else date.max


def light(check: StandardCheck, on: date, soon: date) -> parts.Light:
    """How a check stands on a day; what is due by ``soon`` is announced."""
    last = until(check)
    if check.verdict == PASSED:
        return parts.lamp("green", "达标")
    if check.verdict == FAILED:
        return parts.lamp("red", "未达标")
    if last == date.max:
        return parts.lamp("grey", "未到时间")
    if last > soon and not check.verdict:
        return parts.lamp("grey", day(last))
    word = f"整改{left((last - on).days)}" if check.verdict else left((last - on).days)
    return parts.lamp("red" if last < on else "yellow", word)


def _row(parcel: Parcel, found: dict[str, StandardCheck], on: date, soon: date) -> Row:
    cells = (_cell(found.get(code), on, soon) for code, _ in ROUNDS)
    url = reverse("ledger_row", args=["land-parcels", parcel.pk])
    told = (Cell(parcel.user), Cell(day(parcel.supplied_on)))
    return Row((Cell(parcel.name, url), *cells, *told), key=str(parcel.pk))


def _cell(check: StandardCheck | None, on: date, soon: date) -> Cell:
    if check is None:
        return Cell("–")
    url = reverse("ledger_row", args=["land-checks", check.pk])
    last = check.checked_on or check.due_on
    return Cell(day(last) if last else "达产以后", url, light=light(check, on, soon))
