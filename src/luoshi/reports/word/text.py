"""Paragraphs and runs in the faces of GB/T 9704-2012, and numbers that lead to where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run
from lxml.etree import _Element

from luoshi.reports.document import Piece

TITLE, BODY, BLACK, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
LATIN: Final = "Times New Roman"
ER_HAO, SAN_HAO, SI_HAO, XIAO_SI, WU_HAO = Pt(22), Pt(16), Pt(14), Pt(12), Pt(10.5)
LINE: Final = Pt(28)


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a document is set: its title, its text, the height of a line."""

    title: Length
    size: Length
    line: Length
    between: Length


FULL: Final = Shape(ER_HAO, SAN_HAO, LINE, Pt(34))
COMPACT: Final = Shape(Pt(18), XIAO_SI, Pt(20), Pt(26))  # one page, for who has one minute


def paragraph(
    document: DocxDocument,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    *,
    line: Length | None = LINE,
    after: Length | None = None,
    indent: Length | None = None,
    keep: bool = False,
) -> DocxParagraph:
    """A paragraph with lines of an exact height; ``indent`` is that of its first line."""
    made = document.add_paragraph()
    made.alignment = align
    spacing(made, line, after)
    made.paragraph_format.keep_with_next = keep
    if indent is not None:
        made.paragraph_format.first_line_indent = indent
    return made


def spacing(made: DocxParagraph, line: Length | None, after: Length | None = None) -> None:
    """Lines of an exact height, nothing before, ``after`` behind."""
    shape = made.paragraph_format
    shape.space_before, shape.space_after = Pt(0), after or Pt(0)
    if line is not None:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, line


def off_grid(made: DocxParagraph) -> None:
    """Let lines keep their own height instead of the page's 28 points."""
    snap = OxmlElement("w:snapToGrid")
    snap.set(qn("w:val"), "0")
    made._p.get_or_add_pPr().append(snap)


def run(
    made: DocxParagraph,
    text: str,
    face: str,
    size: Length,
    *,
    bold: bool = False,
    color: RGBColor | None = None,
) -> Run:
    """A run of text in one face."""
    found = made.add_run(text)
    found.font.size, found.bold = size, bold
    found.font.name = LATIN
    found._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if color is not None:
        found.font.color.rgb = color
    return found


@dataclass(frozen=True, slots=True)
class Leads:
    """Where the numbers of a document lead: ``codes`` by their keys.

    To their rows among the references; of a short document, which has none, to the page of the code under ``pages``, or
    to its ``title`` where the pages are not known.
    """

    codes: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    pages: str = ""


NOWHERE: Final = Leads()


def said(
    made: DocxParagraph,
    pieces: Iterable[Piece],
    face: str,
    size: Length,
    leads: Leads = NOWHERE,
    *,
    bold: bool = False,
) -> None:
    """What is said, as few runs as there are numbers between; each number leads to where it comes from."""
    for piece in _joined(pieces, leads.codes):
        found = run(made, piece.text, face, size, bold=bold)
        if piece.key:
            _lead(made, found, leads.codes[piece.key], leads)


def _joined(pieces: Iterable[Piece], codes: Mapping[str, str]) -> list[Piece]:
    """Neighbours that lead nowhere as one."""
    found: list[Piece] = []
    for piece in pieces:
        key = piece.key if piece.key in codes else ""
        if found and not key and not found[-1].key:
            found[-1] = Piece(found[-1].text + piece.text)
        else:
            found.append(Piece(piece.text, key))
    return found


def _lead(made: DocxParagraph, found: Run, code: str, leads: Leads) -> None:
    """Let a run lead to where it comes from; it looks like any other, as the standard wants it."""
    link = OxmlElement("w:hyperlink")
    if leads.pages:
        to = made.part.relate_to(f"{leads.pages}{code}", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), to)
    else:
        link.set(qn("w:anchor"), bookmark_of(leads.title or code))
    link.set(qn("w:tooltip"), code)
    link.set(qn("w:history"), "1")
    _wrap(made, found, link)


def linked(made: DocxParagraph, found: Run, url: str) -> None:
    """Let a run lead to a page."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), made.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    _wrap(made, found, link)


def _wrap(made: DocxParagraph, found: Run, link: _Element) -> None:
    made._p.remove(found._r)
    link.append(found._r)
    made._p.append(link)


def bookmark(made: DocxParagraph, code: str, number: int) -> None:
    """Mark a place, so that runs lead to it."""
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        element = OxmlElement(tag)
        element.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            element.set(qn("w:name"), bookmark_of(code))
        made._p.append(element)


def bookmark_of(code: str) -> str:
    """The name of a place; only letters, digits and _ may stand in it."""
    return f"ref_{code.replace('-', '_')}"
