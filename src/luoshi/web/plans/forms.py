"""The forms of a plan's pages: the file, a clause's fields, its units, a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile

from luoshi.directory.units.models import Unit
from luoshi.directory.units.names import Names
from luoshi.ledgers.errors import LedgerError
from luoshi.plans import errors
from luoshi.plans.clauses import fields, words
from luoshi.plans.clauses.models import Clause
from luoshi.plans.intake import parsing
from luoshi.plans.intake.models import Upload
from luoshi.web.forms import Form
from luoshi.web.plans import thresholds

REQUIRED: Final = ("indicator", "value", "unit", "project", "name", "action", "object")
ACCEPTED: Final = ",".join(f".{name}" for name in parsing.EXTENSIONS)
LARGEST_MB: Final = 20
REASONS: Final = ("不是承诺，只是背景或意义", "与其他条目重复", "识别有误", "属于往年完成情况")
YEAR_ERRORS: Final = (errors.NoYear, errors.BadYear)
LISTED: Final = ("actors", "names")
LISTING: Final = re.compile(r"[、，,;；\n]+")
HELP: Final = {
    "value": "只填数字。",
    "high": "写明区间时才填。",
    "unit": "照原文写，例如亿元。",
    "scope": "只算一部分时填写。",
    "actors": "多个单位用顿号隔开。",
    "names": "多个名称用顿号隔开。",
    "investment": "以元计，只填数字。",
}


def year_field() -> forms.IntegerField:
    """The plan year, where the text may not name it."""
    return forms.IntegerField(
        label="计划年度",
        required=False,
        help_text="不填则按正文里写的年份。",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4, "class": "number"}),
    )


class UploadForm(Form):
    """A plan and its year."""

    file = forms.FileField(
        label="文件",
        help_text=f"Word（docx、doc、wps）、Excel（xlsx、xls、et）、PDF、网页（html）、文本（txt）或扫描的图片，不超过 {LARGEST_MB} MB。文件收下就可以离开，扫描件要识读几分钟。",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        allow_empty_file=True,
    )
    year = year_field()

    def clean_file(self) -> UploadedFile[Any]:
        """A file that is small enough to be read; an empty one is refused by the reader in its own words."""
        found: UploadedFile[Any] = self.cleaned_data["file"]
        if (found.size or 0) > LARGEST_MB * 2**20:
            raise forms.ValidationError(
                f"“{found.name}”超过 {LARGEST_MB} MB，请删去图片或另存为 txt 后再上传。"
            )
        return found

    def refuse(self, problem: LedgerError) -> None:
        """Put what the reader or the plans refuse beside the field that it is about."""
        self.add_error("year" if isinstance(problem, YEAR_ERRORS) else "file", str(problem))


class VersionForm(UploadForm):
    """A corrected version: the year is the plan's own."""

    year = None  # type: ignore[assignment]


class AgainForm(Form):
    """A file that could not be read, to be read again; of a new plan with the year that its text may lack."""

    year = year_field()

    def __init__(self, upload: Upload, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"year": upload.year})
        if upload.previous_id is not None:
            del self.fields["year"]


class ReasonForm(Form):
    """Why something is rejected or withdrawn."""

    reason = forms.CharField(
        label="理由",
        max_length=400,
        widget=forms.TextInput(attrs={"list": "reasons", "autocomplete": "off"}),
    )


class ClauseForm(Form):
    """The fields of a clause's kind as the reader found them, to be corrected by a person."""

    def __init__(self, clause: Clause, data: Mapping[str, Any] | None = None) -> None:
        self.clause = clause
        self.now = dict(clause.fields)
        super().__init__(data, initial=dict(_initials(clause)), prefix=f"c{clause.pk}")
        for name, made in _fields(clause):
            self.fields[name] = made
        self.thresholds = (
            thresholds.Rows.of(self.now.get("conditions") or (), data, f"c{clause.pk}")
            if "conditions" in _names(clause)
            else None
        )

    @property
    def rows(self) -> Iterable[forms.BoundField]:
        return self.visible_fields()

    def changes(self) -> dict[str, Any]:
        """What was entered, as ``review.actions.correct`` takes it."""
        found = {name: self.cleaned_data[name] for name in self.fields}
        if self.thresholds is not None:
            found["conditions"] = self.thresholds.entered()
        return found


def _names(clause: Clause) -> tuple[str, ...]:
    return tuple(f.name for f in fields.FIELDS[clause.kind])


def _initials(clause: Clause) -> Iterable[tuple[str, Any]]:
    for name in _names(clause):
        value = clause.fields.get(name)
        yield name, "、".join(value or ()) if name in LISTED else value


