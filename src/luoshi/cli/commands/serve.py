"""`luoshi serve`: the pages, on this machine or for the network behind a proxy."""

from __future__ import annotations

import argparse
import sys
from ipaddress import ip_address

from django.conf import settings

from luoshi.cli import server

THIS_MACHINE = {"127.0.0.1", "localhost", "[::1]"}  # the names under which only this machine reaches it


def arguments(parser: argparse.ArgumentParser) -> None:
    add_address(parser)
    parser.add_argument("--workers", type=count, default=1, metavar="进程数", help="工作进程数，默认 1")


def add_address(parser: argparse.ArgumentParser) -> None:
    """The two arguments that say where to listen."""
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="地址", help="监听地址，默认 127.0.0.1（只限本机）"
    )
    parser.add_argument("--port", type=port, default=8000, metavar="端口", help="监听端口，默认 8000")


def run(options: argparse.Namespace) -> int:
    server.prepare()
    server.serve(options.host, options.port, lambda: announce(options.host, options.port), options.workers)
    return 0


def announce(host: str, port: int) -> None:
    """One line with the address, and a warning where nobody else would get an answer from it."""
    sys.stdout.write(f"落实已启动：{address(host, port)}（按 Ctrl+C 停止）\n")
    sys.stdout.flush()
    if not is_local(host) and set(settings.ALLOWED_HOSTS) <= THIS_MACHINE:
        sys.stderr.write(
            "提示：其他机器现在打不开页面（会看到 400）。请先停止服务，把环境变量 LUOSHI_ALLOWED_HOSTS "
            "设为大家在浏览器里输入的主机名或 IP 地址（多个用逗号隔开，例如 10.1.2.3），再重新启动。\n"
        )
        sys.stderr.flush()


def is_local(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"“{text}”不是端口，请写 1 到 65535 的整数。")
    return int(text)


def count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65:
        raise argparse.ArgumentTypeError(f"“{text}”不是进程数，请写 1 到 64 的整数。")
    return int(text)
