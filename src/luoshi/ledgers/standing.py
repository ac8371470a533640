"""What was worked out from the tables and stands until somebody writes: kept in the process, never for long (ADR 17).

Every write leaves its mark on the head of the trail. Who asks reads the head first, then whatever they need: what they
keep under that head may be younger than it, never older, and nobody who reads a later head is given it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from luoshi.ledgers.models import AuditHead

V = TypeVar("V")
_KEPT: WeakSet[Any] = WeakSet()


def head() -> str:
    """How far the trail has come, in one query; "" where nothing was ever written, and nothing is kept."""
    found = AuditHead.objects.filter(pk=AuditHead.ONLY).values_list("seq", "hash").first()
    return f"{found[0]} {found[1]}" if found and found[1] else ""


class Kept(Generic[V]):
    """Values by key under one head of the trail; at most ``most``, the one longest unused goes first."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._found: OrderedDict[tuple[str, Hashable], V] = OrderedDict()
        _KEPT.add(self)

    def __len__(self) -> int:
        return len(self._found)

    def of(self, head: str, key: Hashable, make: Callable[[], V]) -> V:
        """What is kept under a head and a key, else what ``make`` gives; ``head`` "" keeps nothing.

        What is kept is handed to many: nobody may change it.
        """
        if not head:
            return make()
        place = (head, key)
        with self._lock:
            if place in self._found:
                self._found.move_to_end(place)
                return self._found[place]
        made = make()
        with self._lock:
            self._found[place] = made
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return made

    def forget(self) -> None:
        """As if nothing had been asked yet."""
        with self._lock:
            self._found.clear()


def forget() -> None:
    """Forget whatever is kept in this process."""
    for each in list(_KEPT):
        each.forget()
