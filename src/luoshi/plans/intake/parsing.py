"""From bytes to a reading and its clauses; what cannot be read is refused with the reader's own sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from luoshi.plans import errors
from luoshi.plans.clauses.models import TARGET, Clause
from luoshi.plans.documents.models import Document
from luoshi.reading import contract, files, lint, sources
from luoshi.reading.model import Quantity, Reading
from luoshi.reading.repairs import kinds

#: The extensions of files that a plan can be read from.
EXTENSIONS = sources.EXTENSIONS
#: Octets of text, web page or small Word file that are read while a page waits: half a second of work.
AT_ONCE = 64 * 2**10
#: The kinds of repairs by name.
REPAIRS = kinds.NAMES
_PLACE = ("kind", "start", "end", "sentence", "section")
_BREAK = re.compile(r"[;；。]")
_PART = re.compile(r"其中")


def read(data: bytes, filename: str, year: int | None) -> Reading:
    """The reading of a file, or an error of this family."""
    try:
        reading = files.read(data, filename, year=year)
    except sources.SourceError as refused:
        raise errors.Unreadable(str(refused)) from refused
    if not reading.commitments:
        raise errors.NoClause(filename)
    return reading


def kind_of(data: bytes, filename: str) -> str:
    """What sort of file it is, a key of ``sources.kinds.NAMES``; what can be no plan is refused as ``read`` does."""
    try:
        return sources.kind_of(data, filename)
    except sources.SourceError as refused:
        raise errors.Unreadable(str(refused)) from refused


def is_quick(data: bytes, filename: str) -> bool:
    """Whether a file is read while a page waits; everything else, and what is large, is read in the background."""
    kind = kind_of(data, filename)
    return len(data) <= AT_ONCE and sources.is_quick(kind, data, filename)


def document(reading: Reading, filename: str, year: int) -> Document:
    """A document, not yet saved, from what the text says of itself."""
    about = reading.document
    name = PurePath(filename.replace("\\", "/")).name
    return Document(
        title=(about.title or PurePath(name).stem)[:300],
        issuer=(about.issuer or "")[:200],
        number=(about.number or "")[:100],
        issued_on=_day(about.issued_on),
        year=year,
        kind=(about.kind or "")[:40],
        filename=name[-255:],
        text=reading.text,
        reading={**contract.to_json(reading), "parts": [list(part) for part in reading.parts]},
        findings=findings(reading, year),
    )


def findings(reading: Reading, year: int) -> list[dict[str, Any]]:
    """What plan lint finds, held against the day of issue or else the first day of the plan year."""
    return [lint.to_json(one) for one in lint.lint(reading, year=year)]


def clauses(stored: Document, reading: Reading) -> list[Clause]:
    """The clauses of a saved document, not yet saved, in document order."""
    sections = [_path(reading, index) for index in range(len(reading.outline))]
    return [
        Clause(
            document=stored,
            order=order,
            kind=found.kind,
            start=found.start,
            end=found.end,
            sentence_start=found.sentence[0],
            sentence_end=found.sentence[1],
            section=[] if found.section is None else sections[found.section],
            data=_data(found, said),
        )
        for order, (found, said) in enumerate(
            zip(reading.commitments, stored.reading["commitments"], strict=True), start=1
        )
    ]


def parts(text: str, found: Sequence[Clause]) -> dict[int, int]:
    """Index of a part → index of its total: 新引进项目25个，其中5亿元以上项目5个."""
    totals: dict[int, int] = {}
    for index, clause in enumerate(found):
        total = _total(text, found, index) if _adds_up(clause) else None
        if total is not None:
            totals[index] = total
    return totals


def _total(text: str, found: Sequence[Clause], index: int) -> int | None:
    clause = found[index]
    said = list(_PART.finditer(text, clause.sentence_start, clause.start))
    if not said or _BREAK.search(text, said[-1].end(), clause.start):
        return None
    for at in range(index - 1, -1, -1):
        other = found[at]
        if other.sentence_start != clause.sentence_start and not _goes_on(text, other, clause):
            return None
        if other.end <= said[-1].start() and _adds_up(other) and _measure(other) == _measure(clause):
            return at
    return None


def _goes_on(text: str, other: Clause, clause: Clause) -> bool:
    """Whether a sentence begins with 其中 right after the one in which the total stands."""
    between = text[other.sentence_end : clause.sentence_start]
    return not between.strip(" \u3000") and _PART.match(text, clause.sentence_start) is not None


def _adds_up(clause: Clause) -> bool:
    return clause.kind == TARGET and clause.data["basis"] != "growth" and clause.data["base_unit"] != "%"


def _measure(clause: Clause) -> tuple[str, str]:
    return clause.data["base_unit"], clause.data["basis"]


def _path(reading: Reading, index: int | None) -> list[str]:
    path: list[str] = []
    while index is not None:
        path.insert(0, reading.outline[index].title)
        index = reading.outline[index].parent
    return path


def _data(found: Any, said: dict[str, Any]) -> dict[str, Any]:
    """The contract's fields without the place; numbers as exact text, no scope for what is for the whole zone."""
    data = {key: value for key, value in said.items() if key not in _PLACE}
    if isinstance(found, Quantity):
        data["value"] = contract.exact(found.value)
        data["high"] = None if found.high is None else contract.exact(found.high)
        data["scope"] = found.scope
    return data


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
