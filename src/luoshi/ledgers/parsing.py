"""Workbooks parsed outside this process, under limits: whatever a file does to its parser, the server lives."""

from __future__ import annotations

import datetime
import itertools
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from subprocess import PIPE
from typing import Any

from luoshi.ledgers import parsing_child
from luoshi.ledgers.errors import UnreadableWorkbook

MOST_WAITING = 60.0  # seconds by the clock
_SEATS = threading.BoundedSemaphore(2)  # parsers at work at once: what they may take together is bounded too
_NEVER_STARTED = (1, 2)  # what Python itself ends with; a child that the system has ended has other numbers
_SENTENCES = {
    parsing_child.LOCKED: "“{}”设有密码，无法读取。请去掉密码后重新上传。",
    parsing_child.DAMAGED: "“{}”打不开，文件可能已损坏。请用 Excel 或 WPS 打开，另存为 xlsx 后重新上传。",
}
_KINDS = {kind.__name__: kind for kind in (datetime.date, datetime.datetime, datetime.time)}

ParsedSheet = tuple[str, bool, tuple[tuple[Any, ...], ...]]


class TooMuch(UnreadableWorkbook):
    """A table beyond what a parser may take."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            f"“{filename}”的表格太大或结构异常，超出了读取的内存和时间限制，没有读取。"
            "请删去表格之外的零散单元格和无关的工作表，或分成几个文件，另存为 xlsx 后重新上传。"
        )


def parse(data: bytes, filename: str) -> list[ParsedSheet]:
    """The worksheets of a workbook: name, whether hidden, rows from A1 on; :class:`UnreadableWorkbook` otherwise.

    A process of its own by its path and not by a fork: a fork of a server with threads may never wake up. What it
    tells is taken in while it still parses.
    """
    command = [sys.executable, "-P", parsing_child.__file__]
    with _SEATS, tempfile.TemporaryFile() as complaints:
        child = subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=complaints)
        late = threading.Timer(MOST_WAITING, child.kill)
        late.start()
        try:
            found = _told(child, data)
        finally:
            late.cancel()
            child.kill()  # where what it told could not be taken in; one that has ended does not mind
            child.wait()
        complaints.seek(0)
        said = complaints.read().decode(errors="replace")
    if child.returncode in _NEVER_STARTED:
        raise RuntimeError(said)
    if child.returncode in _SENTENCES:
        raise UnreadableWorkbook(_SENTENCES[child.returncode].format(filename))
    if child.returncode:
        raise TooMuch(filename)
    return found


def _told(child: subprocess.Popen[bytes], data: bytes) -> list[ParsedSheet]:
    """The sheets that a child tells of until it ends."""
    assert child.stdin is not None
    assert child.stdout is not None
    with child.stdout:
        with (
            suppress(BrokenPipeError),
            child.stdin,
        ):  # one that has ended says by its end why it did not listen
            child.stdin.write(data)
        found = list(_sheets(child.stdout))
    child.wait()
    return found


def _sheets(told: Iterable[bytes]) -> Iterator[ParsedSheet]:
    whole = itertools.takewhile(lambda line: line.endswith(b"\n"), told)  # the last may have been cut off
    lines = map(json.JSONDecoder(object_hook=_value).decode, map(bytes.decode, whole))
    for name, hidden, height in lines:
        rows: list[tuple[Any, ...]] = []
        known: dict[str, str] = {}
        while len(rows) < height and (block := next(lines, None)) is not None:
            count, columns = block
            rows += zip(*(_cells(cells, places, count, known) for cells, places in columns), strict=True)
        yield name, hidden, tuple(rows)


def _cells(cells: list[Any], places: list[int] | None, count: int, known: dict[str, str]) -> list[Any]:
    """A column of a block; a text that often comes again is held once."""
    if places is None:
        return cells
    if not cells:
        return [None] * count
    once = [known.setdefault(cell, cell) if type(cell) is str else cell for cell in cells]
    return [once[place] for place in places]


def _value(named: dict[str, Any]) -> Any:
    """The inverse of what the child does to values that JSON has no word for."""
    ((kind, told),) = named.items()
    return datetime.timedelta(*told) if kind == "timedelta" else _moment(kind, told)


@lru_cache(maxsize=10_000)
def _moment(kind: str, told: str) -> Any:
    """A table has few days and many cells: each day is made once."""
    return _KINDS[kind].fromisoformat(told)
