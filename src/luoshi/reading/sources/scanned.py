"""Pictures of pages to text by recognising characters: scanned PDF files and images. Needs the extra `ocr`."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

from luoshi.reading.sources import errors, flow, layout, pdf, ruled
from luoshi.reading.sources.layout import Glyph, Line, Page, Table
from luoshi.reading.sources.ruled import Rule
from luoshi.reading.sources.stretches import Stretch

PAGES_MOST = 60
_PIXELS_MOST = 50_000_000  # an A4 page at 600 dots an inch has 35 million
_SIDE_MOST = 2000  # pixels that are looked at; an A4 page at 170 dots an inch
_WIDTH = 595.0  # points of an A4 page, which an image is taken for
_SURE, _SURE_OF_DIGITS = 0.85, 0.92
_RULE_LEAST = 25  # a rule is as long as this part of the page
_NEAR = 5.0  # points between the end of a rule and the one it meets


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """The text of a scanned PDF or an image; raises a :class:`errors.SourceError`."""
    if b"%PDF-" in data[:1024]:
        reader = _Recogniser(name)
        yield from pdf.stretches(data, name, reader)
        yield _told(reader.pages)
        return
    pages: list[Page] = []
    for number, image in enumerate(_images(data, name), 1):
        yield Stretch("", "", f"第{number}页")
        scale = _WIDTH / image.width
        page = Page(number, _WIDTH, image.height * scale, scanned=True)
        page.blocks = _read(_tool("numpy").asarray(image)[:, :, ::-1], page)
        pages.append(page)
    yield from flow.stretches(pages)
    yield _told([page.number for page in pages])


def _told(pages: list[int]) -> Stretch:
    """That all of it may be misread, even where the recognition is sure of itself."""
    which = "、".join(str(page) for page in pages)
    return Stretch("", "", doubt=f"第{which}页的文字由图片识别而来，数字和名称请对照原件核实。")


class _Recogniser:
    """Reads pages of a PDF, and not more of them than one may wait for."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pages: list[int] = []

    def __call__(self, handle: Any, page: Page) -> list[Line | Table]:
        self.pages.append(page.number)
        if len(self.pages) > PAGES_MOST:
            raise errors.OversizedSource(self.name, f"的扫描图片超过 {PAGES_MOST} 页，识别时间太长")
        scale = min(200 / 72, _SIDE_MOST / max(page.width, page.height, 1))
        return _read(handle.render(scale=scale).to_numpy(), page)


def _images(data: bytes, name: str) -> Iterator[Any]:
    """The pictures of a file, upright, in colours and no larger than is looked at."""
    pillow, turning = _tool("PIL.Image"), _tool("PIL.ImageOps")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about sizes, which are checked here
        try:
            image = pillow.open(io.BytesIO(data))
            frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            if frames > PAGES_MOST:
                raise errors.OversizedSource(name, f"有 {frames} 页，超过 {PAGES_MOST} 页")
            for frame in range(frames):
                image.seek(frame)
                width, height = image.size
                if width * height > _PIXELS_MOST:
                    raise errors.OversizedSource(name, f"第{frame + 1}页有 {width}×{height} 个像素，太大")
                upright = turning.exif_transpose(image).convert("RGB")
                upright.thumbnail((_SIDE_MOST, _SIDE_MOST))
                yield upright
        except pillow.DecompressionBombError as error:
            raise errors.OversizedSource(name, "标明的像素太多") from error
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise errors.DamagedSource(name, "图片不完整或无法解析") from error


def _read(pixels: Any, page: Page) -> list[Line | Table]:
    """What is written on a picture of a page."""
    scale = page.width / pixels.shape[1]
    found = _engine()(pixels)
    boxes = [] if found.boxes is None else zip(found.boxes.tolist(), found.txts, found.scores, strict=True)
    glyphs = [_glyph(box, text, float(score), scale, page) for box, text, score in boxes if text.strip()]
    return layout.blocks(glyphs, ruled.grids(*_rules(pixels, scale, page.height)), page.place)


def _glyph(box: list[list[float]], text: str, score: float, scale: float, page: Page) -> Glyph:
    xs, ys = [x * scale for x, _ in box], [page.height - y * scale for _, y in box]
    sure = score >= (_SURE_OF_DIGITS if any(char.isdigit() for char in text) else _SURE)
    doubt = "" if sure else f"{page.place}“{text}”由图片识别，把握不大（{score:.0%}），请对照原件核实。"
    return Glyph(text, min(xs), min(ys), max(xs), max(ys), doubt)


def _rules(pixels: Any, scale: float, height: float) -> tuple[list[Rule], list[Rule]]:
    """The level and upright rules of a picture: what is dark for a long way and thin, and upright ones between level ones."""
    vision = _tool("cv2")
    gray = vision.cvtColor(pixels, vision.COLOR_BGR2GRAY) if pixels.ndim == 3 else pixels
    _, dark = vision.threshold(gray, 0, 255, vision.THRESH_BINARY_INV + vision.THRESH_OTSU)
    least = max(1, max(dark.shape) // _RULE_LEAST)
    level = [
        Rule(height - (y + h / 2) * scale, x * scale, (x + w) * scale)
        for x, y, w, h in _long(vision, dark, (least, 1))
        if w > 5 * h
    ]
    upright = [
        Rule((x + w / 2) * scale, height - (y + h) * scale, height - y * scale)
        for x, y, w, h in _long(vision, dark, (1, least))
        if h > 5 * w
    ]
    return level, [rule for rule in upright if all(_meets(level, end) for end in rule[1:])]


def _meets(level: list[Rule], y: float) -> bool:
    return any(abs(rule.at - y) < _NEAR for rule in level)


def _long(vision: Any, dark: Any, size: tuple[int, int]) -> list[list[int]]:
    """Boxes of what is as long as ``size`` in its direction."""
    kernel = vision.getStructuringElement(vision.MORPH_RECT, size)
    kept = vision.morphologyEx(dark, vision.MORPH_OPEN, kernel)
    _, _, boxes, _ = vision.connectedComponentsWithStats(kept)
    return [[int(number) for number in box[:4]] for box in boxes[1:2000]]


@cache
def _engine() -> Any:
    return _tool("rapidocr").RapidOCR(params={"Global.log_level": "critical"})


@cache
def _tool(name: str) -> Any:
    """A module of the extra, imported when a picture is really looked at."""
    return import_module(name)
