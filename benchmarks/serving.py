"""Pages through the server, at 32 connections: the list of a ledger and the home page beside a bare Django list.

python benchmarks/serving.py [--ledger investment.signings] [--seconds 3] [--rounds 3]

Two workers of granian each, one after the other on the same machine with the same database, in turns. The bare list is
one query and one template over the same columns, with localisation and without sessions, people, rights, filters, sums
or a frame (benchmarks/bare). Our pages are served three times: as they are, while nobody writes; as if somebody wrote
into that ledger between any two requests; and by a server that keeps nothing from one request to the next. CPU is that
of the server's processes, which other work on the machine does not change much.
"""

from __future__ import annotations

import scratch  # noqa: F401 - first: it sets Django up over a folder that ends with the measurement

# isort: split

import argparse
import asyncio
import os
import socket
import statistics
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.cli import house, sample
from luoshi.ledgers import facts, registry
from luoshi.ledgers.definition import Ledger

CONNECTIONS, WORKERS, THREADS = 32, 2, 5
WHO = "linzhao"  # a supervisor, who sees every row and has most to do
ONE_ROW = "the bare list"
MONTH = 202609
HOW = ("", ", after a write", ", nothing kept")


@dataclass
class Series:
    """A page under one address, and what several short runs of it found."""

    name: str
    server: Server
    path: str
    cookie: str = ""
    rates: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def asked(self) -> bytes:
        lines = (f"GET {self.path} HTTP/1.1", "Host: 127.0.0.1", f"Cookie: {self.cookie}", "", "")
        return "\r\n".join(lines).encode()

    def run(self, seconds: float) -> None:
        """One run: requests a second, the median wait, the server's CPU seconds a request."""
        before = self.server.cpu()
        waits, took = asyncio.run(load(self.server.port, self.asked, seconds))
        self.rates.append(len(waits) / took)
        self.waits.append(statistics.median(waits))
        self.cpu.append((self.server.cpu() - before) / len(waits))


class Server:
    """A granian in processes of its own."""

    def __init__(self, application: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        command = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--no-ws",
            "--log-level",
            "warning",
        ]
        command += ["--workers", str(WORKERS), "--blocking-threads", str(THREADS)]
        command += ["--port", str(self.port), application]
        path = os.pathsep.join((str(Path(__file__).parent), *filter(None, sys.path)))
        self.process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": path})

    def wait(self) -> None:
        """Until somebody listens."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the server did not start")

    def cpu(self) -> float:
        """CPU seconds of the server and its workers so far; as Linux tells them, 0 elsewhere."""
        return sum(_seconds(each) for each in (self.process.pid, *_children(self.process.pid)))

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


def _children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield int(child)
            yield from _children(int(child))


def _seconds(pid: int) -> float:
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


class Asking(asyncio.Protocol):
    """One connection that is kept: asks, reads the whole answer, asks again until the time is over."""

    def __init__(self, asked: bytes, until: float, waits: list[float], done: asyncio.Future[None]) -> None:
        self.asked, self.until, self.waits, self.done = asked, until, waits, done
        self.got, self.size, self.since = bytearray(), 0, 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self._ask()

    def _ask(self) -> None:
        self.got.clear()
        self.size, self.since = 0, time.perf_counter()
        self.transport.write(self.asked)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        self.got += data
        if not self.size:
            end = self.got.find(b"\r\n\r\n")
            if end < 0:
                return
            self.size = end + 4 + self._length(bytes(self.got[:end]).lower())
        if len(self.got) < self.size:
            return
        now = time.perf_counter()
        self.waits.append(now - self.since)
        if now < self.until:
            self._ask()
        else:
            self.transport.close()
            self.done.set_result(None)

    def _length(self, head: bytes) -> int:
        if not head.startswith(b"http/1.1 200"):
            raise SystemExit(f"not answered: {head.decode()}")
        return int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(exc or ConnectionError("the server closed a connection"))


async def load(port: int, asked: bytes, seconds: float) -> tuple[list[float], float]:
    """How long each answer took, and how long all of them together."""
    loop, waits = asyncio.get_running_loop(), []
    start = time.perf_counter()
    ends = []
    for _ in range(CONNECTIONS):
        done = loop.create_future()
        ends.append(done)
        await loop.create_connection(
            lambda done=done: Asking(asked, start + seconds, waits, done), "127.0.0.1", port
        )
    await asyncio.gather(*ends)
    return waits, time.perf_counter() - start


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--ledger", default="investment.signings")
    options.add_argument("--seconds", type=float, default=3)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    ledger = prepared(given.ledger)
    cookie = signed_in()
    address = reverse("ledger", args=[ledger.key])
    os.environ["BENCH_LEDGER"] = ledger.name
    with serving() as (bare, *ours):
        series = [Series(ONE_ROW, bare, f"/{ledger.key}/")]
        for name, path in (("our list", address), ("home page", "/")):
            series += [Series(name + how, each, path, cookie) for how, each in zip(HOW, ours, strict=True)]
        for each in series:
            each.server.wait()
            asyncio.run(load(each.server.port, each.asked, 1))  # imports, templates, connections
        for _ in range(given.rounds):
            for each in series:
                each.run(given.seconds)
    tell(ledger, series)


def prepared(name: str) -> Ledger:
    """The sample zone in the scratch folder."""
    house.open_house()
    deque(sample.load(), maxlen=0)
    facts.refresh()
    call_command("collectstatic", interactive=False, verbosity=0)
    return registry.ledger(name)


def signed_in() -> str:
    """The cookie of a person at work in a month of the sample."""
    settings.ALLOWED_HOSTS.append("testserver")
    client = Client()
    client.force_login(User.objects.get(username=WHO))
    client.get("/", {"month": str(MONTH)})
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


@contextmanager
def serving() -> Iterator[tuple[Server, ...]]:
    """The servers, as long as they are asked."""
    connections.close_all()
    found = (
        Server("bare.list_wsgi:application"),
        Server("luoshi.wsgi:application"),
        Server("bare.written_wsgi:application"),
        Server("bare.cold_wsgi:application"),
    )
    try:
        yield found
    finally:
        for each in found:
            each.stop()


def tell(ledger: Ledger, series: list[Series]) -> None:
    """A line a page: the best of the runs, as a ratio to the bare list."""
    floor = max(series[0].rates)
    rows = min(ledger.rows().count(), 50)
    one = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"\n{ledger.title}: {rows} rows; {CONNECTIONS} connections, {WORKERS} workers; load {one:.1f}")
    print(f"{'':<28}{'requests/s':>12}{'ratio':>8}{'median wait':>14}{'CPU a request':>16}")
    for each in series:
        best = max(each.rates)
        print(
            f"{each.name:<28}{best:>12.0f}{best / floor:>7.2f}x{min(each.waits) * 1000:>11.0f} ms"
            f"{min(each.cpu) * 1000:>13.2f} ms"
        )


if __name__ == "__main__":
    main()
