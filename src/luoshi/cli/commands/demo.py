"""`luoshi demo`: the sample zone in the data folder, then the server on it."""

from __future__ import annotations

import argparse
import sys

from luoshi.cli import house, sample, server
from luoshi.cli.commands import serve
from luoshi.cli.readings.forms import grid


def arguments(parser: argparse.ArgumentParser) -> None:
    serve.add_address(parser)
    parser.add_argument("--no-serve", action="store_true", help="只装入样例，不启动服务")


def run(options: argparse.Namespace) -> int:
    house.open_house()
    if not sample.is_loaded():
        for what in sample.load():
            say(f"装入样例：{what}")
    if options.no_serve:
        say(cast())
        return 0
    server.prepare()
    server.serve(options.host, options.port, lambda: announce(options.host, options.port))
    return 0


def announce(host: str, port: int) -> None:
    """Who may sign in, and where."""
    say(f"{cast()}\n")
    serve.announce(host, port)


def cast() -> str:
    """The cast with the password they share."""
    people = sample.cast()
    return (
        f"{grid(('用户名', '姓名', '岗位'), people)}\n密码都是 {sample.PASSWORD}"
        if people
        else "还没有登记人员。"
    )


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
