"""Who is proposed for a clause: what the text says first, then its section, then the zone's own words."""

from __future__ import annotations

import re
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
        found = _LEADER.search(_line(clause)) or _LEADER.search(" ".join(clause.section))
        return found[1] if found else ""

    def assignments(self, clause: Clause) -> list[Assignment]:
        """The same as rows, not yet saved."""
        return [
            Assignment(clause=clause, unit=d.unit, role=d.role, order=order, origin=d.origin)
            for order, d in enumerate(self.of(clause))
        ]

    def _sources(self, clause: Clause) -> Iterator[tuple[str, list[tuple[str, Unit]]]]:
        fields = clause.fields
        yield "text", list(self._labelled(_line(clause)))
        yield "text", _ranked(filter(None, map(self._names.find, fields.get("actors") or ())))
        yield "text", _ranked(self._mentioned(clause.sentence))
        for title in reversed(clause.section):
            yield "section", list(self._labelled(title)) or _ranked(self._mentioned(title))
        name = str(fields.get("indicator") or fields.get("project") or clause.summary)
        for text in (name, clause.sentence, *reversed(clause.section)):
            yield "keyword", [(LEAD, unit) for word, unit in self._words if word in text][:1]

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


def _ranked(units: Iterable[Unit]) -> list[tuple[str, Unit]]:
    return [(LEAD if index == 0 else RESPONSIBLE, unit) for index, unit in enumerate(dict.fromkeys(units))]


def _once(duties: Iterable[Duty]) -> Iterator[Duty]:
    """A unit has one part only, the first that it was given."""
    seen: set[int] = set()
    for duty in duties:
        if duty.unit.pk not in seen:
            seen.add(duty.unit.pk)
            yield duty
