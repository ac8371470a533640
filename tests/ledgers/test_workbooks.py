"""Files are read for what they are, and nothing that leaves is a formula."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter.workbook import Workbook

from luoshi.ledgers import unpacking, workbooks
from luoshi.ledgers.errors import LedgerError, UnreadableWorkbook
from luoshi.ledgers.workbooks import Formats


def xlsx(fill: Callable[[Workbook], object]) -> bytes:
    out = io.BytesIO()
    book = Workbook(out)
    fill(book)
    book.close()
    return out.getvalue()


def one_cell(book: Workbook) -> None:
    book.add_worksheet("数据").write_string(1, 1, "字")


def repacked(data: bytes, name: str, content: bytes, **how: int) -> bytes:
    """The same zip with one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content, **how)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def sheet_xml(cells: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    ).encode()


def test_reads_a_workbook() -> None:
    def fill(book: Workbook) -> None:
        one_cell(book)
        hidden = book.add_worksheet("选项")
        hidden.write_number(0, 0, 0.5)
        hidden.write_datetime(0, 1, datetime.date(2026, 3, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
        hidden.write_boolean(0, 2, True)
        hidden.hide()

    shown, hidden = workbooks.read(xlsx(fill), "a.XLSX")
    assert (shown.name, shown.hidden, shown.rows) == ("数据", False, ((None, None), (None, "字")))
    assert (hidden.hidden, hidden.rows) == (True, ((0.5, datetime.date(2026, 3, 1), True),))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_reads_csv_in_the_usual_encodings(encoding: str) -> None:
    (sheet,) = workbooks.read("书名,页数\r\n山海经,12\r\n".encode(encoding), "书目.csv")
    assert (sheet.name, sheet.rows) == ("书目", (("书名", "页数"), ("山海经", "12")))


def test_reads_csv_with_tabs() -> None:
    (sheet,) = workbooks.read("书名\t页数\n山海经\t\n".encode(), "a.csv")
    assert sheet.rows == (("书名", "页数"), ("山海经", None))


GOOD = xlsx(one_cell)


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.xlsx", "空文件"),
        (b"abc", "a.txt", "请上传 xlsx 或 csv"),
        (b"%PDF-1.7 ...", "a.xlsx", "内容却不是 xlsx 工作簿。请"),
        (b"\0\1\2\3", "a.csv", "内容却不是文本"),
        (GOOD, "a.csv", "扩展名是 .csv，内容却不是文本，而是 xlsx 工作簿"),
        ("书名".encode(), "a.xlsx", "而是文本"),
        (workbooks.OLE + b"\0" * 600, "a.xlsx", "而是 xls 工作簿"),
        (workbooks.OLE + b"\0" * 600 + workbooks.ENCRYPTED, "a.xlsx", "设有打开密码"),
        (workbooks.OLE + b"\0" * 600, "a.xls", "打不开"),
        (GOOD[: len(GOOD) // 2], "a.xlsx", "已损坏"),
        (b"PK\x03\x04" + b"\0" * 50, "a.xlsx", "已损坏"),
        (b"\x81\x20\xff\xff", "a.csv", "文字编码认不出来"),
        (repacked(GOOD, "xl/workbook.xml", b"<nothing"), "a.xlsx", "打不开"),
        (repacked(GOOD, SHEET, b"", compress_type=zipfile.ZIP_LZMA), "a.xlsx", "压缩方式不常见"),
    ],
)
def test_what_is_no_table_is_told_so(data: bytes, name: str, sentence: str) -> None:
    with pytest.raises(UnreadableWorkbook, match=sentence):
        workbooks.read(data, name)


def test_a_stored_part_is_read() -> None:
    cells = '<row r="1"><c r="A1"><v>7</v></c></row>'
    data = repacked(GOOD, SHEET, sheet_xml(cells), compress_type=zipfile.ZIP_STORED)
    assert workbooks.read(data, "a.xlsx")[0].rows == ((7.0,),)


def test_too_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_BYTES", 10)
    with pytest.raises(UnreadableWorkbook, match="分成几个文件"):
        workbooks.read(GOOD, "a.xlsx")


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 5 * 1024 * 1024)
    bomb = repacked(GOOD, "xl/media/image1.png", b"\0" * (6 * 1024 * 1024))
    assert len(bomb) < 50_000
    with pytest.raises(UnreadableWorkbook, match="解压后超过 5 MB"):
        workbooks.read(bomb, "a.xlsx")


def test_a_bomb_that_lies_about_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 5 * 1024 * 1024)
    content = b"\0" * (6 * 1024 * 1024)
    bomb = repacked(GOOD, "xl/media/image1.png", content)
    lying = bomb.replace(len(content).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != bomb
    with pytest.raises(UnreadableWorkbook, match="解压后超过"):
        workbooks.read(lying, "a.xlsx")


def test_one_far_cell_reserves_no_table() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(UnreadableWorkbook, match="1048576 行、16384 列，太大了"):
        workbooks.read(repacked(GOOD, SHEET, sheet_xml(cells)), "a.xlsx")


def test_far_cells_without_content_do_not_count() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert workbooks.read(repacked(GOOD, SHEET, sheet_xml(cells)), "a.xlsx")[0].rows == ((1.0,),)


def test_a_formula_that_failed_is_named_and_not_read_as_empty() -> None:
    def fill(book: Workbook) -> None:
        book.add_worksheet().write_formula(4, 2, "=1/0", None, "#DIV/0!")

    with pytest.raises(UnreadableWorkbook, match="C5 的公式计算出错"):
        workbooks.read(xlsx(fill), "a.xlsx")


def test_extent_over_pieces() -> None:
    text = b'<row r="3">' + b"".join(
        b'<c r="%s%d"><v>1</v></c>' % (letters, row) for row in range(1, 40) for letters in (b"A", b"AB")
    )
    for size in (1, 7, 100):
        pieces = (text[at : at + size] for at in range(0, len(text), size))
        assert unpacking.extent(pieces) == (39, 28)


def test_an_encrypted_part_is_told_so() -> None:
    data = bytearray(GOOD)
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    with pytest.raises(UnreadableWorkbook, match="设有密码"):
        workbooks.read(bytes(data), "a.xlsx")


def test_a_quote_that_never_ends_does_not_swallow_the_file() -> None:
    with pytest.raises(UnreadableWorkbook, match="第 2 行附近的引号不成对"):
        workbooks.read('书名,页数\n"山海经,1\n'.encode(), "a.csv")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0")))
def test_guarding_is_undone_by_reading(text: str) -> None:
    written = workbooks.guarded(text)
    assert workbooks.bare(written) == text
    plain_number = text.lstrip("+-").replace(".", "", 1).isdecimal()
    assert not written.startswith(workbooks.DANGEROUS) or plain_number


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"])
def test_what_a_spreadsheet_would_calculate_is_guarded(mark: str) -> None:
    for text in (f"{mark}A1", f"'{mark}A1"):
        data = workbooks.csv_bytes([[text, "b"]])
        (row,) = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        assert row == [f"'{text}", "b"]
        assert workbooks.read(data, "a.csv")[0].rows == ((text, "b"),)


@pytest.mark.parametrize("text", ["-5", "+0.5", "'A1", "1=1", "甲－乙", "5＋5"])
def test_what_no_spreadsheet_calculates_is_left_alone(text: str) -> None:
    assert workbooks.guarded(text) == workbooks.bare(text) == text


@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r\n\ufeff")), min_size=2)
)
def test_csv_round_trip(cells: list[str]) -> None:
    data = workbooks.csv_bytes([["甲,", *cells], ["乙", *cells]])
    (sheet,) = workbooks.read(data, "a.csv")
    assert [[c or "" for c in row] for row in sheet.rows] == [["甲,", *cells], ["乙", *cells]]


