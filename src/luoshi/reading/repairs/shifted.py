"""Chinese text that was decoded one byte late: the bytes of GBK are put together anew where that reads better.

A stretch is looked at only where something points to it: a question mark or a foreign symbol (ㄒ, ┛, ≈) against a
Chinese character. Realigned, the second byte of each character joins the first byte of the next. What the missing
byte at the edge was is taken from the text's own pinyin where it stands, else the place is marked as lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.reading.model import Repair
from luoshi.reading.repairs import traditional

#: Stands for a character of which one byte is lost.
LOST = "\ufffd"

_TONE = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜa-zü"
_CLUE = re.compile(
    r"[\u4e00-\u9fff]\?[!！]?|[\u3105-\u3129\u2500-\u257f\u0391-\u03c9\u0410-\u0451≈≡∽∝⊙∷∨∪∩∥⌒∮\ue000-\ue4c5]|(?<=。)[ǘòǖǚü]"
)
_HEAD = re.compile(rf"\?([{_TONE}]{{1,6}})\)|\?[!！?]*")
_TAIL = re.compile(rf"\?([{_TONE}]{{1,6}})\)|([A-Za-z|~@^_`{{}}\[\]\\])(\([{_TONE}]{{1,6}}\))?")
_PAIR = re.compile(rf"([\u4e00-\u9fff])\(([{_TONE}]{{1,6}})\)")
_RUN = re.compile(r"[^\x00-\x7f]*")
_TORN = re.compile(r"“[^“”\n。]{1,30}(\?[!！]\?)(?=[,，、。])")
_OPENED = re.compile(r"\?[!！]\?(?=[^“”\n。]{0,12}”)")
_REACH = 40
_MARKS = frozenset("，。、；：！？“”‘’（）《》—…·　")


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    text: str
    gain: int


def find(raw: str) -> Iterator[Repair]:
    """One repair for each stretch that reads better realigned; in doubt where a byte is lost."""
    if "\ufffd" not in raw and not _CLUE.search(raw):
        return
    yield from _quotes(raw)
    readings = _readings(raw)
    done = 0
    for clue in _CLUE.finditer(raw):
        if clue.start() < done:
            continue
        found = _realign(raw, clue.start(), done, readings)
        if found is None:
            continue
        done = found.end
        before = raw[found.start : found.end]
        yield Repair(found.start, found.end, "byte-shift", before, found.text, LOST not in found.text)


def _quotes(raw: str) -> Iterator[Repair]:
    """A closing or an opening quotation mark torn in three with its neighbours, whose outer bytes are lost."""
    for hit in _TORN.finditer(raw):
        yield Repair(hit.start(1), hit.end(1), "byte-shift", hit.group(1), LOST + "”", False)
    for hit in _OPENED.finditer(raw):
        yield Repair(*hit.span(), "byte-shift", hit.group(), "。“" + LOST, False)


def _readings(raw: str) -> dict[str, set[bytes]]:
    """Which characters carry which pinyin in this very text, as GBK."""
    known: dict[str, set[bytes]] = {}
    for char, sound in _PAIR.findall(raw):
        known.setdefault(sound, set()).add(char.encode("gb18030", "ignore"))
    return known


def _realign(raw: str, clue: int, floor: int, readings: dict[str, set[bytes]]) -> _Stretch | None:
    head = _HEAD.match(raw, clue + 1)
    if head is None:
        return _bare(raw, clue, floor)
    run = _RUN.match(raw, head.end(), head.end() + _REACH)
    body = run.group() if run else ""
    lead = _lost_byte(raw[clue], head.group(1), readings, first=True)
    return _joined(raw, head.start(), head.end(), body, lead, readings)


def _lost_byte(char: str, sound: str | None, readings: dict[str, set[bytes]], *, first: bool) -> bytes:
    """The byte that with ``char``'s last byte makes a character of that sound; b"" where the text does not tell."""
    last = char.encode("gb18030", "ignore")[-1:]
    fitting = {code[1:] for code in readings.get(sound or "", ()) if len(code) == 2 and code[:1] == last}
    return fitting.pop() if len(fitting) == 1 else b""


