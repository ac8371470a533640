"""What of a wall is shown: filters that are data of the address, the counts above the table, the steps down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from luoshi.oversight.wall.rows import WallRow
from luoshi.rules.colours import COLOURS, WORDS
from luoshi.web.parts import Chip, Tab

SOURCES = {"measured": "台账计量", "reported": "按月填报", "none": "未确定"}
LIGHTS: dict[str, str] = {colour: WORDS[colour] for colour in COLOURS}


@dataclass(frozen=True, slots=True)
class View:
    """The filters in force; an unknown word filters nothing."""

    unit: str
    light: str
    source: str
    units: tuple[str, ...]

    @classmethod
    def asked(cls, given: Mapping[str, str], rows: Sequence[WallRow]) -> View:
        """From the address."""
        units = tuple(dict.fromkeys(row.unit for row in rows if row.unit))
        asked = {name: given.get(name, "") for name in ("unit", "light", "source")}
        return cls(
            unit=asked["unit"] if asked["unit"] in units else "",
            light=asked["light"] if asked["light"] in LIGHTS else "",
            source=asked["source"] if asked["source"] in SOURCES else "",
            units=units,
        )

    def keeps(self, row: WallRow) -> bool:
        """Whether a row is shown."""
        return (
            self.unit in ("", row.unit)
            and self.light in ("", row.light.colour)
            and self.source in ("", row.source)
        )

    @property
    def options(self) -> list[tuple[str, str, list[tuple[str, str]], str]]:
        """The filter controls: name, label, choices, chosen."""
        return [
            ("unit", "责任单位", [(u, u) for u in self.units], self.unit),
            ("light", "灯", list(LIGHTS.items()), self.light),
            ("source", "数据来源", list(SOURCES.items()), self.source),
        ]

    @property
    def chips(self) -> list[Chip]:
        """The filters in force, each with the address without it."""
        words = {
            "unit": self.unit,
            "light": LIGHTS.get(self.light, ""),
            "source": SOURCES.get(self.source, ""),
        }
        titles = {"unit": "责任单位", "light": "灯", "source": "数据来源"}
        return [Chip(titles[name], word, self._without(name)) for name, word in words.items() if word]

    @property
    def clear(self) -> str:
        return reverse("targets")

    def _without(self, left_out: str) -> str:
        kept = {n: v for n in ("unit", "light", "source") if n != left_out and (v := getattr(self, n))}
        return f"{self.clear}?{urlencode(kept)}" if kept else self.clear


@dataclass(frozen=True, slots=True)
class Lit:
    """How many targets have a light, and where they are listed."""

    colour: str
    word: str
    count: int
    url: str


def summary(rows: Sequence[WallRow]) -> list[Lit]:
    """The lights of all targets, in the order of the colours."""
    counts = Counter(row.light.colour for row in rows)
    here = reverse("targets")
    return [Lit(c, LIGHTS[c], counts[c], f"{here}?{urlencode({'light': c})}") for c in COLOURS]


def steps(row: WallRow, active: str) -> list[Tab]:
    """The way down from a figure."""
    number = row.target.number
    found = [("figure", "怎么算的", reverse("target", args=[number]))]
    if row.source != "none":
        found.append(("rows", "明细", reverse("target_rows", args=[number])))
    found.append(("sentence", "计划原文", reverse("target_sentence", args=[number])))
    found.append(("binding", "计量方式", reverse("target_binding", args=[number])))
    if row.source == "reported":
        found.append(("report", "按月填报", reverse("target_report", args=[number])))
    found.append(("trail", "变动记录", reverse("target_trail", args=[number])))
    return [Tab(text, url, name == active) for name, text, url in found]
