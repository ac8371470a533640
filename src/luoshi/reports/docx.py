"""An official document as Word by GB/T 9704-2012 (党政机关公文格式); the same document always gives the same bytes.

Page A4, margins 37 / 35 / 28 / 26 mm (5.2.2), 22 lines of 28 characters, body 仿宋 三号 on 28 pt lines, title 小标宋
二号, first-level headings 黑体, second-level 楷体 (7.3.3), page numbers 四号 宋体 between dashes, outside (7.5). Every
number leads to its row among the references at the end; the row has a code for who reads on paper. Short documents have
no such rows: their numbers lead to their pages, and below the page number stands the code of the whole.
"""

from __future__ import annotations

import datetime
import io
import zipfile

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph

from luoshi.reports import references
from luoshi.reports.document import Attachment, Block, Chart, Heading, Official, Piece, Table
from luoshi.reports.word import charts, page, tables, text
from luoshi.reports.word.text import (
    BLACK,
    BODY,
    COMPACT,
    FULL,
    KAI,
    LATIN,
    NOWHERE,
    SAN_HAO,
    SI_HAO,
    TITLE,
    Leads,
    Shape,
    paragraph,
    run,
)

RED = RGBColor(0xC8, 0x10, 0x2E)
HEADING_FACES = {1: BLACK, 2: KAI, 3: BODY, 4: BODY}
EPOCH = (1980, 1, 1, 0, 0, 0)  # the zip format's first day: the same document, the same bytes


def render(official: Official) -> bytes:
    """The document as the bytes of a docx file."""
    document = Document()
    shape = COMPACT if official.one_page else FULL
    _defaults(document, official, shape)
    leads = _leads(official)
    noted = references.note(official.code, official.address) if official.short and official.code else ""
    page.page(document.sections[0], shape, note=noted)
    _head(document, official, shape, leads)
    for number, block in enumerate(official.body, 1):
        _block(document, block, shape, leads, number)
    _signature(document, official, shape)
    for number, attachment in enumerate(official.attachments, 1):
        _attachment(document, official, attachment, number, leads)
    if official.references and not official.short:
        _code(document, official) if official.one_page else _references(document, official)
    return _bytes(document)


def _leads(official: Official) -> Leads:
    """Where numbers lead; of what was issued on one page before each number had its code, nowhere."""
    codes = {each.key: each.code for each in official.references}
    if not official.short:
        return Leads({} if official.one_page else codes)
    pages = references.url(official.address, "") if official.address else ""
    return Leads(codes, official.code, pages)


def _defaults(document: DocxDocument, official: Official, shape: Shape) -> None:
    style = document.styles["Normal"]
    style.font.name = LATIN
    style.font.size = shape.size
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    faces.set(qn("w:eastAsia"), BODY)
    if not official.one_page:
        page.closer(document)
    page.fonts(document)
    document.settings.odd_and_even_pages_header_footer = True
    properties = document.core_properties
    properties.title, properties.author, properties.comments = official.title, official.issuer, ""
    moment = datetime.datetime.combine(official.issued_on, datetime.time(9))
    properties.created = properties.modified = moment
    properties.last_modified_by = official.issuer


def _head(document: DocxDocument, official: Official, shape: Shape, leads: Leads) -> None:
    """The red head with its line, where there is one; then number, title and addressee."""
    if official.head:
        head = paragraph(document, WD_ALIGN_PARAGRAPH.CENTER, line=None, after=Pt(12))
        run(head, official.head, TITLE, _head_size(official.head), color=RED)
    if official.head or official.number:
        number = paragraph(document, WD_ALIGN_PARAGRAPH.CENTER)
        run(number, official.number, BODY, SAN_HAO)
        if official.head:
            _red_line(number)
        paragraph(document, WD_ALIGN_PARAGRAPH.CENTER)
    title = paragraph(document, WD_ALIGN_PARAGRAPH.CENTER, line=shape.between, after=Pt(14))
    if leads.title:
        text.bookmark(title, leads.title, 1)
    text.said(title, official.titled or (Piece(official.title),), TITLE, shape.title, leads)
    if official.addressee:
        run(paragraph(document, line=shape.line), f"{official.addressee}：", BODY, shape.size)


