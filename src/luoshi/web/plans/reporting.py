"""Reported values on pages: what is to be reported in a month, and one target's values with their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.urls import reverse

from luoshi.ledgers import access, evidence, registry
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.columns import Number
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Attachment
from luoshi.plans.reported.models import Reported
from luoshi.plans.targets.models import Target, TargetQuerySet
from luoshi.reports.numbers import written
from luoshi.web import formats
from luoshi.web.forms import Form
from luoshi.web.plans.finding import REPORTED

SHOWN_PLACES = 4


class Files(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A list of files, each checked as one; an empty one is refused by the plans in their own words."""

    widget = Files

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        found = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(each, initial) for each in found]


class ReportForm(Form):
    """A month's cumulative value with its evidence."""

    refused_at = "attached"

    value = forms.CharField(
        label="累计完成",
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "number", "autocomplete": "off"}),
    )
    evidence = forms.CharField(
        label="佐证说明",
        required=False,
        max_length=400,
        help_text="数从哪里来，例如某月统计月报、会议纪要。",
    )
    attached = FilesField(label="佐证文件", required=False, allow_empty_file=True)

    def __init__(self, target: Target, held: Reported | None, *args: Any) -> None:
        super().__init__(*args, initial=initial(held))
        most = formats.size(settings.MOST_UPLOAD)
        self.fields[
            "attached"
        ].help_text = f"可选多个，每个不超过 {evidence.LARGEST // 2**20} MB，一次合计不超过 {most}。"
        self.fields["value"].label = f"累计完成（{target.unit}）"
        self.fields["value"].help_text = "从年初累计到本月底，只填数字。"

    def attachments(self) -> list[tuple[bytes, str]]:
        """The files as ``plans.reported.actions`` takes them."""
        return [(file.read(), file.name) for file in self.cleaned_data["attached"]]


def initial(held: Reported | None) -> dict[str, str]:
    """What the month has already."""
    return {} if held is None else {"value": entered(held.value), "evidence": held.evidence}


@dataclass(frozen=True, slots=True)
class Due:
    """A target that takes reported values, in one month."""

    target: Target
    url: str
    before: str
    held: str
    entered: str
    evidence: str
    error: str = ""

    @property
    def name(self) -> str:
        """The target as a list names it: a growth beside a level says so."""
        return f"{self.target.name}{'（增速）' if self.target.basis == 'growth' else ''}"

    @property
    def missing(self) -> bool:
        return not self.held


def reportable(actor: Actor) -> TargetQuerySet:
    """The targets whose values the person may report."""
    ledger = registry.ledger(REPORTED)
    reach = access.reach(actor, Act.CREATE, ledger)
    if reach is None:
        return Target.objects.none()
    units = {unit for mandate in actor.mandates for unit in mandate.units}
    found = Target.objects.to_report()
    return found if everywhere(actor, ledger) else found.filter(lead_unit__in=units)


def everywhere(actor: Actor, ledger: Ledger) -> bool:
    """Whether the person may report for every unit."""
    return any(g.everywhere and g.role in actor.roles for g in ledger.access.grants(Act.CREATE))


def due(actor: Actor, month: int, errors: Mapping[str, tuple[str, str]] | None = None) -> list[Due]:
    """What is to be reported in a month, what is missing first; ``errors`` by number: what was typed, and the sentence."""
    targets = [t for t in reportable(actor) if t.year == month // 100 and t.start <= month]
    values = _values(targets, month)
    found = [_due(t, month, values.get(t.pk, []), (errors or {}).get(t.number)) for t in targets]
    return sorted(found, key=lambda each: (not each.missing, each.target.number))


def _values(targets: Iterable[Target], month: int) -> dict[int, list[Reported]]:
    """The values of many targets up to a month, by target, in one query."""
    found: dict[int, list[Reported]] = {}
    rows = Reported.objects.filter(target__in=list(targets), period__lte=month).order_by("period", "pk")
    for row in rows:
        found.setdefault(row.target_id, []).append(row)
    return found


def _due(target: Target, month: int, values: list[Reported], wrong: tuple[str, str] | None) -> Due:
    held = next((v for v in values if v.period == month), None)
    before = next((v for v in reversed(values) if v.period < month), None)
    typed, sentence = wrong or (entered(held.value) if held else "", "")
    return Due(
        target=target,
        url=reverse("target_report", args=[target.number]),
        before=f"{shown(before.value)}（{formats.month(before.period)}）" if before else "–",
        held=shown(held.value) if held else "",
        entered=typed,
        evidence=held.evidence if held else "",
        error=sentence,
    )


def reported(target: Target) -> list[tuple[Reported, str, list[Attachment]]]:
    """What has been reported of a target, the newest first, with the files that prove it."""
    values = list(Reported.objects.of(target))
    files = evidence.by_row(registry.ledger(REPORTED), [v.pk for v in values])
    return [(v, shown(v.value), files.get(v.pk, [])) for v in reversed(values)]


def column() -> Number:
    """The column of the reported value, which knows its scale."""
    found = registry.ledger(REPORTED).column("value")
    assert isinstance(found, Number)
    return found


def shown(value: int) -> str:
    """A stored value as people read it."""
    return written(Decimal(value) / column().scale, SHOWN_PLACES)


def entered(value: int) -> str:
    """A stored value as a field holds it."""
    return column().entered(value)
