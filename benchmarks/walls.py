"""The home page and those over a wall of many targets at a steady rate: how long each answer took, half of them and 95 in 100.

python benchmarks/walls.py [--targets 500] [--tasks 1500] [--rate 20] [--seconds 20] [--workers 2] [--writes 0,1,20]

The sample zone with its targets copied until there are so many, each copy bound as its original, and with so many tasks
in hand, dealt out among its units. Requests start at fixed
moments whether or not the ones before have been answered, so that waiting counts. First while nobody writes, then with
so many writes a second; as many as requests is one between any two. A program writes as any does, through the same
server: it changes what a signing comes to, which turns facts. Its writes are part of the servers' CPU.
What is measured includes whatever else the machine is doing.
"""

from __future__ import annotations

import scratch  # noqa: F401 - first: it sets Django up over a folder that ends with the measurement

# isort: split

import argparse
import asyncio
import datetime
import json
import os
import statistics
import time
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Self
from urllib.parse import quote

import serving
from django.db import connections
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.directory.people import tokens
from luoshi.directory.people.actors import actor_named
from luoshi.directory.units.models import Unit
from luoshi.ledgers import facts
from luoshi.ledgers.models import Binding
from luoshi.plans.clauses.models import Clause
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import ANSWERED, ASSIGNED, MEETING, SIGNED_FOR, Task
from luoshi.projects.investment.signings.models import Signing

PAGES = (
    ("home", "/"),
    ("the wall", "/targets/"),
    ("filtered and sorted", f"/targets/?unit={quote('招商局')}&light=yellow&sort=-gap"),
    ("one target", "/targets/2026-012/"),
    ("one unit", "/units/0103/"),
    ("the leader's page", "/overview/?charge=all"),
    ("the wide screen", "/screen/"),
)
SIGNINGS, WRITING = "investment.signings", "(a write)"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--targets", type=int, default=500)
    options.add_argument("--tasks", type=int, default=1500)
    options.add_argument("--rate", type=float, default=20)
    options.add_argument("--seconds", type=float, default=20)
    options.add_argument("--workers", type=int, default=serving.WORKERS)
    options.add_argument("--writes", default="0,1,20", help="a second, one measurement each")
    given = options.parse_args()
    serving.WORKERS = given.workers
    serving.prepared(SIGNINGS)
    many(given.targets)
    in_hand(given.tasks)
    cookie, writer = serving.signed_in(), Writer.made()
    connections.close_all()
    print(f"{given.targets} targets, {given.tasks} tasks, {given.rate:g} requests/s, {given.workers} workers")
    server = serving.Server("luoshi.wsgi:application")
    try:
        server.wait()
        for _ in range(2 * given.workers):  # imports and templates of every worker
            for _, path in PAGES:
                asyncio.run(answered(server.port, _asked(path, cookie)))
        for writes in map(float, given.writes.split(",")):
            before = server.cpu()
            found = asyncio.run(steady(server.port, cookie, given.rate, given.seconds, writer, writes))
            tell(f"{writes:g} writes a second" if writes else "nobody writes", found, server.cpu() - before)
    finally:
        server.stop()


