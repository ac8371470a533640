"""Strings made to break a pattern, and a process of its own that feeds them to every pattern of the reader.

python -m tests.reading.adversary [PART …]           the patterns of these folders or modules; all without one
python -m tests.reading.adversary read [STRING …]    whole readings of the strings, each repeated to 0.3 MB
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
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from types import ModuleType
from typing import Any
from unittest import mock

from benchmarks import invented
from luoshi import reading
from luoshi.reading import reader
from luoshi.reading.contract import to_json
from luoshi.reading.engine import Rule
from luoshi.reading.openings import Lazy

#: Size of the final string, of the one that grows most and of those by which they are chosen, in bytes of UTF-8; CPU
#: seconds for one string.
FULL, GROWING, TRIAL, SECONDS = 1_000_000, 250_000, 3_000, 10.0
#: So many of the trials that took longest are tried again, and the slowest of them also at four times the size; two go
#: on, one to full size.
LIKELY, SLOWEST = 16, 6
#: Size of the strings of whole readings.
READ = 300_000
#: A string that takes more than so many seconds is also tried at a quarter of its size: four times as long is linear,
#: sixteen times quadratic.
DOUBT, GROWTH = 0.5, 8.0
#: So many times in a row a string must grow too fast before its pattern is said to backtrack.
TRIES = 3
#: A trial that took so many seconds needs no other to be the worst.
SLOW = 0.1
CHARS = "0259,.，。、；;：:(（)）“”《》\n\t \u3000一十百千万亿年月个元的产章业建a?%-—|●"
WORDS = (
    "项目", "力争", "完成", "25个", "1,000", "1.5", "一二", "十百", "、", "，“", "（(", "“《", "项目、", "、项目", "和", "2026年", "6月", "“”", "()",
    "a\n", "项目\n", "\n\n ", "。”", "1.", "一是", "(一)", "每月", "责任单位：", "亿元以上",
)  # fmt: skip
#: Whole readings: what is repeated, and CPU seconds for one.
READING = (
    *"25,、。（“《\n \t一零的", "项目", "25个", "25%、", "1.5亿元以上项目", "力争完成25个，", "增长", "责任单位：经发局、", "（责任单位：招商局）", "一是优化。", "（一）优化机制。\n",
    "1.加快建设\n", "一、", "指标\t单位\t", "产業(yè)", "?zhǔn)", "ㄒ唬┛", "云溪镇：\n", "周梳理、月通报、", "溪口水厂、", "推进柳塘学校建设、", "6月底前", "2026年", "其中", "分别增长5%、6%、",
    "云溪镇", "发布时间：2026-01-08 打印\n", "“五个一”", "由招商局", "去年", "\ud800", "a|", "(a", "零一", "等",
    "序号\n指标\n单位\n目标\n", "指标\n单位\n目标\n甲\n个\n5\n", "任务\n责任单位\n内容\n加强领导\n", "指标 单位 目标 甲 ",
)  # fmt: skip
READING_SECONDS = 60.0
#: Modules that only join and wrap the patterns of others.
JOINING = frozenset({"engine", "openings"})
#: Damage of every kind.
TORN = "產(chǎn)業(yè)後發著力?zhǔn)袌鲶w【12】２５ㄒ唬┛缭绞椒⒄\ufeff發布時(shí)間：2026-01-08 打印\n" * 12
#: What no repeat of the pattern goes on with.
TAILS = ("", "\x01")
_LARGE = 100
_VERBS = frozenset({"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"})


@dataclass(frozen=True)
class Attempt:
    """A pattern's name, the string's recipe (what is repeated, then the end) and CPU seconds; None where they are too many."""

    name: str
    before: str
    body: str
    tail: str
    seconds: float | None

    def __str__(self) -> str:
        took = "not in linear time" if self.seconds is None else f"{self.seconds:.2f} s"
        return f"{self.name}: {self.before[-40:]!r} + {self.body[:60]!r} … + {self.tail!r}: {took}"


# --- every pattern ---------------------------------------------------------------------------------------------


def modules() -> list[ModuleType]:
    """The modules of the reader without its corpora."""
    names = (m.name for m in pkgutil.walk_packages(reading.__path__, reading.__name__ + "."))
    return [
        importlib.import_module(name) for name in names if not name.rpartition(".")[2].startswith("corpus")
    ]


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern of the reader by the name of its place: in globals, in what they hold, written in a call, and made
    of a text while it is read."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for place, pattern in itertools.chain.from_iterable(map(_of_module, modules())):
        found.setdefault((pattern.pattern, pattern.flags), (place, pattern))
    for place, pattern in _made_on_the_way():
        found.setdefault((pattern.pattern, pattern.flags), (place, pattern))
    return dict(found.values())


def _of_module(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    short = module.__name__.removeprefix(reading.__name__ + ".")
    for name, value in sorted(vars(module).items()):
        if not inspect.ismodule(value):
            yield from _held(value, f"{short}.{name}", set())
    yield from _written(module, short)


@cache
def _made_on_the_way() -> list[tuple[str, re.Pattern[str]]]:
    """What the reader compiles while it reads an invented plan, whole and damaged; joins of known rules left out."""
    found: list[tuple[str, re.Pattern[str]]] = []
    real = re.compile

    def noted(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        compiled = real(pattern, flags)
        caller = sys._getframe(1)
        module = caller.f_globals.get("__name__", "")
        short = module.removeprefix(reading.__name__ + ".")
        if short != module and short not in JOINING and isinstance(pattern, str):
            found.append((f"{short}:{caller.f_lineno}:{len(found)}", compiled))
        return compiled

    clean, _ = invented.text(40_000)
    with mock.patch.object(re, "compile", noted):
        for text in (clean, invented.garbled(clean, [])[0], TORN):
            reader.read(text)
    return found


def _held(value: Any, place: str, seen: set[int]) -> Iterator[tuple[str, re.Pattern[str]]]:
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Lazy):
        value = value.compiled
    if isinstance(value, Rule):
        value = re.compile(value.pattern)  # its layer joins it with others when it meets a text
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
    if _is_made_once(value):
        return [("()", value())]
    if inspect.isfunction(value):
        cells = [cell.cell_contents for cell in value.__closure__ or () if cell.cell_contents is not None]
        return [
            ("()", part)
            for part in [*cells, *(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values()]
        ]
    if inspect.isclass(value):
        own = value.__module__.startswith(reading.__name__)
        return [(f".{name}", part) for name, part in vars(value).items()] if own else []
    if not type(value).__module__.startswith(reading.__name__):
        wrapped = getattr(value, "func", None) or getattr(value, "__wrapped__", None)
        return [("()", wrapped), ("()", getattr(value, "args", ()))] if wrapped is not None else []
    slots = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
    named = {name: getattr(value, name) for name in slots if hasattr(value, name)} | getattr(
        value, "__dict__", {}
    )
    return [(f".{name}", part) for name, part in named.items()]


def _is_made_once(value: Any) -> bool:
    """A function of the reader that makes a pattern when it is first asked for it, from nothing but its own data."""
    return (
        hasattr(value, "cache_info")
        and value.__module__.startswith(reading.__name__)
        and not inspect.signature(value).parameters
    )


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
        self.chance = random.Random(pattern.pattern)
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
                return self.chance.choice(_classes(value) or [""]), False
            case "BRANCH":
                holding = [part for part in value[1] if pumped is not None and _holds(part, pumped)]
                return self._spell(self.chance.choice(holding or value[1]), pumped)
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
            times = min(int(most), int(least) + self.chance.randrange(3))
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


Recipe = tuple[str, str, str]


def recipes(pattern: re.Pattern[str]) -> list[Recipe]:
    """What stands before, what is repeated and what ends it, each once."""
    speller = Speller(pattern)
    chance = random.Random(pattern.pattern)
    own = list(speller.words)
    chosen = chance.sample(own, min(30, len(own)))
    chars = list(speller.chars)
    found: dict[tuple[str, str], None] = {
        ("", char): None for char in [*CHARS, *chance.sample(chars, min(30, len(chars)))]
    }
    found.update({("", word): None for word in (*WORDS, *chosen)})
    found.update({("", a + b): None for a, b in itertools.pairwise(chosen[:12])})
    for _ in range(16):
        whole, _met = speller.spell()
        for size in {len(whole), len(whole) - 1, len(whole) // 2}:
            found[("", whole[:size])] = None
    for repeat in speller.repeats[:16]:
        for _ in range(3):
            lead, _met = speller.spell(repeat)
            body = speller.body(repeat)
            found.update(
                {(lead, body): None, ("", lead + body): None, (lead, body + speller.body(repeat)): None}
            )
    return [(lead, body, tail) for lead, body in found if body for tail in TAILS]


def made(lead: str, body: str, tail: str, size: int) -> str:
    """The string of a recipe with ``size`` bytes of UTF-8, about."""
    return lead + body * max(1, size // len(body.encode("utf-8", "surrogatepass"))) + tail


# --- the process ----------------------------------------------------------------------------------------------------

Say = Callable[..., None]


def timed(work: Callable[[], object], limit: float, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds of the work by the ``clock``; the process ends when its CPU seconds are more than ``limit``, wherever it stands."""
    signal.setitimer(signal.ITIMER_PROF, limit)
    start = clock()
    work()
    took = clock() - start
    signal.setitimer(signal.ITIMER_PROF, 0)
    return took


