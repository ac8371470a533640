"""更正: what late excuses would change is told on the pages, corrected by one button or left with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from luoshi.directory.people.actors import actor_named
from luoshi.ledgers import registry, stepping
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins.models import Bulletin
from luoshi.oversight.excuses.models import ASKED, Excuse
from luoshi.oversight.excuses.standing import NAME
from luoshi.reports.bulletin import render
from tests.web.test_assessments import as_
from tests.whole.zone import loaded, zone

__all__ = ["as_", "loaded", "zone"]
As = Callable[[str], Client]
PAGE = "/rounds/corrections/"


@pytest.fixture
def late(zone: None) -> Excuse:
    """The excuse that waits in the sample is approved on the day after October's bulletin."""
    lin = actor_named("linzhao")
    bulletins.issue(202610, render, on=date(2026, 11, 10), by=lin)
    found = Excuse.objects.get(state=ASKED)
    given = {"answer": "情况属实"}
    stepping.take_step(registry.ledger(NAME), found, "approve", by=lin, on=date(2026, 11, 11), given=given)
    return found


def test_it_is_told_where_the_light_stands(late: Excuse, as_: As) -> None:
    paper = Bulletin.objects.latest_of(202610)
    assert paper is not None
    told = as_("zhouwei").get(reverse("bulletin", args=[paper.pk])).content.decode()
    assert "印发以来有 1 盏灯改变" in told and "项目入库率" in told and late.reason in told
    assert PAGE not in told, "the unit is told, and corrects nothing"
    office = as_("linzhao")
    assert PAGE in office.get(reverse("bulletin", args=[paper.pk])).content.decode()
    home = office.get("/?month=202610").content.decode()
    assert "的灯" in home and late.number in home
    assert late.number not in as_("chenjing").get("/?month=202610").content.decode()
    waits = office.get(PAGE).content.decode()
    assert late.number in waits and paper.title in waits and "不更正的理由" in waits


def test_one_button_corrects(late: Excuse, as_: As) -> None:
    told = as_("linzhao").post(PAGE, {"do": "correct"}, follow=True).content.decode()
    assert "已更正：《关于2026年10月重点工作推进情况的更正通报》" in told and "没有要更正的" in told
    paper = Bulletin.objects.latest_of(202610)
    assert paper is not None and paper.issue == 2
    shown = as_("zhouwei").get(reverse("bulletin", args=[paper.pk])).content.decode()
    assert "印发以来有" not in shown


def test_it_is_left_with_a_reason(late: Excuse, as_: As) -> None:
    office = as_("linzhao")
    for number, reason, said in (
        (late.number, " ", "请写明理由"),
        ("LY-1999-001", "x", "不用说明"),
        (late.number, "下月起调整", f"{late.number} 已记下：不更正：下月起调整。"),
    ):
        given = {"do": "leave", "number": number, "reason": reason}
        assert said in office.post(PAGE, given, follow=True).content.decode()
    late.refresh_from_db()
    assert late.corrected == "不更正：下月起调整" and "没有要更正的" in office.get(PAGE).content.decode()


def test_nobody_else_opens_it(late: Excuse, as_: As) -> None:
    for who in ("zhouwei", "gaoyuan", "xuhe", "chenjing"):
        assert as_(who).get(PAGE).status_code == 403
        assert as_(who).post(PAGE, {"do": "leave", "number": late.number, "reason": "x"}).status_code == 403
    late.refresh_from_db()
    assert late.corrected == ""
