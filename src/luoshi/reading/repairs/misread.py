"""Chinese text whose bytes were read by the wrong table: UTF-8 read as GBK (娴嬭瘯 is 测试) or as Latin letters, GBK read
as Latin letters. It is turned back where the bytes leave no doubt; a byte that was lost on the way is marked."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.reading.openings import lazy
from luoshi.reading.record import Repair
from luoshi.reading.repairs import traditional
from luoshi.reading.repairs.likelihood import LOST, worth

#: What stands for the bytes 0x80 to 0x9f where the table is that of Windows.
_WINDOWS = {
    char: bytes([byte]) for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore"))
}
_AFTER = "[\x80-\xbf" + "".join(_WINDOWS) + "]"
_LETTERS = lazy(f"[\xe2-\xe9\xef]{_AFTER}{{2}}(?:[\xe2-\xe9\xef]{_AFTER}{{2}}|[\xc2\xc3]{_AFTER})*")
_PAIRS = lazy("[\xa1\xa3\xb0-\xf7][\xa1-\xfe](?:[\xa1\xa3\xb0-\xf7][\xa1-\xfe])*")
_SEVERAL = 3
#: Characters outside GB 2312 that begin what GBK makes of frequent UTF-8: 的, 、 and 。, ， and ：, “ and ”.
_FREQUENT = "鐨銆锛鈥"
_RUN = lazy(r"[^\x00-\x7f]+\??")
#: The first two bytes of 。; at the end of a line nothing else is likely.
_STOP = "。".encode()[:2]
#: What cp936 has for the byte 0x80, as GB 18030; bytes that begin no character of GBK before a second byte of UTF-8.
_EURO = "€".encode("gb18030")
_NO_FIRST = (0x80, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF)
_NOTHING_LEFT = lazy(r"锟斤拷[锟斤拷]*")
#: What a misread text holds and a plain one seldom.
SIGNS = "\xc0-\xd6\xd8-\xdfãäåæçïðñ锟" + _FREQUENT
_SIGN = lazy(f"[{SIGNS}]")


def find(raw: str, odd: str) -> Iterator[Repair]:
    """One repair for each misread run; in doubt where a byte is lost. ``odd`` are the text's odd characters."""
    if not _SIGN.search(odd):
        return
    yield from max((list(_letters(raw)), list(_pairs(raw))), key=_extent)
    if any(char in raw for char in _FREQUENT):
        yield from _gbk(raw)
    for hit in _NOTHING_LEFT.finditer(raw) if "锟斤拷" in raw else ():
        yield _repair(hit.start(), hit.group(), LOST, whole=False)


def _extent(found: list[Repair]) -> int:
    return sum(one.end - one.start for one in found)


def _repair(start: int, before: str, after: str, *, whole: bool = True) -> Repair:
    return Repair(start, start + len(before), "encoding", before, after.translate(traditional.table()), whole)


def _letters(raw: str) -> Iterator[Repair]:
    """UTF-8 read as Latin letters."""
    for hit in _LETTERS.finditer(raw):
        data = b"".join(_WINDOWS.get(char) or char.encode("latin-1") for char in hit.group())
        text = data.decode("utf-8", "ignore")
        if len(text.encode()) == len(data) and worth(text) > 0:
            yield _repair(hit.start(), hit.group(), text)


def _pairs(raw: str) -> Iterator[Repair]:
    """GBK read as Latin letters; a single character only where several words show it."""
    read = [(hit, hit.group().encode("latin-1").decode("gbk", "replace")) for hit in _PAIRS.finditer(raw)]
    likely = [(hit, text) for hit, text in read if 2 * worth(text) >= len(text)]
    words = sum(len(text) > 1 for _, text in likely)
    for hit, text in likely:
        if len(text) > 1 or words >= _SEVERAL:
            yield _repair(hit.start(), hit.group(), text)


def _gbk(raw: str) -> Iterator[Repair]:
    """UTF-8 read as GBK. The last byte of a run that found no second one stands as \ufffd or as a question mark."""
    for hit in _RUN.finditer(raw):
        run = hit.group().rstrip("?\ufffd")
        text, lost = _as_utf8(run)
        if not text or worth(text) <= max(0, worth(run)):
            continue
        if not lost:
            yield _repair(hit.start(), run, text, whole="\ufffd" not in run)
        else:
            stop = lost == _STOP and raw[hit.end() : hit.end() + 1] in ("", "\r", "\n")
            yield _repair(hit.start(), hit.group(), text + ("。" if stop else LOST), whole=False)


def _as_utf8(run: str) -> tuple[str, bytes]:
    """What the bytes say as UTF-8, and the bytes of a last character that is not whole; "" where they say nothing.

    The byte 0x80 begins no character of GBK and stands as €. What stands as \ufffd is one of ``_NO_FIRST``.
    """
    parts = [part.encode("gb18030", "ignore").replace(_EURO, b"\x80") for part in run.split("\ufffd")]
    data, gaps = parts[0], set[int]()
    for part in parts[1:]:
        gaps.add(len(data))
        data += b"\x80" + part
    end = len(data) - next((n for n in (1, 2) if len(data) >= n and data[-n] >= 0xE0), 0)
    try:
        chars = data[:end].decode("utf-8")
    except UnicodeDecodeError:
        return "", b""
    return (_filled(chars, gaps) if gaps else chars, data[end:]) if len(chars) > 1 else ("", b"")


def _filled(chars: str, gaps: set[int]) -> str:
    """The characters, those with a byte at one of the ``gaps`` as the only common one they may be, else as lost."""
    filled, at = list[str](), 0
    for char in chars:
        code = char.encode("utf-8")
        open_at = [at + i for i in range(len(code)) if at + i in gaps]
        filled.append(_only(code, open_at[0] - at) if open_at else char)
        at += len(code)
    return "".join(filled)


def _only(code: bytes, gap: int) -> str:
    tried = ((code[:gap] + bytes([byte]) + code[gap + 1 :]).decode("utf-8", "ignore") for byte in _NO_FIRST)
    common = [char for char in tried if len(char) == 1 and worth(char) == 1]
    return common[0] if len(common) == 1 else LOST
