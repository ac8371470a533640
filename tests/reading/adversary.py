"""Strings made to break a pattern, and a process of its own that feeds them to every pattern of the reader.

python -m tests.reading.adversary [PART …]    the patterns whose name holds one of the parts; all without one
"""

from __future__ import annotations

import ast
import importlib
import inspect
import itertools
import json
import os
import pkgutil
import random
import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from luoshi import reading
from luoshi.reading.openings import Lazy

#: Size of the final strings and of those by which they are chosen, in bytes of UTF-8; CPU seconds for one string.
FULL, TRIAL, SECONDS = 1_000_000, 16_000, 10.0
#: How many strings a pattern is tried with at full size: those that took it longest as trials.
FINAL = 4
#: A trial that took so many seconds needs no other to be the worst.
SLOW = 0.2
CHARS = "0259,.，。、；;：:(（)）“”《》\n\t \u3000一十百千万亿年月个元的产章业建a?%-—|●"
WORDS = (
    "项目", "力争", "完成", "25个", "1,000", "1.5", "一二", "十百", "、", "，“", "（(", "“《", "项目、", "、项目", "和", "2026年", "6月", "“”", "()",
    "a\n", "项目\n", "\n\n ", "。”", "1.", "一是", "(一)", "每月", "责任单位：", "亿元以上",
)  # fmt: skip
#: What no repeat of the pattern goes on with.
TAILS = ("", "\x01", "\n")
_LARGE = 100
_VERBS = frozenset({"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"})


@dataclass(frozen=True)
class Attempt:
    """A pattern's name, the string's recipe (what is repeated, then the end) and CPU seconds; None over the limit."""

    name: str
    before: str
    body: str
    tail: str
    seconds: float | None

    def __str__(self) -> str:
        took = f"over {SECONDS:.0f} s" if self.seconds is None else f"{self.seconds:.2f} s"
        return f"{self.name}: {self.before[-40:]!r} + {self.body[:60]!r} … + {self.tail!r}: {took}"


# --- every pattern ---------------------------------------------------------------------------------------------


def modules() -> list[ModuleType]:
    """The modules of the reader without its corpora."""
    names = (m.name for m in pkgutil.walk_packages(reading.__path__, reading.__name__ + "."))
    return [importlib.import_module(name) for name in names if not name.rpartition(".")[2].startswith("corpus")]


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern of the reader by the name of its place: in globals, in what they hold, and written in a call."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for module in modules():
        short = module.__name__.removeprefix(reading.__name__ + ".")
        for name, value in sorted(vars(module).items()):
            if not inspect.ismodule(value):
                for place, pattern in _held(value, f"{short}.{name}", set()):
                    found.setdefault((pattern.pattern, pattern.flags), (place, pattern))
        for place, pattern in _written(module, short):
            found.setdefault((pattern.pattern, pattern.flags), (place, pattern))
    return dict(found.values())


def _held(value: Any, place: str, seen: set[int]) -> Iterator[tuple[str, re.Pattern[str]]]:
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Lazy):
        value = value.compiled
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield place, value
        return
    for name, part in _parts(value):
        yield from _held(part, f"{place}{name}", seen)


