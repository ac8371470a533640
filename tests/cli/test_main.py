"""The frame of the command line: help, exit codes, and sentences for what is wrong."""

from __future__ import annotations

import socket

import pytest

from luoshi import __version__
from luoshi.cli import main, server
from luoshi.cli.errors import InputError
from luoshi.cli.parser import in_chinese
from luoshi.cli.table import COMMANDS, Entry

Captured = pytest.CaptureFixture[str]


def test_the_overview_names_every_command(capsys: Captured) -> None:
    assert main.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {entry.name} " in shown and entry.summary in shown for entry in COMMANDS)


def test_without_a_command_the_overview_is_shown_and_it_is_an_error(capsys: Captured) -> None:
    assert main.main([]) == 2
    assert "用法：luoshi 命令" in capsys.readouterr().out


def test_the_version_is_told(capsys: Captured) -> None:
    assert main.main(["--version"]) == 0
    assert capsys.readouterr().out == f"luoshi {__version__}\n"


def test_an_unknown_command_is_refused_with_the_known_ones(capsys: Captured) -> None:
    assert main.main(["serv"]) == 2
    assert "没有“serv”这个命令，可用的命令：" in capsys.readouterr().err


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_explains_itself(entry: Entry, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as end:
        main.main([entry.name, "--help"])
    shown = capsys.readouterr().out
    assert end.value.code == 0
    assert f"用法：luoshi {entry.name}" in shown
    assert entry.summary in shown


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--port", "eight"], "参数 --port：“eight”不是端口，请写 1 到 65535 的整数。"),
        (["--port", "65536"], "参数 --port：“65536”不是端口"),
        (["--workers", "0"], "参数 --workers：“0”不是进程数"),
        (["--port"], "参数 --port 后面要写一个值。"),
        (["--nothing"], "不认识的参数：--nothing。"),
    ],
)
def test_a_wrong_argument_is_refused_in_chinese(words: list[str], sentence: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as end:
        main.main(["serve", *words])
    assert end.value.code == 2
    assert sentence in capsys.readouterr().err


def test_sentences_of_the_standard_parser_are_translated() -> None:
    assert in_chinese("the following arguments are required: FILE, --year") == "缺少参数：FILE, --year。"
    assert in_chinese("argument --format: invalid choice: 'x' (choose from json, md)") == (
        "参数 --format 的值 'x' 不在可选范围内，可选：json, md。"
    )
    assert in_chinese("something new") == "something new"


def test_a_taken_port_is_refused() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"127.0.0.1:{port} 不能使用"):
            server.refuse_taken_port("127.0.0.1", port)
    server.refuse_taken_port("127.0.0.1", port)


@pytest.mark.django_db
def test_a_database_up_to_date_is_left_alone(django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        server.migrate()
