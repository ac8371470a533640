"""Eight sign the same lead at once: one contract comes of it, and seven are told so."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from luoshi.directory.roles import SUPERVISOR
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import AuditRow
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.signings import actions
from luoshi.projects.investment.signings.models import Signing
from tests.directory import build
from tests.projects.test_leads import talks

RACERS = 8
DAY = date(2026, 6, 5)


@pytest.mark.django_db(transaction=True)
def test_of_eight_one_signs() -> None:
    units = build.zone()
    by, lead = build.holder("linzhao", SUPERVISOR, units["0101"]), talks(units["0103"])
    start, losers = Barrier(RACERS), list[str]()

    def race(racer: int) -> None:
        mine = Lead.objects.get(pk=lead.pk)
        try:
            start.wait(timeout=30)
            actions.sign(mine, {"signed_on": DAY, "number": f"QY-{racer}"}, by=by, on=DAY)
        except LedgerError as lost:
            losers.append(str(lost))
        finally:
            connection.close()

    with ThreadPoolExecutor(RACERS) as pool:
        list(pool.map(race, range(RACERS)))
    assert len(losers) == RACERS - 1 and all("已经签约" in said for said in losers)
    assert Signing.objects.count() == 1 == AuditRow.objects.filter(act="登记签约").count()