def _joined(
    raw: str, start: int, body_at: int, body: str, lead: bytes, readings: dict[str, set[bytes]]
) -> _Stretch | None:
    """The stretch from a question mark to the place where the bytes fall into step again."""
    best: _Stretch | None = None
    for size in range(len(body) + 1):
        tail = _TAIL.match(raw, body_at + size)
        if tail is None:
            continue
        codes = body[:size].encode("gb18030", "ignore")
        if len(codes) != 2 * size or not (codes or lead):
            continue
        trail, end = _tail(tail, body[size - 1] if size else "", readings)
        text = _decode(lead, codes, trail)
        if text is None or (best is not None and best.gain >= _worth(text) - _worth(body[:size])):
            continue
        best = _Stretch(start, end, text, _worth(text) - _worth(body[:size]))
    return best if best and best.gain > 0 else None


def _tail(tail: re.Match[str], last: str, readings: dict[str, set[bytes]]) -> tuple[bytes, int]:
    """The byte that ends the stretch and where it ends."""
    if tail.group(2):
        return tail.group(2).encode("ascii"), tail.end()
    return _lost_byte(last, tail.group(1), readings, first=False) if last else b"", tail.end()


def _decode(lead: bytes, codes: bytes, trail: bytes) -> str | None:
    whole = lead + codes if lead else codes[1:]
    lost_end = LOST if not trail else ""
    whole = whole + trail if trail else whole[:-1]
    try:
        text = whole.decode("gbk")
    except UnicodeDecodeError:
        return None
    return ("" if lead else LOST) + text.translate(traditional.table()) + lost_end


def _bare(raw: str, clue: int, floor: int) -> _Stretch | None:
    """A stretch without question marks: the window around ``clue`` whose realigned reading gains most."""
    low = clue
    while low > max(floor, clue - _REACH) and not raw[low - 1].isascii():
        low -= 1
    run = _RUN.match(raw, clue, clue + _REACH)
    chars = raw[low : run.end() if run else clue + 1]
    codes = [c.encode("gb18030", "ignore") for c in chars]
    gains = [_pair(a, b) - _worth(c) for a, b, c in zip(codes, codes[1:], chars, strict=False)]
    start, stop, gain = _best_window(gains)
    if stop - start < 3 or 2 * gain < 3 * (stop - start) or not start <= clue - low <= stop:
        return None
    stop = _to_the_last_oddity(chars, gains, stop)
    text = b"".join(codes[start : stop + 1])[1:-1].decode("gbk", "replace").translate(traditional.table())
    return _Stretch(low + start, low + stop + 1, text + LOST, gain)


def _pair(a: bytes, b: bytes) -> int:
    try:
        return _worth((a[1:] + b[:1]).decode("gbk"))
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


def _best_window(gains: list[int]) -> tuple[int, int, int]:
    """Start, end (inclusive, in characters) and sum of the stretch of largest sum."""
    best, total, start = (0, 0, 0), 0, 0
    for i, gain in enumerate(gains):
        if total <= 0:
            total, start = 0, i
        total += gain
        if total > best[2]:
            best = (start, i + 1, total)
    return best


def _worth(text: str) -> int:
    """How likely the characters are in a plan: common characters and marks count for, rare ones and symbols against."""
    return sum(_worth_of(c) for c in text.translate(traditional.table()))


def _worth_of(char: str) -> int:
    if char in _MARKS:
        return 1
    code = char.encode("gb2312", "ignore")
    if len(code) == 2 and 0xB0 <= code[0] <= 0xD7:
        return 1
    return 0 if char == LOST else -1 if len(code) == 2 and code[0] > 0xD7 else -2
