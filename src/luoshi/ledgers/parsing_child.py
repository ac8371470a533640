"""The process in which a workbook is parsed: a file comes by standard input, its sheets leave by standard output.

A workbook may be made so that its parser takes all memory or never ends. Here only this process suffers: it limits
itself before it looks at the file. It is run by its path, alone; it imports nothing of luoshi and no Django.
"""

from __future__ import annotations

import contextlib
import datetime
import io
import itertools
import json
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

import python_calamine

# Windows has no such limits; there an allocation that fails ends the process all the same
resource: ModuleType | None = import_module("resource") if os.name == "posix" else None

LOCKED, DAMAGED, TOO_LARGE = 11, 12, 13  # how the process ends when it has no sheets to give
MOST_CELLS = 12_000_000  # in all sheets together, blank ones between filled ones included
BLOCK = 2_000  # rows
MOST_WRITTEN = 200_000_000  # bytes; the parent holds them several times over
MOST_MEMORY = 1024 * 1024 * 1024
MOST_SECONDS = 40  # of computing


class TooLarge(Exception):
    """More than the parent shall have to hold."""


def limit() -> None:
    """Take no more memory and time than a table needs, and leave no picture of the memory behind."""
    if resource is None:
        return
    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        soft, hard = resource.getrlimit(kind)
        tightest = min([most, *(held for held in (soft, hard) if held != resource.RLIM_INFINITY)])
        with contextlib.suppress(OSError, ValueError):  # a system that names a limit and cannot set it
            resource.setrlimit(kind, (tightest, hard))


def written(data: bytes) -> Iterator[str]:
    """The worksheets of a file as lines of JSON: name, whether hidden and number of rows, then blocks of rows from A1 on.

    A block is the number of its rows and their columns (:func:`told`), which are told shorter than rows.
    """
    left = MOST_CELLS
    encode = json.JSONEncoder(ensure_ascii=False, default=_typed, separators=(",", ":")).encode
    with python_calamine.load_workbook(io.BytesIO(data)) as book:
        for about in book.sheets_metadata:
            if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            height, width = (last + 1 for last in sheet.end or (-1, -1))
            left -= height * width
            if left < 0:
                raise TooLarge
            hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
            yield encode([about.name, hidden, height])
            before = (sheet.start or (0, 0))[1]
            rows = sheet.iter_rows()
            while block := list(itertools.islice(rows, BLOCK)):
                columns = [told(column) for column in zip(*block, strict=True)]
                yield encode([len(block), [[[], []]] * before + columns])


def told(column: Sequence[Any]) -> list[Any]:
    """A column's cells as they are, or its different cells with the place of each row's, where they often come again.

    No cells at all stand for a column of none.
    """
    cells = [None if cell == "" else cell for cell in column]
    if len(set(map(type, cells)) - {type(None)}) == 1:  # of two types, cells may be equal and not the same
        known = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
        if 2 * len(known) <= len(cells):
            return [list(known), [known[cell] for cell in cells]]
    return [cells, None] if any(cell is not None for cell in cells) else [[], []]


def _typed(value: Any) -> dict[str, Any]:
    """What JSON has no word for, under its type's name."""
    if isinstance(value, datetime.timedelta):
        return {"timedelta": [value.days, value.seconds, value.microseconds]}
    return {type(value).__name__: value.isoformat()}


def main() -> int:
    """Parse what comes in; 0, or the reason why there is nothing to give."""
    limit()
    left = MOST_WRITTEN
    try:
        for line in written(sys.stdin.buffer.read()):
            left -= sys.stdout.buffer.write(line.encode() + b"\n")
            if left < 0:
                return TOO_LARGE
        sys.stdout.buffer.flush()
    except python_calamine.PasswordError:
        return LOCKED
    except (TooLarge, MemoryError):
        return TOO_LARGE
    except BaseException:  # noqa: BLE001 - a panic of the parser is no Exception, and says no more than this
        return DAMAGED
    return 0


if __name__ == "__main__":
    sys.exit(main())
