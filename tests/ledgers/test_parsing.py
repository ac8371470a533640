"""A workbook is parsed in a process of its own; what a file does to its parser, it does to nobody else."""

from __future__ import annotations

import datetime
import io
import json
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from xlsxwriter.workbook import Workbook

from luoshi.ledgers import parsing, parsing_child, unpacking, workbooks
from luoshi.ledgers.errors import UnreadableWorkbook
from tests.ledgers.test_workbooks import GOOD, SHEET, one_cell, repacked, sheet_xml, xlsx

RELATIONS = "xl/_rels/workbook.xml.rels"
FOREIGN = "xl/other/s.xml"
TOO_MUCH = "超出了读取的内存和时间限制"
posix = pytest.mark.skipif(parsing_child.resource is None, reason="limits of a process are POSIX")


def moved(content: bytes) -> bytes:
    """The good workbook with its sheet at a path where no program puts one."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as parts:
        relations = parts.read(RELATIONS)
    led = relations.replace(b"worksheets/sheet1.xml", b"other/s.xml")
    assert led != relations
    return repacked(repacked(GOOD, FOREIGN, content), RELATIONS, led)


def at_home(content: bytes) -> bytes:
    return repacked(GOOD, SHEET, content)


def two_cells(reference: str) -> bytes:
    return sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        f'<row r="1048576"><c s="0" {reference} ><v>1</v></c></row>'
    )  # fmt: skip


def xls(*cells: tuple[int, int, float]) -> bytes:
    """A workbook as programs of the nineties wrote it, with numbers at (row, column)."""
    name = "数据".encode("utf-16-le")
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    sheet += b"".join(record(0x0203, struct.pack("<HHHd", row, at, 0, value)) for row, at, value in cells)
    sheet += record(0x000A, b"")
    opening = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    size = len(opening) + 4 + 8 + len(name) + 4
    listed = record(0x0085, struct.pack("<IHBB", size, 0, len(name) // 2, 1) + name)
    return compound(opening + listed + record(0x000A, b"") + sheet)


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def compound(stream: bytes) -> bytes:
    """A compound file that holds one stream: a header, the table of sectors, the directory, the stream."""
    end, free, sector = 0xFFFFFFFE, 0xFFFFFFFF, 512
    stream = stream.ljust(4096, b"\0")
    stream += b"\0" * (-len(stream) % sector)
    last = 1 + len(stream) // sector
    table = [0xFFFFFFFD, end, *range(3, last + 1), end]
    header = workbooks.OLE + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0)
    header = header.ljust(sector, b"\xff")
    directory = entry("Root Entry", 5, 1, end, 0) + entry("Workbook", 2, free, 2, len(stream))
    fat = struct.pack(f"<{len(table)}I", *table).ljust(sector, b"\xff")
    return header + fat + directory.ljust(sector, b"\0") + stream


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
    return text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1) + links + bytes(36) + struct.pack(
        "<IQ", start, size
    )  # fmt: skip


def test_every_kind_of_cell_comes_through() -> None:
    day, moment = datetime.date(2026, 3, 1), datetime.datetime.fromisoformat("2026-03-01T08:30")
    hour, long = datetime.time(18, 5), datetime.timedelta(days=2, seconds=30)

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("数 据")
        formats = [
            book.add_format({"num_format": f})
            for f in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm", "hh:mm", "[h]:mm:ss")
        ]
        for place, (value, how) in enumerate(zip((day, moment, hour, long), formats, strict=True), 2):
            sheet.write_datetime(3, place, value, how)
        sheet.write_boolean(3, 6, False)
        sheet.write_number(3, 7, 0.1)
        sheet.write_string(3, 8, '换\n行\r“引号”"\\\u2028字')

    ((name, hidden, rows),) = parsing.parse(xlsx(fill), "a.xlsx")
    assert (name, hidden, len(rows)) == ("数 据", False, 4)
    assert rows[:3] == ((None,) * 9,) * 3
    assert rows[3] == (None, None, day, moment, hour, long, False, 0.1, '换\n行\r“引号”"\\\u2028字')
    assert [type(cell) for cell in rows[3][2:6]] == [
        datetime.date,
        datetime.datetime,
        datetime.time,
        datetime.timedelta,
    ]


def test_sheets_without_cells_and_between_others() -> None:
    def fill(book: Workbook) -> None:
        book.add_worksheet("空")
        one_cell(book)
        book.add_worksheet("也空").hide()
        book.add_chartsheet("图")

    assert parsing.parse(xlsx(fill), "a.xlsx") == [
        ("空", False, ()),
        ("数据", False, ((None, None), (None, "字"))),
        ("也空", True, ()),
    ]


def test_old_workbooks_are_read() -> None:
    data = xls((0, 0, 1.5), (2, 1, 7.0))
    for name in ("a.xls", "a.et"):
        (sheet,) = workbooks.read(data, name)
        assert (sheet.name, sheet.rows) == ("数据", ((1.5, None), (None, None), (None, 7.0)))


def test_a_sheet_at_a_foreign_path_is_read() -> None:
    assert workbooks.read(moved(sheet_xml('<row r="1"><c r=\'B1\'><v>7</v></c></row>')), "a.xlsx")[0].rows == (
        (None, 7.0),
    )  # fmt: skip


@pytest.mark.parametrize("packed", [at_home, moved])
@pytest.mark.parametrize(
    "reference",
    ['r="XFD1048576"', "r='XFD1048576'", 'r = "XFD1048576"', "r\n=\n'XFD1048576'", 'r="xfd1048576"'],
)
def test_a_far_cell_is_named_however_it_is_written(packed: Callable[[bytes], bytes], reference: str) -> None:
    data = packed(two_cells(reference))
    assert len(data) < 6_000
    with pytest.raises(UnreadableWorkbook, match="1048576 行、16384 列，太大了"):
        workbooks.read(data, "a.xlsx")


@pytest.mark.parametrize("packed", [at_home, moved])
@pytest.mark.parametrize("error", ["t='e' r='C5'", 'r = "C5" t = "e"'])
def test_a_formula_that_failed_is_named_however_it_is_written(
    packed: Callable[[bytes], bytes], error: str
) -> None:
    cells = f'<row r="5"><c {error}><f>1/0</f><v>#DIV/0!</v></c></row>'
    with pytest.raises(UnreadableWorkbook, match="C5 的公式计算出错"):
        workbooks.read(packed(sheet_xml(cells)), "a.xlsx")


def test_errors_that_another_workbook_had_are_no_errors_of_this_one() -> None:
    link = b'<externalLink><sheetData><row r="1"><cell r="XFD1048576" t="e"><v>#N/A</v></cell></row></sheetData></externalLink>'
    data = repacked(GOOD, "xl/externalLinks/externalLink1.xml", link)
    assert workbooks.read(data, "a.xlsx")[0].rows[1] == (None, "字")


@pytest.mark.parametrize("packed", [at_home, moved])
def test_a_far_cell_that_no_look_sees_takes_only_its_own_process(packed: Callable[[bytes], bytes]) -> None:
    """Cells may leave out where they are and be counted instead."""
    cells = f'<row r="1"><c><v>1</v></c></row><row r="1048576">{"<c/>" * 16383}<c><v>1</v></c></row>'
    data = packed(sheet_xml(cells))
    unpacking.check(data)
    with pytest.raises(UnreadableWorkbook, match=TOO_MUCH):
        workbooks.read(data, "a.xlsx")


@pytest.mark.parametrize("far", [(65535, 65535), (65535, 255)])
def test_a_far_cell_in_an_old_workbook(far: tuple[int, int]) -> None:
    with pytest.raises(UnreadableWorkbook, match=TOO_MUCH):
        workbooks.read(xls((0, 0, 1.0), (*far, 1.0)), "a.xls")


def test_one_long_text_in_every_cell() -> None:
    """A text is kept once in the file and once a cell in memory."""
    texts = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
        + b"a" * 1_000_000
        + b"</t></si></sst>"
    )
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 2_000))
    data = repacked(repacked(GOOD, "xl/sharedStrings.xml", texts), SHEET, sheet_xml(cells))
    assert len(data) < 30_000
    with pytest.raises(UnreadableWorkbook, match=TOO_MUCH):
        workbooks.read(data, "a.xlsx")


def test_many_rows_come_through_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that come again and those that do not, numbers beside flags that equal them, columns that begin late."""
    rows = [
        (
            f"第{n}行",
            "甲" if n % 3 else "乙",
            n / 8,
            n % 2 == 0 if n > 10 else float(n % 2),
            "晚" if n > 4_500 else None,
        )
        for n in range(5_001)
    ]

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("数据")
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, bool):
                    sheet.write_boolean(number, place + 1, cell)
                elif cell is not None:
                    sheet.write(number, place + 1, cell)

    ((_, _, found),) = parsing.parse(xlsx(fill), "a.xlsx")
    assert [row[1:] for row in found] == rows
    assert {row[0] for row in found} == {None}
    assert [[type(cell) for cell in row[1:]] for row in found] == [
        [type(cell) for cell in row] for row in rows
    ]
    assert len({id(row[2]) for row in found}) == 2


