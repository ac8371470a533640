"""A report from its frozen facts: which template it was written by stands in them, or it is the shipped bulletin's."""

from __future__ import annotations

from luoshi.reports import composing, defaults, docx
from luoshi.reports.document import Official
from luoshi.reports.facts import Data, MonthFacts
from luoshi.reports.templates import Template


def compose(facts: MonthFacts, template: Template | None = None) -> Official:
    """The report of one month, by default the bulletin as it is shipped."""
    return composing.compose(template or defaults.BULLETIN, facts)


def template_of(data: Data) -> Template:
    """The template by which frozen facts were written; of those from before templates the shipped bulletin's."""
    return Template.from_data(data["template"]) if "template" in data else defaults.BULLETIN


def composed(data: Data) -> Official:
    """Frozen facts, as JSON, to the document."""
    return compose(MonthFacts.of(data), template_of(data))


def render(data: Data) -> bytes:
    """Frozen facts, as JSON, to the bytes of the Word file."""
    return docx.render(composed(data))
