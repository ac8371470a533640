"""An assessment: figures that ledgers know, running scores, freezing, objections to rows, corrections, the same again."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.units.models import Unit
from luoshi.ledgers import access, registry, rulebook, stepping, writing
from luoshi.ledgers.access import STRANGER, Act, Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import Row
from luoshi.oversight.assessment import errors, objecting, opening, scoring, settling
from luoshi.oversight.assessment.assessments.models import FROZEN, PUBLISHED, SETTLED, Assessment
from luoshi.oversight.assessment.objections.models import ACCEPTED, REJECTED, ScoreObjection
from luoshi.oversight.assessment.scores.models import Score
from luoshi.oversight.assessment.scoring import Book
from luoshi.oversight.assessment.sources.models import HAND, MEASURE, PAPERS, PEERS, PLAN, REPLIES
from luoshi.oversight.corrections import actions as corrections
from luoshi.oversight.corrections.errors import NothingToCorrect, NotPutRight
from luoshi.oversight.papers.models import ASSIGNMENT, CHASE, HINT, LETTER, Paper
from luoshi.oversight.rules import actions as rules
from luoshi.reports.bulletin import render
from tests.directory import build
from tests.oversight import assessing
from tests.oversight.assessing import (
    AUGUST,
    JANUARY,
    JULY,
    SCHEME,
    letter,
    opened,
    rate,
    source,
    subject,
    take,
)
from tests.oversight.test_papers import handed_out, issue, reply

Sign = Callable[..., Row]
IN_TIME = datetime.date(2026, 7, 10)
SIGNINGS = "investment.signings"


@pytest.fixture
def half(sign: Sign, units: dict[str, Unit], supervisor: Actor) -> Assessment:
    """By June 招商局 signs three of the six that were dealt to it, 云溪镇 one of six."""
    days.seed([2026])
    for month in (1, 2, 3):
        sign(2, f"2026-{month:02d}-05")
    sign(2, "2026-05-05", unit=units["0201"], by=build.holder("mo", roles.CLERK, units["0201"]))
    return opened(units, supervisor)


@pytest.fixture
def sign(plan: object, units: dict[str, Unit], clerk: Actor) -> Sign:
    """Signs a project of so many 亿元 on a day, for 招商局 if nothing else is said."""
    ledger, made = registry.ledger(SIGNINGS), iter(range(1, 1000))
    industry = registry.ledger("directory.industries").rows().filter(code="38").get()

    def signed(hundred_millions: int, day: str, *, by: Actor = clerk, **more: object) -> Row:
        at = next(made)
        values = {
            "number": f"QY-{at:03d}",
            "project": f"项目{at}",
            "investor": f"投资方{at}",
            "amount": hundred_millions * 10**10,
            "signed_on": datetime.date.fromisoformat(day),
            "industry": industry,
            "unit": units["0103"],
        }
        return writing.create(ledger, values | more, by=by)

    return signed


@pytest.fixture
def published(half: Assessment, supervisor: Actor) -> Assessment:
    letter(half, "招商局", "2026-05-12", supervisor)
    take(half, "freeze", supervisor, JULY)
    return take(half, "publish", supervisor, JULY)


def book(assessment: Assessment, name: str, month: int | None = None) -> Book:
    assessment.refresh_from_db()
    return next(each for each in scoring.books(assessment, month) if each.subject.name == name)


def line(found: Book, code: str) -> tuple[Decimal, str]:
    item = next(each for each in found.score.items if each.code == code)
    return item.points, item.formula


def correct(by: Actor) -> int:
    """The edition of the one assessment whose scores are corrected."""
    (found,) = corrections.correct(render, by=by, on=IN_TIME).scores
    return found.edition


def ruled(objection: ScoreObjection, step: str, by: Actor) -> ScoreObjection:
    ledger = registry.ledger(objecting.LEDGER)
    stepping.take_step(ledger, objection, step, by=by, on=IN_TIME, given={"ruling": "查证属实"})
    return objection


# ---- figures come from ledgers ---------------------------------------------------------------------


def test_a_figure_is_read_from_its_ledger(half: Assessment) -> None:
    mine = book(half, "招商局")
    assert line(mine, "signed") == (Decimal("30"), "亿元以上签约项目 3 个 ÷ 6 个 = 50%，50% × 60 = 30 分")
    assert (mine.inputs["signings"].value, mine.inputs["plan"].value) == (3, 6)
    town = book(half, "云溪镇")
    assert line(town, "signed")[0] == Decimal("10")


def test_a_running_score_follows_the_month(half: Assessment) -> None:
    assert line(book(half, "招商局", 202602), "signed") == (
        Decimal("60"),
        "亿元以上签约项目 2 个 ÷ 2 个 = 100%，100% × 60 = 60 分",
    )
    assert book(half, "招商局", 202512).inputs["signings"].value == 1
    assert book(half, "招商局", 202612).inputs["signings"].value == 3


def test_a_unit_without_a_part_in_a_plan_is_not_held_to_one(half: Assessment) -> None:
    found = book(half, "经济发展局")
    assert found.inputs["plan"].value is None
    assert line(found, "signed")[1] == "缺少签约计划，计 0 分"


def test_red_lights_count_for_who_leads(half: Assessment) -> None:
    mine, other = book(half, "招商局"), book(half, "云溪镇")
    red = mine.inputs["red"].counted or ()
    assert red and all(each.ledger == "plans.targets" and "红灯" in each.title for each in red)
    assert other.inputs["red"].counted == ()
    assert line(mine, "lights")[0] == max(Decimal(0), 20 - 2 * Decimal(len(red)))


def test_the_cheapest_way_back(half: Assessment) -> None:
    every = scoring.books(half)
    found = scoring.ways(scoring.rule_of(half), every, subject(half, "招商局"))
    way = next(each for each in found if each.item == "signed")
    assert (way.amount, way.points) == (3, 30)
    assert way.sentence.startswith("亿元以上签约项目再增加 3 个，可得 30 分")


def test_what_the_machine_reads_nobody_types(half: Assessment, supervisor: Actor) -> None:
    values = {
        "subject": subject(half, "招商局"),
        "source": source(half, "signings"),
        "happened_on": datetime.date(2026, 3, 1),
        "title": "多签的项目",
    }
    with pytest.raises(Invalid, match="由系统取数（招商签约台账 · 签约项目数.*不用手工登记"):
        writing.create(registry.ledger("oversight.assessment_events"), values, by=supervisor)


def test_an_event_counts_once_it_is_verified(half: Assessment, supervisor: Actor) -> None:
    waiting = letter(half, "招商局", "2026-05-12", supervisor, verified=False)
    assert line(book(half, "招商局"), "discipline") == (Decimal(0), "没有扣分事项")
    with pytest.raises(NotNow, match="佐证材料"):
        stepping.take_step(
            registry.ledger("oversight.assessment_events"), waiting, "verify", by=supervisor, on=JULY
        )
    letter(half, "招商局", "2026-06-12", supervisor)
    assert line(book(half, "招商局"), "discipline") == (
        Decimal("-0.5"),
        "督办函 1 件 × 0.5 = 0.5 分（2026-06-12督办函）",
    )
    assert line(book(half, "招商局", 202605), "discipline")[0] == 0


def test_an_event_outside_the_months_is_refused(half: Assessment, supervisor: Actor) -> None:
    with pytest.raises(Invalid, match="不在考核期2026年1月至2026年6月之内"):
        letter(half, "招商局", "2026-07-01", supervisor)


def test_leaders_and_peers_rate(half: Assessment, units: Mapping[str, Unit], supervisor: Actor) -> None:
    leader = build.holder("gao", roles.LEADER, units["01"])
    head = build.holder("meng", roles.HEAD, units["0102"])
    own = build.holder("gu", roles.HEAD, units["0103"])
    rate(half, "招商局", "leaders", 90, leader)
    rate(half, "招商局", "peers", 80, head)
    running = book(half, "招商局")
    assert line(running, "rated")[0] == 0 and running.inputs["leaders"].value == 1, "who has rated, not how"
    assert running.inputs["leaders"].marks == running.inputs["peers"].marks == ()
    with pytest.raises(Invalid, match="本人或本单位，不能评分"):
        rate(half, "招商局", "peers", 100, own)
    with pytest.raises(Invalid, match="不是领导或分管领导"):
        rate(half, "招商局", "leaders", 100, head)
    with pytest.raises(Invalid, match="已经给这个对象评过分"):
        rate(half, "招商局", "leaders", 91, leader)
    with pytest.raises(Invalid, match="不是评分项"):
        rate(half, "招商局", "letters", 91, leader)
    take(half, "freeze", supervisor, JULY)
    points, words = line(book(half, "招商局"), "rated")
    assert points == Decimal("17.4")  # (90 × 70 % + 80 × 30 %) ÷ 100 × 20
    assert "90" in words and "80" in words and "孟" not in words
    assert line(book(half, "云溪镇"), "rated")[1].startswith("缺少领导评价 × 70% + 缺少单位互评 × 30%")


def test_nobody_rates_in_anothers_name(half: Assessment, units: Mapping[str, Unit]) -> None:
    leader = build.holder("gao", roles.LEADER, units["01"])
    head = build.holder("meng", roles.HEAD, units["0102"])
    row = rate(half, "招商局", "leaders", 90, leader)
    ledger = registry.ledger("oversight.assessment_ratings")
    assert not access.may(head, Act.READ, ledger, row)
    assert access.may(leader, Act.READ, ledger, row)
    with pytest.raises(Refused):
        writing.change(ledger, row, {"mark": 1}, by=head)


# ---- where figures come from -----------------------------------------------------------------------


def test_a_source_must_fit(half: Assessment, supervisor: Actor, clerk: Actor) -> None:
    signings = source(half, "signings")
    with pytest.raises(errors.BadSource, match="以“个”计，所选来源以“元”计，不能换算"):
        opening.point(signings, MEASURE, by=supervisor, measure=(SIGNINGS, "contract_amount"))
    with pytest.raises(errors.BadSource, match="请选一项台账计量"):
        opening.point(signings, MEASURE, by=supervisor)
    with pytest.raises(errors.BadSource, match="不能由人评分"):
        opening.point(signings, PEERS, by=supervisor)
    with pytest.raises(errors.NoTarget):
        opening.point(signings, PLAN, by=supervisor)
    with pytest.raises(Refused):
        opening.point(signings, HAND, by=clerk)
    signings.refresh_from_db()
    assert signings.kind == MEASURE


def test_the_next_assessment_reads_where_the_last_did(
    half: Assessment, units: Mapping[str, Unit], supervisor: Actor
) -> None:
    members = [(units["0103"], "offices")]
    autumn = opening.open_assessment("三季度", "half-year", members, 202607, 202609, by=supervisor, on=JULY)
    assert source(autumn, "signings").words == source(half, "signings").words
    assert source(autumn, "plan").target == assessing.signing_target()
    assert book(autumn, "招商局").inputs["plan"].value == 3


@pytest.mark.parametrize(
    ("members", "months", "sentence"),
    [
        ([], (202601, 202606), "请至少选一个单位"),
        ([("0103", "nobody")], (202601, 202606), "没有“nobody”这个组别"),
        ([("0103", "offices")], (202606, 202601), "起始月份应不晚于截止月份"),
        ([("0103", "offices")], (202512, 202606), "且在同一年度"),
    ],
)
def test_what_cannot_be_opened(
    units: Mapping[str, Unit],
    supervisor: Actor,
    members: list[tuple[str, str]],
    months: tuple[int, int],
    sentence: str,
) -> None:
    rules.issue("score", SCHEME, by=supervisor)
    who = [(units[code], group) for code, group in members]
    with pytest.raises(errors.AssessmentError, match=sentence):
        opening.open_assessment("考核", "half-year", who, *months, by=supervisor, on=JANUARY)
    assert not Assessment.objects.exists()


def test_persons_are_assessed_by_ratings_and_events(
    units: Mapping[str, Unit], supervisor: Actor, plan: object
) -> None:
    rules.issue("score", SCHEME, by=supervisor)
    who = build.person("chen2", "陈静")
    same = build.person("chen3", "陈静")
    made = opening.open_assessment(
        "干部考核", "half-year", [(who, "offices"), (same, "offices")], 202601, 202606,
        by=supervisor, on=JANUARY, kind="persons",
    )  # fmt: skip
    assert sorted(made.subjects.values_list("name", flat=True)) == ["陈静", "陈静（chen3）"]
    leader = build.holder("gao", roles.LEADER, units["01"])
    rate(made, "陈静", "leaders", 90, leader)
    assert book(made, "陈静").score.rank == 1
    ledger, row = registry.ledger("oversight.assessed"), subject(made, "陈静")
    mine = Actor("陈静", "chen2", build.holder("x", roles.CLERK, units["0102"]).mandates, person=who.pk)
    assert access.may(mine, Act.READ, ledger, row)
    assert not access.may(mine, Act.READ, ledger, subject(made, "陈静（chen3）"))
    with pytest.raises(errors.NotOfItsKind):
        opening.open_assessment(
            "混合",
            "half-year",
            [(units["0103"], "offices")],
            202607,
            202609,
            by=supervisor,
            on=JULY,
            kind="persons",
        )


# ---- freezing, publishing, objecting ---------------------------------------------------------------


def test_nothing_is_frozen_before_its_months_are_over(
    half: Assessment, supervisor: Actor, clerk: Actor
) -> None:
    with pytest.raises(NotNow, match="考核期2026年1月至2026年6月到 2026-06-30 结束"):
        take(half, "freeze", supervisor, datetime.date(2026, 6, 30))
    with pytest.raises(Refused):
        take(half, "freeze", clerk, JULY)
    half.refresh_from_db()
    assert half.runs and not Score.objects.exists()


def test_what_is_frozen_stays(published: Assessment, sign: Sign, supervisor: Actor) -> None:
    before = book(published, "招商局")
    assert published.state == PUBLISHED and published.until == datetime.date(2026, 7, 13)
    sign(2, "2026-06-20")
    after = book(published, "招商局")
    assert after.score == before.score and after.inputs == before.inputs
    assert line(after, "signed")[0] == 30
    with pytest.raises(Invalid, match="不能再登记、修改或评分"):
        letter(published, "招商局", "2026-05-13", supervisor)
    with pytest.raises(Invalid, match="不能再登记、修改或评分"):
        opening.point(source(published, "signings"), HAND, by=supervisor)
    row = Score.objects.filter(assessment=published)[0]
    with pytest.raises(NotNow, match="不改动，也不能删除|不能删除"):
        writing.refuse_fixed([row])


def test_what_is_kept_is_what_the_trail_gives_again(
    published: Assessment, sign: Sign, supervisor: Actor, clerk: Actor
) -> None:
    assert settling.differences(published) == []
    first = registry.ledger(SIGNINGS).rows().order_by("number")[0]
    writing.change(registry.ledger(SIGNINGS), first, {"signed_on": datetime.date(2026, 8, 1)}, by=clerk)
    for _ in range(3):
        sign(2, "2026-06-20")
    data = {**SCHEME, "version": "2", "effective_from": "2026-08-01", "name": "改过的办法"}
    rules.issue("score", data, by=supervisor)
    assert scoring.running(published, 202606) != scoring.books(published)
    assert settling.differences(published) == []
    assert scoring.rule_of(published).version == "1"


def test_a_score_that_was_meddled_with_is_seen(published: Assessment) -> None:
    row = Score.objects.get(assessment=published, subject__name="招商局")
    Score.objects.filter(pk=row.pk).update(total=row.total + 1)
    assert [each.row.pk for each in settling.differences(published)] == [row.pk]
    inputs = {**row.inputs, "signings": {**row.inputs["signings"], "value": "12"}}
    Score.objects.filter(pk=row.pk).update(total=row.total, inputs=inputs)
    assert [each.row.pk for each in settling.differences(published)] == [row.pk], "the trail says three"


def test_papers_a_unit_got_and_did_not_answer_in_time_are_counted(
    half: Assessment, units: dict[str, Unit], supervisor: Actor, clerk: Actor
) -> None:
    """Of three that chase two are answered too late or not; a sheet that hands out a task chases nobody."""
    task = handed_out(units["0103"], supervisor)
    june, limit = datetime.date(2026, 6, 10), datetime.date(2026, 6, 15)
    late = datetime.date(2026, 6, 18)
    for kind in (CHASE, HINT, LETTER, ASSIGNMENT):
        issue(kind, [task], supervisor, june, reply_by=limit)
    issue(LETTER, [task], supervisor, datetime.date(2026, 7, 2))
    for kind, on in ((CHASE, limit), (HINT, late)):
        reply(Paper.objects.get(kind=kind), clerk, on)
    letters = source(half, "letters")
    for kind, counted in (
        (PAPERS, ["督办〔2026〕1号", "督提〔2026〕1号", "督函〔2026〕1号"]),
        (REPLIES, ["督提〔2026〕1号", "督函〔2026〕1号"]),
    ):
        opening.point(letters, kind, by=supervisor)
        letters.refresh_from_db()
        held = book(half, "招商局").inputs["letters"]
        assert [each.key for each in held.counted or ()] == counted
        assert book(half, "云溪镇").inputs["letters"].value == 0
    assert line(book(half, "招商局"), "discipline")[0] == -1
    assert book(half, "招商局", 202605).inputs["letters"].value == 0, "none was issued by May"


def test_an_event_that_was_objected_to_counts_no_more(
    published: Assessment, supervisor: Actor, clerk: Actor
) -> None:
    key = (book(published, "招商局").inputs["letters"].counted or ())[0].key
    made = objecting.object_to(
        subject(published, "招商局"),
        source(published, "letters"),
        key,
        reason="函已撤回",
        by=clerk,
        on=IN_TIME,
    )
    assert made.number.startswith("KY-2026-") and "督办函" in made.about
    with pytest.raises(Invalid, match="已经提出异议"):
        objecting.object_to(made.subject, made.source, key, reason="再说一遍", by=clerk, on=IN_TIME)
    with pytest.raises(NothingToCorrect):
        correct(supervisor)
    ruled(made, "accept", supervisor)
    assert correct(supervisor) == 2
    assert line(book(published, "招商局"), "discipline")[0] == 0
    old, new = Score.objects.filter(subject__name="招商局").order_by("edition")
    assert (new.total - old.total, new.edition, old.edition) == (500_000, 2, 1)
    assert "异议 " in new.corrects and "查证属实" in new.corrects
    made.refresh_from_db()
    assert (made.state, made.corrected) == (ACCEPTED, f"{published}第 2 版得分")
    assert settling.differences(published, 1) == settling.differences(published, 2) == []


def test_a_row_that_was_put_right_is_read_again(
    published: Assessment, supervisor: Actor, clerk: Actor
) -> None:
    small = registry.ledger(SIGNINGS).rows().filter(unit__code="0103").order_by("number")[0]
    key = f"{SIGNINGS}/{small.pk}"
    mine, signings = subject(published, "招商局"), source(published, "signings")
    made = objecting.object_to(mine, signings, key, reason="应计入云溪镇", by=clerk, on=IN_TIME)
    ruled(made, "accept", supervisor)
    with pytest.raises(NotPutRight, match="还没有改正"):
        correct(supervisor)
    town = Unit.objects.get(code="0201")
    writing.change(registry.ledger(SIGNINGS), small, {"unit": town}, by=supervisor)
    assert correct(supervisor) == 2
    assert book(published, "招商局").inputs["signings"].value == 2
    assert book(published, "云溪镇").inputs["signings"].value == 2
    assert settling.differences(published, 1) == settling.differences(published, 2) == []


def test_nobody_objects_to_a_total(published: Assessment, clerk: Actor, units: Mapping[str, Unit]) -> None:
    mine, signings = subject(published, "招商局"), source(published, "signings")
    for key in ("", "total", "plans.tasks/1", f"{SIGNINGS}/999999", f"{SIGNINGS}/{'9' * 30}"):
        with pytest.raises(errors.NotBehind, match="背后的一行"):
            objecting.object_to(mine, signings, key, reason="少了", by=clerk, on=IN_TIME)
    row = registry.ledger(SIGNINGS).rows().filter(unit__code="0103")[0]
    key = f"{SIGNINGS}/{row.pk}"
    with pytest.raises(errors.NotHeard, match="公示期到 2026-07-13 为止"):
        objecting.object_to(mine, signings, key, reason="少了", by=clerk, on=AUGUST)
    with pytest.raises(errors.NoReason):
        objecting.object_to(mine, signings, key, reason=" ", by=clerk, on=IN_TIME)
    other = build.holder("zhou", roles.CLERK, units["0104"])
    for who in (other, STRANGER):
        with pytest.raises((Refused, errors.NotBehind)):
            objecting.object_to(mine, signings, key, reason="少了", by=who, on=IN_TIME)
    assert not ScoreObjection.objects.exists()


def test_it_is_settled_when_everybody_was_heard(
    published: Assessment, supervisor: Actor, clerk: Actor
) -> None:
    key = (book(published, "招商局").inputs["letters"].counted or ())[0].key
    mine, letters = subject(published, "招商局"), source(published, "letters")
    made = objecting.object_to(mine, letters, key, reason="函已撤回", by=clerk, on=IN_TIME)
    with pytest.raises(NotNow, match="公示期到 2026-07-13 结束"):
        take(published, "settle", supervisor, IN_TIME)
    with pytest.raises(NotNow, match="还有 1 条异议没有裁定"):
        take(published, "settle", supervisor, AUGUST)
    ruled(made, "accept", supervisor)
    with pytest.raises(NotNow, match="还有 1 条已采纳的异议没有更正"):
        take(published, "settle", supervisor, AUGUST)
    correct(supervisor)
    assert take(published, "settle", supervisor, AUGUST).state == SETTLED


def test_a_refused_objection_changes_nothing(published: Assessment, supervisor: Actor, clerk: Actor) -> None:
    key = (book(published, "招商局").inputs["letters"].counted or ())[0].key
    made = objecting.object_to(
        subject(published, "招商局"),
        source(published, "letters"),
        key,
        reason="函已撤回",
        by=clerk,
        on=IN_TIME,
    )
    ruled(made, "reject", supervisor)
    with pytest.raises(NothingToCorrect):
        correct(supervisor)
    assert (made.state, Score.objects.filter(edition=2).exists()) == (REJECTED, False)
    assert take(published, "settle", supervisor, AUGUST).state == SETTLED


def test_a_unit_sees_its_own_book(published: Assessment, clerk: Actor, supervisor: Actor) -> None:
    ledger = registry.ledger("oversight.assessment_scores")
    mine, town = (Score.objects.get(subject__name=name) for name in ("招商局", "云溪镇"))
    assert access.may(clerk, Act.READ, ledger, mine)
    assert not access.may(clerk, Act.READ, ledger, town)
    assert access.may(supervisor, Act.READ, ledger, town)


def test_frozen_twice_is_frozen_once(half: Assessment, supervisor: Actor) -> None:
    take(half, "freeze", supervisor, JULY)
    assert half.state == FROZEN and Score.objects.count() == 3
    with pytest.raises(NotNow):
        take(half, "freeze", supervisor, JULY)
    assert rulebook.named("score").versions("half-year").count() == 1
