"""The mark behind a sheet: who exported it and when, pale and aslant, as a picture.

A sheet knows no watermark; a picture in the head of the page is the one kind that lies behind its cells.
"""

from __future__ import annotations

import io
import os
import sys
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 900, 560  # pixels
SIZE, PALE, ASLANT = 34, (150, 150, 150, 90), 24
# files that hold Chinese characters, as systems and offices call them
CHINESE = (
    "*CJK*",
    "simhei*",
    "simsun*",
    "msyh*",
    "PingFang*",
    "STHeiti*",
    "Songti*",
    "wqy-*",
    "*SourceHan*",
    "uming*",
)
FOLDERS = {
    "linux": ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": (os.path.join(os.environ.get("WINDIR", "C:\\Windows"), "Fonts"),),  # noqa: PTH118
}
FILES = {".ttc", ".ttf", ".otf"}


def picture(name: str, key: str, time: str) -> bytes:
    """A PNG with the name (the account's where no face has Chinese characters) and the time."""
    face = _face()
    words = f"{name}  {time}" if face else f"{key.encode('ascii', 'ignore').decode()}  {time}"
    tile = Image.new("RGBA", (WIDTH, HEIGHT), (255, 255, 255, 0))
    draw = ImageDraw.Draw(tile)
    font = ImageFont.truetype(face, SIZE) if face else ImageFont.load_default(SIZE)
    for row, y in enumerate(range(0, HEIGHT, 150)):
        draw.text((40 + 80 * (row % 2), y), words, font=font, fill=PALE)
    out = io.BytesIO()
    tile.rotate(ASLANT, fillcolor=(255, 255, 255, 0)).save(out, "PNG", optimize=True)
    return out.getvalue()


@cache
def _face() -> str:
    """The first file on the machine that holds Chinese characters; "" where there is none."""
    folders = [Path(folder).expanduser() for folder in FOLDERS.get(sys.platform, ())]
    found = (
        str(path)
        for pattern in CHINESE
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.rglob(pattern))
        if path.suffix.lower() in FILES
    )
    return next(found, "")
