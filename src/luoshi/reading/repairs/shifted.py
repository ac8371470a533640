"""Chinese text that was decoded one byte late: the bytes of GBK are put together anew where that reads better.

A stretch is looked at only where something points to it: a question mark or a foreign symbol (ㄒ, ┛, ≈) against a
Chinese character. Realigned, the second byte of each character joins the first byte of the next. What the missing
byte at the edge was is taken from the text's own pinyin where it stands, else the place is marked as lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from luoshi.reading.openings import lazy
from luoshi.reading.record import Repair
from luoshi.reading.repairs import traditional

#: Stands for a character of which one byte is lost.
LOST = "\ufffd"

#: Symbols that a plan seldom holds and that GBK has beside common characters.
SYMBOLS = "\u2160-\u216b\u2170-\u2179\u3220-\u3229\u2474-\u249b\u3105-\u3129\u2500-\u257f\u0391-\u03c9\u0410-\u0451≈≡∽∝⊙∷∨∪∩∥⌒∮\ue000-\ue4c5"

_TONE = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜa-zü"
_ASKED = lazy(r"\?(?<=[\u4e00-\u9fff]\?)")
_SYMBOL = lazy(f"[{SYMBOLS}ǘòǖǚü](?:(?<=[{SYMBOLS}])|(?<=。[ǘòǖǚü]))")
#: What stands where a last byte had no second one.
_LOST_BYTE = ("?", LOST)
_CLUE = lazy(f"[{SYMBOLS}ǘòǖǚü?{LOST}](?:(?<=[{SYMBOLS}])|(?<=。[ǘòǖǚü])|(?<=[\u4e00-\u9fff][?{LOST}]))")
#: What GBK makes of （二 and （三 without the first byte, before a byte that nothing can be made of.
_LIST_MARKS = {"ǘ": "二", "ㄈ": "三"}
_LIST_MARK = lazy(f"[ǘㄈ][?{LOST}][）)]")
_LISTED = lazy("[一二三四五六七八九十]{1,3}[）)]")
#: So many characters in a row that are all common when realigned are no chance; nor is so much gain before a lost byte.
_SURE, _TORN_LEAST = 4, 3
_HEAD = lazy(rf"\?([{_TONE}]{{1,6}})\)|\?[!！?]*")
_LETTER = lazy(r"[A-Za-z|~@^_`{}\[\]\\]")
_TAIL = lazy(rf"\?([{_TONE}]{{1,6}})\)|({_LETTER.pattern})(\([{_TONE}]{{1,6}}\))?")
_BODY = lazy(r"[^\x00-\x7f]*")
_TORN = lazy(r"“[^“”\n。]{1,30}(\?[!！]\?)(?=[,，、。])")
_OPENED = lazy(r"\?[!！]\?(?=[^“”\n。]{0,12}”)")
#: So many sounds are looked for by name, more as any sound.
_FEW = 40
_REACH = 40
_MARKS = frozenset("，。、；：！？“”‘’（）《》—…·　")


#: The characters of a text by their pinyin, as GBK.
Readings = dict[str, set[bytes]]


class _Stretch(NamedTuple):
    start: int
    end: int
    text: str
    gain: int


def find(raw: str, odd: str) -> Iterator[Repair]:
    """One repair for each stretch that reads better realigned; in doubt where a byte is lost.

    ``odd`` are the odd characters that the text holds, among them any of ``SYMBOLS``.
    """
    if "?" in raw and _ASKED.search(raw):
        yield from _quotes(raw)
        yield from _repairs(raw, _asked(raw))
    if _SYMBOL.search(odd) or "?" in raw or LOST in odd:
        yield from _listed(raw)
        yield from _repairs(raw, _bare(raw))


def _repairs(raw: str, found: Iterator[_Stretch]) -> Iterator[Repair]:
    for one in found:
        before = raw[one.start : one.end]
        yield Repair(one.start, one.end, "byte-shift", before, one.text, LOST not in one.text)


def _listed(raw: str) -> Iterator[Repair]:
    """（二） and （三） without their first byte: what follows the second character is in step again."""
    for hit in _LIST_MARK.finditer(raw):
        yield Repair(*hit.span(), "byte-shift", hit.group(), f"（{_LIST_MARKS[hit.group()[0]]}）")


def _quotes(raw: str) -> Iterator[Repair]:
    """A closing or an opening quotation mark torn in three with its neighbours, whose outer bytes are lost."""
    if "?!?" not in raw and "?！?" not in raw:
        return
    for hit in _TORN.finditer(raw):
        yield Repair(hit.start(1), hit.end(1), "byte-shift", hit.group(1), LOST + "”", False)
    for hit in _OPENED.finditer(raw):
        yield Repair(*hit.span(), "byte-shift", hit.group(), "。“" + LOST, False)


class _Step(NamedTuple):
    """A stretch between a question mark and the place where the bytes fall into step again, and what may tell the
    bytes lost at both ends: the character before and the sound of what begins with its last byte, and so at the end."""

    start: int
    end: int
    body: str
    before: str
    first_sound: str | None
    last_sound: str | None
    last_byte: str | None


def _asked(raw: str) -> Iterator[_Stretch]:
    steps = [step for hit in _ASKED.finditer(raw) if (step := _step(raw, hit.start()))]
    readings = _readings(
        raw, {sound for step in steps for sound in (step.first_sound, step.last_sound) if sound}
    )
    done = 0
    for step in steps:
        if step.start > done and (found := _in_step(step, readings)):
            done = found.end
            yield found


def _step(raw: str, at: int) -> _Step | None:
    head = _HEAD.match(raw, at)
    found = _BODY.match(raw, head.end(), head.end() + _REACH) if head else None
    tail = _TAIL.match(raw, found.end()) if found else None
    if head is None or found is None or tail is None:
        return None
    return _Step(at, tail.end(), found.group(), raw[at - 1], head.group(1), tail.group(1), tail.group(2))


def _in_step(step: _Step, readings: Readings) -> _Stretch | None:
    codes = step.body.encode("gb18030", "ignore")
    lead = _lost(step.before, step.first_sound, readings)
    if len(codes) != 2 * len(step.body) or not (codes or lead):
        return None
    trail = step.last_byte.encode() if step.last_byte else _lost(step.body[-1:], step.last_sound, readings)
    text = _decoded(lead, codes, trail)
    gain = 0 if text is None else worth(text) - worth(step.body)
    return _Stretch(step.start, step.end, text, gain) if text is not None and gain > 0 else None


def _lost(char: str, sound: str | None, readings: Readings) -> bytes:
    """The byte that with ``char``'s last byte makes a character of that sound; b"" where the text does not tell."""
    last = char.encode("gb18030", "ignore")[-1:]
    fitting = {code[1:] for code in readings.get(sound or "", ()) if len(code) == 2 and code[:1] == last}
    return fitting.pop() if len(fitting) == 1 else b""


