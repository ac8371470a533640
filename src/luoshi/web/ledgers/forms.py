"""Forms that follow from a ledger's columns: label with unit, help, the sentence of the column itself for an error."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from luoshi.ledgers import access, evidence, known, querying, sniffing, writing
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.choosing import Choices
from luoshi.ledgers.columns import Column, File, Link, Month, Upload
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid, LedgerError, Stale
from luoshi.ledgers.grants import Mandate
from luoshi.ledgers.known import Known
from luoshi.ledgers.models import Row
from luoshi.web.forms import Form, speak
from luoshi.web.ledgers import inputs

PICK = ("", "请选择")
NOTHING = ("", "（不填）")
VERSION = "version"
FILE_HELP = f"不超过 {evidence.LARGEST // 2**20} MB。可传：{sniffing.TAKEN}。"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a form: a field with what is stored now, if it is something else, and where a value comes from that
    cannot be typed; or, without a field, what is worked out by itself."""

    bound: BoundField | None = None
    now: str = ""
    source: str = ""
    title: str = ""
    text: str = ""


class RowForm(Form):
    """The columns of one row that the person may fill in; ``values`` holds what is to be stored."""

    use_required_attribute = False

    def __init__(
        self,
        ledger: Ledger,
        actor: Actor,
        data: Mapping[str, Any] | None = None,
        *,
        files: Mapping[str, Any] | None = None,
        row: Row | None = None,
        columns: Iterable[Column] | None = None,
        given: Mapping[str, str] | None = None,
        all_needed: bool = False,
    ) -> None:
        super().__init__(data, files if data is not None else None)
        self.ledger, self.actor, self.row = ledger, actor, row
        self.all_needed = all_needed
        self.choices = Choices(actor)
        self.whole = columns is None
        self.columns = tuple(columns if columns is not None else fillable(actor, ledger, row))
        self.values: dict[str, Any] = {}
        self.now: dict[str, str] = {}
        held = row or writing.blank(ledger)
        self.known: dict[str, Known] = {}
        for column in self.columns:
            said, kept = self._given(column, given or {}), self._held(column, held)
            self.initial[column.name] = (kept or said) if row else (said or kept)
            self.fields[column.name] = self._field(column)
        self._grey(held, given or {})
        self.fields[VERSION] = forms.IntegerField(
            initial=held.version, required=False, widget=forms.HiddenInput
        )
        for field in self.fields.values():
            speak(field)

    # What stands in it

    def _held(self, column: Column, row: Row) -> str:
        """What the row holds, as the form holds it."""
        if getattr(row, self.ledger.field(column).attname) is None:
            return ""
        if isinstance(column, Link):
            return self.choices.hold(column.to, getattr(row, column.name))
        return column.entered(column.of(row))

    def _given(self, column: Column, given: Mapping[str, str]) -> str:
        """What an empty form starts with: what the address says, else the one unit that fits the person."""
        text = given.get(column.name, "").strip()
        if not isinstance(column, Link):
            return text
        row = self.choices.by_key(column.to, text)
        return self.choices.hold(column.to, row) if row else self._own(column)

    def _own(self, column: Link) -> str:
        """The person's own unit, where rows are only written into that."""
        own = self._limit(column)
        options = self._options(column) if own is not None and self.row is None else []
        return options[0][0] if options else ""

    def _grey(self, row: Row, given: Mapping[str, str]) -> None:
        """Show what another ledger holds already, and take nothing else."""
        seen = copy.copy(row)
        for link in self.ledger.links:
            if chosen := self.choices.by_key(link.to, given.get(link.name, "").strip()):
                setattr(seen, link.name, chosen)
        for column in self.columns:
            if column.known and (found := known.of(self.ledger, seen, column)):
                self.known[column.name] = found
                setattr(seen, column.name, found.value)
                self.initial[column.name] = self._held(column, seen)
                self.fields[column.name] = self._field(column)
                self.fields[column.name].disabled = True

    # Its fields

    def _field(self, column: Column) -> forms.Field:
        about: dict[str, Any] = {
            "label": self.ledger.head(column, column.entry_unit),
            "help_text": column.help
            or (FILE_HELP if isinstance(column, File) else "")
            or str(getattr(self.ledger.field(column), "help_text", "")),
            "required": self.all_needed or self.ledger.required(column) or self._is_set(column),
        }
        return inputs.field(self.ledger, column, self._list(column), **about)

    def _list(self, column: Column) -> list[tuple[str, str]] | None:
        """The options, after an empty one unless there always is a value; None where they are not few."""
        if isinstance(column, Link):
            few = self.choices.few(column.to) is not None
            options = self._options(column) if few else None
        else:
            options = list(column.options) or None
        if options is None or self._is_set(column):
            return options
        return [PICK if self.all_needed or self.ledger.required(column) else NOTHING, *options]

    def _is_set(self, column: Column) -> bool:
        """Whether one of a few words always stands in the column, because the row starts with one."""
        field = self.ledger.field(column)
        return bool(column.options) and field.has_default() and not (field.blank or field.null)

    def _options(self, column: Link) -> list[tuple[str, str]]:
        """The rows that may be chosen, the one that is linked already among them."""
        limit, few = self._limit(column), self.choices.few(column.to) or {}
        texts = [text for text, row in few.items() if limit is None or row.pk in limit]
        held = self.initial.get(column.name)
        if held and held not in texts:
            texts.insert(0, held)
        return [(text, text) for text in texts]

    def _limit(self, column: Link) -> frozenset[int] | None:
        """The units into which the person may write, where the column says whose the row is."""
        act = Act.CREATE if self.row is None else Act.CHANGE
        return own(self.actor, act, self.ledger) if column.name == self.ledger.unit else None

    # What was sent

    def clean(self) -> None:
        for column in self.columns:
            if column.name in self.errors or column.name in self.known:
                continue
            if isinstance(column, File):
                self._sent(column)
                continue
            entered = {column.name: self.cleaned_data.get(column.name, "")}
            try:
                self.values |= writing.parse(self.ledger, entered, self.choices)
            except Invalid as problem:
                self.refuse(problem)

    def _sent(self, column: File) -> None:
        """The file that was chosen, or that the one there is to be taken away; otherwise nothing is said of it."""
        sent = self.cleaned_data.get(column.name)
        if isinstance(sent, UploadedFile):
            self.values[column.name] = Upload(sent.read(), str(sent.name))
        elif sent is False:
            self.values[column.name] = None

    def refuse(self, problem: LedgerError) -> None:
        """As ever; where somebody else was quicker, what is stored now stands beside what was typed."""
        super().refuse(problem)
        if isinstance(problem, Stale) and self.row is not None:
            self.row.refresh_from_db()
            self.overtaken(self.row)

    @property
    def version(self) -> int:
        """The version of the row that the person had seen."""
        return self.cleaned_data.get(VERSION) or 0

    def overtaken(self, stored: Row) -> None:
        """Somebody else was quicker: beside each field that differs stands what is stored now, and what was typed
        stays; sending it again is a decision that takes this into account."""
        self.now = {
            column.name: self._held(column, stored) or "（空）"
            for column in self.columns
            if not isinstance(column, File)
            if self._held(column, stored) != str(self[column.name].value() or "")
        }
        if isinstance(self.data, dict):
            self.data = self.data.copy()
            self.data[VERSION] = str(stored.version)

    @property
    def sections(self) -> list[tuple[str, list[Line]]]:
        """The fields group by group, and among them what is worked out by itself, on the form of a whole row."""
        names = {column.name for column in self.columns}
        shown = self.columns
        if self.whole and self.row is not None:
            visible = querying.visible(self.actor, self.ledger)
            shown = tuple(c for c in visible if c.name in names or (c.derived and self._derived(c)))
        return [
            (group, [self._line(column) for column in columns])
            for group, columns in self.ledger.groups(shown)
        ]

    def _line(self, column: Column) -> Line:
        if column.name not in self.fields:
            return Line(title=self.ledger.head(column), text=self._derived(column))
        found = self.known.get(column.name)
        return Line(self[column.name], self._word(column.name), self._source(found) if found else "")

    def _derived(self, column: Column) -> str:
        text = column.show(column.of(self.row)) if self.row is not None else ""
        return "" if text == "–" else text

    def _source(self, found: Known) -> SafeString:
        """Where a value comes from, with a link for who may see it."""
        if not access.may(self.actor, Act.READ, found.ledger, found.row):
            return escape(found.source)
        url = reverse("ledger_row", args=[found.ledger.key, found.row.pk])
        return format_html('<a href="{}" data-drawer>{}</a>', url, found.source)

    def _word(self, name: str) -> str:
        column = self.ledger.column(name)
        text = self.now.get(name, "")
        return dict(column.options).get(text, text)


class ReasonForm(Form):
    """A reason for the trail."""

    use_required_attribute = False

    reason = forms.CharField(
        label="理由",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写入变动记录，不能再改。",
    )


def fillable(actor: Actor, ledger: Ledger, row: Row | None = None) -> tuple[Column, ...]:
    """The columns that the person may fill in."""
    closed = access.unfillable(actor, ledger, row)
    return tuple(column for column in ledger.entered if column.name not in closed)


def own(actor: Actor, act: Act, ledger: Ledger) -> frozenset[int] | None:
    """The units over whose rows the person may do ``act``; None for all, or where it depends on the row's people."""
    held: list[Mandate] = []
    for grant in ledger.access.grants(act):
        mandates = [m for m in actor.mandates if m.role == grant.role]
        if mandates and (grant.everywhere or grant.path):
            return None
        held += mandates
    return access.union(m.units for m in held)


def usual(ledger: Ledger, month: int) -> dict[str, str]:
    """What a new row most likely is about: the month that the pages show."""
    months = (c for c in ledger.writable if isinstance(c, Month) and ledger.required(c))
    return {column.name: column.entered(month) for column in months}
