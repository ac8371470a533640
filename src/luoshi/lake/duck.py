"""DuckDB, in this process: reads the files of a lake as they lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from luoshi.lake import dialects
from luoshi.lake.engines import Tables
from luoshi.lake.errors import NotComputed

ROWS = 10_000  # fetched at once
ADVICE = "数据湖可能缺文件，或是别的版本导出的，请执行 luoshi lake export --whole。"


class DuckDB:
    """An engine of its own, in memory; nothing is fetched from anywhere."""

    dialect = dialects.DUCKDB

    def __init__(self) -> None:
        self._connection = duckdb.connect(
            config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
        )
        self._known: dict[str, tuple[Path, ...]] = {}

    def run(self, sql: str, tables: Tables) -> Iterator[tuple[Any, ...]]:
        """As :class:`Engine` says; :class:`NotComputed` where files are not what they should be."""
        try:
            yield from self._run(sql, tables)
        except duckdb.Error as problem:
            raise NotComputed("DuckDB", problem, ADVICE) from problem

    def _run(self, sql: str, tables: Tables) -> Iterator[tuple[Any, ...]]:
        for name, files in tables.items():
            if self._known.get(name) != tuple(files):
                read = self._connection.read_parquet([str(file) for file in files], hive_partitioning=False)
                read.create_view(name, replace=True)
                self._known[name] = tuple(files)
        found = self._connection.execute(sql)
        while rows := found.fetchmany(ROWS):
            yield from rows

    def close(self) -> None:
        """As :class:`Engine` says."""
        self._connection.close()
