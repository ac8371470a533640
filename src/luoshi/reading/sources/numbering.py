"""Automatic numbering of Word made visible: 一、 （一） 1. as the reader of the document sees them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"


def han(number: int) -> str:
    """Chinese counting up to 9999: 1 is 一, 11 is 十一, 21 is 二十一, 105 is 一百零五."""
    if number < 10:
        return _DIGITS[number]
    parts, rest = "", number
    for size, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, rest = divmod(rest, size)
        if digit:
            parts += _DIGITS[digit] + word
        elif parts and rest and not parts.endswith("零"):
            parts += "零"
    return parts[1:] if parts.startswith("一十") else parts


def _letters(number: int) -> str:
    return chr(96 + (number - 1) % 26 + 1) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    words = ""
    for size, sign in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
                       (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):  # fmt: skip
        while number >= size:
            words, number = words + sign, number - size
    return words


#: How a number is written, by Word's name for it; a name that is not listed is written in digits.
FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": han, "chineseCountingThousand": han, "japaneseCounting": han, "taiwaneseCountingThousand": han,
    "ideographDigital": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    "decimalEnclosedCircle": lambda n: chr(0x245F + n) if n <= 20 else str(n),
    "decimalEnclosedCircleChinese": lambda n: chr(0x245F + n) if n <= 20 else str(n),
    "lowerLetter": _letters, "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman, "upperRoman": lambda n: _roman(n).upper(),
}  # fmt: skip


@dataclass(slots=True)
class Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """Levels of each numbered list (``numId``), numbers given by styles, and the counters while reading."""

    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def mark(self, paragraph: etree._Element) -> str:
        """The mark in front of a paragraph, counting it; empty where it has none."""
        number, depth = self._of(paragraph)
        if number not in self.lists:
            return ""
        group, levels = self.lists[number]
        level, counts = levels.get(depth, Level()), self.counters[group]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return "" if level.form in ("bullet", "none") else self._written(level, levels, counts)

    def _written(self, level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
        def one(hit: re.Match[str]) -> str:
            depth = int(hit.group(1)) - 1
            own = levels.get(depth, Level())
            return FORMS.get(own.form, str)(counts.get(depth, own.start))

        return re.sub(r"%([1-9])", one, level.text)

    def _of(self, paragraph: etree._Element) -> tuple[str, int]:
        direct = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        inherited = self.styles.get(value(style), ("", 0))
        if direct is None:
            return inherited
        number, depth = value(direct.find(f"{W}numId")), value(direct.find(f"{W}ilvl"))
        return number or inherited[0], int(depth) if depth.isdigit() else inherited[1]


def value(element: etree._Element | None) -> str:
    """The element's w:val, empty where there is none."""
    return str(element.get(f"{W}val", "")) if element is not None else ""


def numbering(lists: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """Numbering from numbering.xml and styles.xml; either may be missing."""
    made = Numbering()
    abstract = (
        {}
        if lists is None
        else {a.get(f"{W}abstractNumId"): _levels(a) for a in lists.iterfind(f"{W}abstractNum")}
    )
    for num in [] if lists is None else lists.iterfind(f"{W}num"):
        group = value(num.find(f"{W}abstractNumId"))
        made.lists[str(num.get(f"{W}numId"))] = (group, abstract.get(group, {}))
    for style in [] if styles is None else styles.iterfind(f"{W}style"):
        number = style.find(f"{W}pPr/{W}numPr")
        if number is not None:
            depth = value(number.find(f"{W}ilvl"))
            made.styles[str(style.get(f"{W}styleId"))] = (value(number.find(f"{W}numId")), int(depth or 0))
    return made


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {
        int(level.get(f"{W}ilvl", "0")): Level(
            value(level.find(f"{W}numFmt")) or "decimal",
            value(level.find(f"{W}lvlText")),
            int(value(level.find(f"{W}start")) or 1),
        )
        for level in abstract.iterfind(f"{W}lvl")
    }
