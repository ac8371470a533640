"""The files of a row as its card shows them, and the form by which more are hung on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils import timezone

from luoshi.ledgers import access, evidence, sniffing
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Attachment, Row
from luoshi.web import formats
from luoshi.web.forms import Form

HELP = f"可以一次选几个文件，每个不超过 {evidence.LARGEST // 2**20} MB。可传：{sniffing.TAKEN}。"


@dataclass(frozen=True, slots=True)
class File:
    """One file: its name, what it proves, who hung it there; addresses are "" for what the person may not do."""

    name: str
    note: str
    suffix: str
    url: str
    picture: str
    remove: str


class Files(forms.FileInput):
    """A place for several files."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[UploadedFile[Any]]:
        """All the files that were chosen."""
        return files.getlist(name) if hasattr(files, "getlist") else []


class SeveralFiles(forms.FileField):
    """Files, at least one of them."""

    widget = Files

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """Each of them as a file by itself."""
        if not data:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [super(SeveralFiles, self).clean(each, initial) for each in data]


class FilesForm(Form):
    """Files, and what they prove."""

    use_required_attribute = False
    refused_at = "file"

    slot = forms.ChoiceField(label="证明事项")
    file = SeveralFiles(label="附件", help_text=HELP, widget=Files(attrs={"class": "drop"}))

    def __init__(self, slots: list[str], *args: Any) -> None:
        super().__init__(*args)
        choices = forms.ChoiceField(label="证明事项", choices=[(slot, slot) for slot in slots])
        self.fields["slot"] = choices
        if len(slots) == 1:
            choices.widget = forms.HiddenInput()
            self.initial["slot"] = slots[0]

    def read(self) -> list[evidence.File]:
        """The files with their names."""
        return [(file.read(), str(file.name)) for file in self.cleaned_data["file"]]


def groups(
    actor: Actor, ledger: Ledger, row: Row, found: Iterable[Attachment], slots: list[str]
) -> list[tuple[str, list[File]]]:
    """The files of a row by what they prove; what is asked for and is not there yet stands there empty."""
    sorted_out: dict[str, list[File]] = {slot: [] for slot in slots}
    may_take = bool(access.may(actor, Act.EXPORT, ledger, row))
    for each in found:
        shown = _file(ledger, row, each, may_take=may_take, may_remove=each.slot in slots)
        sorted_out.setdefault(each.slot, []).append(shown)
    return list(sorted_out.items())


def _file(ledger: Ledger, row: Row, each: Attachment, *, may_take: bool, may_remove: bool) -> File:
    when = formats.moment(timezone.localtime(each.at))
    return File(
        name=each.name,
        note=f"{formats.size(each.size)} · {each.by} · {when}",
        suffix=each.name.rpartition(".")[2].upper()[:5],
        url=reverse("evidence_file", args=[each.pk]) if may_take else "",
        picture=reverse("evidence_thumbnail", args=[each.pk]) if each.thumbnail else "",
        remove=reverse("ledger_file_remove", args=[ledger.key, row.pk, each.pk]) if may_remove else "",
    )
