"""Entering a reported value, with the files that prove it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.definition import Ledger
from luoshi.plans import errors
from luoshi.plans.reported.models import Evidence, Reported
from luoshi.plans.targets.models import Target

LARGEST_MB = 20

Attachment = tuple[bytes, str]


def report(
    target: Target,
    period: int,
    value: str | Decimal,
    *,
    by: Actor,
    evidence: str = "",
    attachments: Sequence[Attachment] = (),
) -> Reported:
    """Enter what a target has reached from the year's beginning to the end of ``period``, in the target's written unit.

    Enters the month's value or changes it; refused by sentences of the model for a measured target and a closed month.
    """
    ledger = _ledger()
    _check(attachments)
    column = ledger.column("value")
    entered = writing.parse(ledger, {column.name: str(value)})
    held = Reported.objects.filter(target=target, period=period).first()
    stored: list[Evidence] = []
    try:
        with transaction.atomic():
            audit.begin()
            if held is None:
                values = {"target": target, "period": period, "evidence": evidence, **entered}
                row = writing.create(ledger, values, by=by)
            else:
                values = {**entered, **({"evidence": evidence} if evidence else {})}
                row = writing.change(ledger, held, values, by=by)
            assert isinstance(row, Reported)
            for data, filename in attachments:
                stored.append(_attach(row, data, filename, by))
    except BaseException:
        for each in stored:
            each.file.delete(save=False)
        raise
    return row


def attach(row: Reported, data: bytes, filename: str, *, by: Actor) -> Evidence:
    """Add a file that proves a value already entered."""
    _check([(data, filename)])
    require(by, Act.CHANGE, _ledger(), row)
    with transaction.atomic():
        audit.begin()
        writing.validate(_ledger(), row)
        return _attach(row, data, filename, by)


def _ledger() -> Ledger:
    return registry.ledger("plans.reported")


def _check(attachments: Sequence[Attachment]) -> None:
    for data, filename in attachments:
        if not data:
            raise errors.EmptyAttachment(filename)
        if len(data) > LARGEST_MB * 2**20:
            raise errors.TooLarge(filename, LARGEST_MB)


def _attach(row: Reported, data: bytes, filename: str, by: Actor) -> Evidence:
    name = PurePath(filename.replace("\\", "/")).name[-255:]
    made = Evidence(
        reported=row, filename=name, sha256=hashlib.sha256(data).hexdigest(), uploaded_by=by.name[:60]
    )
    made.file.save(name, ContentFile(data), save=False)
    try:
        made.save(force_insert=True)
    except BaseException:
        made.file.delete(save=False)
        raise
    audit.record(by, "附件", _ledger(), row, {"附件": ("", name)})
    return made
