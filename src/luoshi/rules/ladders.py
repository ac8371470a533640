"""升级处理: what follows a light, step by step, as data: who talks with whom, which letter, how many points off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal, Protocol

from luoshi.rules import colours, errors, fields, issued, months, rounding
from luoshi.rules.colours import Colour

BAD: tuple[Colour, ...] = ("yellow", "red")
Level = Literal["head", "deputy", "principal", "supervisor"]
LEVELS: Mapping[Level, str] = {
    "head": "责任单位负责人",
    "deputy": "分管领导",
    "principal": "主要领导",
    "supervisor": "督查室",
}
_SAID: Mapping[str, Level] = {
    **{word: level for level, word in LEVELS.items()},
    "牵头单位负责人": "head",
    "单位负责人": "head",
}
"""The level that words name by themselves, so that rules from before levels were asked for mean somebody too."""


@dataclass(frozen=True, slots=True)
class Rung:
    """What follows ``months`` months in a row of a colour or a worse one; with ``word`` only of that card (黄牌).

    ``who`` acts (分管领导) in ``days`` working days where it says so, ``act`` is what they do (约谈), ``letter`` what is sent
    (督办函), ``points`` what it costs. ``level`` says whom of the house the words mean.
    """

    colour: Colour
    who: str
    months: int = 1
    act: str = "约谈"
    letter: str = ""
    points: Decimal = Decimal(0)
    word: str = ""
    level: Level | None = None
    days: int | None = None

    @property
    def meant(self) -> Level | None:
        """The level that is named, else the one that the words say; None where they say somebody else."""
        return self.level or _SAID.get(self.who)


class Shone(Protocol):
    """One month of a history of lights."""

    @property
    def month(self) -> int: ...
    @property
    def colour(self) -> Colour: ...
    @property
    def word(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Raised:
    """The rung that a light has reached (``step`` from 1), since which month it holds, and why in words."""

    step: int
    rung: Rung
    since: int
    reason: str


def raised(ladder: Sequence[Rung], history: Sequence[Shone]) -> Raised | None:
    """The highest rung that the months up to the last one have reached; None where nothing follows.

    A run is interrupted by a month that is better, not due or missing; a month without data neither adds nor
    interrupts, so that silence does not help.

    Source: yellow → talk with the project head; two yellows → the deputy; red → the leader; letters; points off.
    """
    for step, rung in reversed(list(enumerate(ladder, 1))):
        run = _run(rung, history)
        if len(run) >= rung.months:
            return Raised(step, rung, run[-1].month, _reason(rung, run))
    return None


def _run(rung: Rung, history: Sequence[Shone]) -> list[Shone]:
    """The months in a row that count for a rung, the last one first."""
    found: list[Shone] = []
    after: int | None = None
    for each in reversed(history):
        if after is not None and months.months_between(each.month, after) != 1:
            break
        after = each.month
        if each.word == colours.UNKNOWN:
            continue
        if not _counts(rung, each):
            break
        found.append(each)
    return found


def _counts(rung: Rung, each: Shone) -> bool:
    if rung.word:
        return each.word == rung.word
    return each.colour != "grey" and not colours.is_worse(rung.colour, each.colour)


def _reason(rung: Rung, run: Sequence[Shone]) -> str:
    last = months.show_month(run[0].month)
    if len(run) == 1:
        return f"{last}{_light(run[0])}，{told(rung)}"
    words = "、".join(dict.fromkeys(_light(each) for each in reversed(run)))
    return f"{months.show_month(run[-1].month)}至{last}连续 {len(run)} 个月{words}，{told(rung)}"


def _light(each: Shone) -> str:
    return f"亮{each.word}" if each.word in colours.WORDS.values() else f"判为“{each.word}”"


def told(rung: Rung) -> str:
    """What a rung asks for, in words."""
    letter = f"，发{rung.letter}" if rung.letter else ""
    points = f"，扣 {rounding.show(rung.points)} 分" if rung.points else ""
    within = f"在 {rung.days} 个工作日内" if rung.days else ""
    return f"由{_named(rung)}{within}{rung.act}{letter}{points}"


def _named(rung: Rung) -> str:
    """Who acts, with the level where the words do not say it."""
    if rung.level is None or _SAID.get(rung.who) == rung.level:
        return rung.who
    return f"{rung.who}（{LEVELS[rung.level]}）"


def condition(rung: Rung) -> str:
    """When a rung is reached, in words."""
    light = f"判为“{rung.word}”" if rung.word else f"亮{colours.WORDS[rung.colour]}"
    return light if rung.months == 1 else f"连续 {rung.months} 个月{light}"


def check(ladder: Sequence[Rung], where: str) -> None:
    """Raises LadderNotRising unless every rung is harder to reach than the one before, LevelContradicts where the words of
    one say another level than it names."""
    for rung in ladder:
        said = _SAID.get(rung.who)
        if rung.level and said and said != rung.level:
            raise errors.LevelContradicts(where, rung.who, LEVELS[rung.level])
    for before, after in pairwise(ladder):
        if _height(after) <= _height(before):
            raise errors.LadderNotRising(where, condition(before), condition(after))


def _height(rung: Rung) -> tuple[int, int, bool]:
    return colours.LIT.index(rung.colour), rung.months, bool(rung.word)


def read(source: fields.Fields) -> Rung:
    """A rung from its data."""
    level = source.word("level", tuple(LEVELS)) if source.has("level") else None
    rung = Rung(
        colour=source.word("colour", BAD),
        who=source.text("who", LEVELS[level]) if level else source.text("who"),
        months=source.optional_integer("months") or 1,
        act=source.text("act", "约谈"),
        letter=source.text("letter", ""),
        points=source.decimal("points", least="0", most="100", default=Decimal(0)),
        word=source.text("word", ""),
        level=level,
        days=source.optional_integer("days"),
    )
    source.close()
    return rung


def write(rung: Rung) -> dict[str, object]:
    """What ``read`` reads."""
    more = issued.present(
        months=None if rung.months == 1 else rung.months,
        act=None if rung.act == "约谈" else rung.act,
        letter=rung.letter,
        points=str(rung.points) if rung.points else None,
        word=rung.word,
        level=rung.level,
        days=rung.days,
    )
    return {"colour": rung.colour, "who": rung.who, **more}
