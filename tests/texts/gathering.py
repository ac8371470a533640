"""Which files hold texts of ours, and all their msgids in the order in which they come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from luoshi.web.language.catalogue import SCRIPTS
from tests.texts import code, templates

ROOT: Final = Path(__file__).resolve().parents[2] / "src" / "luoshi"
PAGES: Final = "web/templates"
LEFT_OUT: Final = (
    "reading",  # the reader's words
    "cli",  # a shell, and the sample's invented names
    "api",  # programs
    "lake",  # a shell too
    "settings.py",
    "rules/defaults",  # rules as rows: what an office edits
    "reports/word",  # documents, which stay Chinese
    "reports/numerals.py",  # what numbers are told by, never shown
    "reports/papers.py",
    "reports/preread.py",
    "reports/minutes.py",
    "reports/docx.py",
    "reports/composing.py",
    "reports/defaults",
    "web/specimens.py",  # the gallery
    "web/pages/gallery.py",
    "web/templates/gallery.html",
    "web/templates/gallery_drawer.html",
)


NUMERALS: Final = re.compile("[〇零一二两三四五六七八九十百千万亿日]{2,}")  # looked at one by one
LETTERS: Final = frozenset(
    {"上中下", "鿿"}
)  # so too: the places of a chain's links, the end of a range of characters
SAID: Final = re.compile(r'\bspoken\("([^"]+)"')


def msgids() -> dict[str, list[str]]:
    """Every msgid with the file where it is first met, and the scripts where they say it; templates come first."""
    found: dict[str, list[str]] = {}
    for path in _files():
        place = path.relative_to(ROOT).as_posix()
        source = path.read_text(encoding="utf-8")
        for text in (templates if path.suffix == ".html" else code).texts(source):
            if text not in LETTERS and not NUMERALS.fullmatch(text):
                found.setdefault(text, [place])
    for path in sorted((ROOT / SCRIPTS).glob("*.js")):
        for text in SAID.findall(path.read_text(encoding="utf-8")):
            places = found.setdefault(text, [])
            if SCRIPTS not in places:
                places.append(SCRIPTS)
    return found


def _files() -> Iterator[Path]:
    for pattern in ("web/templates/**/*.html", "web/**/*.py", "**/*.py"):
        for path in sorted(ROOT.glob(pattern)):
            place = path.relative_to(ROOT).as_posix()
            left_out = any(place == each or place.startswith(f"{each}/") for each in LEFT_OUT)
            if not left_out and "migrations" not in path.parts:
                yield path
