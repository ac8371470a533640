"""What is filled in on the pages of rounds and lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lookups import Lookups
from luoshi.oversight.lists.models import ListLine, PublishedList
from luoshi.oversight.objections.models import LIGHT, LINE, ROW
from luoshi.oversight.rounds.models import LISTED, AgendaItem, Round
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import Target
from luoshi.web.forms import Form


def units() -> Any:
    """The units that may be named."""
    return Unit.objects.order_by("order", "code")


def day(label: str) -> forms.DateField:
    """A field for a day."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}))


class AddForm(Form):
    """A matter put on the agenda by hand."""

    title = forms.CharField(label="议题", max_length=300)
    unit = forms.ModelChoiceField(Unit.objects.none(), label="责任单位", required=False)
    reason = forms.CharField(label="增列理由", max_length=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units()  # type: ignore[attr-defined]


class DecideForm(Form):
    """What was decided about an item."""

    item = forms.ModelChoiceField(AgendaItem.objects.none(), label="议题")
    what = forms.CharField(label="决定事项", max_length=300)
    lead_unit = forms.ModelChoiceField(Unit.objects.none(), label="牵头单位")
    supporting = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label="配合单位", required=False, help_text="按住 Ctrl 可选多个。"
    )
    due_on = day("办结期限")

    def __init__(self, found: Round, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items = AgendaItem.objects.of(found).filter(state=LISTED)
        self.fields["item"].queryset = items  # type: ignore[attr-defined]
        for name in ("lead_unit", "supporting"):
            self.fields[name].queryset = units()  # type: ignore[attr-defined]


class HoldForm(Form):
    """Who chaired and attended, as the minutes say it."""

    chair = forms.CharField(
        label="主持", max_length=100, required=False, help_text="写入会议纪要，可以不填。"
    )
    attendance = forms.CharField(
        label="出席",
        max_length=1000,
        required=False,
        help_text="写入会议纪要，可以不填。",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AttendForm(HoldForm):
    """The same, written down or corrected after the meeting."""

    reason = forms.CharField(
        label="更正理由", max_length=400, required=False, help_text="改动已经登记的内容时填写。"
    )


class MoveForm(Form):
    """Another day to meet."""

    meets_on = day("新的会期")
    reason = forms.CharField(label="改期理由", max_length=400)


class ObjectForm(Form):
    """Against which row a unit objects, and why; a row of a ledger is named by its number or its name."""

    subject = forms.ChoiceField(label="针对哪一行")
    ledger = forms.ChoiceField(label="台账", required=False, help_text="只在针对台账的一行时填写。")
    row = forms.CharField(label="台账的哪一行", max_length=200, required=False, help_text="填编号或名称。")
    reason = forms.CharField(label="异议理由", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(
        self,
        found: PublishedList,
        mine: Mapping[int, str],
        *args: Any,
        named: tuple[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        """``named`` is a row that the person came from, which then stands first."""
        super().__init__(*args, **kwargs)
        first = [named] if named else []
        of_ledgers = [(f"{ROW}:::{unit}", f"{name}：台账的一行，在下面写明") for unit, name in mine.items()]
        self.fields["subject"].choices = [*first, *subjects(found, mine), *of_ledgers]  # type: ignore[attr-defined]
        figures = [(each.name, each.title) for each in registry.ledgers() if each.measures]
        self.fields["ledger"].choices = [("", "–"), *figures]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The row that is meant: ``about``, ``ledger``, ``row`` and ``unit`` as the action takes them."""
        given: dict[str, Any] = super().clean() or {}
        if not given.get("subject"):
            return given
        about, ledger, row, unit = given["subject"].split(":")
        if about == ROW and not ledger:
            if not given.get("ledger") or not given.get("row"):
                raise forms.ValidationError("针对台账的一行时，请选择台账，并写明是哪一行。")
            try:
                found = Lookups().find(given["ledger"], given["row"])
            except BadValue as bad:
                raise forms.ValidationError(f"台账的哪一行：{bad}") from bad
            ledger, row = given["ledger"], found.pk
        meant = {"about": about, "ledger": ledger, "row": int(row), "unit": Unit.objects.get(pk=int(unit))}
        return {"reason": given.get("reason", ""), **meant}


def subjects(found: PublishedList, mine: Iterable[int]) -> list[tuple[str, str]]:
    """The lines of one's own units on a list, and the lights of the targets that they lead."""
    lines = ListLine.objects.filter(published=found, unit__in=[*mine]).select_related("unit", "published")
    offered = [(f"{LINE}:oversight.list_lines:{each.pk}:{each.unit_id}", str(each)) for each in lines]
    for row in wall(found.period, Target.objects.in_month(found.period).filter(lead_unit__in=[*mine])):
        if row.light.colour in ("yellow", "red"):
            value = f"{LIGHT}:plans.targets:{row.target.pk}:{row.target.lead_unit_id}"
            offered.append((value, f"{row.target.number} {row.target.name}：{row.light.word}"))
    return offered
