"""A data folder that ends with the measurement, Django set up over it, a clock and a table. Import this first."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence

import django

DATABASE = "BENCH_DATABASE_URL"  # a database of one's own that a benchmark brings, in place of SQLite
HOME = tempfile.mkdtemp(prefix="luoshi-bench-")
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
for unwanted in [name for name in os.environ if name.startswith(("LUOSHI_", "DJANGO_"))]:
    os.environ.pop(unwanted)
os.environ["LUOSHI_HOME"] = HOME
if DATABASE in os.environ:
    os.environ["LUOSHI_DATABASE_URL"] = os.environ[DATABASE]
os.environ["DJANGO_SETTINGS_MODULE"] = "luoshi.settings"
django.setup()

Row = tuple[str, float]


def seconds(work: Callable[[], object], times: int = 5, before: Callable[[], object] | None = None) -> float:
    """The shortest of several runs: what the work needs when nothing disturbs it; ``before`` is not counted."""
    found = []
    for _ in range(times):
        if before is not None:
            before()
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def show(title: str, rows: Sequence[Row], base: str) -> None:
    """A table of times, each with its ratio to the row called ``base``."""
    unit = dict(rows)[base]
    width = max(len(name) for name, _ in rows)
    print(f"\n{title}\n{'-' * (width + 24)}")
    for name, found in rows:
        print(f"{name:<{width}}  {found * 1000:10.2f} ms  {found / unit:8.2f}x")
