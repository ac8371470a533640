"""A reading as rows of plain values, in the order of the columns."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from luoshi.reading import reader
from luoshi.reading.ambition.wording import key
from luoshi.reading.contract import exact
from luoshi.reading.corpora.columns import COMMITMENT, DOCUMENT, PLACES, WHOLE
from luoshi.reading.corpora.zones import zone
from luoshi.reading.model import Commitment, Mechanism, Milestone, Quantity, Reading, Task
from luoshi.reading.sources import Part

#: Longer texts are cut in a table: every commitment repeats its sentence, its heading and its document's title.
SENTENCE, TITLE = 2000, 500

Row = tuple[Any, ...]
Facts = dict[str, Any]

_PLURALS = {
    "target": "targets",
    "actual": "actuals",
    "milestone": "milestones",
    "mechanism": "mechanisms",
    "task": "tasks",
}


def read(text: str, year: int | None = None) -> Reading:
    """The text read; ``year`` is its plan year only where the text names none of its own."""
    return reader.read(text, otherwise=year)


def of_file(name: str, sha256: str | None, size: int) -> Facts:
    """What is known of any file, readable or not: its name in the corpus, its fingerprint and its length in bytes."""
    return {"file": name, "sha256": sha256, "bytes": size}


def of_document(reading: Reading, year: int | None = None) -> Facts:
    """What a text says of itself, and how much was found in it; ``year`` counts where the text names none."""
    about = reading.document
    kinds: Counter[str] = Counter(one.kind for one in reading.commitments)
    return {
        "zone": zone(about.title, about.issuer) or zone(about.place, None),
        "title": _short(about.title),
        "issuer": _short(about.issuer),
        "number": _short(about.number),
        "issued_on": about.issued_on,
        "year": about.year if about.year is not None else year,
        "document_kind": about.kind,
        "headings": len(reading.outline),
        "repairs": len(reading.repairs),
        "problems": len(reading.problems),
        "characters": len(reading.text),
        "commitments": len(reading.commitments),
        **{_PLURALS[kind]: kinds[kind] for kind in _PLURALS},
    }


def of_commitments(reading: Reading, parts: Sequence[Part] = ()) -> Iterator[Row]:
    """One tuple a commitment, in document order, its values in the order of ``columns.COMMITMENT``.

    Spans are code points of the text as extracted, ``sentence`` is that text's own stretch, of a sentence without end only
    what stands around the commitment. ``parts`` are the source's pages or cells, in order; ``place`` is the one that a
    commitment begins in.
    """
    text, outline = reading.text, reading.outline
    starts = [part.start for part in parts]
    for one in reading.commitments:
        begin, end = one.sentence
        title = None if one.section is None else _short(outline[one.section].title)
        place = _place(parts, starts, one.start) if starts else None
        yield (
            *(
                one.kind,
                one.start,
                one.end,
                begin,
                end,
                _around(text, begin, end, one.start),
                one.section,
                title,
                place,
            ),
            *_SHAPES[type(one)](one),
        )


def as_facts(about: Facts, row: Row) -> Facts:
    """One row with its column names, together with what its file says of itself."""
    shared = {column.name: about.get(column.name) for column in DOCUMENT}
    return shared | dict(zip((column.name for column in COMMITMENT), row, strict=True))


def fitting(number: str) -> Decimal | None:
    """A number written by ``exact`` as a decimal of limited size; None where it has more digits than fit."""
    whole, _, places = number.lstrip("-").partition(".")
    return Decimal(number) if len(whole) <= WHOLE and len(places) <= PLACES else None


def _short(words: str | None) -> str | None:
    return words if words is None or len(words) <= TITLE else words[:TITLE] + "…"


def _around(text: str, begin: int, end: int, at: int) -> str:
    if end - begin <= SENTENCE:
        return text[begin:end]
    first, last = max(begin, at - SENTENCE // 2), min(end, at + SENTENCE // 2)
    return "…" * (first > begin) + text[first:last] + "…" * (last < end)


def _place(parts: Sequence[Part], starts: Sequence[int], at: int) -> str | None:
    index = bisect_right(starts, at) - 1
    return parts[index].place if index >= 0 and at < parts[index].end else None


_NO_QUANTITY = (None,) * 16
_NO_PROJECT = (None,) * 3
_NO_RULE = (None,) * 2
_NO_DEED = (None,) * 2


def _quantity(one: Quantity) -> Row:
    amount = exact(one.amount)
    conditions = [
        {"column": c.column, "comparator": c.comparator, "value": exact(c.value), "unit": c.unit}
        for c in one.conditions
    ]
    return (
        one.indicator, key(one.indicator, one.basis, bool(conditions)), exact(one.value),
        None if one.high is None else exact(one.high), one.unit, amount, fitting(amount), one.base_unit, one.basis,
        one.comparator, one.modality, one.period, one.scope, conditions, one.actors, one.names,
        *_NO_PROJECT, *_NO_RULE, *_NO_DEED,
    )  # fmt: skip


def _milestone(one: Milestone) -> Row:
    worth = None if one.investment is None else exact(one.investment)
    return (
        *_lacking_quantity(one.period, one.actors), one.project, one.stage, worth, *_NO_RULE, *_NO_DEED,
    )  # fmt: skip


def _mechanism(one: Mechanism) -> Row:
    return (*_NO_QUANTITY, *_NO_PROJECT, one.name, one.cadence, *_NO_DEED)


def _task(one: Task) -> Row:
    return (*_lacking_quantity(one.period, one.actors), *_NO_PROJECT, *_NO_RULE, one.action, one.object)


def _lacking_quantity(period: str | None, actors: tuple[str, ...]) -> Row:
    return (*_NO_QUANTITY[:11], period, None, None, actors, None)


_SHAPES: dict[type[Commitment], Callable[[Any], Row]] = {
    Quantity: _quantity,
    Milestone: _milestone,
    Mechanism: _mechanism,
    Task: _task,
}
