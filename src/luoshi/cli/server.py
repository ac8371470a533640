"""Starting the server: database up to date, static files in place, then granian."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from luoshi.cli.errors import InputError

MOST_WAITING, BETWEEN_LOOKS = 30, 0.05  # seconds
THREADS = 2 * (os.cpu_count() or 1) + 1  # some wait for the database while others compute


def prepare() -> None:
    """Check the declarations, bring the tables up to date, collect the static files."""
    call_command("check", stdout=io.StringIO())
    migrate()
    call_command("collectstatic", interactive=False, verbosity=0)
    connections.close_all()  # a worker process must not inherit an open connection


def migrate() -> None:
    """Run the migrations that the database has not seen; nothing is done when there are none."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def serve(host: str, port: int, announce: Callable[[], None], workers: int = 1) -> None:
    """Answer requests until interrupted; `announce` is called as soon as the server answers."""
    refuse_taken_port(host, port)
    server = Granian(
        "luoshi.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    )
    server.on_startup(lambda: Thread(target=when_answering, args=(host, port, announce), daemon=True).start())
    with at_work():
        server.serve()


@contextmanager
def at_work() -> Iterator[None]:
    """Meanwhile a process beside this one does what pages put off; it ends with this one."""
    command = [sys.executable, "-m", "luoshi.cli.main", "work", "--attached"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as worker:
        try:
            yield
        finally:
            worker.terminate()


def when_answering(host: str, port: int, announce: Callable[[], None]) -> None:
    """Call ``announce`` when somebody listens on the port, or after half a minute in any case."""
    nearby = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    until = time.monotonic() + MOST_WAITING
    while time.monotonic() < until:
        try:
            socket.create_connection((nearby, port), timeout=1).close()
        except OSError:
            time.sleep(BETWEEN_LOOKS)
        else:
            break
    announce()


def refuse_taken_port(host: str, port: int) -> None:
    """Say so before the server starts when something else already listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # a port just left is free; on Windows this option would hide a listener
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise InputError(
                f"地址 {host}:{port} 不能使用（{problem.strerror}），可能已有程序在用，请用 --port 换一个端口。"
            ) from problem
