"""What must hold of a reading of any text: for the property tests and for the fuzzer."""

from __future__ import annotations

import json

from luoshi.reading.contract import to_json
from luoshi.reading.model import Reading
from luoshi.reading.reader import read


def check(raw: str) -> Reading:
    """The reading of ``raw``; an AssertionError names what does not hold of it."""
    found = read(raw)
    places(found)
    reversible(found)
    through_json(found)
    return found


def places(found: Reading) -> None:
    """Every offset inside the text and increasing, every index inside the outline."""
    size = len(found.text)
    for name in ("commitments", "outline", "problems"):
        spans = [(one.start, one.end) for one in getattr(found, name)]
        assert all(0 <= start <= end <= size for start, end in spans), f"{name}: a place outside the text"
        starts = [start for start, _ in spans]
        assert starts == sorted(starts), f"{name}: not in order"
    for one in found.commitments:
        begins, ends = one.sentence
        assert 0 <= begins <= one.start <= one.end and ends <= size, f"{one}: not in its sentence"
        assert one.section is None or found.outline[one.section].start <= one.start, (
            f"{one}: before its section"
        )
    for index, heading in enumerate(found.outline):
        assert heading.parent is None or heading.parent < index, f"{heading}: its parent comes later"


def reversible(found: Reading) -> None:
    """Repairs are in order and apart, say what stood there, and taken back one by one give the raw text."""
    raw, repaired, at = found.text, "", 0
    starts = []
    for one in found.repairs:
        assert at <= one.start < one.end <= len(raw), f"{one}: over another repair"
        assert raw[one.start : one.end] == one.before, f"{one}: says another text"
        repaired += raw[at : one.start]
        starts.append(len(repaired))
        repaired += one.after
        at = one.end
    repaired += raw[at:]
    for one, start in zip(reversed(found.repairs), reversed(starts), strict=True):
        end = start + len(one.after)
        assert repaired[start:end] == one.after, f"{one}: not where it was made"
        repaired = repaired[:start] + one.before + repaired[end:]
    assert repaired == raw, "the repairs taken back do not give the raw text"


def through_json(found: Reading) -> None:
    """The contract is plain JSON without NaN or infinity, and comes back as it went."""
    whole = to_json(found)
    assert json.loads(json.dumps(whole, allow_nan=False)) == whole, "another reading after JSON"
