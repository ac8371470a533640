"""A published list with its lines, and what units object to."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from luoshi.oversight.lists.models import BLACK_LIST, RED_LIST, ListLine, PublishedList
from luoshi.oversight.objections.models import STATES, WAITING, Objection
from luoshi.web import parts
from luoshi.web.parts import Cell, Column, Row, Table


def lines(found: PublishedList, board: str, title: str) -> Table:
    """One of the two lists."""
    held = ListLine.objects.filter(published=found, board=board).select_related("unit").order_by("rank", "pk")
    return Table(
        name=board.replace("_", "-"),
        caption=title,
        columns=(
            Column("位次", kind="number", width="narrow"),
            Column("单位", kind="line", data=True),
            Column("理由", width="rest"),
        ),
        rows=tuple(Row((Cell(str(e.rank)), Cell(str(e.unit)), Cell(e.reason)), key=str(e.pk)) for e in held),
        frozen=0,
        empty=f"没有单位列入{title}。",
        short=True,
    )


def both(found: PublishedList) -> list[tuple[str, Table]]:
    """The red and the black list."""
    return [(title, lines(found, code, title)) for code, title in ((RED_LIST, "红榜"), (BLACK_LIST, "黑榜"))]


def objections(found: Iterable[Objection]) -> Table:
    """What was objected to and how it was ruled on."""
    return Table(
        name="objections",
        columns=(
            Column("编号", width="narrow", data=True),
            Column("提出单位", kind="line", data=True),
            Column("所指事项", width="medium", data=True),
            Column("异议理由", width="medium", data=True),
            Column("状态", kind="light"),
            Column("裁定理由", width="rest", data=True),
        ),
        rows=tuple(_objection(each) for each in found),
        frozen=0,
        empty="没有单位提出异议。",
        short=True,
    )


def _objection(each: Objection) -> Row:
    state = parts.lamp("yellow" if each.state == WAITING else "grey", dict(STATES)[each.state])
    due = f"应于 {each.due_on} 前裁定" if each.state == WAITING and each.due_on else ""
    told = f"{each.ruling}（已更正：{each.corrected}）" if each.corrected else each.ruling
    return Row(
        (
            Cell(each.number, reverse("ledger_row", args=["oversight-objections", each.pk])),
            Cell(str(each.unit)),
            Cell(each.subject),
            Cell(each.reason),
            Cell(light=state),
            Cell(told or due or "–"),
        ),
        key=str(each.pk),
    )


def editions(found: Iterable[PublishedList]) -> Table:
    """All editions of a month, the one that stands first."""
    return Table(
        name="editions",
        columns=(Column("版次"), Column("公示日期", kind="day"), Column("公示截止", kind="day"), Column("更正理由", width="rest", data=True)),
        rows=tuple(
            Row(
                (
                    Cell(f"第 {e.edition} 版", f"{reverse('lists')}?edition={e.edition}&month={e.period}", page=True),
                    Cell(e.published_on.isoformat()),
                    Cell(e.until.isoformat()),
                    Cell(e.reason or "–"),
                )
            )
            for e in found
        ),
        frozen=0,
        short=True,
    )  # fmt: skip
