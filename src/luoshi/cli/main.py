"""The one entry point `luoshi`: finds the subcommand, prepares Django, and turns errors into sentences."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, OperationalError

from luoshi import __version__
from luoshi.cli.errors import InputError
from luoshi.cli.parser import EXIT_BAD_INPUT, ChineseParser
from luoshi.cli.table import COMMANDS, Entry
from luoshi.ledgers.errors import LedgerError

EXIT_INTERRUPTED, EXIT_CUT_OFF = 130, 141
OUT_OF_REACH = (OperationalError, DatabaseError)  # not its other kinds, which are defects of ours


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; the exit code is 0, or 2 when something is wrong with what was given."""
    speak_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or words[0] in {"-h", "--help"}:
        sys.stdout.write(overview())
        return 0 if words else EXIT_BAD_INPUT
    if words[0] in {"-V", "--version"}:
        sys.stdout.write(f"luoshi {__version__}\n")
        return 0
    entry = next((entry for entry in COMMANDS if entry.name == words[0]), None)
    if entry is None:
        names = "、".join(entry.name for entry in COMMANDS)
        return complain(f"没有“{words[0]}”这个命令，可用的命令：{names}。用 luoshi --help 查看说明。")
    return run(entry, words[1:])


def run(entry: Entry, words: list[str]) -> int:
    """Run one subcommand with its own arguments."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luoshi.settings")
    try:
        if entry.django:
            django.setup()
        command = entry.load()
        parser = ChineseParser(prog=f"luoshi {entry.name}", description=entry.summary)
        command.arguments(parser)
        code = command.run(parser.parse_args(words))
        sys.stdout.flush()
        return code
    except (InputError, LedgerError, ImproperlyConfigured) as problem:
        return complain(str(problem))
    except DatabaseError as problem:
        if type(problem) not in OUT_OF_REACH:
            raise
        return complain(f"数据库不可用，请检查数据目录或环境变量 LUOSHI_DATABASE_URL：{problem}")
    except BrokenPipeError:  # whoever read the output, `head` or a pager, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_CUT_OFF
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


def overview() -> str:
    """The help page: what luoshi is, and one line a subcommand."""
    width = max(len(entry.name) for entry in COMMANDS)
    lines = [f"  {entry.name:<{width}}  {entry.summary}" for entry in COMMANDS]
    return "\n".join(
        [
            "用法：luoshi 命令 [参数]",
            "",
            "落实：从工作要点里的一句话，到可以核对的结果。",
            "",
            "命令：",
            *lines,
            "",
            "用 luoshi 命令 --help 查看某个命令的参数。数据目录由环境变量 LUOSHI_HOME 指定，默认 ./var。",
            "",
        ]
    )


def complain(sentence: str) -> int:
    sys.stderr.write(sentence.rstrip() + "\n")
    return EXIT_BAD_INPUT


def speak_utf8() -> None:
    """Chinese must reach a pipe or a file whole, whatever the machine's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
