"""`luoshi audit verify` holds the trail against its own chain; `luoshi audit head` hands out where the chain ends."""

from __future__ import annotations

import argparse
import sys

from luoshi.cli import files, house
from luoshi.cli.errors import InputError
from luoshi.ledgers import chain


def arguments(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", metavar="动作", required=True, title="动作")
    verify = words.add_parser(
        "verify",
        help="核对操作记录有没有被改动",
        description="逐条核对操作记录：改动、删去、调换、插入过的，指出第一条。",
    )
    verify.add_argument("--head", metavar="文件", help="以前导出的链头，一并核对它以前的记录")
    head = words.add_parser(
        "head",
        help="导出链头",
        description="导出链头：一行文字，记着操作记录到第几条、指纹是什么。请存到别处，供以后核对。",
    )
    head.add_argument("-o", "--output", metavar="文件", help="写到文件，默认显示在屏幕上")


def run(options: argparse.Namespace) -> int:
    return verify(options.head) if options.word == "verify" else export(options.output)


def verify(name: str | None) -> int:
    earlier = chain.Head.parse(files.contents(name).decode(errors="replace")) if name else None
    house.open_house()
    found = chain.verify(earlier)
    if not found:
        raise InputError(f"操作记录核对不符，此前 {found.rows} 条无误。{found.why}")
    against = f"，与导出的链头（第 {earlier.seq} 条）一致" if earlier else ""
    sys.stdout.write(f"操作记录 {found.rows} 条，逐条核对无误{against}。\n{found.head.text()}\n")
    return 0


def export(name: str | None) -> int:
    house.open_house()
    line = chain.head().text() + "\n"
    if name:
        files.write(name, line.encode())
    else:
        sys.stdout.write(line)
    return 0
