"""The outline: headings of the document's own body, with their levels."""

from __future__ import annotations

from luoshi.reading.model import Heading, Text
from luoshi.reading.outline.choice import choose
from luoshi.reading.outline.levels import levels
from luoshi.reading.outline.page import Page
from luoshi.reading.outline.survey import survey


def outline(text: Text) -> tuple[Heading, ...]:
    """The headings of a text in order of place, in clean offsets; ``parent`` is an index into the same tuple."""
    page = Page(text)
    chosen = choose(page, survey(page))
    clean = text.clean
    return tuple(
        [
            Heading(clean[begin:end], clean[start:begin].strip(), level, start, end, parent)
            for (_, _, _, _, _, start, begin, end, _, _), (level, parent) in zip(
                chosen, levels(chosen), strict=True
            )
        ]
    )
