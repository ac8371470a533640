"""Pictures of pages: what is said without the extra `ocr`, and what is read with it."""

from __future__ import annotations

import io
import struct
import zlib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from luoshi.reading import sources
from luoshi.reading.sources import errors, load, scanned
from luoshi.reading.sources.layout import Page

INSTALLED = all(find_spec(module) is not None for module in ("rapidocr", "onnxruntime"))
FONTS = ("truetype/wqy/wqy-zenhei.ttc", "opentype/noto/NotoSansCJK-Regular.ttc")
LINES = (
    "云溪高新区2026年工作要点",
    "一、突出招商引资",
    "年内新签约亿元以上项目25个。",
    "完成固定资产投资64亿元。",
)
CELLS = (("指标", "目标"), ("规上工业总产值", "64亿元"), ("新签约项目", "25个"))


def png(width: int, height: int) -> bytes:
    """A picture that says how large it is, with little in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + chunk(b"IDAT", zlib.compress(bytes(100)))
        + chunk(b"IEND", b"")
    )


def test_without_recognition_a_picture_is_refused_with_two_remedies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_RECOGNITION", ("no_such_module",))
    for name in ("a.png", "a"):
        with pytest.raises(errors.NoRecogniser) as caught:
            load(png(100, 100), name)
        assert "请提供原 Word 文件" in str(caught.value) and "pip install" in str(caught.value)


def font(size: int) -> Any:
    if not INSTALLED:
        pytest.skip("recognition is not installed (pip install rapidocr onnxruntime)")
    places = [place for name in FONTS if (place := Path("/usr/share/fonts") / name).is_file()]
    if not places:
        pytest.skip("no Chinese font (apt-get install fonts-wqy-zenhei)")
    return import_module("PIL.ImageFont").truetype(str(places[0]), size)


def page(*, table: bool = False) -> Any:
    """A picture of a page with a few lines, or of a table."""
    writing = font(36)
    image = import_module("PIL.Image").new("RGB", (1200, 700), "white")
    pen = import_module("PIL.ImageDraw").Draw(image)
    for row, cells in enumerate(CELLS if table else ()):
        for column, words in enumerate(cells):
            left, top = 100 + 400 * column, 100 + 80 * row
            pen.rectangle((left, top, left + 400, top + 80), outline="black", width=3)
            pen.text((left + 20, top + 18), words, "black", writing)
    for row, words in enumerate(() if table else LINES):
        pen.text((100, 100 + 90 * row), words, "black", writing)
    return image


def saved(image: Any, kind: str, *more: Any) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **({"save_all": True, "append_images": list(more)} if more else {}))
    return target.getvalue()


@pytest.mark.parametrize("kind", ["png", "jpeg", "bmp", "tiff", "webp"])
def test_a_picture_of_a_page_is_read(kind: str) -> None:
    found = load(saved(page(), kind), f"plan.{kind}")
    assert (found.kind, found.text) == ("image", "\n".join(LINES))
    assert {part.place for part in found.parts} == {"第1页"}


def test_a_picture_of_a_table_is_read_by_its_rules() -> None:
    assert load(saved(page(table=True), "png"), "plan.png").text == "\n".join("\t".join(row) for row in CELLS)


def test_a_scanned_pdf_is_read_page_by_page() -> None:
    found = load(saved(page(), "pdf", page(table=True)), "plan.pdf")
    assert found.text == "\n".join([*LINES, *("\t".join(row) for row in CELLS)])
    assert found.place(found.text.index("规上")) == "第2页"


@pytest.mark.parametrize(
    ("text", "score", "doubted"),
    [("招商局", 0.86, False), ("招商局", 0.84, True), ("25个", 0.93, False), ("25个", 0.91, True)],
)
def test_what_is_hard_to_read_is_to_be_compared_with_the_original(
    text: str, score: float, doubted: bool
) -> None:
    corners = [[100.0, 50.0], [300.0, 50.0], [300.0, 90.0], [100.0, 90.0]]
    glyph = scanned._glyph(corners, text, score, 0.5, Page(3, 595, 842))
    assert (glyph.left, glyph.bottom, glyph.right, glyph.top) == (50, 797, 150, 817)
    assert (f"第3页“{text}”" in glyph.doubt and "请对照原件核实" in glyph.doubt) is doubted


def test_that_all_of_it_was_recognised_is_told_once() -> None:
    found = load(saved(page(), "pdf", page()), "plan.pdf")
    (problem,) = found.problems
    assert problem.sentence == "第1、2页的文字由图片识别而来，数字和名称请对照原件核实。"


@pytest.mark.parametrize("size", [(60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_of_giant_size_is_not_unpacked(size: tuple[int, int]) -> None:
    font(10)
    with pytest.raises(errors.OversizedSource):
        load(png(*size), "plan.png")


def test_a_cut_picture_is_damaged() -> None:
    data = saved(page(), "png")
    with pytest.raises(errors.DamagedSource) as caught:
        load(data[: len(data) // 2], "plan.png")
    assert "图片" in str(caught.value)
