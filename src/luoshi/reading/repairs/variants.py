"""Other forms of the same characters: radicals that stand for characters (a PDF's ⻓ for 长), compatibility forms, list
marks in one code point (㈠ ⒈ ⑴), entities of HTML that were left in a text (&ldquo;), or what is left of those that were
quotes (;;放管服;;)."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from functools import cache

from luoshi.reading.openings import lazy, quick
from luoshi.reading.record import Repair
from luoshi.reading.repairs import traditional

#: Simplified radicals of the supplement, for which Unicode gives no plain form.
_RADICALS = dict(
    zip(
        "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
        "民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
        strict=True,
    )
)
#: Radicals, compatibility ideographs, vertical and small and half-width marks.
_FORMS = "\u2e80-\u2fd5\uf900-\ufaff\ufe10-\ufe18\ufe35-\ufe44\ufe50-\ufe6b\uff61-\uff65"
#: List marks; right behind a Chinese character they are a sign of other damage.
LISTS = "\u3220-\u3229\u2474-\u249b"
FORMS = _FORMS + LISTS
_FORM = lazy(f"[{FORMS}](?:(?<=[{_FORMS}])[{_FORMS}]*|(?<![\u4e00-\u9fff].))")
_ONE = r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#[xX][0-9A-Fa-f]{2,5});"
_ENTITY = lazy(rf"{_ONE}(?:{_ONE})*")
_LEFT = quick(r";;(?=[^;\n。,，、]{1,20}(;;))")
_BESIDE_NUMBER = lazy(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9%])(?=[\u4e00-\u9fff])")
_BLANK = "\xa0 \u3000"


def find(raw: str, odd: str) -> Iterator[Repair]:
    """A repair for each run of other forms and for each entity. ``odd`` are the text's odd characters."""
    for hit in _FORM.finditer(raw) if _FORM.search(odd) else ():
        plain = "".join(map(_plain, hit.group()))
        if plain != hit.group():
            yield Repair(*hit.span(), "variant", hit.group(), plain)
    if "&" in raw and ";" in raw:
        yield from _entities(raw)
    if ";;" in raw:
        yield from _left(raw)


def _left(raw: str) -> Iterator[Repair]:
    """Quotes in pairs, each of them two semicolons."""
    end = 0
    for hit in _LEFT.finditer(raw):
        if hit.start() >= end:
            yield Repair(*hit.span(), "entity", ";;", "“")
            yield Repair(*hit.span(1), "entity", ";;", "”")
            end = hit.end(1)


@cache
def _plain(char: str) -> str:
    return _RADICALS.get(char) or unicodedata.normalize("NFKC", char).translate(traditional.table())


def _entities(raw: str) -> Iterator[Repair]:
    for hit in _ENTITY.finditer(raw):
        said = html.unescape(hit.group())
        if said == hit.group() or "&" in said[1:]:
            continue
        blank = not said.strip(_BLANK) and _between(raw, *hit.span())
        yield Repair(*hit.span(), "entity", hit.group(), "" if blank else said)


def _between(raw: str, start: int, end: int) -> bool:
    """Whether a blank there would part a number from a Chinese character."""
    return start > 0 and _BESIDE_NUMBER.search(raw[start - 1] + raw[end : end + 1], 1) is not None
