"""What an engine must do: run a query over tables that are lists of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from luoshi.lake.dialects import Dialect

Tables = Mapping[str, Sequence[Path]]


class Engine(Protocol):
    """Runs SQL of its dialect."""

    @property
    def dialect(self) -> Dialect:
        """How it spells SQL."""

    def run(self, sql: str, tables: Tables) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, in any order; ``tables`` are the names in it, each with its Parquet files."""

    def close(self) -> None:
        """Let go of what it holds."""
