"""Repairs: the raw text made readable, with every change on record and every offset leading back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from luoshi.reading.model import Span, Text
from luoshi.reading.record import Places, Repair
from luoshi.reading.repairs import (
    columns,
    decimals,
    feet,
    folios,
    glosses,
    junk,
    lines,
    marks,
    misread,
    repeated,
    sheets,
    shifted,
    signs,
    stepped,
    stops,
    surroundings,
    sweep,
    tabular,
    toneless,
    torn,
    traditional,
    variants,
)

#: Kinds that join lines.
_JOINED = ("line-break", "torn-line")


def repair(raw: str) -> Text:
    """Read ``raw`` through all detectors. Every repair's raw[start:end] equals its ``before``; repairs do not overlap.

    Apart from the repairs, ``clean`` differs from ``raw`` only in the form of punctuation and blanks (``marks.FOLD``).
    """
    odd, dense = signs.of(raw)
    plain = marks.fold(raw, (char for char in odd if ord(char) in marks.FOLD))
    text = sweep.sweep(raw, plain, _apart(_others(raw, plain, odd, dense=dense)), dense=dense)
    text = _without(text, "boilerplate", feet.find(text.clean))
    text = _without(text, "boilerplate", surroundings.find(text.clean))
    narrow = columns.find(text.clean)
    text = _without(text, "torn-line", narrow) if narrow else _without(text, "line-break", lines.find(text))
    text = _without(text, "torn-line", torn.find(text))
    return _without(text, "repeated", repeated.find(text.clean))


def _others(raw: str, plain: str, odd: str, *, dense: bool) -> Iterator[Repair]:
    """What is found before the sweep, in order of right."""
    yield from misread.find(raw, odd)
    yield from stepped.find(raw)
    yield from shifted.find(raw, odd)
    yield from variants.find(raw, odd)
    yield from junk.find(raw, odd)
    yield from sheets.find(raw)
    yield from folios.find(raw)
    yield from stops.find(raw)
    yield from decimals.find(raw)
    yield from marks.single(raw, odd)
    yield from traditional.far(raw)
    yield from stepped.lost(raw)
    yield from glosses.find(raw, dense=dense)
    yield from toneless.find(raw, plain)
    yield from tabular.find(raw, plain.translate(traditional.table()) if dense else plain)


def _without(text: Text, kind: str, spans: Iterable[Span]) -> Text:
    """The text without ``spans`` (in clean offsets, in order and apart). What was repaired in them goes with them, but a
    line break leaves what was taken out where it stands on record as it is."""
    places, repairs = text.places, text.repairs
    cuts = [(start, end, places[start], places[end]) for start, end in spans]
    cuts = [cut for cut in cuts if repairs.holds(cut[2], cut[3])]
    if not cuts:
        return text
    parts, at = list[str](), 0
    for start, end, _, _ in cuts:
        parts.append(text.clean[at:start])
        at = end
    clean = "".join([*parts, text.clean[at:]])
    whole = places if isinstance(places, Places) else Places(len(text.clean))
    left = whole.without(cut[:2] for cut in cuts)
    done = repairs.without([cut[2:] for cut in cuts], kind, around=kind in _JOINED)
    return Text(text.raw, clean, left, done)


def _apart(found: Iterable[Repair]) -> Sequence[Repair]:
    """The repairs in order of place; of two that overlap the one found first stays."""
    ranked = sorted(
        (one.start, rank, one) for rank, one in enumerate(found)
    )  # a rank is had once: no tie is left
    kept: list[tuple[int, Repair]] = []
    for _, rank, one in ranked:
        while kept and kept[-1][1].end > one.start and kept[-1][0] > rank:
            kept.pop()
        if not kept or kept[-1][1].end <= one.start:
            kept.append((rank, one))
    return [one for _, one in kept]
