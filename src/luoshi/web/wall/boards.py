"""Red and black lists, the list of bulletins, and a bulletin's text, as parts of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from luoshi.oversight.bulletins.models import Bulletin
from luoshi.reports import document
from luoshi.reports.document import Block, Official
from luoshi.rules.boards import Board, Entry
from luoshi.web import formats
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
            Column("单位", kind="line"),
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


def bulletins(found: Iterable[Bulletin]) -> Table:
    """All issued bulletins, newest month first."""
    return Table(
        name="bulletins",
        columns=(
            Column("月份", width="narrow"), Column("标题", width="wide"), Column("文号", width="medium"),
            Column("印发日期", kind="day"), Column("印发人"), Column("文件"),
        ),
        rows=tuple(
            Row(
                (
                    Cell(formats.month(b.period)),
                    Cell(b.title, url=reverse("bulletin", args=[b.pk]), page=True),
                    Cell(b.number),
                    Cell(b.issued_on.isoformat()),
                    Cell(b.issuer),
                    Cell("下载 Word", url=reverse("bulletin_file", args=[b.pk]), page=True),
                )
            )
            for b in found
        ),
        empty="还没有印发过通报。",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A block of a document as the page sets it: ``kind`` is heading, paragraph or table."""

    kind: str
    text: str = ""
    lead: str = ""
    level: int = 0
    table: Table | None = None


def paper(official: Official) -> dict[str, object]:
    """A document's text and its attachments."""
    attached = [
        (a.title, [_table(f"a{n}-{m}", t) for m, t in enumerate(a.tables)])
        for n, a in enumerate(official.attachments)
    ]
    return {"official": official, "lines": [_line(block) for block in official.body], "attached": attached}


def _line(block: Block) -> Line:
    if isinstance(block, document.Heading):
        return Line("heading", block.text, level=block.level)
    if isinstance(block, document.Paragraph):
        return Line("paragraph", block.text, lead=block.lead)
    return Line("table", table=_table("inline", block))


def _table(name: str, table: document.Table) -> Table:
    return Table(
        name=name,
        columns=tuple(Column(c.head, kind="number" if c.numeric else "text") for c in table.columns),
        rows=tuple(Row(tuple(Cell(text) for text in row)) for row in table.rows),
        caption=table.caption,
        frozen=2,
        short=True,
    )
