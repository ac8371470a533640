"""Python's argument parser, speaking Chinese."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import NoReturn

EXIT_BAD_INPUT = 2

# What the standard parser says -> what we say; `\1`, `\2` are its own words.
SENTENCES = (
    (r"the following arguments are required: (.+)", r"缺少参数：\1。"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1。"),
    (
        r"argument (.+): invalid choice: (.+) \(choose from (.+)\)",
        r"参数 \1 的值 \2 不在可选范围内，可选：\3。",
    ),
    (r"argument (.+): expected one argument", r"参数 \1 后面要写一个值。"),
    (r"argument (.+): expected at least one argument", r"参数 \1 后面至少要写一个值。"),
    (r"argument (.+): expected (\d+) arguments?", r"参数 \1 后面要写 \2 个值。"),
    (r"argument (.+): invalid int value: (.+)", r"参数 \1 的值 \2 不是整数。"),
    (r"argument (.+): not allowed with argument (.+)", r"参数 \1 与 \2 不能同时使用。"),
    (r"one of the arguments (.+) is required", r"以下参数要写一个：\1。"),
    (r"ambiguous option: (.+) could match (.+)", r"参数 \1 不明确，可能是：\2。"),
    (r"argument (.+): ignored explicit argument (.+)", r"参数 \1 不带值，多写了 \2。"),
    (r"argument (.+): (.+)", r"参数 \1：\2"),
)


class ChineseHelp(argparse.HelpFormatter):
    """Help with a Chinese word before the usage line."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class ChineseParser(argparse.ArgumentParser):
    """Every word it prints is Chinese; a wrong argument ends the program with exit code 2."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=ChineseHelp,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "位置参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明后退出")

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.format_usage()}{in_chinese(message)}用 {self.prog} --help 查看用法。\n")
        sys.exit(EXIT_BAD_INPUT)


def in_chinese(message: str) -> str:
    """The standard parser's sentence in Chinese, or unchanged when it is none of the known ones."""
    for pattern, sentence in SENTENCES:
        match = re.fullmatch(pattern, message)
        if match:
            return match.expand(sentence)
    return message
