"""Who is proposed for a clause: what the text says first, then its section, then the zone's own words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from luoshi.directory.units.models import ZONE, Unit
from luoshi.plans.clauses.models import LEAD, RESPONSIBLE, SUPPORTING, Assignment, Clause
from luoshi.plans.portfolios.models import Portfolio

_LABEL = re.compile(
    r"(?P<lead>牵头(?:责任)?(?:单位|部门)|主办单位)|(?P<responsible>责任(?:单位|部门)|落实单位|承办单位)"
    r"|(?P<supporting>(?:配合|协办|协同|参与)(?:单位|部门))"
)
_LEADER = re.compile(r"(?:牵头|责任|分管|包保|挂钩)(?:区)?领导\s*[:：]\s*([\u4e00-\u9fff·]{2,8})")
_BY = re.compile(r"由([^，,。；;：:\n（(]{2,40}?)(?:共同)?(?:牵头|负责|承办|落实)")
_BRACKET = re.compile(r"[（(]([^（()）]{2,80})[)）]\s*[。；;]?\s*$")
_FOLLOWS = re.compile(r"[。．\s]{0,2}[（(][^（()）\n]{2,80}[)）]")
_LISTED = re.compile(r"[、，,\s]+")
_VALUE = re.compile(r"\s*[:：]\s*([^；;。)）\]】\n]+)")


@dataclass(frozen=True, slots=True)
class Duty:
    """A unit's proposed part in a clause."""

    unit: Unit
    role: str
    origin: str


class Duties:
    """Reads the units' names and the zone's words once, and is asked for every clause of a document."""

    def __init__(self) -> None:
        self._names = Unit.objects.names()
        self._words = sorted(
            ((p.keyword, p.unit) for p in Portfolio.objects.select_related("unit")),
            key=lambda pair: (-len(pair[0]), pair[0]),
        )

    def of(self, clause: Clause) -> tuple[Duty, ...]:
        """The first source that names anybody decides; the first unit named leads."""
        for origin, found in self._sources(clause):
            duties = tuple(_once(Duty(unit, role, origin) for role, unit in found))
            if duties:
                return duties
        return ()

    def leader_of(self, clause: Clause) -> str:
        """The leader whom the text names for the clause, else the empty text."""
        said = (_LEADER.search(text) for text in (_line(clause), *_headings(clause)))
        return next((found[1] for found in said if found), "")

    def assignments(self, clause: Clause) -> list[Assignment]:
        """The same as rows, not yet saved."""
        return [
            Assignment(clause=clause, unit=d.unit, role=d.role, order=order, origin=d.origin)
            for order, d in enumerate(self.of(clause))
        ]

    def _sources(self, clause: Clause) -> Iterator[tuple[str, list[tuple[str, Unit]]]]:
        fields = clause.fields
        line = _line(clause)
        yield "text", list(self._labelled(line))
        yield "text", _ranked(self._in_charge(clause))
        titles = list(_headings(clause))
        own = (
            name
            for name in fields.get("actors") or ()
            if name in line or not any(name in title for title in titles)
        )
        yield "text", _ranked(filter(None, map(self._names.find, own)))
        yield "text", _ranked(self._charged(line))
        yield "text", _ranked(self._mentioned(clause.sentence))
        for title in titles:
            yield "section", list(self._labelled(title)) or _ranked(self._mentioned(title))
        name = str(fields.get("indicator") or fields.get("project") or clause.summary)
        for text in (name, clause.sentence, *reversed(clause.section)):
            yield "keyword", [(LEAD, unit) for word, unit in self._words if word in text][:1]

    def _in_charge(self, clause: Clause) -> Iterator[Unit]:
        """由甲牵头, before the promise and in the same part of its sentence."""
        before = clause.document.text[clause.sentence_start : clause.start]
        part = before[max(before.rfind(mark) for mark in ";；") + 1 :]
        for by in list(_BY.finditer(part))[-1:]:
            yield from self._names.named_in(by[1])

    def _charged(self, line: str) -> Iterator[Unit]:
        """由甲牵头, 由甲、乙负责; else a bracket at the line's end that holds nothing but units."""
        if by := _BY.search(line):
            yield from self._names.named_in(by[1])
        elif bracket := _BRACKET.search(line):
            found = [self._names.find(word) for word in _LISTED.split(bracket[1]) if word]
            yield from (unit for unit in found if unit is not None and None not in found)

    def _mentioned(self, text: str) -> Iterator[Unit]:
        return (unit for unit in self._names.named_in(text) if unit.kind != ZONE)

    def _labelled(self, text: str) -> Iterator[tuple[str, Unit]]:
        """牵头单位：甲；责任单位：乙、丙；配合单位：丁. Without a lead of its own the first responsible unit leads."""
        found: dict[str, list[Unit]] = {}
        for label in _LABEL.finditer(text):
            value = _VALUE.match(text, label.end())
            role = label.lastgroup or RESPONSIBLE
            if value and role not in found:
                found[role] = list(self._names.named_in(value[1]))
        first = [*found.get(LEAD, ()), *found.get(RESPONSIBLE, ())]
        yield from _ranked(first)
        yield from ((SUPPORTING, unit) for unit in found.get(SUPPORTING, ()))


def _line(clause: Clause) -> str:
    """From the clause to the end of its line: a bracket with the units stands after the last sentence."""
    text = clause.document.text
    end = text.find("\n", clause.sentence_end)
    return text[clause.start : end if end >= 0 else len(text)]


def _headings(clause: Clause) -> list[str]:
    """The headings above a clause as the office wrote them, with a bracket that follows them; innermost first."""
    outline, text = clause.document.reading.get("outline", []), clause.document.text
    at = bisect_right([heading["start"] for heading in outline], clause.start) - 1
    found = []
    while 0 <= at < len(outline):
        heading = outline[at]
        bracket = _FOLLOWS.match(text, heading["end"])
        found.append(text[heading["start"] : bracket.end() if bracket else heading["end"]])
        at = -1 if heading["parent"] is None else heading["parent"]
    return found


def _ranked(units: Iterable[Unit]) -> list[tuple[str, Unit]]:
    return [(LEAD if index == 0 else RESPONSIBLE, unit) for index, unit in enumerate(dict.fromkeys(units))]


def _once(duties: Iterable[Duty]) -> Iterator[Duty]:
    """A unit has one part only, the first that it was given."""
    seen: set[int] = set()
    for duty in duties:
        if duty.unit.pk not in seen:
            seen.add(duty.unit.pk)
            yield duty
