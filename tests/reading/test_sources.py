"""Files come in as text, and bad files go out with a sentence that says what to do."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from luoshi.reading.sources import SourceError, errors, kinds, load, numbering

PLAN = "一、突出招商引资\n年内签约外资项目25个。"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_file_in_any_of_its_encodings(encoding: str) -> None:
    assert load(PLAN.encode(encoding), "plan.txt").text == PLAN


def test_a_text_file_with_a_broken_byte_is_still_read() -> None:
    data = (PLAN * 40).encode() + b"\xe4\xb8"
    assert load(data, "plan.txt").text.startswith(PLAN)


def _document() -> docx.document.Document:
    return docx.Document()


def _saved(document: docx.document.Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_word_paragraphs_and_tables() -> None:
    document = _document()
    document.add_paragraph("云溪高新区2026年工作要点")
    table = document.add_table(2, 2)
    for cell, words in zip(
        (c for row in table.rows for c in row.cells), ("指标", "目标", "产值", "64亿元"), strict=True
    ):
        cell.text = words
    source = load(_saved(document), "plan.docx")
    assert (source.kind, source.text) == ("docx", "云溪高新区2026年工作要点\n指标\t目标\n产值\t64亿元")


def test_words_automatic_numbers_are_written_out() -> None:
    document = _document()
    levels = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
    inner = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {_W} w:abstractNumId="90">{inner}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {_W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for depth, words in ((0, "招商"), (1, "队伍"), (1, "机制"), (2, "考核"), (0, "项目"), (1, "开工")):
        properties = document.add_paragraph(words)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {_W}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>')
        )
    assert load(_saved(document), "plan.docx").text.split("\n") == [
        "一、招商", "（一）队伍", "（二）机制", "1.考核", "二、项目", "（一）开工",
    ]  # fmt: skip


def test_words_deleted_in_review_are_left_out() -> None:
    document = _document()
    paragraph = document.add_paragraph("引进项目")
    paragraph._p.append(parse_xml(f"<w:del {_W}><w:r><w:delText>20个</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {_W}><w:r><w:t>25个</w:t></w:r></w:ins>"))
    assert load(_saved(document), "plan.docx").text == "引进项目25个"


PAGE = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>云溪</title><script>var a = "项目";</script></head>
<body><ul class="nav"><li><a href="#">首页</a></li><li><a href="#">政务公开</a></li></ul>
<div class="page"><h1>云溪高新区2026年工作要点</h1><div>发布时间：2026-01-08 来源：管委会</div>
<div id="zoom"><p>一、突出招商引资</p><p>年内<b>签约</b>外资项目25个，<br>其中工业项目10个，农业项目5个，服务业项目10个。</p>
<table><tr><td><p>指标</p></td><td>目标</td></tr><tr><td>产值</td><td>64<br>亿元</td></tr></table></div></div>
<div>版权所有：云溪高新区</div></body></html>"""


def test_the_main_text_of_a_page() -> None:
    source = load(PAGE.encode("gb18030"), "plan.html")
    assert source.kind == "html"
    assert source.text.split("\n") == [
        "云溪高新区2026年工作要点", "发布时间：2026-01-08 来源：管委会", "一、突出招商引资", "年内签约外资项目25个，",
        "其中工业项目10个，农业项目5个，服务业项目10个。", "指标\t目标", "产值\t64 亿元",
    ]  # fmt: skip


def test_a_page_is_known_by_its_content() -> None:
    assert load(PAGE.encode("utf-8"), "plan").kind == "html"


def _zip(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return target.getvalue()


BAD = {
    "empty": (b"", "plan.txt", errors.EmptySource),
    "blank": (b" \r\n \n", "plan.txt", errors.EmptySource),
    "binary": (bytes(range(256)) * 40, "plan.txt", errors.NotText),
    "rubbish in odd bytes": (b"\x81\xff\x00\xfe" * 300, "plan.txt", errors.NotText),
    "rubbish named docx": (b"PK\x03\x04" + b"\x00rubbish" * 20, "plan.docx", errors.DamagedSource),
    "docx without a body": (_zip(word__document_xml=b"<a/>"), "plan.docx", errors.DamagedSource),
    "docx with broken xml": (_zip(word__document_xml=b"<a><b></a>"), "plan.docx", errors.DamagedSource),
    "entities": (_zip(word__document_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "plan.docx", errors.DamagedSource),
    "encrypted docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "plan.docx", errors.EncryptedSource),
    "old word": (OLE + "WordDocument".encode("utf-16-le"), "plan.doc", errors.UnsupportedSource),
    "wps": (OLE + "WordDocument".encode("utf-16-le"), "plan.wps", errors.UnsupportedSource),
    "pdf": (b"%PDF-1.7\n", "plan.pdf", errors.UnsupportedSource),
    "workbook": (_zip(xl__workbook_xml=b"<a/>"), "plan.xlsx", errors.UnsupportedSource),
    "image": (b"\x89PNG\r\n", "plan.png", errors.UnsupportedSource),
    "archive": (_zip(plan_xml=b"<a/>"), "plan.zip", errors.UnsupportedSource),
    "pdf named docx": (b"%PDF-1.7\n", "plan.docx", errors.WrongExtension),
    "text named docx": (PLAN.encode(), "plan.docx", errors.WrongExtension),
    "old word named docx": (OLE + "WordDocument".encode("utf-16-le"), "plan.docx", errors.WrongExtension),
    "page without words": (b"<html><body><img></body></html>", "plan.html", errors.NoText),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_its_own_sentence(case: str) -> None:
    data, name, error = BAD[case]
    with pytest.raises(SourceError) as caught:
        load(data, name)
    assert type(caught.value) is error
    assert re.fullmatch(rf"文件“{re.escape(name)}”.*[请].*。", str(caught.value))


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "UNPACKED_MOST", 10_000)
    bomb = _zip(word__document_xml=b"0" * 20_000)
    assert len(bomb) < 1_000
    with pytest.raises(errors.OversizedSource):
        load(bomb, "plan.docx")


def test_the_same_file_below_the_limit_is_opened() -> None:
    with pytest.raises(errors.DamagedSource):
        load(_zip(word__document_xml=b"0" * 20_000), "plan.docx")


def test_chinese_counting() -> None:
    assert [numbering.han(n) for n in (1, 10, 11, 20, 21, 100, 101, 110, 1001)] == [
        "一", "十", "十一", "二十", "二十一", "一百", "一百零一", "一百一十", "一千零一",
    ]  # fmt: skip
