"""Files come in as text, and bad files go out with a sentence that says what to do."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from luoshi.reading import reader
from luoshi.reading.sources import EXTENSIONS, Part, SourceError, errors, kinds, load, parsing, plain
from luoshi.reading.sources.stretches import Stretch, source
from tests.reading import source_files as files
from tests.reading.source_files import OLE, packed

PLAN = "一、突出招商引资\n年内签约外资项目25个。"
NOISE = bytes(range(256)) * 40
#: What may have been loaded by reading plain text: no parser of files, and nothing that starts processes of them.
HEAVY = ("lxml", "python_calamine", "pypdfium2", "luoshi.reading.sources.pdf", "luoshi.reading.sources.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("times", [1, 4000])
def test_a_text_file_in_any_of_its_encodings(encoding: str, times: int) -> None:
    text = "\n".join([PLAN] * times)
    found = load(text.encode(encoding), "plan.txt")
    assert (found.text, found.kind, found.parts) == (text, "txt", ())


@pytest.mark.parametrize("where", [0, 50, -1])
def test_a_text_file_with_a_broken_byte_is_still_read(where: int) -> None:
    whole = (PLAN * 40).encode()
    text = load(whole[:where] + b"\xb8" + whole[where:], "plan.txt").text
    assert text.count("\ufffd") in (1, 2) and text.count("年内签约") >= 39


def test_a_western_text_with_a_few_chinese_words_in_gb18030() -> None:
    text = "Annual report of the zone, with 25 projects signed. " * 20 + "云溪"
    assert load(text.encode("gb18030"), "plan.txt").text == text


def test_text_is_told_from_bytes_by_its_beginning() -> None:
    assert plain.is_text(PLAN.encode("gb18030")) and plain.is_text((PLAN * 5000).encode())
    assert not plain.is_text(NOISE)


def test_parts_tell_the_place_of_each_stretch() -> None:
    found = source("pdf", [
        Stretch("", "", "第1页"), Stretch("招商", "", "第1页"), Stretch("引资", "\n", "第1页"), Stretch("项目", "\n", "第2页"),
        Stretch("建设", "\n"), Stretch("", "", "第3页", "第3页没有读取。"),
    ])  # fmt: skip
    assert found.text == "招商引资\n项目\n建设"
    assert found.parts == (Part(0, 4, "第1页"), Part(5, 7, "第2页"))
    assert [found.place(at) for at in (0, 3, 4, 5, 8)] == ["第1页", "第1页", "", "第2页", ""]
    ((start, end, sentence),) = ((p.start, p.end, p.sentence) for p in found.problems)
    assert (start, end, sentence) == (10, 10, "第3页没有读取。")


BAD = {
    "empty": (b"", "plan.txt", errors.EmptySource),
    "blank": (b" \r\n \n", "plan.txt", errors.EmptySource),
    "without a letter": (b"--- ... ---\n", "plan.txt", errors.NoText),
    "binary": (NOISE, "plan.txt", errors.NotText),
    "binary without a name": (NOISE, "plan", errors.NotText),
    "rubbish in odd bytes": (b"\x81\xff\x00\xfe" * 300, "plan.txt", errors.NotText),
    "rubbish named docx": (b"PK\x03\x04" + b"\x00rubbish" * 20, "plan.docx", errors.DamagedSource),
    "docx without a body": (packed({"word/document.xml": "<a/>"}), "plan.docx", errors.DamagedSource),
    "docx with broken xml": (packed({"word/document.xml": "<a><b></a>"}), "plan.docx", errors.DamagedSource),
    "cut docx": (files.written(PLAN)[:9000], "plan.docx", errors.DamagedSource),
    "encrypted docx": (files.compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), "plan.docx", errors.EncryptedSource),
    "encrypted docx, cut": (OLE + "EncryptedPackage".encode("utf-16-le"), "plan.docx", errors.EncryptedSource),
    "encrypted doc": (files.compound({"WordDocument": bytes(11) + b"\x01"}), "plan.doc", errors.EncryptedSource),
    "cut doc": (files.compound({"WordDocument": b""})[:2500], "plan.doc", errors.DamagedSource),
    "doc whose directory is cut off": (files.compound({"WordDocument": b""})[:1100], "plan.doc", errors.DamagedSource),
    "doc with macros": (files.compound({"WordDocument": b"", "Macros": b""}), "plan.doc", errors.MacroSource),
    "docx with macros": (packed({"word/document.xml": "<a/>", "word/vbaProject.bin": b"x"}), "plan.docx", errors.MacroSource),
    "docm": (packed({"word/document.xml": "<a/>", "word/vbaProject.bin": b"x"}), "plan.docm", errors.MacroSource),
    "xlsm": (packed({"xl/workbook.xml": "<a/>", "xl/vbaProject.bin": b"x"}), "plan.xlsm", errors.MacroSource),
    "damaged pdf": (b"%PDF-1.7\n" + NOISE, "plan.pdf", errors.DamagedSource),
    "damaged workbook": (packed({"xl/workbook.xml": "<a/>"}), "plan.xlsx", errors.DamagedSource),
    "damaged old workbook": (files.old_workbook("表", [["指标"]])[:2000], "plan.xls", errors.DamagedSource),
    "slides": (packed({"ppt/presentation.xml": "<a/>"}), "plan.pptx", errors.UnsupportedSource),
    "ofd": (packed({"OFD.xml": "<a/>"}), "plan.ofd", errors.UnsupportedSource),
    "page in one file": (b"MIME-Version: 1.0\n", "plan.mht", errors.UnsupportedSource),
    "archive": (packed({"plan.txt": "一"}), "plan.zip", errors.UnsupportedSource),
    "page without words": (b"<html><body><img></body></html>", "plan.html", errors.NoText),
    "too deep a page": (b"<html><body>" + b"<div>" * 5000 + "一".encode(), "plan.html", errors.DamagedSource),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_its_own_sentence(case: str) -> None:
    data, name, error = BAD[case]
    with pytest.raises(SourceError) as caught:
        load(data, name)
    assert type(caught.value) is error
    assert re.fullmatch(rf"文件“{re.escape(name)}”.*[请].*。", str(caught.value))


WRONG = {
    "a.docx": (b"%PDF-1.7\n", "不是 Word 文档，内容是 PDF 文件"),
    "b.docx": (PLAN.encode(), "不是 Word 文档，内容是纯文本"),
    "c.docx": (NOISE, "不是 Word 文档，内容是无法识别的二进制数据"),
    "d.docx": (files.compound({"WordDocument": b""}), "不是 Word 文档，内容是旧版 Word"),
    "e.doc": (b"\x89PNG\r\n", "不是 Word 或 WPS 文档，内容是图片"),
    "f.xlsx": (files.written(PLAN), "不是 Excel 工作簿，内容是 Word 文档"),
    "g.pdf": (files.written(PLAN), "不是 PDF 文件，内容是 Word 文档"),
    "h.txt": (files.written(PLAN), "不是文本文件，内容是 Word 文档"),
    "i.html": (NOISE, "不是网页，内容是无法识别的二进制数据"),
    "j.png": (PLAN.encode(), "不是图片，内容是纯文本"),
    "k.xls": (PLAN.encode(), "不是 Excel 或 WPS 表格，内容是纯文本"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_its_name_does_not_say(name: str) -> None:
    data, sentence = WRONG[name]
    with pytest.raises(errors.WrongExtension) as caught:
        load(data, name)
    assert sentence in str(caught.value) and name in str(caught.value)


def test_a_web_page_under_the_name_of_an_old_program_is_read() -> None:
    """Word and Excel open such files too, and official sites give them out."""
    page = "<html><body><p>年内签约项目25个。</p></body></html>".encode()
    assert {load(page, name).text for name in ("a.doc", "a.xls", "a.html", "a")} == {"年内签约项目25个。"}
    with pytest.raises(errors.WrongExtension):
        load(page, "a.docx")


def test_every_extension_has_kinds_with_names() -> None:
    assert {"txt", "html", "docx", "xlsx", "xls", "et", "pdf", "doc", "wps", "png", "jpg"} <= set(EXTENSIONS)
    assert set().union(*(meant for _, meant in kinds.PROMISED.values())) <= set(kinds.NAMES)
    assert kinds.REFUSED.keys() <= kinds.NAMES.keys()


def test_small_files_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(parsing, "run", refuse)
    page = f"<html><body>{PLAN}</body></html>".encode()
    for data, name in ((PLAN.encode(), "a.txt"), (page, "a.html"), (files.written(PLAN), "a.docx")):
        assert "年内签约外资项目25个。" in load(data, name).text
    for data, name in ((files.pdf([[(60, 700, 12, "招商")]]), "a.pdf"), (page + b" " * 2**18, "a.html")):
        with pytest.raises(AssertionError):
            load(data, name)


def test_reading_plain_text_loads_no_parser() -> None:
    code = (
        "import sys; from luoshi.reading import reader, sources; sources.load('签约25个'.encode(), 'a.txt');"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ran.stdout.decode().strip() == "[]"
    again = code.replace("'签约25个'.encode(), 'a.txt'", "b'<html>a</html>', 'a.html'")
    assert (
        "lxml"
        in subprocess.run([sys.executable, "-c", again], capture_output=True, check=True).stdout.decode()
    )


def test_offsets_of_a_reading_lead_to_the_place_in_the_file() -> None:
    data = files.pdf([
        [(84, 760, 12, "一、突出招商引资"), (84, 740, 12, "新签约亿元以上项目25个。")], [(84, 760, 12, "完成固定资产投资64亿元。")],
    ])  # fmt: skip
    found = load(data, "plan.pdf")
    reading = reader.read(found.text)
    assert [found.place(one.start) for one in reading.commitments] == ["第1页", "第2页"]
