"""Looking for padding: what is new is kept, what has been decided stays decided; what is struck leaves the counts."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from luoshi.ledgers import audit, marks, registry, rule_kinds, writing
from luoshi.ledgers.access import Act, Actor, require
from luoshi.projects.investment import kinds
from luoshi.projects.investment.findings.models import STRUCK, Finding
from luoshi.projects.investment.signings import fulfilment
from luoshi.projects.investment.signings.models import Signing
from luoshi.rules import padding


def look(*, by: Actor, on: datetime.date) -> int:
    """Look through all signings that count, by the rule of a day; returns how many findings are new."""
    ledger = registry.ledger("investment.findings")
    require(by, Act.CREATE, ledger)
    rule = rule_kinds.in_force(kinds.PADDING, on)
    with transaction.atomic():
        audit.begin()
        known = set(Finding.objects.values_list("kind", "signing", "other"))
        new = [row for row in found(rule, on) if (row.kind, row.signing_id, row.other_id) not in known]
        for row in new:
            writing.insert(ledger, row)
            audit.record(by, "发现疑点", ledger, row, audit.difference({}, audit.shown(ledger, row)))
        marks.mark(ledger, new)
    return len(new)


def found(rule: padding.PaddingRule, on: datetime.date) -> list[Finding]:
    """The findings about the signings that count, not stored; a later signing is doubted beside an older one."""
    signings = Signing.objects.filter(counts=True, signed_on__lte=on).select_related("unit", "parcel")
    rows = {str(row.pk): row for row in signings}
    paid = fulfilment.paid_in([row.pk for row in rows.values()], on)
    told = [_known(key, row, paid.get(row.pk, 0)) for key, row in rows.items()]
    made = []
    for each in padding.findings(rule, told, on):
        doubted, other = (rows[each.second], rows[each.first]) if each.second else (rows[each.first], None)
        made.append(
            Finding(kind=each.kind, signing=doubted, other=other, sentence=each.sentence[:400], found_on=on)
        )
    return made


def _known(key: str, row: Signing, paid_in: int) -> padding.Signing:
    return padding.Signing(
        key=key,
        project=row.project,
        investor=row.investor,
        signed_on=row.signed_on,
        amount=row.amount,
        credit_code=row.credit_code,
        unit=row.unit.name,
        parcel=row.parcel.number if row.parcel else "",
        equipment=row.equipment or 0,
        paid_in=paid_in,
        promised_tax=row.promised_tax,
        land=None if row.land is None else Decimal(row.land) / 100,
    )


def settle(keys: Sequence[int], by: Actor) -> None:
    """Signings with a struck finding leave every count, the others stand in it."""
    ledger = registry.ledger("investment.signings")
    signings = Signing.objects.filter(findings__in=keys).distinct()
    struck = set(Finding.objects.filter(state=STRUCK, signing__in=signings).values_list("signing", flat=True))
    for row in signings:
        if row.counts == (row.pk in struck):
            reason = "注水疑点已剔除" if row.counts else "不再有已剔除的疑点"
            writing.write(ledger, row, {"counts": row.pk not in struck}, by=by, act="计入统计", reason=reason)
            for payment in row.payments.all():
                marks.mark(registry.ledger("investment.paid_in"), [payment])
