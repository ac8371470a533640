"""Workbooks parsed outside this process, under limits: whatever a file does to its parser, the server lives."""

from __future__ import annotations

import datetime
import io
import itertools
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from luoshi.ledgers import parsing_child
from luoshi.ledgers.errors import UnreadableWorkbook

MOST_WAITING = 60.0  # seconds by the clock
_SEATS = threading.BoundedSemaphore(2)  # parsers at work at once: what they may take together is bounded too
_NEVER_STARTED = (1, 2)  # what Python itself ends with; a child that the system has ended has other numbers
_TOO_MUCH = (
    "“{}”的表格太大或结构异常，超出了读取的内存和时间限制，没有读取。"
    "请删去表格之外的零散单元格和无关的工作表，或分成几个文件，另存为 xlsx 后重新上传。"
)
_SENTENCES = {
    parsing_child.LOCKED: "“{}”设有密码，无法读取。请去掉密码后重新上传。",
    parsing_child.DAMAGED: "“{}”打不开，文件可能已损坏。请用 Excel 或 WPS 打开，另存为 xlsx 后重新上传。",
}
_KINDS = {kind.__name__: kind for kind in (datetime.date, datetime.datetime, datetime.time)}

ParsedSheet = tuple[str, bool, tuple[tuple[Any, ...], ...]]


def parse(data: bytes, filename: str) -> list[ParsedSheet]:
    """The worksheets of a workbook: name, whether hidden, rows from A1 on; :class:`UnreadableWorkbook` otherwise.

    A process of its own by its path and not by a fork: a fork of a server with threads may never wake up.
    """
    command = [sys.executable, "-P", parsing_child.__file__]
    try:
        with _SEATS:
            ended = subprocess.run(
                command, input=data, capture_output=True, timeout=MOST_WAITING, check=False
            )
    except subprocess.TimeoutExpired as late:
        raise UnreadableWorkbook(_TOO_MUCH.format(filename)) from late
    if ended.returncode in _NEVER_STARTED:
        raise RuntimeError(ended.stderr.decode(errors="replace"))
    if ended.returncode:
        raise UnreadableWorkbook(_SENTENCES.get(ended.returncode, _TOO_MUCH).format(filename))
    return list(_sheets(ended.stdout))


def _sheets(told: bytes) -> Iterator[ParsedSheet]:
    lines = map(json.JSONDecoder(object_hook=_value).decode, io.TextIOWrapper(io.BytesIO(told), "utf-8"))
    for name, hidden, height in lines:
        yield name, hidden, tuple(map(tuple, itertools.islice(lines, height)))


def _value(named: dict[str, Any]) -> Any:
    """The inverse of what the child does to values that JSON has no word for."""
    ((kind, told),) = named.items()
    return datetime.timedelta(*told) if kind == "timedelta" else _moment(kind, told)


@lru_cache(maxsize=10_000)
def _moment(kind: str, told: str) -> Any:
    """A table has few days and many cells: each day is made once."""
    return _KINDS[kind].fromisoformat(told)
