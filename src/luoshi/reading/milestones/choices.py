"""Patterns of many alternatives, of which only those are tried that may begin, or end, with the character that stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from luoshi.reading.model import Stage
from luoshi.reading.openings import closings, lazy, openings, quick

Choices = Sequence[tuple[Stage, str]]


def either(choices: Choices) -> str:
    """One pattern of all, each stage a group of its name."""
    return "|".join(f"(?P<{stage}>{pattern})" for stage, pattern in choices)


def alternatives(pattern: str) -> list[str]:
    """The pattern cut at the bars that stand outside of all brackets."""
    found, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "[":
            at = pattern.index("]", at + 2)
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == "|" and not depth:
            found.append(pattern[start:at])
            start = at + 1
        at += 2 if char == "\\" else 1
    return [*found, pattern[start:]]


class _Chosen:
    """The alternatives of a pattern, and with which characters each may begin or end."""

    def __init__(self, choices: Choices, edge: Callable[[str], str | None]) -> None:
        self._choices, self._edge = choices, edge

    @cached_property
    def _parts(self) -> list[tuple[Stage, str, re.Pattern[str]]]:
        return [
            (stage, one, re.compile(f"[{chars}]" if (chars := self._edge(one)) else "", re.DOTALL))
            for stage, pattern in self._choices
            for one in alternatives(pattern)
        ]

    def _fitting(self, chars: str) -> Choices:
        """Those with one of the characters at their edge, in their order."""
        found: dict[Stage, list[str]] = {}
        for stage, one, edge in self._parts:
            if any(edge.match(char) for char in chars):
                found.setdefault(stage, []).append(one)
        return [(stage, "|".join(some)) for stage, some in found.items()]


class First(_Chosen):
    """For matching at a known place; ``behind`` is what must follow any of the choices."""

    def __init__(self, choices: Choices, behind: str = "") -> None:
        super().__init__(choices, openings)
        self.whole = lazy(f"(?:{either(choices)}){behind}")
        self._behind = behind
        self._by: dict[str, re.Pattern[str] | None] = {}

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The match that begins at ``start``, or None."""
        char = text[start : start + 1]
        try:
            pattern = self._by[char]
        except KeyError:
            some = self._fitting(char)
            pattern = self._by[char] = lazy(f"(?:{either(some)}){self._behind}") if some else None
        return pattern.match(text, start, end) if pattern else None


class Last(_Chosen):
    """For searching up to a known end; one of ``behind`` (two characters each) may still stand there."""

    def __init__(self, choices: Choices, behind: Sequence[str]) -> None:
        super().__init__(choices, closings)
        self._tail = f"(?:{'|'.join(behind)})?$"
        self.whole = quick(f"(?:{either(choices)}){self._tail}")
        self._behind = behind
        self._by: dict[str, re.Pattern[str] | None] = {}

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match in text[start:end] that reaches to its end, or None."""
        last = text[end - 1 : end]
        if text[end - 2 : end] in self._behind:
            last += text[end - 3 : end - 2]
        try:
            pattern = self._by[last]
        except KeyError:
            some = self._fitting(last)
            pattern = self._by[last] = quick(f"(?:{either(some)}){self._tail}") if some else None
        return pattern.search(text, start, end) if pattern else None
