"""The pages of 调度: the 作战图, a project's schedule, the week, opinions, and how a project comes about."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from playwright.sync_api import sync_playwright

import luoshi.web
from luoshi.accounts.models import User
from luoshi.projects.delivery.nodes.models import Node
from luoshi.projects.delivery.pools.models import PoolProject
from luoshi.projects.delivery.problems.models import Problem
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.investment.signings.models import Signing
from luoshi.web import gantt
from tests import browser
from tests.whole.zone import loaded, zone

__all__ = ["loaded", "zone"]
CSS = Path(luoshi.web.__file__).parent / "static" / "luoshi" / "css"
PAGES = ("schedule", "coordination", "opinions", "rounds")
MONTH = "?month=202610"


@pytest.fixture
def desk(zone: None, client: Client) -> Client:
    """The supervision office."""
    return signed_in(client, "linzhao")


def signed_in(client: Client, username: str) -> Client:
    client.force_login(User.objects.get(username=username))
    return client


def text(client: Client, name: str, *args: object, query: str = MONTH) -> str:
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_the_sides_lead_to_each_other(desk: Client, name: str) -> None:
    page = text(desk, name)
    assert all(f'href="{reverse(other)}"' in page for other in PAGES)


@pytest.mark.parametrize("name", PAGES[:3])
def test_no_side_asks_a_question_a_row(desk: Client, name: str) -> None:
    text(desk, name)
    with CaptureQueriesContext(connection) as seen:
        text(desk, name)
    assert len(seen) <= 30


def test_the_chart_has_every_project_of_its_months_and_only_them(desk: Client) -> None:
    page = text(desk, "schedule")
    assert page.count('<g class="track">') == 89
    assert "蓝湾数据中心" in page and 'class="late"' in page and 'class="today"' in page
    narrowed = text(desk, "schedule", query=f"{MONTH}&kind=livelihood&scale=week&from=202606&to=202612")
    assert "白鹭第二幼儿园" in narrowed and "蓝湾数据中心" not in narrowed
    assert "这段时间没有项目" in text(desk, "schedule", query=f"{MONTH}&from=204001")


@pytest.mark.parametrize(
    "query", ["&from=x&to=99&scale=%27", "&from=202612&to=202601&unit=9999999999", "&unit=a&kind=b"]
)
def test_nonsense_in_the_address_is_as_usual(desk: Client, query: str) -> None:
    assert "作战图" in text(desk, "schedule", query=MONTH + query)


def test_a_clerk_sees_the_projects_of_the_own_unit(zone: None, client: Client) -> None:
    page = text(signed_in(client, "chenjing"), "schedule")
    assert "这段时间没有项目" in page
    assert "已交办" not in text(client, "coordination")
    foreign = Project.objects.get(number="XM-2026-021")
    assert client.get(reverse("project_schedule", args=[foreign.pk])).status_code == 403
    assert client.post(reverse("project_plan", args=[foreign.pk])).status_code == 403


def test_the_workbooks_open(desk: Client) -> None:
    for name, rows in (("schedule_file", 43), ("coordination_file", 5)):
        answer = desk.get(reverse(name) + MONTH)
        sheet = load_workbook(io.BytesIO(answer.content)).active
        assert sheet is not None and sheet.max_row >= rows
        assert "attachment" in answer.headers["Content-Disposition"]


def test_an_impossible_promise_is_said_in_red_with_the_missing_days(desk: Client) -> None:
    page = text(desk, "project_schedule", Project.objects.get(number="XM-2026-021").pk)
    assert re.search(r'class="notice red"[^>]*>\s*按承诺 2027-01-26 竣工倒排不可行：.*短 \d+ 个工作日', page)
    week = page.partition("本周必须推进")[2].partition("</ul>")[0]
    assert "施工许可" in week and "已逾期" in week


def test_a_project_is_planned_and_planned_again_on_its_page(desk: Client) -> None:
    row = Project.objects.get(number="XM-2026-050")
    assert "按模板倒排节点" in text(desk, "project_schedule", row.pk)
    desk.post(reverse("project_plan", args=[row.pk]), {"template": "industrial"})
    assert Node.objects.filter(project=row).count() == 24
    page = text(desk, "project_schedule", row.pk)
    assert "重新倒排" in page and "关键" in page
    answer = desk.post(reverse("project_plan", args=[row.pk]), {"again": "1"}, follow=True)
    assert "按承诺" in answer.content.decode()
    refused = desk.post(reverse("project_plan", args=[row.pk]), {"template": "industrial"}, follow=True)
    assert "已经按模板倒排过节点" in refused.content.decode()


def test_opinions_stand_in_the_order_of_their_disagreement(desk: Client) -> None:
    page = text(desk, "opinions")
    points = [int(found) for found in re.findall(r"分歧 (\d) 分", page)]
    assert points == sorted(points, reverse=True) and points[0] >= 6
    assert "责任单位认为交付信心" in page and "尚未入库" in page


def test_a_signing_and_a_pool_become_projects_once(desk: Client) -> None:
    signing, pool = Signing.objects.get(number="QY-2026-006"), PoolProject.objects.filter(state="reserved")[0]
    for key, row in (("investment-signings", signing), ("delivery-pools", pool)):
        address = reverse("project_from", args=[key, row.pk])
        card = desk.get(reverse("ledger_row", args=[key, row.pk])).content.decode()
        assert address in card
        assert str(row) in desk.get(address).content.decode()
        before = Project.objects.count()
        answers = [desk.post(address), desk.post(address), desk.get(address)]
        made = Project.objects.latest("pk")
        assert Project.objects.count() == before + 1
        assert {answer.headers["Location"] for answer in answers} == {
            reverse("ledger_row", args=["delivery-projects", made.pk])
        }
    assert desk.get(reverse("project_from", args=["delivery-needs", 1])).status_code == 404


def test_what_waits_for_whom(zone: None, client: Client) -> None:
    luomin = User.objects.get(username="luomin")
    for row in Problem.objects.filter(state="assigned"):
        Problem.objects.filter(pk=row.pk).update(person=luomin)
    late = Node.objects.filter(state="waiting").order_by("planned_on")[0]
    Node.objects.filter(pk=late.pk).update(person=luomin)
    home = text(signed_in(client, "luomin"), "home")
    assert f"签收堵点“{Problem.objects.filter(state='assigned')[0].content}”" in home
    assert f"完成节点“{late.name}”" in home
    address = f'"{reverse("ledger_row", args=["delivery-nodes", late.pk])}"'
    assert address in home
    for other in ("linzhao", "xuhe", "zhouwei"):
        assert address not in text(signed_in(client, other), "home")


def test_an_auditor_looks_and_makes_nothing(zone: None, client: Client) -> None:
    signed_in(client, "xuhe")
    row = Project.objects.get(number="XM-2026-050")
    assert "按模板倒排节点" not in text(client, "project_schedule", row.pk)
    assert client.post(reverse("project_plan", args=[row.pk])).status_code == 403
    address = reverse("project_from", args=["investment-signings", Signing.objects.first().pk])  # type: ignore[union-attr]
    assert client.post(address).status_code == 403


@pytest.mark.browser
@pytest.mark.skipif(browser.executable() is None, reason="no browser on this machine")
def test_forty_projects_are_one_page_of_a3(desk: Client) -> None:
    page = re.sub(r"<(script|link)\b[^>]*>(?:</script>)?", "", text(desk, "schedule"))
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=browser.executable(), args=browser.ARGUMENTS)
        paper = chromium.new_page()
        paper.set_content(page)
        for name in ("tokens", "base", "layout", "parts", "table", "form", "gantt"):
            paper.add_style_tag(path=str(CSS / f"{name}.css"))
        paper.add_style_tag(content=f"@media print {{ {(CSS / 'print.css').read_text('utf-8')} }}")
        printed = pypdfium2.PdfDocument(paper.pdf(prefer_css_page_size=True))
        chromium.close()
    assert len(printed) == -(-page.count('class="track"') // gantt.SHEET) > 1
    width, height = (round(points / 72 * 25.4) for points in printed[0].get_size())
    assert (width, height) == (420, 297)
