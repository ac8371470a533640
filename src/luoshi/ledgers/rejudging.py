"""What is judged about many rows together: a write that concerns it leaves a mark, and it is judged again (ADR 18).

The mark and the task for the background are part of the write's transaction. Who judges reads the marks first and the
rows after them, and holds nobody up; what they found is written only while their marks are still there. So of several
at once one writes, and none by less than the last write has said.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, Max
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from luoshi.ledgers import audit, registry
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.grants import Actor
from luoshi.ledgers.models import ToJudge
from luoshi.ledgers.rule_kinds import NoRule

BACKGROUND = Actor(name="系统", origin="后台")


@dataclass(frozen=True, kw_only=True)
class Judge:
    """One thing that is judged: every write in the ``concerned`` ledgers and every issue of its ``rule`` asks for it.

    ``day`` says until when is judged, None as long as there is nothing to judge. ``find`` reads, outside any
    transaction, what ``keep`` writes inside one; ``keep`` says in a sentence what is different now, "" for nothing, and
    must bear that rows have moved since, because what moved them has left another mark.
    """

    name: str
    title: str
    ledger: str
    concerned: tuple[str, ...]
    rule: str
    day: Callable[[], datetime.date | None]
    find: Callable[[datetime.date], Sequence[Any]]
    keep: Callable[[Sequence[Any], datetime.date, Actor], str]


_judges: dict[str, Judge] = {}


def register(*judges: Judge) -> None:
    """Enter judges; called from the ``ready`` of a family's app."""
    for judge in judges:
        if _judges.setdefault(judge.name, judge) is not judge:
            raise ValueError(f"two judges are named {judge.name!r}")


def written(ledger: Ledger) -> None:
    """Mark what a write in a ledger concerns; part of its transaction."""
    for judge in _judges.values():
        if ledger.name in judge.concerned:
            mark(judge)


def issued(kind: str) -> None:
    """Mark what is judged by rules of a kind; part of the transaction of issuing one."""
    for judge in _judges.values():
        if judge.rule == kind:
            mark(judge)


def mark(judge: Judge) -> None:
    """Have something judged again in the background, once however many ask before it is begun."""
    ToJudge.objects.create(judge=judge.name)
    put_off(judge)


def put_off(judge: Judge) -> None:
    """A task for the background, unless one waits already."""
    waiting = DBTaskResult.objects.ready().filter(task_path=judge_again.module_path)
    if not any(held["args"] == [judge.name] for held in waiting.values_list("args_kwargs", flat=True)):
        judge_again.enqueue(judge.name)


def resume() -> None:
    """Take up again what a worker has left that ended before it was done."""
    for judge in _judges.values():
        if waits(judge):
            put_off(judge)


def waits(judge: Judge) -> bool:
    """Whether something was written since it was judged."""
    return ToJudge.objects.filter(judge=judge.name).exists()


@task()
def judge_again(name: str) -> None:
    """Judge what is marked under a name."""
    try:
        catch_up(_judges[name], by=BACKGROUND)
    except NoRule:
        return  # the first rule that is issued marks it again


def now(judge: Judge, *, by: Actor, on: datetime.date | None = None) -> str:
    """Judge because somebody asks for it, until ``on`` where the judge has no day; what is different now."""
    with transaction.atomic():
        audit.begin()
        ToJudge.objects.create(judge=judge.name)
        audit.note(by, "要求重新判断", registry.ledger(judge.ledger), {})
    return catch_up(judge, by=by, on=on)


def catch_up(judge: Judge, *, by: Actor, on: datetime.date | None = None) -> str:
    """Judge as long as something is marked; the sentences about what is different now."""
    said: list[str] = []
    while (seen := _marked(judge)).count:
        day = judge.day() or on
        if day is None:
            _forget(judge, seen)
            break
        try:
            found = judge.find(day)
        except NoRule:
            _forget(judge, seen)
            raise
        with transaction.atomic():
            audit.begin()
            if _forget(judge, seen) == seen.count:
                said.append(_keep(judge, found, day, by))
            else:
                transaction.set_rollback(True)  # others have judged meanwhile, by some of these marks
    return "，".join(filter(None, said))


@dataclass(frozen=True, slots=True)
class _Marked:
    """How many marks there were, and the last of them; writers wait for each other, so that a later one is higher."""

    count: int
    last: int


def _marked(judge: Judge) -> _Marked:
    found = ToJudge.objects.filter(judge=judge.name).aggregate(count=Count("pk"), last=Max("pk"))
    return _Marked(found["count"], found["last"] or 0)


def _forget(judge: Judge, seen: _Marked) -> int:
    return ToJudge.objects.filter(judge=judge.name, pk__lte=seen.last).delete()[0]


def _keep(judge: Judge, found: Sequence[Any], day: datetime.date, by: Actor) -> str:
    sentence = judge.keep(found, day, by)
    if sentence:
        changes = {"判断至": ("", day.isoformat()), "结果": ("", sentence)}
        audit.note(by, "重新判断", registry.ledger(judge.ledger), changes)
    return sentence
