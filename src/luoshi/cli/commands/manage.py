"""`luoshi manage …`: Django's own management commands, for developers."""

from __future__ import annotations

import argparse

from django.core.management import execute_from_command_line


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs=argparse.REMAINDER, metavar="命令", help="例如 migrate、makemigrations、shell"
    )


def run(options: argparse.Namespace) -> int:
    execute_from_command_line(["luoshi manage", *options.words])
    return 0
