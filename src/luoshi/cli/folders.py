"""The arguments by which `luoshi read` takes a whole folder; what reads it is imported only then."""

from __future__ import annotations

import argparse
from typing import cast

from luoshi.cli import extras
from luoshi.cli.errors import InputError

LOCAL, RAY, FAR = "local", "ray", "ray://"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--corpus",
        metavar="文件夹",
        help="识读整个文件夹（含下级），结果写到 -o 文件名.parquet；中断后再执行则接着读",
    )
    parser.add_argument(
        "--workers",
        type=_count,
        metavar="个数",
        help="与 --corpus 同用：本机用几个进程，默认与处理器核数相同",
    )
    parser.add_argument(
        "--engine",
        type=_engine,
        default=LOCAL,
        metavar="位置",
        help="与 --corpus 同用：local 在本机（默认）；ray 在本机所在的 Ray 集群；ray://主机:端口 在别处的 Ray 集群",
    )


def wanted(options: argparse.Namespace) -> bool:
    """Whether a folder is to be read; refuses words that only a folder has a use for."""
    if not options.corpus and (options.workers or options.engine != LOCAL):
        raise InputError("--workers 和 --engine 只与 --corpus 文件夹同用，请去掉，或写上 --corpus。")
    return bool(options.corpus)


def run(options: argparse.Namespace) -> int:
    """Read the folder named by ``--corpus``."""
    return cast(int, extras.module("luoshi.cli.corpora.command", needs="pyarrow").run(options))


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1024:
        raise argparse.ArgumentTypeError(f"“{text}”不是进程个数，请写 1 到 1024 的整数。")
    return int(text)


def _engine(text: str) -> str:
    if text not in (LOCAL, RAY) and not text.startswith(FAR):
        raise argparse.ArgumentTypeError(f"“{text}”不是可用的位置，请写 local、ray 或 ray://主机:端口。")
    return text
