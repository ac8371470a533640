"""The outline: headings of the document's own body, with their levels."""

from __future__ import annotations

from luoshi.reading.model import Heading, Text
from luoshi.reading.outline.candidates import Candidate
from luoshi.reading.outline.choice import choose
from luoshi.reading.outline.levels import levels
from luoshi.reading.outline.page import Page
from luoshi.reading.outline.survey import survey


def outline(text: Text) -> tuple[Heading, ...]:
    """The headings of a text in order of place, in clean offsets; ``parent`` is an index into the same tuple."""
    page = Page(text)
    found: list[Heading] = []
    for headings in choose(page, survey(page)):
        found += _placed(text.clean, headings, len(found))
    return tuple(found)


def _placed(clean: str, headings: list[Candidate], above: int) -> list[Heading]:
    """The headings of one document, ``above`` of them standing before it."""
    return [
        Heading(
            clean[begin:end].replace("\n", ""),
            clean[start:begin].strip(),
            level,
            start,
            end,
            None if parent is None else parent + above,
        )
        for (_, _, _, _, _, start, begin, end, _, _), (level, parent) in zip(
            headings, levels(headings, clean), strict=True
        )
    ]
