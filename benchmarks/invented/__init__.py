"""Invented work plans and their damage, the same for the same seed: numbers, names and indicators vary, so that no cache can flatter."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
_HAN = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Said:
    """A promised number as it was written: text[start:end] is the numeral; ``value`` counts written units."""

    start: int
    end: int
    value: Decimal
    unit: str
    comparator: str
    basis: str


@dataclass(slots=True)
class Plan:
    """A text under construction and what was promised in it."""

    chance: random.Random
    text: str = ""
    promised: list[Said] = field(default_factory=list)

    def write(self, words: str) -> None:
        """Words with their braces filled."""
        self.text += self.filled(words)

    def filled(self, words: str) -> str:
        while "{" in words:
            head, _, rest = words.partition("{")
            name, _, tail = rest.partition("}")
            words = (
                head
                + self.chance.choice(WORDS[f"{name.rstrip('2')}s"] if name != "works" else WORDS[name])
                + tail
            )
        return words

    def promise(self) -> None:
        """One promised number with its words."""
        before, unit, after, least, most, comparator, basis = self.chance.choice(WORDS["promises"])
        self.write(before)
        numeral, value = self._numeral(least, most, unit)
        start = len(self.text)
        self.text += numeral + unit + after
        self.promised.append(Said(start, start + len(numeral), value, unit, comparator, basis))

    def _numeral(self, least: float, most: float, unit: str) -> tuple[str, Decimal]:
        number = self.chance.uniform(least, most)
        if unit in ("%", "亿元", "万元/亩") and self.chance.random() < 0.6:
            return f"{number:.1f}", Decimal(f"{number:.1f}")
        whole = round(number)
        if unit in ("个", "家") and 11 <= whole <= 99 and self.chance.random() < 0.1:
            tens, ones = divmod(whole, 10)
            return (_HAN[tens] if tens > 1 else "") + "十" + (_HAN[ones] if ones else ""), Decimal(whole)
        return str(whole), Decimal(whole)

    def sentence(self) -> None:
        """A sentence of promises, of milestones, of tasks, of a mechanism or of none."""
        kind = self.chance.choices(
            ("promises", "milestones", "tasks", "mechanisms", "prose"), (7, 4, 5, 1, 1)
        )[0]
        if kind == "prose":
            self.write(self.chance.choice(WORDS["prose"]))
            return
        self.write(self.chance.choice(WORDS["modals"]) if kind == "promises" else "")
        for index in range(1 if kind == "mechanisms" else self.chance.randint(1, 3)):
            self.text += "，" if index else ""
            if kind == "promises":
                self.promise()
            else:
                self.write(self.chance.choice(WORDS[kind]))
        self.write("。（责任单位：{office}、{office}）" if self.chance.random() < 0.15 else "。")


def plan(chance: random.Random, chapters: tuple[int, int] = (3, 6)) -> Plan:
    """A plan of usual length: title, three to six chapters, each with numbered paragraphs of sentences."""
    made = Plan(chance)
    year = chance.randint(2019, 2031)
    made.write(f"{{place}}{{zone}}{year}年工作要点\n\n{year}年，要坚持以项目建设为抓手，重点做好以下工作。\n")
    for chapter in range(chance.randint(*chapters)):
        made.write(f"{_HAN[chapter + 1]}、{{opener}}{{theme}}，{{opener}}{{theme}}\n")
        for paragraph in range(chance.randint(2, 5)):
            made.write(f"{paragraph + 1}.{{opener}}{{theme}}。")
            for _ in range(chance.randint(2, 6)):
                made.sentence()
            made.text += "\n"
    return made


def plans(seed: int) -> Iterator[Plan]:
    """Plans without end."""
    chance = random.Random(seed)
    while True:
        yield plan(chance)


def text(size: int, seed: int = 20) -> tuple[str, list[Said]]:
    """Plans, a blank line between two, until they hold ``size`` bytes of UTF-8, and all that is promised in them."""
    parts: list[str] = []
    promised: list[Said] = []
    at = held = 0
    for made in plans(seed):
        parts.append(made.text + "\n")
        promised += [
            Said(s.start + at, s.end + at, s.value, s.unit, s.comparator, s.basis) for s in made.promised
        ]
        at += len(parts[-1])
        held += len(parts[-1].encode())
        if held >= size:
            break
    return "".join(parts), promised


@cache
def _traditional() -> dict[int, str]:
    """Simplified characters to the traditional one that leads back to them."""
    folder = resources.files("opencc") / "dictionary"

    def first(name: str) -> dict[str, str]:
        lines = (folder / name).read_text("utf-8").splitlines()
        return {row[0]: row[1].split()[0] for line in lines if len(row := line.split("\t")) == 2}

    back = first("TSCharacters.txt")
    forms = first("STCharacters.txt")
    return {
        ord(plain): form
        for plain, form in forms.items()
        if len(plain) == len(form) == 1 and back.get(form) == plain
    }


def garbled(clean: str, promised: list[Said], seed: int = 20) -> tuple[str, list[Said]]:
    """The text as a broken converter leaves it: traditional, sounds in brackets, now and then bytes shifted by one.

    One bracket a dozen characters, one shifted stretch two thousand characters, never over a promised number.
    """
    chance = random.Random(seed)
    shifted = _stretches(clean, promised, chance)
    forms, sounds = _traditional(), WORDS["sounds"]
    parts: list[str] = []
    places = {s.start: s for s in promised}
    moved: list[Said] = []
    at = skip = 0
    for index, char in enumerate(clean):
        said = places.get(index)
        if said is not None:
            moved.append(
                Said(at, at + said.end - said.start, said.value, said.unit, said.comparator, said.basis)
            )
        if index < skip:
            continue
        piece = char.translate(forms)
        if index in shifted:
            piece, skip = shifted[index]
        elif char in sounds and chance.random() < 0.5:
            piece += f"({sounds[char]})"
        parts.append(piece)
        at += len(piece)
    return "".join(parts), moved


def _stretches(clean: str, promised: list[Said], chance: random.Random) -> dict[int, tuple[str, int]]:
    """Places where the bytes are read one late, with what is read there and where the text is in step again."""
    taken = {place for said in promised for place in range(said.start - 1, said.end + len(said.unit) + 1)}
    found: dict[int, tuple[str, int]] = {}
    for start in range(chance.randrange(1, 2000), len(clean) - 20, 2000):
        begin = clean.find("。", start) + 1
        stop = begin + chance.randint(5, 9)
        if not begin or taken.intersection(range(begin, stop)) or not _wide(clean[begin:stop]):
            continue
        bytes_ = clean[begin:stop].encode("gbk")[1:-1]
        found[begin] = bytes_.decode("gbk", "ignore"), stop
    return found


def _wide(words: str) -> bool:
    """Whether every character has two bytes in GBK, and read one byte late still makes characters."""
    try:
        codes = words.encode("gbk")
        codes[1:-1].decode("gbk")
    except UnicodeError:
        return False
    return len(codes) == 2 * len(words)
