"""How fast the reader is and how much it finds, beside what else finds numbers in Chinese text; all on one core, in one run.

python benchmarks/reading.py [FILE …]     the sample plan and the files named; invented plans, whole and garbled
    --megabytes N                         how much invented text of each kind (2)
    --scale [N]                           memory for one text of N MB (100) and nothing else
Tables are written as Markdown, for docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import invented
from peers import INSTALL, Peer, Seen, based, peers, same

from luoshi.reading import sources
from luoshi.reading.contract import to_json
from luoshi.reading.reader import read

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "reading"
#: Peers are slow: they get so many bytes of a long text, and the reader is measured on the same part.
PART = 50_000
IMPORT = "import time; start = time.perf_counter(); import luoshi.reading.contract, luoshi.reading.reader; print(time.perf_counter() - start)"
SCALE = """
import json, resource, sys, time
from luoshi.cli.readings.forms import json_pieces
from luoshi.reading.reader import read
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024) / 1024
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    text = file.read()
loaded, start = peak(), time.process_time()
found = read(text)
took, after = time.process_time() - start, peak()
with open("/dev/null", "w", encoding="utf-8") as file:
    file.writelines(json_pieces(found))
print(json.dumps([loaded, after, peak(), took, time.process_time() - start, len(found.commitments), len(found.repairs)]))
"""


@dataclass(frozen=True)
class Sample:
    """A text, and the numbers promised in it by who wrote it or by those who marked them: place, value, unit."""

    name: str
    text: str
    promised: Sequence[invented.Said] = ()

    @property
    def part(self) -> str:
        """Whole lines from the start, as many as peers are given."""
        head = self.text.encode()[:PART].decode("utf-8", "ignore")
        return self.text if len(head) == len(self.text) else head[: head.rfind("\n") + 1]


def contract(text: str) -> dict[str, Any]:
    """What is measured as the reader: everything the contract of readings asks for."""
    return to_json(read(text))


def _seen(whole: dict[str, Any]) -> Iterable[Seen]:
    for one in whole["commitments"]:
        if one["kind"] in ("target", "actual"):
            yield Seen(
                one["start"], one["end"], *based(Decimal(str(one["value"])), one["unit"]), one["comparator"]
            )


LUOSHI = Peer(
    "luoshi", contract, _seen, frozenset({"comparator", "basis", "indicator", "milestones", "outline"})
)


def seconds(work: Callable[[], object], budget: float = 3.0) -> float:
    """The shortest of several runs, as many as fit into the budget; CPU time, so that other work counts little."""
    found: list[float] = []
    while sum(found) < budget and len(found) < 9:
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    print(f"\n| {' | '.join(head)} |\n| --- {'| ---: ' * (len(head) - 1)}|")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    sys.stdout.flush()


def speed(samples: Sequence[Sample], others: Sequence[Peer]) -> None:
    """MB/s of every peer over the same part of each text, and of the reader over all of it."""
    rows = []
    for sample in samples:
        part = sample.part
        size = len(part.encode()) / 1e6
        took = {one.name: seconds(partial(one.work, part)) for one in (LUOSHI, *others)}
        whole = len(sample.text.encode()) / 1e6
        rate = whole / seconds(partial(contract, sample.text))
        cells = [f"{size / took[o.name]:.3g} MB/s ({took[o.name] / took['luoshi']:.3g}x)" for o in others]
        rows.append(
            [sample.name, f"{whole:.3g} MB", f"{rate:.2f} MB/s", f"{size / took['luoshi']:.2f} MB/s", *cells]
        )
    head = ["text", "size", "the reader, all of it", "the reader, the part given to all"]
    table([*head, *(f"{one.name} (time against the reader)" for one in others)], rows)


@dataclass
class Coverage:
    """How many of the promised numbers a peer has with value and unit, and how many of them with their comparison."""

    promised: int = 0
    numbers: int = 0
    comparators: int = 0
    basis: int = 0
    indicators: int = 0
    found: dict[str, int] = field(default_factory=dict)

    def add(self, peer: Peer, sample: Sample) -> None:
        part = sample.part
        answer = peer.work(part)
        seen = sorted(peer.seen(answer), key=lambda one: one.start)
        facts = {one["start"]: one for one in answer["commitments"]} if peer is LUOSHI else {}
        for said in sample.promised:
            if said.end > len(part):
                continue
            self.promised += 1
            hit = next((one for one in seen if same(one, said.start, said.end, said.value, said.unit)), None)
            if hit is None:
                continue
            self.numbers += 1
            self.comparators += hit.comparator == said.comparator
            fact = facts.get(hit.start, {})
            self.basis += fact.get("basis") == said.basis
            self.indicators += bool(fact.get("indicator"))
        if peer is LUOSHI:
            self.found["milestones"] = sum(one["kind"] == "milestone" for one in answer["commitments"])
            self.found["outline"] = len(answer["outline"])

    def shown(self, peer: Peer, name: str, number: int) -> str:
        return f"{100 * number / self.promised:.0f}%" if name in peer.tells else "–"


def coverage(samples: Sequence[Sample], others: Sequence[Peer]) -> None:
    """Shares of the promised numbers; what a peer cannot tell of any number is a dash."""
    for sample in samples:
        rows = []
        for peer in (LUOSHI, *others):
            held = Coverage()
            held.add(peer, sample)
            rows.append([
                peer.name, f"{held.numbers} of {held.promised}", f"{100 * held.numbers / held.promised:.0f}%",
                held.shown(peer, "comparator", held.comparators), held.shown(peer, "basis", held.basis), held.shown(peer, "indicator", held.indicators),
                str(held.found.get("milestones", "–")), str(held.found.get("outline", "–")),
            ])  # fmt: skip
        print(f"\nPromised numbers in {sample.name}:")
        table(
            [
                "",
                "value and unit",
                "share",
                "comparator right",
                "growth or level right",
                "with indicator",
                "milestones",
                "headings",
            ],
            rows,
        )


def linear(sizes: Sequence[int] = (1, 2, 4, 8)) -> None:
    """Time for texts of one kind and growing size."""
    rows = []
    for name, damage in (("clean", False), ("garbled", True)):
        rates = []
        for size in sizes:
            text, _ = _invented(size, damage)
            rates.append(len(text.encode()) / 1e6 / seconds(partial(contract, text), budget=1.0))
        rows.append([name, *(f"{rate:.2f} MB/s" for rate in rates), f"{rates[-1] / rates[0]:.2f}"])
    table(["", *(f"{size} MB" for size in sizes), f"{sizes[-1]} MB against {sizes[0]}"], rows)


def _invented(megabytes: float, damage: bool) -> tuple[str, list[invented.Said]]:
    """Invented plans of that many bytes, damaged or not."""
    if not damage:
        return invented.text(int(megabytes * 1e6))
    return invented.garbled(*invented.text(int(megabytes * 1e6 * 0.79)))  # damage makes a text longer


def importing(times: int = 9) -> float:
    """Seconds to import the reader in a fresh interpreter, the median."""
    command = [sys.executable, "-c", IMPORT]
    found = (subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(times))
    return statistics.median(map(float, found))


def scale(megabytes: int) -> None:
    """Memory of a process that reads one text of that size: peak of its resident set, and the time."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("clean", "garbled"):
            file = Path(folder) / f"{name}.txt"
            # a process of its own for each: the peak of a process begins with that of the one that starts it
            subprocess.run(
                [sys.executable, __file__, "--write", str(file), "--megabytes", str(megabytes)], check=True
            )
            done = subprocess.run(
                [sys.executable, "-c", SCALE, str(file)], capture_output=True, text=True, check=True
            )
            loaded, after, written, took, whole, commitments, repairs = json.loads(done.stdout)
            size = file.stat().st_size / 1e6
            memory = (f"{gigabytes:.2f} GB" for gigabytes in (loaded, after, written))
            rates = (f"{size / passed:.2f} MB/s" for passed in (took, whole))
            rows.append([f"{name}, {size:.0f} MB", *memory, *rates, f"{commitments:,}", f"{repairs:,}"])
    head = [
        "one text",
        "loaded",
        "read",
        "and written as JSON",
        "reading",
        "and written",
        "commitments",
        "repairs",
    ]
    table(head, rows)