def _parts(value: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(value, dict):
        return [(f"[{key!r}]", part) for key, part in value.items()]
    if isinstance(value, list | tuple | set | frozenset):
        return [(f"[{index}]", part) for index, part in enumerate(value)]
    if inspect.isfunction(value):
        cells = [cell.cell_contents for cell in value.__closure__ or () if cell.cell_contents is not None]
        return [("()", part) for part in [*cells, *(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values()]]
    if inspect.isclass(value):
        own = value.__module__.startswith(reading.__name__)
        return [(f".{name}", part) for name, part in vars(value).items()] if own else []
    if not type(value).__module__.startswith(reading.__name__):
        wrapped = getattr(value, "func", None) or getattr(value, "__wrapped__", None)
        return [("()", wrapped), ("()", getattr(value, "args", ()))] if wrapped is not None else []
    slots = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
    named = {name: getattr(value, name) for name in slots if hasattr(value, name)} | getattr(value, "__dict__", {})
    return [(f".{name}", part) for name, part in named.items()]


def _written(module: ModuleType, short: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Patterns written where they are used: re.search(r"…", words)."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _VERBS
            and isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.args
        ):  # fmt: skip
            try:
                words = eval(compile(ast.Expression(node.args[0]), "<pattern>", "eval"), vars(module))
            except NameError:
                continue  # made of what a function is given
            if isinstance(words, str):
                yield f"{short}:{node.lineno}", re.compile(words)


# --- strings that a pattern's own words suggest ----------------------------------------------------------------------


def _classes(items: Sequence[Any]) -> list[str]:
    """Characters a class of characters stands for, a few of them."""
    negated = bool(items) and str(items[0][0]) == "NEGATE"
    own: list[str] = []
    for op, value in items:
        if str(op) == "LITERAL":
            own.append(chr(value))
        elif str(op) == "RANGE":
            own += [chr(value[0]), chr((value[0] + value[1]) // 2), chr(value[1])]
        elif str(op) == "CATEGORY":
            own.append({"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " "}.get(str(value), "字"))
    if not negated:
        return own
    held = re.compile("[" + "".join(re.escape(c) for c in own) + "]") if own else None
    return [c for c in "产一5,、(“ a" if held is None or not held.match(c)] or ["\x02"]


class Speller:
    """Strings a pattern matches or nearly matches, from its parse tree and a seed."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._chance = random.Random(pattern.pattern)
        self._tree = re._parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)  # type: ignore[attr-defined]
        self.chars: dict[str, None] = {}
        self.words: dict[str, None] = {}
        self.repeats: list[Any] = []
        self._collect(self._tree)

    def _collect(self, tree: Any) -> None:
        word = ""
        for op, value in [*tree, (None, None)]:
            if str(op) == "LITERAL":
                word += chr(value)
                continue
            if word:
                self.words[word] = self.chars[word[0]] = None
                word = ""
            if str(op) == "IN":
                self.chars.update(dict.fromkeys(_classes(value)))
            if "REPEAT" in str(op) and int(value[1]) >= _LARGE:
                self.repeats.append(value[2])
            for part in _inner(op, value):
                self._collect(part)

    def spell(self, pumped: Any = None) -> tuple[str, bool]:
        """A string of the pattern; with ``pumped`` only up to that repeat, and whether it was met."""
        return self._spell(self._tree, pumped)

    def body(self, pumped: Any) -> str:
        """One round of a repeat."""
        return self._spell(pumped, None)[0]

    def _spell(self, tree: Any, pumped: Any) -> tuple[str, bool]:
        out = ""
        for op, value in tree:
            words, met = self._one(str(op), value, pumped)
            out += words
            if met:
                return out, True
        return out, False

    def _one(self, op: str, value: Any, pumped: Any) -> tuple[str, bool]:
        match op:
            case "LITERAL":
                return chr(value), False
            case "NOT_LITERAL":
                return "产" if value != ord("产") else "业", False
            case "ANY":
                return "产", False
            case "IN":
                return self._chance.choice(_classes(value) or [""]), False
            case "BRANCH":
                holding = [part for part in value[1] if pumped is not None and _holds(part, pumped)]
                return self._spell(self._chance.choice(holding or value[1]), pumped)
            case "ASSERT_NOT" | "AT" | "GROUPREF" | "GROUPREF_EXISTS":
                return "", False
            case "ASSERT":
                return self._spell(value[1], pumped) if value[0] > 0 else ("", False)
        if "REPEAT" in op:
            least, most, part = value
            if part is pumped:
                return "", True
            if pumped is not None and _holds(part, pumped):
                return self._spell(part, pumped)
            times = min(int(most), int(least) + self._chance.randrange(3))
            return "".join(self._spell(part, None)[0] for _ in range(times)), False
        parts = list(_inner(op, value))
        return self._spell(parts[0], pumped) if parts else ("", False)


def _inner(op: Any, value: Any) -> Iterator[Any]:
    match str(op):
        case "BRANCH":
            yield from value[1]
        case "SUBPATTERN":
            yield value[3]
        case "ATOMIC_GROUP":
            yield value
        case "ASSERT" | "ASSERT_NOT":
            yield value[1]
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            yield value[2]
        case "GROUPREF_EXISTS":
            yield from (part for part in value[1:] if part is not None)


def _holds(tree: Any, part: Any) -> bool:
    return tree is part or any(_holds(inner, part) for op, value in tree for inner in _inner(op, value))


def recipes(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """What stands before and what is repeated, each once."""
    speller = Speller(pattern)
    chance = random.Random(pattern.pattern)
    own = list(speller.words)
    chosen = chance.sample(own, min(60, len(own)))
    found: dict[tuple[str, str], None] = {("", char): None for char in [*CHARS, *list(speller.chars)[:60]]}
    found.update({("", word): None for word in (*WORDS, *chosen)})
    found.update({("", a + b): None for a, b in itertools.pairwise(chosen)})
    for _ in range(30):
        whole, _met = speller.spell()
        for size in {len(whole), len(whole) - 1, len(whole) // 2}:
            found[("", whole[:size])] = None
    for repeat in speller.repeats[:40]:
        for _ in range(4):
            lead, _met = speller.spell(repeat)
            body = speller.body(repeat)
            found.update({(lead, body): None, ("", lead + body): None, (lead, body + speller.body(repeat)): None})
    return [(lead, body) for lead, body in found if body]


def made(lead: str, body: str, tail: str, size: int) -> str:
    """The string of a recipe with ``size`` bytes of UTF-8, about."""
    return lead + body * max(1, size // len(body.encode("utf-8", "surrogatepass"))) + tail


# --- the process ----------------------------------------------------------------------------------------------------


def _run(pattern: re.Pattern[str], text: str) -> float:
    """CPU seconds for every way to use the pattern; the process ends when there are too many."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    pattern.fullmatch(text)
    took = time.process_time() - start
    signal.setitimer(signal.ITIMER_PROF, 0)
    return took


def _attack(name: str, pattern: re.Pattern[str], skip: set[tuple[str, str, str]], say: Any) -> None:
    trials: list[tuple[float, str, str, str]] = []
    for lead, body in recipes(pattern):
        for tail in TAILS:
            if (lead, body, tail) not in skip and not any(took > SLOW for took, *_ in trials):
                say(lead, body, tail)
                trials.append((_run(pattern, made(lead, body, tail, TRIAL)), lead, body, tail))
    for _, lead, body, tail in sorted(trials, reverse=True)[:FINAL]:
        say(lead, body, tail)
        say(lead, body, tail, _run(pattern, made(lead, body, tail, FULL)))


def attack(name: str, pattern: re.Pattern[str], kills: int = 1) -> list[Attempt]:
    """The slowest strings for a pattern, in a child process; a string over the limit ends the child, at most ``kills`` times."""
    attempts: list[Attempt] = []
    skip: set[tuple[str, str, str]] = set()
    for _ in range(kills):
        out, into = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(out)
            pipe = os.fdopen(into, "w", buffering=1)
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            _attack(name, pattern, skip, lambda *said: print(json.dumps(said), file=pipe))
            os._exit(0)
        os.close(into)
        said = [json.loads(line) for line in os.fdopen(out)]
        _, status = os.waitpid(child, 0)
        attempts += [Attempt(name, *one) for one in said if len(one) == 4]
        if status == 0:
            return attempts
        attempts.append(Attempt(name, *said[-1][:3], None))
        skip.add(tuple(said[-1][:3]))
    return attempts


def main(parts: list[str]) -> None:
    """One line of JSON for each attempt."""
    for name, pattern in patterns().items():
        if not parts or any(part in name for part in parts):
            for one in attack(name, pattern):
                print(json.dumps([one.name, one.before, one.body, one.tail, one.seconds]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