def _fields(clause: Clause) -> Iterable[tuple[str, forms.Field]]:
    for each in fields.FIELDS[clause.kind]:
        if each.name != "conditions":
            yield each.name, _field(each, clause)


def _field(each: fields.Field, clause: Clause) -> forms.Field:
    common: dict[str, Any] = {
        "label": each.title,
        "required": each.choices is not None or each.name in REQUIRED,
        "help_text": HELP.get(each.name, ""),
    }
    held = clause.fields.get(each.name)
    if each.name == "period":
        return forms.ChoiceField(choices=_periods(clause.document.year, held), **common)
    if each.name == "cadence":
        known = {word: code for code, word in words.CADENCES.items()}
        choices = [(held_or(code, held), word) for word, code in known.items()]
        widget = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=choices, widget=widget, **common)
    if each.choices is not None:
        return forms.ChoiceField(choices=list(each.choices.items()), **common)
    if each.name in ("value", "high", "investment"):
        number = forms.TextInput(attrs={"inputmode": "decimal", "class": "number"})
        return forms.CharField(widget=number, **common)
    return forms.CharField(max_length=fields.LONGEST, **common)


def held_or(code: str, held: Iterable[str] | None) -> str:
    """Of two code words for one rhythm (每年: yearly, annual) the one that the clause has already."""
    same = words.CADENCES[code]
    return next((c for c in held or () if words.CADENCES.get(c) == same), code)


def _periods(year: int, held: str | None) -> list[tuple[str, str]]:
    """The time limits to choose from, the clause's own among them."""
    codes = ["year", "year-end", "Q1", "Q2", "Q3", "Q4"]
    codes += [f"{year}-{month:02d}" for month in range(1, 13)] + ["per-quarter", "per-month"]
    codes += [str(later) for later in range(year + 1, year + 5)]
    if held and held not in codes:
        codes.insert(0, held)
    return [("", "原文没有写"), *((code, words.period(code)) for code in codes)]


@dataclass(frozen=True, slots=True)
class Duties:
    """What a units form says, as ``review.actions.assign`` takes it."""

    lead: Unit | None
    responsible: list[Unit]
    supporting: list[Unit]
    leader: str


class UnitsForm(Form):
    """Lead, responsible and supporting units, and the leader; units are written as people call them."""

    lead = forms.ModelChoiceField(
        label="牵头单位",
        queryset=Unit.objects.none(),
        required=False,
        empty_label="尚未明确",
        help_text="承担主要责任的一个单位。",
    )
    responsible = forms.CharField(
        label="责任单位", required=False, help_text="多个单位用顿号隔开，可写简称。"
    )
    supporting = forms.CharField(label="配合单位", required=False, help_text="多个单位用顿号隔开，可写简称。")
    leader = forms.CharField(
        label="分管领导", required=False, max_length=60, help_text="分管这项工作的领导姓名。"
    )

    def __init__(self, clause: Clause | None = None, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=_duties(clause), prefix=f"u{clause.pk}" if clause else "u")
        lead = self.fields["lead"]
        assert isinstance(lead, forms.ModelChoiceField)
        lead.queryset = Unit.objects.all()
        if clause is None:
            lead.empty_label = "保持不变"
        self._names: Names[Unit] | None = None

    def clean_responsible(self) -> list[Unit]:
        return self._units("responsible")

    def clean_supporting(self) -> list[Unit]:
        return self._units("supporting")

    def duties(self) -> Duties:
        """What was entered."""
        return Duties(**{name: self.cleaned_data[name] for name in Duties.__slots__})

    def _units(self, name: str) -> list[Unit]:
        said = [word.strip() for word in LISTING.split(self.cleaned_data[name]) if word.strip()]
        if not said:
            return []
        if self._names is None:
            self._names = Unit.objects.names()
        found = {word: self._names.find(word) for word in said}
        unknown = [word for word, unit in found.items() if unit is None]
        if unknown:
            raise forms.ValidationError(
                f"没有找到单位“{'、'.join(unknown)}”，或不止一个单位叫这个名字，请写全称或单位编码对应的名称。"
            )
        return [unit for unit in found.values() if unit is not None]


def _duties(clause: Clause | None) -> dict[str, Any]:
    if clause is None:
        return {}
    return {
        "lead": clause.lead,
        "responsible": "、".join(str(u) for u in clause.responsible),
        "supporting": "、".join(str(u) for u in clause.supporting),
        "leader": clause.leader,
    }
