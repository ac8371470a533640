"""A year of rounds, and one round: its agenda, its decisions, who is late."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count
from django.urls import reverse

from luoshi.ledgers import registry
from luoshi.oversight.rounds.models import (
    ARCHIVED,
    FROZEN,
    HELD,
    ITEM_KINDS,
    OFF,
    PREPARING,
    STANDINGS,
    STATES,
    AgendaItem,
    Decision,
    Round,
)
from luoshi.rules.colours import Colour
from luoshi.web import parts
from luoshi.web.parts import Cell, Column, Row, Table

SHORT: dict[str, str] = {"week": "周", "half_month": "半月", "month": "月", "quarter": "季"}
OF_STATE: dict[str, Colour] = {PREPARING: "grey", FROZEN: "yellow", HELD: "green", ARCHIVED: "green"}
OF_STANDING: dict[str, Colour] = {"done": "green", "open": "grey", "overdue": "red", "cancelled": "grey"}
OF_KIND: dict[str, Colour] = {
    "unfinished": "red",
    "red": "red",
    "disagreement": "yellow",
    "yellows": "yellow",
}


@dataclass(frozen=True, slots=True)
class Day:
    """A meeting in the calendar of a year."""

    url: str
    day: int
    word: str
    name: str
    state: str
    title: str


def calendar(rounds: Iterable[Round]) -> list[tuple[str, list[Day]]]:
    """The months of a year with the meetings in each, in order of their days."""
    ordered = sorted(rounds, key=lambda each: (each.meets_on, each.last))
    months = groupby(ordered, key=lambda each: (each.meets_on.year, each.meets_on.month))
    return [(f"{year}年{month}月", [_day(each) for each in found]) for (year, month), found in months]


def _day(found: Round) -> Day:
    return Day(
        url=reverse("meeting", args=[found.pk]),
        day=found.meets_on.day,
        word=SHORT[found.kind],
        name=found.name,
        state=found.state,
        title=dict(STATES)[found.state],
    )


def table(rounds: Sequence[Round]) -> Table:
    """Rounds with their days and how far they are, the latest meeting first."""
    keys = [each.pk for each in rounds]
    items = _counted(AgendaItem.objects.filter(round__in=keys).exclude(state=OFF).values_list("round"))
    made = _counted(Decision.objects.filter(item__round__in=keys).values_list("item__round"))
    return Table(
        name="meetings",
        columns=(
            Column("轮次", width="medium"),
            Column("类别", width="narrow"),
            Column("截数日", kind="day"),
            Column("会期", kind="day"),
            Column("状态", kind="light"),
            Column("议题", kind="number", width="narrow", data=True),
            Column("决定", kind="number", width="narrow"),
        ),
        rows=tuple(_row(each, items, made) for each in rounds),
        empty="没有符合条件的轮次。",
    )


def _counted(found: object) -> dict[int, int]:
    return dict(found.annotate(n=Count("pk")).order_by())  # type: ignore[attr-defined]


def _row(each: Round, items: dict[int, int], made: dict[int, int]) -> Row:
    stood = each.state != PREPARING
    return Row(
        (
            Cell(each.name, reverse("meeting", args=[each.pk]), page=True),
            Cell(each.get_kind_display()),
            Cell(each.cutoff_on.isoformat()),
            Cell(each.meets_on.isoformat()),
            Cell(light=parts.lamp(OF_STATE[each.state], dict(STATES)[each.state])),
            Cell(str(items.get(each.pk, 0)) if stood else "–"),
            Cell(str(made.get(each.pk, 0)) if stood else "–"),
        ),
        key=str(each.pk),
    )


def agenda(items: Iterable[AgendaItem]) -> Table:
    """The items of a round, with what each is about."""
    return Table(
        name="agenda",
        columns=(
            Column("序号", kind="number", width="narrow"),
            Column("类别", kind="light"),
            Column("议题", width="wide", data=True),
            Column("责任单位", kind="line", data=True),
            Column("列入理由", width="rest"),
        ),
        rows=tuple(_item(each) for each in items),
        frozen=0,
        empty="没有例外，没有自动列入的议题。",
        short=True,
    )


def _item(each: AgendaItem) -> Row:
    kind = dict(ITEM_KINDS)[each.kind]
    off = f"已撤下：{each.off_reason}" if each.state == OFF else ""
    lamp = parts.lamp("grey", "已撤下") if off else parts.lamp(OF_KIND.get(each.kind, "grey"), kind)
    return Row(
        (
            Cell(str(each.order), reverse("ledger_row", args=["oversight-agenda", each.pk])),
            Cell(light=lamp),
            Cell(each.title, subject(each)),
            Cell(str(each.unit or "–")),
            Cell(off or each.reason),
        ),
        key=str(each.pk),
    )


def subject(item: AgendaItem) -> str:
    """The address of what an item is about; "" for what was added by hand."""
    if not item.ledger or item.row is None:
        return ""
    if item.ledger == "plans.targets":
        return reverse("target", args=[item.subject.split(" ")[0]])
    return reverse("ledger_row", args=[registry.ledger(item.ledger).key, item.row])


def decisions(found: Iterable[Decision], on: datetime.date) -> Table:
    """What was decided, and how its tasks stand on a day."""
    rows = [
        Row(
            (
                Cell(str(each.item.order)),
                Cell(each.what, reverse("ledger_row", args=["oversight-decisions", each.pk])),
                Cell(str(each.lead_unit)),
                Cell(each.supporting or "–"),
                Cell(each.limit.isoformat()),
                Cell(light=parts.lamp(OF_STANDING[each.standing(on)], STANDINGS[each.standing(on)])),
                Cell(each.task.number, reverse("ledger_row", args=["plans-tasks", each.task_id])),
            )
        )
        for each in found
    ]
    columns = ("议题", "决定事项", "牵头单位", "配合单位", "期限", "办理", "任务")
    kinds = ("number", "text", "line", "text", "day", "light", "line")
    return _table("decisions", columns, kinds, rows, "还没有登记决定。")


def opening(found: Round) -> Table:
    """How the decisions of earlier rounds stood when the facts were cut off."""
    rows = [
        Row(
            (
                Cell(each["round"]),
                Cell(each["what"], reverse("ledger_row", args=["oversight-decisions", each["decision"]])),
                Cell(each["unit"]),
                Cell(each["limit"]),
                Cell(light=parts.lamp(OF_STANDING[each["standing"]], STANDINGS[each["standing"]])),
                Cell(f"{each['task']} {each['state']}"),
            )
        )
        for each in found.opening
    ]
    columns = ("轮次", "决定事项", "牵头单位", "期限", "截数时", "任务")
    kinds = ("line", "text", "line", "day", "light", "line")
    return _table("opening", columns, kinds, rows, "以前的轮次没有决定。")


def _table(name: str, columns: Iterable[str], kinds: Iterable[str], rows: Iterable[Row], empty: str) -> Table:
    heads = tuple(Column(title, kind=kind) for title, kind in zip(columns, kinds, strict=True))  # type: ignore[arg-type]
    return Table(name=name, columns=heads, rows=tuple(rows), frozen=0, empty=empty, short=True)
