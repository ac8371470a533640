"""Stretches of Chinese text between a question mark and the place where the bytes of GBK fall into step again.

A converter that writes pinyin behind characters, and looks for them byte by byte, finds some that are the end of one
character and the beginning of the next. Realigned, the second byte of each character joins the first byte of the next.
What the missing byte at the edge was is taken from the text's own pinyin where it stands, else the place is marked as
lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from luoshi.reading.openings import lazy, quick
from luoshi.reading.record import Repair
from luoshi.reading.repairs import traditional
from luoshi.reading.repairs.likelihood import LOST, worth

_TONE = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜa-zü"
_ASKED = lazy(r"\?(?<=[\u4e00-\u9fff]\?)")
_HEAD = lazy(rf"\?([{_TONE}]{{1,6}})\)|\?[!！?]*")
_TAIL = lazy(rf"\?([{_TONE}]{{1,6}})\)|([A-Za-z|~@^_`{{}}\[\]\\])(\([{_TONE}]{{1,6}}\))?")
_BODY = lazy(r"[^\x00-\x7f]*")
_TORN = lazy(r"“[^“”\n。]{1,30}(\?[!！]\?)(?=[,，、。])")
_OPENED = lazy(r"\?[!！]\?(?=[^“”\n。]{0,12}”)")
#: A mark that may stand for a torn character, the words of a question, and how many sounds show that a text carries pinyin.
_ALONE = lazy(r"\?(?<=[\u4e00-\u9fff]\?)(?=[\u4e00-\u9fff])")
_QUESTION = quick("[吗嗎呢么麼谁誰哪何几幾]|怎|什|是否|多少|能不能")
_ENDS = quick(r"[。!！?？;；\n]")
_SOUND = lazy(rf"\((?<=[\u4e00-\u9fff]\()[{_TONE}]{{1,6}}\)")
_SEVERAL = 8
#: So many sounds are looked for by name, more as any sound.
_FEW = 40
_REACH = 40

#: The characters of a text by their pinyin, as GBK.
Readings = dict[str, set[bytes]]


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


def find(raw: str) -> Iterator[Repair]:
    """One repair for each stretch that reads better realigned; in doubt where a byte is lost."""
    if "?" not in raw:
        return
    yield from _quotes(raw)
    steps = [step for hit in _ASKED.finditer(raw) if (step := _step(raw, hit.start()))]
    sounds = {sound for step in steps for sound in (step.first_sound, step.last_sound) if sound}
    readings, done = _readings(raw, sounds), 0
    for step in steps:
        if step.start > done and (text := _realigned(step, readings)):
            done = step.end
            yield Repair(step.start, done, "byte-shift", raw[step.start : done], text, LOST not in text)


def lost(raw: str) -> Iterator[Repair]:
    """Question marks that ask nothing, among the characters of a text with pinyin: each stands for one torn apart."""
    if "?" not in raw or sum(1 for _ in islice(_SOUND.finditer(raw), _SEVERAL)) < _SEVERAL:
        return
    for hit in _ALONE.finditer(raw):
        said = _ENDS.split(raw[max(0, hit.start() - _REACH) : hit.start()])[-1]
        if not _QUESTION.search(said):
            yield Repair(*hit.span(), "byte-shift", "?", LOST, False)


def _quotes(raw: str) -> Iterator[Repair]:
    """A closing or an opening quotation mark torn in three with its neighbours, whose outer bytes are lost."""
    if "?!?" not in raw and "?！?" not in raw:
        return
    for hit in _TORN.finditer(raw):
        yield Repair(hit.start(1), hit.end(1), "byte-shift", hit.group(1), LOST + "”", False)
    for hit in _OPENED.finditer(raw):
        yield Repair(*hit.span(), "byte-shift", hit.group(), "。“" + LOST, False)


def _step(raw: str, at: int) -> _Step | None:
    head = _HEAD.match(raw, at)
    found = _BODY.match(raw, head.end(), head.end() + _REACH) if head else None
    tail = _TAIL.match(raw, found.end()) if found else None
    if head is None or found is None or tail is None:
        return None
    return _Step(at, tail.end(), found.group(), raw[at - 1], head.group(1), tail.group(1), tail.group(2))


def _realigned(step: _Step, readings: Readings) -> str | None:
    """The stretch in step; None where it reads no better."""
    codes = step.body.encode("gb18030", "ignore")
    lead = _lost(step.before, step.first_sound, readings)
    if len(codes) != 2 * len(step.body) or not (codes or lead):
        return None
    trail = step.last_byte.encode() if step.last_byte else _lost(step.body[-1:], step.last_sound, readings)
    text = _decoded(lead, codes, trail)
    return text if text is not None and worth(text) > worth(step.body) else None


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
