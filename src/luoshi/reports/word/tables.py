"""Tables as wide as the page, heads repeated, rows never split."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from luoshi.reports import locking
from luoshi.reports.document import Piece, Table
from luoshi.reports.word import text
from luoshi.reports.word.text import BLACK, BODY, NOWHERE, SI_HAO, WU_HAO, Leads


def table(document: DocxDocument, given: Table, leads: Leads) -> list[DocxParagraph]:
    """Set a table; its numbers lead where ``leads`` says. Returns the first cell of every row."""
    if given.caption:
        caption = text.paragraph(document, WD_ALIGN_PARAGRAPH.CENTER, keep=True)
        text.run(caption, given.caption, BLACK, SI_HAO)
    if given.note:
        note = text.paragraph(document, WD_ALIGN_PARAGRAPH.RIGHT, line=Pt(20), keep=True)
        text.run(note, given.note, BODY, WU_HAO)
    made = document.add_table(rows=1, cols=len(given.columns), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    widths = _widths(document.sections[-1], given)
    for made_column, width in zip(made.columns, widths, strict=True):
        made_column.width = width
    for column, cell, width in zip(given.columns, made.rows[0].cells, widths, strict=True):
        _cell(cell, (Piece(column.head),), width, WD_ALIGN_PARAGRAPH.CENTER, BLACK)
    _row_property(made.rows[0]._tr, "w:tblHeader")
    firsts = []
    for row, key in zip(given.rows, given.keys or [""] * len(given.rows), strict=True):
        cells = made.add_row().cells
        _row_property(made.rows[-1]._tr, "w:cantSplit")
        for column, cell, said, width in zip(given.columns, cells, row, widths, strict=True):
            align = WD_ALIGN_PARAGRAPH.RIGHT if column.numeric else WD_ALIGN_PARAGRAPH.LEFT
            _cell(
                cell, _pieces(said, key, numeric=column.numeric, whole=given.whole), width, align, BODY, leads
            )
        firsts.append(cells[0].paragraphs[0])
    return firsts


def _widths(section: Section, given: Table) -> list[Length]:
    margins = (section.left_margin or Mm(0)) + (section.right_margin or Mm(0))
    whole = (section.page_width or Mm(210)) - margins
    parts = sum(c.width for c in given.columns)
    return [Length(whole * c.width // parts) for c in given.columns]


def _pieces(said: str, key: str, *, numeric: bool, whole: bool) -> tuple[Piece, ...]:
    """A cell with its figures: of a column of numbers it is one, of words those in them where the table says so."""
    if numeric:
        return (Piece(said, key),)
    return locking.pieces(said, key if whole else "") or (Piece(said),)


def _cell(
    cell: _Cell,
    said: tuple[Piece, ...],
    width: Length,
    align: WD_ALIGN_PARAGRAPH,
    face: str,
    leads: Leads = NOWHERE,
) -> None:
    cell.width = width
    made = cell.paragraphs[0]
    made.alignment = align
    text.spacing(made, Pt(16))
    text.off_grid(made)
    text.said(made, said, face, WU_HAO, leads)


def _row_property(row: object, name: str) -> None:
    """``w:tblHeader``: the head again on every page; ``w:cantSplit``: never split over two pages."""
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    row.get_or_add_trPr().append(element)  # type: ignore[attr-defined]
