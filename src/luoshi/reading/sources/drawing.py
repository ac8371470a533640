"""What is drawn on a page of a PDF beside its text: the rules of tables, and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from luoshi.reading.sources import ruled

#: How points are moved: x to a·x + c·y + e, y to b·x + d·y + f.
Move = tuple[float, float, float, float, float, float]
_OBJECTS_MOST = 20_000  # drawn on a page; beyond that it is a map and no table
_FORMS_DEEP = 4
_THIN, _SHORT = 3.0, 4.0  # points: what is thinner is a rule, what is shorter none


def moved(move: Move, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = move
    return a * x + c * y + e, b * x + d * y + f


def _combined(first: Move, then: Move) -> Move:
    a, b, c, d, e, f = first
    return (*_turned(then, a, b), *_turned(then, c, d), *moved(then, e, f))


def _turned(move: Move, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, _, _ = move
    return a * x + c * y, b * x + d * y


class Drawing:
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
                    pdfium.FPDFFormObj_GetObject(one, at)
                    for at in range(pdfium.FPDFFormObj_CountObjects(one))
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
            points.append(moved(move, x.value, y.value))
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
