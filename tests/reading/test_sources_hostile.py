"""Files made to harm their reader end at a limit, with a sentence; no test here measures time, the limits do."""

from __future__ import annotations

import io
import os
import select
import signal
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from luoshi.reading.sources import SourceError, errors, formats, kinds, load, packed, parsing, parsing_child
from luoshi.reading.sources.compound import Compound, Malformed
from tests.reading import source_files as files
from tests.reading.source_files import OLE, W, paragraph, word

WORD = "word/document.xml"
LAUGHS = '<!DOCTYPE a [<!ENTITY a "haha">' + "".join(
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(10)
)
LAUGHS += "]>"
BODY = f"<w:document {W}><w:body>{{}}</w:body></w:document>"


def lying() -> bytes:
    """A part of 40 MB whose directory says 1,000 bytes."""
    data = bytearray(files.packed({WORD: b"0" * 40_000_000}))
    for at in (data.rfind(b"PK\x01\x02") + 24, 22):
        struct.pack_into("<I", data, at, 1000)
    return bytes(data)


def overlapping() -> bytes:
    """A thousand entries of the directory that all lead to the same part."""
    data = files.packed({WORD: b"0" * 1_000_000})
    at, end = data.rfind(b"PK\x01\x02"), data.rfind(b"PK\x05\x06")
    entry = data[at:end]
    entries = b"".join(entry[:-4] + f"{number:04x}".encode() for number in range(1000))
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1000, 1000, len(entries), at, 0)
    return data[:at] + entries + tail


def crowded() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(packed.PARTS_MOST + 1):
            archive.writestr(f"{number}", b"")
    return target.getvalue()


def sheet(cells: bytes) -> bytes:
    """A workbook whose first sheet holds these cells; its first string has 32,000 characters."""
    data = files.workbook(lambda book: book.add_worksheet("表").write("A1", "指标"))
    data = files.patched(
        data, "xl/sharedStrings.xml", lambda part: part.replace("指标".encode(), b"x" * 32_000)
    )
    return files.patched(data, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"</sheetData>", cells))


def swelling(megabytes: int) -> bytes:
    """A stream of a PDF's page that unpacks to so many megabytes of blanks."""
    packer = zlib.compressobj()
    body = b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()
    return f"<</Filter/FlateDecode/Length {len(body)}>>stream\n".encode() + body + b"\nendstream"


def swollen(pages: int, at: int) -> bytes:
    """A PDF whose page number ``at`` (from 0) swells."""
    data = files.pdf([[(60, 700, 12, "目标")]] * pages)
    number = 9 + 2 * at
    start = data.index(f"\n{number} 0 obj\n".encode()) + len(f"\n{number} 0 obj\n")
    end = data.index(b"\nendobj", start)
    return data[:start] + swelling(300) + data[end:]


def forms() -> bytes:
    """A PDF of forms within forms, ten of the next in each: 10¹² of the last."""
    count = 12
    inner = [
        f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {5 + at} 0 R>>>>/Length 70>>stream\n{'/X Do ' * 10}\nendstream"
        for at in range(count)
    ]
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>", *inner,
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 11>>stream\n0 0 9 9 re f\nendstream",
    ]  # fmt: skip
    return files._file([one.encode() for one in objects], "")


def looped() -> bytes:
    """A PDF whose pages contain themselves."""
    objects = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 900>>")
    return files._file(objects, "")


