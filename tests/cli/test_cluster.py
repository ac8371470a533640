"""A real Ray cluster of this machine: a head that computes nothing and two workers of one core each."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from luoshi.cli.corpora import batches, parts
from luoshi.cli.corpora.engines import Outcome
from luoshi.cli.errors import InputError
from tests.cli.folders import both, read
from tests.reading import plans
from tests.whole.zone import Captured, said

pytest.importorskip("ray", reason="ray is not installed on this machine (pip install 'luoshi[cluster]')")

import ray

from luoshi.cli.corpora import cluster as nodes
from luoshi.cli.corpora.cluster import Cluster

RAY = Path(sys.executable).with_name("ray")
STARTED = "Ray runtime started"
OURS = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "1",
    "PYTHONUNBUFFERED": "1",
}
SMALL = "--object-store-memory=100000000"
COUNT = 24

pytestmark = pytest.mark.filterwarnings("ignore")  # ray's own, which are not ours to mend


class Running(NamedTuple):
    """Where the cluster is for its own machines, where for others, and the words that start one more node."""

    address: str
    outside: str
    node: list[str]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Running]:
    home = tempfile.mkdtemp(prefix="ray-")  # short: the names of sockets have a limit
    inside, outside = free_ports(2)
    head = [
        *("--head", f"--port={inside}", f"--ray-client-server-port={outside}", "--num-cpus=0", SMALL),
        *("--include-dashboard=false", f"--temp-dir={home}", "--disable-usage-stats"),
    ]
    node = [f"--address=127.0.0.1:{inside}", "--num-cpus=1", SMALL]
    running: list[subprocess.Popen[str]] = []
    try:
        for words in (head, node, node):
            running.append(start(words))
        yield Running(f"127.0.0.1:{inside}", f"ray://127.0.0.1:{outside}", node)
    finally:
        for process in reversed(running):
            stop(process)
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def address(cluster: Running) -> str:
    return cluster.address


def stop(process: subprocess.Popen[str]) -> None:
    """End a node and what it has started."""
    if process.stdout and not process.stdout.closed:
        process.terminate()
        process.communicate()


def start(words: list[str]) -> subprocess.Popen[str]:
    """One node, once it says that it runs."""
    process = subprocess.Popen(
        [RAY, "start", "--block", "--node-ip-address=127.0.0.1", *words],
        env={**os.environ, **OURS},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert process.stdout
    told = []
    for line in process.stdout:
        told.append(line)
        if STARTED in line:
            return process
    raise AssertionError("".join(told))


def free_ports(count: int) -> list[int]:
    """Ports that nobody uses, above those that ray gives its own processes and below those of connections."""
    found: list[int] = []
    for port in range(24_100 + os.getpid() % 5_000, 32_700):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                found.append(port)
        if len(found) == count:
            return found
    raise AssertionError("no port is free")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plans")
    plans.folder(folder, COUNT, sections=6)
    (folder / "空.txt").write_bytes(b"")
    return folder


def test_a_cluster_writes_the_same_tables(made: Path, tmp_path: Path, address: str) -> None:
    there, here = tmp_path / "there.parquet", tmp_path / "here.parquet"
    summary = read(made, there, partial(Cluster, address))
    assert len(summary.readers) == 2, "both workers have read"
    read(made, here)
    assert both(there) == both(here)
    assert read(made, there, partial(Cluster, address)).kept == COUNT


def test_from_the_command_line(
    made: Path, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("RAY_ADDRESS", address)
    out = tmp_path / "a.parquet"
    code, shown, _ = said(capsys, "read", "--corpus", made, "-o", out, "--engine", "ray")
    assert code == 0
    assert f"共 {COUNT + 1} 份文件" in shown and "1 份没有读成" in shown


def test_from_a_machine_outside(made: Path, tmp_path: Path, cluster: Running, capsys: Captured) -> None:
    there, here = tmp_path / "there.parquet", tmp_path / "here.parquet"
    assert said(capsys, "read", "--corpus", made, "-o", there, "--engine", cluster.outside)[0] == 0
    read(made, here)
    assert both(there) == both(here)


def test_a_task_that_is_stopped_has_no_report(made: Path, tmp_path: Path, address: str) -> None:
    batch = tuple(batches.listed(made, ()))
    with closing(Cluster(address, lambda number: tmp_path / f"{number}.arrow", None)) as engine:
        engine.start(1, batch)
        engine.stop(1)
        assert ended(engine.finished) == Outcome(1, None)
        engine.start(2, batch)
        assert ended(engine.finished).report is not None
    assert [path.name for path in tmp_path.iterdir()] == ["2.arrow"]


def ended(finished: Callable[[float], list[Outcome]]) -> Outcome:
    while True:
        for outcome in finished(1.0):
            return outcome


class Losing(Cluster):
    """A cluster that loses a node as soon as something has been read."""

    def __init__(self, *words: Any, node: subprocess.Popen[str]) -> None:
        super().__init__(*words)
        self._node = node

    def finished(self, wait: float) -> list[Outcome]:
        done = super().finished(wait)
        if done and self._node.poll() is None:
            stop(self._node)
        return done


def test_a_node_may_be_lost(made: Path, tmp_path: Path, cluster: Running) -> None:
    there, here = tmp_path / "there.parquet", tmp_path / "here.parquet"
    node = start(cluster.node)
    try:
        read(made, there, partial(Losing, cluster.address, node=node))
    finally:
        stop(node)
    read(made, here)
    assert both(there) == both(here)


def test_another_edition_on_the_nodes_is_refused(
    made: Path, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "edition", lambda: "another")
    with pytest.raises(InputError, match="不是同一个版本"):
        read(made, tmp_path / "a.parquet", partial(Cluster, address))
    assert not list(tmp_path.glob("*.parquet"))


def test_nodes_without_us_are_told(
    made: Path, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(contents: object, year: object) -> bytes:
        raise ModuleNotFoundError("No module named 'luoshi'")

    monkeypatch.setattr(nodes, "_read", ray.remote(num_cpus=1, max_retries=0)(lacking))
    with pytest.raises(InputError, match="没有装好 luoshi"):
        read(made, tmp_path / "a.parquet", partial(Cluster, address))


def test_where_no_cluster_is_a_sentence_says_so(made: Path, tmp_path: Path) -> None:
    (port,) = free_ports(1)
    with pytest.raises(InputError, match="连不上 Ray 集群"):
        read(made, tmp_path / "a.parquet", partial(Cluster, f"ray://127.0.0.1:{port}"))
    assert list(tmp_path.iterdir()) == []
