"""The clauses of a plan as lines of the list beside the text, and how far the plan is decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from luoshi.plans.clauses import fields, words
from luoshi.plans.clauses.models import (
    CHANGED,
    CONFIRMED,
    KINDS,
    NEW,
    ORIGINS,
    PROPOSED,
    REJECTED,
    ROLES,
    STATES,
    Clause,
)
from luoshi.plans.documents.models import Document
from luoshi.web.parts import Chip
from luoshi.web.plans import finding
from luoshi.web.plans.findings import Findings, Flag

SHORT: Final = {role: title.removesuffix("单位") for role, title in ROLES}
TONES: Final = {PROPOSED: "yellow", CONFIRMED: "green", REJECTED: ""}
NOBODY: Final = "0"
STATE_WORDS, KIND_WORDS, ORIGIN_WORDS = dict(STATES), dict(KINDS), dict(ORIGINS)


@dataclass(frozen=True, slots=True)
class Part:
    """The units that have one role in a clause, and where that is known from."""

    role: str
    units: str
    origin: str


@dataclass(frozen=True, slots=True)
class Line:
    """One clause of the list."""

    key: int
    token: str
    kind: str
    kind_word: str
    summary: str
    state: str
    state_word: str
    tone: str
    period: str
    parts: tuple[Part, ...]
    leader: str
    change: str
    differences: str
    corrected: bool
    reason: str
    number: str
    url: str
    flags: tuple[Flag, ...]
    place: str

    @classmethod
    def of(cls, clause: Clause, flags: tuple[Flag, ...] = (), document: Document | None = None) -> Line:
        """From a clause with its units, target and task at hand, what lint says of it and where it stands in the file."""
        number, url = _made(clause)
        return cls(
            key=clause.pk,
            token=finding.token(clause),
            kind=clause.kind,
            kind_word=KIND_WORDS[clause.kind],
            summary=clause.summary,
            state=clause.state,
            state_word=STATE_WORDS[clause.state],
            tone=TONES[clause.state],
            period=words.period(clause.fields.get("period")),
            parts=tuple(parts(clause)),
            leader=clause.leader,
            change={CHANGED: "有改动", NEW: "新增"}.get(clause.change, ""),
            differences=_differences(clause),
            corrected=bool(clause.corrected),
            reason=clause.reason,
            number=number,
            url=url,
            flags=flags,
            place=document.place(clause.start) if document else "",
        )

    @property
    def waits(self) -> bool:
        return self.state == PROPOSED


def parts(clause: Clause) -> Iterable[Part]:
    """Lead, responsible and supporting units, each role with its origin."""
    for role, _ in ROLES:
        held = [a for a in clause.assignments.all() if a.role == role]
        if held:
            yield Part(SHORT[role], "、".join(str(a.unit) for a in held), ORIGIN_WORDS[held[0].origin])


def _differences(clause: Clause) -> str:
    """What the edition before said otherwise."""
    if clause.change != CHANGED or clause.before is None:
        return ""
    found = fields.differences(clause.kind, clause.before.data, clause.data)
    return "；".join(f"{d.title} {d.before or '空'} → {d.after or '空'}" for d in found)


def _made(clause: Clause) -> tuple[str, str]:
    """The number and address of the target that a confirmed clause became; a task has a row of its ledger."""
    if clause.state != CONFIRMED:
        return "", ""
    if (target := getattr(clause, "target", None)) is not None:
        return target.number, reverse("target", args=[target.number])
    task = getattr(clause, "task", None)
    return (task.number, "") if task is not None else ("", "")


@dataclass(frozen=True, slots=True)
class Section:
    """The lines under one heading."""

    title: str
    path: str
    lines: tuple[Line, ...]


def sections(clauses: Iterable[Clause], findings: Findings, document: Document) -> list[Section]:
    """Lines in document order under the innermost heading; the path above it is said in full."""
    found = []
    for path, group in groupby(clauses, key=lambda c: tuple(c.section)):
        title = path[-1] if path else "正文开头"
        lines = tuple(Line.of(clause, findings.at(clause), document) for clause in group)
        found.append(Section(title, " / ".join(path[:-1]), lines))
    return found


@dataclass(frozen=True, slots=True)
class Progress:
    """43 / 60 条已确认, and what else there is."""

    confirmed: int
    rejected: int
    total: int

    @classmethod
    def of(cls, clauses: Iterable[Clause]) -> Progress:
        states = [clause.state for clause in clauses]
        return cls(states.count(CONFIRMED), states.count(REJECTED), len(states))

    @property
    def waiting(self) -> int:
        return self.total - self.confirmed - self.rejected

    def __str__(self) -> str:
        return f"{self.confirmed} / {self.total} 条已确认"


@dataclass(frozen=True, slots=True)
class View:
    """The filters in force on the list; an unknown word filters nothing."""

    document: int
    kind: str
    state: str
    unit: str
    units: Mapping[str, str]

    @classmethod
    def asked(cls, given: Mapping[str, str], document: Document, clauses: Sequence[Clause]) -> View:
        leads = {u.pk: u for c in clauses if (u := c.lead) is not None}
        inorder = sorted(leads.values(), key=lambda u: (u.order, u.code))
        units = {str(u.pk): str(u) for u in inorder} | {NOBODY: "尚无牵头单位"}
        kind, state, unit = (given.get(name, "") for name in ("kind", "state", "unit"))
        return cls(
            document=document.pk,
            kind=kind if kind in KIND_WORDS else "",
            state=state if state in STATE_WORDS else "",
            unit=unit if unit in units else "",
            units=units,
        )

    def keeps(self, clause: Clause) -> bool:
        """Whether a clause is listed."""
        lead = str(clause.lead.pk) if clause.lead is not None else NOBODY
        return self.kind in ("", clause.kind) and self.state in ("", clause.state) and self.unit in ("", lead)

    @property
    def options(self) -> list[tuple[str, str, list[tuple[str, str]], str]]:
        """The filter controls: name, label, choices, chosen."""
        return [
            ("state", "状态", list(STATES), self.state),
            ("kind", "类别", list(KINDS), self.kind),
            ("unit", "牵头", list(self.units.items()), self.unit),
        ]

    @property
    def chips(self) -> list[Chip]:
        """The filters in force, each with the address without it."""
        said = {
            "state": ("状态", STATE_WORDS.get(self.state, "")),
            "kind": ("类别", KIND_WORDS.get(self.kind, "")),
            "unit": ("牵头", self.units.get(self.unit, "")),
        }
        return [Chip(label, word, self.without(name)) for name, (label, word) in said.items() if word]

    @property
    def query(self) -> str:
        """The filters as they stand in an address."""
        return urlencode(self._held())

    @property
    def clear(self) -> str:
        return reverse("plan", args=[self.document])

    def without(self, left_out: str) -> str:
        held = {name: value for name, value in self._held().items() if name != left_out}
        return f"{self.clear}?{urlencode(held)}" if held else self.clear

    def _held(self) -> dict[str, str]:
        return {n: v for n in ("kind", "state", "unit") if (v := getattr(self, n))}


def back(document: Document, query: str, key: int | None) -> str:
    """The review page with the filters that it had, at a clause."""
    known = {n: v for n, v in QueryDict(query).items() if n in ("kind", "state", "unit")}
    address = reverse("plan", args=[document.pk])
    address += f"?{urlencode(known)}" if known else ""
    return f"{address}#c{key}" if key is not None else address
