"""Numbers inside words: every figure of a sentence is locked to the one thing that the sentence is about.

No figures are a date, the number of a document, of a row, an attachment, a version or an item, and fixed words (12345).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from luoshi.reports.document import Heading, Paragraph, Piece
from luoshi.reports.numerals import FIXED

_YEAR: Final = r"(?<!\d)(?:19|20)\d{2}"
_FREE: Final = re.compile(
    "|".join(
        (
            rf"{_YEAR}-\d{{2}}(?:-\d{{2}})?(?!\d)",  # 2026-06-05
            rf"{_YEAR}\s*年(?:\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?)?",  # 2026年6月5日
            r"(?<!\d)\d{1,2}\s*[-—–至~]\s*\d{1,2}\s*月",  # 1—2月
            r"(?<![\d.])\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?",  # 6月5日
            r"(?<![\d.])\d{1,2}\s*日(?=前|内|起|$)",
            r"〔\d{4}〕\s*第?\s*\d{1,4}\s*[号期]",  # 〔2026〕6号
            r"(?<![A-Za-z\d-])(?:[A-Z]{2,4}-?)?\d{4}-\d{3,6}(?!\d)",  # RW-2026-002
            r"(?<![A-Za-z\d-])[A-Z]{2,4}\d{4}-\d{1,9}(?:-\d{1,6})?(?!\d)",  # TB2606-1-12
            r"附件\s*\d{1,2}",
            r"第\s*\d{1,3}\s*版",
            r"^(?:\d{1,3}[．.、](?!\d)|[（(]\d{1,3}[）)])",  # 1. （1）
            rf"(?<![A-Za-z\d.])(?:{'|'.join(re.escape(word) for word in FIXED)})(?![A-Za-z\d.])",
        )
    )
)
_FIGURE: Final = re.compile(r"\d+(?:[,，]\d{3})*(?:\.\d+)?[%％‰]?")
_MASK: Final = "\0"


def pieces(text: str, key: str) -> tuple[Piece, ...]:
    """A text about one thing, each of its figures leading to where that comes from."""
    found, end = [], 0
    for start, until in _places(text) if key else ():
        found += [Piece(text[end:start]), Piece(text[start:until], key)]
        end = until
    return tuple(piece for piece in (*found, Piece(text[end:])) if piece.text)


def figures(text: str) -> list[str]:
    """The figures of a text."""
    return [text[start:until] for start, until in _places(text)]


def paragraph(text: str, key: str) -> Paragraph:
    """A paragraph about one thing."""
    return Paragraph(pieces(text, key))


def heading(text: str, key: str) -> Heading:
    """A heading of the first level about one thing."""
    return Heading(text, pieces=pieces(text, key))


def _places(text: str) -> Iterator[tuple[int, int]]:
    left = _FREE.sub(lambda found: _MASK * len(found.group()), text)
    return (found.span() for found in _FIGURE.finditer(left))
