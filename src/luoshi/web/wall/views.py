"""What of a wall is shown: filters that are data of the address, how many targets each choice leaves, the steps down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.oversight.attention.turns import turn
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.clauses.words import MODALITIES
from luoshi.rules.colours import COLOURS, WORDS
from luoshi.web.parts import Chip, Tab

SOURCES = {"measured": "台账计量", "reported": "按月填报", "none": "未确定"}
LIGHTS: dict[str, str] = {colour: WORDS[colour] for colour in COLOURS}
TURNS: Final = {"worse": "转差", "better": "转好"}
NO_SECTION: Final = "章节以外"


def section_of(row: WallRow) -> str:
    """The chapter of the plan in which a target stands."""
    section: list[str] = row.target.clause.section
    return section[0] if section else NO_SECTION


@dataclass(frozen=True, slots=True)
class Facet:
    """One side by which a wall is filtered; without ``words`` the choices are what the rows have, in their order."""

    name: str
    label: str
    of: Callable[[WallRow], str]
    words: Mapping[str, str] | None = None

    def choices(self, found: Iterable[str]) -> dict[str, str]:
        """What may be chosen, with its words; ``found`` is what the rows have."""
        if self.words is not None:
            return dict(self.words)
        return {value: value for value in dict.fromkeys(found) if value}


LIGHT: Final = Facet("light", "灯", lambda row: row.light.colour, LIGHTS)
FACETS: Final = (
    Facet("section", "章节", section_of),
    Facet("unit", "责任单位", lambda row: row.unit),
    LIGHT,
    Facet("modality", "语气", lambda row: row.target.modality, MODALITIES),
    Facet("source", "数据来源", lambda row: row.source, SOURCES),
    Facet("turned", "比上月", lambda row: turn_of(row), TURNS),
)


def in_charge(leaders: Mapping[int, User]) -> Facet:
    """Targets by the leader in whose charge their unit is."""
    names = {user.username: user.name for user in leaders.values()}
    return Facet("charge", "分管领导", lambda row: username_of(leaders, row), names)


def username_of(leaders: Mapping[int, User], row: WallRow) -> str:
    """Who answers for a target's unit, "" where nobody does."""
    user = leaders.get(row.target.lead_unit_id or 0)
    return user.username if user else ""


def turn_of(row: WallRow) -> str:
    """Whether a target's light turned since the month before, and which way."""
    found = turn(row)
    return "" if found is None else "worse" if found.worse else "better"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a facet, how many targets it leaves beside the other filters, and its address."""

    value: str
    text: str
    count: int
    chosen: bool
    url: str


@dataclass(frozen=True, slots=True)
class View:
    """The filters in force; an unknown word filters nothing. ``found`` is what each row has of each facet, by its name."""

    rows: Sequence[WallRow]
    found: Mapping[str, Sequence[str]]
    facets: Sequence[Facet]
    chosen: Mapping[str, str]
    sort: str = ""

    @classmethod
    def asked(
        cls, given: Mapping[str, str], rows: Sequence[WallRow], leaders: Mapping[int, User] | None = None
    ) -> View:
        """From the address; ``leaders`` by the key of the unit that is in their charge."""
        facets = (*FACETS, in_charge(leaders)) if leaders else FACETS
        found = {f.name: [f.of(row) for row in rows] for f in facets}
        chosen = {f.name: given.get(f.name, "") for f in facets}
        known = {f.name: chosen[f.name] for f in facets if chosen[f.name] in f.choices(found[f.name])}
        return cls(rows, found, facets, known, given.get("sort", ""))

    @property
    def shown(self) -> list[WallRow]:
        """The rows that all filters leave."""
        return list(compress(self.rows, self._left(())))

    @property
    def controls(self) -> list[tuple[Facet, list[Choice]]]:
        """What may be chosen, but for the lights: those stand above as figures."""
        return [(f, self._choices(f)) for f in self.facets if f is not LIGHT]

    @property
    def lights(self) -> list[Choice]:
        """The lights among what the other filters leave; chosen again a light is let go."""
        return self._choices(LIGHT)

    @property
    def chips(self) -> list[Chip]:
        """The filters in force, each with the address without it."""
        return [
            Chip(f.label, f.choices(self.found[f.name])[self.chosen[f.name]], self._address(**{f.name: ""}))
            for f in self.facets
            if f.name in self.chosen
        ]

    @property
    def clear(self) -> str:
        return reverse("targets")

    @property
    def address(self) -> str:
        """The address of what is shown."""
        return self._address()

    def _left(self, but: Sequence[Facet]) -> Iterable[bool]:
        """Whether the filters leave a row, without some of the filters."""
        left = [True] * len(self.rows)
        for facet in (f for f in self.facets if f.name in self.chosen and f not in but):
            value = self.chosen[facet.name]
            left = [so_far and has == value for so_far, has in zip(left, self.found[facet.name], strict=True)]
        return left

    def _choices(self, facet: Facet) -> list[Choice]:
        found, now = self.found[facet.name], self.chosen.get(facet.name, "")
        counts = Counter(compress(found, self._left((facet,))))
        return [
            Choice(
                value,
                text,
                counts[value],
                value == now,
                self._address(**{facet.name: "" if value == now else value}),
            )
            for value, text in facet.choices(found).items()
            if counts[value] or value == now or facet is LIGHT
        ]

    def _address(self, **changed: str) -> str:
        asked = {f.name: v for f in self.facets if (v := {**self.chosen, **changed}.get(f.name, ""))}
        asked |= {"sort": self.sort} if self.sort else {}
        return f"{self.clear}?{urlencode(asked)}" if asked else self.clear


@dataclass(frozen=True, slots=True)
class Lit:
    """How many targets have a light, and where they are listed."""

    colour: str
    word: str
    count: int
    url: str


def summary(rows: Sequence[WallRow], **asked: str) -> list[Lit]:
    """The lights of targets, in the order of the colours; ``asked`` is what else their lists are filtered by."""
    counts = Counter(row.light.colour for row in rows)
    return [Lit(c, LIGHTS[c], counts[c], listed(light=c, **asked)) for c in COLOURS]


def listed(**asked: str) -> str:
    """The address of the wall with some filters."""
    kept = {name: value for name, value in asked.items() if value}
    return f"{reverse('targets')}?{urlencode(kept)}" if kept else reverse("targets")


def steps(row: WallRow, active: str) -> list[Tab]:
    """The way down from a figure."""
    number = row.target.number
    found = [("figure", "怎么算的", reverse("target", args=[number]))]
    if row.source != "none":
        found.append(("rows", "明细", reverse("target_rows", args=[number])))
    found.append(("sentence", "计划原文", reverse("target_sentence", args=[number])))
    found.append(("path", "时序", reverse("target_path", args=[number])))
    found.append(("shares", "分解", reverse("target_shares", args=[number])))
    found.append(("binding", "计量方式", reverse("target_binding", args=[number])))
    if row.source == "reported":
        found.append(("report", "按月填报", reverse("target_report", args=[number])))
    found.append(("trail", "变动记录", reverse("target_trail", args=[number])))
    return [Tab(text, url, name == active) for name, text, url in found]
