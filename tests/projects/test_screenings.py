"""Screenings: several reviewers, a veto, who is far apart, what stands in the way of a decision, who may vote."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from luoshi.directory.roles import CLERK
from luoshi.directory.units.models import Unit
from luoshi.ledgers import rulebook, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import BadValue, Invalid, LedgerError, NotNow, Refused
from luoshi.projects.investment import kinds
from luoshi.projects.investment.leads.ledger import LEADS
from luoshi.projects.investment.screenings.ledger import SCREENINGS
from luoshi.projects.investment.screenings.models import Screening
from luoshi.projects.investment.votes.columns import Answers
from luoshi.projects.investment.votes.ledger import VOTES
from luoshi.rules import defaults
from tests.directory import build
from tests.projects import investment
from tests.projects.test_measures import value

pytestmark = pytest.mark.django_db
Cast = dict[str, Actor]
DAY = date(2026, 5, 11)
GOOD = "产业定位 5；规划布局 5；环境保护 4；投资强度 420；税收贡献 21；能耗水平 0.28；用地条件 5；安全生产 5"
POOR = "产业定位 1；规划布局 1；环境保护 0；投资强度 150；税收贡献 2；能耗水平 0.9；用地条件 1；安全生产 3"


class Nobody:
    def find(self, ledger: str, text: str) -> Any:
        raise AssertionError


@pytest.fixture
def panel(cast: Cast, units: dict[str, Unit]) -> list[Actor]:
    """Three reviewers, and the form that a zone starts with."""
    rulebook.issue(
        kinds.SCREENING.name, defaults.SCREENING_FORM.to_data(), by=cast["supervisor"], closed=None
    )
    return [build.holder(f"reviewer{n}", CLERK, units["0104"]) for n in range(3)]


def opened(by: Actor, unit: Unit, panel: list[Actor], **entered: str) -> Screening:
    lead = investment.lead(unit, judged_on=DAY, judgement="follow", judgement_reason="补链")
    usual = {
        "lead": lead.number,
        "round": "1",
        "opened_on": "2026-05-11",
        "reviewers": "、".join(each.key for each in panel),
        "fair_review": "不涉及",
    }
    row = writing.create(SCREENINGS, writing.parse(SCREENINGS, usual | entered), by=by)
    assert isinstance(row, Screening)
    return row


def vote(by: Actor, row: Screening, text: str = GOOD, who: Actor | None = None) -> None:
    entered = {
        "screening": row.number,
        "reviewer": (who or by).key,
        "answers": text,
        "voted_on": "2026-05-12",
    }
    writing.create(VOTES, writing.parse(VOTES, entered), by=by)
    row.refresh_from_db()


def test_points_come_when_the_last_has_voted(cast: Cast, units: dict[str, Unit], panel: list[Actor]) -> None:
    row = opened(cast["clerk"], units["0103"], panel)
    vote(panel[0], row)
    vote(panel[1], row)
    assert (row.points, row.verdict) == (None, "")
    with pytest.raises(NotNow, match="还有 1 位评审人未打分"):
        stepping.take_step(SCREENINGS, row, "decide", by=cast["clerk"], on=DAY, given={"decided_on": DAY})
    vote(panel[2], row)
    assert (row.points, row.verdict, row.spread, row.form_version) == (97_00, "passed", 0, "1")
    stepping.take_step(SCREENINGS, row, "decide", by=cast["clerk"], on=DAY, given={"decided_on": DAY})
    assert value("investment.screenings", "pass_rate") == 100
    own = row.votes.get(reviewer=panel[0].person)
    with pytest.raises(Invalid, match="已出结论"):
        writing.change(VOTES, own, {"remark": "改一改"}, by=panel[0])


def test_two_noughts_for_the_environment_stop_a_project(
    cast: Cast, units: dict[str, Unit], panel: list[Actor]
) -> None:
    row = opened(cast["clerk"], units["0103"], panel)
    for who, text in zip(panel, (GOOD, POOR, POOR), strict=True):
        vote(who, row, text)
    assert (row.verdict, row.vetoed_by) == ("vetoed", "环境保护")
    assert row.spread is not None and row.spread > 20_00
    other = opened(cast["clerk"], units["0103"], panel)
    for who, text in zip(panel, (GOOD, GOOD, POOR), strict=True):
        vote(who, other, text)
    assert (other.verdict, other.vetoed_by) == ("conditional", ""), "one nought stops nothing"
    with pytest.raises(NotNow, match="先填写附加条件"):
        stepping.take_step(SCREENINGS, other, "decide", by=cast["clerk"], on=DAY, given={"decided_on": DAY})
    writing.change(SCREENINGS, other, {"conditions": "先完成环评"}, by=cast["clerk"])
    stepping.take_step(SCREENINGS, other, "decide", by=cast["clerk"], on=DAY, given={"decided_on": DAY})


def test_a_fair_review_under_way_holds_the_decision(
    cast: Cast, units: dict[str, Unit], panel: list[Actor]
) -> None:
    row = opened(cast["clerk"], units["0103"], panel[:1], fair_review="审查中")
    vote(panel[0], row)
    with pytest.raises(NotNow, match="公平竞争审查还在进行"):
        stepping.take_step(SCREENINGS, row, "decide", by=cast["clerk"], on=DAY, given={"decided_on": DAY})


def test_who_votes(cast: Cast, units: dict[str, Unit], panel: list[Actor]) -> None:
    row = opened(cast["clerk"], units["0103"], panel[:2])
    for who in (cast["clerk"], cast["leader"], panel[2]):
        with pytest.raises(Invalid, match="不是“.+”的评审人"):
            vote(who, row)
    for who in (panel[1], cast["auditor"], cast["stranger"]):
        with pytest.raises(Refused):
            vote(who, row, who=panel[0])
    vote(panel[0], row)
    with pytest.raises(Invalid, match="已经打过分"):
        vote(panel[0], row)
    assert row.votes.count() == 1


def test_every_item_is_answered(cast: Cast, units: dict[str, Unit], panel: list[Actor]) -> None:
    row = opened(cast["clerk"], units["0103"], panel[:1])
    for text in (
        GOOD.replace("；安全生产 5", ""),
        GOOD.replace("规划布局 5", "规划布局 6"),
        f"{GOOD}；颜色 3",
    ):
        with pytest.raises(LedgerError, match="打分没有保存"):
            vote(panel[0], row, text)
    assert row.votes.count() == 0


def test_what_passed_lets_the_lead_go_on(cast: Cast, units: dict[str, Unit], panel: list[Actor]) -> None:
    row = opened(cast["clerk"], units["0103"], panel[:1])
    step = LEADS.lifecycle.step("screen") if LEADS.lifecycle else None
    assert step is not None
    said = stepping.in_the_way(LEADS, row.lead, step, by=cast["clerk"], on=DAY)
    assert [part for part in said if "还没有通过项目预审" in part] and [p for p in said if "项目建议书" in p]
    vote(panel[0], row)
    stepping.take_step(SCREENINGS, row, "decide", by=cast["clerk"], on=DAY, given={"decided_on": DAY})
    said = stepping.in_the_way(LEADS, row.lead, step, by=cast["clerk"], on=DAY)
    assert [part for part in said if "预审" in part and "佐证" not in part] == []


def test_answers_read_what_they_write() -> None:
    column = Answers("answers")
    read = column.from_text(GOOD.replace("；", "，").replace(" ", "："), Nobody())
    assert column.from_text(column.entered(read), Nobody()) == read == {**read, "投资强度": "420"}
    for text in ("产业定位", "产业定位 四", "产业定位 4；产业定位 5", "4"):
        with pytest.raises(BadValue, match="看不懂或重复"):
            column.from_text(text, Nobody())
