"""The pages of rounds and of published lists: who sees them, who keeps them, what is told where something is refused."""

from __future__ import annotations

import datetime
import html
import io
import re
from collections.abc import Callable

import docx
import pytest
from django.test import Client
from django.utils import timezone

from luoshi.directory.calendars import days
from luoshi.directory.units.models import Unit
from luoshi.ledgers.models import Row
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.lists.models import PublishedList
from luoshi.oversight.objections.models import ROW, Objection
from luoshi.oversight.rounds.models import ADDED, FROZEN, HELD, OFF, AgendaItem, Decision, Round
from luoshi.plans.targets.models import Target
from tests.oversight.conftest import clerk, june, plan, sign, supervisor, units, year
from tests.web.wall.conftest import others, signed_in_as

__all__ = ["clerk", "june", "others", "plan", "sign", "signed_in_as", "supervisor", "units", "year"]
As = Callable[[str], Client]
CAST = ("lin", "chen", "zhou", "gao", "xu")
TODAY = datetime.date(2026, 7, 10)
JUNE = {"month": "202606"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *given: TODAY)


def address(found: Round) -> str:
    return f"/rounds/meetings/{found.pk}/"


def shown(client: Client, at: str, **given: str) -> str:
    answer = client.get(at, given)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("username", CAST)
def test_all_see_the_year_and_one_lays_it_out(plan: object, signed_in_as: As, username: str) -> None:
    days.seed([2026])
    client = signed_in_as(username)
    assert ("排定 2026 年" in shown(client, "/rounds/year/", **JUNE)) == (username == "lin")
    answer = client.post("/rounds/year/", {"year": "2026"})
    assert answer.status_code == (302 if username == "lin" else 403)
    assert Round.objects.exists() == (username == "lin")
    if username == "lin":
        page = shown(client, "/rounds/year/", **JUNE)
        assert "2026年6月通报" in page and "8日 月" in page
        assert "没有可以排定的轮次" in client.post("/rounds/year/", {"year": "2026"}, follow=True).text


def test_a_round_from_the_cut_off_to_its_decision(
    june: Round, sign: Callable[..., Row], signed_in_as: As
) -> None:
    sign(2, "2026-01-10")
    lin, at = signed_in_as("lin"), address(june)
    assert "还没有截数" in shown(lin, at) and lin.get(f"{at}preread/").status_code == 404
    assert lin.post(at, {"do": "freeze"}).status_code == 302
    page = shown(lin, at)
    assert "新引进10亿元以上项目" in page and 'href="/targets/' in page and "登记并交办" not in page
    assert lin.post(at, {"do": "add", "title": "防汛准备", "reason": "入汛"}).status_code == 302
    item = AgendaItem.objects.get(round=june, kind=ADDED)
    first = AgendaItem.objects.of(june)[0]
    assert "请先填写：撤下理由" in lin.post(at, {"do": "take_off", "item": first.pk}, follow=True).text
    lin.post(at, {"do": "take_off", "item": first.pk, "reason": "已整改"})
    first.refresh_from_db()
    assert first.state == OFF and "已撤下：已整改" in shown(lin, at)
    lin.post(at, {"do": "hold"})
    june.refresh_from_db()
    assert june.state == HELD
    unit, other = Unit.objects.get(code="0103"), Unit.objects.get(code="0102")
    given = {
        "do": "decide",
        "item": item.pk,
        "what": "备足物资",
        "lead_unit": unit.pk,
        "due_on": "2026-07-31",
    }
    assert lin.post(at, given | {"supporting": [other.pk]}).status_code == 302
    made = Decision.objects.get()
    assert made.task.number in shown(lin, at) and made.task.supporting_units == [other]
    wrong = lin.post(at, given | {"due_on": "2026-07-01"})
    assert wrong.status_code == 422 and "早于登记日期" in wrong.text and "备足物资" in wrong.text
    file = lin.get(f"{at}preread/").content
    assert "2026年6月通报会预读材料" in [p.text for p in docx.Document(io.BytesIO(file)).paragraphs]


