"""All cores of this machine: a process for each, fed with batches."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from luoshi.cli.corpora import worker
from luoshi.cli.corpora.batches import Batch
from luoshi.cli.corpora.engines import Outcome


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Local:
    """The engine of one machine. Processes of their own and no forks: a file may take its reader down, not the others."""

    def __init__(self, seats: int, part: Callable[[int], Path], year: int | None) -> None:
        self.seats = seats
        self._part, self._year = part, year
        self._heard: queue.SimpleQueue[tuple[Process, str]] = queue.SimpleQueue()
        self._idle: list[Process] = []
        self._busy: dict[int, Process] = {}

    def start(self, number: int, batch: Batch) -> None:
        process = self._idle.pop() if self._idle else Process(self._heard)
        self._busy[number] = process
        process.ask(number, worker.request(batch, self._part(number), self._year))

    def finished(self, wait: float) -> list[Outcome]:
        try:
            heard = [self._heard.get(timeout=wait)]
        except queue.Empty:
            return []
        while not self._heard.empty():
            heard.append(self._heard.get())
        return [outcome for process, line in heard if (outcome := self._outcome(process, line))]

    def stop(self, number: int) -> None:
        self._busy[number].kill()

    def close(self) -> None:
        for process in self._busy.values():
            process.kill()
        for process in (*self._idle, *self._busy.values()):
            process.end()

    def _outcome(self, process: Process, line: str) -> Outcome | None:
        """What a line from a process says; an empty one says that the process is gone."""
        if line == worker.READY:
            process.ready = True
            return None
        if not line and not process.ready:
            raise RuntimeError("a reading process does not start; what it says of that is above")
        if not line and process in self._idle:
            self._idle.remove(process)
            process.end()
        if process.number not in self._busy:
            return None
        del self._busy[process.number]
        if not line:
            process.end()
            return Outcome(process.number, None)
        self._idle.append(process)
        return Outcome(process.number, worker.answer(line))


class Process:
    """One reading process and the thread that listens to it.

    It leads a session of its own, so that Ctrl-C reaches it by way of its parent alone; when the parent is gone, nobody asks
    it any more and it ends.
    """

    def __init__(self, heard: queue.SimpleQueue[tuple[Process, str]]) -> None:
        self.number, self.ready = -1, False
        self._heard = heard
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", worker.__name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="ascii",
            start_new_session=True,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def ask(self, number: int, line: str) -> None:
        self.number = number
        assert self._process.stdin
        with contextlib.suppress(OSError):  # it is gone: the listener says so
            self._process.stdin.write(line)
            self._process.stdin.flush()

    def kill(self) -> None:
        self.ready = True  # its end will be no surprise
        self._process.kill()

    def end(self) -> None:
        """Ask nothing more and wait for its end."""
        assert self._process.stdin and self._process.stdout
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        self._listener.join()
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._heard.put((self, line.rstrip("\n")))
        self._process.wait()
        self._heard.put((self, ""))
