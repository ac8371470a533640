"""Issuing a paper: the tasks, or the lights and what follows them, are frozen as they stand, the file is rendered from
that, both are kept."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import transaction

from luoshi.directory.units.models import NoZone, Unit
from luoshi.ledgers import audit, numbering, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.followups.models import Followup
from luoshi.oversight.papers.models import CHASING, CODES, KINDS, MARKS, Paper
from luoshi.plans.tasks.models import HANDED_OUT, Task
from luoshi.rules.months import show_month

LEDGER = "oversight.papers"
Renderer = Callable[[Mapping[str, Any]], bytes]
Titles = Callable[[str, Sequence[str]], str]


class NoTask(LedgerError):
    """A paper about nothing."""

    def __init__(self) -> None:
        super().__init__("请至少选一项任务，再出具文书。")


class NotHandedOut(LedgerError):
    """A task that nobody has in hand."""

    def __init__(self, task: Task) -> None:
        super().__init__(
            f"“{task.name}”目前是“{task.get_state_display()}”，不能出具督办文书。请只选已交办、没有销号的任务。"
        )


class SeveralUnits(LedgerError):
    """Matters of more than one unit."""

    def __init__(self, units: Sequence[str]) -> None:
        super().__init__(f"一份文书只能主送一个单位，所选事项由{'、'.join(units)}负责，请分别出具。")


class NoLight(LedgerError):
    """A paper about nothing."""

    def __init__(self) -> None:
        super().__init__("请至少选一次升级处理，再出具文书。")


class NotAboutLights(LedgerError):
    """A kind of paper that says nothing of lights."""

    def __init__(self, kind: str) -> None:
        known = "、".join(word for name, word in KINDS if name in CHASING)
        super().__init__(f"就亮灯情况不能出具{dict(KINDS).get(kind, kind)}，请从{known}中选择。")


class Lifted(LedgerError):
    """A light that is followed by nothing any more."""

    def __init__(self, found: Followup) -> None:
        super().__init__(f"{found.called}已免于处理（{found.lifted}），不再出具文书。")


def issue(
    kind: str,
    tasks: Sequence[Task],
    render: Renderer,
    titled: Titles,
    *,
    on: datetime.date,
    by: Actor,
    reply_by: datetime.date | None = None,
    remark: str = "",
    address: str = "",
) -> Paper:
    """Issue a paper of a kind about tasks that one unit leads; ``render`` turns the frozen facts into the file.

    ``address`` is where the pages are that its numbers lead to.
    """
    require(by, Act.CREATE, registry.ledger(LEDGER))
    unit = _unit(tasks)
    said = {"tasks": [_task(task, on) for task in tasks]}
    title = titled(kind, [task.name for task in tasks])
    with transaction.atomic():
        audit.begin()
        row = _issued(kind, unit, title, said, render, on, by, reply_by, remark, address)
        row.tasks.set(tasks)
    return row


def issue_on_lights(
    kind: str,
    followups: Sequence[Followup],
    render: Renderer,
    titled: Titles,
    *,
    on: datetime.date,
    by: Actor,
    reply_by: datetime.date | None = None,
    remark: str = "",
    address: str = "",
) -> Paper:
    """Issue a paper of a kind about lights that one unit answers for: what followed them by their ladders."""
    require(by, Act.CREATE, registry.ledger(LEDGER))
    unit = _answering(kind, followups)
    said = {"tasks": [], "lights": [_light(each) for each in followups]}
    title = titled(kind, [each.subject for each in followups])
    with transaction.atomic():
        audit.begin()
        row = _issued(kind, unit, title, said, render, on, by, reply_by, remark, address)
        row.followups.set(followups)
    return row


def _issued(
    kind: str,
    unit: Unit,
    title: str,
    said: dict[str, Any],
    render: Renderer,
    on: datetime.date,
    by: Actor,
    reply_by: datetime.date | None,
    remark: str,
    address: str,
) -> Paper:
    """Part of a transaction that writes: the number is taken, the facts are frozen, the file is kept."""
    taken = numbering.take(f"{LEDGER}.{kind}.{on.year}")
    number = f"{MARKS[kind]}〔{on.year}〕{taken}号"
    facts = _facts(kind, number, unit, on, reply_by, remark.strip()) | said
    facts |= {"code": f"{CODES[kind]}{on.year}-{taken}", "address": address}
    file = render(facts)
    values = {
        "kind": kind,
        "number": number,
        "title": title[:400],
        "unit": unit,
        "issued_on": on,
        "reply_by": reply_by,
        "issuer": by.name,
        "facts": facts,
        "file": file,
        "digest": hashlib.sha256(file).hexdigest(),
    }
    row = writing.arrange(registry.ledger(LEDGER), values, by=by, act="印发")
    assert isinstance(row, Paper)
    return row


def _answering(kind: str, followups: Sequence[Followup]) -> Unit:
    if not followups:
        raise NoLight
    if kind not in CHASING:
        raise NotAboutLights(kind)
    for each in followups:
        if each.lifted:
            raise Lifted(each)
    units = list(dict.fromkeys(each.unit for each in followups))
    if len(units) != 1:
        raise SeveralUnits([str(unit) for unit in units])
    return units[0]


def _unit(tasks: Sequence[Task]) -> Unit:
    if not tasks:
        raise NoTask
    for task in tasks:
        if task.state not in HANDED_OUT:
            raise NotHandedOut(task)
    units = list(dict.fromkeys(task.lead_unit for task in tasks))
    if len(units) != 1:
        raise SeveralUnits([str(unit) for unit in units])
    assert units[0] is not None  # the database keeps that what was handed out has a unit
    return units[0]


def _facts(
    kind: str,
    number: str,
    unit: Unit,
    on: datetime.date,
    reply_by: datetime.date | None,
    remark: str,
) -> dict[str, Any]:
    try:
        zone = Unit.objects.zone()
        name, short = zone.name, zone.short_name or zone.name
    except NoZone:
        name = short = "管理委员会"
    return {
        "kind": kind,
        "zone": name,
        "issuer": f"{short}督查室",
        "number": number,
        "unit": unit.name,
        "issued_on": on.isoformat(),
        "reply_by": reply_by.isoformat() if reply_by else "",
        "remark": remark,
    }


def _light(found: Followup) -> dict[str, Any]:
    return {
        "number": found.number,
        "subject": found.subject,
        "month": show_month(found.period),
        "word": found.get_colour_display(),
        "reason": found.reason,
        "light": found.light,
        "months": [
            {"month": show_month(each["month"]), "word": each["word"], "reason": each["reason"]}
            for each in found.months
        ],
    }


def _task(task: Task, on: datetime.date) -> dict[str, Any]:
    late = task.limit_on is not None and task.limit_on < on
    return {
        "number": task.number,
        "name": task.name,
        "source": f"《{task.document.title}》" if task.clause else task.source,
        "person": task.person.name if task.person else "",
        "limit": task.limit_on.isoformat() if task.limit_on else "",
        "first_limit": task.first_limit_on.isoformat() if task.first_limit_on else "",
        "supporting": "、".join(str(unit) for unit in task.supporting_units),
        "state": task.get_state_display(),
        "over": (on - task.limit_on).days if late and task.limit_on else 0,
        "again": task.again,
    }
