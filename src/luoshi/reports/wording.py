"""Wording with placeholders: 本月【红灯.数】项亮红灯, ｛红榜.数 > 0？列入红榜的有【红榜清单】。｜本月没有红榜。｝

Text is typed, numbers are not: a typed number is refused when a version is issued (``digits``, ``typed``). 【name】 stands for a figure, ｛condition？text｜other
text｝ for what is said if the condition holds, and otherwise; both may stand inside each other's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from luoshi.reports import conditions, digits, errors
from luoshi.reports.conditions import Condition
from luoshi.reports.document import Piece
from luoshi.reports.figures import Figure

OPEN, CLOSE, IF, THEN, ELSE, END = "【】｛？｜｝"
PLACEHOLDER: Final = "\ufffc"  # stands for a figure where typed numbers are looked for
NEAR: Final = 12
DEEPEST: Final = 6  # braces within braces; nobody reads more


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What is said if a condition holds, and otherwise."""

    condition: Condition
    then: Wording
    otherwise: Wording


Node = str | Slot | Choice
Said = Mapping[str, tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as it was typed, and what it is made of."""

    text: str
    nodes: tuple[Node, ...]

    def names(self) -> Iterator[str]:
        """Every figure that it asks for, in conditions too."""
        for node in self.nodes:
            if isinstance(node, Slot):
                yield node.name
            elif isinstance(node, Choice):
                yield from node.condition.names()
                yield from node.then.names()
                yield from node.otherwise.names()

    def said(self, figures: Mapping[str, Figure], lists: Said) -> tuple[Piece, ...]:
        """The text with its figures; ``lists`` says those placeholders that stand for several pieces."""
        found: list[Piece] = []
        for node in self.nodes:
            if isinstance(node, str):
                found.append(Piece(node))
            elif isinstance(node, Choice):
                chosen = node.then if node.condition.holds(figures) else node.otherwise
                found.extend(chosen.said(figures, lists))
            elif node.name in lists:
                found.extend(lists[node.name])
            else:
                found.extend(figures[node.name].pieces)
        return tuple(piece for piece in found if piece.text)


def joined(pieces: tuple[Piece, ...]) -> str:
    """What is said, as plain text."""
    return "".join(piece.text for piece in pieces)


def written(text: str, where: str) -> Wording:
    """Wording that is to be issued: as it is read, and without typed numbers."""
    found = read(text, where)
    refuse_typed(found, where)
    return found


def refuse_typed(found: Wording, where: str) -> None:
    """Raise a TypedFigure where a number is typed that only the data may say."""
    if said := digits.typed_figure(_typed(found)):
        raise errors.TypedFigure(where, said)


def read(text: str, where: str) -> Wording:
    """Wording from what is typed; refuses brackets without a partner.

    Typed numbers are read: what was issued before they were refused goes on telling what it told.
    """
    found, end = _Reader(text, where).wording(0, "")
    if end != len(text):
        raise errors.OpenBracket(where, text[end], text[max(0, end - NEAR) : end + 1])
    return found


def _typed(wording: Wording) -> str:
    """What is typed of a wording, one way through it after the other."""
    parts = []
    for node in wording.nodes:
        if isinstance(node, str):
            parts.append(node)
        elif isinstance(node, Slot):
            parts.append(PLACEHOLDER)
        else:
            parts.append(f"{_typed(node.then)}{PLACEHOLDER}{_typed(node.otherwise)}")
    return "".join(parts)


class _Reader:
    """Takes a text apart from left to right."""

    def __init__(self, text: str, where: str) -> None:
        self.text, self.where = text, where

    def wording(self, at: int, until: str, depth: int = 0) -> tuple[Wording, int]:
        """The wording from ``at`` to one of the characters ``until``, and where it ends."""
        nodes: list[Node] = []
        start = begun = at
        while at < len(self.text) and self.text[at] not in until:
            one = self.text[at]
            if one in (CLOSE, END):
                raise self._unpaired(at)
            if one not in (OPEN, IF):
                at += 1
                continue
            if at > begun:
                nodes.append(self.text[begun:at])
            node, at = self._slot(at) if one == OPEN else self._choice(at, depth)
            nodes.append(node)
            begun = at
        if at > begun:
            nodes.append(self.text[begun:at])
        return Wording(self.text[start:at], tuple(nodes)), at

    def _slot(self, at: int) -> tuple[Slot, int]:
        end = self.text.find(CLOSE, at)
        name = self.text[at + 1 : end].strip()
        if end < 0 or not name or any(one in name for one in (OPEN, IF, END)):
            raise self._unpaired(at)
        return Slot(name), end + 1

    def _choice(self, at: int, depth: int) -> tuple[Choice, int]:
        asked, closed = self.text.find(THEN, at), self.text.find(END, at)
        if depth >= DEEPEST or closed < 0:
            raise self._unpaired(at)
        if not at < asked < closed:
            raise errors.NoCondition(self.where, self.text[at + 1 : at + NEAR])
        condition = conditions.read(self.text[at + 1 : asked], self.where)
        then, end = self.wording(asked + 1, ELSE + END, depth + 1)
        otherwise = Wording("", ())
        if end < len(self.text) and self.text[end] == ELSE:
            otherwise, end = self.wording(end + 1, END, depth + 1)
        if end >= len(self.text):
            raise self._unpaired(at)
        return Choice(condition, then, otherwise), end + 1

    def _unpaired(self, at: int) -> errors.OpenBracket:
        return errors.OpenBracket(self.where, self.text[at], self.text[at : at + NEAR])
