"""The pages of 考核: who sees whose points, objections from a row, ratings, opening, sources, the workbook."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from luoshi.accounts.models import User
from luoshi.ledgers.models import Rule
from luoshi.oversight.assessment.assessments.models import PUBLISHED, Assessment
from luoshi.oversight.assessment.objections.models import ScoreObjection
from luoshi.oversight.assessment.ratings.models import AssessedRating
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.sources.models import MEASURE, Source
from luoshi.oversight.assessment.subjects.models import Subject
from tests.whole.zone import loaded, zone

__all__ = ["loaded", "zone"]
As = Callable[[str], Client]


@pytest.fixture
def as_(zone: None) -> As:
    """Somebody of the sample, signed in."""

    def signed_in(username: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(username=username))
        return client

    return signed_in


def year() -> Assessment:
    return Assessment.objects.get(of="units", end=202612)


def half() -> Assessment:
    return Assessment.objects.get(of="units", end=202606)


def book(assessment: Assessment, name: str) -> str:
    return reverse(
        "scorebook", args=[assessment.pk, Subject.objects.get(assessment=assessment, name=name).pk]
    )


def figure(assessment: Assessment, name: str, code: str) -> str:
    return f"{book(assessment, name)}{Source.objects.get(assessment=assessment, code=code).pk}/"


def texts(answer: HttpResponse) -> list[str]:
    """The cells of a page, without marks."""
    return [
        re.sub(r"<[^>]+>", "", cell).strip()
        for cell in re.findall(r"<td[^>]*>(.*?)</td>", answer.content.decode())
    ]


def test_the_rail_leads_there(as_: As) -> None:
    page = as_("chenjing").get(reverse("assessments")).content.decode()
    assert page.index(">调度<") < page.index(">考核<") < page.index(">报表<")
    assert "2026年度单位考核" in page and "启动考核" not in page
    assert "启动考核" in as_("linzhao").get(reverse("assessments")).content.decode()


def test_before_it_is_published_a_unit_sees_its_own_points_alone(as_: As) -> None:
    address = reverse("assessment", args=[year().pk])
    own = as_("chenjing").get(address).content.decode()
    assert ">招商局<" in own and ">云溪镇<" not in own and "另有 12 个对象没有列出" in own
    for who in ("linzhao", "gaoyuan", "xuhe"):
        every = as_(who).get(address).content.decode()
        assert ">招商局<" in every and ">云溪镇<" in every
    deputy = as_("shenyan").get(address).content.decode()
    assert ">招商局<" in deputy and ">云溪镇<" not in deputy, "only what is in the deputy's charge"
    assert as_("chenjing").get(book(year(), "招商局")).status_code == 200
    assert as_("chenjing").get(book(year(), "云溪镇")).status_code == 403
    assert as_("chenjing").get(figure(year(), "云溪镇", "paid_in")).status_code == 403


def test_once_it_is_published_everybody_sees_totals_and_opens_their_own(as_: As) -> None:
    page = as_("chenjing").get(reverse("assessment", args=[half().pk])).content.decode()
    assert ">招商局</a>" in page and "云溪镇" in page and f'href="{book(half(), "云溪镇")}"' not in page
    assert as_("chenjing").get(book(half(), "云溪镇")).status_code == 403


def test_a_scorebook_tells_each_point_and_the_way_back(as_: As) -> None:
    answer = as_("chenjing").get(book(year(), "招商局") + "?month=202610")
    page = answer.content.decode()
    assert "最容易补的分" in page and "再增加" in page
    assert any("亿元以上签约项目 " in cell and "÷" in cell for cell in texts(answer))
    number = re.search(r"亿元以上签约项目 (\d+) 个 ÷", page)
    opened = as_("chenjing").get(figure(year(), "招商局", "signings") + "?month=202610")
    assert number is not None and len(texts(opened)) // 2 == int(number[1]), "a number opens as many rows"
    assert "签约金额不低于1亿元" in opened.content.decode()


def test_a_month_changes_a_running_score_and_no_kept_one(as_: As) -> None:
    client = as_("linzhao")
    running = {client.get(book(year(), "招商局") + f"?month={month}").content for month in (202603, 202610)}
    kept = [texts(client.get(book(half(), "招商局") + f"?month={month}")) for month in (202603, 202610)]
    assert len(running) == 2 and kept[0] == kept[1]


def test_an_objection_is_raised_at_a_row(as_: As, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Assessment, "hears", lambda self, on: self.state == PUBLISHED)
    Assessment.objects.filter(pk=half().pk).update(state=PUBLISHED)
    address = figure(half(), "安全环保局", "late_reports")
    client = as_("baixiao")
    page = client.get(address).content.decode()
    button = ">提出异议</button>"
    assert button in page and button not in as_("linzhao").get(address).content.decode()
    key = re.findall(r'<option value="([^"]+)"', page)[-1]
    before = ScoreObjection.objects.count()
    assert (
        "背后的一行" in client.post(address, {"key": "总分", "reason": "少了"}, follow=True).content.decode()
    )
    assert ScoreObjection.objects.count() == before
    told = client.post(address, {"key": key, "reason": "当日断网"}, follow=True).content.decode()
    assert "已提出异议 KY-" in told and "当日断网" in told
    assert ScoreObjection.objects.count() == before + 1
    assert as_("chenjing").post(address, {"key": key, "reason": "x"}).status_code == 403


def test_buttons_do_what_they_say(as_: As) -> None:
    address, client = reverse("assessment", args=[half().pk]), as_("linzhao")
    assert "一分不差" in client.post(address, {"do": "verify"}, follow=True).content.decode()
    assert "没有已采纳" in client.post(address, {"do": "correct"}, follow=True).content.decode()
    assert "没有名为" in client.post(address, {"do": "burn"}, follow=True).content.decode()
    running = reverse("assessment", args=[year().pk])
    for who in ("chenjing", "xuhe"):
        assert 'name="do"' not in as_(who).get(address).content.decode()
        for do in ("verify", "correct", "freeze"):
            as_(who).post(running, {"do": do})
    assert half().edition == 2
    Score.objects.filter(assessment=half(), edition=2, subject__name="招商局").update(total=1)
    assert "不一致：招商局" in client.post(address, {"do": "verify"}, follow=True).content.decode()


def test_a_leader_rates_on_one_page(as_: As) -> None:
    source = Source.objects.get(assessment=year(), code="leaders")
    address = reverse("score_rate", args=[year().pk, source.pk])
    client, subject = as_("gaoyuan"), Subject.objects.get(assessment=year(), name="招商局")
    assert "招商局的评分" in client.get(address).content.decode()
    for bad in ("101", "九十", "90.123", "-1", "NaN"):
        page = client.post(address, {f"m-{subject.pk}": bad}).content.decode()
        assert "不是 0 至 100 之间" in page
    assert not AssessedRating.objects.filter(source=source).exists()
    for said, kept in (("92.5", 9250), ("88", 8800)):
        client.post(address, {f"m-{subject.pk}": said})
        assert AssessedRating.objects.get(source=source).mark == kept
    assert "没有要您评的对象" in as_("linzhao").get(address).content.decode()
    assert "1 人已评，冻结时计入" in as_("linzhao").get(book(year(), "招商局")).content.decode()


def test_a_head_does_not_rate_the_own_unit(as_: As) -> None:
    source = Source.objects.get(assessment=year(), code="peers")
    page = as_("guheng").get(reverse("score_rate", args=[year().pk, source.pk])).content.decode()
    assert "云溪镇的评分" in page and "招商局的评分" not in page


def test_opening_and_saying_where_figures_come_from(as_: As) -> None:
    client, address = as_("linzhao"), reverse("assessment_new")
    assert as_("chenjing").get(address).status_code == 403
    assert "启动考核" in client.get(address).content.decode()
    assert "林昭" in client.get(address + "?of=persons").content.decode()
    teams = client.get(address + "?of=teams").content.decode()
    assert "新能源产业专班的组别" in teams and "长三角招商分局的组别" in teams and "招商局的组别" not in teams
    unit = Subject.objects.get(assessment=year(), name="招商局").unit_id
    given = {
        "code": "units",
        "of": "units",
        "name": "三季度考核",
        "start": "2026-07",
        "end": "2026-09",
        "days": "5",
    }
    assert "请至少选一个单位" in client.post(address, given).content.decode()
    for field, bad in (("days", "许多"), ("days", "0"), ("start", "七月"), ("end", "2027-09")):
        client.post(address, given | {f"in-{unit}": "offices", field: bad})
    assert Assessment.objects.count() == 4
    client.post(address, given | {f"in-{unit}": "offices"})
    made = Assessment.objects.get(name="三季度考核")
    source = Source.objects.get(assessment=made, code="starts")
    form = reverse("score_source", args=[made.pk, source.pk])
    assert "招商签约台账 · 签约项目数" in client.get(form).content.decode()
    told = client.post(form, {"kind": "measure", "measure": ""}, follow=True).content.decode()
    assert "请选一项台账计量" in told
    client.post(form, {"kind": "measure", "measure": "delivery.nodes/done"})
    source.refresh_from_db()
    assert source.kind == MEASURE and "项目节点 · 完成节点数" in source.words
    assert as_("chenjing").post(form, {"kind": "hand"}).status_code == 403


def test_a_workbook_holds_what_the_person_sees(as_: As) -> None:
    address = reverse("assessment_file", args=[year().pk]) + "?month=202610"
    own = load_workbook(io.BytesIO(as_("chenjing").get(address).content))
    assert [row[2].value for row in own["名次"].iter_rows(min_row=3)] == ["招商局"]
    assert {row[0].value for row in own["各项得分"].iter_rows(min_row=3)} == {"招商局"}
    every = load_workbook(io.BytesIO(as_("linzhao").get(address).content))
    assert len(list(every["名次"].iter_rows(min_row=3))) == 13
    assert any("÷" in str(row[6].value) for row in every["各项得分"].iter_rows(min_row=3))


def test_a_scheme_is_tried_on_what_runs_and_on_what_was_kept(as_: As) -> None:
    """Every fault costs ten points more: those who have some lose by it, the half year by the figures of then."""
    lin, page = as_("linzhao"), "/settings/rules/score/?code=units"
    lin.get("/?month=202610")
    held = lin.get(page).context["form"].initial
    given = {name: held[name] for name in ("name", "version", "effective_from", "content")}
    same = lin.post(page, given | {"try": "1", "months": "12"}).content.decode()
    assert (
        "按现在的数，" in same and "按冻结时的数，" in same and same.count("个考核对象的得分和位次都不变") > 1
    )
    data = json.loads(held["content"])
    faults = [
        fault
        for dimension in data["dimensions"]
        if dimension.get("kind") == "deduction"
        for item in dimension["items"]
        for fault in item["formula"].get("faults", ())
    ]
    for fault in faults:
        fault["each"] = "10"
    harder = given | {"content": json.dumps(data, ensure_ascii=False)}
    before = Rule.objects.filter(kind="score").count()
    found = lin.post(page, harder | {"try": "1", "months": "12"}).content.decode()
    assert faults and "个得分有变化" in found and "得分有变化的指标" in found and "→" in found
    assert Rule.objects.filter(kind="score").count() == before, "trying writes nothing"
    assert as_("chenjing").post(page, harder | {"try": "1"}).status_code == 403
