"""The process in which a file is taken apart: it comes by standard input, its text leaves by standard output.

A file may be made so that its parser takes all memory or never ends. Here only this process suffers: it limits itself
before it looks at the file.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from importlib import import_module
from types import ModuleType
from typing import NamedTuple, TextIO

from luoshi.reading.sources import formats
from luoshi.reading.sources.errors import SourceError

# Windows has no such limits; there the time by the clock remains, and an allocation that fails ends the process
resource: ModuleType | None = import_module("resource") if os.name == "posix" else None

REFUSED, OUT_OF_MEMORY, FAILED = 11, 12, 13  # how the process ends when it could not tell the whole text


class Limits(NamedTuple):
    """Bytes of memory, seconds of computing, seconds by the clock that the parent waits; bytes of memory without programs."""

    memory: int
    seconds: int
    waiting: float
    data: int | None = None


#: Together with the process that waits, no more than 256 MB and 5 s.
STRICT = Limits(176 * 2**20, 3, 30.0 if resource else 5.0)
#: Recognising characters loads models and takes a second or more a page.
RECOGNISING = Limits(4 * 2**30, 600, 600.0)
LIMITS = {"scanned": RECOGNISING, "image": RECOGNISING}


def limits(kind: str) -> Limits:
    """What a file of a kind may take."""
    return LIMITS.get(kind, STRICT)


def limit(most: Limits) -> None:
    """Take no more memory and time than that, and leave no picture of the memory behind."""
    if resource is None:
        return
    for kind, value in (
        (resource.RLIMIT_AS, most.memory),
        (resource.RLIMIT_DATA, most.data or most.memory),
        (resource.RLIMIT_CPU, most.seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        soft, hard = resource.getrlimit(kind)
        tightest = min([value, *(held for held in (soft, hard) if held != resource.RLIM_INFINITY)])
        with contextlib.suppress(OSError, ValueError):  # a system that names a limit and cannot set it
            resource.setrlimit(kind, (tightest, hard))


def tell(kind: str, data: bytes, name: str, out: TextIO) -> None:
    """Each stretch as a line of JSON; at the end of a page or row what was told so far goes out."""
    encode = json.JSONEncoder().encode
    for one in formats.stretches(kind, data, name):
        out.write(encode([one.text, one.after, one.place, one.doubt]) + "\n")
        if one.place and one.after != "\t":
            out.flush()


def private_output() -> TextIO:
    """The way out, for this module alone: whatever a library prints goes to the complaints."""
    sys.stdout.flush()
    out = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    return out


def main(kind: str, name: str) -> int:
    """Take apart what comes in; 0, or why the text is not whole."""
    limit(limits(kind))
    out = private_output()
    try:
        tell(kind, sys.stdin.buffer.read(), name, out)
    except SourceError as refused:
        out.write(json.dumps([type(refused).__name__, str(refused)]) + "\n")
        code = REFUSED
    except MemoryError:
        code = OUT_OF_MEMORY
    except BaseException as error:  # noqa: BLE001 - a panic of a parser is no Exception, and says no more than this
        sys.stderr.write(repr(error))
        code = FAILED
    else:
        code = 0
    out.close()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], json.loads(sys.argv[2])))
