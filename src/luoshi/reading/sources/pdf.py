"""The text of a PDF: characters with their places from the file, put into lines, tables and paragraphs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from ctypes import byref
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from luoshi.reading.sources import errors, flow, layout, plain
from luoshi.reading.sources.drawing import Drawing, Move, moved
from luoshi.reading.sources.layout import Glyph, Line, Page, Table
from luoshi.reading.sources.radicals import UNIFIED
from luoshi.reading.sources.stretches import Stretch

PAGES_MOST = 2000
_CHARACTERS_MOST = 100_000  # on a page
_PIXELS_MOST = 120_000_000
_LEGIBLE_LEAST = 0.7
_BLANK = frozenset({0xA0, 0x3000, 0xFFFE, 0xFFFF})  # blanks, and marks of no character
_UPRIGHT_TURNS = (0, 90, 180, 270)
_SAMPLED = 40  # characters by which the direction of a page's text is told
_UPRIGHT = 0.1  # radians by which a line of text may lean

#: Reads a page of which there is only a picture.
Recognise = Callable[[Any, Page], list["Line | Table"]]


def stretches(data: bytes, name: str, recognise: Recognise | None = None) -> Iterator[Stretch]:
    """The text of the pages; raises a :class:`errors.SourceError`.

    A page that is only a picture goes to ``recognise``; without it the page is told as left out, and a file without
    any other page is refused.
    """
    document = _opened(data, name)
    pages: list[Page] = []
    for index in range(_count(document, name)):
        yield Stretch("", "", f"第{index + 1}页")
        pages.append(_page(document, index, name, recognise))
    scanned = [page for page in pages if page.scanned]
    if scanned and recognise is None and not any(page.blocks for page in pages):
        raise errors.NoRecogniser(name, f"扫描的 PDF（{len(pages)} 页都是图片）")
    yield from flow.stretches(pages)
    for page in scanned if recognise is None else ():
        yield Stretch(
            "",
            "",
            page.place,
            f"{page.place}是扫描图片，没有读取，请对照原件补充；在本机执行 pip install rapidocr onnxruntime 后可以识别。",
        )


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise errors.EncryptedSource(name) from error
        raise errors.DamagedSource(name, "PDF 内部结构无法解析") from error


def _count(document: pypdfium2.PdfDocument, name: str) -> int:
    pages = len(document)
    if pages > PAGES_MOST:
        raise errors.OversizedSource(name, f"有 {pages} 页，超过 {PAGES_MOST} 页")
    if not pages:
        raise errors.DamagedSource(name, "没有一页")
    return pages


def _page(document: pypdfium2.PdfDocument, index: int, name: str, recognise: Recognise | None) -> Page:
    try:
        handle = document[index]
        text = handle.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise errors.DamagedSource(name, f"第{index + 1}页无法解析") from error
    turn, box = _turn(text, handle.get_rotation()), handle.get_bbox()
    if turn != handle.get_rotation():  # the order of characters goes by how the page is shown
        text.close()
        handle.set_rotation(turn)
        text = handle.get_textpage()
    move = _upright(box, turn)
    sides = abs(box[2] - box[0]), abs(box[3] - box[1])
    page = Page(index + 1, *(sides if turn in (0, 180) else sides[::-1]))
    glyphs = list(_glyphs(text, move, turn))
    drawing = Drawing(handle, move)
    text.close()
    if not _is_legible(glyphs) and drawing.pictures:
        if max(drawing.pictures) > _PIXELS_MOST:
            raise errors.OversizedSource(
                name, f"第{page.number}页的图片有 {max(drawing.pictures)} 个像素，太大"
            )
        page.scanned = True
        page.blocks = recognise(handle, page) if recognise is not None else []
    else:
        page.blocks = layout.blocks(glyphs, drawing.grids(), page.place)
    handle.close()
    return page


def _is_legible(glyphs: list[Glyph]) -> bool:
    """Whether there are characters, and not only codes of a font that does not tell what they mean."""
    text = "".join(glyph.text for glyph in glyphs)
    return any(char.isalnum() for char in text) and plain.share(text) >= _LEGIBLE_LEAST


def _turn(text: pypdfium2.PdfTextPage, otherwise: int) -> int:
    """By how many degrees clockwise most of the text is to be turned until it stands upright."""
    count = min(text.count_chars(), _CHARACTERS_MOST)
    places = range(0, count, max(1, count // _SAMPLED))
    angles = [
        pdfium.FPDFText_GetCharAngle(text, at) for at in places if pdfium.FPDFText_GetUnicode(text, at) > 32
    ]
    turns = Counter(round(math.degrees(-angle)) % 360 for angle in angles)
    return max(_UPRIGHT_TURNS, key=lambda turn: (turns[turn], turn == otherwise % 360))


def _upright(box: tuple[float, float, float, float], turn: int) -> Move:
    """How a page is moved when it is turned clockwise."""
    left, bottom, right, top = box
    return {
        0: (1.0, 0.0, 0.0, 1.0, -left, -bottom),
        90: (0.0, -1.0, 1.0, 0.0, -bottom, right),
        180: (-1.0, 0.0, 0.0, -1.0, right, top),
        270: (0.0, 1.0, -1.0, 0.0, top, -left),
    }[turn]


def _glyphs(text: pypdfium2.PdfTextPage, move: Move, turn: int) -> Iterator[Glyph]:
    """The visible characters in the file's order; what leans, as a mark across the page does, is left out."""
    box = pdfium.FS_RECTF()
    told, boxed, code_of = byref(box), pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetUnicode
    straight = math.radians(turn)
    leaning = at_start = True
    for index in range(min(text.count_chars(), _CHARACTERS_MOST)):
        code = code_of(text, index)
        if code <= 32 or code in _BLANK or 0xD800 <= code < 0xE000:
            at_start = at_start or code in (10, 13)
            continue
        if at_start:
            angle = pdfium.FPDFText_GetCharAngle(text, index)
            leaning = abs(math.remainder(angle + straight, math.tau)) > _UPRIGHT
            at_start = False
        if leaning or not boxed(text, index, told):
            continue
        char = chr(code)
        placed = _placed(move, box.left, box.bottom, box.right, box.top)
        yield Glyph(UNIFIED.get(char, char), *placed)


def _placed(
    move: Move, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
    """A box as it stands on the upright page."""
    a, b, c, d, e, f = move
    if a == d == 1.0:
        return left + e, bottom + f, right + e, top + f
    (x, y), (u, v) = moved(move, left, bottom), moved(move, right, top)
    return min(x, u), min(y, v), max(x, u), max(y, v)
