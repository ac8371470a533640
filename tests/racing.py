"""Eight at once, each with a connection of its own: who wins, and what the others are told."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connection

from luoshi.ledgers.errors import LedgerError

RACERS = 8
PATIENCE = 180_000  # milliseconds
OBJECTS = int(os.environ.get("LUOSHI_RACES", "12"))  # 60 where there is time
Answer = TypeVar("Answer")


def racing(race: Callable[[int], Answer], racers: int = RACERS) -> list[Answer]:
    """Threads that start together; what each of them answers."""
    start = Barrier(racers)

    def one(racer: int) -> Answer:
        try:
            _wait_long()
            start.wait(timeout=30)
            return race(racer)
        finally:
            connection.close()

    with ThreadPoolExecutor(racers) as pool:
        return list(pool.map(one, range(racers)))


def _wait_long() -> None:
    """Who wins is asked here, not how long a busy machine takes: SQLite's writers wait for each other in vain otherwise."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")


def over(
    keys: Sequence[int], act: Callable[[int, int], object], racers: int = RACERS
) -> tuple[list[int], list[str]]:
    """Everybody does the same with one object after the other; the objects as they were won, and what losers read."""

    def race(racer: int) -> tuple[list[int], list[str]]:
        won, told = list[int](), list[str]()
        for key in keys:
            try:
                act(racer, key)
            except LedgerError as lost:
                told.append(str(lost))
            else:
                won.append(key)
        return won, told

    answers = racing(race, racers)
    return sum((won for won, _ in answers), []), sum((told for _, told in answers), [])
