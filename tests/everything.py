"""`make test`: style, types and layers beside all tests on SQLite, then those that touch the database on PostgreSQL.

No coverage is counted here: no limit hangs on it, and counting costs a quarter of the time (`make coverage`).
LUOSHI_TEST_ALL=1 forbids skipping: a missing browser or PostgreSQL is then a failure.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from luoshi.reading.sources import office
from tests import browser, postgres

BIN = Path(sys.executable).parent
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cov")
# One process a core; the tests of a file stay together, for what they share is made once a process. Files come in the
# order of tests/conftest.py, the long ones first, so that no core waits for a last long one.
ON_ALL_CORES = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
STATIC_CHECKS = (
    (str(BIN / "ruff"), "check", "--quiet", "."),
    (str(BIN / "ruff"), "format", "--check", "--quiet", "."),
    (str(BIN / "mypy"),),
    (str(BIN / "lint-imports"),),
)
SHARED = Path("../shared")
# What one process has compiled, the next one need not, wherever this is run.
ENVIRONMENT = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> int:
    missing = what_is_missing()
    if missing and os.environ.get("LUOSHI_TEST_ALL") == "1":
        say("nothing may be skipped here, and this is missing: " + "; ".join(missing))
        return 1
    steps = [(*PYTEST, *ON_ALL_CORES)]
    if postgres.binaries() is not None:
        steps.append((sys.executable, "-m", "tests.postgres", *PYTEST, *ON_ALL_CORES, "--database-only"))
    with ThreadPoolExecutor(1) as beside:  # each check keeps one core busy, and the tests begin with waiting
        checks = beside.submit(lambda: failing(STATIC_CHECKS))
        failed = failing(steps)
        failed += checks.result()
    if not SHARED.is_dir():
        missing.append("tests over the shared texts (they do not stand beside the repository)")
    say("skipped: " + ("; ".join(missing) if missing else "nothing"))
    say("failed: " + ", ".join(failed) if failed else "everything passed")
    return 1 if failed else 0


def what_is_missing() -> list[str]:
    """One phrase for everything that this machine lacks: what is skipped, and how to have it."""
    missing = []
    if browser.executable() is None:
        missing.append("browser tests (apt-get install chromium fonts-wqy-zenhei, or set LUOSHI_BROWSER)")
    if postgres.binaries() is None:
        missing.append(f"tests on PostgreSQL (apt-get install postgresql, {postgres.OLDEST} or newer)")
    if importlib.util.find_spec("ray") is None:
        missing.append("tests on a cluster (pip install 'ray[client]')")
    if office.program() is None:
        missing.append("old Word and WPS files (apt-get install libreoffice-writer-nogui)")
    return missing


def failing(steps: Iterable[tuple[str, ...]]) -> list[str]:
    """The names of those that do not pass, one run after the other."""
    return [name_of(step) for step in steps if not passes(step)]


def name_of(step: tuple[str, ...]) -> str:
    words = [Path(word).name for word in step]
    return (
        "pytest on PostgreSQL"
        if "tests.postgres" in words
        else "pytest"
        if "pytest" in words
        else " ".join(words[:2])
    )


def passes(step: tuple[str, ...]) -> bool:
    say(name_of(step))
    return subprocess.run(step, env=ENVIRONMENT, check=False).returncode == 0


def say(line: str) -> None:
    print(f"==> {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