def _used(pattern: re.Pattern[str], text: str) -> None:
    """Every way to use a pattern."""
    for _ in pattern.finditer(text):
        pass
    pattern.fullmatch(text)


def _attack(pattern: re.Pattern[str], limit: float, say: Say) -> None:
    """The slowest string at full size, and smaller the one that grows most, chosen by small strings.

    What is chosen hangs on the finest clock there is, the best of some runs; the verdict on the CPU's.
    """
    work = partial(_used, pattern)

    def took(recipe: Recipe, size: int, times: int) -> float:
        say(*recipe)
        text = made(*recipe, size)
        return min(timed(partial(work, text), limit, time.perf_counter) for _ in range(times))

    tried: list[tuple[float, Recipe]] = []
    for recipe in recipes(pattern):
        tried.append((took(recipe, TRIAL, 1), recipe))
        if tried[-1][0] > SLOW and took(recipe, TRIAL, 2) > SLOW:
            break
    likely = [(took(recipe, TRIAL, 3), recipe) for _, recipe in sorted(tried, reverse=True)[:LIKELY]]
    slowest = sorted(likely, reverse=True)[:SLOWEST]
    growing = max((took(recipe, 4 * TRIAL, 2) - 4 * seconds, recipe) for seconds, recipe in slowest)[1]
    _grown(slowest[0][1], work, FULL, limit, say)
    if growing != slowest[0][1]:
        _grown(growing, work, GROWING, limit, say)


