"""Files and words of the command line: read, written and understood, or refused in a sentence."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from luoshi.cli.errors import InputError
from luoshi.rules.errors import RulesError
from luoshi.rules.months import parse_month


def contents(name: str) -> bytes:
    """The bytes of a file that must be there."""
    path = Path(name)
    if path.is_dir():
        raise InputError(f"“{name}”是文件夹，请写其中一个文件的路径。")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"找不到文件“{name}”，请核对路径。") from None
    except OSError as problem:
        raise InputError(f"文件“{name}”读不出来（{problem.strerror}），请检查权限后再试。") from problem


def write(name: str, data: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved there."""
    path = Path(name)
    if path.is_dir():
        raise InputError(f"“{name}”是文件夹，请写出文件名。")
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".luoshi-")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError as problem:
        raise InputError(f"文件“{name}”写不进去（{problem.strerror}），请换一个位置。") from problem


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
