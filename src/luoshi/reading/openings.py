"""With which characters a match of a pattern may begin and end: read off the pattern itself, so that a scan visits only those places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any, cast

# The parse tree of the standard library's own expressions; where it is not understood, any character may begin.
_parser: Any = import_module("re._parser")
_compiler: Any = import_module("re._compiler")
_engine: Any = import_module("_sre")
_UNSEEN = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}


def openings(pattern: str) -> str | None:
    """The inside of a character class (``[…]``) of all first characters; None where any character may begin a match."""
    return _class(_of_sequence(list(_parser.parse(pattern)), forward=True))


def closings(pattern: str) -> str | None:
    """The inside of a character class of all last characters; None where any character may end a match."""
    return _class(_of_sequence(list(_parser.parse(pattern)), forward=False))


def _class(found: tuple[set[str] | None, bool]) -> str | None:
    chars, empty = found
    return None if empty or chars is None else "".join(sorted(chars))


class Lazy:
    """A pattern compiled when it is first used: a text needs few of them, and importing the reader none."""

    def __init__(self, pattern: str, flags: int, search: bool) -> None:
        self.pattern, self._flags, self._search = pattern, flags, search

    @property
    def compiled(self) -> re.Pattern[str]:
        found = openings(self.pattern) if self._search else None
        return (
            re.compile(self.pattern, self._flags)
            if found is None
            else _scanning(self.pattern, self._flags, found)
        )

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self.compiled
        self.__dict__.update({each: getattr(compiled, each) for each in _USES})
        return getattr(compiled, name)


def _scanning(pattern: str, flags: int, chars: str) -> re.Pattern[str]:
    """The pattern compiled so that a search passes over all but the ``chars`` at full speed.

    The standard library does so by itself where a pattern begins with plain characters, and not behind a lookbehind or in
    nested alternatives; here its compiler is told. Where that is not possible, a lookahead does the same, more slowly.
    """
    try:
        tree, head = _parser.parse(pattern, flags), _parser.parse(f"[{chars}{_NEVER}]")
        code: list[int] = []
        _compiler._compile_info(code, head, head.state.flags)
        _compiler._compile(code, tree.data, tree.state.flags)
        names = {index: name for name, index in tree.state.groupdict.items()}
        return cast(
            "re.Pattern[str]",
            _engine.compile(
                pattern, flags | tree.state.flags, [*code, _compiler.SUCCESS], tree.state.groups - 1,
                tree.state.groupdict, tuple(map(names.get, range(tree.state.groups))),
            ),
        )  # fmt: skip
    except (AttributeError, TypeError, RuntimeError):
        return re.compile(f"(?=[{chars}])(?:{pattern})", flags)


#: Two characters of no text, so that a class is never a single character, which is compiled otherwise.
_NEVER = "\uffff\ufffe"
_USES = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def quick(pattern: str) -> re.Pattern[str]:
    """The pattern for searching: places where it cannot begin are passed over by one look at their character."""
    return cast("re.Pattern[str]", Lazy(pattern, 0, search=True))


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern for matching at a known place."""
    return cast("re.Pattern[str]", Lazy(pattern, flags, search=False))


def _of_sequence(items: Sequence[tuple[Any, Any]], forward: bool) -> tuple[set[str] | None, bool]:
    """What the sequence may begin with, or end with (None: anything), and whether it may be empty."""
    found: set[str] = set()
    for code, value in items if forward else reversed(items):
        own, empty = _of(str(code), value, forward)
        if own is None:
            return None, False
        found |= own
        if not empty:
            return found, False
    return found, True


def _of(code: str, value: Any, forward: bool) -> tuple[set[str] | None, bool]:
    if code in _UNSEEN:
        return set(), True
    if code == "LITERAL":
        return {re.escape(chr(value))}, False
    if code == "IN":
        return _of_class(value), False
    if code == "SUBPATTERN":
        return _of_sequence(list(value[-1]), forward)
    if code == "ATOMIC_GROUP":
        return _of_sequence(list(value), forward)
    if code == "BRANCH":
        return _of_branches([_of_sequence(list(branch), forward) for branch in value[1]])
    if code in _REPEATS:
        own, empty = _of_sequence(list(value[2]), forward)
        return own, empty or value[0] == 0
    return None, False


def _of_branches(branches: Sequence[tuple[set[str] | None, bool]]) -> tuple[set[str] | None, bool]:
    found: set[str] = set()
    for own, _ in branches:
        if own is None:
            return None, False
        found |= own
    return found, any(empty for _, empty in branches)


def _of_class(parts: Sequence[tuple[Any, Any]]) -> set[str] | None:
    found: set[str] = set()
    for code, value in parts:
        if str(code) == "LITERAL":
            found.add(re.escape(chr(value)))
        elif str(code) == "RANGE":
            found.add(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        elif str(code) == "CATEGORY" and str(value) in _CATEGORIES:
            found.add(_CATEGORIES[str(value)])
        else:
            return None
    return found
