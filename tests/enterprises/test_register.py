"""The register of enterprises: entered by the unit that looks after them, stepped, refused."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from luoshi.directory.roles import CLERK, LEADER
from luoshi.directory.units.models import Unit
from luoshi.enterprises.register.ledger import REGISTER
from luoshi.enterprises.register.models import Enterprise
from luoshi.ledgers import stepping, writing
from luoshi.ledgers.access import Act, Actor, may
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.lookups import Lookups
from tests.directory import build

CODE, OTHER = "91340000MA2XK7QR5R", "91340100MA2JF5QYC0"


@pytest.fixture
def units(db: None) -> dict[str, Unit]:
    return build.zone()


@pytest.fixture
def clerk(units: dict[str, Unit]) -> Actor:
    return build.holder("luomin", CLERK, units["0201"])


def enter(by: Actor, **entered: str) -> Enterprise:
    usual = {"credit_code": CODE, "name": "澄光储能科技有限公司", "short_name": "澄光储能", "unit": "云溪镇"}
    row = writing.create(REGISTER, writing.parse(REGISTER, usual | entered), by=by)
    assert isinstance(row, Enterprise)
    return row


def test_works(clerk: Actor) -> None:
    row = enter(clerk, credit_code=CODE.lower(), established_on="2021-06-18", above_scale="是")
    row.refresh_from_db()
    assert (row.credit_code, row.state, row.above_scale) == (CODE, "operating", True)


@pytest.mark.parametrize("text", [CODE, "澄光储能科技有限公司", "澄光储能"])
def test_a_cell_may_name_an_enterprise_in_several_ways(clerk: Actor, text: str) -> None:
    row = enter(clerk)
    assert Lookups().find("enterprises.register", text) == row


def test_a_code_stands_once_and_is_checked(clerk: Actor) -> None:
    enter(clerk)
    with pytest.raises(Invalid, match="这个代码的企业已经登记"):
        enter(clerk)
    with pytest.raises(Invalid, match="校验码对不上"):
        enter(clerk, credit_code=CODE[:-1] + "A")
    assert enter(clerk, credit_code=OTHER).pk


def test_who_looks_after_another_unit_writes_nothing(clerk: Actor, units: dict[str, Unit]) -> None:
    row = enter(clerk)
    for other in (build.holder("a", CLERK, units["0103"]), build.holder("b", LEADER, units["01"])):
        assert may(other, Act.READ, REGISTER, row), "everybody finds an enterprise"
        with pytest.raises(Refused):
            writing.change(REGISTER, row, {"note": "x"}, by=other)
        with pytest.raises(Refused):
            enter(other, credit_code=OTHER)


def test_an_enterprise_stops_resumes_and_closes(clerk: Actor) -> None:
    row = enter(clerk)
    with pytest.raises(NotNow, match="需要写明理由"):
        stepping.take_step(REGISTER, row, "stop", by=clerk)
    for name, state in (("stop", "stopped"), ("resume", "operating")):
        assert stepping.take_step(REGISTER, row, name, by=clerk, reason="设备检修").state == state  # type: ignore[attr-defined]
    with pytest.raises(NotNow, match="注销日期"):
        stepping.take_step(REGISTER, row, "close", by=clerk, reason="股东决议")
    given = {"closed_on": date(2026, 6, 30)}
    stepping.take_step(REGISTER, row, "close", by=clerk, reason="股东决议", given=given)
    row.refresh_from_db()
    assert (row.state, row.closed_on) == ("closed", date(2026, 6, 30))
    assert not Enterprise.objects.alive().exists()
    assert enter(clerk, credit_code=OTHER) in Enterprise.objects.alive()


JUNE, MAY = date(2026, 6, 30), date(2026, 5, 31)
WRONG = [
    ({"established_on": JUNE, "closed_on": MAY, "state": "closed"}, "成立日期不能晚于注销日期"),
    ({"state": "closed"}, "要有注销日期"),
    ({"state": "operating", "closed_on": JUNE}, "要有注销日期"),
]
RIGHT = [
    {"established_on": MAY, "closed_on": JUNE, "state": "closed"},
    {"established_on": JUNE, "closed_on": JUNE, "state": "closed"},
    {"established_on": MAY},
    {"state": "stopped"},
]


@pytest.mark.parametrize(("values", "sentence"), WRONG)
def test_dates_and_states_that_cannot_be(
    units: dict[str, Unit], values: dict[str, object], sentence: str
) -> None:
    row = Enterprise(credit_code=CODE, name="澄光储能", unit=units["0201"], **values)
    with pytest.raises(ValidationError, match=sentence):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize("values", RIGHT)
def test_dates_and_states_that_can_be(units: dict[str, Unit], values: dict[str, object]) -> None:
    row = Enterprise(credit_code=CODE, name="澄光储能", unit=units["0201"], **values)
    row.full_clean()
    row.save()