def _grown(recipe: Recipe, work: Callable[[str], object], size: int, limit: float, say: Say) -> None:
    """Says how long a string takes; None where it takes longer than it should for its size each time it is tried.

    A machine that others use stalls now and then, and CPU seconds with it; what backtracks does so every time.
    """
    say(*recipe)
    whole, quarter = (partial(work, made(*recipe, part)) for part in (size, size // 4))
    took = 0.0
    for _ in range(TRIES):
        took = timed(whole, limit)
        if took <= DOUBT or took <= GROWTH * timed(quarter, limit):
            say(*recipe, took)
            return
    say(*recipe, None)


def attack(name: str, pattern: re.Pattern[str], limit: float = SECONDS) -> list[Attempt]:
    """The slowest strings for a pattern, in a child process; a string over the limit ends it and is the last."""
    return guarded(name, partial(_attack, pattern, limit))


def guarded(name: str, work: Callable[[Say], None]) -> list[Attempt]:
    """What ``work`` says in a child process that may be ended by its clock: recipes, then recipes with their seconds."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        pipe = os.fdopen(into, "w", buffering=1)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        work(lambda *said: print(json.dumps(said), file=pipe))
        os._exit(0)
    os.close(into)
    with os.fdopen(out) as pipe_out:
        said = [json.loads(line) for line in pipe_out]
    _, status = os.waitpid(child, 0)
    attempts = [Attempt(name, *one) for one in said if len(one) == 4]
    return attempts if status == 0 else [*attempts, Attempt(name, *said[-1][:3], None)]


def _reading(body: str, limit: float, say: Say) -> None:
    recipe = ("", body, "")
    to_json(
        reader.read(made(*recipe, TRIAL))
    )  # compiles what it needs, which has nothing to do with the size
    _grown(recipe, lambda text: to_json(reader.read(text)), READ, limit, say)


def main(parts: list[str]) -> None:
    """One line of JSON for each attempt; ``read`` stands for whole readings of the strings that follow it."""
    if parts[:1] == ["read"]:
        attempts = [
            guarded("read", partial(_reading, body, READING_SECONDS)) for body in parts[1:] or READING
        ]
    else:
        named = patterns().items()
        attempts = [
            attack(*one) for one in named if not parts or any(_within(one[0], part) for part in parts)
        ]
    for one in itertools.chain.from_iterable(attempts):
        print(json.dumps([one.name, one.before, one.body, one.tail, one.seconds]), flush=True)


def _within(name: str, part: str) -> bool:
    """Whether a pattern's name begins with a part of a path (quantities, quantities.roles)."""
    return name == part or name.startswith((f"{part}.", f"{part}:", f"{part}["))


if __name__ == "__main__":
    main(sys.argv[1:])
