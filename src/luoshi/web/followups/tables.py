"""What followed lights as a table, of one row or of one leader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, Actor
from luoshi.oversight.followups.ledger import NAME
from luoshi.oversight.followups.models import DONE, OPEN, Followup
from luoshi.rules.colours import Colour
from luoshi.web import formats
from luoshi.web.parts import Cell, Column, Row, Table, lamp

LEDGER = "oversight-followups"
COLOURS: dict[str, Colour] = {OPEN: "yellow", DONE: "green"}


def of(actor: Actor, ledger: str, row: int) -> list[Followup]:
    """What followed the lights of one row, as far as a person may read it, the newest month first."""
    return list(Followup.objects.about(ledger, row).filter(_seen(actor)))


def waiting(actor: Actor, leader: User | None) -> list[Followup]:
    """What one leader has not done yet, or anybody, as far as a person may read it, first due first."""
    found = Followup.objects.waiting().filter(_seen(actor))
    return list(found.filter(person=leader) if leader else found)


def _seen(actor: Actor) -> Q:
    reach = access.reach(actor, Act.READ, registry.ledger(NAME))
    return Q(pk__in=()) if reach is None else reach


def table(found: Iterable[Followup]) -> Table:
    """What followed each light, for whom and until when, and what came of it."""
    return Table(
        name="followups",
        caption="升级处理",
        columns=(
            Column("编号", kind="line"), Column("月份", kind="line"), Column("处理理由", width="medium"),
            Column("处理人", kind="line", data=True), Column("期限", kind="day"), Column("状态", kind="light"),
            Column("处理情况", width="rest", data=True),
        ),
        rows=tuple(_row(each) for each in found),
        frozen=0,
        short=True,
    )  # fmt: skip


def _row(each: Followup) -> Row:
    return Row(
        (
            Cell(each.number, _url(each)),
            Cell(formats.month(each.period)),
            Cell(each.reason),
            Cell(each.person.name if each.person else "–"),
            Cell(each.due_on.isoformat() if each.due_on else "–"),
            Cell(light=lamp(COLOURS.get(each.state, "grey"), each.get_state_display())),
            Cell("；".join(filter(None, (_done(each), each.lifted))) or "–"),
        ),
        key=str(each.pk),
    )


def _done(each: Followup) -> str:
    return f"{each.done_on}：{each.done}" if each.done_on else ""


def brief(found: Sequence[Followup]) -> Table:
    """What waits, in one line each."""
    return Table(
        name="followups",
        columns=(
            Column("灯", kind="light"), Column("事项", width="rest", data=True),
            Column("责任单位", kind="line", data=True), Column("处理", kind="line"),
            Column("处理人", kind="line", data=True), Column("期限", kind="day"),
        ),
        rows=tuple(_brief(each) for each in found),
        frozen=0,
        short=True,
        empty="没有待处理的升级处理。",
    )  # fmt: skip


def _brief(each: Followup) -> Row:
    colour: Colour = "red" if each.colour == "red" else "yellow"
    return Row(
        (
            Cell(each.reason, light=lamp(colour), url=_url(each)),
            Cell(each.subject, url=_url(each)),
            Cell(str(each.unit)),
            Cell(f"待{each.act}"),
            Cell(each.person.name if each.person else "–"),
            Cell(each.due_on.isoformat() if each.due_on else "–"),
        ),
        key=str(each.pk),
    )


def _url(each: Followup) -> str:
    return reverse("ledger_row", args=[LEDGER, each.pk])