def test_the_minutes_are_there_from_the_meeting_on(
    june: Round, sign: Callable[..., Row], signed_in_as: As
) -> None:
    sign(2, "2026-01-10")
    lin, chen, at = signed_in_as("lin"), signed_in_as("chen"), address(june)
    refused_yet(june, lin, chen)
    lin.post(at, {"do": "freeze"})
    refused_yet(june, lin, chen)
    assert '<button class="primary" name="do" value="hold">' in shown(lin, at)
    lin.post(at, {"do": "hold", "chair": "林照", "attendance": "招商局、规建局"})
    given = {"item": AgendaItem.objects.of(june)[0].pk, "lead_unit": Unit.objects.get(code="0103").pk}
    lin.post(at, given | {"do": "decide", "what": "补签两个项目", "due_on": "2026-07-31"})
    number, said = Decision.objects.get().task.number, written(chen, f"{at}minutes/")
    assert "下载会议纪要" in shown(chen, at)
    assert "2026年6月通报会议纪要" in said and {"主持：林照。", "出席：招商局、规建局。"} <= {*said}
    assert f"会议决定：补签两个项目。由招商局牵头，2026年7月31日前办结（任务 {number}）。" in said


def test_who_was_there_is_written_after_the_meeting_until_it_is_archived(
    june: Round, sign: Callable[..., Row], signed_in_as: As
) -> None:
    lin, chen, at = signed_in_as("lin"), signed_in_as("chen"), address(june)
    lin.post(at, {"do": "freeze"})
    assert "登记或更正主持和出席" not in shown(lin, at)
    lin.post(at, {"do": "hold", "chair": "林照"})
    assert "登记或更正主持和出席" in shown(lin, at) and "登记或更正主持和出席" not in shown(chen, at)
    given = {"do": "attend", "chair": "周巍", "attendance": "招商局"}
    refused = lin.post(at, given)
    assert (
        refused.status_code == 422 and "更正主持和出席要写明理由" in refused.text and "周巍" in refused.text
    )
    assert chen.post(at, given | {"reason": "记错"}).status_code == 403
    assert lin.post(at, given | {"reason": "记错"}).status_code == 302
    assert {"主持：周巍。", "出席：招商局。"} <= {*written(chen, f"{at}minutes/")}
    lin.post(at, {"do": "archive"})
    assert "登记或更正主持和出席" not in shown(lin, at)
    late = lin.post(at, given | {"reason": "再改", "chair": "高"})
    assert late.status_code == 422 and "已经归档，主持和出席不能登记或更正" in late.text


def test_the_numbers_of_the_pre_read_and_the_minutes_lead_to_where_they_come_from(
    june: Round, sign: Callable[..., Row], signed_in_as: As
) -> None:
    sign(2, "2026-01-10")
    lin, chen, at = signed_in_as("lin"), signed_in_as("chen"), address(june)
    before, after = f"/f/YD2606-{june.pk}/", f"/f/JY2606-{june.pk}/"
    assert chen.get(before).status_code == chen.get(after).status_code == 404
    lin.post(at, {"do": "freeze"})
    assert before in shown(chen, at) and chen.get(after).status_code == 404
    page = shown(chen, before)
    codes = re.findall(r'class="locked" href="/f/(YD2606-[^/]+)/"', page)
    found = {code: shown(chen, f"/f/{code}/") for code in dict.fromkeys(codes)}
    of_item = next(each for each in found.values() if "项议题" in each)
    assert "/targets/" in of_item and "2026年6月通报会预读材料" in of_item
    lin.post(at, {"do": "hold"})
    given = {"item": AgendaItem.objects.of(june)[0].pk, "lead_unit": Unit.objects.get(code="0103").pk}
    lin.post(at, given | {"do": "decide", "what": "补签 2 个项目", "due_on": "2026-07-31"})
    task = Decision.objects.get().task
    found_again = re.findall(r'href="/f/(JY2606-[^/]+)/"[^>]*>2</a> 个项目', shown(chen, after))
    of_task = shown(chen, f"/f/{found_again[0]}/")
    assert f"任务 {task.number}" in of_task and f"/ledgers/plans-tasks/{task.pk}/" in of_task
    assert chen.get("/f/", {"code": f"jy2606-{june.pk}"}).headers["Location"] == after
    for wrong in (f"YD2605-{june.pk}", f"YD2606-{june.pk}-999", "YD2606-999999"):
        assert chen.get(f"/f/{wrong}/").status_code == 404
    assert Client().get(before).status_code == 302, "a stranger signs in first"


