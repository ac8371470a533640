"""Entering a reported value, with the files that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from luoshi.ledgers import audit, registry, writing
from luoshi.ledgers import evidence as files
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Invalid
from luoshi.ledgers.models import Attachment
from luoshi.plans.questions.models import Question
from luoshi.plans.reported.models import Reported, why_not
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

    Enters the month's value or changes it; refused by sentences of the model for a measured target, a closed month, and
    one that is handed up.
    """
    question = Question.objects.filter(target=target).select_related("target", "unit").first()
    if question is None:
        raise Invalid({"question": [why_not(target) or f"“{target}”没有列为填报项，请联系督查员。"]})
    return answer(question, period, value, by=by, evidence=evidence, attachments=attachments)


def answer(
    question: Question,
    period: int,
    value: str | Decimal,
    *,
    by: Actor,
    evidence: str = "",
    attachments: Sequence[files.File] = (),
) -> Reported:
    """Answer a question for a month, or change the answer."""
    ledger = _ledger()
    column = ledger.column("value")
    entered = writing.parse(ledger, {column.name: str(value)})
    held = Reported.objects.filter(question=question, period=period).select_related("filing").first()
    with transaction.atomic():
        audit.begin()
        if held is None:
            values = {"question": question, "period": period, "evidence": evidence, **entered}
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
