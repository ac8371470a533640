"""Every step of every lifecycle, and every import, refuses who may not take it, before anything else is asked."""

from __future__ import annotations

import pytest

from luoshi.directory.people.actors import actor_named
from luoshi.ledgers import importing, registry, stepping
from luoshi.ledgers.access import Act, Actor, may
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import NotNow, Refused
from luoshi.ledgers.lifecycle import Step
from luoshi.ledgers.models import AuditRow, Row
from tests.conformance.conftest import AS_OF, EVERY

STEPS = [
    pytest.param(ledger, step, id=f"{ledger.name}-{step.name}")
    for ledger in registry.ledgers()
    if ledger.lifecycle
    for step in ledger.lifecycle.steps
]
NEVER = ("auditor", "stranger")


def able(cast: dict[str, Actor], ledger: Ledger, row: Row, step: Step) -> Actor:
    """Who may take a step: the supervision office, or only the head of the row's unit."""
    heads = (actor_named(username) for username in ("liangyu", "mengchuan", "guheng"))
    every = (cast["supervisor"], *heads)
    return next(actor for actor in every if may(actor, Act.STEP, ledger, row, step=step.name))


@pytest.mark.parametrize(("ledger", "step"), STEPS)
def test_who_may_not_is_refused(zone: None, cast: dict[str, Actor], ledger: Ledger, step: Step) -> None:
    row = ledger.rows().exclude(**{f"{ledger.unit}__code": "0104"} if ledger.unit else {"pk": 0})[0]
    written = AuditRow.objects.count()
    for who in (*NEVER, "other"):
        with pytest.raises(Refused):
            stepping.take_step(ledger, row, step.name, by=cast[who], on=AS_OF, reason="试一试")
    row.refresh_from_db()
    assert AuditRow.objects.count() == written
    assert able(cast, ledger, row, step)


@pytest.mark.parametrize(("ledger", "step"), STEPS)
def test_what_is_missing_is_told(zone: None, cast: dict[str, Actor], ledger: Ledger, step: Step) -> None:
    assert ledger.lifecycle is not None
    wrong = next(state for state in (s.target for s in ledger.lifecycle.steps) if state not in step.source)
    row = ledger.rows()[0]
    setattr(row, ledger.lifecycle.field, wrong)
    with pytest.raises(NotNow, match=f"不能办理“{step.title}”"):
        by = able(cast, ledger, row, step)
        stepping.take_step(ledger, row, step.name, by=by, on=AS_OF, reason="试一试")


@EVERY
def test_an_import_is_refused(zone: None, cast: dict[str, Actor], ledger: Ledger) -> None:
    for who in NEVER:
        with pytest.raises(Refused):
            importing.plan(ledger, "编号\n1\n".encode(), "a.csv", by=cast[who])
