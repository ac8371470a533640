"""The Word file: page and faces by GB/T 9704-2012, the same document always the same bytes."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.shared import Length

from luoshi.reports import docx
from luoshi.reports.bulletin import compose
from luoshi.reports.facts import MonthFacts
from tests.reports.facts_of_a_month import month


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
    before = document.paragraphs[date - 5 : date]
    assert texts[date - 5].startswith("核对反馈。")
    assert all(p.paragraph_format.keep_with_next for p in before)
    assert not document.paragraphs[date].paragraph_format.keep_with_next
