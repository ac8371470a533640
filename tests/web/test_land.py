"""Pages of land: what is overdue stands first and waits for who keeps it, policies stand by enterprise."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.directory.roles import AUDITOR, CLERK, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers import rulebook, standing
from luoshi.projects.land.checks.models import StandardCheck
from luoshi.web.land import rounds
from tests.directory import build
from tests.projects import land
from tests.web.ledgers import pages

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
LONG_AGO, FAR = date(2001, 1, 1), date(2999, 1, 1)  # whatever today is
DUE = date(2026, 5, 11)
MENDING = {"checked_on": date(2026, 1, 1), "verdict": "correcting", "correct_by": DUE}


@pytest.fixture
def units(db: None) -> Units:
    units = build.zone()
    by = build.holder("linzhao", SUPERVISOR, units["0101"])
    build.holder("zhouwei", CLERK, units["0104"])
    build.holder("chenjing", CLERK, units["0103"])
    build.holder("xuhe", AUDITOR, units["01"])
    rulebook.issue_starting(by=by, closed=None)
    return units


def seen_by(name: str, address: str) -> str:
    client = Client()
    client.force_login(User.objects.get(username=name))
    standing.forget()  # rows that tests make leave no trail
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize(
    ("fields", "on", "colour", "word"),
    [
        ({}, date(2026, 3, 11), "grey", "2026-05-11"),
        ({}, date(2026, 3, 12), "yellow", "还有 60 天"),
        ({}, DUE, "yellow", "今天到期"),
        ({}, date(2026, 5, 12), "red", "逾期 1 天"),
        ({"due_on": None}, DUE, "grey", "未到时间"),
        ({"checked_on": DUE, "verdict": "passed"}, FAR, "green", "达标"),
        ({"checked_on": DUE, "verdict": "failed", "consequence": "追缴"}, LONG_AGO, "red", "未达标"),
        (MENDING, date(2026, 1, 2), "yellow", "整改还有 129 天"),
        (MENDING, date(2026, 5, 12), "red", "整改逾期 1 天"),
    ],
)
def test_how_a_check_stands(
    units: Units, fields: dict[str, object], on: date, colour: str, word: str
) -> None:
    check = land.standard_check(units["0104"], **({"due_on": DUE} | fields))
    light = rounds.light(check, on, on + rounds.ahead(on))
    assert (light.colour, light.word) == (colour, word)


def test_what_is_overdue_stands_first(units: Units) -> None:
    late = land.parcel(units["0104"], standard=True, name="逾期地块")
    soon = land.parcel(units["0104"], standard=True, name="将到期地块")
    land.standard_check(units["0104"], parcel=soon, due_on=FAR)
    land.standard_check(units["0104"], parcel=late, due_on=LONG_AGO)
    land.standard_check(units["0104"], parcel=late, round="third", due_on=None)
    page = seen_by("linzhao", reverse("land_rounds"))
    assert [row[0] for row in pages.table(page, "land-rounds")] == ["逾期地块", "将到期地块"]
    assert "有 1 轮核查或整改已经逾期" in page and "达产以后" in page
    assert "投资强度没有达到承诺的，限期补足投资" in page


def test_each_sees_the_rounds_of_their_own(units: Units) -> None:
    land.standard_check(units["0104"], due_on=LONG_AGO)
    for who, rows in (("zhouwei", 1), ("xuhe", 1), ("chenjing", 0)):
        page = seen_by(who, reverse("land_rounds"))
        assert page.count('data-key="') == rows, who
        assert ("已经逾期" in page) is bool(rows)


def test_checks_and_leases_wait_for_their_clerk(units: Units) -> None:
    assert "标准地" not in seen_by("zhouwei", "/")
    land.standard_check(units["0104"], due_on=LONG_AGO)
    land.standard_check(units["0104"], round="third", **(MENDING | {"correct_by": date(2026, 1, 2)}))
    land.standard_check(units["0104"], due_on=FAR)
    StandardCheck.objects.filter(verdict="correcting").update(checked_on=LONG_AGO, correct_by=LONG_AGO)
    land.lease(units["0104"], since=LONG_AGO, until=date(2002, 1, 1))
    land.lease(units["0104"], until=FAR)
    page = pages.text(seen_by("zhouwei", "/"))
    assert "1 宗标准地待核查" in page and "1 宗标准地整改待复核" in page
    assert "1 份厂房租约已到期，待续租或退租" in page
    for other in ("chenjing", "linzhao"):
        assert "标准地" not in pages.text(seen_by(other, "/")), other


def test_the_lease_that_waits_is_found_behind_its_line(units: Units) -> None:
    gone = land.lease(units["0104"], since=LONG_AGO, until=date(2002, 1, 1))
    other = land.lease(units["0104"], until=FAR)
    link = re.search(r'href="(/ledgers/land-leases/\?[^"]*)"', seen_by("zhouwei", "/"))
    assert link
    page = seen_by("zhouwei", link[1].replace("&amp;", "&"))
    assert gone.number in page and other.number not in page


def test_policies_stand_by_enterprise_under_their_class(units: Units) -> None:
    address = reverse("land_policies")
    assert "还没有差别化政策" in seen_by("xuhe", address)
    row = land.evaluation(units["0104"], state="published", published_on=DUE, grade="A")
    land.policy(units["0104"], evaluation=row)
    land.policy(units["0104"], evaluation=row, item="用水价格", place=1, text="每吨加价 1 元")
    page = seen_by("xuhe", address)
    assert pages.table(page, "land-policies")[1] == ["某公司", "不加价", "每吨加价 1 元", "公示中"]
    assert "A 类（1 家）" in page and "2026-06-01 至 2027-05-31 执行" in page
    assert "还没有差别化政策" not in seen_by("xuhe", f"{address}?year={'9' * 30}")
    assert "打印" in page and "差别化政策" in seen_by("xuhe", reverse("ledgers"))
    assert "每吨加价 1 元" in seen_by("xuhe", reverse("ledger_print", args=["land-policies"]))


def test_a_lease_too_large_is_told_beside_its_field(units: Units) -> None:
    house, firm = land.workshop(units["0104"], area=5000), land.enterprise(units["0201"])
    client = Client()
    client.force_login(User.objects.get(username="zhouwei"))
    sent = {"workshop": str(house), "tenant": str(firm), "since": "2026-05-11", "until": "2028-05-10"}
    answer = client.post(reverse("ledger_new", args=["land-leases"]), sent | {"area": "50.01"}).text
    assert any("在租的合计会到 50.01 平方米" in said for said in pages.errors(answer)), pages.errors(answer)
    answer = client.post(reverse("ledger_new", args=["land-leases"]), sent | {"area": "50"}, follow=True).text
    assert "已新增" in answer
    shown = seen_by("zhouwei", reverse("ledger", args=["land-workshops"]))
    assert pages.table(shown, "ledger-land-workshops")[0].count("100.0") == 1