def _readings(raw: str, sounds: set[str]) -> Readings:
    """Which characters carry which of the ``sounds`` in this very text, as GBK."""
    if not sounds:
        return {}
    said = "|".join(sorted(sounds)) if len(sounds) <= _FEW else f"[{_TONE}]{{1,6}}"
    known: Readings = {}
    for char, sound in set(re.findall(rf"\((?<=([\u4e00-\u9fff])\()({said})\)", raw)):
        known.setdefault(sound, set()).add(char.encode("gb18030", "ignore"))
    return known


def _decoded(lead: bytes, codes: bytes, trail: bytes) -> str | None:
    whole = lead + codes if lead else codes[1:]
    lost_end = LOST if not trail else ""
    whole = whole + trail if trail else whole[:-1]
    try:
        text = whole.decode("gbk")
    except UnicodeDecodeError:
        return None
    return ("" if lead else LOST) + text.translate(traditional.table()) + lost_end


def _bare(raw: str) -> Iterator[_Stretch]:
    """Stretches without a question mark before them: runs of characters with a symbol in them, or with a byte lost
    behind them, where another alignment gains."""
    done = 0
    for clue in _CLUE.finditer(raw):
        if clue.start() < done:
            continue
        low = clue.start()
        while low > done and not raw[low - 1].isascii():
            low -= 1
        run = _BODY.match(raw, low)
        done = max(run.end() if run else 0, clue.end())
        yield from _realigned(raw, low, run.end() if run else low)


