"""A Ray cluster: files travel to its nodes, parts come back; no folder has to be shared."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import ray
from ray.exceptions import RayError, RayTaskError, TaskCancelledError

from luoshi.cli.corpora import batches, engines, parts
from luoshi.cli.corpora.batches import Batch, Content
from luoshi.cli.corpora.engines import Outcome
from luoshi.cli.errors import InputError

_NOT_THERE = "集群节点上没有装好 luoshi（{}），请在每个节点安装与本机相同的版本。"
CLIENT_PORT = 10001  # where a cluster listens unless it is told otherwise
TRIES = 3
PATIENCE = 10.0  # seconds until a machine that does not answer is none
AHEAD = 2  # batches under way for each core, so that none waits for the next to arrive


class Cluster:
    """The engine of many machines. Every node has the same edition of luoshi installed; another one is refused."""

    def __init__(self, address: str, part: Callable[[int], Path], year: int | None) -> None:
        self._part, self._year = part, year
        self._under_way: dict[Any, tuple[int, list[Content], int]] = {}
        self._nothing_to_do: list[Outcome] = []
        try:
            _knock(address)
            _connect(address)
        except (OSError, RayError, ValueError, ImportError, RuntimeError) as problem:
            raise InputError(
                f"连不上 Ray 集群“{address}”（{problem}），请核对地址，并确认集群已用 ray start 启动、版本与本机相同。"
            ) from problem
        self.seats = AHEAD * int(ray.cluster_resources().get("CPU", 0))
        if not self.seats:
            ray.shutdown()
            raise InputError(f"Ray 集群“{address}”没有可用的处理器，请先用 ray start 加入节点。")

    def start(self, number: int, batch: Batch) -> None:
        contents = [batches.content(item) for item in batch]
        fresh = batches.fresh(batch, contents)
        kept = len(contents) - len(fresh)
        if not fresh:
            report = engines.report(contents, b"", self._part(number), kept)
            self._nothing_to_do.append(Outcome(number, report))
            return
        try:
            task = _read.remote(fresh, self._year)
        except (ImportError, AttributeError, RayError) as problem:  # the far end imports what it is to run
            raise InputError(_NOT_THERE.format(problem)) from problem
        self._under_way[task] = (number, [_bare(one) for one in contents], kept)

    def finished(self, wait: float) -> list[Outcome]:
        done, self._nothing_to_do = self._nothing_to_do, []
        tasks = list(self._under_way)
        if tasks:
            ended, rest = ray.wait(tasks, num_returns=1, timeout=0 if done else wait)
            if ended and rest:
                ended += ray.wait(rest, num_returns=len(rest), timeout=0)[0]
            done += [self._outcome(task) for task in ended]
        return done

    def stop(self, number: int) -> None:
        for task, (under_way, _, _) in self._under_way.items():
            if under_way == number:
                ray.cancel(task, force=True)

    def close(self) -> None:
        ray.shutdown()

    def _outcome(self, task: Any) -> Outcome:
        number, contents, kept = self._under_way.pop(task)
        try:
            packed = ray.get(task)
        except TaskCancelledError:
            return Outcome(number, None)
        except RayTaskError as problem:
            raise InputError(_NOT_THERE.format(problem.cause)) from problem
        except RayError:  # the process or its node is gone
            return Outcome(number, None)
        return Outcome(number, engines.report(contents, packed, self._part(number), kept))


def _knock(address: str) -> None:
    """Whether anybody listens there at all: ray itself would try for half a minute."""
    far = urlsplit(address)
    if far.scheme == "ray" and far.hostname:
        socket.create_connection((far.hostname, far.port or CLIENT_PORT), timeout=PATIENCE).close()


def _connect(address: str) -> None:
    """Join the cluster. From outside one connection in fifty comes to nothing, the next one holds."""
    for left in reversed(range(TRIES)):
        try:
            ray.init(address=address, log_to_driver=False, logging_level="ERROR")
            return
        except (ConnectionError, RuntimeError):
            if not left:
                raise


def _bare(one: Content) -> Content:
    """A content without its bytes, which have been sent."""
    return Content(one.name, one.sha256)


_read = ray.remote(num_cpus=1, max_retries=0, scheduling_strategy="SPREAD")(parts.read)
