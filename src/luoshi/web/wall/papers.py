"""Reports as parts of a page: the list of what was issued, and the text of one with its figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from luoshi.ledgers import standing
from luoshi.oversight.bulletins import facts
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.reports import charts, document, references
from luoshi.reports.document import Block, Official, Paragraph, Piece
from luoshi.reports.facts import MonthFacts
from luoshi.web import formats
from luoshi.web.parts import Cell, Column, Kind, Row, Table
from luoshi.web.request import Request

SHORT: Final = 11  # letters of a day, a number of a task
_STALE: standing.Kept[frozenset[str]] = standing.Kept(24)


def bulletins(found: Iterable[Bulletin]) -> Table:
    """All that was issued, newest month first."""
    return Table(
        name="bulletins",
        columns=(
            Column("月份", width="narrow"), Column("文种", width="narrow"), Column("标题", width="wide", data=True),
            Column("文号", width="medium", data=True), Column("印发日期", kind="day"), Column("印发人", kind="line", data=True), Column("文件", kind="line"),
        ),
        rows=tuple(
            Row(
                (
                    Cell(formats.month(b.period)),
                    Cell(b.kind_name),
                    Cell(b.title, url=reverse("bulletin", args=[b.pk]), page=True),
                    Cell(b.number or "–"),
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
class Said:
    """A stretch of text; a figure has the address of where it comes from, and is ``stale`` where it is another now."""

    text: str
    figure: bool = False
    url: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A block of a document as the page sets it: ``kind`` is heading, paragraph or table."""

    kind: str
    text: str = ""
    lead: str = ""
    level: int = 0
    table: Table | None = None
    said: tuple[Said, ...] = ()


def paper(official: Official, stale: Collection[str] = ()) -> dict[str, object]:
    """A document's text and its attachments; figures whose keys are ``stale`` are marked."""
    links = {each.key: reverse("reference", args=[each.code]) for each in official.references}
    attached = [
        (a.title, [_table(f"a{n}-{m}", t, links) for m, t in enumerate(a.tables)])
        for n, a in enumerate(official.attachments)
    ]
    lines = [_line(block, links, stale) for block in official.body]
    return {"official": official, "lines": lines, "attached": attached}


def stale(request: Request, row: Bulletin) -> frozenset[str]:
    """The subjects of a report of which something else would be said now; kept as long as nobody writes.

    What reports learned to say later is nothing else than it said.
    """

    def compared() -> frozenset[str]:
        then = references.subjects(MonthFacts.of(row.facts))
        gathered = facts.gather(
            row.period,
            on=row.issued_on,
            again=row.issue,
            kind=row.kind,
            corrections=row.facts.get("corrections", ()),
        )
        now = references.subjects(MonthFacts.of(gathered))
        return frozenset(key for key, said in then.items() if not {*said} <= {*now.get(key, ())})

    return _STALE.of(request.head, row.pk, compared)


def _line(block: Block, links: Mapping[str, str], stale: Collection[str]) -> Line:
    if isinstance(block, document.Heading):
        said = block.pieces or (Piece(block.text),)
        return Line("heading", block.text, level=block.level, said=_said(said, links, stale))
    if isinstance(block, Paragraph):
        return Line("paragraph", block.text, lead=block.lead, said=_said(block.pieces, links, stale))
    table = charts.as_table(block) if isinstance(block, document.Chart) else block
    return Line("table", table=_table("inline", table, links))


def _said(pieces: Iterable[Piece], links: Mapping[str, str], stale: Collection[str]) -> tuple[Said, ...]:
    return tuple(
        Said(each.text, bool(each.key), links.get(each.key, ""), each.key in stale) for each in pieces
    )


def _table(name: str, table: document.Table, links: Mapping[str, str]) -> Table:
    keys: Sequence[str] = table.keys or [""] * len(table.rows)
    first = next((at for at, column in enumerate(table.columns) if column.numeric), 0)
    return Table(
        name=name,
        columns=tuple(
            Column(c.head, kind=_kind(c, [row[at] for row in table.rows]))
            for at, c in enumerate(table.columns)
        ),
        rows=tuple(
            Row(
                tuple(
                    Cell(text, url=links.get(key, "") if at == first else "") for at, text in enumerate(row)
                )
            )
            for row, key in zip(table.rows, keys, strict=True)
        ),
        caption=table.caption,
        frozen=2,
        short=True,
    )


def _kind(column: document.TableColumn, texts: Iterable[str]) -> Kind:
    """Numbers to the right; days, codes and short words are not broken."""
    if column.numeric:
        return "number"
    return "line" if max(map(len, texts), default=0) <= SHORT else "text"
