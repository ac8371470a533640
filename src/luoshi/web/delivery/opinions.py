"""三方意见 as a table: those first about which opinions differ most."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from luoshi.oversight.lights.starts import LitStart
from luoshi.oversight.opinions.judging import Judged, step
from luoshi.rules.confidence import WORDS
from luoshi.web import parts
from luoshi.web.parts import Cell, Column, Row, Table

COLUMNS = (
    Column("项目", width="medium", data=True),
    Column("责任单位", kind="line", data=True),
    Column("分歧", unit="分", kind="number", width="narrow", help="三方两两之间相差的级数之和，0 到 8 分"),
    Column("系统亮灯", kind="light"),
    Column("责任单位判断", width="medium"),
    Column("核查判断", width="medium"),
    Column("入库", kind="light"),
    Column("为什么", width="rest"),
)


def table(judged: Iterable[Judged]) -> Table:
    """The page's table."""
    return Table(
        name="opinions",
        caption="三方意见",
        columns=COLUMNS,
        rows=tuple(_row(each) for each in judged),
        empty="本月没有在建项目。",
    )


def _row(each: Judged) -> Row:
    opinion = each.opinion
    owner, checker = (step(opinion.owner), step(opinion.checker)) if opinion else (None, None)
    entry = each.entry
    return Row(
        (
            Cell(each.project.name, reverse("project_schedule", args=[each.project.pk]), page=True),
            Cell(str(each.project.unit)),
            Cell(str(each.apart.points)),
            Cell(each.why, light=parts.lamp(each.colour)),
            Cell(WORDS[owner] if owner else "–", note=opinion.owner_why if opinion else ""),
            Cell(WORDS[checker] if checker else "–", note=opinion.checker_why if opinion else ""),
            Cell(entry.reason, light=parts.lamp(entry.colour)) if entry else Cell("–"),
            Cell(each.apart.reason),
        ),
        key=str(each.project.pk),
    )


def starts_table(found: Iterable[LitStart]) -> Table:
    """Projects that should have begun and have not, red first."""
    behind = [each for each in found if each.light.colour in ("red", "yellow")]
    return Table(
        name="starts",
        caption="应开工未开工",
        columns=(
            Column("项目", width="medium", data=True),
            Column("责任单位", data=True),
            Column("开工", kind="light"),
            Column("为什么", width="rest"),
        ),
        rows=tuple(
            Row(
                (
                    Cell(each.project.name, reverse("project_schedule", args=[each.project.pk]), page=True),
                    Cell(str(each.project.unit)),
                    Cell(each.reason, light=parts.lamp(each.light.colour, each.light.word)),
                    Cell(each.reason),
                ),
                key=str(each.project.pk),
            )
            for each in sorted(behind, key=lambda each: (each.light.colour != "red", each.planned))
        ),
        empty="没有应开工未开工的项目。",
        short=True,
    )
