"""The tiny machinery of the reader: rules, cues and examples are data, and this file knows no word of any language.

A subject is a folder: its words and rules (data), its reader (code) and its corpus (sentences with what must
be found in them). A ``Layer`` runs many rules over a whole document as one pattern. ``Cues`` decide by what
stands just before and just after a place. A ``Corpus`` says what a subject promises, and one test walks all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A pattern and what to make of a match; ``build`` answers None to refuse it.

    Named groups inside ``pattern`` must differ from those of other rules of the same layer; the rule's own
    name is the group around it.
    """

    name: str
    pattern: str
    build: Callable[[re.Match[str]], T | None]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What one rule made of text[start:end]."""

    rule: str
    start: int
    end: int
    value: T


class Layer(Generic[T]):
    """Rules tried together, the first in the list first, as one pattern and in one pass."""

    def __init__(self, rules: Sequence[Rule[T]]) -> None:
        self._build = {rule.name: rule.build for rule in rules}
        self._pattern = re.compile("|".join(f"(?P<{rule.name}>{rule.pattern})" for rule in rules))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found[T]]:
        """Every place of text[start:end] that a rule accepts, left to right, without overlaps."""
        stop = len(text) if end is None else end
        while (match := self._pattern.search(text, start, stop)) is not None:
            rule = match.lastgroup or ""
            value = self._build[rule](match)
            start = match.end() if value is not None and match.end() > match.start() else match.start() + 1
            if value is not None:
                yield Found(rule, match.start(), match.end(), value)


@dataclass(frozen=True, slots=True)
class Cue(Generic[T]):
    """What is said of a place when ``before`` ends just there and ``after`` begins just there.

    ``kinds`` limits the cue to places of those kinds; empty means every kind.
    """

    name: str
    says: T
    before: str = ""
    after: str = ""
    kinds: frozenset[str] = frozenset()


class Cues(Generic[T]):
    """An ordered list of cues; the first that fits decides."""

    def __init__(self, cues: Sequence[Cue[T]]) -> None:
        self._cues = [
            (
                cue,
                re.compile(f"(?:{cue.before})$") if cue.before else None,
                re.compile(cue.after) if cue.after else None,
            )
            for cue in cues
        ]

    def first(self, before: str, after: str, kinds: frozenset[str]) -> Cue[T] | None:
        """The first cue that fits the text before, the text after and one of the kinds, or None."""
        for cue, left, right in self._cues:
            if cue.kinds and cue.kinds.isdisjoint(kinds):
                continue
            if (right is None or right.match(after)) and (left is None or left.search(before)):
                return cue
        return None


Fact = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the facts that must be found in it, in order; only the fields named are compared."""

    text: str
    facts: tuple[Fact, ...] = ()
    year: int | None = 2026


def example(text: str, *facts: Fact, year: int | None = 2026) -> Example:
    """An example; without facts it says that nothing may be found."""
    return Example(text, facts, year)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What one subject promises: how an example is read, and the examples."""

    name: str
    read: Callable[[Example], Sequence[Fact]]
    examples: tuple[Example, ...]

    def failures(self) -> list[str]:
        """One line for every example that is not read as promised."""
        return [line for item in self.examples if (line := self._failure(item))]

    def _failure(self, item: Example) -> str:
        got = list(self.read(item))
        if len(got) == len(item.facts) and all(
            _holds(want, fact) for want, fact in zip(item.facts, got, strict=True)
        ):
            return ""
        seen = [_shown(fact, item.facts) for fact in got]
        return f"{self.name}: {item.text}\n  wanted {[dict(fact) for fact in item.facts]}\n  found  {seen}"


def _holds(want: Fact, fact: Fact) -> bool:
    return all(fact.get(key) == value for key, value in want.items())


def _shown(fact: Fact, facts: Sequence[Fact]) -> dict[str, object]:
    keys = {key for want in facts for key in want}
    return {key: value for key, value in fact.items() if not keys or key in keys}
