"""An official document as Word by GB/T 9704-2012 (党政机关公文格式); the same document always gives the same bytes.

Page A4, margins 37 / 35 / 28 / 26 mm (5.2.2), 22 lines of 28 characters, body 仿宋 三号 on 28 pt lines, title 小标宋
二号, first-level headings 黑体, second-level 楷体 (7.3.3), page numbers 四号 宋体 between dashes (7.5).
"""

from __future__ import annotations

import datetime
import io
import zipfile

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run

from luoshi.reports import charts
from luoshi.reports.document import Attachment, Block, Chart, Heading, Official, Paragraph, Table

TITLE, BODY, BLACK, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
LATIN = "Times New Roman"
ER_HAO, SAN_HAO, SI_HAO, WU_HAO = Pt(22), Pt(16), Pt(14), Pt(10.5)
LINE = Pt(28)
RED = RGBColor(0xC8, 0x10, 0x2E)
HEADING_FACES = {1: BLACK, 2: KAI, 3: BODY, 4: BODY}
EPOCH = (1980, 1, 1, 0, 0, 0)  # the zip format's first day: the same document, the same bytes


def render(official: Official) -> bytes:
    """The document as the bytes of a docx file."""
    document = Document()
    _defaults(document, official)
    _page(document.sections[0])
    _head(document, official)
    for block in official.body:
        _block(document, block)
    _signature(document, official)
    for number, attachment in enumerate(official.attachments, 1):
        _attachment(document, attachment, number)
    return _bytes(document)


def _defaults(document: DocxDocument, official: Official) -> None:
    style = document.styles["Normal"]
    style.font.name = LATIN
    style.font.size = SAN_HAO
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), BODY)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = official.title, official.issuer, ""
    moment = datetime.datetime.combine(official.issued_on, datetime.time(9))
    properties.created = properties.modified = moment
    properties.last_modified_by = official.issuer


def _page(section: Section, *, landscape: bool = False) -> None:
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.bottom_margin = Mm(28 if landscape else 37), Mm(26 if landscape else 35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(19 if landscape else 28)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), "560")
    _page_number(section)


def _page_number(section: Section) -> None:
    """— 1 — in the middle of the foot."""
    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(paragraph, "— ", SONG, SI_HAO)
    run = _run(paragraph, "", SONG, SI_HAO)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)
    _run(paragraph, " —", SONG, SI_HAO)


def _head(document: DocxDocument, official: Official) -> None:
    head = _paragraph(document, WD_ALIGN_PARAGRAPH.CENTER, line=None, after=Pt(12))
    _run(head, official.head, TITLE, _head_size(official.head), color=RED)
    number = _paragraph(document, WD_ALIGN_PARAGRAPH.CENTER)
    _run(number, official.number, BODY, SAN_HAO)
    _red_line(number)
    _paragraph(document, WD_ALIGN_PARAGRAPH.CENTER)
    title = _paragraph(document, WD_ALIGN_PARAGRAPH.CENTER, line=Pt(34), after=Pt(14))
    _run(title, official.title, TITLE, ER_HAO)
    if official.addressee:
        _run(_paragraph(document), f"{official.addressee}：", BODY, SAN_HAO)


def _head_size(text: str) -> Length:
    """As large as one line of 156 mm allows, 36 points at most."""
    return Pt(min(36, int(Mm(156).pt / max(len(text), 1))))


def _red_line(paragraph: DocxParagraph) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", "C8102E")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def _block(document: DocxDocument, block: Block) -> None:
    if isinstance(block, Heading):
        paragraph = _paragraph(document, indent=True, keep=True)
        _run(paragraph, block.text, HEADING_FACES[block.level], SAN_HAO, bold=block.level == 3)
    elif isinstance(block, Paragraph):
        paragraph = _paragraph(document, WD_ALIGN_PARAGRAPH.JUSTIFY, indent=True)
        if block.lead:
            _run(paragraph, block.lead, BODY, SAN_HAO, bold=True)
        _run(paragraph, block.text, BODY, SAN_HAO)
    else:
        _table(document, charts.as_table(block) if isinstance(block, Chart) else block)