def _realigned(raw: str, low: int, high: int) -> Iterator[_Stretch]:
    chars = raw[low:high]
    codes = [_code(c) for c in chars]
    worths = [_pair(a[1:], b[:1]) for a, b in zip(codes, codes[1:], strict=False)]
    gains = [new - _worth_of(c) for new, c in zip(worths, chars, strict=False)]
    at = 0
    for start, stop, gain in _windows(gains):
        stop = len(gains) if all(worth == 1 for worth in worths[stop:]) else stop
        torn = stop == len(gains) and raw[high : high + 1] in _LOST_BYTE
        symbol = _SYMBOL.search(chars, start, stop + 1)
        if start < at or not (torn or symbol) or not _likelier(worths[start:stop], gain, torn=torn):
            continue
        at = _to_the_last_oddity(chars, gains, stop) + 1
        last = _last(codes[at - 1], raw[high : high + 1]) if at == len(chars) else ""
        text = b"".join(codes[start:at])[1:-1].decode("gbk", "replace") + (last or LOST)
        end = low + at + (torn or last != "")
        text = _first(codes[start][:1], text) + text.translate(traditional.table())
        yield _Stretch(low + start, end, text, gain)


def _last(code: bytes, letter: str) -> str:
    """The common character of the last byte of a stretch and the letter behind; "" where there is none."""
    if not _LETTER.fullmatch(letter):
        return ""
    char = (code[1:] + letter.encode()).decode("gbk", "ignore")
    return char if len(char) == 1 and _worth_of(char) == 1 else ""


def _likelier(worths: Sequence[int], gain: int, *, torn: bool) -> bool:
    """Whether characters realigned are likelier: by far, or all of them common and much of what stood there not."""
    size = len(worths)
    if size >= 3 and 2 * gain >= 3 * size:
        return True
    if torn:
        return min(worths) == 1 and size > 1 and gain >= _TORN_LEAST
    return min(worths) == 1 and size >= _SURE and gain >= size


def _first(last_byte: bytes, text: str) -> str:
    """What stood before a stretch, of which the last byte is left: the bracket of a list mark, else it is lost."""
    return "（" if last_byte == "（".encode("gbk")[1:] and _LISTED.match(text) else LOST


def _windows(gains: list[int]) -> Iterator[tuple[int, int, int]]:
    """Start, end (inclusive, in characters) and sum of the best stretch between two places where the sum falls to nothing."""
    best, total, start = (0, 0, 0), 0, 0
    for i, gain in enumerate(gains):
        if total <= 0:
            if best[2]:
                yield best
            best, total, start = (0, 0, 0), 0, i
        total += gain
        if total > best[2]:
            best = (start, i + 1, total)
    if best[2]:
        yield best


@lru_cache(1 << 16)
def _code(char: str) -> bytes:
    return char.encode("gb18030", "ignore")


@lru_cache(1 << 16)
def _pair(last: bytes, first: bytes) -> int:
    try:
        return worth((last + first).decode("gbk"))
    except UnicodeDecodeError:
        return -3


def _to_the_last_oddity(chars: str, gains: list[int], stop: int) -> int:
    """Further to a symbol that can only be the end of the damage, over characters that lose nothing."""
    for i in range(stop, min(stop + 3, len(gains))):
        if gains[i] < 0:
            break
        if _worth_of(chars[i + 1]) < -1:
            return i + 1
    return stop


def worth(text: str) -> int:
    """How likely the characters are in a plan: common characters and marks count for, rare ones and symbols against."""
    return sum(map(_worth_of, text))


@lru_cache(1 << 16)
def _worth_of(char: str) -> int:
    char = char.translate(traditional.table())
    if char in _MARKS:
        return 1
    code = char.encode("gb2312", "ignore")
    if len(code) == 2 and 0xB0 <= code[0] <= 0xD7:
        return 1
    return 0 if char == LOST else -1 if len(code) == 2 and code[0] > 0xD7 else -2
