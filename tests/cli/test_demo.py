"""`luoshi demo` on a fresh machine: the sample zone from nothing, and nothing twice."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from luoshi.cli import sample
from luoshi.cli.commands import demo
from tests.whole.zone import Captured, everything, said

pytestmark = pytest.mark.long

TABLES = ("directory_unit", "accounts_user", "plans_target", "projects_signing", "ledgers_auditrow")


def start(home: Path) -> str:
    """One start of the installed program over a data folder, without the server."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LUOSHI_", "DJANGO_"))}
    answer = subprocess.run(
        [Path(sys.executable).with_name("luoshi"), "demo", "--no-serve"],
        env={**kept, "LUOSHI_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    return answer.stdout


def counts(home: Path) -> list[int]:
    with sqlite3.connect(home / "luoshi.sqlite3") as file:
        found = [file.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in TABLES]
    file.close()
    return found


def test_works(tmp_path: Path) -> None:
    first = start(tmp_path)
    assert "装入样例：工作要点" in first
    assert "chenjing" in first and sample.PASSWORD in first
    loaded = counts(tmp_path)
    assert min(loaded) > 0
    second = start(tmp_path)
    assert "装入样例" not in second and "chenjing" in second
    assert counts(tmp_path) == loaded


def test_a_zone_of_ones_own_is_left_alone(zone: None, capsys: Captured) -> None:
    before = everything()
    code, shown, _ = said(capsys, "demo", "--no-serve")
    assert code == 0 and "装入样例" not in shown
    assert everything() == before


def test_the_cast_is_shown_with_its_password(zone: None) -> None:
    shown = demo.cast()
    assert all(who in shown for who in ("linzhao", "陈静", "管委会主任", sample.PASSWORD))
