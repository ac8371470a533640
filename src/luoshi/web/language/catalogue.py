"""The English catalogue, and how a finished Chinese text is said in it.

A text is looked up as it is; then as a sentence with holes; then without the figures around it; then piece by piece.
What is found nowhere stays as it is: it is what somebody entered, or it is better Chinese than wrong.
"""

from __future__ import annotations

import calendar
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Final

import polib

from luoshi.web.language.sentences import HAN, HOLE, Reading, Sentence, Sentences

FILE: Final = Path(__file__).resolve().parents[1] / "locale" / "en" / "LC_MESSAGES" / "luoshi.po"
SCRIPTS: Final = "web/static/luoshi/js"  # where a text is met that scripts say
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
HALF: Final = 12  # characters of the first of two texts side by side
ANY: Final = Fraction(0)
MOST: Final = Fraction(1, 2)
ALL: Final = Fraction(1)
LONGEST: Final = 600  # characters; what is longer was written by people
WHOLE: Final = 16  # Chinese characters; a sentence that says more is known wherever it stands in a text
MANY: Final = 6  # sentences that are one text of ours
DEEPEST: Final = 24  # texts within texts; what is folded deeper was put together by nobody
KEPT: Final = 20_000
STOPS: Final = re.compile(r"([。；！？\n]+)")  # between sentences: each is said where it is known
APART: Final = re.compile(r"( · )")  # between things that have nothing to do with each other
COMMAS: Final = re.compile(r"(，+)")  # within a sentence: said piece by piece where most pieces are known
COMMA_OR_STOP: Final = re.compile(r"[，。；！？\n]")
BREAKS: Final = tuple(  # said piece by piece only where every piece is known
    map(re.compile, (r"(、+)", r"([·/|\s→＋—…]+)", r"([（）()《》“”「」【】]+)"))
)
COLONS: Final = re.compile(r"(：+)")
COLON: Final = "："  # of what stands before it and after it, what is known is said
EDGES: Final = "，、；。："  # sentences are put together of pieces with signs at their ends, and taken apart without them
DATED: Final = re.compile(r"(\d{4}年\d{1,2}月)(\D.*)")
NAME: Final = re.compile(r"[^，。；：、《》（）“”]{1,30}")
ANYTHING: Final = re.compile(r".*\w\W*\w.*", re.DOTALL)  # but a single sign that is left over
PERSON: Final = re.compile(r"[\u3400-\u9fff]{2,3}")
SHORT_NAME: Final = re.compile(
    r"[^，。；：、《》（）“”\s]{1,3}"
)  # before the end of a sentence of two characters
LISTED: Final = re.compile(r"[^，。；：]{1,80}")
NAMES: Final = re.compile(r"[^，。；]{1,80}")  # between two signs that hold it
RELATION: Final = re.compile(
    r"(.+?)(不低于|不高于|不超过|不小于|不大于|不少于|不为|属于|超过|低于|大于|小于|等于|为)(.+)"
)
JOINTS: Final = {"且": "and ", "或": "or "}
SIGNS: Final = str.maketrans(
    {
        "，": ", ",
        "、": ", ",
        "。": ". ",
        "；": "; ",
        "：": ": ",
        "！": "! ",
        "？": "? ",
        "（": " (",
        "）": ") ",
        "《": " “",
        "》": "” ",
        "「": " “",
        "」": "” ",
        "【": " [",
        "】": "] ",
        "“": " “",
        "”": "” ",
        "／": "/",
        "％": "%",
    }
)
READ_AS: Final = {  # how a hole is read that says so: {0:month}
    "month": {str(number): calendar.month_abbr[number] for number in range(1, 13)},
    "weekday": dict(zip("一二三四五六日", calendar.day_abbr, strict=True)),
    "numeral": {sign: str(number) for number, sign in enumerate("一二三四五六七八九十", 1)},
}
OPENING: Final = "“([.;"  # after these a title keeps its capital letter
SHORT: Final = frozenset(calendar.month_abbr) | frozenset(calendar.day_abbr)
TIGHT_BEFORE: Final = frozenset(",.;:!?)]”%")


class Tangled(Exception):
    """A text that holds texts that hold texts, and so on beyond all sense."""


