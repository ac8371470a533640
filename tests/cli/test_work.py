"""`luoshi work`: what pages have put off is done by it, and it ends with who has started it."""

from __future__ import annotations

import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest
from django.db import OperationalError
from django.utils import timezone
from pytest_django.fixtures import Settings

from luoshi.cli import server
from luoshi.cli.commands import work
from luoshi.cli.parser import ChineseParser
from luoshi.oversight.reminders.channels import Ways

ATTACHED = """
import signal, sys, threading
import django
django.setup()
from luoshi.cli.commands import work
signal.signal(signal.SIGTERM, lambda *_: sys.exit("asked to end"))
threading.Thread(target=work.end_with_input, daemon=True).start()
threading.Event().wait(60)
"""


@pytest.mark.parametrize(("words", "batch"), [((), False), (("--once",), True)])
def test_it_is_the_worker_of_the_queue(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], batch: bool
) -> None:
    called: list[tuple[str, object]] = []
    monkeypatch.setattr(server, "migrate", lambda: called.append(("migrate", None)))
    monkeypatch.setattr(work.rejudging, "resume", lambda: called.append(("resume", None)))
    monkeypatch.setattr(work.facts, "refresh", lambda: called.append(("refresh", None)))
    plans = [True, False]
    monkeypatch.setattr(work, "read_plans", lambda end: called.append(("plans", None)))
    monkeypatch.setattr(work, "read_plan", lambda: called.append(("plan", None)) or plans.pop(0))
    monkeypatch.setattr(work, "keep_figures", lambda end: called.append(("keep", None)))
    monkeypatch.setattr(work, "remind", lambda end: called.append(("remind", None)))
    monkeypatch.setattr(work.reminders, "run", lambda at, ways, *, by: called.append(("remind", None)))
    monkeypatch.setattr(
        work, "call_command", lambda name, **options: called.append((name, options.get("batch")))
    )
    parser = ChineseParser("luoshi work", "")
    work.arguments(parser)
    assert work.run(parser.parse_args(list(words))) == 0
    assert called == [
        ("migrate", None),
        ("prune_db_task_results", None),
        ("resume", None),
        *([("plan", None)] * 2 if batch else [("plans", None)]),
        ("refresh" if batch else "keep", None),
        ("remind", None),
        ("db_worker", batch),
    ]


def test_it_keeps_the_figures_until_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    end, turns = threading.Event(), list[int]()

    def refresh() -> int:
        turns.append(1)
        if len(turns) == 1:
            raise OperationalError("database is locked")
        if len(turns) == 3:
            end.set()
        return 0

    monkeypatch.setattr(work.facts, "refresh", refresh)
    monkeypatch.setattr(work, "BETWEEN_LOOKS", 0.001)
    monkeypatch.setattr(work, "connection", SimpleNamespace(close=lambda: None))
    work.keep_figures(end)
    assert len(turns) == 3


def test_it_reads_plans_until_it_ends_and_waits_only_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    end, turns = threading.Event(), list[int]()

    def read() -> bool:
        turns.append(1)
        if len(turns) == 1:
            raise OperationalError("database is locked")
        if len(turns) == 4:
            end.set()
        return len(turns) == 2

    waits = list[float]()
    monkeypatch.setattr(work, "read_plan", read)
    monkeypatch.setattr(end, "wait", waits.append)
    monkeypatch.setattr(work, "connection", SimpleNamespace(close=lambda: None))
    work.read_plans(end)
    assert (len(turns), waits) == (4, [work.BETWEEN_PLANS] * 3)


def test_it_reads_the_plan_that_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(work.background, "read_next", lambda *, on: asked.append(on) or True)
    assert work.read_plan()
    assert asked == [timezone.localdate()]


def test_it_reminds_until_it_ends_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    end, turns = threading.Event(), list[int]()

    def run(at: object, ways: Ways, *, by: object) -> int:
        turns.append(1)
        if len(turns) == 1:
            raise OperationalError("database is locked")
        if len(turns) == 3:
            end.set()
        return 0

    monkeypatch.setattr(work.reminders, "run", run)
    monkeypatch.setattr(work, "BETWEEN_REMINDERS", 0.001)
    monkeypatch.setattr(work, "connection", SimpleNamespace(close=lambda: None))
    work.remind(end)
    assert len(turns) == 3


def test_nothing_leaves_the_house_unless_it_is_configured(settings: Settings) -> None:
    assert work.ways().channels == ("page",)
    settings.MAIL_DOMAIN, settings.CHAT_WEBHOOK = "zone.example", "http://127.0.0.1:9/"
    assert work.ways().channels == ("page", "mail", "chat")


def test_attached_it_ends_with_who_holds_its_input() -> None:
    command = [sys.executable, "-c", ATTACHED]
    ended = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stderr) == (1, "asked to end\n")


def test_what_serves_has_somebody_at_work_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is there meanwhile, and gone afterwards, also where serving fails."""
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def sleeper(command: list[str], **options: int) -> subprocess.Popen[bytes]:
        assert command[-2:] == ["work", "--attached"]
        started.append(popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=options["stdin"]))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", sleeper)
    with pytest.raises(OSError, match="taken"), server.at_work():
        assert started[0].poll() is None
        raise OSError("taken")
    assert started[0].poll() is not None
