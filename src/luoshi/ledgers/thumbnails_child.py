"""The process in which a picture is made small: the file comes by standard input, a JPEG leaves by standard output.

A picture may be made so that its decoder takes all memory or never ends. Here only this process suffers: it limits
itself before it looks at the file. What a camera wrote into the picture stays behind. It is run by its path, alone.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import warnings
from importlib import import_module
from types import ModuleType

import pypdfium2
from PIL import Image, ImageOps

# Windows has no such limits; there an allocation that fails ends the process all the same
resource: ModuleType | None = import_module("resource") if os.name == "posix" else None

DAMAGED, TOO_LARGE = 11, 12  # how the process ends when it has no picture to give
SIDE = 320
MOST_PIXELS = 80_000_000
MOST_MEMORY = 1024 * 1024 * 1024
MOST_SECONDS = 20
FORMATS = ("JPEG", "PNG", "GIF", "WEBP")


def limit() -> None:
    """Take no more memory and time than a picture needs, and leave no picture of the memory behind."""
    if resource is None:
        return
    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        soft, hard = resource.getrlimit(kind)
        tightest = min([most, *(held for held in (soft, hard) if held != resource.RLIM_INFINITY)])
        with contextlib.suppress(OSError, ValueError):  # a system that names a limit and cannot set it
            resource.setrlimit(kind, (tightest, hard))


def small(data: bytes) -> bytes:
    """A picture or the first page of a PDF within a square of :data:`SIDE`, as JPEG."""
    picture = page(data) if data.startswith(b"%PDF-") else photograph(data)
    picture.thumbnail((SIDE, SIDE))
    out = io.BytesIO()
    on_white(picture).save(out, "JPEG", quality=80)
    return out.getvalue()


def photograph(data: bytes) -> Image.Image:
    """A picture as it is to be looked at: turned as the camera was held."""
    opened = Image.open(io.BytesIO(data), formats=FORMATS)
    opened.draft("RGB", (2 * SIDE, 2 * SIDE))
    opened.load()
    return ImageOps.exif_transpose(opened)


def page(data: bytes) -> Image.Image:
    """The first page of a PDF, drawn no larger than needed."""
    first = pypdfium2.PdfDocument(data)[0]
    drawn: Image.Image = first.render(scale=SIDE / max(*first.get_size(), 1)).to_pil()
    return drawn


def on_white(picture: Image.Image) -> Image.Image:
    """Without transparency and without anything but the picture."""
    shown = picture.convert("RGBA")
    plain = Image.new("RGB", shown.size, "white")
    plain.paste(shown, mask=shown.getchannel("A"))
    return plain


def main() -> int:
    """Make small what comes in; 0, or the reason why there is nothing to give."""
    limit()
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        made = small(sys.stdin.buffer.read())
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return TOO_LARGE
    except BaseException:  # noqa: BLE001 - decoders end in every way, and say no more than this
        return DAMAGED
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
