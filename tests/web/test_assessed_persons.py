"""Teams and persons in the pages of 考核, walked as a clerk, a member, who is assessed, a leader and an auditor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.oversight.assessment import scoring
from luoshi.oversight.assessment.assessments.models import PUBLISHED, Assessment
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.sources.models import Source
from luoshi.oversight.assessment.subjects.models import Subject
from tests.web.test_assessments import as_, book, figure, texts
from tests.whole.zone import loaded, zone

__all__ = ["as_", "loaded", "zone"]
As = Callable[[str], Client]
OCTOBER = "?month=202610"


def of(kind: str) -> Assessment:
    return Assessment.objects.get(of=kind, end=202612)


def page(client: Client, address: str) -> str:
    return client.get(address + OCTOBER).content.decode()


def test_a_team_sees_its_points_and_their_office_those_of_its_branches(as_: As) -> None:
    teams = of("teams")
    address = reverse("assessment", args=[teams.pk])
    member = page(as_("jiangqi"), address)
    assert (
        ">新能源产业专班<" in member and ">电子信息专班<" not in member and "另有 3 个对象没有列出" in member
    )
    clerk = page(as_("chenjing"), address)
    assert ">长三角招商分局<" in clerk and ">粤港澳招商分局<" in clerk and ">新能源产业专班<" not in clerk
    for who in ("gaoyuan", "xuhe", "linzhao"):
        every = page(as_(who), address)
        assert all(f">{each.name}<" in every for each in teams.subjects.all())
    own = page(as_("jiangqi"), book(teams, "新能源产业专班"))
    assert "签约金额 13.11 亿元 ÷ 8 亿元" in own and "最容易补的分" in own
    assert as_("jiangqi").get(book(teams, "电子信息专班")).status_code == 403
    assert as_("shenmu").get(book(teams, "新能源产业专班")).status_code == 403


def test_a_number_of_a_team_opens_its_rows(as_: As) -> None:
    cells = texts(as_("jiangqi").get(figure(of("teams"), "新能源产业专班", "signings") + OCTOBER))
    assert len(cells) // 2 == 3, "three of a hundred million and more"


def test_who_is_assessed_sees_the_own_book_and_nobody_elses(as_: As) -> None:
    persons = of("persons")
    address = reverse("assessment", args=[persons.pk])
    mine = page(as_("guheng"), address)
    assert ">顾衡<" in mine and ">程岩<" not in mine and ">沈砚<" not in mine
    assert "没有您可以看的得分" in page(as_("chenjing"), address), "the clerk of the unit is not the head"
    deputy = page(as_("shenyan"), address)
    assert ">沈砚<" in deputy and ">顾衡<" not in deputy and ">魏岭<" not in deputy
    for who in ("gaoyuan", "xuhe", "linzhao"):
        assert ">顾衡<" in page(as_(who), address) and ">沈砚<" in page(as_(who), address)
    own = page(as_("guheng"), book(persons, "顾衡"))
    assert "“境外到位资金”红灯" in own and "省级以上表彰 1 项 × 2 = 2 分" in own
    for other in ("chengyan", "shenyan", "chenjing", "weiling"):
        assert as_(other).get(book(persons, "顾衡")).status_code == 403
        assert as_(other).get(figure(persons, "顾衡", "red")).status_code == 403


def test_what_a_person_answers_for_opens(as_: As) -> None:
    persons = of("persons")
    mine = page(as_("guheng"), figure(persons, "顾衡", "red"))
    assert "2026年10月“境外到位资金”红灯" in mine
    tasks = texts(as_("guheng").get(figure(persons, "顾衡", "tasks") + OCTOBER))
    assert any("制定标准厂房二期招商方案" in cell for cell in tasks)


def test_once_published_colleagues_see_totals_and_open_nothing_else(as_: As) -> None:
    persons = of("persons")
    kept = scoring.running(persons, 202610)
    days = {"frozen_on": "2027-01-11", "published_on": "2027-01-11", "until": "2027-01-18"}
    Assessment.objects.filter(pk=persons.pk).update(state=PUBLISHED, edition=1, seq=1, **days)
    for each in kept:
        Score.objects.create(assessment=persons, subject=each.subject, edition=1, **scoring.values(each))
    address = reverse("assessment", args=[persons.pk])
    colleague = page(as_("chengyan"), address)
    assert "顾衡" in colleague and f'href="{book(persons, "顾衡")}"' not in colleague
    assert f'href="{book(persons, "程岩")}"' in colleague
    assert as_("chengyan").get(book(persons, "顾衡")).status_code == 403


@pytest.mark.parametrize(
    ("who", "code", "asked", "spared"),
    [
        ("shenyan", "leaders", "顾衡", "沈砚"),
        ("guheng", "peers", "沈砚", "顾衡"),
        ("gaoyuan", "leaders", "沈砚", ""),
    ],
)
def test_who_is_asked_to_rate_whom(as_: As, who: str, code: str, asked: str, spared: str) -> None:
    persons = of("persons")
    found = Source.objects.get(assessment=persons, code=code)
    rating = page(as_(who), reverse("score_rate", args=[persons.pk, found.pk]))
    assert f"{asked}的评分" in rating
    assert not spared or f"{spared}的评分" not in rating


def test_a_mark_is_told_to_nobody_but_who_gave_it_and_who_oversees(as_: As) -> None:
    persons = of("persons")
    leaders, gu = (
        Source.objects.get(assessment=persons, code="leaders"),
        Subject.objects.get(assessment=persons, name="顾衡"),
    )
    as_("shenyan").post(reverse("score_rate", args=[persons.pk, leaders.pk]), {f"m-{gu.pk}": "87.65"})
    ledger = reverse("ledger", args=["oversight-assessment_ratings"])
    for who in ("shenyan", "linzhao", "xuhe"):
        assert "87.65" in as_(who).get(ledger).content.decode()
    for who in ("guheng", "gaoyuan", "weiling"):
        assert "87.65" not in as_(who).get(ledger).content.decode()
    for who in ("guheng", "gaoyuan", "linzhao"):
        shown = page(as_(who), book(persons, "顾衡"))
        assert "1 人已评，冻结时计入" in shown and "87.65" not in shown


def test_the_scheme_is_proposed_by_who_is_assessed(as_: As) -> None:
    client, address = as_("linzhao"), reverse("assessment_new")
    for kind, name in (("units", "单位年度"), ("teams", "招商队伍年度"), ("persons", "干部年度")):
        shown = client.get(f"{address}?of={kind}").content.decode()
        assert f'name="code" value="{kind}"' in shown and name in shown


def test_a_workbook_of_persons_is_ones_own(as_: As) -> None:
    answer = as_("guheng").get(reverse("assessment_file", args=[of("persons").pk]) + OCTOBER)
    assert answer.status_code == 200 and User.objects.get(username="guheng").name == "顾衡"
