"""A folder of invented plans read on one core and on all, started again unchanged, and asked.

python benchmarks/corpora.py [FILES]    400 plans when no number is given
    --engine ray://HOST:PORT            the same on a cluster as well
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import invented
import pyarrow.parquet as pq

from luoshi.cli.corpora import batches, parts
from luoshi.cli.corpora.local import cores

Spent = tuple[float, float]  # seconds by the clock, seconds of processors

LUOSHI = Path(sys.executable).with_name("luoshi")
CHAPTERS_A_FILE = 3  # invented plans joined to one of usual length


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="?", type=int, default=400)
    parser.add_argument("--engine")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="luoshi-bench-") as name:
        home = Path(name)
        size = write(home / "plans", options.files)
        print(f"{options.files} plans, {size / 1e6:.1f} MB, {cores()} cores\n")
        print("| way | seconds | of processors | MB/s | ratio |\n| --- | ---: | ---: | ---: | ---: |")
        alone = inside(home / "plans")
        show("the reader and its rows in one process, nothing written", alone, size, alone)
        for workers in dict.fromkeys((1, cores())):
            out = home / f"{workers}.parquet"
            show(
                f"`--workers {workers}`",
                run("read", "--corpus", home / "plans", "-o", out, "--workers", workers),
                size,
                alone,
            )
        show(
            "the same again, nothing changed", run("read", "--corpus", home / "plans", "-o", out), size, alone
        )
        if options.engine:
            there = home / "there.parquet"
            words = ("read", "--corpus", home / "plans", "-o", there, "--engine", options.engine)
            show(f"`--engine {options.engine}`", run(*words), size, alone)
            assert there.read_bytes() == out.read_bytes(), "a cluster writes the same"
        show("`compare`, all of it", run("compare", out, "--format", "json"), size, alone)
        rows = pq.read_metadata(out).num_rows
        print(
            f"\n{rows} commitments, {rows / options.files:.0f} a plan; table {out.stat().st_size / 1e6:.1f} MB"
        )


def write(folder: Path, count: int) -> int:
    """So many invented plans; how many bytes they have."""
    folder.mkdir()
    made = invented.plans(20)
    for number in range(count):
        words = "\n".join(plan.text for plan in islice(made, CHAPTERS_A_FILE))
        (folder / f"{number:06d}.txt").write_text(words, "utf-8")
    return sum(path.stat().st_size for path in folder.iterdir())


def inside(folder: Path) -> Spent:
    """The work itself: the floor, which no way of handing it out can go below on one core."""
    contents = [batches.content(item) for item in batches.listed(folder, ())]
    start, used = time.perf_counter(), time.process_time()
    for at in range(0, len(contents), batches.FILES_MOST):
        parts.read(contents[at : at + batches.FILES_MOST], None)
    return time.perf_counter() - start, time.process_time() - used


def run(*words: object) -> Spent:
    """One command line and all that it starts."""
    start, used = time.perf_counter(), of_children()
    subprocess.run([LUOSHI, *map(str, words)], check=True, capture_output=True)
    return time.perf_counter() - start, of_children() - used


def of_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def show(way: str, spent: Spent, size: int, floor: Spent) -> None:
    seconds, processors = spent
    print(
        f"| {way} | {seconds:.1f} | {processors:.1f} | {size / seconds / 1e6:.2f} | {seconds / floor[0]:.2f} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
