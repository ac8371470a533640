"""The pools, and how a project comes about from one or from a signing: once, with all that is known."""

from __future__ import annotations

from datetime import date

import pytest

from luoshi.directory.units.models import Unit
from luoshi.enterprises.register.models import Enterprise
from luoshi.ledgers import importing, stepping, storing, writing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import NotNow, Refused
from luoshi.projects.delivery.pools.ledger import PROJECTS_IN_POOLS as POOLS
from luoshi.projects.delivery.projects import actions
from luoshi.projects.delivery.projects.ledger import PROJECTS
from luoshi.projects.delivery.projects.models import Project
from luoshi.projects.investment.signings.ledger import SIGNINGS
from tests.directory import build as directory
from tests.projects import build, delivery, land
from tests.projects.delivery import DAY, LATER

Units = dict[str, Unit]
Cast = dict[str, Actor]
CODE = "91340100MA2JF5QYC0"


@pytest.mark.django_db
def test_a_project_moves_from_pool_to_pool_and_no_further(units: Units, cast: Cast) -> None:
    row = delivery.pool(units["0104"])
    for pool in ("five_year", "three_year"):
        stepping.take_step(POOLS, row, "advance", by=cast["other"], on=LATER)
        assert (row.pool, row.state) == (pool, "conceived")
    with pytest.raises(NotNow, match="没有下一库"):
        stepping.take_step(POOLS, row, "advance", by=cast["other"], on=LATER)
    given = {"feasibility_on": LATER}
    stepping.take_step(POOLS, row, "reserve", by=cast["other"], on=LATER, given=given)
    bond = {"bond_applied_on": LATER, "bond_amount": 5}
    stepping.take_step(POOLS, row, "apply", by=cast["other"], on=LATER, given=bond)
    assert (row.pool, row.state) == ("bond", "applied")


@pytest.mark.django_db
def test_promoting_takes_over_what_the_pool_knows(units: Units, cast: Cast) -> None:
    row = delivery.pool(units["0104"], feasibility_on=DAY, planned_start=LATER)
    with pytest.raises(NotNow, match="转为项目"):
        stepping.take_step(POOLS, row, "promote", by=cast["other"], on=LATER, given={"promoted_on": LATER})
    project = actions.promote(row, by=cast["other"], on=LATER)
    row.refresh_from_db()
    assert (row.state, row.promoted_on) == ("promoted", LATER)
    assert (project.pool, project.name, project.planned_total) == (row, row.name, row.amount)
    assert (project.state, project.reserved_on, project.conceived_on) == ("reserved", DAY, DAY)
    assert (project.planned_start, project.owner, project.kind) == (LATER, "规划建设局", "infrastructure")
    assert actions.promote(row, by=cast["other"], on=LATER) == project


@pytest.mark.django_db
def test_what_was_dropped_is_not_promoted(units: Units, cast: Cast) -> None:
    row = delivery.pool(units["0104"])
    stepping.take_step(POOLS, row, "drop", by=cast["other"], on=LATER, reason="选址不符")
    with pytest.raises(NotNow, match="已移出储备库"):
        actions.promote(row, by=cast["other"], on=LATER)
    for who in ("clerk", "leader", "auditor", "stranger"):
        with pytest.raises(Refused):
            actions.promote(row, by=cast[who], on=LATER)
    assert not Project.objects.exists()


