"""Assessments of others and of other years: teams by a scheme of their own, and a year that is over by that of then."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.units.models import TASK_FORCE, Unit
from luoshi.ledgers import access, evidence, registry, stepping, writing
from luoshi.ledgers.access import Act, Actor
from luoshi.ledgers.errors import Invalid
from luoshi.oversight.assessment import errors, opening, scoring, settling
from luoshi.oversight.assessment.assessments.models import PUBLISHED, SETTLED, TEAMS, Assessment
from luoshi.oversight.assessment.events.models import SCALE
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.sources.models import HAND, MEASURE
from luoshi.oversight.rules import actions as rules
from luoshi.plans.shares import actions as shares
from tests.directory import build
from tests.oversight.assessing import (
    AUGUST,
    HUNDRED_MILLION,
    JANUARY,
    JULY,
    SCHEME,
    letter,
    rate,
    read_from_ledgers,
    signing_target,
    source,
    subject,
    take,
)
from tests.oversight.test_assessment import SIGNINGS, Sign, book, line, sign

__all__ = ["sign"]
BRANCH, FORCE = "长三角招商分局", "新能源产业专班"
TEAM_SCHEME = SCHEME | {
    "code": "own-teams",
    "name": "招商队伍考核办法",
    "groups": [{"code": "branches", "title": "分局组"}, {"code": "forces", "title": "专班组"}],
}

# ---- teams ----------------------------------------------------------------------------------------


@pytest.fixture
def force(units: dict[str, Unit]) -> Unit:
    return Unit.objects.create(code="0301", name=FORCE, kind=TASK_FORCE, parent=units["01"], order=30)


@pytest.fixture
def teams(sign: Sign, units: dict[str, Unit], force: Unit, supervisor: Actor) -> Assessment:
    """By June the branch signs three of the six that were dealt to it, the task force one; 招商局 signs by itself."""
    days.seed([2026])
    branch = units["0401"]
    for month in (1, 2, 3):
        sign(2, f"2026-{month:02d}-05", unit=branch)
    sign(2, "2026-04-05")
    sign(2, "2026-05-05", unit=force, by=build.holder("mo", roles.CLERK, force))
    rules.issue("score", TEAM_SCHEME, by=supervisor)
    shares.deal(signing_target(), [branch, force], by=supervisor)
    members = [(branch, "branches"), (force, "forces")]
    made = opening.open_assessment(
        "2026年上半年队伍考核", "own-teams", members, 202601, 202606, by=supervisor, on=JANUARY, kind=TEAMS
    )
    read_from_ledgers(made, supervisor)
    return made


def test_teams_run_are_frozen_and_published(
    teams: Assessment, units: dict[str, Unit], force: Unit, sign: Sign, supervisor: Actor
) -> None:
    head = build.holder("hansong", roles.HEAD, units["0401"])
    rate(teams, BRANCH, "leaders", 90, build.holder("gao", roles.LEADER, units["01"]))
    rate(teams, BRANCH, "peers", 80, build.holder("jiang", roles.HEAD, force))
    with pytest.raises(Invalid, match="本人或本单位，不能评分"):
        rate(teams, BRANCH, "peers", 100, head)
    letter(teams, BRANCH, "2026-05-12", supervisor)
    mine, other = book(teams, BRANCH), book(teams, FORCE)
    assert line(mine, "signed") == (30, "亿元以上签约项目 3 个 ÷ 6 个 = 50%，50% × 60 = 30 分")
    assert line(mine, "rated")[0] == 0, "marks count when they are frozen"
    assert line(mine, "discipline")[0] == Decimal("-0.5")
    assert (line(other, "signed")[0], other.inputs["signings"].value) == (10, 1)
    assert line(book(teams, BRANCH, 202601), "signed")[0] == 60, "one of one"

    assert (take(teams, "freeze", supervisor, JULY).edition, take(teams, "publish", supervisor, JULY).state) == (1, PUBLISHED)  # fmt: skip
    sign(2, "2026-06-20", unit=units["0401"])
    kept = book(teams, BRANCH)
    assert line(kept, "rated")[0] == Decimal("17.4")  # (90 × 70 % + 80 × 30 %) ÷ 100 × 20
    assert kept.score.total == mine.score.total + Decimal("17.4") and kept.inputs["signings"].value == 3
    assert settling.differences(teams) == []
    ledger = registry.ledger("oversight.assessment_scores")
    rows = {row.subject.name: row for row in Score.objects.standing(teams)}
    assert rows[BRANCH].total == kept.score.total * 10**6
    assert access.may(head, Act.READ, ledger, rows[BRANCH])
    assert not access.may(head, Act.READ, ledger, rows[FORCE])
    assert take(teams, "settle", supervisor, AUGUST).state == SETTLED


def test_an_office_is_no_team(units: dict[str, Unit], supervisor: Actor, plan: object) -> None:
    rules.issue("score", TEAM_SCHEME, by=supervisor)
    members = [(units["0401"], "branches"), (units["0103"], "branches")]
    with pytest.raises(errors.NotOfItsKind, match="“招商局”不是这次考核的对象（专班和队伍）"):
        opening.open_assessment(
            "队伍考核", "own-teams", members, 202601, 202606, by=supervisor, on=JANUARY, kind=TEAMS
        )
    assert not Assessment.objects.exists()


# ---- an earlier year ------------------------------------------------------------------------------

OPENED, OVER, LATER = datetime.date(2025, 1, 6), datetime.date(2026, 1, 5), datetime.date(2026, 1, 20)
OF_2025 = SCHEME | {"name": "2025年考核办法", "version": "2025", "effective_from": "2025-01-01"}


def of_2026() -> dict[str, object]:
    """Other weights, and another formula for what was signed."""
    signed, lights, rated = SCHEME["dimensions"][0]["items"]
    by_hand = {"kind": "awards", "awards": [{"figure": "signings", "each": "4", "most": "30"}]}
    items = [
        signed | {"points": "30"},
        lights | {"points": "10"},
        rated | {"points": "60"},
    ]
    bonus = {
        "code": "more",
        "title": "加分",
        "kind": "bonus",
        "items": [{"code": "each", "title": "每签约一个", "formula": by_hand}],
    }
    work = SCHEME["dimensions"][0] | {"items": items}
    named = {"name": "2026年考核办法", "version": "2026", "effective_from": "2026-01-01"}
    return SCHEME | named | {"dimensions": [work, bonus, *SCHEME["dimensions"][1:]]}


def open_year(units: dict[str, Unit], year: int, by: Actor, on: datetime.date) -> Assessment:
    members = [(units["0103"], "offices"), (units["0201"], "towns")]
    start, end = year * 100 + 1, year * 100 + 12
    made = opening.open_assessment(f"{year}年度考核", "half-year", members, start, end, by=by, on=on)
    measure = (SIGNINGS, "signed")
    opening.point(source(made, "signings"), MEASURE, by=by, measure=measure, conditions=[HUNDRED_MILLION])
    opening.point(source(made, "plan"), HAND, by=by)
    return made


def planned(assessment: Assessment, name: str, size: int, by: Actor) -> None:
    """What a unit was to sign, entered by hand with its paper."""
    ledger = registry.ledger("oversight.assessment_events")
    values = {
        "subject": subject(assessment, name),
        "source": source(assessment, "plan"),
        "happened_on": datetime.date(assessment.start // 100, 3, 1),
        "title": "全年签约计划",
        "size": size * SCALE,
    }
    row = writing.create(ledger, values, by=by)
    evidence.attach(ledger, row, "计划".encode(), "计划.txt", by=by, slot="佐证材料")
    stepping.take_step(ledger, row, "verify", by=by, on=OVER)


@pytest.fixture
def last_year(sign: Sign, units: dict[str, Unit], supervisor: Actor) -> Assessment:
    """In 2025 招商局 signed three of seven, 云溪镇 one of three; settled by the scheme of 2025."""
    days.seed([2025, 2026])
    rules.issue("score", OF_2025, by=supervisor)
    for month in (2, 6, 12):
        sign(2, f"2025-{month:02d}-05")
    sign(2, "2025-05-05", unit=units["0201"], by=build.holder("mo", roles.CLERK, units["0201"]))
    made = open_year(units, 2025, supervisor, OPENED)
    planned(made, "招商局", 7, supervisor)
    planned(made, "云溪镇", 3, supervisor)
    letter(made, "云溪镇", "2025-08-12", supervisor)
    for step, on in (("freeze", OVER), ("publish", OVER), ("settle", LATER)):
        take(made, step, supervisor, on)
    return made


def kept(assessment: Assessment) -> list[tuple[object, ...]]:
    rows = Score.objects.filter(assessment=assessment).order_by("pk")
    return list(rows.values_list("subject__name", "total", "lost", "rank", "lines", "inputs"))


def test_a_year_that_is_over_comes_out_the_same_by_its_own_scheme(
    last_year: Assessment, units: dict[str, Unit], sign: Sign, supervisor: Actor, clerk: Actor
) -> None:
    before, told = kept(last_year), scoring.books(last_year)
    assert line(book(last_year, "招商局"), "signed")[0] == Decimal("25.71"), "three sevenths of sixty"
    rules.issue("score", of_2026(), by=supervisor)
    ledger = registry.ledger(SIGNINGS)
    first, second, third = ledger.rows().filter(unit=units["0103"]).order_by("signed_on")
    writing.change(ledger, first, {"amount": 10**9}, by=clerk)
    writing.change(ledger, second, {"signed_on": datetime.date(2026, 1, 3)}, by=clerk)
    writing.change(ledger, third, {"unit": units["0201"]}, by=supervisor)
    sign(2, "2025-11-11", unit=units["0201"], by=supervisor)

    new = open_year(units, 2026, supervisor, LATER)
    assert (scoring.rule_of(new).version, book(new, "招商局").score.items[0].full) == ("2026", 30)
    assert [b.inputs["signings"].value for b in scoring.running(last_year, 202512)] != [3, 1]
    assert settling.differences(last_year) == []
    assert kept(last_year) == before and scoring.books(last_year) == told
    rule = scoring.rule_of(last_year)
    assert (rule.version, rule.name, str(rule.effective_from)) == ("2025", "2025年考核办法", "2025-01-01")
    assert last_year.rule_shown == "2025年考核办法（第 2025 版）"


@pytest.mark.parametrize("column", ["total", "lost", "rank", "lines"])
def test_a_score_of_an_earlier_year_that_was_meddled_with_is_seen(
    last_year: Assessment, supervisor: Actor, column: str
) -> None:
    rules.issue("score", of_2026(), by=supervisor)
    row = Score.objects.get(assessment=last_year, subject__name="云溪镇")
    was = getattr(row, column)
    Score.objects.filter(pk=row.pk).update(
        **{column: {**was, "total": "99"} if column == "lines" else was + 1}
    )
    assert [each.row.pk for each in settling.differences(last_year)] == [row.pk]
    Score.objects.filter(pk=row.pk).update(**{column: was})
    assert settling.differences(last_year) == []
