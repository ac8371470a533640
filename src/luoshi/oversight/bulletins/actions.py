"""Issuing a bulletin: the month's facts are frozen, the file is rendered from them, both are kept."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import transaction

from luoshi.ledgers import audit, chain, registry, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.errors import LedgerError
from luoshi.oversight.bulletins import facts
from luoshi.oversight.bulletins.models import BULLETIN, Bulletin

LEDGER = "oversight.bulletins"
Renderer = Callable[[Mapping[str, Any]], bytes]


class AlreadyIssued(LedgerError):
    """A month that has its bulletin; issuing again needs a reason."""

    def __init__(self, bulletin: Bulletin) -> None:
        super().__init__(
            f"《{bulletin.title}》已于 {bulletin.issued_on} 印发，可直接下载；确需重新印发，请写明理由。"
        )


def correct(
    before: Bulletin,
    render: Renderer,
    corrections: Sequence[Mapping[str, Any]],
    *,
    reason: str,
    by: Actor,
    on: datetime.date,
    address: str = "",
) -> Bulletin:
    """Issue the 更正通报 of a month that has a bulletin; ``corrections`` are what it names."""
    return issue(
        before.period,
        render,
        on=on,
        by=by,
        reason=f"更正通报：{reason}"[:400],
        address=address,
        corrections=corrections,
    )


def issue(
    month: int,
    render: Renderer,
    *,
    on: datetime.date,
    by: Actor,
    reason: str = "",
    kind: str = BULLETIN,
    as_of: int | None = None,
    address: str = "",
    corrections: Sequence[Mapping[str, Any]] = (),
) -> Bulletin:
    """Issue the bulletin of ``month`` (yyyymm) on a day, or its report of another kind.

    ``render`` turns the frozen facts into the file. ``as_of`` is a row of the trail: what is issued late for a month is
    told as it stood then; by default as it stands. ``address`` is where the pages are that references lead to.

    A month that already has one keeps it; with a reason it gets a further issue beside the first. With ``corrections``,
    what was corrected since, that is a 更正通报.
    """
    bulletins = registry.ledger(LEDGER)
    require(by, Act.CREATE, bulletins)
    with transaction.atomic():
        audit.begin()
        before = Bulletin.objects.latest_of(month, kind)
        if before is not None and not reason.strip():
            raise AlreadyIssued(before)
        at = before.issue + 1 if before else 1
        frozen = facts.gather(
            month, on=on, again=at, kind=kind, as_of=as_of, address=address, corrections=corrections
        )
        file = render(frozen)
        values = {
            "kind": kind,
            "kind_name": frozen["template"]["name"],
            "period": month,
            "issue": at,
            "number": frozen["number"],
            "title": frozen["title"],
            "issued_on": on,
            "issuer": by.name,
            "facts": frozen,
            "file": file,
            "digest": hashlib.sha256(file).hexdigest(),
            "code": frozen["code"],
            "seq": chain.head().seq if as_of is None else as_of,
        }
        row = writing.arrange(bulletins, values, by=by, act="印发", reason=reason)
        assert isinstance(row, Bulletin)
    return row
