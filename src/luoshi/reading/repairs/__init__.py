"""Repairs: the raw text made readable, with every change on record and every offset leading back."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from luoshi.reading.model import Repair, Text
from luoshi.reading.repairs import lines, marks, pinyin, shifted, surroundings, traditional

#: Layers in order of right: where two repairs touch the same place, the earlier layer has it.
LAYERS = (shifted.find, marks.find, pinyin.find, traditional.find)


def repair(raw: str) -> Text:
    """Read ``raw`` through all layers. Every repair's raw[start:end] equals its ``before``; repairs do not overlap.

    Apart from the repairs, ``clean`` differs from ``raw`` only in the form of punctuation and blanks (``marks.FOLD``).
    """
    repairs = tuple(_apart(chain.from_iterable(layer(raw) for layer in LAYERS)))
    text = _text(raw, repairs)
    page = [_removal(text, "boilerplate", start, end) for start, end in surroundings.find(text.clean)]
    if page:
        repairs = tuple(_apart(chain(page, repairs)))
        text = _text(raw, repairs)
    breaks = [_removal(text, "line-break", start, end) for start, end in lines.find(text.clean)]
    return _text(raw, tuple(_apart(chain(breaks, repairs)))) if breaks else text


def _text(raw: str, repairs: tuple[Repair, ...]) -> Text:
    clean, places = _apply(raw, repairs)
    return Text(raw, clean.translate(marks.FOLD), places, repairs)


def _removal(text: Text, kind: str, start: int, end: int) -> Repair:
    """The whole span goes, with the cuts that were made in it and at its end."""
    first, last = text.places[start], text.places[end]
    return Repair(first, last, kind, text.raw[first:last], "")


def _apart(found: Iterable[Repair]) -> Iterator[Repair]:
    """The repairs in order of place; of two that overlap the earlier layer's stays."""
    ranked = sorted((r.start, rank, r) for rank, r in enumerate(found))  # a rank is had once: no tie is left
    kept: list[tuple[int, Repair]] = []
    for _, rank, one in ranked:
        while kept and kept[-1][1].end > one.start and kept[-1][0] > rank:
            kept.pop()
        if not kept or kept[-1][1].end <= one.start:
            kept.append((rank, one))
    return (one for _, one in kept)


def _apply(raw: str, repairs: Sequence[Repair]) -> tuple[str, Sequence[int]]:
    """The changed text and, for each of its code points and its end, the offset in ``raw``."""
    moving = [r for r in repairs if len(r.after) != r.end - r.start]
    if not repairs:
        return raw, range(len(raw) + 1)
    parts: list[str] = []
    at = 0
    for one in repairs:
        parts += raw[at : one.start], one.after
        at = one.end
    parts.append(raw[at:])
    return "".join(parts), _places(len(raw), moving) if moving else range(len(raw) + 1)


def _places(size: int, moving: Sequence[Repair]) -> Sequence[int]:
    places = array("q")
    at = 0
    for one in moving:
        places.extend(range(at, one.start))
        last = one.end - 1
        places.extend(min(one.start + i, last) for i in range(len(one.after)))
        at = one.end
    places.extend(range(at, size + 1))
    return places