@pytest.mark.django_db
def test_of_two_lines_for_one_project_in_the_pools_both_are_told(
    units: Units, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool, tried = delivery.pool(units["0104"]), list[int]()
    insert = storing.insert
    monkeypatch.setattr(storing, "insert", lambda work: tried.append(len(work.new)) or insert(work))
    head = "项目名称,类别,建设性质,建设单位,计划总投资（万元）,谋划日期,责任单位,储备项目"

    def plan(*pools: str) -> importing.ImportPlan:
        lines = [
            f"项目{at},基础设施,新建,规划建设局,100,2026-05-06,规划建设局,{pool}"
            for at, pool in enumerate(pools)
        ]
        return importing.plan(PROJECTS, "\n".join([head, *lines]).encode(), "项目.csv", by=cast["other"])

    assert plan("", "").ready and not tried  # nothing is never there twice
    assert plan(pool.number, "").ready and tried == [2]
    twice = plan(pool.number, pool.number)
    assert not twice.ready and {problem.row for problem in twice.problems} <= {2, 3}
    assert "储备项目" in twice.problems[0].sentence
    assert not Project.objects.exists()


@pytest.mark.django_db
def test_a_signing_hands_everything_over(units: Units, cast: Cast) -> None:
    firm = Enterprise.objects.create(credit_code=CODE, name="澄光储能科技有限公司", unit=units["0103"])
    said = {
        "credit_code": CODE,
        "parcel": land.parcel(units["0104"]),
        "land": 12_000,
        "equipment": 5,
        "promised_start": date(2026, 6, 30),
        "promised_complete": date(2027, 12, 31),
        "promised_tax": 7,
        "leader": directory.person("weiling"),
        "person": directory.person("shaoqing"),
    }
    signing = build.signing(units["0103"], **said)
    row = actions.start_from(signing, by=cast["clerk"], on=LATER)
    same = ("parcel", "land", "equipment", "promised_start", "promised_complete", "leader", "person", "unit")
    assert {name: getattr(row, name) for name in same} == {name: getattr(signing, name) for name in same}
    assert (row.signing, row.enterprise, row.name, row.owner) == (
        signing,
        firm,
        signing.project,
        signing.investor,
    )
    assert (row.planned_total, row.planned_tax) == (signing.amount, 7)
    assert (row.planned_start, row.planned_complete) == (signing.promised_start, signing.promised_complete)
    assert (row.conceived_on, row.state) == (signing.signed_on, "conceived")
    assert actions.start_from(signing, by=cast["clerk"], on=LATER) == row
    assert Project.objects.count() == 1


@pytest.mark.django_db
def test_a_contract_starts_with_its_project(units: Units, cast: Cast) -> None:
    signing = build.signing(units["0103"], registered_on=DAY, state="registered")
    row = actions.start_from(signing, by=cast["clerk"], on=LATER)
    stepping.take_step(PROJECTS, row, "start", by=cast["clerk"], on=LATER, given={"started_on": LATER})
    signing.refresh_from_db()
    assert (signing.started_on, signing.state) == (LATER, "started")
    stepping.take_step(PROJECTS, row, "undo_start", by=cast["clerk"], on=LATER, reason="误登")
    signing.refresh_from_db()
    assert (signing.started_on, signing.state) == (None, "registered")
    with pytest.raises(NotNow, match="请在项目台账里登记开工"):
        stepping.take_step(SIGNINGS, signing, "start", by=cast["clerk"], on=DAY, given={"started_on": LATER})
    begun = build.signing(units["0103"], started_on=LATER, state="started")
    assert actions.start_from(begun, by=cast["clerk"], on=LATER).started_on == LATER
    begun.refresh_from_db()
    assert (begun.started_on, begun.state) == (LATER, "started")


@pytest.mark.django_db
def test_a_start_entered_with_the_contract_stays_while_its_projects_say_nothing(
    units: Units, cast: Cast
) -> None:
    signing = build.signing(units["0103"], started_on=DAY, state="started")
    row = actions.start_from(signing, by=cast["clerk"], on=LATER, given={"started_on": None})
    writing.change(PROJECTS, row, {"note": "二期另报"}, by=cast["clerk"])
    signing.refresh_from_db()
    assert (signing.started_on, signing.state) == (DAY, "started")
    row.refresh_from_db()
    stepping.take_step(PROJECTS, row, "start", by=cast["clerk"], on=LATER, given={"started_on": LATER})
    signing.refresh_from_db()
    assert signing.started_on == DAY, "a later project does not put it off"
    row.refresh_from_db()
    stepping.take_step(PROJECTS, row, "undo_start", by=cast["clerk"], on=LATER, reason="误登")
    signing.refresh_from_db()
    assert (signing.started_on, signing.state) == (None, "signed")


@pytest.mark.django_db
def test_a_signing_that_ended_or_is_anothers_is_no_project(units: Units, cast: Cast) -> None:
    ended = build.signing(units["0103"], ended_on=LATER, state="ended")
    with pytest.raises(NotNow, match="已于 2026-05-12 终止"):
        actions.start_from(ended, by=cast["clerk"], on=LATER)
    for who in ("other", "leader", "auditor", "stranger"):
        with pytest.raises(Refused):
            actions.start_from(build.signing(units["0103"]), by=cast[who], on=LATER)
    assert not Project.objects.exists()


@pytest.mark.django_db
def test_what_ended_does_not_start_and_a_problem_keeps_from_completion(units: Units, cast: Cast) -> None:
    signing = build.signing(units["0103"])
    row = actions.start_from(signing, by=cast["clerk"], on=LATER)
    signing.ended_on, signing.state = LATER, "ended"
    signing.save()
    row.refresh_from_db()
    with pytest.raises(NotNow, match="已经终止"):
        stepping.take_step(PROJECTS, row, "start", by=cast["clerk"], on=LATER, given={"started_on": LATER})
    other = build.project(units["0104"], started_on=DAY)
    stuck = delivery.problem(units["0104"], project=other)
    done = {"completed_on": LATER}
    with pytest.raises(NotNow, match=f"还有 1 个堵点没有销号：{stuck.number}"):
        stepping.take_step(PROJECTS, other, "complete", by=cast["other"], on=LATER, given=done)
    stuck.delete()
    stepping.take_step(PROJECTS, other, "complete", by=cast["other"], on=LATER, given=done)
    with pytest.raises(NotNow, match="需要写明理由"):
        stepping.take_step(PROJECTS, other, "undo_complete", by=cast["other"], on=LATER)
    stepping.take_step(PROJECTS, other, "undo_complete", by=cast["other"], on=LATER, reason="误登")
    assert (other.state, other.completed_on, other.started_on) == ("started", None, DAY)
