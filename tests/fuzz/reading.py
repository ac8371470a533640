"""Reads damaged plans until the time is over and says what does not hold of a reading.

python -m tests.fuzz.reading [--minutes 10] [--seed 1]    from the first input on
python -m tests.fuzz.reading --seed 1 --index 1234        that one input again
python -m tests.fuzz.reading --replay FILE                a file that was written as a finding

An input is made of the seed and its index alone. A finding (an exception, a property that does not hold, more than ten CPU
seconds) is written to var/fuzz, made as small as it can be made within a minute.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from benchmarks.invented import plan
from tests.fuzz.mutations import FRAGMENTS, mutated
from tests.reading.holding import check

ROOT = Path(__file__).resolve().parents[2]
FOUND = ROOT / "var" / "fuzz"
#: CPU seconds for one input, and seconds for making a finding smaller.
LIMIT, SHRINKING = 10.0, 60.0
#: An input in so many is read twice.
TWICE = 10


@cache
def real() -> tuple[str, ...]:
    """The sample, and the texts that stand beside the repository where there are any."""
    files = sorted((ROOT / "samples").glob("*.txt")) + sorted(
        (ROOT.parent / "shared" / "reading" / "texts").glob("*.txt")
    )
    return tuple(file.read_text("utf-8") for file in files)


def text(seed: int, index: int) -> str:
    """The input of that index."""
    chance = random.Random(f"{seed}/{index}")
    kind = chance.random()
    if kind < 0.6 or not real():
        whole = plan(chance, chapters=(1, 1)).text
    elif kind < 0.85:
        whole = chance.choice(real())
        start = chance.randrange(len(whole))
        whole = whole[start : start + chance.randint(50, 3000)]
    else:
        whole = "".join(chance.choices(FRAGMENTS, k=chance.randint(1, 60)))
    return mutated(whole, chance)


def examined(raw: str, twice: bool = False) -> None:
    """Raises where something does not hold of the reading."""
    found = check(raw)
    if twice:
        assert check(raw) == found, "another reading the second time"


def _fault(work: Callable[[], None]) -> str:
    """What goes wrong in a child process, by the first words of its message; empty where nothing does."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        try:
            work()
        except Exception as error:  # noqa: BLE001 - to catch all is what it is for
            os.write(into, _named(error).encode("utf-8", "replace")[:900])
        os._exit(0)
    os.close(into)
    with os.fdopen(out, encoding="utf-8", errors="replace") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    return said or (f"ended by signal {status & 0x7F}" if status else "")


def _named(error: Exception) -> str:
    """The error's class, the last line of the project's own code it came through, and its message."""
    place, trace = "", error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        place = (
            f"{file.parent.name}/{file.name}:{trace.tb_lineno}"
            if "luoshi" in file.parts or "tests" in file.parts
            else place
        )
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}: {error}"


def _kind(fault: str) -> str:
    return fault.split(": ")[0]


def smaller(raw: str, fault: str) -> str:
    """The shortest text found in a minute by leaving parts out that fails in the same way."""
    stop = time.monotonic() + SHRINKING
    size = len(raw) // 2
    while size and time.monotonic() < stop:
        at = 0
        while at < len(raw) and time.monotonic() < stop:
            shorter = raw[:at] + raw[at + size :]
            if _kind(_fault(lambda shorter=shorter: examined(shorter, twice=True))) == _kind(fault):
                raw = shorter
            else:
                at += size
        size //= 2
    return raw


class Run:
    """One run from a seed: inputs in batches, each batch in a child process that says how far it came."""

    def __init__(self, seed: int, minutes: float) -> None:
        self.seed, self.stop = seed, time.monotonic() + 60 * minutes
        self.begun, self.executions, self.bytes, self.index = time.monotonic(), 0, 0, 0
        self.found: Counter[str] = Counter()

    def go(self) -> int:
        """The number of different findings."""
        told = self.begun
        while time.monotonic() < self.stop:
            self._batch(200)
            if time.monotonic() - told >= 60:
                told = time.monotonic()
                self._tell()
        self._tell()
        return len(self.found)

    def _batch(self, size: int) -> None:
        """A batch; when it does not come to its end, the input it stood at is a finding."""
        out, into = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(out)
            self._work(range(self.index, self.index + size), into)
            os._exit(0)
        os.close(into)
        with os.fdopen(out) as pipe:
            lines = pipe.read().split()
        os.waitpid(child, 0)
        self.executions += len(lines)
        self.bytes += sum(map(int, lines))
        done = len(lines) == size
        self.index += len(lines)
        if not done:
            self._finding(self.index)
            self.index += 1
            self.executions += 1

    def _work(self, indexes: range, into: int) -> None:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        for index in indexes:
            raw = text(self.seed, index)
            signal.setitimer(signal.ITIMER_PROF, LIMIT)
            try:
                examined(raw, twice=index % TWICE == 0)
            except Exception:  # noqa: BLE001 - looked at again by itself
                os._exit(1)
            signal.setitimer(signal.ITIMER_PROF, 0)
            os.write(into, f"{len(raw.encode('utf-8', 'surrogatepass'))}\n".encode())

    def _finding(self, index: int) -> None:
        raw = text(self.seed, index)
        fault = _fault(lambda: examined(raw, twice=True))
        self.found[_kind(fault)] += 1
        if self.found[_kind(fault)] > 1:
            return
        FOUND.mkdir(parents=True, exist_ok=True)
        file = FOUND / f"{self.seed}-{index}.txt"
        least = smaller(raw, fault)
        file.write_bytes(least.encode("utf-8", "surrogatepass"))
        print(
            f"\n--seed {self.seed} --index {index}: {fault}\n  {len(least)} of {len(raw)} characters, {file}: {least[:200]!r}",
            flush=True,
        )

    def _tell(self) -> None:
        took = time.monotonic() - self.begun
        kinds = ", ".join(f"{times} x {kind}" for kind, times in self.found.most_common()) or "none"
        print(
            f"{took / 60:.0f} min: {self.executions} inputs ({self.executions / took:.0f} a second, {self.bytes / took / 1e6:.2f} MB/s), findings: {kinds}",
            flush=True,
        )


def main(words: list[str]) -> int:
    """Exit code 1 where something was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--index", type=int)
    parser.add_argument("--replay", type=Path)
    chosen = parser.parse_args(words)
    if chosen.replay is not None or chosen.index is not None:
        raw = text(chosen.seed, chosen.index or 0)
        if chosen.replay is not None:
            raw = chosen.replay.read_bytes().decode("utf-8", "surrogatepass")
        print(f"{raw!r}\n{len(raw)} characters", flush=True)
        examined(raw, twice=True)
        return 0
    return 1 if Run(chosen.seed, chosen.minutes).go() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
