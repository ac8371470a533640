"""A file is what its content says; one that is called otherwise, or may run something, is refused in a sentence."""

from __future__ import annotations

import pytest

from luoshi.ledgers import sniffing
from luoshi.ledgers.sniffing import BadFile
from tests.ledgers import files

TYPES = "[Content_Types].xml"
GOOD = {
    "批文.pdf": (files.PDF, "PDF"),
    "照片.jpg": (files.picture(), "JPEG 图片"),
    "照片.JPEG": (files.picture(), "JPEG 图片"),
    "图.png": (files.picture("PNG"), "PNG 图片"),
    "图.gif": (files.picture("GIF"), "GIF 图片"),
    "图.webp": (files.picture("WEBP"), "WebP 图片"),
    "图.heic": (files.film(b"heic"), "HEIC 图片"),
    "片.mp4": (files.film(b"isom"), "MP4 视频"),
    "纪要.docx": (files.archive(TYPES, "word/document.xml"), "Word 文档"),
    "表.xlsx": (files.workbook(), "Excel 工作簿"),
    "讲.pptx": (files.archive(TYPES, "ppt/presentation.xml"), "PowerPoint 演示文稿"),
    "文.ofd": (files.archive("OFD.xml", "Doc_0/Document.xml"), "OFD 文档"),
    "包.zip": (files.archive("照片/1.jpg"), "zip 压缩包"),
    "旧.doc": (files.compound("Root Entry", "WordDocument"), "Word 97 文档"),
    "旧.wps": (files.compound("WordDocument"), "Word 97 文档"),
    "旧.xls": (files.compound("Workbook"), "Excel 97 工作簿"),
    "旧.et": (files.compound("Book"), "Excel 97 工作簿"),
    "旧.ppt": (files.compound("PowerPoint Document"), "PowerPoint 97 演示文稿"),
    "说明.txt": ("云溪高新区\r\n第一行".encode(), "文本"),
    "国标.txt": ("云溪高新区".encode("gb18030"), "文本"),
    "数.csv": ("﻿编号,名称\n1,<5%\n".encode(), "文本"),
}
PAGE = b"<!DOCTYPE html><script>alert(1)</script>"
BAD = {
    "an empty file": (b"", "空.pdf", "是空文件"),
    "a page called a photograph": (PAGE, "照片.jpg", "名为 jpg，不是能识别的文件"),
    "a page called a text": (b"\n " + PAGE, "说明.txt", "名为 txt"),
    "a drawing called a text": (b"<svg onload='x'/>", "图.csv", "名为 csv"),
    "a page": (PAGE, "说明.html", "的类型不能上传。可以上传：pdf、jpg"),
    "a drawing": (b"<svg/>", "图.svg", "的类型不能上传"),
    "a script": (b"alert(1)", "a.js", "的类型不能上传"),
    "a program": (b"MZ\x90\0", "装.exe", "的类型不能上传"),
    "a program called a PDF": (b"MZ\x90\0", "装.pdf", "名为 pdf，不是能识别的文件"),
    "two suffixes": (files.PDF, "批文.pdf.exe", "的类型不能上传"),
    "no suffix": (files.PDF, "批文", "的类型不能上传"),
    "a PDF called a picture": (files.PDF, "照片.png", "名为 png，其实是PDF"),
    "a picture with an archive behind, called one": (files.picture() + files.archive("a.txt"), "包.zip", "其实是JPEG"),
    "an archive with a page before": (PAGE + files.archive(TYPES, "word/document.xml"), "纪要.docx", "后缀不符"),
    "a workbook called a document": (files.workbook(), "纪要.docx", "其实是Excel 工作簿"),
    "macros": (files.archive(TYPES, "xl/workbook.xml", "xl/vbaProject.bin"), "表.xlsx", "带有宏"),
    "a workbook with macros by name": (files.workbook(), "表.xlsm", "的类型不能上传"),
    "old macros": (files.compound("Workbook", "_VBA_PROJECT_CUR", "VBA"), "旧.xls", "带有宏"),
    "a program in an archive": (files.archive("照片/1.jpg", "照片/看.EXE "), "包.zip", "里有程序或网页“看.EXE ”"),
    "a page in an archive": (files.archive("a/index.html"), "包.zip", "里有程序或网页“index.html”"),
    "a broken archive": (b"PK\x03\x04" + b"\0" * 40, "包.zip", "后缀不符"),
    "noughts called a text": (b"a\0b", "说明.txt", "名为 txt"),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_what_is_taken(name: str) -> None:
    data, kind = GOOD[name]
    assert sniffing.kind(data, name).name == kind


@pytest.mark.parametrize(("data", "name", "why"), BAD.values(), ids=BAD)
def test_what_is_refused(data: bytes, name: str, why: str) -> None:
    with pytest.raises(BadFile, match="。$") as refused:
        sniffing.kind(data, name)
    assert why in str(refused.value)
    assert f"附件“{name}”" in str(refused.value)


def test_an_archive_of_too_many_members_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    several = files.archive("1.txt", "2.txt", "3.txt")
    assert sniffing.kind(several, "包.zip")
    monkeypatch.setattr(sniffing, "MOST_MEMBERS", 2)
    with pytest.raises(BadFile):
        sniffing.kind(several, "包.zip")


def test_every_kind_has_a_name_that_its_column_holds() -> None:
    assert max(len(each.name) for each in sniffing.KINDS) <= 20