def _signature(document: DocxDocument, official: Official) -> None:
    """Attachment list, then issuer and date at the right, three characters from the edge (7.3.5.1).

    All of it stays with the end of the text: a page that holds nothing but the signature is no page of a document.
    """
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    for number, attachment in enumerate(official.attachments, 1):
        lead = "附件：" if number == 1 else "　　　"
        paragraph = _paragraph(document, indent=True, keep=True)
        _run(paragraph, f"{lead}{number}．{attachment.title}", BODY, SAN_HAO)
    _paragraph(document, keep=True)
    day = official.issued_on
    for text in (official.issuer, f"{day.year}年{day.month}月{day.day}日"):
        paragraph = _paragraph(document, WD_ALIGN_PARAGRAPH.RIGHT, keep=text == official.issuer)
        paragraph.paragraph_format.right_indent = SAN_HAO * 3
        _run(paragraph, text, BODY, SAN_HAO)


def _attachment(document: DocxDocument, attachment: Attachment, number: int) -> None:
    _page(document.add_section(WD_SECTION.NEW_PAGE), landscape=True)
    _run(_paragraph(document), f"附件 {number}", BLACK, SAN_HAO)
    title = _paragraph(document, WD_ALIGN_PARAGRAPH.CENTER, line=Pt(34))
    _run(title, attachment.title, TITLE, Pt(18))
    for table in attachment.tables:
        _table(document, table)


def _table(document: DocxDocument, table: Table) -> None:
    if table.caption:
        _run(_paragraph(document, WD_ALIGN_PARAGRAPH.CENTER, keep=True), table.caption, BLACK, SI_HAO)
    if table.note:
        _run(_paragraph(document, WD_ALIGN_PARAGRAPH.RIGHT, line=Pt(20), keep=True), table.note, BODY, WU_HAO)
    made = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    widths = _widths(document.sections[-1], table)
    for made_column, width in zip(made.columns, widths, strict=True):
        made_column.width = width
    for column, cell, width in zip(table.columns, made.rows[0].cells, widths, strict=True):
        _cell(cell, column.head, width, WD_ALIGN_PARAGRAPH.CENTER, BLACK)
    _repeat(made.rows[0]._tr)
    for row in table.rows:
        cells = made.add_row().cells
        _whole(made.rows[-1]._tr)
        for column, cell, text, width in zip(table.columns, cells, row, widths, strict=True):
            _cell(
                cell,
                text,
                width,
                WD_ALIGN_PARAGRAPH.RIGHT if column.numeric else WD_ALIGN_PARAGRAPH.LEFT,
                BODY,
            )


def _widths(section: Section, table: Table) -> list[Length]:
    margins = (section.left_margin or Mm(0)) + (section.right_margin or Mm(0))
    whole = (section.page_width or Mm(210)) - margins
    parts = sum(c.width for c in table.columns)
    return [Length(whole * c.width // parts) for c in table.columns]


def _cell(cell: _Cell, text: str, width: Length, align: WD_ALIGN_PARAGRAPH, face: str) -> None:
    cell.width = width
    paragraph = cell.paragraphs[0]
    paragraph.alignment = align
    _spacing(paragraph, Pt(16))
    _off_grid(paragraph)
    _run(paragraph, text, face, WU_HAO)


def _off_grid(paragraph: DocxParagraph) -> None:
    """Lines of a table keep their own height instead of the page's 28 points."""
    snap = OxmlElement("w:snapToGrid")
    snap.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().append(snap)


def _repeat(row: object) -> None:
    """The head row again on every page."""
    _row_property(row, "w:tblHeader")


def _whole(row: object) -> None:
    """A row is never split over two pages."""
    _row_property(row, "w:cantSplit")


def _row_property(row: object, name: str) -> None:
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    row.get_or_add_trPr().append(element)  # type: ignore[attr-defined]


def _paragraph(
    document: DocxDocument,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    *,
    line: Length | None = LINE,
    after: Length | None = None,
    indent: bool = False,
    keep: bool = False,
) -> DocxParagraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    _spacing(paragraph, line, after)
    paragraph.paragraph_format.keep_with_next = keep
    if indent:
        paragraph.paragraph_format.first_line_indent = SAN_HAO * 2
    return paragraph


def _spacing(paragraph: DocxParagraph, line: Length | None, after: Length | None = None) -> None:
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after = Pt(0), after or Pt(0)
    if line is not None:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, line


def _run(
    paragraph: DocxParagraph,
    text: str,
    face: str,
    size: Length,
    *,
    bold: bool = False,
    color: RGBColor | None = None,
) -> Run:
    run = paragraph.add_run(text)
    run.font.size, run.bold = size, bold
    run.font.name = LATIN
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if color is not None:
        run.font.color.rgb = color
    return run


def _bytes(document: DocxDocument) -> bytes:
    """The file with every part dated alike, so that nothing of the clock is in it."""
    written = io.BytesIO()
    document.save(written)
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            part = zipfile.ZipInfo(name, EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return fixed.getvalue()