ROWS = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (at, at) for at in range(2, 20_000))
HOSTILE: dict[str, tuple[Callable[[], bytes], str, tuple[type[SourceError], ...]]] = {
    "a part larger than it says": (lying, "a.docx", (errors.DamagedSource,)),
    "parts that overlap": (overlapping, "a.docx", (errors.OversizedSource,)),
    "too many parts": (crowded, "a.docx", (errors.OversizedSource,)),
    "packed in an unusual way": (lambda: files.packed({WORD: BODY}, zipfile.ZIP_BZIP2), "a.docx", (errors.DamagedSource,)),
    "entities of entities": (lambda: files.packed({WORD: LAUGHS + BODY.format("&k;")}), "a.docx", (errors.DamagedSource,)),
    "entities in UTF-16": (
        lambda: files.packed({WORD: ('<?xml version="1.0" encoding="UTF-16"?>' + LAUGHS + BODY.format("&k;")).encode("utf-16")}),
        "a.docx", (errors.DamagedSource,),
    ),
    "entities beside the body": (lambda: word(paragraph("一"), styles=LAUGHS + "<a>&k;</a>"), "a.docx", (errors.DamagedSource,)),
    "an entity from another file": (
        lambda: files.packed({WORD: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + BODY.format(paragraph("&x;一"))}),
        "a.docx", (errors.DamagedSource,),
    ),
    "entities of a workbook": (
        lambda: files.packed({"xl/workbook.xml": LAUGHS + "<a>&k;</a>", "xl/styles.xml": LAUGHS + "<a>&k;</a>"}),
        "a.xlsx", (errors.DamagedSource,),
    ),
    "deep paragraphs": (lambda: word("<w:p>" * 5000 + "</w:p>" * 5000), "a.docx", (errors.DamagedSource,)),
    "a text without end": (lambda: word(paragraph("1" * 11_000_000)), "a.docx", (errors.DamagedSource,)),
    "too many paragraphs": (lambda: word("<w:p/>" * (formats.STRETCHES_MOST + 1)), "a.docx", (errors.LongSource,)),
    "a paragraph of millions": (lambda: word("<w:p>" + "<w:r/>" * 3_000_000 + "</w:p>"), "a.docx", (errors.OutOfLimits,)),
    "a list of millions": (lambda: b"<html><ol>" + b"<li>1" * 2_000_000, "a.html", (errors.OutOfLimits,)),
    "signs without end": (lambda: b"<html>" + b"<" * 8_000_000, "a.html", (errors.LongSource,)),
    "one string everywhere": (lambda: sheet(ROWS + b"</sheetData>"), "a.xlsx", (errors.LongSource, errors.OutOfLimits)),
    "a sheet of blanks": (lambda: sheet(b"</sheetData>" + b" " * 250_000_000), "a.xlsx", (errors.OutOfLimits,)),
    "pages within themselves": (looped, "a.pdf", (errors.DamagedSource,)),
    "forms within forms": (forms, "a.pdf", (errors.OutOfLimits,)),
    "a page that swells": (lambda: swollen(1, 0), "a.pdf", (errors.OutOfLimits,)),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_ends_with_a_sentence(case: str) -> None:
    build, name, expected = HOSTILE[case]
    with pytest.raises(expected) as caught:
        load(build(), name)
    assert f"“{name}”" in str(caught.value) and "请" in str(caught.value)


def test_the_sentence_says_how_far_the_reader_came() -> None:
    with pytest.raises(errors.OutOfLimits) as caught:
        load(swollen(3, 1), "a.pdf")
    assert "读到第2页时" in str(caught.value)


def test_what_is_only_large_is_read() -> None:
    found = load(word("<w:p/>" * 20_000 + paragraph("新签约项目25个。")), "a.docx")
    assert found.text.strip() == "新签约项目25个。"
    assert (
        load(
            files.packed({WORD: BODY.format(paragraph("一")), "word/media/a.png": b"0" * 40_000_000}),
            "a.docx",
        ).text
        == "一"
    )


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = files.packed({WORD: b"0" * 20_000})
    assert kinds.of(bomb, "a.docx") == "docx"
    monkeypatch.setattr(packed, "UNPACKED_MOST", 10_000)
    with pytest.raises(errors.OversizedSource):
        load(bomb, "a.docx")


def test_more_bytes_than_any_plan_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = files.written("新签约项目25个。")
    assert load(data, "a.docx").kind == "docx"
    monkeypatch.setattr("luoshi.reading.sources._BYTES_MOST", len(data) - 1)
    with pytest.raises(errors.OversizedSource):
        load(data, "a.docx")


@pytest.mark.parametrize("sector", [0, 1])
def test_chains_that_bite_their_tail_end(sector: int) -> None:
    data = bytearray(files.compound({"WordDocument": b"1"}))
    whole = Compound(bytes(data))
    assert len(whole.read(whole.streams()["WordDocument"])) == 4096
    struct.pack_into("<I", data, 512 + 4 * (2 if sector == 0 else 1), 2 if sector == 0 else 1)
    with pytest.raises(Malformed):
        broken = Compound(bytes(data))
        broken.read(broken.streams()["WordDocument"])


def test_tables_of_tables_are_not_followed_further_than_the_file_is_long() -> None:
    header = bytearray(OLE + bytes(504))
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<II", header, 68, 0, _MOST)
    endless = struct.pack("<128I", *range(127), 0) * 100
    with pytest.raises(errors.SourceError):
        load(bytes(header) + endless, "a.doc")


_MOST = 0xFFFFFFFF
LIMITED = (
    "from luoshi.reading.sources import parsing_child as c; c.limit(c.Limits({memory}, {seconds}, 1)); {code}"
)


def limited(code: str, memory: int = 2**28, seconds: int = 60) -> int:
    words = LIMITED.format(memory=memory, seconds=seconds, code=code)
    return subprocess.run([sys.executable, "-c", words], capture_output=True, check=False).returncode


@pytest.mark.skipif(parsing_child.resource is None, reason="the system has no such limits")
def test_the_limits_hold() -> None:
    assert limited("bytearray(2**27)") == 0
    assert limited("bytearray(2**28)") == 1
    assert limited("sum(range(1000))", seconds=1) == 0
    assert limited("any(iter(int, 1))", seconds=1) == -signal.SIGXCPU
    assert parsing_child.STRICT.memory < 2**28 and parsing_child.STRICT.seconds < 5


def test_a_process_that_takes_too_long_is_ended_with_all_it_started(tmp_path: Path) -> None:
    told = tmp_path / "told"
    os.mkfifo(told)
    reader = os.open(told, os.O_RDONLY | os.O_NONBLOCK)
    inner = f"exec 9>{told}; echo begun >&9; while :; do :; done"
    code, said, _ = parsing.run(["sh", "-c", f"sh -c '{inner}' & echo said; while :; do :; done"], b"", 1.0)
    assert (code, said) == (None, b"said\n")
    heard = b""
    while select.select([reader], [], [], 30)[0] and (piece := os.read(reader, 100)):
        heard += piece
    os.close(reader)
    assert heard in (b"begun\n", b"")  # then the end: nobody is left who could write


def test_a_process_that_never_started_is_a_defect_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing_child, "__name__", "luoshi.reading.sources.nothing")
    with pytest.raises(RuntimeError, match="nothing"):
        parsing.stretches("pdf", b"%PDF", "a.pdf")


