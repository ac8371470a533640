"""What changed since a bulletin was issued, as parts of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.urls import reverse

from luoshi.oversight.bulletins import since
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.bulletins.since import Changed, Piece, Relit
from luoshi.plans.targets.models import Target
from luoshi.reports.numbers import written
from luoshi.web import formats
from luoshi.web.parts import Cell, Column, Row, Table
from luoshi.web.plans import finding
from luoshi.web.request import Request


def of(request: Request, bulletin: Bulletin) -> list[Changed]:
    """The numbers of a bulletin that differ now, of the targets that the person may see."""
    rows = finding.month_wall(request, bulletin.period)
    seen = {row.target.number for row in rows}
    standing = {*Target.objects.active().order_by().values_list("number", flat=True)}
    return [
        each for each in since.changed(bulletin, rows) if each.number in seen or each.number not in standing
    ]


def lights(request: Request, bulletin: Bulletin) -> list[Relit]:
    """The lights of a bulletin that are others now, of the targets that the person may see."""
    return since.relit(bulletin, finding.month_wall(request, bulletin.period))


def relit(found: Iterable[Relit]) -> Table:
    """Light by light: as it was issued, as it is now, and why."""
    return Table(
        name="relit",
        columns=(
            Column("指标", width="wide", data=True),
            Column("责任单位", kind="line", data=True),
            Column("发布时", kind="line"),
            Column("现在", kind="line"),
            Column("为什么", width="rest"),
        ),
        rows=tuple(
            Row(
                (
                    Cell(each.name, url=reverse("target", args=[each.number])),
                    Cell(each.unit or "–"),
                    Cell(each.issued),
                    Cell(each.now),
                    Cell(each.reason),
                ),
                key=each.number,
            )
            for each in found
        ),
        frozen=0,
        short=True,
    )


def table(bulletin: Bulletin, found: Iterable[Changed]) -> Table:
    """Number by number: as it was issued, as it is now."""
    return Table(
        name="changed",
        columns=(
            Column("指标", width="wide", data=True), Column("责任单位", kind="line", data=True), Column("数字", kind="line"),
            Column("发布时", kind="number"), Column("现在", kind="number"), Column("变动", kind="number"), Column("计量单位", kind="line"),
        ),
        rows=tuple(_row(bulletin, each) for each in found),
        frozen=0,
        short=True,
    )  # fmt: skip


def _row(bulletin: Bulletin, each: Changed) -> Row:
    url = reverse("bulletin_change", args=[bulletin.pk, each.number]) if each.row else ""
    return Row(
        (
            Cell(each.name, url=url, note="" if each.row else "目标已撤销"),
            Cell(each.unit or "–"),
            Cell(each.figure),
            Cell(written(each.issued)),
            Cell(written(each.now), url=url),
            Cell(_moved(each)),
            Cell(each.measure_unit),
        ),
        key=f"{each.number}-{each.figure}",
    )


def _moved(each: Changed) -> str:
    if each.now is None or each.issued is None:
        return "–"
    moved = each.now - each.issued
    return f"{'▲' if moved > 0 else '▼'} {written(abs(moved))}"


def pieces(found: Sequence[Piece]) -> Table:
    """The facts behind it, by unit and month; of a formula also by the name in it."""
    named = any(each.part for each in found)
    return Table(
        name="pieces",
        columns=(
            *((Column("公式里的指标", kind="line", data=True),) if named else ()),
            Column("单位", kind="line", data=True),
            Column("月份", kind="line"),
            Column("发布时", kind="number"),
            Column("现在", kind="number"),
            Column("计量单位", kind="line"),
        ),
        rows=tuple(
            Row(
                (
                    *((Cell(each.part),) if named else ()),
                    Cell(str(each.unit or "未落实单位")),
                    Cell(formats.month(each.period)),
                    Cell(written(each.before)),
                    Cell(written(each.now)),
                    Cell(each.measured_in),
                )
            )
            for each in found
        ),
        frozen=0,
        short=True,
        empty="通报印发之后，这个目标的数据没有变动；数字不同是因为计量方式或规则有调整。",
    )
