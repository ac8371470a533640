"""The texts in Python: literals and f-strings that hold Chinese and are no docstrings, with a hole for each value."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

from luoshi.web.language.sentences import HAN
from tests.texts.templates import HOLE, msgid
from tests.texts.templates import written as markup

FIELD: Final = re.compile(r"\{[a-z_]*\}|%\([a-z_]+\)[sd]|%[sd]")
NOT_SAID: Final = re.compile(r"\(\?|^=")  # a pattern, a formula of a workbook
MARKUP: Final = re.compile(r"<[a-z]+[ >]")
UNSEEN: Final = frozenset({"words", "sample", "also", "aliases"})  # keywords whose values no page shows
LEXICAL: Final = frozenset(
    {"compile", "quick", "lazy", "grouped", "fullmatch", "search", "match", "sub", "split"}
)


def texts(source: str) -> Iterator[str]:
    """Every msgid in a module."""
    tree = ast.parse(source)
    yield from _found(tree)


def _found(node: ast.AST) -> Iterator[str]:
    written = _written(node)
    if written is not None and HAN.search(written) and not NOT_SAID.search(written):
        text = FIELD.sub(HOLE, written)
        yield from markup(text) if MARKUP.search(text) else msgid(text)
    for child in _children(node, written is not None):
        yield from _found(child)


def _children(node: ast.AST, taken: bool) -> Iterator[ast.AST]:
    """What is inside a node: of what was taken as a text only the values in its holes."""
    if isinstance(node, ast.JoinedStr):
        yield from (each.value for each in node.values if isinstance(each, ast.FormattedValue))
    elif taken and isinstance(node, ast.BinOp):
        yield from (side for side in _sides(node) if not isinstance(side, ast.Constant))
    elif (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in LEXICAL
        or isinstance(node, ast.keyword)
        and node.arg in UNSEEN
    ):
        return
    else:
        yield from (child for child in ast.iter_child_nodes(node) if not _is_docstring(child))


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _written(node: ast.AST) -> str | None:
    """The text that a node writes, with holes; None where it writes none."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(_written(each) or HOLE for each in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        sides = [_written(side) for side in _sides(node)]
        return "".join(HOLE if side is None else side for side in sides) if any(sides) else None
    return None


def _sides(node: ast.BinOp) -> list[ast.expr]:
    left = (
        _sides(node.left)
        if isinstance(node.left, ast.BinOp) and isinstance(node.left.op, ast.Add)
        else [node.left]
    )
    return [*left, node.right]