def test_no_formula_leaves_in_a_workbook() -> None:
    def fill(book: Workbook) -> None:
        sheet, formats = book.add_worksheet(), Formats(book)
        cells = ("=1+1", "+cmd", "@x", "http://a.b", Decimal("1.25"), 12345678901234567890, True, None,
                 datetime.date(2026, 3, 1), datetime.date(1880, 1, 1), 0.5)  # fmt: skip
        for place, value in enumerate(cells):
            workbooks.put(sheet, 0, place, value, formats)

    data = xlsx(fill)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert b"<f>" not in parts.read(SHEET)
    assert workbooks.read(data, "a.xlsx")[0].rows[0] == (
        "=1+1", "+cmd", "@x", "http://a.b", 1.25, "12345678901234567890", "True", None,
        datetime.date(2026, 3, 1), "1880-01-01", 0.5,
    )  # fmt: skip


def test_a_text_too_long_for_a_cell_is_not_cut() -> None:
    with pytest.raises(LedgerError, match="第 3 行 B 列的文字有 40000 个字"):
        xlsx(lambda book: workbooks.put(book.add_worksheet(), 2, 1, "长" * 40_000, Formats(book)))


def test_letters() -> None:
    assert [workbooks.letter(n) for n in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


def test_names_of_sheets_that_a_workbook_takes() -> None:
    long = "长" * 40
    wanted = [
        "甲/乙:丙" + long,
        long,
        long,
        "'引'",
        "[a]*?",
        "A\\b",
        "a_B",
        "History",
        "",
        " ",
        "行\n",
        *[long] * 10,
    ]
    given = workbooks.sheet_names(wanted)
    assert given[:11] == [
        "甲_乙_丙" + "长" * 26, "长" * 31, "长" * 30 + "2", "_引_", "_a___", "A_b", "a_B2", "History_", "数据", "数据2", "行_",
    ]  # fmt: skip
    assert given[-1] == "长" * 29 + "12"
    sheets = workbooks.read(xlsx(lambda book: [book.add_worksheet(name) for name in given]), "a.xlsx")
    assert [sheet.name for sheet in sheets] == given


def test_names_that_are_good_already_stay() -> None:
    assert workbooks.sheet_names(["书目", "问题清单", "A 1"]) == ["书目", "问题清单", "A 1"]
