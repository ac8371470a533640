"""Numbers without gaps or doubles: a counter row, incremented in the transaction that uses the number."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from luoshi.ledgers.models import Sequence


def take(name: str, count: int = 1) -> int:
    """The last of the next ``count`` numbers of a sequence, all of which the caller then has.

    A transaction that fails gives them back; two at once never get the same.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a number is taken inside the transaction that uses it")
    Sequence.objects.get_or_create(name=name)
    Sequence.objects.filter(name=name).update(last=F("last") + count)
    return Sequence.objects.get(name=name).last
