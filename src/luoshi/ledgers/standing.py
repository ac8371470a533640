"""What was worked out from the tables and stands until somebody writes into one that was read (ADR 19).

From :func:`begin` on a transaction leaves its mark on every table that it writes; all marks together are the head. Who
asks reads the head first, then whatever they need. The tables that are read meanwhile are written down by themselves,
and what was made of them stands as long as their marks: it may be younger than its head, never older. A table may bear
marks by its parts too, for those who say themselves which of them they read (:func:`told`).
"""

from __future__ import annotations

import re
import uuid
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Any, Final, Generic, TypeVar
from weakref import WeakSet

from django.apps import apps
from django.db import transaction

from luoshi.ledgers.models import AuditRow, Touch

Head = Mapping[str, str]  # the last write into each table, by the table's name
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

NO_HEAD: Final[Head] = {}
ANY: Final = AuditRow._meta.db_table  # written by every write of all
PART: Final = "/"  # stands between a table and one of its parts
_QUOTED: Final = re.compile(r'"(\w+)"')
_WRITTEN: Final = re.compile(r'\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|COPY)\s+"(\w+)"')
_MARKING: Final = (
    'INSERT INTO "ledgers_touch" ("name", "mark") VALUES (%s, %s)'
    ' ON CONFLICT ("name") DO UPDATE SET "mark" = excluded."mark"'
)
_KEPT: WeakSet[Any] = WeakSet()


def head() -> Head:
    """What was written last into each table, in one query; nothing where nothing was ever written, and nothing is kept."""
    return dict(Touch.objects.values_list("name", "mark"))


# What is kept


@dataclass(frozen=True, slots=True)
class _Stood(Generic[V]):
    """A value with the marks of the tables that it was made from."""

    value: V
    marks: tuple[tuple[str, str | None], ...]

    def under(self, head: Head) -> bool:
        return all(_mark(head, table) == mark for table, mark in self.marks)