@dataclass
class Writer:
    """A program that changes a signing, again and again."""

    secret: str
    key: int
    version: int
    amount: int  # yuan

    @classmethod
    def made(cls) -> Self:
        """With a token of its own, over a signing of the year that is shown."""
        by = actor_named(serving.WHO)
        user = User.objects.get(username=serving.WHO)
        _, secret = tokens.issue(user, "计量", by=by, on=timezone.localdate())
        row = Signing.objects.filter(signed_on__year=serving.MONTH // 100).order_by("pk")[0]
        return cls(secret, row.pk, row.version, row.amount // 100)

    async def write(self, port: int) -> None:
        """One change, over the version that the last one left."""
        self.amount += 1_000_000
        said = {"values": {"amount": str(self.amount)}, "reason": "核实投资额"}
        address = f"/api/ledgers/{SIGNINGS.replace('.', '-')}/rows/{self.key}"
        asked = _asked(
            address,
            "",
            json.dumps(said),
            method="PATCH",
            **{"Authorization": f"Bearer {self.secret}", "If-Match": f'"{self.version}"'},
        )
        await answered(port, asked)
        self.version += 1


def many(wanted: int) -> None:
    """Copies of the sample's targets until there are so many."""
    originals = list(Target.objects.active())
    last = Clause.objects.order_by("-order").values_list("order", flat=True)[0]
    for at, each in enumerate(islice(cycle(originals), wanted - len(originals)), 1):
        clause = Clause.objects.get(pk=each.clause_id)
        clause.pk, clause.order, clause.before = None, last + at, None
        clause._state.adding = True
        clause.save()
        binding = None
        if each.binding_id:
            binding = Binding.objects.get(pk=each.binding_id)
            binding.pk, binding.filled, binding._state.adding = None, False, True
            binding.save()
        copied = Target.objects.get(pk=each.pk)
        copied.pk, copied.number, copied.clause, copied.binding = None, f"2026-C{at:03d}", clause, binding
        copied._state.adding = True
        copied.save()
    facts.refresh()


def in_hand(wanted: int) -> None:
    """Tasks that were handed out, a third each to be signed for, in hand and answered; limits around the month shown."""
    units, person = list(Unit.objects.exclude(parent=None)), User.objects.get(username=serving.WHO)
    handed_out = datetime.date(serving.MONTH // 100, serving.MONTH % 100, 1)
    Task.objects.bulk_create(
        Task(
            number=f"RW-{number:05d}",
            name=f"会议决定事项 {number}",
            origin=MEETING,
            source="主任办公会",
            year=handed_out.year,
            due=serving.MONTH,
            lead_unit=units[number % len(units)],
            person=person,
            state=(ASSIGNED, SIGNED_FOR, ANSWERED)[number % 3],
            assigned_on=handed_out,
            limit_on=handed_out + datetime.timedelta(days=number % 60),
            first_limit_on=handed_out + datetime.timedelta(days=number % 60),
            signed_for_on=handed_out if number % 3 else None,
            answered_on=handed_out if number % 3 == 2 else None,
            outcome="已完成" if number % 3 == 2 else "",
        )
        for number in range(wanted)
    )


async def steady(
    port: int, cookie: str, rate: float, seconds: float, writer: Writer, writes: float
) -> dict[str, list[float]]:
    """The waits by page; requests start every 1/rate seconds, one page after the other.

    Writes start between them, one after the other: one that waits for the last is begun late, and waits as well.
    """
    found: dict[str, list[float]] = {name: [] for name, _ in PAGES}

    async def one(name: str, path: str, at: float) -> None:
        await asyncio.sleep(max(0, at - time.perf_counter()))
        await answered(port, _asked(path, cookie))
        found[name].append(time.perf_counter() - at)

    async def writing() -> None:
        for n in range(int(writes * seconds)):
            at = start + (n + 0.5) / writes
            await asyncio.sleep(max(0, at - time.perf_counter()))
            await writer.write(port)
            found.setdefault(WRITING, []).append(time.perf_counter() - at)

    start = time.perf_counter() + 0.1
    plan = islice(cycle(PAGES), int(rate * seconds))
    asked = (one(name, path, start + n / rate) for n, (name, path) in enumerate(plan))
    await asyncio.gather(writing(), *asked)
    return found


def _asked(path: str, cookie: str, body: str = "", *, method: str = "GET", **headers: str) -> bytes:
    held = {"Host": "127.0.0.1", "Connection": "close", **({"Cookie": cookie} if cookie else {}), **headers}
    if body:
        held |= {"Content-Type": "application/json", "Content-Length": str(len(body.encode()))}
    lines = (f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in held.items()), "", body)
    return "\r\n".join(lines).encode()


async def answered(port: int, asked: bytes) -> bytes:
    """Ask for something and read all of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(asked)
    got = await reader.read()
    writer.close()
    if not got.startswith(b"HTTP/1.1 200"):
        raise SystemExit(f"not answered: {asked[:80]!r} {got[:400].decode()}")
    return got


def tell(how: str, found: dict[str, list[float]], cpu: float) -> None:
    """A line a page, and one for all."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"\n{how}; load {load:.1f}\n{'':<24}{'requests':>10}{'median':>12}{'95 in 100':>12}{'longest':>12}")
    pages = [wait for name, some in found.items() if name != WRITING for wait in some]
    for name, waits in (*found.items(), ("all pages", pages)):
        p95 = statistics.quantiles(waits, n=20)[-1]
        shown = "".join(f"{each * 1000:>9.0f} ms" for each in (statistics.median(waits), p95, max(waits)))
        print(f"{name:<24}{len(waits):>10}{shown}")
    print(f"the servers' CPU, writes included: {cpu / len(pages) * 1000:.1f} ms a page", flush=True)


if __name__ == "__main__":
    main()
