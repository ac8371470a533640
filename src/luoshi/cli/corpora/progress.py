"""How far a folder has been read: a bar on a terminal, a line for every tenth elsewhere."""

from __future__ import annotations

import time
from typing import TextIO

WIDTH = 24


class Progress:
    """Counts files and bytes towards their totals and shows them on a stream."""

    def __init__(self, stream: TextIO, files: int, size: int) -> None:
        self._stream, self._files, self._size = stream, files, size
        self._done = self._bytes = self._kept = self._errors = 0
        self._started = time.monotonic()
        self._tenth = 0

    def add(self, files: int, size: int, kept: int, errors: int) -> None:
        """So many more files are done, of so many bytes; ``kept`` of them were read before."""
        self._done += files
        self._bytes += size
        self._kept += kept
        self._errors += errors
        self.show()

    def show(self) -> None:
        """The state as it is now."""
        if self._stream.isatty():
            self._stream.write(f"\r\033[K{self.line()}")
        elif (tenth := 10 * self._done // max(1, self._files)) > self._tenth:
            self._tenth = tenth
            self._stream.write(self.line() + "\n")
        self._stream.flush()

    def say(self, sentence: str) -> None:
        """A sentence in place of the bar."""
        self._stream.write(f"\r\033[K{sentence}" if self._stream.isatty() else sentence + "\n")
        self._stream.flush()

    def clear(self) -> None:
        """Take the bar away."""
        if self._stream.isatty():
            self._stream.write("\r\033[K")
            self._stream.flush()

    def line(self) -> str:
        """Bar, files, speed, time left, what was kept and what could not be read."""
        share = self._bytes / self._size if self._size else 1.0
        full = int(WIDTH * share)
        passed = max(time.monotonic() - self._started, 1e-9)
        parts = [
            f"识读 [{'█' * full}{'░' * (WIDTH - full)}] {self._done}/{self._files} 份",
            f"{self._bytes / passed / 1e6:.1f} MB/秒",
        ]
        if share > 0:
            parts.append(f"还需 {_clock(passed / share - passed)}")
        if self._kept:
            parts.append(f"沿用 {self._kept} 份")
        if self._errors:
            parts.append(f"{self._errors} 份读不出")
        return "  ".join(parts)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