def _marked(name: str) -> Sample:
    """A shared text with the targets that two readers marked in it."""
    marks = json.loads((SHARED / "gold" / f"{name}.json").read_text("utf-8"))["quantities"]
    said = [
        invented.Said(q["at"], q["at"] + len(q["numeral"]), Decimal(str(q["value"])), q["unit"][0], q["comparator"], q["basis"])
        for q in marks
        if q["role"] == "target" and isinstance(q["value"], int | float)
    ]  # fmt: skip
    return Sample(f"shared text {name}", (SHARED / "texts" / f"{name}.txt").read_text("utf-8"), said)


def _samples(names: Sequence[str], megabytes: float) -> list[Sample]:
    files = [*sorted((ROOT / "samples").glob("*.txt")), *map(Path, names)]
    given = [Sample(file.name, sources.load(file.read_bytes(), file.name).text) for file in files]
    kinds = (("invented plans", False), ("the same, garbled", True))
    return [*given, *(Sample(name, *_invented(megabytes, damage)) for name, damage in kinds)]


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*")
    parser.add_argument("--megabytes", type=float, default=2.0)
    parser.add_argument("--scale", type=int, nargs="?", const=100)
    parser.add_argument(
        "--write", type=Path, help="only write the invented text, whole or (for garbled.txt) damaged"
    )
    chosen = parser.parse_args(words)
    if chosen.write:
        text, _ = _invented(chosen.megabytes, chosen.write.stem == "garbled")
        chosen.write.write_text(text, "utf-8", newline="")
        return
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, one core")
    if chosen.scale:
        scale(chosen.scale)
        return
    others = peers()
    print(f"Peers: {', '.join(one.name for one in others)}. To have all of them: {INSTALL}")
    samples = _samples(chosen.files, chosen.megabytes)
    marked = [_marked(file.stem) for file in sorted((SHARED / "gold").glob("*.json"))]
    print(f"\nImport of the reader in a fresh interpreter: {importing():.3f} s")
    speed([*samples, *marked], others)
    coverage([*(one for one in samples if one.promised), *marked], others)
    linear()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"\nPeak of this run: {peak / (1 if sys.platform == 'darwin' else 1024) / 1024:.2f} GB")


if __name__ == "__main__":
    main(sys.argv[1:])
