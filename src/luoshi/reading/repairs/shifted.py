"""Chinese text that was decoded one byte late: the bytes of GBK are put together anew where that reads better.

A stretch is looked at only where something points to it: a foreign symbol (ㄒ, ┛, ≈) among Chinese characters, or a
lost byte behind them. Realigned, the second byte of each character joins the first byte of the next; what the missing
bytes at the edges made is marked as lost. ``stepped`` has the stretches that a converter for pinyin leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from luoshi.reading.openings import lazy
from luoshi.reading.record import Repair
from luoshi.reading.repairs import likelihood, traditional
from luoshi.reading.repairs.likelihood import worth_of

LOST = likelihood.LOST

#: Symbols that a plan seldom holds and that GBK has beside common characters.
SYMBOLS = "\u2160-\u216b\u2170-\u2179\u3220-\u3229\u2474-\u249b\u3105-\u3129\u2500-\u257f\u0391-\u03c9\u0410-\u0451≈≡∽∝⊙∷∨∪∩∥⌒∮\ue000-\ue4c5"

_SYMBOL = lazy(f"[{SYMBOLS}ǘòǖǚü](?:(?<=[{SYMBOLS}])|(?<=。[ǘòǖǚü]))")
#: What stands where a last byte had no second one.
_LOST_BYTE = ("?", LOST)
_CLUE = lazy(f"[{SYMBOLS}ǘòǖǚü?{LOST}](?:(?<=[{SYMBOLS}])|(?<=。[ǘòǖǚü])|(?<=[\u4e00-\u9fff][?{LOST}]))")
#: What GBK makes of （二 and （三 without the first byte, before a byte that nothing can be made of.
_LIST_MARKS = {"ǘ": "二", "ㄈ": "三"}
_LIST_MARK = lazy(f"[ǘㄈ][?{LOST}][）)]")
#: The same where those bytes are gone, before the second half of ） and of what follows: 。ǘ┩七M is （二）推進.
_CLOSED = lazy("[ǘㄈ][\u2500-\u257f](?:(?<=。[ǘㄈ].)|(?<=\n[ǘㄈ].))[^\\x00-\\x7f]{0,24}")
_LISTED = lazy("[一二三四五六七八九十]{1,3}[）)]")
#: So many characters in a row that are all common when realigned are no chance; nor is so much gain before a lost byte.
_SURE, _TORN_LEAST = 4, 3
_LETTER = lazy(r"[A-Za-z|~@^_`{}\[\]\\]")
_BODY = lazy(r"[^\x00-\x7f]*")


def find(raw: str, odd: str) -> Iterator[Repair]:
    """One repair for each stretch that reads better realigned; in doubt where a byte is lost.

    ``odd`` are the odd characters that the text holds, among them any of ``SYMBOLS``.
    """
    if _SYMBOL.search(odd) or "?" in raw or LOST in odd:
        yield from _listed(raw)
        yield from _closed(raw)
        yield from _stretches(raw)


def _listed(raw: str) -> Iterator[Repair]:
    """（二） and （三） without their first byte: what follows the second character is in step again."""
    for hit in _LIST_MARK.finditer(raw):
        yield Repair(*hit.span(), "byte-shift", hit.group(), f"（{_LIST_MARKS[hit.group()[0]]}）")


def _closed(raw: str) -> Iterator[Repair]:
    """（二） and （三） of which half is gone: what follows goes on out of step, up to a letter or to a lost byte."""
    for hit in _CLOSED.finditer(raw):
        codes = [_code(char) for char in hit.group()[1:]]
        after = raw[hit.end() : hit.end() + 1]
        last = _last(codes[-1], after)
        if not last and after not in _LOST_BYTE:
            continue
        text = b"".join(codes)[1:-1].decode("gbk", "replace") + (last or LOST)
        if min(map(worth_of, text.removesuffix(LOST)), default=0) == 1:
            text = f"（{_LIST_MARKS[hit.group()[0]]}）{text.translate(traditional.table())}"
            end = hit.end() + 1
            yield Repair(hit.start(), end, "byte-shift", raw[hit.start() : end], text, LOST not in text)


def _stretches(raw: str) -> Iterator[Repair]:
    """Of each run of characters with a symbol in it, or with a byte lost behind it, what gains by another alignment."""
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


def _realigned(raw: str, low: int, high: int) -> Iterator[Repair]:
    chars = raw[low:high]
    codes = [_code(c) for c in chars]
    worths = [_pair(a[1:], b[:1]) for a, b in zip(codes, codes[1:], strict=False)]
    gains = [new - worth_of(c) for new, c in zip(worths, chars, strict=False)]
    at, rest = 0, len(worths)
    while rest and worths[rest - 1] == 1:
        rest -= 1
    for start, stop, gain in _windows(gains):
        stop = len(gains) if stop >= rest else stop
        torn = stop == len(gains) and raw[high : high + 1] in _LOST_BYTE
        symbol = _SYMBOL.search(chars, start, stop + 1)
        if start < at or not (torn or symbol) or not _likelier(worths[start:stop], gain, torn=torn):
            continue
        at = _to_the_last_oddity(chars, gains, stop) + 1
        last = _last(codes[at - 1], raw[high : high + 1]) if at == len(chars) else ""
        text = b"".join(codes[start:at])[1:-1].decode("gbk", "replace") + (last or LOST)
        end = low + at + (torn or last != "")
        text = _first(codes[start][:1], text) + text.translate(traditional.table())
        yield Repair(low + start, end, "byte-shift", raw[low + start : end], text, LOST not in text)


def _last(code: bytes, letter: str) -> str:
    """The common character of the last byte of a stretch and the letter behind; "" where there is none."""
    if not _LETTER.fullmatch(letter):
        return ""
    char = (code[1:] + letter.encode()).decode("gbk", "ignore")
    return char if len(char) == 1 and worth_of(char) == 1 else ""


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
        return likelihood.worth((last + first).decode("gbk"))
    except UnicodeDecodeError:
        return -3


def _to_the_last_oddity(chars: str, gains: list[int], stop: int) -> int:
    """Further to a symbol that can only be the end of the damage, over characters that lose nothing."""
    for i in range(stop, min(stop + 3, len(gains))):
        if gains[i] < 0:
            break
        if worth_of(chars[i + 1]) < -1:
            return i + 1
    return stop
