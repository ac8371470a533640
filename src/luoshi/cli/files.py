"""Files and words of the command line: read, written and understood, or refused in a sentence."""

from __future__ import annotations

import argparse
import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from luoshi.cli.errors import InputError
from luoshi.rules.errors import RulesError
from luoshi.rules.months import parse_month

REASONS = {
    errno.ENOENT: "文件不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "该位置只能读",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.EIO: "磁盘读写出错",
}


def contents(name: str) -> bytes:
    """The bytes of a file that must be there."""
    path = Path(name)
    try:
        if path.is_dir():
            raise InputError(f"“{name}”是文件夹，请写其中一个文件的路径。")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"找不到文件“{name}”，请核对路径。") from None
    except OSError as problem:
        raise InputError(f"文件“{name}”读不出来（{why(problem)}），请检查后再试。") from problem


def write(name: str, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all: beside its place first, then moved there; ``data`` at once or piece by piece."""
    require_place(name)
    path = Path(name)
    beside = None
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".luoshi-")
        with os.fdopen(handle, "wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError as problem:
        if beside:
            Path(beside).unlink(missing_ok=True)
        raise unwritable(name, problem) from problem


def require_place(name: str) -> None:
    """Refuse a place where no file can be written; asked before anything is done for the file's sake."""
    path = Path(name)
    try:
        if path.is_dir():
            raise InputError(f"“{name}”是文件夹，请写出文件名。")
        if not path.parent.is_dir():
            raise InputError(f"文件夹“{path.parent}”不存在，请先建立，或把“{path.name}”写到别处。")
    except OSError as problem:
        raise unwritable(name, problem) from problem
    if not os.access(path.parent, os.W_OK):
        raise InputError(f"没有在文件夹“{path.parent}”里写文件的权限，请把“{path.name}”写到别处。")


def unwritable(name: str, problem: OSError) -> InputError:
    """What to say of a file that the system does not take."""
    return InputError(f"文件“{name}”写不进去（{why(problem)}），请换一个位置。")


def why(problem: OSError) -> str:
    """What the system says, in Chinese where it says it often."""
    return REASONS.get(problem.errno or 0, problem.strerror or "原因不明")


def year(text: str) -> int:
    """An argument that is a year."""
    if not text.isascii() or not text.isdigit() or not 2000 <= int(text) <= 2099:
        raise argparse.ArgumentTypeError(f"“{text}”不是年份，请写四位数字，如 2026。")
    return int(text)


def month(text: str) -> int:
    """An argument that is a month, as yyyymm."""
    try:
        return parse_month(text)
    except RulesError:
        raise argparse.ArgumentTypeError(f"“{text}”不是月份，请写成 2026-06 的样子。") from None
