"""The page of GB/T 9704-2012: A4, margins 37 / 35 / 28 / 26 mm, 22 lines of 28 characters, page numbers outside."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import quoteattr

from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section, _Footer
from docx.shared import Length, Mm, Pt

from luoshi.reports.word.text import BLACK, BODY, KAI, SI_HAO, SONG, TITLE, Shape, off_grid, run, spacing

NOTE: Final = Pt(15)  # the height of what stands below a page number
CLOSER: Final = -5  # twentieths of a point between characters: 28 of 16 points in 156 mm (5.2.2)
#: What stands in for a face where it is not installed, the likeliest first.
FALLBACKS: Final = {
    TITLE: "方正小标宋_GBK,小标宋,华文中宋,STZhongsong,宋体",
    BODY: "仿宋,FangSong,华文仿宋,STFangsong",
    KAI: "楷体,KaiTi,华文楷体,STKaiti",
    BLACK: "SimHei,华文黑体,Noto Sans CJK SC",
    SONG: "SimSun,华文宋体,Noto Serif CJK SC",
}
_FONTS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def page(section: Section, shape: Shape, *, landscape: bool = False, note: str = "") -> None:
    """Set a section's paper, margins, grid and page numbers; a ``note`` stands small below the number."""
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.bottom_margin = Mm(28 if landscape else 37), Mm(26 if landscape else 35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Length(Mm(19 if landscape else 28) - (NOTE if note else 0))
    _grid(section, shape)
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        _page_number(footer, side)
        if note:
            _note(footer, note)


def _note(footer: _Footer, said: str) -> None:
    """A line that belongs to no text and makes no page."""
    made = footer.add_paragraph()
    spacing(made, Pt(12))
    made.paragraph_format.space_before = Pt(3)
    off_grid(made)
    run(made, said, SONG, Pt(9))


def _grid(section: Section, shape: Shape) -> None:
    """Lines of the text's height: 22 on a page.

    The grid has no cells for characters: cells narrower than a character of 16 points, which 28 in a line are, some
    programs double. The characters stand closer instead (:func:`closer`).
    """
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(int(shape.line.pt * 20)))


def closer(document: DocxDocument) -> None:
    """Let 28 characters stand in a line, in every program."""
    closeness = OxmlElement("w:spacing")
    closeness.set(qn("w:val"), str(CLOSER))
    properties = document.styles["Normal"].element.get_or_add_rPr()
    properties.insert_element_before(closeness, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")


def _page_number(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    """— 1 — at the outer side, one character from the edge (7.5)."""
    footer.is_linked_to_previous = False
    made = footer.paragraphs[0]
    made.alignment = side
    if side == WD_ALIGN_PARAGRAPH.RIGHT:
        made.paragraph_format.right_indent = SI_HAO
    else:
        made.paragraph_format.left_indent = SI_HAO
    run(made, "— ", SONG, SI_HAO)
    number = run(made, "", SONG, SI_HAO)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        number._r.append(element)
    run(made, " —", SONG, SI_HAO)


def fonts(document: DocxDocument) -> None:
    """Say what stands in for a face that is not installed."""
    told = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(others)}/><w:charset w:val='86'/></w:font>"
        for name, others in FALLBACKS.items()
    )
    part: Part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
    part._blob = f"{head}<w:fonts xmlns:w='{_FONTS}'>{told}</w:fonts>".encode()
