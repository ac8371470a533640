"""The wall's filters, a unit's page, the leader's page, the wide screen and what is late, asked by each of the cast."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.charges.models import Charge
from luoshi.directory.units.models import Unit
from luoshi.ledgers import facts, standing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Row
from luoshi.oversight.bulletins import actions
from luoshi.plans.documents.models import Document
from luoshi.reports.bulletin import render
from tests.directory import build
from tests.web.wall.test_wall_pages import CAST, JUNE, body, number

As = Callable[[str], Client]
PAGES = ("/targets/", "/units/0103/", "/overview/", "/late/", "/screen/", "/tasks/", "/units/")
BUDGETS = {
    "/targets/": 33,
    "/units/0103/": 67,  # with the tasks of all units and the rules of two lights
    "/overview/": 53,  # the same
    "/late/": 44,
    "/screen/": 51,
    "/tasks/": 40,
    "/units/": 40,
}  # of late: one a ledger with clocks
FRAGMENT = {"HX-Request": "true", "HX-Target": "wall-list"}
AGAIN = {"HX-Request": "true", "HX-Target": "screen"}


@pytest.fixture
def deputy(units: dict[str, Unit]) -> User:
    """A deputy in whose charge 招商局 is."""
    build.holder("shen", roles.DEPUTY, units["01"])
    user = User.objects.get(username="shen")
    Charge.objects.create(person=user, unit=units["0103"])
    return user


@pytest.mark.parametrize("username", CAST)
def test_the_whole_cast_sees_the_pages(plan: Document, signed_in_as: As, username: str) -> None:
    client = signed_in_as(username)
    for address in PAGES:
        assert "2026年6月" in body(client, f"{address}{JUNE}"), address


def test_a_stranger_is_sent_to_the_sign_in(plan: Document, client: Client) -> None:
    assert {client.get(address).status_code for address in PAGES} == {302}


def test_the_pages_ask_few_questions(
    sign: Callable[..., Row], signed_in_as: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for at in range(6):
        sign(2, f"2026-0{at + 1}-10")
    lin = signed_in_as("lin")
    facts.refresh()
    for address in PAGES:
        standing.forget()
        with django_assert_max_num_queries(BUDGETS[address]):
            body(lin, f"{address}{JUNE}")


def shown(client: Client, asked: str) -> set[str]:
    """The numbers of the targets in the table."""
    return set(re.findall(r'<tr data-key="([\d-]+)"', body(client, f"/targets/{JUNE}{asked}")))


def test_filters_go_together_and_say_how_many_they_leave(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    lin = signed_in_as("lin")
    every, strive = shown(lin, ""), shown(lin, "&modality=strive")
    assert number("新引进亿元以上项目") in strive and number("银企对接会") not in strive
    assert strive < every and shown(lin, "&modality=strive&light=red") <= strive
    section = shown(lin, "&section=招商引资")
    assert section and section == shown(lin, "&unit=招商局&section=招商引资")
    assert shown(lin, "&section=招商引资&unit=经济发展局") == set()
    page = body(lin, f"/targets/{JUNE}&modality=strive")
    assert f"力争（{len(strive)}）" in page and f"共 {len(strive)} 项" in page
    counts = dict(re.findall(r'<option value="(ensure|strive|plan)"[^>]*>\w+（(\d+)）', page))
    assert sum(map(int, counts.values())) == len(every), "a facet counts as if nothing were chosen in it"


def test_the_list_alone_is_the_same_as_in_the_page(plan: Document, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    page = body(lin, f"/targets/{JUNE}&modality=strive&sort=-gap")
    alone = lin.get("/targets/", {"month": "202606", "modality": "strive", "sort": "-gap"}, headers=FRAGMENT)
    assert "<html" not in alone.text and alone.text.strip() in page
    assert 'data-address="/targets/?modality=strive&amp;sort=-gap"' in alone.text


def test_what_turned_can_be_listed(sign: Callable[..., Row], signed_in_as: As) -> None:
    for day in (3, 4, 5):
        sign(2, f"2026-01-{day:02d}")
    lin, at = signed_in_as("lin"), number("新引进亿元以上项目")
    months = [month for month in range(202602, 202607) if at in _turned(lin, month)]
    assert len(months) >= 1, "three in January are enough for a while, and then no more"


def _turned(client: Client, month: int) -> set[str]:
    page = client.get("/targets/", {"month": str(month), "turned": "worse"}).text
    return set(re.findall(r'<tr data-key="([\d-]+)"', page)) if "比上月</span> 转差" in page else set()


def test_a_units_page_holds_what_is_its_own(sign: Callable[..., Row], signed_in_as: As, deputy: User) -> None:
    sign(2, "2026-01-10")
    page = body(signed_in_as("zhou"), f"/units/0103/{JUNE}")
    assert "新引进亿元以上项目" in page and "银企对接会" not in page
    assert "shen分管" in page and "长三角招商分局" in page and "位次" in page
    office = body(signed_in_as("zhou"), f"/units/0102/{JUNE}")
    assert "银企对接会" in office and "未填报" in office and "新引进亿元以上项目" not in office
    assert "没有编码为" in body(signed_in_as("zhou"), "/units/9999/", 404)


def test_the_overview_is_of_ones_own_portfolio(
    sign: Callable[..., Row], signed_in_as: As, deputy: User
) -> None:
    sign(2, "2026-01-10")
    own, leader = (
        body(signed_in_as("shen"), f"/overview/{JUNE}"),
        body(signed_in_as("gao"), f"/overview/{JUNE}"),
    )
    assert "新引进亿元以上项目" in own and "银企对接会" not in own
    assert "新引进亿元以上项目" in leader and "银企对接会" in leader
    assert "银企对接会" in body(signed_in_as("shen"), f"/overview/{JUNE}&charge=all")
    assert "银企对接会" not in body(signed_in_as("gao"), f"/overview/{JUNE}&charge=shen")
    listed = shown(signed_in_as("gao"), "&charge=shen")
    assert number("新引进亿元以上项目") in listed and number("银企对接会") not in listed


def test_what_is_late_is_listed_by_kind_and_unit(plan: Document, signed_in_as: As, deputy: User) -> None:
    lin = signed_in_as("lin")
    every = body(lin, f"/late/{JUNE}")
    assert "银企对接会：2026年1月等 6 个月未填报" in every
    assert "银企对接会" in body(lin, f"/late/{JUNE}&kind=report&unit=0102")
    for other in ("&kind=task", "&unit=0103", "&charge=shen"):
        assert "银企对接会" not in body(lin, f"/late/{JUNE}{other}")
    assert "银企对接会" in body(lin, f"/late/{JUNE}&kind=nonsense&unit=nowhere")


def test_the_screen_is_told_nothing_until_something_changed(
    sign: Callable[..., Row], signed_in_as: As
) -> None:
    sign(2, "2026-01-10")
    lin = signed_in_as("lin")
    page = body(lin, f"/screen/{JUNE}")
    assert 'data-theme="dark"' in page and 'hx-trigger="every 60s"' in page
    seen = re.findall(r"seen=(\w+)", page)[0]
    asked = {"month": "202606", "seen": seen}
    assert lin.get("/screen/", asked, headers=AGAIN).status_code == 204
    sign(2, "2026-02-10")
    again = lin.get("/screen/", asked, headers=AGAIN)
    assert again.status_code == 200 and "<html" not in again.text and f"seen={seen}" not in again.text


def test_every_number_of_the_screen_opens_its_list(sign: Callable[..., Row], signed_in_as: As) -> None:
    sign(2, "2026-01-10")
    lin = signed_in_as("lin")
    page = body(lin, f"/screen/{JUNE}")
    main = page[page.index("<main") : page.index("</main>")]
    assert "<b>" in main
    for opening in re.findall(
        r"(<\w+[^>]*>)(?:<span[^>]*>[^<]*</span>|<span[^>]*><span.*?</span>[^<]*</span>)?<b>", main
    ):
        assert opening.startswith(("<a", "<span", "</")), opening
    addresses = {each.replace("&amp;", "&") for each in re.findall(r'href="([^"]+)" data-drawer', main)}
    assert len(addresses) > 10
    for address in addresses:
        assert lin.get(address).status_code == 200, address


def test_a_bulletin_says_what_changed_since(
    sign: Callable[..., Row], signed_in_as: As, supervisor: Actor
) -> None:
    sign(2, "2026-01-10")
    bulletin = actions.issue(202606, render, on=datetime.date(2026, 7, 3), by=supervisor)
    at, zhou = number("新引进亿元以上项目"), signed_in_as("zhou")
    assert "发布以后没有数字变动" in body(zhou, f"/reports/{bulletin.pk}/")
    sign(2, "2026-06-11")
    changed = body(zhou, f"/reports/{bulletin.pk}/")
    assert (
        re.search(r"发布以后有 \d+ 个数字变动", changed)
        and f"/reports/{bulletin.pk}/changes/{at}/" in changed
    )
    address = f"/reports/{bulletin.pk}/changes/{at}/"
    assert "签约日期：2026-06-11" in body(signed_in_as("chen"), address)
    assert "签约日期：2026-06-11" not in body(zhou, address), "rows of another unit"
    assert "通报印发以后的变动" in body(zhou, f"/targets/{at}/{JUNE}")
    assert signed_in_as("lin").get(f"/reports/{bulletin.pk}/changes/2026-999/").status_code == 404


def test_a_targets_page_holds_its_months_and_units(
    sign: Callable[..., Row], units: dict[str, Unit], signed_in_as: As
) -> None:
    sign(2, "2026-01-10")
    sign(2, "2026-03-10", unit=units["0401"])
    page = body(signed_in_as("gao"), f"/targets/{number('新引进亿元以上项目')}/{JUNE}")
    assert "各月情况" in page and "各单位情况" in page and "合计" in page and "不能按单位相加" not in page
    rate = body(signed_in_as("gao"), f"/targets/{number('开工率')}/{JUNE}")
    assert "不能按单位相加" in rate and "合计" not in rate
