"""A light rule as data: what an office publishes as 红黄绿灯, with version and date of effect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from luoshi.rules import bands, colours, errors, fields, ladders
from luoshi.rules.bands import Band, Base
from luoshi.rules.colours import Colour
from luoshi.rules.ladders import Rung
from luoshi.rules.progress import Progress

Subject = Literal["project", "project_start", "unit", "indicator", "task"]
SUBJECTS: tuple[Subject, ...] = ("project", "project_start", "unit", "indicator", "task")


@dataclass(frozen=True, slots=True)
class Memory:
    """After ``months`` months in a row in one of the colours ``counts`` the light becomes ``becomes``."""

    months: int
    counts: tuple[Colour, ...]
    becomes: Colour


@dataclass(frozen=True, slots=True)
class LightRule:
    """One published rule.

    - ``base``: what its bounds are of where they do not say otherwise.
    - ``bands``: together they cover every case exactly once (checked).
    - ``held``: bands of their own for what holds at any time (rates, growth, upper limits), whose distance in
      percentage points says little (a growth of 0 is only 9 points short of 9 %); none: ``bands`` hold for all.
    - ``memory``: colours that harden when they last.
    - ``made_good_later``: a red month of the past turns yellow once a later month is green; never green.
    - ``ahead``: a target met in full before anything is due is green instead of grey.
    - ``excuses``: to which colour an approved 正当理由 turns which (grey: the month is not lit); colours not named stay
      as they are.
    - ``event``: where the subject is whether something happened (开工, 入库): the word for it.
    - ``reference``: with what the actual is compared (全市平均), for bounds of ``reference``.
    - ``ladder``: what follows a light, each rung harder to reach than the one before.
    """

    code: str
    name: str
    version: str
    effective_from: str
    subject: Subject
    base: Base
    bands: tuple[Band, ...]
    held: tuple[Band, ...] = ()
    memory: Memory | None = None
    made_good_later: bool = False
    ahead: bool = False
    excuses: tuple[tuple[Colour, Colour], ...] = ()
    event: str = ""
    reference: str = ""
    ladder: tuple[Rung, ...] = ()

    def __post_init__(self) -> None:
        where = f"灯规则 {self.code} "
        bands.check_bands(self.bands, where)
        if self.held:
            bands.check_bands(self.held, f"{where}的 held ")
        if self.compares and not self.reference:
            raise errors.ReferenceNotNamed(where)
        for before, after in self.excuses:
            if after != "grey" and colours.is_worse(after, before):
                raise errors.ExcuseWorsens(where, before, after)
        ladders.check(self.ladder, where)

    @classmethod
    def from_data(cls, data: object) -> LightRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        code = fields.Fields(data, "灯规则").text("code")
        source = fields.Fields(data, f"灯规则 {code} ")
        base = source.word("base", bands.BASES)
        rule = cls(
            code=source.text("code"),
            name=source.text("name"),
            version=source.text("version"),
            effective_from=source.day("effective_from"),
            subject=source.word("subject", SUBJECTS),
            base=base,
            bands=tuple(bands.read_band(each, base) for each in source.inner_list("bands")),
            held=tuple(bands.read_band(each, base) for each in source.inner_list("held"))
            if source.has("held")
            else (),
            memory=_read_memory(source.inner("memory")) if source.has("memory") else None,
            made_good_later=source.flag("made_good_later", False),
            ahead=source.flag("ahead", False),
            excuses=_read_excuses(source.inner("excuses")) if source.has("excuses") else (),
            event=source.text("event", ""),
            reference=source.text("reference", ""),
            ladder=tuple(ladders.read(each) for each in source.inner_list("ladder"))
            if source.has("ladder")
            else (),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads; what is left at its default is left out."""
        data: dict[str, object] = {
            "code": self.code,
            "name": self.name,
            "version": self.version,
            "effective_from": self.effective_from,
            "subject": self.subject,
            "base": self.base,
            "bands": [bands.write_band(each, self.base) for each in self.bands],
            "held": [bands.write_band(each, self.base) for each in self.held],
            "memory": _write_memory(self.memory) if self.memory else None,
            "made_good_later": self.made_good_later,
            "ahead": self.ahead,
            "excuses": dict(self.excuses),
            "event": self.event,
            "reference": self.reference,
            "ladder": [ladders.write(each) for each in self.ladder],
        }
        return {name: value for name, value in data.items() if value}

    @property
    def compares(self) -> bool:
        """Whether a band looks at what the actual is compared with."""
        return "reference" in bands.used((*self.bands, *self.held))

    def bands_for(self, progress: Progress) -> tuple[Band, ...]:
        """The bands that judge a target: what holds at any time has its own where the rule gives them."""
        return self.held if self.held and (progress.rate or progress.limit) else self.bands

    def excused(self, colour: Colour) -> Colour:
        """The colour that an approved excuse makes of a colour; the same where the rule knows none."""
        return dict(self.excuses).get(colour, colour)


def _read_memory(source: fields.Fields) -> Memory:
    memory = Memory(
        months=source.integer("months", least=2),
        counts=source.words("counts", colours.LIT),
        becomes=source.word("becomes", colours.LIT),
    )
    source.close()
    return memory


def _write_memory(memory: Memory) -> dict[str, object]:
    return {"months": memory.months, "counts": list(memory.counts), "becomes": memory.becomes}


def _read_excuses(source: fields.Fields) -> tuple[tuple[Colour, Colour], ...]:
    named = ((name, source.word(name, colours.COLOURS)) for name in source.names())
    return tuple((fields.read_word(name, colours.LIT, source.where), colour) for name, colour in named)
