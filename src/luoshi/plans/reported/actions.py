"""Entering a reported value, with the files that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers import evidence as files
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.models import Attachment
from luoshi.plans.reported.models import Reported
from luoshi.plans.targets.models import Target


def report(
    target: Target,
    period: int,
    value: str | Decimal,
    *,
    by: Actor,
    evidence: str = "",
    attachments: Sequence[files.File] = (),
) -> Reported:
    """Enter what a target has reached from the year's beginning to the end of ``period``, in the target's written unit.

    Enters the month's value or changes it; refused by sentences of the model for a measured target and a closed month.
    """
    ledger = _ledger()
    column = ledger.column("value")
    entered = writing.parse(ledger, {column.name: str(value)})
    held = Reported.objects.filter(target=target, period=period).first()
    with transaction.atomic():
        audit.begin()
        if held is None:
            values = {"target": target, "period": period, "evidence": evidence, **entered}
            row = writing.create(ledger, values, by=by)
        else:
            values = {**entered, **({"evidence": evidence} if evidence else {})}
            row = writing.change(ledger, held, values, by=by)
        files.attach_all(ledger, row, attachments, by=by)
    assert isinstance(row, Reported)
    return row


def attach(row: Reported, data: bytes, filename: str, *, by: Actor) -> Attachment:
    """Add a file that proves a value already entered."""
    require(by, Act.CHANGE, _ledger(), row)
    with transaction.atomic():
        audit.begin()
        writing.validate(_ledger(), row)
        return files.attach(_ledger(), row, data, filename, by=by)


def _ledger() -> Ledger:
    return registry.ledger("plans.reported")