class TestChild:
    def test_cells_of_all_sheets_count_together(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fill(book: Workbook) -> None:
            for name in ("甲", "乙"):
                book.add_worksheet(name).write_number(9, 9, 1)

        data = xlsx(fill)
        monkeypatch.setattr(parsing_child, "MOST_CELLS", 200)
        assert len(list(parsing_child.written(data))) == 4
        monkeypatch.setattr(parsing_child, "MOST_CELLS", 199)
        with pytest.raises(parsing_child.TooLarge):
            list(parsing_child.written(data))

    def test_it_writes_no_more_than_its_parent_shall_hold(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lines = b"".join(line.encode() + b"\n" for line in parsing_child.written(GOOD))
        assert self.ended(monkeypatch, GOOD, len(lines)) == (0, lines)
        assert self.ended(monkeypatch, GOOD, len(lines) - 1)[0] == parsing_child.TOO_LARGE

    def test_it_says_what_is_wrong_by_how_it_ends(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def ends_with(problem: BaseException) -> int:
            def fails(data: bytes) -> list[str]:
                raise problem

            monkeypatch.setattr(parsing_child, "written", fails)
            return self.ended(monkeypatch, b"", 100)[0]

        calamine = parsing_child.python_calamine
        assert ends_with(calamine.PasswordError()) == parsing_child.LOCKED
        assert ends_with(calamine.CalamineError()) == parsing_child.DAMAGED
        assert ends_with(BaseException("a panic")) == parsing_child.DAMAGED
        assert ends_with(MemoryError()) == parsing_child.TOO_LARGE

    def ended(self, monkeypatch: pytest.MonkeyPatch, data: bytes, most: int) -> tuple[int, bytes]:
        out = io.BytesIO()
        streams = SimpleNamespace(
            stdin=SimpleNamespace(buffer=io.BytesIO(data)), stdout=SimpleNamespace(buffer=out)
        )
        with monkeypatch.context() as patch:
            patch.setattr(parsing_child, "limit", lambda: None)
            patch.setattr(parsing_child, "MOST_WRITTEN", most)
            patch.setattr(parsing_child, "sys", streams)
            return parsing_child.main(), out.getvalue()

    @posix
    def test_it_limits_itself(self) -> None:
        told = alone(
            "child.limit(); r = child.resource; print([r.getrlimit(k)[0] for k in (r.RLIMIT_CPU, r.RLIMIT_CORE)])"
        )
        assert json.loads(told) == [parsing_child.MOST_SECONDS, 0]
        told = alone(
            "child.limit()\ntry: bytearray(2 * child.MOST_MEMORY)\nexcept MemoryError: print('refused')\n"
        )
        assert (told.strip() == "refused") == sys.platform.startswith("linux")

    @posix
    @pytest.mark.parametrize("hard", ["5", "child.resource.RLIM_INFINITY"])
    def test_a_limit_that_is_tighter_already_stays(self, hard: str) -> None:
        told = alone(
            "cpu = child.resource.RLIMIT_CPU\n"
            f"child.resource.setrlimit(cpu, (5, {hard})); child.limit()\n"
            f"print(child.resource.getrlimit(cpu) == (5, {hard}))"
        )
        assert told.strip() == "True"

    def test_where_there_are_no_limits_none_are_set(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(parsing_child, "resource", None)
        parsing_child.limit()

    def test_it_starts_light(self) -> None:
        told = alone("print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))")
        loaded = set(json.loads(told))
        assert "python_calamine" in loaded
        assert loaded.isdisjoint({"django", "luoshi", "xlsxwriter"})


def alone(then: str) -> str:
    """What a fresh Python prints that loads the child's file by its path."""
    script = (
        "import json, runpy, sys; from types import SimpleNamespace\n"
        "loaded = runpy.run_path(sys.argv[1], run_name='child'); child = SimpleNamespace(**loaded)\n" + then
    )
    command = [sys.executable, "-P", "-c", script, parsing_child.__file__]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class TestParent:
    @pytest.fixture
    def child(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
        def put(script: str) -> None:
            path = tmp_path / "child.py"
            path.write_text(script, encoding="utf-8")
            monkeypatch.setattr(parsing_child, "__file__", str(path))

        return put

    @pytest.mark.parametrize(
        ("script", "sentence"),
        [
            ("import os; os.abort()", TOO_MUCH),
            ("import sys; sys.exit(11)", "“a.xlsx”设有密码"),
            ("import sys; sys.exit(12)", "“a.xlsx”打不开，文件可能已损坏"),
            ("import sys; sys.exit(13)", TOO_MUCH),
            ("import sys; print('[\"a\",false,1]\\n[1,[[[', end=''); sys.exit(13)", TOO_MUCH),
        ],
    )
    def test_how_the_child_ends_is_told(
        self, child: Callable[[str], None], script: str, sentence: str
    ) -> None:
        child(script)
        with pytest.raises(UnreadableWorkbook, match=sentence):
            parsing.parse(GOOD, "a.xlsx")

    def test_a_child_that_never_ends_is_ended(
        self, child: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        child("while True: pass")
        monkeypatch.setattr(parsing, "MOST_WAITING", 0.2)
        with pytest.raises(UnreadableWorkbook, match=TOO_MUCH):
            parsing.parse(GOOD, "a.xlsx")

    def test_a_child_that_cannot_start_is_no_fault_of_the_file(self, child: Callable[[str], None]) -> None:
        child("import no_such_module")
        with pytest.raises(RuntimeError, match="no_such_module"):
            parsing.parse(GOOD, "a.xlsx")

    def test_many_at_once(self) -> None:
        with ThreadPoolExecutor(6) as pool:
            found = list(pool.map(lambda _: parsing.parse(GOOD, "a.xlsx"), range(6)))
        assert found == [[("数据", False, ((None, None), (None, "字")))]] * 6

    def test_a_seat_is_free_again_after_a_failure(self) -> None:
        for _ in range(4):
            with pytest.raises(UnreadableWorkbook):
                parsing.parse(b"nothing", "a.xlsx")
        assert parsing.parse(GOOD, "a.xlsx")
