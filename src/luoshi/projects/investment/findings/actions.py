"""What is struck leaves the counts, and what is taken up again comes back."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.ledgers import marks, registry, writing
from luoshi.ledgers.access import Actor
from luoshi.projects.investment.findings.models import STRUCK, Finding
from luoshi.projects.investment.signings.models import Signing


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
