"""What is filled in to ask that a light be excused, and what was asked for as a table."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.urls import reverse

from luoshi.ledgers import access, registry
from luoshi.ledgers.access import Act, Actor
from luoshi.oversight.excuses.models import APPROVED, ASKED, REFUSED, Excuse
from luoshi.oversight.excuses.standing import NAME
from luoshi.oversight.excusing.actions import spoken_for
from luoshi.oversight.excusing.lit import BAD
from luoshi.rules.colours import Colour
from luoshi.web import formats, parts
from luoshi.web.forms import Form
from luoshi.web.parts import Cell, Column, Row, Table

LEDGER = "oversight-excuses"
COLOURS: dict[str, Colour] = {ASKED: "yellow", APPROVED: "green", REFUSED: "red"}


class AskForm(Form):
    """Why a light is to be excused, and what proves it."""

    reason = forms.CharField(label="正当理由", max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
    basis = forms.CharField(
        label="依据",
        max_length=400,
        help_text="证明理由的文件名称、文号、日期。",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    proof = forms.FileField(label="佐证材料", required=False, help_text="扫描件或照片，可以不传。")


def may_ask(actor: Actor, unit: int | None, colour: Colour) -> bool:
    """Whether a person speaks for the unit of a light that may be excused."""
    return colour in BAD and unit in spoken_for(actor)


def of(actor: Actor, ledger: str, row: int) -> list[Excuse]:
    """The excuses of one row that a person may read, the newest month first."""
    reach = access.reach(actor, Act.READ, registry.ledger(NAME))
    return [] if reach is None else list(Excuse.objects.about(ledger, row).filter(reach))


def table(found: Iterable[Excuse]) -> Table:
    """What was asked for, why, and who decided how."""
    return Table(
        name="excuses",
        caption="正当理由",
        columns=(
            Column("编号", kind="line"), Column("月份", kind="line"), Column("原灯色", kind="light"),
            Column("正当理由", width="medium"), Column("状态", kind="light"), Column("审批", width="rest"),
        ),
        rows=tuple(_row(each) for each in found),
        frozen=0,
        short=True,
    )  # fmt: skip


def _row(each: Excuse) -> Row:
    was: Colour = "red" if each.was == "red" else "yellow"
    due = f"应于 {each.due_on} 前审批" if each.state == ASKED and each.due_on else "–"
    decided = f"{each.decided_by} {each.decided_on}：{each.answer}" if each.decided_on else due
    return Row(
        (
            Cell(each.number, reverse("ledger_row", args=[LEDGER, each.pk])),
            Cell(formats.month(each.period)),
            Cell(light=parts.lamp(was)),
            Cell(f"{each.reason}（依据：{each.basis}）"),
            Cell(light=parts.lamp(COLOURS.get(each.state, "grey"), each.get_state_display())),
            Cell(decided),
        ),
        key=str(each.pk),
    )
