"""The outline: headings of the document's own body, with their levels."""

from __future__ import annotations

from luoshi.reading.blocks import paragraphs
from luoshi.reading.model import Heading, Text
from luoshi.reading.outline.candidates import candidates
from luoshi.reading.outline.choice import choose
from luoshi.reading.outline.levels import levels


def outline(text: Text) -> tuple[Heading, ...]:
    """The headings of a text in order of place, in clean offsets; ``parent`` is an index into the same tuple."""
    blocks = paragraphs(text.clean)
    chosen = choose(text.clean, blocks, candidates(text.clean, blocks))
    return tuple(
        Heading(
            text.clean[one.title_start : one.end].strip(),
            text.clean[one.start : one.title_start].strip(),
            level,
            one.start,
            one.end,
            parent,
        )
        for one, (level, parent) in zip(chosen, levels(chosen), strict=True)
    )
