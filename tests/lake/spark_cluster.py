"""A real Spark cluster of this machine: a master, two workers of one core each, and a Connect server before them.

``SPARK_HOME`` is a Spark with its Java classes, such as the folder ``pyspark`` of another environment in which
``pip install pyspark`` was done (beside pyspark-client it cannot be installed: both bring a package of that name).
"""

from __future__ import annotations

import os
import re
import subprocess
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

MASTER = "org.apache.spark.deploy.master.Master"
WORKER = "org.apache.spark.deploy.worker.Worker"
CONNECT = "org.apache.spark.sql.connect.service.SparkConnectServer"
HERE = "127.0.0.1"


@contextmanager
def cluster(spark: Path, scratch: Path, memory: str = "1g") -> Iterator[str]:
    """The address of the Connect server while all of it runs."""
    with ExitStack() as stack:

        def start(words: list[str], sign: str) -> str:
            return stack.enter_context(_running([str(spark / "bin" / words[0]), *words[1:]], spark, sign))

        master = start(
            ["spark-class", MASTER, "--host", HERE, "--port", "0", "--webui-port", "0"],
            r"Starting Spark master at (spark://\S+)",
        )
        for number in (1, 2):
            own = ["-c", "1", "-m", memory, "-d", str(scratch / f"worker{number}")]
            start(
                ["spark-class", WORKER, "--host", HERE, "--webui-port", "0", *own, master],
                "(Successfully registered with master)",
            )
        settings = {
            "spark.connect.grpc.binding.address": HERE,
            "spark.connect.grpc.binding.port": "0",
            "spark.driver.host": HERE,
            "spark.driver.bindAddress": HERE,
            "spark.driver.memory": memory,
            "spark.executor.memory": memory,
            "spark.executor.cores": "1",
            "spark.ui.enabled": "false",
            "spark.sql.shuffle.partitions": "4",
            "spark.sql.warehouse.dir": str(scratch / "warehouse"),
        }
        given = [word for item in settings.items() for word in ("--conf", "=".join(item))]
        address = start(
            ["spark-submit", "--class", CONNECT, "--master", master, *given, "spark-internal"],
            r"Spark Connect server started at: (\S+)",
        )
        yield f"sc://{address}"


@contextmanager
def _running(words: list[str], spark: Path, sign: str) -> Iterator[str]:
    """A process from its sign of life on, which tells something of it, to the end."""
    home = {"SPARK_HOME": str(spark), "SPARK_LOCAL_IP": HERE}
    process = subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **home},
        cwd=spark,
    )
    assert process.stdout
    last: deque[str] = deque(maxlen=30)
    try:
        for line in process.stdout:
            last.append(line)
            if found := re.search(sign, line):
                break
        else:
            raise AssertionError("".join(last))
        reading = threading.Thread(target=deque, args=(process.stdout, 0), daemon=True)
        reading.start()  # else it would wait once its words fill the pipe
        yield found[1]
    finally:
        process.terminate()
        process.wait()
