"""Freezing a baseline, and putting another in its place with a reason."""

from __future__ import annotations

import datetime

from django.db import transaction

from luoshi.directory.calendars import months
from luoshi.directory.calendars.models import CLOSED
from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.oversight.baselines import drafting, errors
from luoshi.oversight.baselines.drafting import ENTERED
from luoshi.oversight.baselines.models import Baseline
from luoshi.plans.targets.models import ACTIVE, Target

LEDGER = "oversight.baselines"


def freeze(
    target: Target,
    kind: str,
    *,
    by: Actor,
    on: datetime.date,
    values: ENTERED | None = None,
    reason: str = "",
) -> Baseline:
    """Freeze the path of a target from a day on; where it has one already, another edition with a reason.

    The wall judges by it every month whose last day is not before ``on``; so the day is not in a month that is closed.
    """
    ledger = registry.ledger(LEDGER)
    require(by, Act.CREATE, ledger)
    with transaction.atomic():
        audit.begin()
        now = Target.objects.select_related("clause", "binding").get(pk=target.pk)
        before = Baseline.objects.of(now).first()
        _check(now, before, on, reason)
        made = drafting.draft(now, kind, values, on=on)
        row = writing.arrange(
            ledger,
            {
                "target": now,
                "edition": before.edition + 1 if before else 1,
                "kind": kind,
                "promised": now.value,
                "value": f"{made.value:f}",
                "start": now.start,
                "end": now.end,
                "path": {str(month): f"{value:f}" for month, value in made.months.items()},
                "made_from": made.made_from[:400],
                "frozen_on": on,
                "frozen_by": by.name,
                "reason": reason.strip()[:400] if before else "",
            },
            by=by,
            act="调整时序基线" if before else "确定时序基线",
            reason=reason.strip(),
        )
    assert isinstance(row, Baseline)
    return row


def _check(target: Target, before: Baseline | None, on: datetime.date, reason: str) -> None:
    if target.state != ACTIVE:
        raise errors.Withdrawn(target.name)
    if before is not None and not reason.strip():
        raise errors.NoReason(before)
    if before is not None and on < before.frozen_on:
        raise errors.BeforeTheLast(on, before.frozen_on)
    if months.state_of(on.year * 100 + on.month) == CLOSED:
        raise errors.MonthIsClosed(on)
