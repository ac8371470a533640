"""The Word file: page and faces by GB/T 9704-2012, the same document always the same bytes."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Length
from lxml import etree

from luoshi.reports import defaults, docx, pdf
from luoshi.reports.bulletin import compose
from luoshi.reports.defaults import BULLETIN
from luoshi.reports.facts import MonthFacts
from luoshi.reports.templates import Template
from tests.reports.facts_of_a_month import month, target


@pytest.fixture(scope="module")
def document() -> DocxDocument:
    return Document(io.BytesIO(docx.render(compose(MonthFacts.of(month())))))


def face(paragraph_text: str, document: DocxDocument) -> str | None:
    run = next(p.runs[0] for p in document.paragraphs if p.text == paragraph_text)
    return run._r.rPr.rFonts.get(qn("w:eastAsia"))


def test_works(document: DocxDocument) -> None:
    texts = [p.text for p in document.paragraphs]
    assert texts[0] == "云溪高新技术产业开发区管理委员会"
    assert "云高督通〔2026〕10号" in texts
    assert "各镇街、各部门、各专班，区属各国有企业：" in texts
    assert "2026年11月5日" in texts


def test_the_page_is_that_of_the_standard(document: DocxDocument) -> None:
    page = document.sections[0]
    assert (page.page_width.mm, page.page_height.mm) == (
        pytest.approx(210, abs=0.1),
        pytest.approx(297, abs=0.1),
    )
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [round(m.mm) for m in margins] == [37, 35, 28, 26]
    grid = page._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "560")


def test_a_page_holds_22_lines_of_28_characters(document: DocxDocument) -> None:
    page, text = document.sections[0], document.styles["Normal"]
    closer = int(text.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    width = Length(page.page_width - page.left_margin - page.right_margin).pt
    height = Length(page.page_height - page.top_margin - page.bottom_margin).pt
    assert int(width // (text.font.size.pt + closer)) == 28
    assert int(height // 28) == 22


def test_faces_are_those_of_the_standard(document: DocxDocument) -> None:
    assert face("关于2026年10月重点工作推进情况的通报", document) == "方正小标宋简体"
    assert face("一、总体情况", document) == "黑体"
    assert face("（一）亮红灯的目标", document) == "楷体_GB2312"
    body = next(p for p in document.paragraphs if "量化目标 5 项" in p.text)
    assert body.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert (body.runs[0].font.size.pt, body.paragraph_format.line_spacing.pt) == (16, 28)


def saying(*sections: dict[str, object]) -> bytes:
    """The file of a bulletin that says these sections."""
    data = BULLETIN.to_data()
    for name in ("attachments", "lists", "phrases"):
        data.pop(name, None)
    template = Template.from_data(data | {"sections": [*sections]})
    return docx.render(compose(MonthFacts.of(month()), template))


def test_headings_of_four_levels_have_their_faces() -> None:
    body = [{"say": "抓好落实。"}]
    file = saying(*({"heading": "工作", "level": level, "body": body} for level in (1, 2, 3, 4)))
    made = Document(io.BytesIO(file))
    texts = ("一、工作", "（一）工作", "1. 工作", "（1）工作")
    assert [face(text, made) for text in texts] == ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]
    runs = [next(p.runs[0] for p in made.paragraphs if p.text == text) for text in texts]
    assert [bool(run.font.bold) for run in runs] == [False, False, True, False]
    assert {run.font.size.pt for run in runs} == {16}


def test_a_printed_page_holds_22_lines_of_28_characters() -> None:
    if pdf.program() is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-writer)")
    file = saying({"heading": "情况", "body": [{"say": "落实工作" * 400}]})
    pages = [page.get_textpage().get_text_range().splitlines() for page in pdfium.PdfDocument(pdf.of(file))]
    full = pages[-2]  # between the page where the text begins and the one where it ends
    assert [len(line) for line in full[:-1]] == [28] * 22
    assert full[-1].startswith("—"), "the number of the page"


def test_attachments_stand_on_landscape_pages(document: DocxDocument) -> None:
    assert [s.orientation for s in document.sections] == [0, 1, 1]
    assert [len(t.rows) for t in document.tables] == [6, 2, 2]


def test_the_page_number_is_a_field(document: DocxDocument) -> None:
    assert "PAGE" in document.sections[0].footer._element.xml


def test_the_same_document_gives_the_same_bytes() -> None:
    official = compose(MonthFacts.of(month()))
    assert docx.render(official) == docx.render(official)


def test_another_document_gives_other_bytes() -> None:
    changed = month() | {"number": "云高督通〔2026〕11号"}
    assert docx.render(compose(MonthFacts.of(changed))) != docx.render(compose(MonthFacts.of(month())))


def test_the_signature_never_stands_alone_on_a_page(document: DocxDocument) -> None:
    texts = [p.text for p in document.paragraphs]
    date = texts.index("2026年11月5日")
    before = document.paragraphs[date - 6 : date]
    assert texts[date - 6].startswith("核对反馈。")
    assert all(p.paragraph_format.keep_with_next for p in before)
    assert not document.paragraphs[date].paragraph_format.keep_with_next


def with_references(address: str = "") -> DocxDocument:
    facts = MonthFacts.of(month() | {"code": "TB2610-1", "address": address})
    return Document(io.BytesIO(docx.render(compose(facts))))


def test_every_number_leads_to_its_row_among_the_references() -> None:
    found = with_references()
    body = found.element.body
    marks = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    assert links and {*links} <= marks
    rows = [[cell.text for cell in row.cells] for row in found.tables[-1].rows]
    assert rows[0] == ["编号", "数据", "文中的数", "出处"]
    assert len(rows) - 1 == len(marks)
    codes = [row[0] for row in rows[1:]]
    assert codes == [f"TB2610-1-{at}" for at in range(1, len(rows))]
    assert ["境内到位资金", "累计 78.83 亿元，目标 88 亿元，完成率 75.0%", "目标 2026-003，台账计量"] in [
        row[1:] for row in rows
    ]
    texts = [p.text for p in found.paragraphs]
    assert "　　　3．数据出处" in texts and "附件 3" in texts


def test_a_code_leads_to_the_pages_where_their_address_is_known() -> None:
    related = with_references("http://10.20.30.40:8000").part.rels.values()
    urls = {each.target_ref for each in related if each.is_external}
    assert "http://10.20.30.40:8000/f/TB2610-1-1" in urls
    assert not [each for each in with_references().part.rels.values() if each.is_external]


def test_text_is_the_same_with_references_and_without(document: DocxDocument) -> None:
    plain = [p.text for p in document.paragraphs]
    referring = [p.text for p in with_references().paragraphs]
    assert [text for text in plain if text not in referring] == []


def test_page_numbers_stand_outside(document: DocxDocument) -> None:
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    assert section.footer.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert section.even_page_footer.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.LEFT
    assert section.even_page_footer.paragraphs[0].text.startswith("— ")


def test_faces_that_are_missing_have_others_in_their_place(document: DocxDocument) -> None:
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,' in part.blob.decode()


def test_without_a_head_nothing_is_red() -> None:
    template = next(each for each in defaults.TEMPLATES if each.code == "meeting")
    made = Document(io.BytesIO(docx.render(compose(MonthFacts.of(month()), template))))
    assert made.paragraphs[0].text == "2026年10月重点工作调度会材料"
    assert "C8102E" not in made.element.xml


def test_a_chart_is_drawn_by_word_itself() -> None:
    template = next(each for each in defaults.TEMPLATES if each.code == "economy")
    file = docx.render(compose(MonthFacts.of(month()), template))
    made = Document(io.BytesIO(file))
    (chart,) = (each for each in made.part.package.iter_parts() if "/charts/" in each.partname)
    root = etree.fromstring(chart.blob)
    values = [each.text for each in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}v")]
    assert "完成率" in values and "75.0" in values and "盘活闲置低效用地" in values
    assert "盘活闲置低效用地 75.0%" in made.element.xml, "told to who cannot see it"
    assert file == docx.render(compose(MonthFacts.of(month()), template))


def test_one_page_is_one_page() -> None:
    if pdf.program() is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-writer)")
    template = next(each for each in defaults.TEMPLATES if each.code == "page")
    many = [target(f"2026-{at:03d}", f"重点指标{at}", "red", "-30") for at in range(60)]
    facts = MonthFacts.of(month() | {"code": "YY2610-1", "targets": many})
    assert len(pdfium.PdfDocument(pdf.of(docx.render(compose(facts, template))))) == 1


def test_libreoffice_that_gives_up_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    idle = tmp_path / "soffice"
    idle.write_text("#!/bin/sh\nexit 0\n")
    idle.chmod(0o755)
    monkeypatch.setattr(pdf, "program", lambda: str(idle))
    with pytest.raises(pdf.GaveUp, match="没有生成 PDF"):
        pdf.of(b"")
    monkeypatch.setattr(pdf, "program", lambda: None)
    with pytest.raises(pdf.NoOffice, match="没有安装"):
        pdf.of(b"")
