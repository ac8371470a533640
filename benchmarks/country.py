"""A country's lake, or a small part of one: 2,800 zones, 500,000 enterprises, their monthly reports of six years.

python benchmarks/country.py [DIR] [--fraction 0.001] [--seed 20] [--files year|month]

Every enterprise has a project that works and reports each month what it sells (ledger of returns); one in four builds
another one (ledger of months), and for every second there is a signing. Written zone by zone and year by year, so that
memory does not grow with the country. A file is a zone and a year, or, as zones export them, a zone and a month.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import scratch  # noqa: F401 - sets up the ledgers, whose columns the rows have
from country import YEARS, Zone, rows, zones

from luoshi.lake import schema
from luoshi.lake.exporting import put
from luoshi.lake.store import Entry, Manifest, Sheet
from luoshi.ledgers import registry

ONCE = {
    "directory.units": rows.units,
    "enterprises.register": rows.enterprises,
    "delivery.projects": rows.projects,
    "investment.signings": rows.signings,
}
YEARLY = {"delivery.months": rows.progress, "delivery.returns": rows.returns}


@dataclass
class Written:
    """What has been written of a ledger."""

    files: int = 0
    rows: int = 0
    size: int = 0

    def add(self, count: int, size: int) -> None:
        """One more file."""
        self.files, self.rows, self.size = self.files + 1, self.rows + count, self.size + size


@dataclass
class Writer:
    """Writes the files of one zone, and last what they are."""

    folder: Path
    zone: Zone
    by_month: bool
    tally: dict[str, Written]
    sheets: dict[str, Sheet] = field(default_factory=dict)

    def write(self, ledger: str, table: pa.Table, name: str) -> None:
        """Rows of a ledger, in one file of that name or, where asked, one a month."""
        for key, part in self._by_month(ledger, table) if self.by_month else [(name, table)]:
            self._file(ledger, key, part)

    def _by_month(self, ledger: str, table: pa.Table) -> Iterator[tuple[str, pa.Table]]:
        """The rows of each month of the ledger's first date."""
        date = schema.dated(registry.ledger(ledger))
        if not date:
            yield str(schema.UNDATED), table
            return
        months = month_of(table[date])
        order = np.argsort(months, kind="stable")
        kept, starts = np.unique(months[order], return_index=True)
        sorted_table = table.take(pa.array(order))
        for month, start, end in zip(kept, starts, [*starts[1:], len(months)], strict=True):
            yield str(month), sorted_table.slice(start, end - start)

    def _file(self, ledger: str, key: str, table: pa.Table) -> None:
        sink = pa.BufferOutputStream()
        put(table, sink)
        content = sink.getvalue()
        found = hashlib.sha256(content).hexdigest()
        path = self.folder / ledger / f"{key}-{found[:12]}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        entry = Entry(str(path.relative_to(self.folder)), table.num_rows, found)
        self.sheets.setdefault(ledger, _sheet(ledger)).files[key] = entry
        self.tally.setdefault(ledger, Written()).add(table.num_rows, len(content))

    def close(self) -> None:
        """The list of files: what is not in it does not belong to the lake."""
        Manifest(self.zone.code, ledgers=self.sheets).write(self.folder)


def _sheet(name: str) -> Sheet:
    ledger = registry.ledger(name)
    return Sheet(schema.dated(ledger), schema.columns(ledger))


def month_of(dates: pa.ChunkedArray) -> np.ndarray:
    """Days or months as yyyymm."""
    if pa.types.is_date(dates.type):
        return np.asarray(pc.add(pc.multiply(pc.year(dates), 100), pc.month(dates)))
    return np.asarray(dates)


def generate(lake: Path, fraction: float, seed: int, *, by_month: bool) -> dict[str, Written]:
    """Write a part of the country; what was written, by ledger."""
    tally: dict[str, Written] = {}
    for zone in zones(fraction, seed):
        writer = Writer(lake / zone.code, zone, by_month, tally)
        for ledger, made in ONCE.items():
            writer.write(ledger, made(zone), "0")
        for year in YEARS:
            for ledger, made_in in YEARLY.items():
                writer.write(ledger, made_in(zone, year), str(year))
        writer.close()
    return tally


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--fraction", type=float, default=0.001)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--files", choices=("year", "month"), default="year")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="luoshi-bench-") as name:
        lake, start = options.folder or Path(name), time.perf_counter()
        tally = generate(lake, options.fraction, options.seed, by_month=options.files == "month")
        show(tally, time.perf_counter() - start, len(zones(options.fraction, options.seed)))


def show(tally: dict[str, Written], seconds: float, count: int) -> None:
    """Rows, files and bytes by ledger; then all of it with the time and the memory it took."""
    print("| ledger | rows | files | MB |\n| --- | ---: | ---: | ---: |")
    for ledger, found in tally.items():
        print(f"| {ledger} | {found.rows:,} | {found.files:,} | {found.size / 1e6:.2f} |")
    total = sum(found.rows for found in tally.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"\n{count} zones, {total:,} rows in {seconds:.1f} s, {total / seconds:,.0f} rows/s, peak {peak:.0f} MB"
    )


if __name__ == "__main__":
    main()
