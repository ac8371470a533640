"""Inputs of a ledger's forms that plain HTML does not have."""

from __future__ import annotations

from typing import Any

from django import forms


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
