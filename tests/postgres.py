"""A PostgreSQL of its own for a run of the tests: made, started, stopped and removed here.

python -m tests.postgres COMMAND …    runs COMMAND with LUOSHI_DATABASE_URL pointing at it
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OLDEST = 15
ACCOUNT = "nobody"  # PostgreSQL refuses to run as root; this account exists everywhere and owns nothing
SPEED = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0"
    " -c jit=off -c shared_buffers=256MB -c max_connections=50"
)


def binaries() -> Path | None:
    """The folder with initdb and pg_ctl of the newest PostgreSQL on this machine, or None."""
    folders = [Path(found).parent for found in [shutil.which("initdb")] if found]
    for pattern in ("usr/lib/postgresql/*/bin", "usr/pgsql-*/bin", "opt/homebrew/opt/postgresql@*/bin"):
        folders += Path("/").glob(pattern)
    usable = [(major(folder), folder) for folder in folders if (folder / "pg_ctl").exists()]
    newest = max(usable, default=(0, None), key=lambda pair: pair[0])
    return newest[1] if newest[0] >= OLDEST else None


def major(folder: Path) -> int:
    """Major version of the PostgreSQL in this folder; 0 when it cannot tell."""
    answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False)
    digits = answer.stdout.split()[2].split(".")[0] if answer.returncode == 0 else ""
    return int(digits) if digits.isdigit() else 0


@contextmanager
def cluster() -> Iterator[str]:
    """Yield the address of a fresh server that listens on a socket in its own folder only."""
    programs = binaries()
    if programs is None:
        raise RuntimeError(f"no PostgreSQL {OLDEST} or newer on this machine")
    account = ACCOUNT if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    folder = Path(tempfile.mkdtemp(prefix="luoshi-pg-", dir="/tmp"))  # a socket's path must be short
    if os.geteuid() == 0:
        shutil.chown(folder, account)
    data = folder / "data"
    options = f"-k {folder} -c listen_addresses= {SPEED}"
    try:
        call(
            account,
            programs / "initdb",
            "-D",
            data,
            "-U",
            "luoshi",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "-N",
        )
        call(account, programs / "pg_ctl", "-D", data, "-o", options, "-w", "-l", folder / "log", "start")
        try:
            yield f"postgresql://luoshi@/postgres?host={folder}"
        finally:
            call(account, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def call(account: str, *words: str | Path) -> None:
    """Run one program as `account`, quietly; what it said is shown when it fails."""
    as_other = {"user": account, "group": pwd.getpwnam(account).pw_gid, "extra_groups": []}
    answer = subprocess.run(
        [str(word) for word in words],
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        **(as_other if os.geteuid() == 0 else {}),
    )
    if answer.returncode:
        raise RuntimeError(f"{words[0]} ended with {answer.returncode}: {answer.stderr}")


if __name__ == "__main__":
    with cluster() as address:
        status = subprocess.run(
            sys.argv[1:], env={**os.environ, "LUOSHI_DATABASE_URL": address}, check=False
        ).returncode
    sys.exit(status)