class Kept(Generic[V]):
    """Values by key, each as long as the tables stand that it was made from; of ``most`` the one longest unused goes."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._found: OrderedDict[Hashable, _Stood[V]] = OrderedDict()
        _KEPT.add(self)

    def __len__(self) -> int:
        return len(self._found)

    def of(self, head: Head, key: Hashable, make: Callable[[], V]) -> V:
        """What is kept under a key and stands under a head, else what ``make`` gives; without a head nothing is kept.

        ``key`` names all that matters beside the tables, and ``make`` reads them itself: what was read before would not
        be seen. What is kept is handed to many: nobody may change it, and it asks for nothing later.
        """
        if not head:
            return make()
        with self._lock:
            found = self._found.get(key)
            if found is not None and found.under(head):
                self._found.move_to_end(key)
                _Reads.tell(table for table, _ in found.marks)
                return found.value
        reads = _Reads()
        with transaction.get_connection().execute_wrapper(reads):
            made = make()
        self._keep(head, key, made, reads.tables or {ANY})
        return made

    def each_of(
        self, head: Head, on: Mapping[K, Sequence[str]], make: Callable[[Sequence[K]], Mapping[K, V]]
    ) -> Mapping[K, V]:
        """The same by several keys, of each of which is said on what it stands; ``make`` gives those that do not, at once."""
        if not head:
            return make(tuple(on))
        with told(*(table for tables in on.values() for table in tables)):
            with self._lock:
                standing = {key: self._found.get(key) for key in on}
            found = {key: stood.value for key, stood in standing.items() if stood and stood.under(head)}
            made = make(missing) if (missing := tuple(key for key in on if key not in found)) else {}
        for key, value in made.items():
            self._keep(head, key, value, on[key])
        return {**found, **made}

    def _keep(self, head: Head, key: Hashable, made: V, tables: Iterable[str]) -> None:
        with self._lock:
            self._found[key] = _Stood(made, tuple((table, _mark(head, table)) for table in tables))
            self._found.move_to_end(key)
            while len(self._found) > self._most:
                self._found.popitem(last=False)

    def forget(self) -> None:
        """As if nothing had been asked yet."""
        with self._lock:
            self._found.clear()


def forget() -> None:
    """Forget whatever is kept in this process."""
    for each in list(_KEPT):
        each.forget()


# What is read and written


def _mark(head: Head, table: str) -> str | None:
    """The last write into a table, of all where none into it was told; into a part of one, None where none was."""
    return head.get(table) if PART in table else head.get(table, head.get(ANY))


@cache
def marked() -> frozenset[str]:
    """The tables that bear marks. Others are written without one too: who reads them asks again after any write."""
    return frozenset(m._meta.db_table for m in apps.get_models() if getattr(m, "marked", False))


@cache
def _tables() -> frozenset[str]:
    return frozenset(model._meta.db_table for model in apps.get_models(include_auto_created=True))


@lru_cache(maxsize=4096)
def _read(statement: str) -> frozenset[str]:
    """The tables of whose marks it depends what a statement finds."""
    named = _tables().intersection(_QUOTED.findall(statement))
    return named if named <= marked() else (named & marked()) | {ANY}


class _Reads:
    """Listens to the statements of a connection and writes down what they read."""

    def __init__(self) -> None:
        self.tables: set[str] = set()
        self.deaf = 0  # how many say themselves what they read

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not self.deaf:
            self.tables |= _read(sql)
        return execute(sql, params, many, context)

    @staticmethod
    def listening() -> list[_Reads]:
        """Whoever listens now and is not told by somebody."""
        wrappers = transaction.get_connection().execute_wrappers
        return [each for each in wrappers if isinstance(each, _Reads) and not each.deaf]

    @staticmethod
    def tell(tables: Iterable[str]) -> None:
        """What was read before is read again by whoever listens now."""
        if listening := _Reads.listening():
            found = frozenset(tables)
            for each in listening:
                each.tables |= found


@contextmanager
def told(*tables: str) -> Iterator[None]:
    """Whatever is read in here depends on these tables, or parts of tables, alone: who says so answers for it."""
    _Reads.tell(tables)
    listening = _Reads.listening()
    for each in listening:
        each.deaf += 1
    try:
        yield
    finally:
        for each in listening:
            each.deaf -= 1


def part(table: str, name: str) -> str:
    """A part of a table, as :func:`told` takes it."""
    return f"{table}{PART}{name}"


class _Writes:
    """Listens to the statements of one transaction and leaves its mark on every table that they write.

    A mark is left once in each place that can be undone by itself.
    """

    def __init__(self) -> None:
        self.mark = uuid.uuid4().hex
        self.left: dict[str, tuple[str, ...]] = {}

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found = execute(sql, params, many, context)
        if written := _WRITTEN.match(sql):
            self.wrote(context["connection"], written[1])
        return found

    def wrote(self, connection: Any, table: str) -> None:
        """Leave the mark on a table, or on a part of one."""
        place, known = tuple(connection.savepoint_ids), self.left.get(table)
        if (
            table.partition(PART)[0] not in marked()
            or not self._goes_on(connection)
            or (known is not None and place[: len(known)] == known)
        ):
            return
        self.left[table] = place
        with connection.cursor() as cursor:
            cursor.execute(_MARKING, [table, self.mark])

    def _goes_on(self, connection: Any) -> bool:
        return any(waiting == self.over for _, waiting, *_ in connection.run_on_commit)

    def over(self) -> None:
        """Waits for the end of the transaction: as long as it does, that goes on."""


def begin() -> None:
    """From here to its end the transaction leaves its mark on the tables that it writes."""
    connection, writes = transaction.get_connection(), _Writes()
    others = [each for each in connection.execute_wrappers if not isinstance(each, _Writes)]
    connection.execute_wrappers[:] = [writes, *others]  # in front: the last is whose ``with`` ends next
    transaction.on_commit(writes.over)


def wrote(table: str) -> None:
    """What no statement tells: rows that are copied into a table, and which part of one was written."""
    connection = transaction.get_connection()
    for each in connection.execute_wrappers:
        if isinstance(each, _Writes):
            each.wrote(connection, table)