def _head_size(said: str) -> Length:
    """As large as one line of 156 mm allows, 36 points at most."""
    return Pt(min(36, int(Mm(156).pt / max(len(said), 1))))


def _red_line(made: DocxParagraph) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", "C8102E")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    made._p.get_or_add_pPr().append(borders)


def _block(document: DocxDocument, block: Block, shape: Shape, leads: Leads, number: int) -> None:
    two = Length(shape.size * 2)
    if isinstance(block, Heading):
        made = paragraph(document, line=shape.line, indent=two, keep=True)
        said = block.pieces or (Piece(block.text),)
        text.said(made, said, HEADING_FACES[block.level], shape.size, leads, bold=block.level == 3)
    elif isinstance(block, Chart):
        charts.chart(document, block, number)
    elif isinstance(block, Table):
        tables.table(document, block, leads)
    else:
        made = paragraph(document, WD_ALIGN_PARAGRAPH.JUSTIFY, line=shape.line, indent=two)
        if block.lead:
            run(made, block.lead, BODY, shape.size, bold=True)
        text.said(made, block.pieces, BODY, shape.size, leads)


def _signature(document: DocxDocument, official: Official, shape: Shape) -> None:
    """Attachment list, then issuer and date at the right, three characters from the edge (7.3.5.1).

    All of it stays with the end of the text: a page that holds nothing but the signature is no page of a document.
    """
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    titles = _attachments(official)
    if titles:
        paragraph(document, line=shape.line, keep=True)
    for number, title in enumerate(titles, 1):
        lead = "附件：" if number == 1 else "　　　"
        made = paragraph(document, line=shape.line, indent=Length(shape.size * 2), keep=True)
        run(made, f"{lead}{_mark(official, number, '．')}{title}", BODY, shape.size)
    paragraph(document, line=shape.line, keep=True)
    day = official.issued_on
    for said in (official.issuer, f"{day.year}年{day.month}月{day.day}日"):
        made = paragraph(document, WD_ALIGN_PARAGRAPH.RIGHT, line=shape.line, keep=said == official.issuer)
        made.paragraph_format.right_indent = Length(shape.size * 3)
        run(made, said, BODY, shape.size)


def _attachments(official: Official) -> list[str]:
    """What is attached, by its titles."""
    brief = official.one_page or official.short
    listed = [references.TITLE] if official.references and not brief else []
    return [*(attachment.title for attachment in official.attachments), *listed]


def _mark(official: Official, number: int, after: str = "") -> str:
    """The number of an attachment; one alone has none (7.3.4), but in what was issued when it had."""
    alone = len(_attachments(official)) == 1 and (official.short or official.titled)
    return "" if alone else f"{number}{after}"


def _attachment(
    document: DocxDocument, official: Official, attachment: Attachment, number: int, leads: Leads
) -> None:
    _attached(document, attachment.title, _mark(official, number))
    for table in attachment.tables:
        tables.table(document, table, leads)


def _attached(document: DocxDocument, said: str, mark: str) -> None:
    page.page(document.add_section(WD_SECTION.NEW_PAGE), FULL, landscape=True)
    run(paragraph(document), f"附件 {mark}".strip(), BLACK, SAN_HAO)
    title = paragraph(document, WD_ALIGN_PARAGRAPH.CENTER, line=Pt(34))
    run(title, said, TITLE, Pt(18))


def _references(document: DocxDocument, official: Official) -> None:
    """Where every number comes from: a row each, to which the numbers lead, with the code that the pages open."""
    _attached(document, references.TITLE, _mark(official, len(official.attachments) + 1))
    run(paragraph(document), references.ways(official.address), BODY, SI_HAO)
    rows = tables.table(document, references.table_of(official), NOWHERE)
    for number, (row, each) in enumerate(zip(rows, official.references, strict=True), 1):
        if official.address:
            text.linked(row, row.runs[0], references.url(official.address, each.code))
        text.bookmark(row, each.code, number)


def _code(document: DocxDocument, official: Official) -> None:
    """On one page there is no room for references: its foot says where they are."""
    made = paragraph(document, WD_ALIGN_PARAGRAPH.LEFT, line=Pt(16))
    run(made, f"出处编号 {official.code}。{references.ways(official.address)}", BODY, Pt(9))


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
