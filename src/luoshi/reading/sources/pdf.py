"""The text of a PDF: characters with their places from the file, put into lines, tables and paragraphs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_int, c_uint
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from luoshi.reading.sources import errors, layout, plain, ruled
from luoshi.reading.sources.grids import Cell
from luoshi.reading.sources.layout import Glyph, Line, Page, Table
from luoshi.reading.sources.radicals import UNIFIED
from luoshi.reading.sources.stretches import Stretch

PAGES_MOST = 2000
_CHARACTERS_MOST = 100_000  # on a page
_OBJECTS_MOST = 20_000  # drawn on a page; beyond that it is a map and no table
_PIXELS_MOST = 120_000_000
_FORMS_DEEP = 4
_LEGIBLE_LEAST = 0.7
_THIN, _SHORT = 3.0, 4.0  # points: what is thinner is a rule, what is shorter none
_UPRIGHT = 0.1  # radians by which a line of text may lean

#: Reads a page of which there is only a picture.
Recognise = Callable[[Any, Page], list["Line | Table"]]
Move = tuple[float, float, float, float, float, float]


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
    yield from layout.stretches(pages)
    for page in scanned if recognise is None else ():
        yield Stretch("", "", page.place, f"{page.place}是扫描图片，没有可以直接读取的文字，没有读取，请对照原件补充。")


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise errors.EncryptedSource(name, "pdf") from error
        raise errors.DamagedSource(name, "PDF 内部结构无法解析", "pdf") from error


def _count(document: pypdfium2.PdfDocument, name: str) -> int:
    pages = len(document)
    if pages > PAGES_MOST:
        raise errors.OversizedSource(name, f"有 {pages} 页，超过 {PAGES_MOST} 页")
    if not pages:
        raise errors.DamagedSource(name, "没有一页", "pdf")
    return pages


def _page(document: pypdfium2.PdfDocument, index: int, name: str, recognise: Recognise | None) -> Page:
    try:
        handle = document[index]
        text = handle.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise errors.DamagedSource(name, f"第{index + 1}页无法解析", "pdf") from error
    page = Page(index + 1, *handle.get_size())
    move = _upright(handle)
    glyphs = list(_glyphs(text, move, handle.get_rotation()))
    drawing = _Drawing(handle, move)
    text.close()
    if not _is_legible(glyphs) and drawing.pictures:
        if max(drawing.pictures) > _PIXELS_MOST:
            raise errors.OversizedSource(name, f"第{page.number}页的图片有 {max(drawing.pictures)} 个像素，太大")
        page.scanned = True
        page.blocks = recognise(handle, page) if recognise is not None else []
    else:
        page.blocks = _blocks(glyphs, drawing.grids(), page.place)
    handle.close()
    return page


def _is_legible(glyphs: list[Glyph]) -> bool:
    """Whether there are characters, and not only codes of a font that does not tell what they mean."""
    text = "".join(glyph.text for glyph in glyphs)
    return any(char.isalnum() for char in text) and plain.share(text) >= _LEGIBLE_LEAST


def _upright(handle: pypdfium2.PdfPage) -> Move:
    """How the page is turned before it is shown."""
    left, bottom, right, top = handle.get_bbox()
    return {
        0: (1.0, 0.0, 0.0, 1.0, -left, -bottom),
        90: (0.0, -1.0, 1.0, 0.0, -bottom, right),
        180: (-1.0, 0.0, 0.0, -1.0, right, top),
        270: (0.0, 1.0, -1.0, 0.0, top, -left),
    }[handle.get_rotation() % 360]


def _moved(move: Move, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = move
    return a * x + c * y + e, b * x + d * y + f


def _combined(first: Move, then: Move) -> Move:
    a, b, c, d, e, f = first
    return (*_turned(then, a, b), *_turned(then, c, d), *_moved(then, e, f))


def _turned(move: Move, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, _, _ = move
    return a * x + c * y, b * x + d * y


def _glyphs(text: pypdfium2.PdfTextPage, move: Move, rotation: int) -> Iterator[Glyph]:
    """The visible characters in the file's order; what leans, as a mark across the page does, is left out."""
    box = pdfium.FS_RECTF()
    straight = math.radians(-rotation)
    leaning = at_start = True
    for index in range(min(text.count_chars(), _CHARACTERS_MOST)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code <= 32 or code in (0xA0, 0x3000, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000:
            at_start = at_start or code in (10, 13)
            continue
        if at_start:
            angle = pdfium.FPDFText_GetCharAngle(text, index)
            leaning = abs(math.remainder(angle + straight, math.tau)) > _UPRIGHT
            at_start = False
        if leaning or not pdfium.FPDFText_GetLooseCharBox(text, index, byref(box)):
            continue
        (x, y), (u, v) = _moved(move, box.left, box.bottom), _moved(move, box.right, box.top)
        char = chr(code)
        yield Glyph(UNIFIED.get(char, char), min(x, u), min(y, v), max(x, u), max(y, v))


def _blocks(glyphs: list[Glyph], grids: list[ruled.Grid], place: str) -> list[Line | Table]:
    """Lines, and each table where its first character stands."""
    blocks: list[Line | Table] = []
    waiting: list[Glyph] = []
    held: dict[int, dict[tuple[int, int], list[Glyph]]] = {}
    tables: dict[int, Table] = {}
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        found = ((at, owner) for at, grid in enumerate(grids) if (owner := grid.cell(x, y)) is not None)
        at, owner = next(found, (-1, (0, 0)))
        if at < 0:
            waiting.append(glyph)
            continue
        if at not in held:
            blocks += layout.lines(waiting)
            waiting, held[at], tables[at] = [], {}, Table([])
            blocks.append(tables[at])
        held[at].setdefault(owner, []).append(glyph)
    for at, table in tables.items():
        table.rows = _rows(grids[at], {owner: layout.within(said) for owner, said in held[at].items()}, place)
    return [*blocks, *layout.lines(waiting)]


def _rows(grid: ruled.Grid, said: dict[tuple[int, int], str], place: str) -> list[list[Cell]]:
    """The cells of a grid: a merged one speaks in its corner, and is marked where it reaches down."""
    used = sorted({column for line in grid.owners for _, column in line})
    return [
        [
            Cell(said.get((row, column), ""), place, line[column] != (row, column) and line[column][1] == column)
            for column in used
        ]
        for row, line in enumerate(grid.owners)
    ]


class _Drawing:
    """What is drawn on a page beside its text: rules, and how many pixels each picture has."""

    def __init__(self, page: pypdfium2.PdfPage, move: Move) -> None:
        self.level: list[ruled.Rule] = []
        self.upright: list[ruled.Rule] = []
        self.pictures: list[int] = []
        self.left = _OBJECTS_MOST
        count = pdfium.FPDFPage_CountObjects(page)
        self._look((pdfium.FPDFPage_GetObject(page, at) for at in range(count)), move, _FORMS_DEEP)

    def grids(self) -> list[ruled.Grid]:
        """The tables on the page; none where so much is drawn that it is a map."""
        return ruled.grids(self.level, self.upright) if self.left > 0 else []

    def _look(self, drawn: Iterator[Any], move: Move, deep: int) -> None:
        for one in drawn:
            self.left -= 1
            if self.left <= 0:
                return
            kind = pdfium.FPDFPageObj_GetType(one)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(one, _combined(_matrix(one), move))
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                width, height = c_uint(), c_uint()
                if pdfium.FPDFImageObj_GetImagePixelSize(one, byref(width), byref(height)):
                    self.pictures.append(width.value * height.value)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and deep:
                inner = (
                    pdfium.FPDFFormObj_GetObject(one, at) for at in range(pdfium.FPDFFormObj_CountObjects(one))
                )
                self._look(inner, _combined(_matrix(one), move), deep - 1)

    def _path(self, path: Any, move: Move) -> None:
        count = pdfium.FPDFPath_CountSegments(path)
        self.left -= count // 4
        if self.left <= 0:
            return
        points: list[tuple[float, float]] = []
        edges: list[tuple[tuple[float, float], tuple[float, float]]] = []
        for at in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, at)
            x, y = c_float(), c_float()
            pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            points.append(_moved(move, x.value, y.value))
            if at and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
                edges.append((points[-2], points[-1]))
            if pdfium.FPDFPathSegment_GetClose(segment) and points:
                edges.append((points[-1], points[0]))
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if points and min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN:
            self._rule((min(xs), min(ys)), (max(xs), max(ys)))
        elif _is_stroked(path):
            for start, end in edges:
                self._rule(start, end)

    def _rule(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        (x, y), (u, v) = start, end
        wide, high = abs(u - x), abs(v - y)
        if high <= _THIN and wide >= _SHORT:
            self.level.append(ruled.Rule((y + v) / 2, min(x, u), max(x, u)))
        elif wide <= _THIN and high >= _SHORT:
            self.upright.append(ruled.Rule((x + u) / 2, min(y, v), max(y, v)))


def _matrix(drawn: Any) -> Move:
    own = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, byref(own)):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return own.a, own.b, own.c, own.d, own.e, own.f


def _is_stroked(path: Any) -> bool:
    filled, stroked = c_int(), c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, byref(filled), byref(stroked)) and stroked.value)
