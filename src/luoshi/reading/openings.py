"""With which characters a match of a pattern may begin and end: read off the pattern itself, so that a scan visits only those places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, reduce
from importlib import import_module
from typing import Any, cast

# The parse tree of the standard library's own expressions; where it is not understood, any character may begin.
_parser: Any = import_module("re._parser")
_compiler: Any = import_module("re._compiler")
_engine: Any = import_module("_sre")
_UNSEEN = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}


#: How matches of a pattern may begin: by first character (or class of them), what may follow it; None is anything. The
#: empty string stands for the end: as a key for an empty match, else for a match of one character.
Starts = dict[str, set[str] | None]


def openings(pattern: str) -> str | None:
    """The inside of a character class (``[…]``) of all first characters; None where any character may begin a match."""
    return _class(_of_sequence(list(_parser.parse(pattern)), forward=True))


def closings(pattern: str) -> str | None:
    """The inside of a character class of all last characters; None where any character may end a match."""
    return _class(_of_sequence(list(_parser.parse(pattern)), forward=False))


class Beginnings(dict[str, bool]):
    """By character whether a match of the pattern may begin with it; the empty string is the end of the text."""

    def __init__(self, pattern: str) -> None:
        super().__init__()
        self._pattern = pattern

    def __missing__(self, char: str) -> bool:
        found = self[char] = self._class is None or self._class.match(char) is not None
        return found

    @cached_property
    def _class(self) -> re.Pattern[str] | None:
        chars = openings(self._pattern)
        return None if chars is None else re.compile(f"[{chars}]")


def places(patterns: Sequence[str]) -> re.Pattern[str]:
    """One pattern that finds each character at which one of the patterns may begin, by it and the ones beside it."""
    together: dict[str, tuple[set[str] | None, set[str]]] = {}
    for pattern in patterns:
        tree = list(_parser.parse(pattern))
        starts, barred = _of_sequence(tree, forward=True), _barred(tree)
        if starts is None or "" in starts:
            return re.compile(r"[\s\S]")
        for first, seconds in starts.items():
            known, common = together.get(first, (set(), barred))
            both = None if known is None or seconds is None else known | seconds
            together[first] = both, common & barred
    alike: dict[str, str] = {}
    for first, (following, barred) in sorted(together.items()):
        ahead = "" if following is None or "" in following else f"(?=[{''.join(sorted(following))}])"
        behind = f"(?<![{''.join(sorted(barred))}][\\s\\S])" if barred else ""
        alike[behind + ahead] = alike.get(behind + ahead, "") + first
    tried = "|".join(f"[{firsts}]{around}" for around, firsts in alike.items())
    return _scanning(tried, 0, "".join(sorted(together)))


def _barred(items: Sequence[tuple[Any, Any]]) -> set[str]:
    """The characters, or classes of them, behind which the sequence never begins: all that ``(?<![…])`` at its head names."""
    found: set[str] = set()
    for code, value in items:
        if str(code) == "SUBPATTERN":
            return found | _barred(list(value[-1]))
        if str(code) not in _UNSEEN:
            return found
        inside = list(value[1]) if str(code) == "ASSERT_NOT" and value[0] < 0 else []
        one = _of(str(inside[0][0]), inside[0][1], forward=True) if len(inside) == 1 else None
        if one and all(seconds == {""} for seconds in one.values()):
            found |= one.keys()
    return found


def grouped(words: Iterable[str]) -> str:
    """The alternatives, each of which begins with a plain character, as a pattern that tries them in their order and looks
    only at those that begin with the character at hand."""
    alike: dict[str, list[str]] = {}
    for word in words:
        alike.setdefault(word[0], []).append(word[1:])
    branches = (f"{first}(?:{'|'.join(rests)})" for first, rests in alike.items())
    return f"(?=[{''.join(alike)}])(?:{'|'.join(branches)})"


def _class(starts: Starts | None) -> str | None:
    return None if starts is None or "" in starts else "".join(sorted(starts))


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


class _Unused(Lazy):
    """Not compiled yet. The first use lays down what is used on the object itself, and every later one finds it there at once."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self.compiled
        self.__dict__.update({each: getattr(compiled, each) for each in _USES})
        self.__class__ = Lazy  # type: ignore[assignment]
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
    return cast("re.Pattern[str]", _Unused(pattern, 0, search=True))


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern for matching at a known place."""
    return cast("re.Pattern[str]", _Unused(pattern, flags, search=False))


def _of_sequence(items: Sequence[tuple[Any, Any]], forward: bool) -> Starts | None:
    """How the sequence may begin, or end, read backward; None: anyhow."""
    found: Starts | None = {"": None}
    for code, value in items if forward else reversed(items):
        found = _then(found, _of(str(code), value, forward))
        if (
            found is None
            or not any(seconds and "" in seconds for seconds in found.values())
            and "" not in found
        ):
            return found
    return found


def _of(code: str, value: Any, forward: bool) -> Starts | None:
    if code in _UNSEEN:
        return {"": None}
    if code == "LITERAL":
        return {re.escape(chr(value)): {""}}
    if code == "IN":
        return _of_class(value)
    if code == "SUBPATTERN":
        return _of_sequence(list(value[-1]), forward)
    if code == "ATOMIC_GROUP":
        return _of_sequence(list(value), forward)
    if code == "BRANCH":
        return reduce(_either, (_of_sequence(list(branch), forward) for branch in value[1]))
    if code in _REPEATS:
        once = _of_sequence(list(value[2]), forward)
        found = once if value[1] == 1 else _either(once, _then(once, once))
        return _either(found, {"": None}) if value[0] == 0 else found
    return None


def _then(head: Starts | None, tail: Starts | None) -> Starts | None:
    """The one behind the other."""
    if head is None:
        return None
    found: Starts = {}
    for first, seconds in head.items():
        if first and (seconds is None or "" not in seconds):
            found[first] = seconds
        elif first:
            found[first] = None if tail is None or seconds is None else seconds - {""} | tail.keys()
    return _either(found, tail) if "" in head else found


def _either(one: Starts | None, other: Starts | None) -> Starts | None:
    if one is None or other is None:
        return None
    found = dict(one)
    for first, seconds in other.items():
        own = found.get(first, set())
        found[first] = None if own is None or seconds is None else own | seconds
    return found


def _of_class(parts: Sequence[tuple[Any, Any]]) -> Starts | None:
    found: Starts = {}
    for code, value in parts:
        if str(code) == "LITERAL":
            found[re.escape(chr(value))] = {""}
        elif str(code) == "RANGE":
            found[f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"] = {""}
        elif str(code) == "CATEGORY" and str(value) in _CATEGORIES:
            found[_CATEGORIES[str(value)]] = {""}
        else:
            return None
    return found
