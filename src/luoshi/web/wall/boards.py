"""Red and black lists as parts of a page."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.urls import reverse

from luoshi.rules.boards import Board, Entry
from luoshi.web.parts import Cell, Column, Row, Table


def tables(board: Board) -> dict[str, Table]:
    """Three tables: red, black, and the units on neither."""
    return {
        "red": _entries("red-list", "红榜", board.red, "本月没有单位列入红榜。"),
        "black": _entries("black-list", "黑榜", board.black, "本月没有单位列入黑榜。"),
        "neither": _entries("neither", "其他单位", board.neither, "所有单位都已列入榜单。"),
    }


def _entries(name: str, caption: str, entries: Sequence[Entry], empty: str) -> Table:
    here = reverse("targets")
    return Table(
        name=name,
        caption=caption,
        columns=(
            Column("位次", kind="number", width="narrow"),
            Column("单位", kind="line", data=True),
            Column("理由", width="rest"),
        ),
        rows=tuple(
            Row(
                (
                    Cell(str(e.rank) if e.rank else "–"),
                    Cell(e.unit, url=f"{here}?{urlencode({'unit': e.unit})}", page=True),
                    Cell(e.reason),
                )
            )
            for e in entries
        ),
        frozen=0,
        empty=empty,
        short=True,
    )
