"""周调度清单: what a week's meeting has before it, by what should have happened: problems, needs, nodes."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, timedelta

from xlsxwriter import Workbook

from luoshi.ledgers import registry, workbooks
from luoshi.ledgers.access import Act, Actor, reach
from luoshi.ledgers.definition import Ledger
from luoshi.projects.delivery.needs.models import Need
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.problems.models import Problem
from luoshi.web.ledgers import lists
from luoshi.web.parts import Cell, Column, Row, Table

HEADS = ("项目", "事项", "责任单位", "责任人", "期限", "状态")
COLUMNS = (
    Column("项目", width="medium", data=True),
    Column("事项", width="rest"),
    Column("责任单位", kind="line", data=True),
    Column("责任人", width="narrow", data=True),
    Column("期限", kind="day"),
    Column("状态", width="medium"),
)
Item = tuple[Node | Need | Problem, tuple[str, str, str, str, str, str]]
NONE = "–"


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def sections(actor: Actor, day: date) -> list[tuple[str, list[Item]]]:
    """The headings of the list with their items; what the person may not see is not on it."""
    _, sunday = week_of(day)
    problems = [item(p, p.content, p.office, p.limit_on, _late(p, p.limit_on, day)) for p in _problems(actor)]
    needs = [item(n, n.content, n.office, n.due_on, _late(n, n.due_on, day)) for n in _needs(actor)]
    nodes = _nodes(actor, sunday)
    late = [
        item(n, n.name, n.unit or n.project.unit, n.planned_on, "已逾期") for n in nodes if n.planned_on < day
    ]
    due = [
        item(n, n.name, n.unit or n.project.unit, n.planned_on, n.get_state_display())
        for n in nodes
        if n.planned_on >= day
    ]
    return [
        ("堵点：待销号", problems),
        ("要素需求：待满足", needs),
        ("节点：已逾期", late),
        ("节点：本周到期", due),
    ]


def item(row: Node | Need | Problem, what: str, unit: object, limit: date | None, state: str) -> Item:
    """One line."""
    person = row.person.name if row.person else NONE
    return row, (row.project.name, what, str(unit), person, limit.isoformat() if limit else NONE, state)


def _late(row: Need | Problem, limit: date | None, day: date) -> str:
    word = row.get_state_display()
    return f"{word}，已逾期" if limit and limit < day else word


def _problems(actor: Actor) -> Iterable[Problem]:
    within = reach(actor, Act.READ, _ledger(Problem))
    found = Problem.objects.open().select_related("project", "office", "person")
    return found.none() if within is None else found.filter(within)


def _needs(actor: Actor) -> Iterable[Need]:
    within = reach(actor, Act.READ, _ledger(Need))
    found = Need.objects.open().select_related("project", "office", "person")
    return found.none() if within is None else found.filter(within)


def _nodes(actor: Actor, sunday: date) -> list[Node]:
    within = reach(actor, Act.READ, _ledger(Node))
    if within is None:
        return []
    found = Node.objects.filter(within, done_on__isnull=True, planned_on__lte=sunday)
    joined = found.select_related("project__unit", "unit", "person")
    return list(joined.order_by("planned_on", "project__number", "pk"))


def table(found: Iterable[tuple[str, list[Item]]]) -> Table:
    """The page's table."""
    rows: list[Row] = []
    for title, items in found:
        rows.append(Row(heading=f"{title}（{len(items)}）"))
        rows += [_row(row, texts) for row, texts in items]
    return Table(name="coordination", caption="周调度清单", columns=COLUMNS, rows=tuple(rows))


def _row(row: Node | Need | Problem, texts: tuple[str, ...]) -> Row:
    first, what, *rest = texts
    url = lists.address(_ledger(type(row)), row)
    return Row((Cell(first), Cell(what, url, page=True), *(Cell(text) for text in rest)))


def workbook(found: Iterable[tuple[str, list[Item]]], day: date) -> bytes:
    """The week's list as the office prints it: A4 across."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet, formats = book.add_worksheet("周调度清单"), workbooks.Formats(book)
    monday, sunday = week_of(day)
    width = len(HEADS) + 1
    sheet.merge_range(0, 0, 0, width - 1, f"周调度清单（{monday} 至 {sunday}）", formats.title)
    for column, word in enumerate(("序号", *HEADS)):
        sheet.write_string(1, column, word, formats.head)
    at = 2
    for title, items in found:
        sheet.merge_range(at, 0, at, width - 1, f"{title}（{len(items)}）", formats.left)
        at += 1
        for number, (_, texts) in enumerate(items, start=1):
            sheet.write_number(at, 0, number, formats.centre)
            for column, text in enumerate(texts, start=1):
                workbooks.put(sheet, at, column, text, formats)
            at += 1
    for column, wide in enumerate((6, 24, 46, 18, 10, 12, 16)):
        sheet.set_column(column, column, wide)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 1)
    sheet.freeze_panes(2, 2)
    book.close()
    return out.getvalue()


def _ledger(model: type[Node] | type[Need] | type[Problem]) -> Ledger:
    found = registry.ledger_of(model)
    assert found is not None
    return found