def test_a_meeting_before_the_cut_off_is_refused_with_what_was_filled_in(
    june: Round, signed_in_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    lin, at = signed_in_as("lin"), address(june)
    lin.post(at, {"do": "freeze"})
    monkeypatch.setattr(timezone, "localdate", lambda *given: datetime.date(2026, 7, 9))
    refused = lin.post(at, {"do": "hold", "chair": "林照"})
    assert refused.status_code == 422
    assert "早于实际截数日 2026-07-10" in refused.text and 'value="林照"' in refused.text
    june.refresh_from_db()
    assert (june.state, june.chair) == (FROZEN, "")


def refused_yet(found: Round, *clients: Client) -> None:
    for client in clients:
        early = client.get(f"{address(found)}minutes/")
        assert early.status_code == 404 and "还没有召开，没有会议纪要" in early.text
        assert "下载会议纪要" not in shown(client, address(found))


def written(client: Client, at: str) -> list[str]:
    """The paragraphs of a Word file."""
    return [p.text for p in docx.Document(io.BytesIO(client.get(at).content)).paragraphs]


@pytest.mark.parametrize("username", CAST[1:])
def test_the_others_read(june: Round, signed_in_as: As, username: str) -> None:
    client, at = signed_in_as(username), address(june)
    page = shown(client, at)
    assert 'name="do"' not in page
    for name in ("freeze", "hold", "add", "decide", "move"):
        assert client.post(at, {"do": name}).status_code == 403
    assert client.get("/rounds/meetings/0/").status_code == 404


def test_a_step_too_early_is_a_sentence(
    june: Round, signed_in_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *given: datetime.date(2026, 7, 1))
    lin = signed_in_as("lin")
    assert "截数日是 2026-07-06，还没有到" in lin.post(address(june), {"do": "freeze"}, follow=True).text
    moved = lin.post(address(june), {"do": "move", "meets_on": "2026-07-09", "reason": "领导出差"})
    june.refresh_from_db()
    assert moved.status_code == 302 and str(june.meets_on) == "2026-07-09" and june.state != FROZEN
    assert lin.post(address(june), {"do": "nothing"}).status_code == 404


def test_lists_from_publication_to_correction(sign: Callable[..., Row], signed_in_as: As) -> None:
    days.seed([2026])
    row = sign(2, "2026-01-10")
    lin, chen, at = signed_in_as("lin"), signed_in_as("chen"), "/rounds/lists/"
    assert "还没有公示" in shown(chen, at, **JUNE)
    assert chen.post(at, JUNE | {"do": "publish"}).status_code == 403
    lin.post("/reports/issue/", JUNE)
    lin.post(at, JUNE | {"do": "publish"})
    found = PublishedList.objects.get()
    page = shown(chen, at, **JUNE)
    assert "提出异议" in page and "2026年6月红黑榜 黑榜 招商局" in page
    assert "<summary>提出异议" not in shown(signed_in_as("gao"), at, **JUNE)
    line = found.lines.get(unit__name="招商局")
    subject = f"line:oversight.list_lines:{line.pk}:{line.unit_id}"
    given = JUNE | {"do": "object", "subject": subject, "reason": "合同落款晚一天"}
    assert chen.post(at, given).status_code == 302
    again = chen.post(at, given)
    assert again.status_code == 422 and "正在等待裁定" in again.text
    of_row = given | {"subject": f"row:::{line.unit_id}"}
    assert "请选择台账" in chen.post(at, of_row).text
    assert "查无此行" in chen.post(at, of_row | {"ledger": "investment.signings", "row": "查无此行"}).text
    chen.post(at, of_row | {"ledger": "investment.signings", "row": "QY-001"})
    assert Objection.objects.get(about=ROW).row == row.pk
    first = Objection.objects.get(about="line")
    step = f"/ledgers/oversight-objections/{first.pk}/step/accept/"
    assert chen.post(step, {"ruling": "属实"}).status_code == 403
    lin.post(step, {"ruling": "属实", "version": first.version})
    page = shown(lin, at, **JUNE)
    assert "一并更正" in page and "有 1 条采纳的异议、批准的正当理由还没有更正" in page
    assert "一并更正" not in shown(chen, at, **JUNE)
    assert chen.post(at, JUNE | {"do": "correct"}).status_code == 403
    done = lin.post(at, JUNE | {"do": "correct"}, follow=True).text
    assert "已更正：2026年6月红黑榜（第2版）、《关于2026年6月重点工作推进情况的更正通报》" in done
    assert "没有已采纳、待更正的异议" in lin.post(at, JUNE | {"do": "correct"}, follow=True).text
    assert [b.issue for b in Bulletin.objects.all()] == [2, 1]
    assert not PublishedList.objects.get(edition=2).lines.filter(unit__name="招商局").exists()
    assert "招商局" in shown(chen, at, **JUNE, edition="1")


ROWS = "/targets/{}/rows/"


def test_from_a_row_of_a_figure_to_the_objection_and_to_what_is_put_right(
    sign: Callable[..., Row], signed_in_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clerk of the unit finds the row behind the figure; who rules finds the row that is to be put right first."""
    days.seed([2026])
    row = sign(2, "2026-01-10")
    lin, chen, lists = signed_in_as("lin"), signed_in_as("chen"), "/rounds/lists/"
    target = Target.objects.active().get(name="新引进亿元以上项目")
    at = ROWS.format(target.number)
    assert "提出异议" not in shown(chen, at, **JUNE), "nothing is published yet"
    lin.post(lists, JUNE | {"do": "publish"})
    page = shown(chen, at, **JUNE)
    for other in ("lin", "zhou", "gao", "xu"):
        assert "提出异议" not in shown(signed_in_as(other), at, **JUNE), other
    assert "提出异议" not in shown(chen, at, month="202605"), "another month is not published"
    way = html.unescape(re.findall(r'href="(/rounds/lists/[^"]+)"', page)[-1])
    opened = chen.get(way).text
    value = f"row:investment.signings:{row.pk}:{target.lead_unit_id}"
    assert '<details class="panel" open>' in opened and value in opened
    assert value not in signed_in_as("zhou").get(way).text
    given = {"month": "202606", "do": "object", "subject": value, "reason": "合同为 12 亿元"}
    assert chen.post(way, given).status_code == 302
    made = Objection.objects.get(about=ROW)
    assert (made.row, made.unit.name, made.period) == (row.pk, "招商局", 202606)
    step = f"/ledgers/oversight-objections/{made.pk}/step/accept/"
    lin.post(step, {"ruling": "属实", "version": made.version})
    page = shown(lin, lists, **JUNE)
    assert f'<a href="/ledgers/investment-signings/{row.pk}/">先改正这一行</a>' in page
    monkeypatch.setattr(timezone, "localdate", lambda *given: datetime.date(2026, 7, 20))
    assert "提出异议" not in shown(chen, at, **JUNE), "the days for objections are over"


@pytest.mark.parametrize(
    "wrong",
    ["", "x", "investment.signings:1", "directory.units:1:1", "investment.signings:999999999999999999999:1"],
)
def test_an_address_that_names_no_row_of_a_figure_names_none(
    sign: Callable[..., Row], signed_in_as: As, wrong: str
) -> None:
    days.seed([2026])
    sign(2, "2026-01-10")
    signed_in_as("lin").post("/rounds/lists/", JUNE | {"do": "publish"})
    page = shown(signed_in_as("chen"), "/rounds/lists/", **JUNE, contest=wrong)
    assert '<details class="panel"><summary>提出异议' in page
