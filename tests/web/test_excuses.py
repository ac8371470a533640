"""The pages of excuses: who asks at which light, who is told to decide, and what everybody sees afterwards."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.charges.models import Charge
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row
from luoshi.oversight.excuses.models import APPROVED, ASKED, Excuse
from luoshi.oversight.lists.models import PublishedList
from luoshi.oversight.objections.models import BLACK_LIST
from luoshi.plans.targets.models import Target
from luoshi.projects.delivery.months.models import ProjectMonth
from tests.directory import build
from tests.oversight.conftest import clerk, plan, sign, supervisor, units
from tests.projects import build as projects
from tests.web.wall.conftest import others, signed_in_as

__all__ = ["clerk", "others", "plan", "sign", "signed_in_as", "supervisor", "units"]
As = Callable[[str], Client]
TODAY = datetime.date(2026, 7, 10)
JUNE = {"month": "202606"}
GIVEN = {**JUNE, "reason": "汛情停工21天", "basis": "防汛指挥部〔2026〕8号"}
BUTTON, FORM = "申请正当理由</a>", "提出申请"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *given: TODAY)


@pytest.fixture
def red(sign: Callable[..., Row]) -> Target:
    """Two projects a month and none of 10亿, of which 3 of 6 are due by June: one red light."""
    days.seed([2026])
    for month in range(1, 7):
        for day in (5, 6):
            sign(2, f"2026-{month:02d}-{day:02d}", started_on=datetime.date(2026, 6, 30))
    return Target.objects.active().get(name__endswith="10亿元以上项目")


@pytest.fixture
def deputies(units: dict[str, Unit], others: None) -> None:
    """Two leaders, of whom one has 招商局 in charge."""
    for name, code in (("shen", "0103"), ("wei", "0104")):
        build.holder(name, roles.DEPUTY, units["01"])
        Charge.objects.create(person=User.objects.get(username=name), unit=units[code])


def address(target: Target) -> str:
    return f"/excuses/target/{target.pk}/"


def shown(client: Client, at: str) -> str:
    answer = client.get(at, JUNE)
    assert answer.status_code == 200
    return answer.text


def test_a_unit_asks_at_its_light_with_a_file(red: Target, signed_in_as: As) -> None:
    chen, page = signed_in_as("chen"), f"/targets/{red.number}/"
    assert BUTTON in shown(chen, page) and FORM in shown(chen, address(red))
    file = SimpleUploadedFile("通知.pdf", b"%PDF-1.4\n%%EOF\n")
    answer = chen.post(address(red), GIVEN | {"proof": file}, follow=True)
    assert answer.redirect_chain[0][0].startswith(page)
    made = Excuse.objects.get()
    assert f"正当理由 {made.number} 已提出" in answer.text
    assert (made.period, made.state, made.proof["name"]) == (202606, ASKED, "通知.pdf")
    told = shown(chen, page)
    assert BUTTON not in told and "尚未批准，灯色不变" in told and "应于 2026-07-15 前审批" in told
    assert "待审批，不用再提" in shown(chen, address(red))
    assert "这个月的正当理由已经申请" in chen.post(address(red), GIVEN).text
    card = shown(chen, f"/ledgers/oversight-excuses/{made.pk}/")
    assert "通知.pdf" in card and "审批期限 2026-07-15（承诺），法定 2026-07-17" in card


@pytest.mark.parametrize("username", ["lin", "zhou", "gao", "xu"])
def test_others_look_and_do_not_ask(red: Target, signed_in_as: As, username: str) -> None:
    client = signed_in_as(username)
    assert BUTTON not in shown(client, f"/targets/{red.number}/")
    assert FORM not in shown(client, address(red))
    assert client.post(address(red), GIVEN).status_code == 403
    assert not Excuse.objects.exists()


def test_what_is_not_said_is_asked_for(red: Target, signed_in_as: As) -> None:
    chen = signed_in_as("chen")
    answer = chen.post(address(red), JUNE)
    assert answer.status_code == 422 and "请填写“正当理由”" in answer.text and "请填写“依据”" in answer.text
    assert chen.post(address(red), {"reason": "x", "basis": "y"}).status_code == 400, "no month"
    wrong = SimpleUploadedFile("a.exe", b"MZ\x00\x00")
    assert "的类型不能上传" in chen.post(address(red), GIVEN | {"proof": wrong}).text
    assert not Excuse.objects.exists()


def test_a_green_light_has_no_button(red: Target, signed_in_as: As) -> None:
    chen = signed_in_as("chen")
    january = {"month": "202601"}
    assert BUTTON not in chen.get(f"/targets/{red.number}/", january).text
    assert "不是黄灯或红灯，不用申请" in chen.get(address(red), january).text


@pytest.mark.parametrize("at", ["/excuses/task/1/", "/excuses/target/999999/", "/excuses/project/999999/"])
def test_what_has_no_light_is_not_found(red: Target, signed_in_as: As, at: str) -> None:
    assert signed_in_as("chen").get(at, JUNE).status_code == 404


def test_it_waits_for_who_decides_and_is_told_afterwards(
    red: Target, deputies: None, signed_in_as: As
) -> None:
    signed_in_as("chen").post(address(red), GIVEN)
    made, todo = Excuse.objects.get(), "6月红灯的正当理由"
    for username in ("lin", "shen"):
        assert todo in shown(signed_in_as(username), "/")
    for username in ("wei", "chen", "zhou", "gao", "xu"):
        assert todo not in shown(signed_in_as(username), "/")
    step = f"/ledgers/oversight-excuses/{made.pk}/step/approve/"
    assert signed_in_as("wei").post(step, {"answer": "同意"}).status_code == 403
    shen = signed_in_as("shen")
    given = {"answer": "属实，同意", "version": str(made.version)}
    assert shen.post(step, given).status_code == 302
    made.refresh_from_db()
    assert (made.state, made.decided_by, made.decided_on) == (APPROVED, "shen", TODAY)
    assert todo not in shown(shen, "/")
    chen = signed_in_as("chen")
    page, wall = shown(chen, f"/targets/{red.number}/"), shown(chen, "/targets/")
    assert "正当理由（汛情停工21天）已由shen批准，改亮黄灯" in page and "shen 2026-07-10：属实，同意" in page
    assert '<span class="note">有正当理由</span>' in wall and "已由shen批准" in wall


def test_a_project_has_the_button_too(red: Target, units: dict[str, Unit], signed_in_as: As) -> None:
    started = datetime.date(2026, 1, 10)
    project = projects.project(units["0103"], state="started", started_on=started)
    for month in range(1, 13):
        planned = {"planned": 10**8, "done": 3 * 10**7 if month <= 6 else None}
        ProjectMonth.objects.create(project=project, period=202600 + month, **planned)
    chen, page = signed_in_as("chen"), f"/projects/{project.pk}/"
    assert BUTTON in shown(chen, page) and BUTTON not in shown(signed_in_as("lin"), page)
    assert chen.post(f"/excuses/project/{project.pk}/", GIVEN).status_code == 302
    assert BUTTON not in shown(chen, page) and "汛情停工21天" in shown(chen, page)


def test_a_published_list_says_that_an_excuse_came_later(red: Target, signed_in_as: As) -> None:
    lin, chen = signed_in_as("lin"), signed_in_as("chen")
    lin.post("/rounds/lists/", JUNE | {"do": "publish"})
    assert PublishedList.objects.get().lines.filter(unit=red.lead_unit, board=BLACK_LIST).exists()
    chen.post(address(red), GIVEN)
    made = Excuse.objects.get()
    told, button = f"批准的正当理由还没有更正：{made.number}", ">一并更正</button>"
    page = shown(lin, "/rounds/lists/")
    assert told not in page and button not in page, "it waits"
    given = {"answer": "同意", "version": str(made.version)}
    lin.post(f"/ledgers/oversight-excuses/{made.pk}/step/approve/", given)
    page = shown(lin, "/rounds/lists/")
    assert told in page and button in page
    assert told not in shown(chen, "/rounds/lists/")
    lin.post("/rounds/lists/", JUNE | {"do": "correct"})
    assert PublishedList.objects.latest("edition").edition == 2
    assert told not in shown(lin, "/rounds/lists/")
