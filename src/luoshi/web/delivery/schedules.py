"""One project's schedule: its nodes as tracks and as a table, what must be at work this week, photos of its months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from luoshi.ledgers import evidence
from luoshi.ledgers.models import Attachment
from luoshi.projects.delivery.months.ledger import PROJECT_MONTHS
from luoshi.projects.delivery.nodes import schedules
from luoshi.projects.delivery.nodes.ledger import NODES
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.nodes.schedules import Backward
from luoshi.projects.delivery.projects.models import Project
from luoshi.rules.errors import RulesError
from luoshi.rules.months import add_months, month_of
from luoshi.web import gantt
from luoshi.web.delivery.tracks import late
from luoshi.web.gantt import Chart, Diamond, Span, Track
from luoshi.web.ledgers import lists
from luoshi.web.parts import Cell, Column, Row, Table

COLUMNS = (
    Column("编码", width="narrow"),
    Column("节点", data=True),
    Column("责任单位", kind="line", data=True),
    Column("责任人", width="narrow", data=True),
    Column("计划启动", kind="day"),
    Column("计划完成", kind="day"),
    Column("最迟完成", kind="day", help="再晚就赶不上承诺"),
    Column("实际完成", kind="day"),
    Column("富余", unit="工作日", kind="number", width="narrow", help="还能晚几个工作日；负数是已经晚了"),
    Column("状态", width="narrow"),
)
NONE = "–"
MOST_PHOTOS = 12
SPAN = 30  # months on the chart at most


@dataclass(frozen=True, slots=True)
class Schedule:
    """What the page shows."""

    backward: Backward | None
    problem: str
    week: tuple[Node, ...]
    table: Table
    charts: tuple[Chart, ...]
    coded: bool
    photos: tuple[Attachment, ...]


def of(project: Project, as_of: date) -> Schedule:
    """A project's schedule as of a day."""
    found = Node.objects.filter(project=project).select_related("unit", "person", "project")
    rows = list(found.order_by("planned_on", "code", "pk"))
    backward, problem = worked_out(project, rows, as_of)
    urgent = backward.plan.this_week(as_of) if backward else ()
    by_code = {row.code: row for row in rows if row.code}
    return Schedule(
        backward,
        problem,
        tuple(by_code[code] for code in urgent),
        table(rows, backward, as_of),
        charts(rows, as_of),
        bool(by_code),
        photos(project),
    )


def worked_out(project: Project, rows: Sequence[Node], as_of: date) -> tuple[Backward | None, str]:
    """The backward schedule, or what keeps it from being worked out, as a sentence."""
    try:
        return schedules.of(project, rows, on=as_of), ""
    except RulesError as problem:
        return None, f"倒排没有算出来：{problem}"


def table(rows: Sequence[Node], backward: Backward | None, as_of: date) -> Table:
    """The nodes with their days and their slack."""
    return Table(
        name="project-nodes",
        caption="节点",
        columns=COLUMNS,
        rows=tuple(_row(row, backward, as_of) for row in rows),
        frozen=2,
        empty="还没有节点。",
        short=True,
    )


def _row(row: Node, backward: Backward | None, as_of: date) -> Row:
    planned = backward.plan.nodes.get(row.code) if backward else None
    latest = planned.latest_end if planned and not planned.done else row.latest_on
    state = row.get_state_display()
    if not row.done_on and row.planned_on < as_of:
        state = f"{state}，逾期"
    return Row(
        (
            Cell(row.code or NONE),
            Cell(
                row.name,
                lists.address(NODES, row),
                page=True,
                note="关键" if planned and planned.critical else "",
            ),
            Cell(str(row.unit or row.project.unit)),
            Cell(row.person.name if row.person else NONE),
            *(
                Cell(day.isoformat() if day else NONE)
                for day in (row.planned_start, row.planned_on, latest, row.done_on)
            ),
            Cell(str(planned.slack) if planned and not planned.done else NONE),
            Cell(state),
        ),
        key=str(row.pk),
    )


def charts(rows: Sequence[Node], as_of: date) -> tuple[Chart, ...]:
    """The nodes along the months, from the first to the last that has one."""
    days = [day for row in rows for day in (row.planned_start, row.planned_on, row.done_on) if day] or [as_of]
    first, last = month_of(min(days).year, min(days).month), month_of(max(days).year, max(days).month)
    return gantt.sheets(
        [track(row, as_of) for row in rows], first, min(last, add_months(first, SPAN)), "month", as_of
    )


def track(row: Node, as_of: date) -> Track:
    """One node: from its planned start to its planned end, and what happened."""
    done = row.done_on if row.done_on and row.done_on <= as_of else None
    begun = row.started_on if row.started_on and row.started_on <= as_of else done
    state = "done" if done else "late" if row.planned_on < as_of else "due"
    title = f"{row.name} {(done or row.planned_on).isoformat()}"
    return Track(
        title=f"{row.code} {row.name}".strip(),
        owner=row.person.name if row.person else str(row.unit or ""),
        plan=Span(row.planned_start or row.planned_on, row.planned_on),
        actual=Span(begun, done or as_of) if begun else None,
        late=late(row.planned_start, row.planned_on, begun, done, as_of),
        diamonds=(Diamond(done or row.planned_on, title, state),) if row.stage or not row.code else (),  # type: ignore[arg-type]
    )


def photos(project: Project) -> tuple[Attachment, ...]:
    """The latest pictures that hang on the project's months."""
    keys = project.months.order_by("-period").values_list("pk", flat=True)[:6]
    found = evidence.by_row(PROJECT_MONTHS, keys)
    every = [each for key in keys for each in found.get(key, []) if each.thumbnail]
    return tuple(every[:MOST_PHOTOS])
