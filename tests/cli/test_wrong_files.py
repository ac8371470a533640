"""A file that is no plan or no table is refused in a sentence with its name and a remedy, and nothing is kept of it."""

from __future__ import annotations

import random
import re
import struct
from pathlib import Path

import pytest

from luoshi.plans.models import Document
from tests.whole.zone import PLAN, Captured, everything, said

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NOISE = random.Random(7).randbytes(4000)  # the same bytes in every run
REMEDY = re.compile("请|不需要")


def compound(*streams: str) -> bytes:
    """The smallest compound file with these streams: header, one sector of the table, one of the directory."""
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", magic, 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0
    )
    header += struct.pack("<109I", 0, *[FREE] * 108)
    table = struct.pack("<128I", FAT, END, *[FREE] * 126)
    entries = [entry("Root Entry", 5, child=1)]
    entries += [
        entry(name, 2, right=at + 1 if at < len(streams) else FREE) for at, name in enumerate(streams, 1)
    ]
    entries += [entry("", 0)] * (4 - len(entries))
    return header + table + b"".join(entries)


def entry(name: str, kind: int, *, right: int = FREE, child: int = FREE) -> bytes:
    text = name.encode("utf-16-le")
    size = len(text) + 2 if name else 0
    return struct.pack("<64sHBBIII36xIQ", text, size, kind, 1, FREE, right, child, END, 0)


ENCRYPTED = compound("EncryptionInfo", "EncryptedPackage")
CHAT = "今天下了一场雨。\n大家在院子里收衣服。\n".encode()


def test_the_compound_file_is_one() -> None:
    assert len(ENCRYPTED) == 3 * SECTOR
    assert "EncryptedPackage".encode("utf-16-le") in ENCRYPTED


PLANS = {
    "空.txt": (b"", "空文件"),
    "空白.txt": (b" \n\n ", "空文件"),
    "图.txt": (NOISE, "二进制"),
    "加密.docx": (ENCRYPTED, "打开密码"),
    "旧版.doc": (compound("WordDocument"), "另存为 docx"),
    "断.docx": (b"PK\x03\x04" + NOISE, "损坏"),
    "图.docx": (NOISE, "不是 Word 文档"),
    "图.xlsx": (NOISE, "不是 Excel 工作簿"),
    "网页.docx": (b"<html><body>a</body></html>", "内容是网页"),
    "文件.pdf": (b"%PDF-1.7\n" + NOISE, "PDF"),
    "闲话.txt": (CHAT, "没有识别出任何指标、任务或项目节点"),
}
TABLES = {
    "空.xlsx": (b"", "空文件"),
    "图.xlsx": (NOISE, "内容却不是"),
    "加密.xlsx": (ENCRYPTED, "密码"),
    "断.xlsx": (b"PK\x03\x04" + NOISE, "损坏"),
    "图.csv": (b"\x00\x01" * 500, "内容却不是"),
    "计划.txt": (CHAT, "不是表格文件"),
}


def refused(capsys: Captured, *words: object) -> str:
    """The complaint of a command that must fail and leave everything as it was."""
    before = everything()
    code, shown, complaint = said(capsys, *words)
    assert (code, shown) == (2, "")
    assert everything() == before
    assert "Traceback" not in complaint
    assert REMEDY.search(complaint), complaint
    return complaint


@pytest.mark.parametrize("name", PLANS)
def test_a_file_that_is_no_plan(zone: None, tmp_path: Path, capsys: Captured, name: str) -> None:
    data, sentence = PLANS[name]
    file = tmp_path / name
    file.write_bytes(data)
    complaint = refused(capsys, "plan", "add", file, "--year", 2027, "--confirm-all")
    assert sentence in complaint and name in complaint
    assert Document.objects.count() == 1


@pytest.mark.parametrize("name", [name for name in PLANS if name != "闲话.txt"])
def test_reading_refuses_the_same_files(tmp_path: Path, capsys: Captured, name: str) -> None:
    data, sentence = PLANS[name]
    (tmp_path / name).write_bytes(data)
    code, shown, complaint = said(capsys, "read", tmp_path / name)
    assert (code, shown) == (2, "")
    assert sentence in complaint and name in complaint


@pytest.mark.parametrize("name", TABLES)
def test_a_file_that_is_no_table(zone: None, tmp_path: Path, capsys: Captured, name: str) -> None:
    data, sentence = TABLES[name]
    file = tmp_path / name
    file.write_bytes(data)
    complaint = refused(capsys, "import", "investment.signings", file, "--apply")
    assert sentence in complaint


@pytest.mark.parametrize(
    "words", [("read",), ("plan", "add"), ("import", "investment.signings")], ids=lambda w: w[0]
)
def test_a_file_that_is_not_there(
    zone: None, tmp_path: Path, capsys: Captured, words: tuple[str, ...]
) -> None:
    assert "找不到文件" in refused(capsys, *words, tmp_path / "没有.xlsx")
    assert "是文件夹" in refused(capsys, *words, tmp_path)
    assert "读不出来" in refused(capsys, *words, tmp_path / ("长" * 300))


def test_a_plan_that_is_there_already(zone: None, tmp_path: Path, capsys: Captured) -> None:
    assert "是同一个文件" in refused(capsys, "plan", "add", PLAN, "--year", 2026)
    (tmp_path / "改.txt").write_bytes(PLAN.read_bytes() + "\n附注：内部资料。\n".encode())
    assert "上传新版本" in refused(capsys, "plan", "add", tmp_path / "改.txt", "--year", 2026)


def test_a_plan_without_a_year(zone: None, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "计划.txt"
    file.write_text("新签约亿元以上项目12个。\n", encoding="utf-8")
    assert "没有写明是哪一年" in refused(capsys, "plan", "add", file)
    code, shown, _ = said(capsys, "plan", "add", file, "--year", 2027)
    assert code == 0 and "（2027年）" in shown


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("export", "investment.signings", "导出.docx"), "扩展名不对"),
        (("export", "investment.signings", "模板.csv", "--template"), "扩展名不对，请写成 .xlsx。"),
        (("export", "investment.signings", "无此目录/导出.xlsx"), "文件夹“无此目录”不存在"),
        (("bulletin", "--month", "2026-06", "-o", "无此目录/通报.docx"), "文件夹“无此目录”不存在"),
        (("bulletin", "--month", "2026-06", "-o", "."), "是文件夹"),
        (("read", PLAN, "--format", "xlsx"), "请加上 -o"),
        (("read", PLAN, "--format", "xlsx", "-o", "无此目录/a.xlsx"), "文件夹“无此目录”不存在"),
    ],
)
def test_a_place_that_cannot_be_written(
    zone: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
    words: tuple[object, ...],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert sentence in refused(capsys, *words)
    assert list(tmp_path.iterdir()) == []
