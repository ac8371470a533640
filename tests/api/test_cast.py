"""A zone's own ledgers, asked by its cast through their programs: the rights are those of the pages."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import AuditRow
from luoshi.projects.investment.paid_in.models import PaidIn
from luoshi.projects.investment.signings.models import Signing
from tests.api.conftest import Program, secret_of
from tests.directory import build
from tests.web.ledgers.test_cast import CAST

SIGNINGS, PAID_IN = "/api/ledgers/investment-signings", "/api/ledgers/investment-paid_in"


@pytest.fixture
def units(db: None) -> dict[str, Unit]:
    found = build.zone()
    for name, (role, unit) in CAST.items():
        build.holder(name, role, found[unit])
    build.person("nobody")
    build.months(202602)
    return found


@pytest.fixture
def signing(units: dict[str, Unit]) -> Signing:
    return Signing.objects.create(
        number="QY-2026-001",
        project="澄光储能电池基地",
        investor="澄光储能科技有限公司",
        amount=36_045_670_000,
        signed_on=datetime.date(2026, 2, 18),
        unit=units["0401"],
    )


def program(name: str) -> Program:
    return Program(secret_of(User.objects.get(username=name)), Client())


@pytest.mark.parametrize(
    ("name", "seen", "written"),
    [
        ("clerk", 200, 200),
        ("other", 403, 403),
        ("leader", 200, 403),
        ("supervisor", 200, 200),
        ("auditor", 200, 403),
        ("administrator", 403, 403),
        ("nobody", 403, 403),
    ],
)
def test_each_reads_and_writes_what_the_ledger_grants(
    signing: Signing, name: str, seen: int, written: int
) -> None:
    theirs, row = program(name), f"{SIGNINGS}/rows/{signing.pk}"
    assert theirs.get(row).status_code == theirs.get(f"{row}/trail").status_code == seen
    answer = theirs.patch(row, {"values": {"note": "一期"}}, If_Match="1")
    assert answer.status_code == written
    assert AuditRow.objects.count() == (written == 200)
    if seen == 200:
        assert theirs.get(row).json()["values"]["amount"] == "360456700"


def test_the_trail_names_person_and_token(signing: Signing) -> None:
    body = {"values": {"signing": "QY-2026-001", "period": "2026-02", "domestic": "1000"}}
    made = program("clerk").post(f"{PAID_IN}/rows", body)
    assert made.status_code == 201, made.text
    assert (made.json()["values"]["signing"], PaidIn.objects.get().signing) == (str(signing), signing)
    entry = AuditRow.objects.get()
    assert (entry.actor_key, entry.origin, entry.act) == ("clerk", "api 127.0.0.1 对账", "新增")


def test_what_a_page_refuses_is_refused(signing: Signing) -> None:
    body = {"values": {"signing": "QY-2026-001", "period": "2026-03", "domestic": "1000"}}
    answer = program("clerk").post(f"{PAID_IN}/rows", body)
    assert answer.status_code == 422 and "2026年3月" in answer.json()["problems"]["period"][0]
    assert "没有您可以选用的" in program("other").post(f"{PAID_IN}/rows", body).text
