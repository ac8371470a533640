"""Inputs of a ledger's forms that plain HTML does not have; each is a line of text where there are no scripts."""

from __future__ import annotations

from typing import Any

from django import forms

from luoshi.accounts.models import User
from luoshi.ledgers.columns import PEOPLE_APART
from luoshi.web.ledgers import places


class SearchInput(forms.TextInput):
    """A line of text that offers rows while it is typed into."""

    template_name = "ledger/search_input.html"

    def __init__(self, address: str) -> None:
        super().__init__(attrs={"autocomplete": "off"})
        self.address = address

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The list that is offered stands beside the input."""
        context = super().get_context(name, value, attrs)
        offered = f"{context['widget']['attrs'].get('id', name)}_offered"
        context["widget"]["attrs"] |= {
            "list": offered,
            "hx-get": self.address,
            "hx-trigger": "input changed delay:200ms, focus once",
            "hx-target": f"#{offered}",
            "hx-sync": "this:replace",
        }
        context["offered"] = offered
        return context


class PeopleInput(forms.TextInput):
    """User names or names of people: chosen from a search and shown as chips."""

    template_name = "ledger/people_input.html"

    def __init__(self, address: str, *, several: bool = True) -> None:
        super().__init__(attrs={"autocomplete": "off"})
        self.address, self.several = address, several

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Who is named already, each by the text that stands in the line and by name."""
        context = super().get_context(name, value, attrs)
        entered = [text for text in PEOPLE_APART.split(str(value or "")) if text]
        known = dict(User.objects.filter(username__in=entered).values_list("username", "name"))
        context |= {
            "address": self.address,
            "several": self.several,
            "chosen": [(text, known.get(text, text)) for text in entered],
            "offered": f"{context['widget']['attrs'].get('id', name)}_offered",
        }
        return context


class FileInput(forms.ClearableFileInput):
    """One file, under the name of the one that is there already, which may be taken away."""

    template_name = "ledger/file_input.html"

    def is_initial(self, value: Any) -> bool:
        """The name of a file is enough."""
        return bool(value)


class PlaceInput(forms.Textarea):
    """A place as text, drawn under it."""

    template_name = "ledger/place_input.html"

    def __init__(self, address: str) -> None:
        super().__init__(attrs={"rows": 3, "spellcheck": "false"})
        self.address = address

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The drawing of what stands in it already."""
        context = super().get_context(name, value, attrs)
        drawn = f"{context['widget']['attrs'].get('id', name)}_drawn"
        context["widget"]["attrs"] |= {
            "hx-post": self.address,
            "hx-trigger": "input changed delay:400ms",
            "hx-target": f"#{drawn}",
            "hx-sync": "this:replace",
        }
        return context | {"drawn": drawn, "drawing": places.of_text(str(value or ""))}
