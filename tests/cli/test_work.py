"""`luoshi work`: what pages have put off is done by it, and it ends with who has started it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from luoshi.cli import server

COMMAND = [sys.executable, "-m", "luoshi.cli.main", "work"]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of an empty data folder."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LUOSHI_", "DJANGO_"))}
    return {**kept, "LUOSHI_HOME": str(tmp_path)}


def test_once_ends_when_nothing_waits(home: dict[str, str]) -> None:
    ended = subprocess.run(
        [*COMMAND, "--once"], env=home, capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_attached_it_ends_with_who_holds_its_input(home: dict[str, str]) -> None:
    ended = subprocess.run(
        [*COMMAND, "--attached"],
        env=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ended.stdout == b""
    assert b"Traceback" not in ended.stderr


def test_what_serves_has_somebody_at_work_beside_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is there meanwhile, and gone afterwards, also where serving fails."""
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def sleeper(command: list[str], **options: int) -> subprocess.Popen[bytes]:
        assert command[-2:] == ["work", "--attached"]
        started.append(popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=options["stdin"]))
        return started[-1]

    monkeypatch.setattr(server.subprocess, "Popen", sleeper)
    with pytest.raises(OSError, match="taken"), server.at_work():
        assert started[0].poll() is None
        raise OSError("taken")
    assert started[0].poll() is not None
