"""A zone's own ledgers, asked by its cast through the pages."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.test import Client

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.calendars.models import Month
from luoshi.directory.units.models import Unit
from luoshi.projects.investment.paid_in.models import PaidIn
from luoshi.projects.investment.signings.models import Signing
from tests.directory import build
from tests.web.ledgers import pages

URL = "/ledgers/investment-signings/"
In = Callable[[str], Client]
CAST = {
    "clerk": (roles.CLERK, "0103"),
    "other": (roles.CLERK, "0104"),
    "leader": (roles.LEADER, "01"),
    "supervisor": (roles.SUPERVISOR, "0101"),
    "auditor": (roles.AUDITOR, "01"),
    "administrator": (roles.ADMINISTRATOR, "01"),
}


@pytest.fixture
def units(db: None) -> dict[str, Unit]:
    found = build.zone()
    for name, (role, unit) in CAST.items():
        build.holder(name, role, found[unit])
    return found


@pytest.fixture
def signed_in(units: dict[str, Unit]) -> In:
    def client_of(name: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(username=name))
        return client

    return client_of


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


@pytest.mark.parametrize(
    ("name", "seen", "written", "removed"),
    [
        ("clerk", 200, 200, 200),
        ("other", 403, 403, 403),
        ("leader", 200, 403, 403),
        ("supervisor", 200, 200, 200),
        ("auditor", 200, 403, 403),
        ("administrator", 403, 403, 403),
    ],
)
def test_each_sees_and_writes_what_the_ledger_grants(
    signed_in: In, signing: Signing, name: str, seen: int, written: int, removed: int
) -> None:
    client, row = signed_in(name), f"{URL}{signing.pk}/"
    assert client.get(row).status_code == client.get(f"{row}history/").status_code == seen
    assert client.get(f"{row}edit/").status_code == client.get(f"{row}step/register/").status_code == written
    assert client.get(f"{row}remove/").status_code == removed
    if seen == 200:
        html = client.get(row).text
        assert ("edit/" in html, "step/register/" in html, "remove/" in html) == (
            written == 200,
            written == 200,
            removed == 200,
        )


def test_a_clerk_of_another_unit_finds_an_empty_list(signed_in: In, signing: Signing) -> None:
    client = signed_in("other")
    assert "澄光" not in client.get(URL).text
    assert URL not in client.get("/search/", {"q": "澄光"}).text
    assert f"{URL}{signing.pk}/" in signed_in("clerk").get("/search/", {"q": "澄光"}).text
    rows = pages.table(client.get("/ledgers/").text, "ledgers")
    assert {row[0]: row[-1] for row in rows}["招商签约台账"] == "0"


def test_money_is_listed_in_its_unit_and_exact_on_the_card(signed_in: In, signing: Signing) -> None:
    client = signed_in("clerk")
    (row,) = pages.table(client.get(URL).text, "ledger-investment-signings")
    assert "3.60" in row
    assert "签约金额 3.60 亿元（360,456,700 元）" in pages.text(client.get(f"{URL}{signing.pk}/").text)
    assert len(pages.table(client.get(URL, {"f.amount.from": "3.6"}).text, "ledger-investment-signings")) == 1
    html = client.get(URL, {"f.amount.to": "3.6"}).text
    assert "没有符合条件的行" in html


def test_a_clerk_enters_a_month_of_money_from_the_card(
    signed_in: In, signing: Signing, units: dict[str, Unit]
) -> None:
    build.months(202602)
    client = signed_in("clerk")
    side = client.get(f"{URL}{signing.pk}/?tab=investment-paid_in.signing").text
    address = f"/ledgers/investment-paid_in/new/?signing={signing.pk}"
    assert address in side
    values = {"signing": "澄光储能电池基地", "period": "2026-02", "domestic": "1000", "foreign": ""}
    assert client.post(address, values).status_code == 302
    paid = PaidIn.objects.get()
    assert (paid.domestic, paid.foreign, paid.signing) == (100_000, 0, signing)
    html = client.post(address, values | {"period": "2026-03"}).text
    assert "2026年3月" in pages.errors(html)[0]


def test_a_form_opens_although_it_needs_a_person(signed_in: In) -> None:
    html = signed_in("clerk").get("/ledgers/investment-leads/new/").text
    assert 'name="person"' in html


def test_a_month_is_closed_and_opened_with_a_reason(signed_in: In) -> None:
    build.months(202603)
    month = Month.objects.get()
    address = f"/ledgers/directory-months/{month.pk}/step/close/"
    for name in ("clerk", "leader", "auditor", "administrator"):
        assert signed_in(name).post(address, {"version": "1", "reason": "x"}).status_code == 403
    client = signed_in("supervisor")
    client.post(address, {"version": "1", "reason": "三月数据已核"})
    month.refresh_from_db()
    assert month.state == "closed"
    assert "重新开账" in client.get(f"/ledgers/directory-months/{month.pk}/").text


def test_the_settings_lead_to_what_the_person_may_see(signed_in: In) -> None:
    for door in ("directory-units", "directory-posts", "directory-months", "directory-days"):
        assert f"/ledgers/{door}/" in signed_in("clerk").get("/settings/").text
    assert "/settings/people/" not in signed_in("clerk").get("/settings/").text
    assert "/settings/people/" in signed_in("administrator").get("/settings/").text
    assert "/settings/people/" not in signed_in("clerk").get("/search/", {"q": "人员"}).text


def test_ledgers_that_are_hidden_from_the_menu_are_not_listed(signed_in: In) -> None:
    html = signed_in("supervisor").get("/ledgers/").text
    assert "/ledgers/plans-clauses/" not in html
    assert "/ledgers/investment-signings/" in html
    assert html.index("investment-signings") < html.index("directory-units")


def test_units_and_ledgers_are_found_from_the_palette(signed_in: In, units: dict[str, Unit]) -> None:
    client = signed_in("auditor")
    html = client.get("/search/", {"q": "招商"}, headers={"HX-Request": "true"}).text
    assert f"/ledgers/directory-units/{units['0103'].pk}/" in html
    assert f"/ledgers/directory-units/{units['0401'].pk}/" in html
    assert 'href="/ledgers/investment-signings/"' in html


def test_what_is_offered_is_what_may_be_done(signed_in: In, signing: Signing) -> None:
    """The list's buttons and the answers behind them agree for everybody."""
    for name in ("clerk", "other", "leader", "supervisor", "auditor"):
        client = signed_in(name)
        html = client.get(URL).text
        for rest in ("new/", "import/"):
            assert (f'href="{URL}{rest}"' in html) == (client.get(f"{URL}{rest}").status_code == 200), name


def test_a_stranger_is_sent_away(db: None) -> None:
    for address in ("/ledgers/", URL, f"{URL}1/", f"{URL}new/", f"{URL}export/"):
        assert Client().get(address).headers["Location"].startswith("/login/")