class Catalogue:
    """Chinese texts and their English, apart those that scripts say; ``said`` is None for a text of which nothing is known."""

    def __init__(self, entries: Mapping[str, str], scripts: Mapping[str, str] = NOTHING) -> None:
        bare = {msgid.strip(EDGES): msgstr.strip(f"{EDGES},;.: ") for msgid, msgstr in entries.items()}
        self.entries = {msgid: msgstr for msgid, msgstr in bare.items() if msgid} | dict(entries)
        self.scripts = dict(scripts)
        self._sentences = Sentences(msgid for msgid in self.entries if HOLE.search(msgid))
        self.said = lru_cache(maxsize=KEPT)(self._said)
        self._whole = lru_cache(maxsize=KEPT)(self._made)
        self._depth = threading.local()

    def _said(self, text: str) -> str | None:
        """A text in English, the blanks around it kept."""
        core = text.strip()
        if not core or len(core) > LONGEST:
            return None
        try:
            found = self._whole(core) if HAN.search(core) else _signs(core)
        except Tangled:
            found = None
        if found is None:
            return None
        start = text.index(core)
        return f"{text[:start]}{found}{text[start + len(core) :]}"

    def _made(self, text: str) -> str | None:
        """What a text without blanks around it is in English: by the surest way that finds anything."""
        exact = self.entries.get(text)
        if exact:
            return exact
        depth = getattr(self._depth, "now", 0)
        if depth == DEEPEST:
            raise Tangled
        self._depth.now = depth + 1
        try:
            return self._found(text)
        finally:
            self._depth.now = depth

    def _found(self, text: str) -> str | None:
        readings = self._sentences.readings(text)
        sure = [each for each in readings if each[0].sure]
        return (
            self._sentence(each for each in readings if not any(map(HAN.search, each[1])))
            or self._sentence(_within(sure, COMMA_OR_STOP))
            or self._all_pieces(text)
            or self._sentence(_within(readings, COMMA_OR_STOP), loose=False)
            or self._sentence(_within(readings, STOPS), loose=False)
            or self._sentence(filter(_anchored, sure))
            or self._stretches(text)
            or self._sentence(readings, loose=False)
            or self._inside(text)
            or self._pieces(APART, text)
            or self._pieces(COMMAS, text, least=MOST)
            or self._joint(text)
            or self._dated(text)
            or self._related(text)
            or self._labelled(text)
            or self._sentence(_within(readings, STOPS))
        )

    def _all_pieces(self, text: str) -> str | None:
        """Between marks of one kind, where every piece is known."""
        tried = (self._pieces(mark, text, least=ALL) for mark in (STOPS, COMMAS, COLONS, *BREAKS))
        return next(filter(None, tried), None)

    def _sentence(self, readings: Iterable[Reading], *, loose: bool = True) -> str | None:
        """By the first sentence that may have these holes; ``loose``: one of a single character too, around names."""
        for sentence, holes in readings:
            said = [self._part(hole) for hole in holes]
            fits = _fitting(sentence, loose)
            filled = _filled(self.entries[sentence.msgid], holes, said) if all(map(fits, said)) else None
            if filled is not None:
                return filled
        return None

    def _inside(self, text: str) -> str | None:
        """Without what is no Chinese before and after it: 12.3亿元, （合计）."""
        found = [place.start() for place in HAN.finditer(text)]
        first, last = found[0], found[-1] + 1
        if (first, last) == (0, len(text)):
            return None
        core = self._whole(text[first:last])
        return None if core is None else _joined([_spelt(text[:first]), core, _spelt(text[last:])])

    def _pieces(self, marks: re.Pattern[str], text: str, *, least: Fraction = ANY) -> str | None:
        """Piece by piece between marks, where at least one is known, and at least this share of all; all of it, if ``ALL``."""
        pieces = marks.split(text)
        chinese = [piece for piece in pieces[::2] if HAN.search(piece)]
        known = {piece: self._whole(piece.strip()) for piece in chinese} if len(pieces) > 1 else {}
        hits = [
            piece
            for piece in chinese
            if (said := known.get(piece)) and not (least == ALL and HAN.search(said))
        ]
        if not hits or len(hits) < least * len(chinese):
            return None
        first, *rest = [known.get(piece) or _spelt(piece) for piece in pieces]
        return _joined([first, *(map(_lower, rest) if marks is COMMAS else rest)]).strip()

    def _stretches(self, text: str) -> str | None:
        """Sentence by sentence; several of them together where they are one text of ours."""
        signs = STOPS.split(text)
        units = [f"{said}{sign}" for said, sign in zip_longest(signs[::2], signs[1::2], fillvalue="")]
        units = [unit for unit in units if unit]
        found: list[str] = []
        known = False
        while units:
            stretches = ((end, "".join(units[:end])) for end in range(min(len(units), MANY), 0, -1))
            end, said = next(
                ((end, said) for end, stretch in stretches if (said := self._stretch(stretch, text))),
                (1, None),
            )
            known = known or said is not None
            found.append(said or _spelt(units[0]))
            units = units[end:]
        return _joined(found) if known else None

    def _stretch(self, stretch: str, whole: str) -> str | None:
        """One sentence however it is said, several only where they are known as they stand."""
        core = stretch.strip()
        if core == whole or not HAN.search(core):
            return None
        if len(STOPS.findall(core.strip("。；！？"))) == 0:
            bare = core.rstrip("。；！？")
            said = self._whole(bare)
            return None if said is None else f"{said}{core[len(bare) :].translate(SIGNS)}"
        return self.entries.get(core)

    def _joint(self, text: str) -> str | None:
        """What is joined to something before it: 或有目标连续 3 个月亮黄灯."""
        said = self._whole(text[1:]) if text[0] in JOINTS and HAN.search(text[1:]) else None
        return None if said is None else f"{JOINTS[text[0]]}{_lower(said)}"

    def _dated(self, text: str) -> str | None:
        """A month, and what is said of it: 2026年9月全区."""
        found = DATED.fullmatch(text)
        said = [self._whole(part) or "" for part in found.groups()] if found else []
        return f"{said[0]} {_lower(said[1])}" if said and all(said) else None

    def _related(self, text: str) -> str | None:
        """A title, a relation and a value: 签约金额不低于1亿元."""
        found = RELATION.fullmatch(text)
        title = self._whole(found[1]) if found and HAN.search(found[1]) else None
        relation = self.entries.get(found[2]) if found else None
        if not found or title is None or relation is None:
            return None
        return _joined([title, relation, self._part(found[3])])

    def _labelled(self, text: str) -> str | None:
        """Two parts with a colon between them, of which one is known."""
        for label, _, rest in (text.partition(COLON), text.rpartition(COLON)):
            if label and rest and (self._known(label) or self._known(rest)):
                return _joined([self._part(label), ": ", self._part(rest)])
        return None

    def _known(self, text: str) -> bool:
        return bool(HAN.search(text)) and self._whole(text.strip()) is not None

    def _part(self, text: str) -> str:
        """What stands in a hole: ours is said in English, what people wrote stays."""
        if not HAN.search(text):
            return _spelt(text).strip()
        return self._whole(text.strip()) or self._halves(text.strip()) or text.strip()

    def _halves(self, text: str) -> str | None:
        """Two texts of ours side by side, as two values make one hole: 周梳理每周."""
        for place in range(2, min(len(text) - 1, HALF)):
            first = self.entries.get(text[:place])
            second = self._whole(text[place:]) if first else None
            if first and second:
                return f"{first} {_lower(second)}"
        return None


