"""The tiny machinery of the reader: rules, cues and examples are data, and this file knows no word of any language.

A subject is a folder: its words and rules (data), its reader (code) and its corpus (sentences with what must
be found in them). A ``Layer`` runs many rules over a whole document as one pattern. ``Cues`` decide by what
stands just before and just after a place. A ``Corpus`` says what a subject promises, and one test walks all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Generic, NamedTuple, TypeVar

from luoshi.reading.openings import closings, lazy, openings, places, quick

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


class Found(NamedTuple, Generic[T]):
    """What one rule made of text[start:end]."""

    rule: str
    start: int
    end: int
    value: T


class Layer(Generic[T]):
    """Rules tried together, the first in the list first, in one pass.

    Only places are visited at which some rule may begin, by the character there and the next, and only the rules that may
    begin with it are tried: what a rule may begin with is read off its pattern.
    """

    def __init__(self, rules: Sequence[Rule[T]]) -> None:
        self._rules = tuple(rules)
        self._build = {rule.name: rule.build for rule in rules}

    @cached_property
    def _places(self) -> re.Pattern[str]:
        """Where any rule may begin."""
        return places([rule.pattern for rule in self._rules])

    @cached_property
    def _openings(self) -> list[re.Pattern[str] | None]:
        """For each rule the class of characters it begins with; None is any character."""
        return [_one_of(openings(rule.pattern)) for rule in self._rules]

    @cached_property
    def _at(self) -> dict[str, Callable[[str, int, int], re.Match[str] | None]]:
        """By character, how to match the rules that may begin with it as one pattern."""
        return {}

    @cached_property
    def _joined(self) -> dict[tuple[int, ...], re.Pattern[str]]:
        return {}

    def _beginning(self, char: str) -> Callable[[str, int, int], re.Match[str] | None]:
        own = tuple(i for i, one in enumerate(self._openings) if one is None or one.match(char))
        if own not in self._joined:
            rules = (self._rules[i] for i in own)
            self._joined[own] = re.compile("|".join(f"(?P<{rule.name}>{rule.pattern})" for rule in rules))
        self._at[char] = self._joined[own].match
        return self._at[char]

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found[T]]:
        """Every place of text[start:end] that a rule accepts, left to right, without overlaps."""
        stop = len(text) if end is None else end
        at, build = self._at, self._build
        found: Callable[[tuple[object, ...]], Found[T]] = partial(tuple.__new__, Found)
        for opening in self._places.finditer(text, start, stop):
            place = opening.start()
            if place < start:
                continue
            char = text[place]
            match = (at.get(char) or self._beginning(char))(text, place, stop)
            if match is None:
                continue
            rule = match.lastgroup or ""
            value = build[rule](match)
            if value is not None:
                start = match.end()
                yield found((rule, place, start, value))


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


Tried = tuple[Cue[T], re.Pattern[str] | None, re.Pattern[str] | None]


class Cues(Generic[T]):
    """An ordered list of cues; the first that fits decides.

    For each set of kinds, each character that follows the place and each that stands before it, only the cues are tried
    that these leave.
    """

    def __init__(self, cues: Sequence[Cue[T]]) -> None:
        self._cues = [
            (
                cue,
                quick(f"(?:{cue.before})$") if cue.before else None,
                lazy(cue.after) if cue.after else None,
            )
            for cue in cues
        ]
        self._left: dict[tuple[frozenset[str], str, str], list[Tried[T]]] = {}
        self._begun: dict[tuple[frozenset[str], str], list[tuple[Tried[T], re.Pattern[str] | None]]] = {}

    def first(self, before: str, after: str, kinds: frozenset[str]) -> Cue[T] | None:
        """The first cue that fits the text before, the text after and one of the kinds, or None."""
        key = kinds, after[:1], before[-1:]
        for cue, left, right in self._left.get(key) or self._leaves(*key):
            if (right is None or right.match(after)) and (left is None or left.search(before)):
                return cue
        return None

    def _leaves(self, kinds: frozenset[str], following: str, last: str) -> list[Tried[T]]:
        begun = self._begun.get((kinds, following))
        if begun is None:
            begun = self._begun[kinds, following] = self._beginning(kinds, following)
        self._left[kinds, following, last] = [
            tried
            for tried, ending in begun
            if ending is None
            or last == "\n"
            or ending.match(last)  # a pattern may end before a last line break
        ]
        return self._left[kinds, following, last]

    def _beginning(
        self, kinds: frozenset[str], following: str
    ) -> list[tuple[Tried[T], re.Pattern[str] | None]]:
        return [
            (tried, ending)
            for tried, (opening, ending) in zip(self._cues, self._edges, strict=True)
            if not (tried[0].kinds and tried[0].kinds.isdisjoint(kinds))
            and (opening is None or opening.match(following))
        ]

    @cached_property
    def _edges(self) -> list[tuple[re.Pattern[str] | None, re.Pattern[str] | None]]:
        """For each cue with which character what follows may begin, and with which what stands before may end."""
        return [
            (
                _one_of(openings(cue.after) if cue.after else None),
                _one_of(closings(cue.before) if cue.before else None),
            )
            for cue, _, _ in self._cues
        ]


def _one_of(chars: str | None) -> re.Pattern[str] | None:
    return None if chars is None else re.compile(f"[{chars}]")


class Endings(Generic[T]):
    """Patterns that words may end with, in order, each with what it says; only those are tried that may end with the last character."""

    def __init__(self, endings: Sequence[tuple[str, T]]) -> None:
        self._endings = endings
        self._by_char: dict[str, list[tuple[re.Pattern[str], T]]] = {}

    @cached_property
    def _compiled(self) -> list[tuple[re.Pattern[str] | None, re.Pattern[str], T]]:
        classes = ((closings(pattern), pattern, says) for pattern, says in self._endings)
        return [(_one_of(last), quick(f"(?:{pattern})$"), says) for last, pattern, says in classes]

    def of(self, words: str) -> Iterator[tuple[re.Match[str], T]]:
        """Every ending that ``words`` has, in order of the patterns; each the longest that its pattern allows."""
        if not words:
            return
        char = words[-1]
        if char not in self._by_char:
            self._by_char[char] = [
                (whole, says) for last, whole, says in self._compiled if last is None or last.match(char)
            ]
        for pattern, says in self._by_char[char]:
            found = pattern.search(words)
            if found:
                yield found, says


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
