"""What the machine counts for or against a unit one by one: red lights and what follows them, late filings, tasks,
verified events."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from django.db.models import Q

from luoshi.ledgers.facts import month_before
from luoshi.oversight.assessment.events.models import SCALE, VERIFIED, AssessedEvent
from luoshi.oversight.assessment.inputs import Counted
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.objections.rulings import Place
from luoshi.oversight.papers.models import LETTER, Paper
from luoshi.oversight.wall.rows import WallRow
from luoshi.plans.filings import kinds
from luoshi.plans.filings.models import Filing
from luoshi.plans.shares.models import Share
from luoshi.plans.targets.models import Target
from luoshi.plans.tasks.models import MECHANISM, Task
from luoshi.rules import colours, rounding
from luoshi.rules.dates import last_day
from luoshi.rules.months import show_month

TARGETS, FILINGS, TASKS, PAPERS = "plans.targets", "plans.filings", "plans.tasks", "oversight.papers"
FOLLOWUPS = "oversight.followups"
MONTHS = 3  # of a quarter


def led(rows: Iterable[WallRow], units: Collection[int]) -> list[WallRow]:
    """The rows of a wall whose targets some units lead."""
    return [row for row in rows if row.target.lead_unit_id in units]


def red_lights(
    rows: Iterable[WallRow], units: Collection[int], start: int, ruled: Collection[Place]
) -> tuple[Counted, ...]:
    """Each month from ``start`` on in which a target that the units lead was red, but for what was ``ruled`` not to count."""
    return tuple(
        Counted(
            light_key(row.target.number, month.month),
            f"{show_month(month.month)}“{row.target.name}”{colours.WORDS['red']}",
            TARGETS,
            row.target.pk,
        )
        for row in led(rows, units)
        for month in row.light.history
        if month.colour == "red" and month.month >= start and (month.month, row.target.pk) not in ruled
    )


def light_key(target: str, month: int) -> str:
    """By what the light of a target in a month is told from others."""
    return f"{target}-{month}"


def followed(units: Collection[int], start: int, end: int, ruled: Collection[Place]) -> tuple[Counted, ...]:
    """What lights of the months ``start``..``end`` cost the units by the ladders of their rules, in points.

    But for what was lifted, and for the lights of targets that were ``ruled`` not to count.
    """
    found = Followup.objects.counting(units, start, end)
    return tuple(
        Counted(
            light_key(each.shines, each.period),
            f"{each.number} {each.subject}：{each.reason}",
            FOLLOWUPS,
            each.pk,
            each.exact_points,
        )
        for each in found
        if each.ledger != TARGETS or (each.period, each.row) not in ruled
    )


def completions(rows: Iterable[WallRow], units: Collection[int]) -> tuple[Counted, ...]:
    """The completion of each target that the units lead, in per cent."""
    return tuple(
        Counted(row.target.number, row.target.name, TARGETS, row.target.pk, row.progress.completion)
        for row in led(rows, units)
        if row.progress.completion is not None
    )


def mean(counted: Sequence[Counted]) -> Decimal | None:
    """The mean of sizes, to two places; None of nothing."""
    if not counted:
        return None
    return rounding.half_up(sum((each.size for each in counted), Decimal(0)) / len(counted), 2)


def late_filings(units: Collection[int], start: int, end: int) -> tuple[Counted, ...]:
    """The months of the units that were signed late, or should have been by the end of the month ``end`` and were not."""
    found = Filing.objects.of_units(units).filter(period__gte=start, period__lte=end)
    asked = found.select_related("unit").order_by("period", "unit__code")
    return tuple(
        Counted(f"{each.unit.code}-{each.period}", f"{each}月报{said}", FILINGS, each.pk)
        for each in asked
        if (said := _late(each, end))
    )


def _late(filing: Filing, end: int) -> str:
    if filing.in_time is False:
        return "迟报"
    due = kinds.due_on(filing.period)
    missing = filing.in_time is None and due is not None and due <= last_day(end)
    return "没有签发" if missing else ""


def due_tasks(units: Collection[int], start: int, end: int, person: int | None = None) -> list[Task]:
    """Tasks and nodes that the units lead, or that a person answers for, and whose limit lies in the months ``start``..``end``."""
    theirs = Q(lead_unit__in=units) if person is None else Q(lead_unit__in=units) | Q(person=person)
    found = Task.objects.active().filter(theirs, due__gte=start, due__lte=end)
    return list(found.exclude(kind=MECHANISM))


def in_time(task: Task) -> bool:
    """Whether it was done by the end of the month in which it was due."""
    return task.done_on is not None and task.done_on.year * 100 + task.done_on.month <= task.due


def counted_tasks(tasks: Iterable[Task]) -> tuple[Counted, ...]:
    """Tasks as things that are counted."""
    return tuple(
        Counted(task.number, f"{task.name}（{show_month(task.due)}到期）", TASKS, task.pk) for task in tasks
    )


def papers(units: Collection[int], start: int, end: int) -> tuple[Counted, ...]:
    """The papers by which the units were chased in the months ``start``..``end``."""
    return tuple(map(_paper, Paper.objects.chasing(units, _first_day(start), last_day(end))))


def letters(units: Collection[int], start: int, end: int) -> tuple[Counted, ...]:
    """Of these the 督办函 alone."""
    found = Paper.objects.chasing(units, _first_day(start), last_day(end)).filter(kind=LETTER)
    return tuple(map(_paper, found))


def unanswered(units: Collection[int], start: int, end: int) -> tuple[Counted, ...]:
    """Those that were to be answered by the end of the month ``end`` and were not, or too late."""
    last = last_day(end)
    found = Paper.objects.chasing(units, _first_day(start), last).filter(reply_by__lte=last)
    return tuple(_paper(each) for each in found if not each.in_time)


def _first_day(month: int) -> datetime.date:
    return datetime.date(month // 100, month % 100, 1)


def _paper(paper: Paper) -> Counted:
    return Counted(paper.number, f"{paper.number} {paper.title}", PAPERS, paper.pk)


def verified(subject: int, source: int, end: int) -> tuple[Counted, ...]:
    """The events of one who is assessed that were entered by hand, verified, up to a month."""
    found = AssessedEvent.objects.filter(
        subject=subject, source=source, state=VERIFIED, happened_on__lte=last_day(end)
    )
    return tuple(
        Counted(each.number, each.title, "oversight.assessment_events", each.pk, Decimal(each.size) / SCALE)
        for each in found.order_by("happened_on", "number")
    )


def planned(
    target: Target, own: Collection[int], units: Collection[int], row: WallRow | None, start: int, end: int
) -> Decimal | None:
    """What somebody is to do of a target in the months ``start``..``end``, in the target's written unit.

    The shares of the ``units`` as they were dealt out, of the quarter that runs in thirds; of a target that was not dealt
    out and that one of their ``own`` leads, the planned path.
    """
    shares = list(Share.objects.of(target))
    if mine := [share for share in shares if share.unit_id in units]:
        first, quarter = _quarter(start), _quarter(end)
        whole = sum((share.exact for share in mine if first <= share.quarter < quarter), Decimal(0))
        running = sum((share.exact for share in mine if share.quarter == quarter), Decimal(0))
        return whole + rounding.half_up(running * ((end - 1) % 100 % MONTHS + 1) / MONTHS, 4)
    if shares or row is None or target.lead_unit_id not in own or row.planned is None:
        return None
    before = row.plan.get(month_before(start)) if start > target.start else None
    return row.planned - (before or Decimal(0))


def _quarter(month: int) -> int:
    """The quarter (yyyyq) of a month."""
    return month // 100 * 10 + (month % 100 + MONTHS - 1) // MONTHS
