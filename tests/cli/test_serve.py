"""The real server, as `luoshi serve` starts it."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from luoshi.cli import server
from luoshi.cli.commands import serve

pytestmark = pytest.mark.long


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server over an empty data folder; its first line tells the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("LUOSHI_", "DJANGO_"))
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "luoshi.cli.main", "serve", "--port", str(port)],
        env={**environment, "LUOSHI_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    with process, process.stdout:
        try:
            line = process.stdout.readline()
            assert line == f"落实已启动：http://127.0.0.1:{port}/（按 Ctrl+C 停止）\n"
            wait_for(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)


def wait_for(port: int, process: subprocess.Popen[str]) -> None:
    """Return when the server answers; fail when it ends instead."""
    for _ in range(600):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        with contextlib.suppress(subprocess.TimeoutExpired):
            pytest.fail(f"the server ended with {process.wait(timeout=0.05)}")
    pytest.fail("the server does not answer")


def test_works(address: str, tmp_path: Path) -> None:
    assert (tmp_path / "luoshi.sqlite3").is_file()
    manifest = (tmp_path / "static" / "staticfiles.json").read_text(encoding="utf-8")
    found = re.search(r'"vendor/echarts\.min\.js": "([^"]+)"', manifest)
    assert found is not None
    with urllib.request.urlopen(f"{address}/static/{found[1]}", timeout=30) as answer:
        assert answer.status == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("host", "allowed", "warned"),
    [
        ("0.0.0.0", ["127.0.0.1", "localhost", "[::1]"], True),
        ("10.1.2.3", ["localhost"], True),
        ("::", ["127.0.0.1", "localhost", "[::1]"], True),
        ("0.0.0.0", ["10.1.2.3"], False),
        ("0.0.0.0", ["127.0.0.1", "luoshi.zone.example"], False),
        ("127.0.0.1", ["127.0.0.1", "localhost", "[::1]"], False),
        ("localhost", ["localhost"], False),
        ("::1", ["[::1]"], False),
    ],
)
def test_who_listens_for_others_is_told_when_they_get_no_answer(
    settings: Settings, capsys: pytest.CaptureFixture[str], host: str, allowed: list[str], warned: bool
) -> None:
    settings.ALLOWED_HOSTS = allowed
    serve.announce(host, 8000)
    told = capsys.readouterr()
    assert ("LUOSHI_ALLOWED_HOSTS" in told.err) is warned
    assert told.out.count("\n") == 1, "the address stands alone"


def test_the_address_is_told_once_somebody_answers() -> None:
    told: list[str] = []
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        opening = threading.Timer(0.2, listener.listen)
        opening.start()
        server.when_answering("0.0.0.0", port, lambda: told.append("now"))
        opening.join()
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    assert told == ["now"]


def test_the_address_is_told_in_the_end_even_if_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "MOST_WAITING", 0)
    told: list[str] = []
    server.when_answering("127.0.0.1", 1, lambda: told.append("now"))
    assert told == ["now"]
