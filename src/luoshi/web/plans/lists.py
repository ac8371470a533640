"""任务清单 责任清单 时限清单 as tables of a page and as one workbook."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.urls import reverse
from xlsxwriter.workbook import Workbook

from luoshi.ledgers import workbooks
from luoshi.ledgers.workbooks import Formats
from luoshi.plans.documents.models import Document
from luoshi.plans.tasks.lists import Duty, ThreeLists
from luoshi.web.formats import month as month_name
from luoshi.web.parts import Cell, Column, Row, Table

TASKS, DUTIES, DEADLINES = "tasks", "duties", "deadlines"
TITLES: Final = {TASKS: "任务清单", DUTIES: "责任清单", DEADLINES: "时限清单"}
A4: Final = 9


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a list: title, width in characters, and the value for a line."""

    title: str
    width: int
    of: Callable[[Line], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list; with a ``heading`` it opens a section."""

    heading: str = ""
    number: int = 0
    role: str = ""
    duty: Duty | None = None

    @property
    def said(self) -> Duty:
        assert self.duty is not None
        return self.duty


NUMBER = Field("编号", 11, lambda line: line.said.number)
KIND = Field("类别", 9, lambda line: line.said.kind)
CONTENT = Field("内容", 46, lambda line: line.said.content)
SECTION = Field("章节", 20, lambda line: line.said.section)
LEAD = Field("牵头单位", 14, lambda line: line.said.lead)
RESPONSIBLE = Field("责任单位", 18, lambda line: line.said.responsible)
SUPPORTING = Field("配合单位", 18, lambda line: line.said.supporting)
LEADER = Field("分管领导", 10, lambda line: line.said.leader)
DUE = Field("完成时限", 12, lambda line: month_name(line.said.due))
ROLE = Field("职责", 8, lambda line: line.role)

OURS: Final = (KIND, DUE, ROLE)  # the others hold what the plan says
FIELDS: Final[dict[str, tuple[Field, ...]]] = {
    TASKS: (NUMBER, KIND, CONTENT, SECTION, LEAD, RESPONSIBLE, SUPPORTING, LEADER, DUE),
    DUTIES: (ROLE, NUMBER, KIND, CONTENT, LEADER, DUE),
    DEADLINES: (NUMBER, KIND, CONTENT, LEAD, RESPONSIBLE, LEADER, SECTION),
}


def lines(lists: ThreeLists, name: str) -> list[Line]:
    """The lines of one list under its headings, numbered through."""
    if name == TASKS:
        return [Line(number=n, duty=duty) for n, duty in enumerate(lists.tasks, start=1)]
    return list(_numbered(_by_unit(lists) if name == DUTIES else _by_month(lists.deadlines)))


def _by_unit(lists: ThreeLists) -> Iterator[Line]:
    for unit in lists.duties:
        parts = (("牵头", unit.lead), ("责任", unit.responsible), ("配合", unit.supporting))
        counts = "，".join(f"{role} {len(held)} 项" for role, held in parts if held)
        yield Line(heading=f"{unit.title}（{counts}）")
        yield from (Line(role=role, duty=duty) for role, held in parts for duty in held)


def _by_month(found: Sequence[Duty]) -> Iterator[Line]:
    for due, group in groupby(found, key=lambda duty: duty.due):
        held = list(group)
        yield Line(heading=f"{month_name(due)}底前（{len(held)} 项）")
        yield from (Line(duty=duty) for duty in held)


def _numbered(found: Iterable[Line]) -> Iterator[Line]:
    number = 0
    for line in found:
        if line.heading:
            number = 0
            yield line
        else:
            number += 1
            yield Line(number=number, role=line.role, duty=line.duty)


def table(document: Document, found: Sequence[Line], name: str) -> Table:
    """One list on the page; the content leads back to its sentence."""
    columns = FIELDS[name]
    return Table(
        name=f"list-{name}",
        columns=(
            Column("序号", kind="number", width="narrow"),
            *(Column(c.title, width="wide" if c is CONTENT else "", data=c not in OURS) for c in columns),
        ),
        rows=tuple(_row(document, line, columns) for line in found),
        frozen=0,
        caption=TITLES[name],
        empty="还没有已确认的条目，确认之后自动列入清单。",
    )


def _row(document: Document, line: Line, columns: Sequence[Field]) -> Row:
    if line.heading:
        return Row(heading=line.heading)
    place = f"{reverse('plan', args=[document.pk])}#c{line.said.clause}"
    cells = (Cell(c.of(line) or "–", url=place if c is CONTENT else "", page=True) for c in columns)
    return Row((Cell(str(line.number)), *cells))


def workbook(document: Document, lists: ThreeLists) -> bytes:
    """The three lists as sheets of one workbook, A4 across, the head repeated on every page."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    formats = Formats(book)
    for name, title in TITLES.items():
        _sheet(book, formats, f"{document.title}{title}", title, lines(lists, name), FIELDS[name])
    book.close()
    return out.getvalue()


def _sheet(
    book: Workbook, formats: Formats, head: str, title: str, found: Sequence[Line], columns: Sequence[Field]
) -> None:
    sheet = book.add_worksheet(title)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    sheet.freeze_panes(2, 0)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    sheet.set_row(0, 30)
    sheet.merge_range(0, 0, 0, len(columns), "", formats.title)
    sheet.write_string(0, 0, head, formats.title)
    sheet.set_column(0, 0, 6)
    sheet.write_string(1, 0, "序号", formats.head)
    for place, column in enumerate(columns, start=1):
        sheet.set_column(place, place, column.width)
        sheet.write_string(1, place, column.title, formats.head)
    for at, line in enumerate(found, start=2):
        if line.heading:
            sheet.merge_range(at, 0, at, len(columns), "", formats.text)
            sheet.write_string(at, 0, line.heading, formats.head)
            continue
        sheet.write_number(at, 0, line.number, formats.centre)
        for place, column in enumerate(columns, start=1):
            workbooks.put(sheet, at, place, column.of(line), formats)