@cache
def english() -> Catalogue:
    """The catalogue of this package, read when the first English page is asked for."""
    entries = [each for each in polib.pofile(str(FILE)) if each.msgstr]
    scripts = {each.msgid: each.msgstr for each in entries if (SCRIPTS, "") in each.occurrences}
    return Catalogue({each.msgid: each.msgstr for each in entries}, scripts)


def _within(readings: Iterable[Reading], marks: re.Pattern[str]) -> Iterable[Reading]:
    """Those whose holes do not reach across one of these marks."""
    return (each for each in readings if not any(marks.search(hole) for hole in each[1]))


def _anchored(reading: Reading) -> bool:
    """Whether it begins and ends where the text does: no hole at its ends reaches over a sentence, or it says much."""
    sentence, holes = reading
    if sentence.weight > WHOLE:
        return True
    ends = [holes[0]] * (not sentence.literals[0]) + [holes[-1]] * (not sentence.literals[-1])
    return not any(map(STOPS.search, ends))


def _fitting(sentence: Sentence, loose: bool) -> Callable[[str], bool]:
    """What a sentence may have in its holes: the less it says itself, the less may be left in Chinese."""
    first, *middle, last = sentence.literals
    if sentence.weight == 1 and not (middle and loose):
        return lambda said: not HAN.search(said) or bool(first and loose and PERSON.fullmatch(said))
    name = (
        ANYTHING
        if sentence.sure
        else NAMES
        if first and last
        else NAME
        if first
        else LISTED
        if middle
        else SHORT_NAME
    )
    return lambda said: not HAN.search(said) or bool(name.fullmatch(said))


def _filled(msgstr: str, holes: tuple[str, ...], said: list[str]) -> str | None:
    """A sentence with its holes filled in; None where what should be a month or a numeral is none."""
    text, at = "", 0
    for found in HOLE.finditer(msgstr):
        hole = int(found[1])
        part = READ_AS[found[2]].get(holes[hole]) if found[2] else said[hole]
        if part is None:
            return None
        text += msgstr[at : found.start()]
        ours = part != holes[hole] and text and text.rstrip()[-1:] not in OPENING
        text += f"{' ' * (part[:1] in '“([' and text[-1:].isalnum())}{_lower(part) if ours else part}"
        at = found.end()
        if text[-1:] in ".;" and msgstr[at : at + 1].isalnum():
            text += " "
    return text + msgstr[at:]


def _lower(said: str) -> str:
    """A title of ours in the middle of a sentence; abbreviations stay as they are."""
    return said[0].lower() + said[1:] if said[1:2].islower() and said[:3] not in SHORT else said


def _signs(text: str) -> str | None:
    """A text without words: its Chinese punctuation as English writes it; None where it has none."""
    spelt = text.translate(SIGNS)
    return spelt if spelt != text else None


def _spelt(text: str) -> str:
    return text if HAN.search(text) else text.translate(SIGNS)


def _joined(pieces: list[str]) -> str:
    """Pieces side by side, with one blank where two words would touch, and none before a sign."""
    text = ""
    for piece in pieces:
        if text.endswith(" ") and piece[:1] in TIGHT_BEFORE:
            text = text.rstrip(" ")
        if text.endswith(" "):
            piece = piece.lstrip(" ")
        elif text and piece and apart(text[-1], piece[0]):
            text += " "
        text += piece
    return text


def apart(before: str, after: str) -> bool:
    """Whether a blank belongs between two characters that Chinese sets side by side."""
    if before.isspace() or after.isspace():
        return False
    return (before.isalnum() or before in ",.;:!?)]”%") and (after.isalnum() or after in "([“")
