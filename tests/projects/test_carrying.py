"""Statistical reports, needs and problems on their way: what is checked, set, counted and refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers import evidence, reviews, stepping, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import NotNow, Refused
from luoshi.projects.delivery.needs.ledger import PROJECT_NEEDS as NEEDS
from luoshi.projects.delivery.needs.models import Need
from luoshi.projects.delivery.opinions.ledger import OPINIONS
from luoshi.projects.delivery.problems.ledger import PROBLEMS, PROOF, STRIKE_OFF
from luoshi.projects.delivery.problems.models import Problem
from luoshi.projects.delivery.statistics.ledger import STATISTICS
from luoshi.projects.delivery.statistics.models import Statistic
from tests.directory import build as directory
from tests.projects import build, delivery
from tests.projects.delivery import DAY, WAN

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
Cast = dict[str, Actor]
JUNE = date(2026, 6, 22)


def report(units: Units, period: int, month: int, to_date: int, **fields: Any) -> Statistic:
    directory.months(period)
    amounts = {"month": month * WAN, "to_date": to_date * WAN, "building": to_date * WAN}
    return delivery.statistic(units["0104"], period=period, **(amounts | fields))


def submit(row: Statistic, by: Actor, on: date = JUNE) -> Statistic:
    stepping.take_step(STATISTICS, row, "submit", by=by, on=on)
    return row


def test_a_report_that_agrees_is_handed_in(units: Units, cast: Cast) -> None:
    delivery.rules()
    first = report(units, 202601, 100, 100)
    row = submit(report(units, 202602, 50, 150, project=first.project), cast["other"], date(2026, 3, 25))
    assert (row.state, row.reported_on, row.in_time) == ("submitted", date(2026, 3, 25), True)
    stepping.take_step(STATISTICS, row, "return", by=cast["supervisor"], on=JUNE, reason="口径有误")
    assert (row.state, row.reported_on, row.in_time) == ("draft", None, None)
    assert submit(row, cast["other"], date(2026, 3, 26)).in_time is False


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        (
            {"month": 50, "to_date": 140},
            "2026年2月累计 140 万元，上月累计 100 万元 加本月 50 万元 应为 150 万元，请改正",
        ),
        ({"month": 50, "to_date": 90}, "比上月累计 100 万元 减少"),
        (
            {"month": 50, "to_date": 150, "equipment": WAN},
            "建筑、安装、设备和其他合计 151 万元，与累计 150 万元 不一致",
        ),
        ({"month": 9950, "to_date": 10050}, "超过计划总投资 10,000 万元"),
    ],
)
def test_what_does_not_agree_is_named(units: Units, cast: Cast, second: Any, sentence: str) -> None:
    delivery.rules()
    first = report(units, 202601, 100, 100)
    row = report(units, 202602, project=first.project, **second)
    with pytest.raises(NotNow, match=sentence):
        submit(row, cast["other"])
    row.refresh_from_db()
    assert (row.state, row.reported_on) == ("draft", None)


def test_who_may_hand_in_and_give_back(units: Units, cast: Cast) -> None:
    delivery.rules()
    row = report(units, 202601, 100, 100)
    for who in ("clerk", "leader", "auditor", "stranger"):
        with pytest.raises(Refused):
            submit(row, cast[who])
    submit(row, cast["other"])
    with pytest.raises(Refused):
        stepping.take_step(STATISTICS, row, "return", by=cast["other"], on=JUNE, reason="想改")


def test_a_need_has_its_clock_and_its_verdicts(units: Units, cast: Cast) -> None:
    delivery.rules()
    person = User.objects.get(username="chenjing")
    values = {
        "project": build.project(units["0104"]),
        "kind": "power",
        "content": "双回路供电",
        "raised_on": DAY,
    }
    row = writing.create(
        NEEDS, values | {"office": units["0103"], "person": person}, by=cast["other"], on=DAY
    )
    assert (row.number, row.due_on) == ("XQ-2026-001", date(2026, 5, 13))
    accepted = {"accepted_on": date(2026, 5, 13)}
    for who in ("other", "leader", "auditor"):
        with pytest.raises(Refused):
            stepping.take_step(NEEDS, row, "accept", by=cast[who], on=date(2026, 5, 13), given=accepted)
    stepping.take_step(NEEDS, row, "accept", by=cast["clerk"], on=date(2026, 5, 13), given=accepted)
    assert (row.accepted_in_time, row.due_on) == (True, date(2026, 5, 25))
    late = date(2026, 5, 26)
    met = {"met_on": late, "answer": "已接入"}
    stepping.take_step(NEEDS, row, "meet", by=cast["clerk"], on=late, given=met)
    assert (row.state, row.met_in_time, row.due_on) == ("met", False, None)


def test_a_refused_need_says_why_and_may_be_raised_again(units: Units, cast: Cast) -> None:
    delivery.rules()
    row = delivery.need(units["0104"])
    with pytest.raises(NotNow, match="需要写明理由"):
        stepping.take_step(NEEDS, row, "refuse", by=cast["supervisor"], on=DAY, given={"answer": "无余量"})
    given = {"answer": "无余量"}
    stepping.take_step(NEEDS, row, "refuse", by=cast["supervisor"], on=DAY, given=given, reason="无余量")
    stepping.take_step(NEEDS, row, "raise_again", by=cast["other"], on=DAY, reason="另有线路")
    assert (row.state, row.due_on) == ("raised", date(2026, 5, 13))


def answered(units: Units, cast: Cast) -> Problem:
    """A problem on which everything has been done but to strike it off."""
    delivery.rules()
    row = delivery.problem(units["0104"], limit_on=date(2026, 5, 29))
    person = User.objects.get(username="chenjing")
    steps: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("assign", "leader", {"assigned_on": DAY, "person": person}),
        ("sign_for", "clerk", {"signed_for_on": DAY}),
        ("answer", "clerk", {"answered_on": DAY, "answer": "场地已交付"}),
    )
    for step, who, given in steps:
        with pytest.raises(Refused):
            stepping.take_step(PROBLEMS, row, step, by=cast["auditor"], on=DAY, given=given)
        if step == "answer":
            with pytest.raises(NotNow, match=PROOF):
                stepping.take_step(PROBLEMS, row, step, by=cast[who], on=DAY, given=given)
            evidence.attach(PROBLEMS, row, "场地已清空".encode(), "照片说明.txt", by=cast[who], slot=PROOF)
        stepping.take_step(PROBLEMS, row, step, by=cast[who], on=DAY, given=given)
    return row


def test_a_problem_is_struck_off_by_somebody_else_with_proof(units: Units, cast: Cast) -> None:
    row = answered(units, cast)
    for who in ("clerk", "other", "leader", "auditor"):
        with pytest.raises(Refused):
            stepping.take_step(PROBLEMS, row, "strike_off", by=cast[who], on=DAY)
    with pytest.raises(NotNow, match="评审"):
        stepping.take_step(PROBLEMS, row, "strike_off", by=cast["supervisor"], on=DAY)
    with pytest.raises(Refused):
        reviews.give(PROBLEMS, row, STRIKE_OFF, reviews.PASSED, by=cast["clerk"])
    reviews.give(PROBLEMS, row, STRIKE_OFF, reviews.PASSED, by=cast["leader"])
    (proof,) = evidence.of(PROBLEMS, row, PROOF)
    evidence.remove(proof, PROBLEMS, row, by=cast["clerk"], reason="传错")
    with pytest.raises(NotNow, match=PROOF):
        stepping.take_step(PROBLEMS, row, "strike_off", by=cast["supervisor"], on=DAY)
    evidence.attach(PROBLEMS, row, "场地已清空".encode(), "照片说明.txt", by=cast["clerk"], slot=PROOF)
    stepping.take_step(PROBLEMS, row, "strike_off", by=cast["supervisor"], on=date(2026, 5, 29))
    assert (row.state, row.struck_on, row.struck_in_time) == ("struck_off", date(2026, 5, 29), True)


def test_a_problem_that_comes_back_counts_again(units: Units, cast: Cast) -> None:
    row = answered(units, cast)
    reviews.give(PROBLEMS, row, STRIKE_OFF, reviews.PASSED, by=cast["leader"])
    stepping.take_step(PROBLEMS, row, "return", by=cast["leader"], on=DAY, reason="现场仍未通车")
    assert (row.state, row.again, row.signed_for_on, row.answered_on) == ("returned", 1, None, None)
    stepping.take_step(PROBLEMS, row, "sign_for", by=cast["clerk"], on=DAY, given={"signed_for_on": DAY})
    with pytest.raises(NotNow):
        stepping.take_step(PROBLEMS, row, "answer", by=cast["clerk"], on=DAY, given={"answered_on": DAY})
    again = {"answered_on": DAY, "answer": "便道已通车"}
    stepping.take_step(PROBLEMS, row, "answer", by=cast["clerk"], on=DAY, given=again)
    with pytest.raises(NotNow, match="评审"):
        stepping.take_step(PROBLEMS, row, "strike_off", by=cast["supervisor"], on=DAY)


def test_a_problem_goes_up_to_the_principal_and_no_higher(units: Units, cast: Cast) -> None:
    delivery.rules()
    row = delivery.problem(units["0104"], assigned_on=DAY, state="assigned")
    for level in ("deputy", "principal"):
        stepping.take_step(PROBLEMS, row, "escalate", by=cast["other"], on=DAY, reason="跨部门")
        assert (row.level, row.state) == (level, "assigned")
    with pytest.raises(NotNow, match="不能再提级"):
        stepping.take_step(PROBLEMS, row, "escalate", by=cast["other"], on=DAY, reason="跨部门")


def test_the_owner_does_not_write_the_checkers_step(units: Units, cast: Cast) -> None:
    row = delivery.opinion(units["0104"])
    with pytest.raises(Refused):
        writing.change(OPINIONS, row, {"checker": "high", "checked_on": DAY}, by=cast["other"])
    writing.change(OPINIONS, row, {"owner": "low"}, by=cast["other"])
    writing.change(OPINIONS, row, {"checker": "high", "checked_on": DAY}, by=cast["supervisor"])
    assert (row.owner, row.checker) == ("low", "high")


def test_a_need_that_is_brought_along_stands_where_its_dates_show(units: Units, cast: Cast) -> None:
    delivery.rules()
    entered = {
        "project": str(build.project(units["0104"])),
        "kind": "供电",
        "content": "双回路供电",
        "raised_on": "2026-05-11",
        "accepted_on": "2026-05-12",
        "office": "招商局",
        "accepted_in_time": "是",
    }
    with pytest.raises(Refused, match="不能直接填“已受理”"):
        writing.create(NEEDS, writing.parse(NEEDS, entered), by=cast["other"])
    row = writing.create(NEEDS, writing.parse(NEEDS, entered), by=cast["supervisor"])
    row.refresh_from_db()
    assert isinstance(row, Need)
    assert (row.state, row.accepted_in_time, row.due_on) == ("accepted", True, date(2026, 5, 25))
