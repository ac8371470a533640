"""The shape of the code, counted: functions short, files shorter than 500 lines, little interface a ledger."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from luoshi.ledgers import registry

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/luoshi"
WEB = SOURCE / "web"
# What knows a ledger of the family: a module that imports its room, a template in a folder of its name.
FAMILY = re.compile(r"luoshi\.(projects|enterprises)|templates/(delivery|investment|land)/")
LONGEST_FILE, LONGEST_OF_TEN, LONGEST_FUNCTION, INTERFACE = 500, 30, 60, 60


def modules() -> Iterator[Path]:
    """Every module written by hand."""
    return (path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)


def lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def functions() -> list[tuple[int, str]]:
    """(lines, where) of every function, the shortest first."""
    found = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                found.append((node.end_lineno - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.lineno}"))
    return sorted(found)


def of_the_family(path: Path) -> bool:
    where = path.relative_to(ROOT).as_posix()
    return bool(FAMILY.search(where)) or (
        path.suffix == ".py" and bool(FAMILY.search(path.read_text(encoding="utf-8")))
    )


def test_functions_are_short() -> None:
    found = functions()
    assert len(found) > 1000
    assert found[len(found) * 9 // 10][0] <= LONGEST_OF_TEN
    assert found[-1][0] <= LONGEST_FUNCTION, found[-1]


def test_no_file_is_long() -> None:
    of_pages = (
        path
        for path in WEB.rglob("*")
        if path.suffix in {".html", ".css", ".js"} and "vendor" not in path.parts
    )
    assert [(path.name, lines(path)) for path in (*modules(), *of_pages) if lines(path) > LONGEST_FILE] == []


def test_a_ledger_needs_little_interface() -> None:
    """Beyond its declaration: the code of pages that know the family, spread over its ledgers."""
    written = [path for path in WEB.rglob("*") if path.suffix in {".py", ".html"} and of_the_family(path)]
    ledgers = [
        ledger
        for ledger in registry.ledgers()
        if re.match(r"luoshi\.(projects|enterprises)", ledger.model.__module__)
    ]
    assert len(written) > 10
    assert sum(map(lines, written)) <= INTERFACE * len(ledgers), len(ledgers)
