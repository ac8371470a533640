"""What the program does when its output or its data folder gives way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.whole.zone import PLAN

LUOSHI = Path(sys.executable).with_name("luoshi")
KEPT = {key: value for key, value in os.environ.items() if not key.startswith(("LUOSHI_", "DJANGO_"))}


def test_a_reader_who_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [LUOSHI, "read", PLAN, "--format", "json"],
        env={**KEPT, "LUOSHI_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout and process.stderr
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait() == 141


def test_a_folder_with_a_broken_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "luoshi.sqlite3").write_bytes(b"this is no database" * 200)
    answer = subprocess.run(
        [LUOSHI, "wall", "--month", "2026-06"],
        env={**KEPT, "LUOSHI_HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("数据库不可用，请检查数据目录")
    assert "Traceback" not in answer.stderr
