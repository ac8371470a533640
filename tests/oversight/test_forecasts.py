"""A forecast is made from what is known of a month, kept with all that it was made from, and scored at the end."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from luoshi.directory.calendars import actions as calendars
from luoshi.directory.calendars import days
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, rejudging, writing
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.errors import Invalid, Refused
from luoshi.ledgers.models import AuditRow, Row
from luoshi.oversight.baselines import actions as baselines
from luoshi.oversight.baselines.models import EVEN
from luoshi.oversight.forecasts import actions, coming, judge, making, paths, questions, scoring
from luoshi.oversight.forecasts.models import PACE, PIPELINE, Forecast
from luoshi.oversight.wall.wall import wall
from luoshi.plans.documents.models import Document
from luoshi.plans.reported import actions as reported
from luoshi.plans.targets.models import Target
from tests.directory import build

Sign = Callable[..., Row]


def target(name: str) -> Target:
    return Target.objects.active().get(name__endswith=name)


@pytest.fixture
def meetings(plan: Document, supervisor: Actor) -> Target:
    """12 meetings promised, 1 held in each of the first six months."""
    found = target("银企对接会")
    for month in range(1, 7):
        reported.report(found, 202600 + month, str(month), by=supervisor)
    return found


@pytest.fixture
def lead(plan: Document, units: dict[str, Unit], clerk: Actor) -> Callable[..., Row]:
    """A lead received on a day, and judged on it."""
    ledger, made = registry.ledger("investment.leads"), iter(range(1, 1000))
    industry = registry.ledger("directory.industries").rows().filter(code="38").get()
    person = build.person("ren")

    def received(day: str, hundred_millions: int = 2, **more: object) -> Row:
        at, on = next(made), datetime.date.fromisoformat(day)
        values = {
            "project": f"线索{at}",
            "source": "self",
            "investor": f"投资方{at}",
            "industry": industry,
            "amount": hundred_millions * 10**10,
            "received_on": on,
            "answered_on": on,
            "judged_on": on,
            "judgement": "follow",
            "judgement_reason": "符合产业定位",
            "person": person,
            "unit": units["0103"],
        }
        row = ledger.model(**(values | {"state": "judged", "number": f"XS-{at}"} | more))
        row.save()
        return row

    return received


def test_works(meetings: Target, supervisor: Actor) -> None:
    (made,) = [row for row in actions.forecast(202606, by=supervisor) if row.target == meetings]
    assert (made.low, made.high, made.chance, made.method) == ("12", "12", 1, PACE)
    assert "6 个月的完成数推到其余 6 个月" in made.made_from
    assert (
        AuditRow.objects.filter(ledger="oversight.forecasts", act="预测").count() == Forecast.objects.count()
    )


def test_it_can_be_asked_again_exactly(meetings: Target, supervisor: Actor) -> None:
    reported.report(meetings, 202607, "11", by=supervisor)
    (made,) = [row for row in actions.forecast(202607, by=supervisor) if row.target == meetings]
    assert Decimal(made.low) < Decimal(made.middle) < Decimal(made.high)
    question = questions.read(made.method, Forecast.objects.get(pk=made.pk).given)
    assert question.answer(made.seed, made.runs) == made.figures
    assert question.answer(made.seed + 1, made.runs) != made.figures
    assert making.forecast_of(meetings, 202607) == making.forecast_of(meetings, 202607)


def test_the_season_weighs_the_months(meetings: Target) -> None:
    days.seed([2026])
    made = making.forecast_of(meetings, 202606)
    assert made is not None and "季节规律" in made.made_from
    assert made.answer.mean > 12, "the months ahead have no 春节"


def test_a_rate_drifts_and_stays_a_share(plan: Document, sign: Sign) -> None:
    sign(2, "2026-01-05", started_on=datetime.date(2026, 1, 20))
    for month in (2, 3, 4, 5):
        sign(2, f"2026-0{month}-05")
    made = making.forecast_of(target("开工率"), 202606)
    assert made is not None and isinstance(made.question, questions.Pace)
    assert 0 <= made.answer.low <= made.answer.high <= 100
    assert made.question.least == 0 and made.question.most == 100


def test_too_little_is_no_forecast(plan: Document, supervisor: Actor) -> None:
    found = target("银企对接会")
    assert making.forecast_of(found, 202606) is None
    for month in (1, 2):
        reported.report(found, 202600 + month, "1", by=supervisor)
    assert making.forecast_of(found, 202602) is None
    assert making.forecast_of(found, 202603) is not None
    assert making.forecast_of(found, 202612) is None, "it has ended"


def test_leads_that_always_came_come_again(lead: Callable[..., Row], sign: Sign) -> None:
    for month in range(7, 13):
        sign(2, f"2025-{month:02d}-20", lead=lead(f"2025-{month:02d}-05"))
    for month in range(1, 7):
        sign(2, f"2026-{month:02d}-20", lead=lead(f"2026-{month - 1 or 1:02d}-05"))
    for _ in range(4):
        lead("2026-06-05")
    made = making.forecast_of(target("新引进亿元以上项目"), 202606)
    assert made is not None and made.question.method == PIPELINE
    assert isinstance(made.question, questions.OnTheWay)
    assert [(way.state, len(way.values)) for way in made.question.ways] == [("已研判线索", 4)]
    assert made.question.reached == 6 and made.answer.low >= 6
    assert "《招商线索》在手：已研判线索 4 个" in made.made_from


def test_what_stands_is_told_by_dates(lead: Callable[..., Row], sign: Sign) -> None:
    early = lead("2026-01-05")
    sign(2, "2026-04-10", lead=early)
    lead("2026-03-05", 20)
    lead("2026-03-06", state="given_up")
    found = coming.travellers(target("新引进亿元以上项目"))
    assert found is not None and len(found.rows) == 3
    assert [row.stage(202603) for row in found.rows] == [1, 1, 1]
    assert [row.stage(202604) for row in found.rows] == [-1, 1, -1], (
        "signed; there; given up by the last month"
    )
    large = coming.travellers(target("10亿元以上项目"))
    assert large is not None and len(large.rows) == 1, "the target's own conditions hold"


def test_stretches_never_overlap() -> None:
    def begins(month: int) -> coming.Travellers:
        return coming.Travellers(("甲",), "乙", (coming.Traveller(Decimal(1), (month,), 0, 0, 0),))

    assert begins(202511).origins(202609, 202612) == [202606, 202603, 202512]
    assert begins(202401).origins(202609, 202612) == [202606, 202603, 202512, 202509, 202409]
    assert begins(202608).origins(202606, 202612) == []
    assert coming.Travellers(("甲",), "乙", ()).origins(202606, 202612) == []


def test_a_planned_arrival_is_a_state_of_its_own() -> None:
    def state(expected: int) -> str:
        row = coming.Traveller(Decimal(1), (202601,), 0, expected, 0)
        return row.state(202606, 202612, ("储备",))

    assert [state(m) for m in (0, 202701, 202609, 202606)] == [
        "储备",
        "储备",
        "储备，计划期内到位",
        "储备，已过计划期",
    ]


def test_again_for_the_same_month_changes_what_has_moved(meetings: Target, supervisor: Actor) -> None:
    first = actions.forecast(202606, by=supervisor)
    before = AuditRow.objects.count()
    assert [row.pk for row in actions.forecast(202606, by=supervisor)] == [row.pk for row in first]
    assert AuditRow.objects.count() == before, "nothing has moved"
    reported.report(meetings, 202606, "9", by=supervisor)
    actions.forecast(202606, by=supervisor)
    row = Forecast.objects.get(target=meetings)
    assert row.middle != "12" and AuditRow.objects.filter(act="重新预测").count() == 1


def test_closing_a_month_makes_its_forecasts(meetings: Target, supervisor: Actor) -> None:
    calendars.open_year(2026, by=supervisor)
    for month in range(202601, 202607):
        calendars.close(month, by=supervisor, reason="关账")
    assert rejudging.waits(judge.FORECASTS)
    said = rejudging.catch_up(judge.FORECASTS, by=rejudging.BACKGROUND)
    assert "2026年6月预测" in said and Forecast.objects.get(target=meetings).period == 202606
    assert not rejudging.waits(judge.FORECASTS)


def test_who_may_not(meetings: Target, clerk: Actor) -> None:
    for who in (clerk, STRANGER):
        with pytest.raises(Refused):
            actions.forecast(202606, by=who)
    assert not Forecast.objects.exists()


def test_nobody_writes_over_it(meetings: Target, supervisor: Actor) -> None:
    (row, *_) = actions.forecast(202606, by=supervisor)
    with pytest.raises((Refused, Invalid)):
        writing.remove(registry.ledger("oversight.forecasts"), row, by=supervisor, reason="不好看")
    row.likely = 10_001
    with pytest.raises(ValidationError, match="零到百分之百"):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_forecasts_are_scored_when_the_year_is_over(meetings: Target, supervisor: Actor) -> None:
    actions.forecast(202606, by=supervisor)
    assert scoring.calibration(202611) is None
    for month, value in ((7, 6), (12, 11)):
        reported.report(meetings, 202600 + month, str(value), by=supervisor)
    actions.forecast(202609, by=supervisor)
    found = scoring.calibration(202612)
    assert found is not None
    (early, late) = [row for row in found.rows if row.forecast.target == meetings]
    assert (early.end, early.met, early.inside, early.months_ahead) == (11, False, False, 6)
    assert late.months_ahead == 3 and [lead.months_ahead for lead in found.by_lead] == [3, 6]
    assert found.count == len(found.rows) and found.by_lead[1].brier > found.by_lead[0].brier
    assert sum(band.count for band in found.bands) == found.count


def test_a_page_is_told_all_it_draws(
    meetings: Target, supervisor: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    on = datetime.date(2026, 2, 1)
    first = baselines.freeze(meetings, EVEN, by=supervisor, on=on)
    second = baselines.freeze(meetings, EVEN, by=supervisor, on=on.replace(month=5), reason="重新确定")
    actions.forecast(202606, by=supervisor)
    rows = wall(202608)
    with django_assert_max_num_queries(3):
        every = paths.paths_of(rows)
    found = every[meetings.pk]
    assert (found.baseline, found.earlier) == (second, (first,))
    assert "第2版" in found.planned_words and "按月均摊" in found.planned_words
    by_month = {each.month: each for each in found.months}
    assert [by_month[m].low for m in (202605, 202606, 202609, 202612)] == [None, 6, 9, 12]
    assert (by_month[202608].actual, by_month[202609].actual, by_month[202609].planned) == (6, None, 9)
    others = every[target("规上工业增加值").pk]
    assert others.baseline is None and others.planned_words.endswith("各月都按全年要求")
    assert paths.paths_of([]) == {}
