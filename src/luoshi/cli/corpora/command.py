"""`luoshi read --corpus`: the words around reading a folder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from luoshi.cli import extras, files, folders
from luoshi.cli.corpora import reading
from luoshi.cli.corpora.engines import Engine
from luoshi.cli.corpora.local import Local, cores
from luoshi.cli.corpora.progress import Progress
from luoshi.cli.corpora.reading import Summary
from luoshi.cli.errors import InputError

SHOWN = 10  # files that could not be read, named on the screen; all of them are in the table


def run(options: argparse.Namespace) -> int:
    """Read the folder into the tables; what has been read is kept when it is interrupted."""
    folder, out = Path(options.corpus), Path(options.output or "")
    _require(options, folder, out)
    try:
        summary = reading.read(folder, out, _engine(options), partial(Progress, sys.stderr), options.year)
    except KeyboardInterrupt:
        sys.stderr.write("\n已中断。读完的部分已经保存，再执行一次同样的命令就从断开的地方接着读。\n")
        raise
    sys.stdout.write("".join(f"{line}\n" for line in told(summary, out)))
    return 0


def told(summary: Summary, out: Path) -> list[str]:
    """What came of it, in sentences."""
    speed = summary.size / max(summary.seconds, 1e-9) / 1e6
    lines = [
        f"共 {summary.files} 份文件（{summary.size / 1e6:.1f} MB），用时 {summary.seconds:.1f} 秒，每秒 {speed:.1f} MB。",
        f"找到 {summary.commitments} 条承诺，写在“{out}”；每份文件一行的清单写在“{summary.list}”。",
    ]
    if summary.kept:
        lines.append(f"{summary.kept} 份与上次相同，沿用上次结果。")
    if summary.readers:
        lines.append(f"{summary.files - summary.kept} 份由 {len(summary.readers)} 个进程读出。")
    if not summary.changed:
        lines.append("文件夹里没有变化，两张表保持原样。")
    if summary.errors:
        lines.append(f"{len(summary.errors)} 份没有读成，原因写在清单的 error 列：")
        lines += [f"  {sentence}" for sentence in summary.errors[:SHOWN]]
        lines += [f"  ……另有 {len(summary.errors) - SHOWN} 份。"] * (len(summary.errors) > SHOWN)
    return lines


def _require(options: argparse.Namespace, folder: Path, out: Path) -> None:
    if options.file:
        raise InputError("--corpus 读整个文件夹，不能再写单个文件，请去掉其中一个。")
    if options.format != "table":
        raise InputError("--corpus 只写两张 .parquet 表，请去掉 --format。")
    if out.suffix != ".parquet":
        raise InputError("批量识读的结果要写到 .parquet 文件里，请加上 -o 文件名.parquet。")
    if not folder.is_dir():
        raise InputError(f"找不到文件夹“{folder}”，请核对路径。")
    files.require_place(str(out))


def _engine(options: argparse.Namespace) -> Callable[[Callable[[int], Path], int | None], Engine]:
    if options.engine == folders.LOCAL:
        return partial(Local, options.workers or cores())
    if options.workers:
        raise InputError("--workers 只用于本机；在集群上用多少处理器由集群决定，请去掉它。")
    cluster = extras.module("luoshi.cli.corpora.cluster", needs="ray")
    return partial(cluster.Cluster, "auto" if options.engine == folders.RAY else options.engine)
