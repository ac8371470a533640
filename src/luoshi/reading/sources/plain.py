"""Bytes of a text file to text: UTF-8, UTF-16 or GB18030, with or without a byte order mark."""

from __future__ import annotations

import codecs
import re

from luoshi.reading.sources import errors

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LIKELY = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\x20-\x7e\s“”‘’—…·×●■◆★①-⑳\u00c0-\u01ff]")
_PUNCTUATED = re.compile(r"[，。、：；,.\n]")
_SAMPLE = 20_000
_BROKEN_SHARE = 200


def decode(data: bytes, name: str) -> str:
    """The text of ``data``; raises :class:`errors.NotText` where no encoding makes sense of it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            return _strict(body, encoding) or _lenient(body, encoding, name)
    if b"\x00" not in data[:_SAMPLE]:
        return _unmarked(data, name)
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strict(data, encoding)
        if text is not None and likely(text) and _PUNCTUATED.search(text[:_SAMPLE]):
            return text
    raise errors.NotText(name)


def _unmarked(data: bytes, name: str) -> str:
    """UTF-8 even with a few broken bytes goes before GB18030: the one hardly ever passes for the other."""
    text = _strict(data, "utf-8")
    if text is not None and likely(text):
        return text
    sample = data[: 4 * _SAMPLE].decode("utf-8", "replace")
    written = sum(char > "\x7f" for char in sample)
    if written < 20 * sample.count("\ufffd") and _promising(data, "gb18030"):
        text = _strict(data, "gb18030")
        if text is not None:
            return text
    return _lenient(data, "utf-8", name)


def is_text(data: bytes) -> bool:
    """Whether the beginning of ``data`` is text in one of the encodings."""
    try:
        decode(data[: 4 * _SAMPLE], "")
    except errors.NotText:
        return False
    return True


def likely(text: str) -> bool:
    """Whether it looks like a text that somebody wrote."""
    return share(text) >= 0.9


def share(text: str) -> float:
    """How much of the beginning of a text is what Chinese and Western texts are written with, from 0 to 1."""
    sample = text[:_SAMPLE]
    return len(_LIKELY.findall(sample)) / max(1, len(sample))


def _promising(data: bytes, encoding: str) -> bool:
    """Whether the beginning makes sense in an encoding; the last character may be cut."""
    sample = data[: 4 * _SAMPLE].decode(encoding, "replace")
    return likely(sample) and sample.count("\ufffd") <= max(2, len(sample) // _BROKEN_SHARE)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _lenient(data: bytes, encoding: str, name: str) -> str:
    """A text with a few broken bytes, each left as a visible mark."""
    for attempt in (encoding, "gb18030"):
        if not _promising(data, attempt):
            continue
        text = data.decode(attempt, "replace")
        if text.count("\ufffd") <= max(1, len(text) // _BROKEN_SHARE):
            return text
    raise errors.NotText(name)
