"""How time and memory grow with a lake: sixty aggregates over the monthly reports of a country, or of a part of one.

python benchmarks/scale.py [DIR …] [--at-once N] [--ways WAY …] [--master sc://HOST:PORT]

Each DIR is a lake that country.py has written; without one, 0.1 % of the country is made for the occasion. Asked is for
the four measures of the ledger of returns, under fifteen thresholds of their projects' investment, by unit and month of
every zone: 60 bindings, 60 aggregates. Every way runs in a process of its own, and all are held to the same sums.

duckdb, spark            the engine alone: its figures are added up inside it
duckdb-rows, spark-rows  every figure is handed to Python
duckdb-lines             the lines that `luoshi lake figures` prints

With --at-once, so many zones are asked about at a time: nothing is added up across zones. Without --master, spark is Sail.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import SimpleNamespace

from scratch import HOME

from luoshi.lake import figures, sql
from luoshi.lake.duck import DuckDB
from luoshi.lake.engines import Engine
from luoshi.lake.store import Lake
from luoshi.ledgers import registry
from luoshi.ledgers.measures import Condition
from luoshi.ledgers.scanning import Prepared, Terms
from luoshi.ledgers.terms import terms

LEDGER, WHEN = "delivery.returns", "period"
MEASURES = ("sales", "tax", "planned_sales", "sales_rate")
THRESHOLDS = [m * 1_000_000 for m in (0, 1, 2, 5, 10, 20, 50, 100, 150, 200, 300, 400, 500, 700, 900)]  # 元
WAYS = ("duckdb", "duckdb-rows", "duckdb-lines", "spark", "spark-rows")
WRAPS = 2**64  # sums of sums are told apart modulo this, as one engine adds


@dataclass(frozen=True)
class Found:
    """What a way took, and what its figures come to; ``processors`` and ``peak`` are of this process, MB."""

    seconds: float
    processors: float
    peak: float
    buckets: int
    total: int


class Some(Lake):
    """Some zones of a lake."""

    def __init__(self, whole: Lake, zones: Sequence[str]) -> None:
        super().__init__(whole.path)
        self.manifests = {zone: whole.manifests[zone] for zone in zones}


def bindings() -> list[Terms]:
    """Four measures under fifteen thresholds."""
    ledger = registry.ledger(LEDGER)
    return [
        terms(ledger, ledger.measure(name), [Condition("project__planned_total", "ge", str(limit))])
        for limit in THRESHOLDS
        for name in MEASURES
    ]


def parts(lake: Lake, at_once: int) -> Iterator[Lake]:
    """A lake, so many zones at a time; all of them for 0."""
    zones = lake.zones
    for start in range(0, len(zones), at_once or len(zones)):
        yield Some(lake, zones[start : start + (at_once or len(zones))])


def engine(way: str, master: str | None) -> Engine:
    """The engine of a way, started."""
    if way.startswith("duckdb"):
        return DuckDB()
    from luoshi.lake.spark import Spark  # noqa: PLC0415 - is not installed everywhere

    return Spark(master)


def added_up(lake: Lake, running: Engine) -> tuple[int, int]:
    """How many zones, units and months there are, and the sum of all aggregates, added up by the engine."""
    buckets = total = 0
    for query in queries(running):
        width = min(running.dialect.at_once, len(asked()) - query.start)
        names = [f"a{at}" for at in range(width)]
        sums = ", ".join(["COUNT(*)", *(f"SUM({name})" for name in names)])
        wrapped = f"SELECT {sums} FROM ({query.sql}) q(z, u, m, {', '.join(names)})"  # noqa: S608
        [(buckets, *found)] = running.run(wrapped, tables(lake, query))
        total += sum(map(int, found))
    return buckets, total


def handed_over(lake: Lake, running: Engine) -> tuple[int, int]:
    """The same, added up here."""
    buckets = total = 0
    for query in queries(running):
        buckets = 0
        for _, _, _, *values in running.run(query.sql, tables(lake, query)):
            buckets += 1
            total += sum(values)
    return buckets, total


def as_lines(lake: Lake, running: Engine) -> tuple[int, int]:
    """The same of the lines: those without rows are none; ``total`` is of what stands above the line and below."""
    found = figures.scan(lake, running, registry.ledger(LEDGER), bindings())
    named = ((SimpleNamespace(pk=at), zoned) for at, zoned in enumerate(found))
    count = total = 0
    for line in figures.lines(named):  # type: ignore[arg-type]
        count += 1
        total += line.value + line.base
    return count, total


def asked() -> list[object]:
    """The aggregates of all bindings, each once."""
    return list(Prepared(registry.ledger(LEDGER), WHEN, bindings()).asked)


def queries(running: Engine) -> Iterator[sql.Query]:
    """The statements for them."""
    return sql.shared(registry.ledger(LEDGER), WHEN, asked(), running.dialect)  # type: ignore[arg-type]


def tables(lake: Lake, query: sql.Query) -> dict[str, list[Path]]:
    """The files of the tables that a statement names."""
    return {sql.table(name): lake.files(name) for name in query.ledgers}


def measured(way: str, folder: Path, at_once: int, master: str | None) -> Found:
    """One way over one lake, in this process."""
    work = {"rows": handed_over, "lines": as_lines}.get(way.partition("-")[2], added_up)
    start, used = time.perf_counter(), time.process_time()
    running = engine(way, master)
    buckets = total = 0
    for part in parts(Lake(folder), at_once):
        found = work(part, running)
        buckets, total = buckets + found[0], total + found[1]
    running.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Found(time.perf_counter() - start, time.process_time() - used, peak, buckets, total % WRAPS)


def apart(way: str, folder: Path, at_once: int, master: str | None) -> Found:
    """The same in a process of its own, so that its memory is its own."""
    words = [sys.executable, __file__, str(folder), "--one", way, "--at-once", str(at_once)]
    words += ["--master", master] if master else []
    said = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout
    return Found(**json.loads(said.splitlines()[-1]))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--at-once", type=int, default=0)
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS)
    parser.add_argument("--master")
    parser.add_argument("--one", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(asdict(measured(options.one, options.folders[0], options.at_once, options.master))))
        return
    print("| rows of returns | way | zones at once | buckets | seconds | of processors | peak MB | load |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for folder in options.folders or [made()]:
        compare(folder, options.ways, options.at_once, options.master)


def compare(folder: Path, ways: Sequence[str], at_once: int, master: str | None) -> None:
    """A line a way; all ways that add up the same things must come to the same."""
    rows = sum(manifest.ledgers[LEDGER].rows for manifest in Lake(folder).manifests.values())
    totals = set()
    for way in ways:
        found = apart(way, folder, at_once, master)
        load = os.getloadavg()[0]
        cells = (
            f"{rows:,}", f"`{way}`", at_once or "all", f"{found.buckets:,}", f"{found.seconds:.1f}",
            f"{found.processors:.1f}", f"{found.peak:.0f}", f"{load:.0f}",
        )  # fmt: skip
        print(f"| {' | '.join(map(str, cells))} |", flush=True)
        totals |= set() if way.endswith("lines") else {(found.buckets, found.total)}
    assert len(totals) <= 1, "every engine must come to the same"


def made() -> Path:
    """A small part of the country, for the occasion."""
    lake = Path(HOME) / "lake"
    words = [sys.executable, str(Path(__file__).with_name("country.py")), str(lake)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return lake


if __name__ == "__main__":
    main()
