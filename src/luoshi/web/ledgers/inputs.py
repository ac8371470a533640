"""The input of each kind of column in a ledger's forms, by the widget that the column names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.urls import reverse

from luoshi.ledgers.columns import Column, File
from luoshi.ledgers.definition import Ledger
from luoshi.web.ledgers.widgets import FileInput, PeopleInput, PlaceInput, SearchInput

Made = Callable[[Ledger, Column], forms.Widget]


def line(ledger: Ledger, column: Column) -> forms.Widget:
    """A line of text, or a paragraph where the column is a long one."""
    if column.is_long:
        return forms.Textarea(attrs={"rows": 3})
    longest = getattr(ledger.field(column), "max_length", None)
    return forms.TextInput(attrs={"maxlength": longest} if longest else {})


def number(ledger: Ledger, column: Column) -> forms.Widget:
    """A number, never with the arrows that change it by accident."""
    return forms.TextInput(attrs={"inputmode": "decimal", "class": "number", "autocomplete": "off"})


def day(ledger: Ledger, column: Column) -> forms.Widget:
    """A calendar day."""
    return forms.TextInput(attrs={"type": "date"})


def month(ledger: Ledger, column: Column) -> forms.Widget:
    """A month, as it is written."""
    return forms.TextInput(attrs={"inputmode": "numeric", "placeholder": "2026-03", "autocomplete": "off"})


def link(ledger: Ledger, column: Column) -> forms.Widget:
    """A row of a ledger with too many rows for a list."""
    return SearchInput(reverse("ledger_options", args=[ledger.key, column.name]))


def person(ledger: Ledger, column: Column) -> forms.Widget:
    """One person."""
    return PeopleInput(reverse("ledger_options", args=[ledger.key, column.name]), several=False)


def people(ledger: Ledger, column: Column) -> forms.Widget:
    """Several people."""
    return PeopleInput(reverse("ledger_options", args=[ledger.key, column.name]))


def place(ledger: Ledger, column: Column) -> forms.Widget:
    """A point or an area, drawn beside what is typed."""
    return PlaceInput(reverse("ledger_place", args=[ledger.key, column.name]))


WIDGETS: Mapping[str, Made] = {
    "text": line,
    "number": number,
    "date": day,
    "month": month,
    "link": link,
    "person": person,
    "people": people,
    "place": place,
}


def field(ledger: Ledger, column: Column, options: list[tuple[str, str]] | None, **about: Any) -> forms.Field:
    """The form field of a column: a list where there are options, else the input of its kind."""
    if options is not None:
        return forms.ChoiceField(choices=options, **about)
    if isinstance(column, File):
        return forms.FileField(widget=FileInput(), allow_empty_file=True, **about)
    return forms.CharField(widget=WIDGETS.get(column.widget, line)(ledger, column), **about)
