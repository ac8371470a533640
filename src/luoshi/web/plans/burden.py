"""The tables of 填报负担: units with their loads, the fields and duplicates behind a number, targets by their source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from luoshi.oversight.burden.burden import Burden, Duplicate, Load, Point
from luoshi.plans.questions.models import Question
from luoshi.plans.targets.models import MEASURED, NO_SOURCE, REPORTED
from luoshi.rules.rounding import half_up, show
from luoshi.web import formats
from luoshi.web.parts import Cell, Column, Row, Table

NOBODY = "-"  # in an address: what no unit leads


def address(found: Burden, which: str, load: Load | None = None) -> str:
    """The list behind a number."""
    unit = f"&unit={_code(load)}" if load else ""
    return f"{reverse('burden_list', args=[which])}?month={found.month}{unit}"


def _code(load: Load) -> str:
    return load.unit.code if load.unit else NOBODY


@dataclass(frozen=True, slots=True)
class Said:
    """A number of the page with the list that it opens."""

    value: str
    unit: str
    url: str
    label: str
    note: str = ""


def figures(found: Burden) -> list[Said]:
    """What the page begins with."""
    asked, units = len(found.questions), sum(load.unit is not None for load in found.loads)
    every = sum(map(len, found.targets.values()))
    measured = found.measured_share
    mean = f"平均每个单位 {show(half_up(Decimal(asked) / units, 1))} 项" if units else ""
    rest = ((source, len(found.targets[source])) for source in (REPORTED, NO_SOURCE))
    return [
        Said(str(asked), "项", address(found, "fields"), "每月填报", mean),
        Said(str(len(found.duplicates)), "项", address(found, "duplicates"), "发现重复"),
        Said(
            "–" if measured is None else show(half_up(measured, 1)),
            "%",
            address(found, MEASURED),
            "不用填表的目标",
            f"{len(found.targets[MEASURED])} / {every} 项由台账计量",
        ),
        *(Said(str(count), "项", address(found, source), SOURCES[source]) for source, count in rest),
    ]


SOURCES = {REPORTED: "按月填报的目标", NO_SOURCE: "计量方式未确定的目标"}


def sentence(month: int, table: Table) -> str:
    """What a list is of."""
    return f"{formats.month(month)}，共 {len(table.rows)} 项。"


def units(found: Burden) -> Table:
    """A unit a line, the one that is asked most first."""
    total = (
        Cell("合计", ours=True),
        Cell(str(len(found.questions)), address(found, "fields")),
        Cell(str(sum(load.targets for load in found.loads))),
        Cell(str(sum(len(load.questions) - load.targets for load in found.loads))),
        Cell(""),
        Cell(str(len(found.duplicates)), address(found, "duplicates")),
    )
    return Table(
        name="burden",
        columns=(
            Column("单位", width="medium", data=True), Column("每月填报", "项", "number"), Column("其中目标", "项", "number"),
            Column("其他", "项", "number"), Column("报表", "张", "number"), Column("重复", "项", "number"),
        ),
        rows=tuple(_unit(found, load) for load in found.loads),
        totals=total if found.loads else (),
        empty="这个月没有单位需要填报。",
        short=True,
    )  # fmt: skip


def _unit(found: Burden, load: Load) -> Row:
    return Row(
        key=_code(load),
        cells=(
            Cell(load.unit.name if load.unit else "未定牵头单位"),
            Cell(str(len(load.questions)), address(found, "fields", load)),
            Cell(str(load.targets)),
            Cell(str(len(load.questions) - load.targets)),
            Cell(str(load.templates)),
            Cell(str(len(load.duplicates)), address(found, "duplicates", load) if load.duplicates else ""),
        ),
    )


def course(points: Iterable[Point], month: int) -> Table:
    """The months of the year."""
    return Table(
        name="burden-course",
        columns=(
            Column("月份"), Column("填报项", "项", "number", data=True), Column("填报单位", "个", "number", data=True), Column("平均每个单位", "项", "number"),
            Column("不用填表的目标", "%", "number"),
        ),
        rows=tuple(_month(point, month) for point in points if point.fields),
        empty="今年没有单位需要填报。",
        short=True,
    )  # fmt: skip


def _month(point: Point, month: int) -> Row:
    mean = show(half_up(Decimal(point.fields) / point.units, 1)) if point.units else "–"
    name = formats.month(point.month)
    return Row(
        key=str(point.month),
        cells=(
            Cell(f"{name}（当前）" if point.month == month else name, f"{reverse('burden')}?month={point.month}", page=True),
            Cell(str(point.fields), f"{reverse('burden_list', args=['fields'])}?month={point.month}"),
            Cell(str(point.units)),
            Cell(mean),
            Cell("–" if point.measured_share is None else show(half_up(point.measured_share, 1))),
        ),
    )  # fmt: skip


def fields(found: Burden, unit: str) -> Table:
    """The fields that are asked for, of all units or of one."""
    asked = [
        question for load in found.loads if not unit or _code(load) == unit for question in load.questions
    ]
    return Table(
        name="burden-fields",
        columns=(
            Column("编号", width="narrow", data=True), Column("填报项", width="wide", data=True), Column("单位", data=True), Column("所属报表"), Column("计量单位"),
            Column("填法"), Column("仍须填报的理由", width="medium", data=True),
        ),
        rows=tuple(_field(question) for question in asked),
        empty="这个月没有要填的。",
    )  # fmt: skip


def _field(question: Question) -> Row:
    url = reverse("ledger_row", args=["plans-questions", question.pk])
    return Row(
        key=question.number,
        cells=(
            Cell(question.number, url, page=True),
            Cell(question.name, url, page=True),
            Cell(str(question.unit or "–")),
            Cell(question.template),
            Cell(question.measured_in),
            Cell(question.get_kind_display()),
            Cell(question.reason or "–"),
        ),
    )


def duplicates(found: Burden, unit: str) -> Table:
    """What is asked for although somebody has it."""
    doubles = [
        (load, double)
        for load in found.loads
        if not unit or _code(load) == unit
        for double in load.duplicates
    ]
    return Table(
        name="burden-duplicates",
        columns=(
            Column("单位", data=True), Column("重复"), Column("填报项", width="medium", data=True), Column("哪里已有", width="wide"),
            Column("仍须填报的理由", width="medium", data=True),
        ),
        rows=tuple(_double(load, double) for load, double in doubles),
        empty="没有发现重复的填报项。",
    )  # fmt: skip


def _double(load: Load, double: Duplicate) -> Row:
    first = double.questions[0]
    url = reverse("ledger_row", args=["plans-questions", first.pk])
    return Row(
        key=f"{double.kind}-{first.number}",
        cells=(
            Cell(load.unit.name if load.unit else "–"),
            Cell(double.title),
            Cell(first.name, url, page=True),
            Cell(double.sentence),
            Cell(double.reason or "没有写理由"),
        ),
    )


def targets(found: Burden, source: str) -> Table:
    """The targets whose figures come from one source."""
    return Table(
        name="burden-targets",
        columns=(
            Column("编号", width="narrow", data=True), Column("目标", width="wide", data=True), Column("目标值", kind="number"), Column("牵头单位", data=True),
            Column("数据来源"),
        ),
        rows=tuple(
            Row(
                key=target.number,
                cells=(
                    Cell(target.number, reverse("target", args=[target.number]), page=True),
                    Cell(target.name, reverse("target", args=[target.number]), page=True),
                    Cell(target.quantity),
                    Cell(str(target.lead_unit or "–")),
                    Cell(target.source_title),
                ),
            )
            for target in found.targets[source]
        ),
        empty="没有这样的目标。",
    )  # fmt: skip
