"""Automatic numbering of Word made visible: 一、 （一） 1. as the reader of the document sees them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
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
    if number > _LETTERED:
        return str(number)
    return chr(96 + (number - 1) % 26 + 1) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    words = ""
    for size, sign in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
                       (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):  # fmt: skip
        while number >= size:
            words, number = words + sign, number - size
    return words


#: Greater numbers are written in digits in every form.
_COUNTED = 9999
_LETTERED = 780
#: Styles are looked through so far up.
_ANCESTORS = 10

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
    """Levels of each numbered list (``numId``), numbers given by styles, and the counters while reading.

    Lists that share their levels go on counting each other's numbers, but for levels that ``restarts`` names.
    """

    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def mark(self, paragraph: etree._Element) -> str:
        """The mark in front of a paragraph, counting it; empty where it has none."""
        number, depth = self._of(paragraph)
        if number not in self.lists:
            return ""
        group, levels = self.lists[number]
        level, counts = levels.get(depth, Level()), self.counters[group]
        restart = self.restarts.pop((number, depth), None)
        counts[depth] = restart if restart is not None else counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return "" if level.form in ("bullet", "none") else self._written(level, levels, counts)

    def _written(self, level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
        def one(hit: re.Match[str]) -> str:
            depth = int(hit.group(1)) - 1
            own = levels.get(depth, Level())
            number = counts.get(depth, own.start)
            return FORMS.get(own.form, str)(number) if 0 < number <= _COUNTED else str(number)

        return re.sub(r"%([1-9])", one, level.text)

    def _of(self, paragraph: etree._Element) -> tuple[str, int]:
        direct = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        inherited = self.styles.get(value(style), ("", 0))
        if direct is None:
            return inherited
        number, depth = value(direct.find(f"{W}numId")), value(direct.find(f"{W}ilvl"))
        return number or inherited[0], _whole(depth, inherited[1])


def value(element: etree._Element | None) -> str:
    """The element's w:val, empty where there is none."""
    return str(element.get(f"{W}val", "")) if element is not None else ""


def _whole(digits: str, otherwise: int) -> int:
    """A small whole number."""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 8 else otherwise


def numbering(lists: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """Numbering from numbering.xml and styles.xml; either may be missing."""
    made = Numbering()
    abstract: dict[str, dict[int, Level]] = {}
    of_styles: dict[str, int] = {}
    for one in () if lists is None else lists.iterfind(f"{W}abstractNum"):
        abstract[str(one.get(f"{W}abstractNumId"))] = _levels(one, of_styles)
    for num in () if lists is None else lists.iterfind(f"{W}num"):
        group, identity = value(num.find(f"{W}abstractNumId")), str(num.get(f"{W}numId"))
        made.lists[identity] = (group, abstract.get(group, {}))
        for override in num.iterfind(f"{W}lvlOverride"):
            start = value(override.find(f"{W}startOverride"))
            if start:
                made.restarts[identity, _depth(override)] = _whole(start, 1)
    _number_styles(made, () if styles is None else tuple(styles.iterfind(f"{W}style")), of_styles)
    return made


def _number_styles(made: Numbering, styles: Sequence[etree._Element], of_styles: Mapping[str, int]) -> None:
    """The list and level that each style gives its paragraphs, its own or that of the style it is based on."""
    based = {str(style.get(f"{W}styleId")): value(style.find(f"{W}basedOn")) for style in styles}
    for style in styles:
        number, identity = style.find(f"{W}pPr/{W}numPr"), str(style.get(f"{W}styleId"))
        if number is not None:
            depth = _whole(value(number.find(f"{W}ilvl")), of_styles.get(identity, 0))
            made.styles[identity] = (value(number.find(f"{W}numId")), depth)
    for identity in based:
        above = identity
        for _ in range(_ANCESTORS):
            if above in made.styles or not above:
                break
            above = based.get(above, "")
        if above in made.styles and identity != above:
            number_id, depth = made.styles[above]
            made.styles[identity] = (number_id, of_styles.get(identity, depth))


def _levels(abstract: etree._Element, of_styles: dict[str, int]) -> dict[int, Level]:
    """The levels of a list; a level may belong to a style, which is noted in ``of_styles``."""
    levels: dict[int, Level] = {}
    for level in abstract.iterfind(f"{W}lvl"):
        depth = _depth(level)
        levels[depth] = Level(
            value(level.find(f"{W}numFmt")) or "decimal",
            value(level.find(f"{W}lvlText")),
            _whole(value(level.find(f"{W}start")), 1),
        )
        if style := value(level.find(f"{W}pStyle")):
            of_styles[style] = depth
    return levels


def _depth(level: etree._Element) -> int:
    return _whole(str(level.get(f"{W}ilvl", "0")), 0)
