"""The engine of a province or a country: a Spark cluster, spoken to over Spark Connect.

Where no cluster is named, Sail answers in this process: it speaks the same protocol and needs no Java. The files of the
lake are read by the cluster's own machines, so that they stand under the same path on all of them.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from grpc import RpcError
from pysail.spark import SparkConnectServer
from pyspark.errors import PySparkException
from pyspark.logger import PySparkLogger
from pyspark.sql import SparkSession

from luoshi.lake.dialects import SPARK, Dialect
from luoshi.lake.errors import NotComputed
from luoshi.ledgers.errors import LedgerError

PORT = 15002  # where a Connect server listens unless it is told otherwise
PATIENCE = 10.0  # seconds until a machine that does not answer is none
BATCH = 10_000  # rows that are turned into Python's values at a time
QUIET = "SQLQueryContextLogger"  # writes a page for every error, which is raised as well
ANSI = "spark.sql.ansi.enabled"  # what does not fit is an error, never another number
ADVICE = "如果是读不到文件，请确认集群各节点都能按同一路径读到数据湖。"


class OutOfReach(LedgerError):
    """There is no Connect server where one is said to be."""

    def __init__(self, master: str, problem: Exception) -> None:
        super().__init__(
            f"连不上 Spark 集群“{master}”（{problem}），"
            "请核对地址（如 sc://主机:15002），并确认 Spark Connect 服务已经启动。"
        )


class Spark:
    """An engine over Spark Connect; see ``engines.Engine``. ``master`` is like sc://host:port, None is Sail in here."""

    dialect: Dialect = SPARK

    def __init__(self, master: str | None = None) -> None:
        self._views: dict[str, tuple[Path, ...]] = {}
        self._server: SparkConnectServer | None = None
        PySparkLogger.getLogger(QUIET).setLevel("CRITICAL")
        if master is None:
            self._server = server = _sail()
            master = f"sc://127.0.0.1:{server.listening_address[1]}"
        try:
            _knock(master)
            self._session = SparkSession.builder.remote(master).config(ANSI, "true").create()
        except (OSError, ValueError, RpcError, PySparkException) as problem:
            raise OutOfReach(master, problem) from problem

    def run(self, sql: str, tables: Mapping[str, Sequence[Path]]) -> Iterator[tuple[Any, ...]]:
        """The rows of one question, in no order; ``tables`` are the files of every table it names."""
        try:
            for name, files in tables.items():
                self._view(name, tuple(files))
            answer = self._session.sql(sql).toArrow()
        except (OSError, RpcError, PySparkException) as problem:
            raise NotComputed("Spark", problem, ADVICE) from problem
        for batch in answer.to_batches(max_chunksize=BATCH):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    def _view(self, name: str, files: tuple[Path, ...]) -> None:
        """Files under the name of a table, once."""
        if self._views.get(name) != files:
            if self._server:
                _all_there(files)
            self._session.read.parquet(*map(str, files)).createOrReplaceTempView(name)
            self._views[name] = files

    def close(self) -> None:
        """Leave the cluster; Sail in this process ends."""
        self._session.stop()
        if self._server:
            self._server.stop()


def _sail() -> SparkConnectServer:
    """A server of this process, on a free port of the loopback."""
    os.environ.setdefault("RUST_LOG", "error")  # it tells of every start and stop
    server = SparkConnectServer()
    server.start()
    return server


def _all_there(files: Sequence[Path]) -> None:
    """OSError for a file that is not there: Spark says so itself, Sail takes it for one without rows."""
    for file in files:
        file.stat()


def _knock(address: str) -> None:
    """OSError where nobody listens: the client itself would go on asking for minutes."""
    where = urlsplit(address)
    if where.scheme != "sc" or not where.hostname:
        raise ValueError(address)
    socket.create_connection((where.hostname, where.port or PORT), PATIENCE).close()
