"""With which characters a match of a pattern may begin: read off the pattern itself, so that a scan visits only those places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

# The parse tree of the standard library's own expressions; where it is not understood, any character may begin.
_parser: Any = import_module("re._parser")
_UNSEEN = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}


def openings(pattern: str) -> str | None:
    """The inside of a character class (``[…]``) of all first characters; None where any character may begin a match."""
    found, empty = _of_sequence(list(_parser.parse(pattern)))
    return None if empty or found is None else "".join(sorted(found))


def _of_sequence(items: Sequence[tuple[Any, Any]]) -> tuple[set[str] | None, bool]:
    """What the sequence may begin with (None: anything), and whether it may be empty."""
    found: set[str] = set()
    for code, value in items:
        own, empty = _of(str(code), value)
        if own is None:
            return None, False
        found |= own
        if not empty:
            return found, False
    return found, True


def _of(code: str, value: Any) -> tuple[set[str] | None, bool]:
    if code in _UNSEEN:
        return set(), True
    if code == "LITERAL":
        return {re.escape(chr(value))}, False
    if code == "IN":
        return _of_class(value), False
    if code == "SUBPATTERN":
        return _of_sequence(list(value[-1]))
    if code == "ATOMIC_GROUP":
        return _of_sequence(list(value))
    if code == "BRANCH":
        return _of_branches([_of_sequence(list(branch)) for branch in value[1]])
    if code in _REPEATS:
        own, empty = _of_sequence(list(value[2]))
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
