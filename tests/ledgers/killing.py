"""A process that has its children killed while they import, and counts what they leave: run by ``test_killing``.

python -m tests.ledgers.killing DATABASE TIMES ROWS whole|piecemeal
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import os
import random
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()

from django.db import connection, connections

from luoshi.ledgers import chain, importing, registry, writing
from luoshi.ledgers.measures import Count
from luoshi.ledgers.models import AuditRow, Mark, Sequence
from tests.ledgers.importing import csv
from tests.library.ledgers import ALL, HEAD
from tests.library.models import Branch, Wish
from tests.library.wishes import WISHES as PLAIN

WISHES = dataclasses.replace(PLAIN, measures=(Count("wished", title="申请数", when="made_on"),))
Work = Callable[[int], None]
HEADS = ("书名", "分馆", "申请日期", "限价（元）")


def whole(rows: int) -> None:
    """The import as it is."""
    lines = [(f"第{number}种书", "东馆", "2026-03-01", number) for number in range(rows)]
    plan = importing.plan(WISHES, csv(HEADS, *lines), "申请.csv", by=HEAD)
    importing.apply(plan, by=HEAD, seen=plan.fingerprint)


def piecemeal(rows: int) -> None:
    """The same rows one after the other: what the import must not be like."""
    branch = Branch.objects.get(code="01")
    for number in range(rows):
        values = {"title": f"第{number}种书", "branch": branch, "made_on": datetime.date(2026, 3, 1)}
        writing.create(WISHES, values, by=HEAD)


WORKS: dict[str, Work] = {"whole": whole, "piecemeal": piecemeal}


def child(work: Work, rows: int) -> tuple[int, int]:
    """Start a child at its work; its number, and a pipe that closes when it ends."""
    connections.close_all()
    ended, open_end = os.pipe()
    number = os.fork()
    if number == 0:
        os.close(ended)
        try:
            work(rows)
            os._exit(0)
        except Exception:  # noqa: BLE001 - said, and then the process ends without what a test's process does
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(open_end)
    return number, ended


def killed(work: Work, rows: int, delay: float | None) -> bool:
    """Let a child work until it ends or the time is over; whether it ended well by itself."""
    number, ended = child(work, rows)
    over, _, _ = select.select([ended], [], [], delay)
    if not over:
        os.kill(number, signal.SIGKILL)
    os.close(ended)
    well = os.waitpid(number, 0)[1] == 0
    alone()
    return well


def alone() -> None:
    """Wait until the server has noticed that the child is gone: what it was about to commit it may still commit."""
    if connection.vendor != "postgresql":
        return
    others = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    with connection.cursor() as cursor:
        for _ in range(3000):
            cursor.execute(others + " AND backend_type = 'client backend'")
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.01)
    raise TimeoutError("a killed child's session goes on")


def left(rows: int, before: int) -> str:
    """What a child has left of its work, rows, trail, numbers and marks together."""
    stored, trail = Wish.objects.count(), AuditRow.objects.count() - before
    numbers = {int(number.rpartition("-")[2]) for number in Wish.objects.values_list("number", flat=True)}
    last = Sequence.objects.filter(name__startswith=WISHES.name).values_list("last", flat=True).first() or 0
    marks = Mark.objects.filter(ledger=WISHES.name).exists()
    if not stored and not trail and not marks and not last:
        return "nothing"
    complete = stored == trail == last == rows and marks and numbers == set(range(1, rows + 1))
    return "everything" if complete else "something"


def again() -> int:
    """Take the rows out; how many audit rows there are, which stay."""
    Wish.objects.all().delete()
    Mark.objects.all().delete()
    Sequence.objects.all().delete()
    return AuditRow.objects.count()


def main(database: str, times: int, rows: int, name: str) -> None:
    connections.databases["default"]["NAME"] = connections["default"].settings_dict["NAME"] = database
    registry.register(*ALL, WISHES)
    work, chance, found = (
        WORKS[name],
        random.Random(20261121),
        {"nothing": 0, "everything": 0, "something": 0},
    )
    before, start = again(), time.monotonic()
    finished = killed(work, rows, None)
    takes, first = time.monotonic() - start, left(rows, before)
    for _ in range(times):
        before = again()
        killed(work, rows, chance.uniform(0, takes))
        found[left(rows, before)] += 1
    before = again()
    last = killed(work, rows, None) and left(rows, before)
    told = {"finished": finished, "first": first, "last": last, "chain": bool(chain.verify()), **found}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