@pytest.mark.parametrize(
    ("ending", "error", "sentence"),
    [
        ("os.kill(os.getpid(), 9)", errors.OutOfLimits, "读到第7页时"),
        ("sys.exit(12)", errors.OutOfLimits, "读到第7页时"),
        ("sys.exit(13)", errors.DamagedSource, "读到第7页时无法解析"),
        ("print(chr(91) + '1, 2', end='', flush=True); os.abort()", errors.OutOfLimits, "读到第7页时"),
    ],
)
def test_however_the_process_ends_there_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, ending: str, error: type[SourceError], sentence: str
) -> None:
    code = f"""import os, sys; print('["a", "", "第7页", ""]', flush=True); {ending}"""
    run = parsing.run
    monkeypatch.setattr(parsing, "run", lambda _, data, most: run([sys.executable, "-c", code], data, most))
    with pytest.raises(error) as caught:
        parsing.stretches("pdf", b"", "a.pdf")
    assert sentence in str(caught.value)


def test_an_error_told_by_the_process_is_the_same_error() -> None:
    told = errors.again("OversizedSource", "文件“a”太大，请拆分。")
    assert type(told) is errors.OversizedSource and str(told) == "文件“a”太大，请拆分。"


def test_a_parser_that_is_surprised_says_that_the_file_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    data = files.written("新签约项目25个。")
    monkeypatch.setattr("luoshi.reading.sources.docx.numbering", lambda *_: 1 / 0)
    with pytest.raises(errors.DamagedSource) as caught:
        load(data, "a.docx")
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
