"""Persons and teams by the starting schemes: what ledgers know is read for whom it concerns, and nobody types it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

import pytest

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.charges.models import Charge
from luoshi.directory.people.models import Post
from luoshi.directory.units.models import TASK_FORCE, Unit
from luoshi.ledgers import access, registry, stepping
from luoshi.ledgers.access import STRANGER, Act, Actor
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.models import Row
from luoshi.oversight.assessment import errors, objecting, opening, scoring, settling
from luoshi.oversight.assessment.assessments.models import PERSONS, PUBLISHED, TEAMS, UNITS, Assessment
from luoshi.oversight.assessment.objections.models import ScoreObjection
from luoshi.oversight.assessment.sources.models import BY_PEOPLE, HAND, LETTERS
from luoshi.oversight.corrections import actions as corrections
from luoshi.oversight.papers.models import CHASE, LETTER
from luoshi.oversight.trials import scores as trials
from luoshi.plans.tasks.models import Task
from luoshi.projects.investment.teams.models import Team
from luoshi.reports.bulletin import render
from luoshi.rules import defaults
from luoshi.rules.scoring.rules import ScoreRule
from tests.directory import build
from tests.oversight.assessing import JANUARY, JULY, rate, source, subject, take
from tests.oversight.test_assessment import IN_TIME, Sign, book, line, sign
from tests.oversight.test_lists import signed
from tests.oversight.test_papers import handed_out, issue

__all__ = ["sign", "signed"]
LAST = datetime.date(2026, 6, 30)


@pytest.fixture
def people(signed: list[Row], units: dict[str, Unit]) -> dict[str, Actor]:
    """The head of 招商局, which has red lights, that of 云溪镇, and the deputy in whose charge both are."""
    found = {
        "gu": build.holder("gu", roles.HEAD, units["0103"]),
        "mo": build.holder("mo", roles.HEAD, units["0201"]),
        "shen": build.holder("shen", roles.DEPUTY, units["01"]),
    }
    shen = User.objects.get(username="shen")
    for code in ("0103", "0201"):
        Charge.objects.create(person=shen, unit=units[code])
    return found


@pytest.fixture
def persons(people: dict[str, Actor], supervisor: Actor) -> Assessment:
    members: list[opening.Member] = [
        (User.objects.get(username=name), "deputies" if name == "shen" else "heads") for name in people
    ]
    return opening.open_assessment(
        "2026年上半年干部考核", "persons", members, 202601, 202606, by=supervisor, on=JANUARY, kind=PERSONS
    )


def reds(assessment: Assessment, name: str) -> set[str]:
    return {each.key for each in book(assessment, name).inputs["red"].counted or ()}


# ---- persons --------------------------------------------------------------------------------------


def test_a_head_answers_for_the_unit_and_a_deputy_for_what_is_in_charge(persons: Assessment) -> None:
    gu, mo, shen = (book(persons, name) for name in ("gu", "mo", "shen"))
    assert reds(persons, "gu") and reds(persons, "gu") == reds(persons, "shen") and not reds(persons, "mo")
    taken = Decimal(len(reds(persons, "gu"))) / 2
    assert line(gu, "lights")[0] == line(shen, "lights")[0] == 15 - taken
    assert line(mo, "lights")[0] == 15
    assert gu.inputs["completion"].value is not None and mo.inputs["completion"].value is None
    assert line(mo, "targets")[1] == "缺少分管（主管）目标平均完成率，计 0 分"
    assert "2 个中排第" in gu.score.reason, "ranks are within the group"


def test_nothing_that_a_ledger_knows_is_typed(persons: Assessment) -> None:
    by_people = {each.code for each in persons.sources.filter(kind__in=BY_PEOPLE)}
    assert by_people == {"honours", "leaders", "peers", "misconduct"}


def test_who_leaves_before_the_end_is_not_held_to_it(persons: Assessment) -> None:
    Post.objects.filter(user__username="gu").update(until=LAST)
    assert reds(persons, "gu") == set() and book(persons, "gu").inputs["completion"].value is None
    assert reds(persons, "shen"), "the deputy still answers"
    assert book(persons, "gu", 202605).inputs["completion"].value is not None, "in May the unit was gu's"


def test_a_task_counts_for_who_leads_and_who_answers_for_it(
    persons: Assessment, units: dict[str, Unit], supervisor: Actor
) -> None:
    task = handed_out(units["0103"], supervisor)
    Task.objects.filter(pk=task.pk).update(due=202605)
    assert {name: book(persons, name).inputs["tasks"].value for name in ("gu", "mo", "shen")} == {
        "gu": 1,
        "mo": 0,
        "shen": 1,
    }
    Task.objects.filter(pk=task.pk).update(person=User.objects.get(username="mo"))
    assert book(persons, "mo").inputs["tasks"].value == 1
    assert line(book(persons, "mo"), "handed_out")[0] == 0, "it was not done in time"


def test_letters_are_counted_from_the_papers(
    persons: Assessment, units: dict[str, Unit], supervisor: Actor
) -> None:
    task = handed_out(units["0103"], supervisor)
    for kind in (CHASE, LETTER):
        issue(kind, [task], supervisor, datetime.date(2026, 6, 10))
    assert source(persons, "letters").kind == LETTERS
    for name, letters, points in (("gu", ["督函〔2026〕1号"], "-0.5"), ("mo", [], "0")):
        found = book(persons, name)
        assert [each.key for each in found.inputs["letters"].counted or ()] == letters
        assert line(found, "chased")[0] == Decimal(points)


def test_who_rates_persons(persons: Assessment, people: dict[str, Actor], units: dict[str, Unit]) -> None:
    leader = build.holder("gao", roles.LEADER, units["01"])
    rate(persons, "gu", "leaders", 90, leader)
    rate(persons, "gu", "peers", 80, people["mo"])
    with pytest.raises(Exception, match="本人或本单位，不能评分"):
        rate(persons, "gu", "peers", 100, people["gu"])
    with pytest.raises(Exception, match="本人或本单位，不能评分"):
        rate(persons, "shen", "leaders", 100, people["shen"])
    with pytest.raises(Exception, match="不是单位负责人"):
        rate(persons, "gu", "peers", 100, leader)


def test_marks_count_when_frozen_and_a_missing_panel_is_named(
    persons: Assessment, people: dict[str, Actor], units: dict[str, Unit], supervisor: Actor
) -> None:
    leader = build.holder("gao", roles.LEADER, units["01"])
    rate(persons, "gu", "leaders", 90, leader)
    rate(persons, "gu", "peers", 80, people["mo"])
    rate(persons, "mo", "leaders", 70, leader)
    before = book(persons, "gu")
    assert (line(before, "rated")[0], before.inputs["leaders"].value, before.inputs["leaders"].marks) == (
        0,
        1,
        (),
    )
    take(persons, "freeze", supervisor, JULY)
    assert line(book(persons, "gu"), "rated")[0] == Decimal("25.8")  # (90 × 60 % + 80 × 40 %) ÷ 100 × 30
    points, words = line(book(persons, "mo"), "rated")
    assert points == Decimal("12.6") and "缺少民主测评 × 40%" in words
    assert "gao" not in words and "mo" not in line(book(persons, "gu"), "rated")[1]


def test_who_sees_whose_book(
    persons: Assessment, people: dict[str, Actor], units: dict[str, Unit], supervisor: Actor
) -> None:
    ledger = registry.ledger("oversight.assessed")
    gu, mo = subject(persons, "gu"), subject(persons, "mo")
    auditor, leader = (build.holder(role, role, units["01"]) for role in (roles.AUDITOR, roles.LEADER))
    colleague = build.holder("chen9", roles.CLERK, units["0103"])
    for who in (people["gu"], supervisor, auditor, leader):
        assert access.may(who, Act.READ, ledger, gu)
    for who in (people["mo"], people["shen"], colleague, STRANGER):
        assert not access.may(who, Act.READ, ledger, gu)
    assert access.may(people["mo"], Act.READ, ledger, mo)


def test_what_is_published_is_objected_to_by_the_person_and_corrected(
    persons: Assessment, people: dict[str, Actor], supervisor: Actor
) -> None:
    for name in ("freeze", "publish"):
        take(persons, name, supervisor, JULY)
    assert persons.state == PUBLISHED and settling.differences(persons) == []
    gu, red, before = subject(persons, "gu"), source(persons, "red"), reds(persons, "gu")
    key = sorted(before)[0]
    with pytest.raises(Refused):
        objecting.object_to(gu, red, key, reason="x", by=people["mo"], on=IN_TIME)
    made = objecting.object_to(gu, red, key, reason="批文在途", by=people["gu"], on=IN_TIME)
    given = {"ruling": "属实"}
    stepping.take_step(
        registry.ledger(objecting.LEDGER), made, "accept", by=supervisor, on=IN_TIME, given=given
    )
    assert [each.edition for each in corrections.correct(render, by=supervisor, on=IN_TIME).scores] == [2]
    assert reds(persons, "gu") == reds(persons, "shen") == before - {key}, (
        "and for whoever has the same light"
    )
    assert ScoreObjection.objects.get().corrected.endswith("第 2 版得分")
    assert settling.differences(persons, 1) == settling.differences(persons, 2) == []


def test_a_scheme_for_persons_is_tried(persons: Assessment) -> None:
    data = defaults.PERSON_SCORE_RULE.to_data()
    same = trials.tried(defaults.PERSON_SCORE_RULE, [202606])
    assert [(each.subjects, each.kept, each.changes) for each in same] == [(3, False, ())]
    data["dimensions"][0]["items"][1]["formula"]["faults"][0]["each"] = "1"
    (found,) = trials.tried(ScoreRule.from_data(data), [202606])
    assert {each.unit: each.points for each in found.changes} == {
        name: -Decimal(len(reds(persons, name))) / 2 for name in ("gu", "shen")
    }


# ---- teams ----------------------------------------------------------------------------------------


@pytest.fixture
def teams(sign: Sign, units: dict[str, Unit], supervisor: Actor) -> Assessment:
    """The branch has a team that is to sign for 8亿 and has signed for 6; the task force one that was called back in May."""
    force = Unit.objects.create(
        code="0301", name="新能源产业专班", kind=TASK_FORCE, parent=units["01"], order=30
    )
    head = build.person("shao")
    for unit, title, amount, ended in (
        (units["0401"], "苏州队", 8, None),
        (force, "储能队", 5, datetime.date(2026, 5, 20)),
    ):
        Team.objects.create(
            title=title,
            head=head,
            unit=unit,
            target_amount=amount * 10**10,
            set_up_on=datetime.date(2025, 12, 1),
            ended_on=ended,
            state="ended" if ended else "active",
        )
    for month in (1, 2, 3):
        sign(2, f"2026-{month:02d}-05", unit=units["0401"])
    members: list[opening.Member] = [(units["0401"], "branches"), (force, "forces")]
    return opening.open_assessment(
        "2026年上半年队伍考核", "teams", members, 202601, 202606, by=supervisor, on=JANUARY, kind=TEAMS
    )


def test_a_team_is_held_to_what_its_ledger_says(teams: Assessment) -> None:
    by_people = {each.code for each in teams.sources.filter(kind__in=BY_PEOPLE)}
    assert by_people == {"leaders", "peers", "misconduct"}
    branch = book(teams, "长三角招商分局")
    assert line(branch, "amount_reached") == (
        Decimal("18.75"),
        "签约金额 6 亿元 ÷ 8 亿元 = 75%，75% × 25 = 18.75 分",
    )
    force = "新能源产业专班"
    assert book(teams, force, 202604).inputs["amount_plan"].value == 5
    assert book(teams, force).inputs["amount_plan"].value == 0, "what was called back is to sign nothing more"
    assert line(branch, "projects")[0] == 15


def test_a_scheme_for_teams_is_tried_on_what_was_kept(
    teams: Assessment, sign: Sign, units: dict[str, Unit], supervisor: Actor
) -> None:
    take(teams, "freeze", supervisor, JULY)
    sign(2, "2026-06-20", unit=units["0401"])
    data = defaults.TEAM_SCORE_RULE.to_data()
    data["dimensions"][0]["items"][0]["formula"]["parts"][0] |= {"share": "100"}
    data["dimensions"][0]["items"][0]["points"] = "20"
    data["dimensions"][0]["items"][1]["points"] = "20"
    (found,) = trials.tried(ScoreRule.from_data(data), [202606])
    assert found.kept and found.subjects == 2
    (branch,) = (each for each in found.changes if each.unit == "长三角招商分局")
    assert (
        branch.points == Decimal("-3.75") + 5
    )  # 6 of 8 of 20 in place of 25; the first of 20 in place of 15


def test_an_office_is_refused_as_a_team_and_a_unit_as_a_person(
    units: Mapping[str, Unit], supervisor: Actor, plan: object
) -> None:
    for code, kind, group in (("teams", TEAMS, "branches"), ("persons", PERSONS, "heads")):
        with pytest.raises(errors.NotOfItsKind):
            opening.open_assessment(
                "x", code, [(units["0103"], group)], 202601, 202606, by=supervisor, on=JANUARY, kind=kind
            )
    assert not Assessment.objects.exists()


# ---- units ----------------------------------------------------------------------------------------


def test_of_the_starting_scheme_for_units_only_what_no_ledger_holds_is_typed(
    units: Mapping[str, Unit], supervisor: Actor, plan: object
) -> None:
    made = opening.open_assessment(
        "单位", "units", [(units["0103"], "offices")], 202601, 202606, by=supervisor, on=JANUARY, kind=UNITS
    )
    typed = {each.code for each in made.sources.filter(kind=HAND)}
    assert typed == {"output_growth", "answered", "requests", "accidents"}
    assert scoring.rule_of(made) == defaults.SCORE_RULE
