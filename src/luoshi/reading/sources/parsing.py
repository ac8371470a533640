"""Files taken apart outside this process, under limits: whatever a file does to its parser, the reader lives."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence

from luoshi.reading.sources import errors, parsing_child
from luoshi.reading.sources.stretches import Stretch

_SEATS = threading.BoundedSemaphore(2)  # parsers at work at once: what they may take together is bounded too
_NEVER_STARTED = (1, 2)  # what Python itself ends with; a child that the system has ended has other numbers


def stretches(kind: str, data: bytes, name: str) -> list[Stretch]:
    """The text of a file as its own process tells it; raises a :class:`errors.SourceError`."""
    command = [*python(parsing_child.__name__), kind, json.dumps(name)]
    with _SEATS:
        code, told, complaint = run(command, data, parsing_child.limits(kind).waiting)
    if code in _NEVER_STARTED:
        raise RuntimeError(complaint.decode(errors="replace"))
    lines = _lines(told)
    if code == 0:
        return [Stretch(*line) for line in lines]
    if code == parsing_child.REFUSED:
        *_, (refused, sentence) = lines
        raise errors.again(refused, sentence)
    place = next((line[2] for line in reversed(list(lines)) if len(line) == 4 and line[2]), "")
    if code == parsing_child.FAILED:
        raise errors.DamagedSource(
            name, f"读到{place}时无法解析" if place else "内部结构无法解析"
        ) from RuntimeError(complaint.decode(errors="replace"))
    raise errors.OutOfLimits(name, place)


def python(module: str) -> list[str]:
    """The command that runs a module of ours in a process that finds it where this one did."""
    places = json.dumps([place for place in sys.path if place])
    start = f"import sys, runpy; sys.path[:] = {places}; runpy.run_module({module!r}, run_name='__main__')"
    return [sys.executable, "-P", "-c", start]


def run(command: Sequence[str], data: bytes, most: float) -> tuple[int | None, bytes, bytes]:
    """A command's exit code (None where it took longer than ``most`` seconds), what it said and what it complained.

    A process of its own and not a fork: a fork of a server with threads may never wake up. It leads a group, so that
    nothing it has started outlives it.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=os.name == "posix",
    )
    try:
        told, complaint = process.communicate(data, timeout=most)
    except subprocess.TimeoutExpired as late:
        return None, late.stdout or b"", b""
    finally:
        _end(process)
    return process.returncode, told, complaint


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()


def _lines(told: bytes) -> Iterator[list[str]]:
    """The whole lines; one that was cut off says nothing."""
    for line in told.split(b"\n")[:-1]:
        yield json.loads(line)
