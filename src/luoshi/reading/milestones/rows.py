"""The projects of a table: named in one cell of a row, with the stage each is to reach in another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from luoshi.reading import numerals
from luoshi.reading.milestones import tidying
from luoshi.reading.milestones.judging import fits
from luoshi.reading.milestones.pieces import pieces
from luoshi.reading.model import Milestone
from luoshi.reading.openings import lazy, quick
from luoshi.reading.sentence import Sentence
from luoshi.reading.tables import Row, answering
from luoshi.reading.tables.contents import BARE
from luoshi.reading.tables.grids import Cell

#: What a column of projects is called, and what counts a name there or sums the others up.
_PROJECTS = quick(r"项目|工程|实事")
#: 实事 are mostly called by their theme: 扩充优质学位.
_GOOD = "实事"
_COUNTED = lazy(r"\d{1,3}[.、](?!\d)\s?|[(（]\d{1,3}[)）]\s?")
_SUM = lazy(r"(?:合|总|小)\s?计|其中")
#: Columns that say what is to be.
_TO_BE = ("target", "words")
_SHORTEST = 3


def milestones(sentence: Sentence, row: Row, year: int | None) -> Iterator[Milestone]:
    """The stages that the cells of a row give its project, in order: 云溪大桥 | 主体完工 | 交通局."""
    project = _project(row)
    if project is None or row.counts or sentence.behind:
        return
    for clause in sentence.clauses:
        head = row.column(clause.start)
        if head is None or head.kind not in _TO_BE:
            continue
        for piece in pieces(sentence, clause.start, clause.end):
            said = next((one for one in sentence.periods if clause.start <= one.start < clause.end), None)
            if not piece.bare or said and said.past:
                continue
            who, when = answering(row, clause.start, year)
            yield Milestone(
                project.start, project.end, sentence.span, sentence.section, tidying.tidy(project.text), piece.stage,
                said.value if said else when, _worth(row), who,
            )  # fmt: skip


def _project(row: Row) -> Cell | None:
    """The cell of the project's name, without its number; None where the row has none, or sums the others up."""
    called, named = next(
        (
            (head.text, cell)
            for head, cell in row.pairs
            if head.kind == "indicator" and _PROJECTS.search(head.text)
        ),
        ("", None),
    )
    if named is None or _SUM.match(named.text):
        return None
    number = _COUNTED.match(named.text)
    begin = number.end() if number else 0
    if _GOOD in called and not fits(named.text[begin:], "firm"):
        return None
    return (
        Cell(named.start + begin, named.end, named.text[begin:])
        if len(named.text) - begin >= _SHORTEST
        else None
    )


def _worth(row: Row) -> Decimal | None:
    """The whole investment, where a column of its own tells it with its unit."""
    for head, cell in row.pairs:
        if head.kind == "size" and "投资" in head.text and cell.text:
            found = numerals.find(cell.text + head.unit if BARE.fullmatch(cell.text) else cell.text)
            return found[0].amount if found and found[0].kind == "money" else None
    return None
