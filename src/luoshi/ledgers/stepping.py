"""Steps of a lifecycle: what is in the way of one, taking it, and taking it with many rows at once.

Of several who take a step with the same row at the same time, one succeeds; the others are told so in a sentence.
"""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from luoshi.ledgers import audit, evidence, reviews
from luoshi.ledgers.access import Act, Actor, may, require, unfillable
from luoshi.ledgers.columns import Column
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import NotNow, Refused
from luoshi.ledgers.lifecycle import Lifecycle, Step, sets_nothing
from luoshi.ledgers.models import Row
from luoshi.ledgers.writing import refuse_unfillable, state_word, write


def take_step(
    ledger: Ledger,
    row: Row,
    name: str,
    *,
    by: Actor,
    on: datetime.date | None = None,
    reason: str = "",
    given: Mapping[str, Any] | None = None,
) -> Row:
    """Take a step of the lifecycle.

    ``given`` fills columns that the step needs: who may take the step may say what it asks for, and nothing else.
    ``on`` is the day of the step, which a step that has holds or sets columns, and any of a ledger with clocks, must
    be told.
    """
    given = given or {}
    life, step = found(ledger, name)
    require(by, Act.STEP, ledger, row, step=name)
    refuse_state(ledger, row, step)
    if others := set(given) - set(step.needs):
        raise Refused(f"办理“{step.title}”时不能填写：{'、'.join(sorted(others))}。")
    refuse_unfillable(by, ledger, row, given)
    if lacking := missing(ledger, row, step, given):
        raise NotNow(asking(ledger, step, lacking))
    if step.asks_reason and not reason.strip():
        raise NotNow(f"办理“{step.title}”需要写明理由。")
    evidence.look(ledger, given)
    with transaction.atomic():
        audit.begin()
        if waiting := reviews.lacking(ledger, row, step) or evidence.unproved(ledger, row, step):
            raise NotNow(waiting)
        if step.back:
            reviews.undo(ledger, row, step.target)
        values = {**given, **_set(step, row, given, on), life.field: step.target}
        return write(
            ledger,
            row,
            values,
            by=by,
            act=step.title,
            reason=reason,
            check=lambda: _refuse_held(step, row, on),
            on=on,
        )


def found(ledger: Ledger, name: str) -> tuple[Lifecycle, Step]:
    """The step of that name with its lifecycle, or :class:`NotNow`."""
    step = ledger.lifecycle.step(name) if ledger.lifecycle else None
    if ledger.lifecycle is None or step is None:
        raise NotNow(f"“{ledger.title}”没有名为“{name}”的步骤。")
    return ledger.lifecycle, step


def refuse_state(ledger: Ledger, row: Row, step: Step) -> None:
    """Raise :class:`NotNow` where the step does not start from the state of the row."""
    now = getattr(row, ledger.lifecycle.field) if ledger.lifecycle else ""
    if now not in step.source:
        raise NotNow(
            f"“{ledger.label_of(row)}”目前是“{state_word(ledger, now)}”，不能办理“{step.title}”。"
            "请刷新页面，看看它现在可以办理哪些步骤。"
        )


def missing(ledger: Ledger, row: Row, step: Step, given: Mapping[str, Any] | None = None) -> list[Column]:
    """The columns that a step needs and that are empty, on the row and in what is given."""
    said = given or {}
    needed = [ledger.column(name) for name in step.needs]
    return [column for column in needed if said.get(column.name, column.of(row)) in (None, "")]


def asking(ledger: Ledger, step: Step, lacking: Iterable[Column]) -> str:
    """The sentence that asks for columns."""
    return f"办理“{step.title}”之前，请先填写：{'、'.join(map(ledger.title_of, lacking))}。"


def in_the_way(ledger: Ledger, row: Row, step: Step, *, by: Actor, on: datetime.date) -> list[str]:
    """Every sentence about what keeps ``by`` from taking a step on a day, of what they cannot say on the way.

    Columns that they may fill in are asked for with the step and are not in the way; what holds the step is looked
    at as far as it can be before they are filled in.
    """
    closed = unfillable(by, ledger, row)
    lacking = missing(ledger, row, step)
    unseen = [ledger.title_of(column) for column in lacking if column.name in closed]
    said = [f"办理“{step.title}”之前，需要有权限的人先填写：{'、'.join(unseen)}。"] if unseen else []
    said += filter(None, (reviews.lacking(ledger, row, step), evidence.unproved(ledger, row, step)))
    if not lacking:
        said += held(ledger, row, step, on)
    return said


def held(ledger: Ledger, row: Row, step: Step, on: datetime.date) -> list[str]:
    """What the holds of a step say of a row that nothing is missing on."""
    after = copy.copy(row)
    for name, value in _set(step, row, {}, on).items():
        setattr(after, name, value)
    if ledger.lifecycle:
        setattr(after, ledger.lifecycle.field, step.target)
    return _holding(step, after, on)


def _set(step: Step, row: Row, given: Mapping[str, Any], on: datetime.date | None) -> Mapping[str, Any]:
    """What a step writes by itself, looking at the row with what is given."""
    if step.sets is sets_nothing:
        return {}
    if on is None:
        raise TypeError(f"the step {step.name!r} sets columns and must be told its day")
    seen = copy.copy(row)
    for name, value in given.items():
        setattr(seen, name, value)
    return step.sets(seen, on)


def _holding(step: Step, after: Row, on: datetime.date) -> list[str]:
    return [sentence for hold in step.holds if (sentence := hold(after, on))]


def _refuse_held(step: Step, row: Row, on: datetime.date | None) -> None:
    """Raise :class:`NotNow` with every sentence of what does not hold on a day."""
    if not step.holds:
        return
    if on is None:
        raise TypeError(f"the step {step.name!r} has holds and must be told its day")
    if said := _holding(step, row, on):
        raise NotNow(f"不能办理“{step.title}”：{''.join(said)}")


@dataclass(frozen=True, slots=True)
class StepPlan:
    """A step with many rows before it is taken: those that are ready, and the others, each with its sentence."""

    ledger: Ledger
    step: Step
    ready: tuple[Row, ...]
    refused: tuple[tuple[Row, str], ...]


def plan_steps(ledger: Ledger, rows: Iterable[Row], name: str, *, by: Actor, on: datetime.date) -> StepPlan:
    """Which of many rows are ready for a step that is taken with many, and why the others are not."""
    _, step = found(ledger, name)
    if not step.bulk:
        raise NotNow(f"“{step.title}”要逐行办理，请打开每一行分别办理。")
    judged = [(row, _why_not(ledger, row, step, by, on)) for row in rows]
    ready = tuple(row for row, sentence in judged if not sentence)
    return StepPlan(ledger, step, ready, tuple((row, sentence) for row, sentence in judged if sentence))


def _why_not(ledger: Ledger, row: Row, step: Step, by: Actor, on: datetime.date) -> str:
    answer = may(by, Act.STEP, ledger, row, step=step.name)
    if not answer:
        return answer.reason
    try:
        refuse_state(ledger, row, step)
    except NotNow as refused:
        return str(refused)
    if lacking := missing(ledger, row, step):
        return asking(ledger, step, lacking)
    return "".join(in_the_way(ledger, row, step, by=by, on=on))


def take_steps(plan: StepPlan, *, by: Actor, on: datetime.date, reason: str = "") -> list[Row]:
    """Take the step with every row of a plan that is ready; all of them, or none where one is refused by now."""
    with transaction.atomic():
        audit.begin()
        return [
            take_step(plan.ledger, row, plan.step.name, by=by, on=on, reason=reason) for row in plan.ready
        ]
