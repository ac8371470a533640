"""From a lead to a contract: what the lead knows is carried over, and the lead is signed in the same transaction."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from luoshi.ledgers import audit, registry, stepping, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.ledgers.errors import NotNow
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.signings.models import DOMESTIC, FOREIGN, Signing

CARRIED = {  # of a signing: of its lead
    "project": "project",
    "investor": "investor",
    "credit_code": "credit_code",
    "investor_kind": "investor_kind",
    "region": "region",
    "industry": "industry",
    "chain_link": "chain_link",
    "amount": "amount",
    "land": "land",
    "promised_tax": "tax",
    "unit": "unit",
    "leader": "leader",
    "person": "person",
}


def carried(lead: Lead) -> dict[str, Any]:
    """What a contract takes from its lead, by column."""
    known = {name: getattr(lead, source) for name, source in CARRIED.items()}
    kind = FOREIGN if lead.investor_kind == "foreign" else DOMESTIC
    screening = lead.screenings.passed().order_by("-round").first()
    parcel = screening.parcel if screening else None
    return known | {"lead": lead, "kind": kind, "parcel": parcel}


def sign(lead: Lead, values: Mapping[str, Any], *, by: Actor, on: datetime.date) -> Signing:
    """The contract of a lead; ``values`` stand over what the lead says, and ``signed_on`` is among them.

    Of several who sign the same lead one succeeds; the others are told so, and nothing of theirs is kept.
    """
    leads, signings = registry.ledger("investment.leads"), registry.ledger("investment.signings")
    require(by, Act.STEP, leads, lead, step="sign")
    with transaction.atomic():
        audit.begin()
        now = Lead.objects.get(pk=lead.pk)
        if standing := now.signings.first():
            raise NotNow(f"这条线索已经签约，签约项目是“{standing.number} {standing}”，不能再次签约。")
        stepping.refuse_state(leads, now, stepping.found(leads, "sign")[1])
        row = writing.create(
            signings, carried(now) | dict(values), by=by, reason=f"由线索 {now.number} 转来", on=on
        )
        assert isinstance(row, Signing)
        stepping.take_step(leads, now, "sign", by=by, on=on)
    lead.refresh_from_db()
    return row
