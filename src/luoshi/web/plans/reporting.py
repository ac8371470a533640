"""One target's reported values on its page, with their evidence, and how values are shown and entered."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings

from luoshi.ledgers import evidence, registry
from luoshi.ledgers.columns import Number
from luoshi.ledgers.models import Attachment
from luoshi.plans.reported.models import Reported
from luoshi.plans.targets.models import Target
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
