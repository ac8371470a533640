"""What follows a light is a row: made when the month is cut off, done by who is named, lifted when the light is another."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import docx
import pytest
from django.db import transaction

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers import audit, registry, stepping
from luoshi.ledgers.access import STRANGER, Act, Actor, may
from luoshi.ledgers.errors import NotNow, Refused
from luoshi.ledgers.models import AuditRow, Row
from luoshi.ledgers.rejudging import BACKGROUND
from luoshi.oversight.attention import late
from luoshi.oversight.excuses.ledger import EXCUSES
from luoshi.oversight.excuses.models import TARGET, Excuse
from luoshi.oversight.excusing import actions as excusing
from luoshi.oversight.following import making
from luoshi.oversight.followups.ledger import FOLLOWUPS, NAME
from luoshi.oversight.followups.models import DONE, LIFTED, OPEN, Followup
from luoshi.oversight.papers import actions as papers
from luoshi.oversight.papers.models import ASSIGNMENT, HINT, LETTER, Paper
from luoshi.oversight.reminders import actions as reminders
from luoshi.oversight.reminders.channels import Ways, payload
from luoshi.oversight.reminders.models import Reminder
from luoshi.oversight.rounds.models import Round
from luoshi.oversight.rules import actions as rules
from luoshi.oversight.wall.wall import wall
from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.projects.delivery.projects.models import Project
from luoshi.reports import papers as reports
from luoshi.rules import defaults
from tests.oversight.following import CUT_OFF, LATER, TALK, big, cut_off, letter, of_big, people, step
from tests.projects import build as projects
from tests.racing import over


@pytest.fixture
def signed(sign: Callable[..., Row]) -> None:
    """Six projects by June, of which 12 are due, yellow; none of them of 10亿, of which 3 of 6 are due, red."""
    for month in range(1, 7):
        sign(2, f"2026-{month:02d}-05", started_on=datetime.date(2026, 6, 30))


def behind(unit: Unit) -> Project:
    """100万元 of investment a month are planned, 30万元 were done in each: by half of the year 70 % below."""
    started = datetime.date(2026, 1, 10)
    found = projects.project(unit, number="XM-2026-001", state="started", started_on=started)
    for month in range(1, 13):
        done = 30 * 10**6 if month <= 6 else None
        ProjectMonth.objects.create(project=found, period=202600 + month, planned=100 * 10**6, done=done)
    return found


@pytest.fixture
def cast(units: Mapping[str, Unit]) -> dict[str, Actor]:
    return people(units)


@pytest.fixture
def red(signed: None, june: Round, cast: Mapping[str, Actor], supervisor: Actor) -> Followup:
    """June is cut off; what followed its red light."""
    cut_off(june, supervisor)
    return of_big()


def points(supervisor: Actor) -> None:
    """From June on a red light costs half a point."""
    data: dict[str, Any] = {**defaults.LIGHT_RULE.to_data(), "version": "2", "effective_from": "2026-06-01"}
    rungs = [dict(rung) for rung in data["ladder"]]
    rules.issue("light", {**data, "ladder": [*rungs[:2], {**rungs[2], "points": "0.5"}]}, by=supervisor)


# ---- made ---------------------------------------------------------------------------------------


def test_a_month_that_is_cut_off_says_who_is_to_act_until_when(red: Followup, supervisor: Actor) -> None:
    row = next(row for row in wall(202606) if row.target == big())
    assert row.light.raised is not None and red.reason == row.light.raised.reason
    assert (red.number[:8], red.colour, red.step, red.state) == ("SJ-2026-", "red", 3, OPEN)
    assert (red.level, red.act, red.letter, str(red.unit)) == ("principal", "约谈", "督办函", "招商局")
    assert red.person is not None and red.person.username == "gao"
    assert (red.made_on, red.due_on) == (CUT_OFF, datetime.date(2026, 7, 9)), "three working days"
    assert red.light == row.light.reason and red.months[-1]["reason"] == row.light.reason
    assert [each["month"] for each in red.months] == list(range(row.light.raised.since, 202607))
    assert AuditRow.objects.filter(ledger=NAME, act="升级处理").count() == Followup.objects.count()


def test_every_light_that_a_ladder_follows_has_one_row_and_no_other(red: Followup) -> None:
    followed = {row.target.pk: row.light.raised for row in wall(202606) if row.light.raised}
    found = {each.row: each for each in Followup.objects.all()}
    assert found.keys() == followed.keys() and len(found) > 1
    for key, raised in followed.items():
        assert raised is not None and (found[key].step, found[key].who) == (raised.step, raised.rung.who)


def test_making_it_again_makes_nothing(red: Followup, supervisor: Actor) -> None:
    count = Followup.objects.count()
    assert making.follow(202606, LATER, wall(202606), by=supervisor) == []
    assert Followup.objects.count() == count and of_big().made_on == CUT_OFF


def test_a_weekly_round_makes_nothing(year: list[Round], signed: None, supervisor: Actor) -> None:
    week = Round.objects.filter(kind="week", month=202605).latest("cutoff_on")
    assert cut_off(week, supervisor) == [] and any(row.light.raised for row in wall(202605))


def test_whom_a_level_means_is_found_as_for_tasks(
    signed: None, june: Round, units: Mapping[str, Unit], cast: Mapping[str, Actor], supervisor: Actor
) -> None:
    behind(units["0104"])
    made = {(each.level, str(each.unit)): each.person for each in cut_off(june, supervisor)}
    for (level, unit), person in made.items():
        assert person is not None
        assert person.username == {"deputy": "shen", "principal": "gao"}[level], unit
    assert made.keys() == {("principal", "招商局"), ("deputy", "招商局"), ("principal", "规建局")}


def test_words_that_mean_nobody_of_the_house_are_the_offices(
    signed: None, june: Round, cast: Mapping[str, Actor], supervisor: Actor
) -> None:
    data = {**defaults.LIGHT_RULE.to_data(), "version": "2", "effective_from": "2026-06-01"}
    rules.issue("light", {**data, "ladder": [{"colour": "red", "who": "党工委会议"}]}, by=supervisor)
    cut_off(june, supervisor)
    row = of_big()
    assert (row.level, row.who, row.due_on) == ("", "党工委会议", None)
    assert row.person is not None and row.person.username == "lin"


def test_a_project_is_followed_alike(
    june: Round, units: Mapping[str, Unit], cast: Mapping[str, Actor], supervisor: Actor
) -> None:
    late_one = behind(units["0103"])
    cut_off(june, supervisor)
    (row,) = Followup.objects.about("delivery.projects", late_one.pk)
    assert (row.about, row.colour, row.shines) == ("project", "red", "XM-2026-001")
    assert row.person is not None and row.person.username == "gao"


# ---- who may ------------------------------------------------------------------------------------


def test_who_reads_it_and_who_does_not(red: Followup, cast: Mapping[str, Actor], clerk: Actor) -> None:
    for reader in (clerk, cast["head"], cast["deputy"], cast["leader"], cast["auditor"]):
        assert may(reader, Act.READ, FOLLOWUPS, red)
    for outside in (cast["other"], STRANGER):
        assert not may(outside, Act.READ, FOLLOWUPS, red)
    red.person = User.objects.get(username="zhou")
    assert may(cast["other"], Act.READ, FOLLOWUPS, red), "it is theirs"


def test_who_is_named_says_what_was_talked_about(
    red: Followup, cast: Mapping[str, Actor], clerk: Actor, supervisor: Actor
) -> None:
    for refused in (clerk, cast["other"], cast["head"], cast["deputy"], cast["auditor"], STRANGER):
        with pytest.raises(Refused):
            step(red, "handle", refused)
    with pytest.raises(NotNow, match="请先填写：处理情况、处理日期"):
        step(red, "handle", cast["leader"], given={})
    tomorrow = {"done": TALK, "done_on": LATER + datetime.timedelta(days=1)}
    with pytest.raises(NotNow, match="还没有到"):
        step(red, "handle", cast["leader"], given=tomorrow)
    done = step(red, "handle", cast["leader"])
    assert (done.state, done.done, done.done_on) == (DONE, TALK, LATER)
    with pytest.raises(NotNow, match="目前是“已处理”"):
        step(done, "handle", cast["leader"])
    with pytest.raises(Refused):
        step(done, "reopen", cast["leader"], reason="没有谈")
    again = step(done, "reopen", supervisor, reason="没有谈")
    assert (again.state, again.done, again.done_on) == (OPEN, "", None)


def test_a_head_does_what_falls_to_them_alone(red: Followup, cast: Mapping[str, Actor]) -> None:
    Followup.objects.filter(pk=red.pk).update(person=User.objects.get(username="guheng"))
    mine = Followup.objects.get(pk=red.pk)
    with pytest.raises(Refused):
        step(mine, "handle", cast["deputy"])
    assert step(mine, "handle", cast["head"]).state == DONE


def test_the_office_lifts_it_with_a_reason(red: Followup, cast: Mapping[str, Actor], clerk: Actor) -> None:
    for refused in (clerk, cast["head"], cast["auditor"]):
        with pytest.raises(Refused):
            step(red, "lift", refused)
    with pytest.raises(NotNow, match="免于处理的理由"):
        step(red, "lift", cast["leader"], given={})
    lifted = step(red, "lift", cast["leader"])
    assert (lifted.state, lifted.lifted, lifted.lifted_by) == (LIFTED, "另行约谈过", "")


# ---- lifted when the light is another -----------------------------------------------------------


def excuse(by: Actor) -> Excuse:
    given = {"reason": "6月汛情停工21天", "basis": "防汛指挥部〔2026〕8号通知"}
    return excusing.ask(TARGET, big().pk, 202606, **given, by=by, on=CUT_OFF)


def decide(found: Excuse, name: str, by: Actor, **more: Any) -> None:
    given = {} if name == "revoke" else {"answer": "情况属实"}
    stepping.take_step(EXCUSES, Excuse.objects.get(pk=found.pk), name, by=by, on=LATER, given=given, **more)


def test_an_excuse_that_is_approved_lifts_it_and_makes_what_the_light_asks_for_now(
    red: Followup, clerk: Actor, cast: Mapping[str, Actor], supervisor: Actor
) -> None:
    asked = excuse(clerk)
    assert of_big().state == OPEN, "who asks changes nothing"
    decide(asked, "approve", cast["deputy"])
    old, new = Followup.objects.get(pk=red.pk), of_big_open()
    assert (old.state, old.lifted_by) == (LIFTED, asked.number)
    assert old.lifted.startswith(
        f"正当理由 {asked.number} 已由{cast['deputy'].name}批准；2026年6月的灯现为黄灯"
    )
    assert new is not None and (new.step, new.colour, new.made_on) == (2, "yellow", LATER)
    assert new.person is not None and new.person.username == "shen"
    decide(asked, "revoke", supervisor, reason="材料不实")
    old, new = Followup.objects.get(pk=red.pk), Followup.objects.get(pk=new.pk)
    assert (old.state, old.lifted, new.state) == (OPEN, "", LIFTED)


def of_big_open() -> Followup | None:
    return Followup.objects.waiting().filter(row=big().pk, ledger="plans.targets").first()


def test_an_excuse_that_is_refused_changes_nothing(
    red: Followup, clerk: Actor, cast: Mapping[str, Actor]
) -> None:
    before = list(Followup.objects.values())
    decide(excuse(clerk), "refuse", cast["deputy"])
    assert list(Followup.objects.values()) == before


def test_what_was_done_stays_done_and_costs_nothing_any_more(
    signed: None, june: Round, clerk: Actor, cast: Mapping[str, Actor], supervisor: Actor
) -> None:
    points(supervisor)
    cut_off(june, supervisor)
    done = step(of_big(), "handle", cast["leader"])
    assert done.exact_points == Decimal("0.5") and "扣 0.5 分" in done.reason
    counting = Followup.objects.counting([done.unit_id], 202606, 202606)
    assert counting.get() == done
    decide(excuse(clerk), "approve", cast["deputy"])
    after = Followup.objects.get(pk=done.pk)
    assert (after.state, after.done) == (DONE, TALK) and after.lifted
    assert not counting.exists() and of_big_open() is None


def test_what_the_office_lifted_stays_lifted(
    red: Followup, clerk: Actor, cast: Mapping[str, Actor], supervisor: Actor
) -> None:
    step(red, "lift", supervisor)
    asked = excuse(clerk)
    decide(asked, "approve", cast["deputy"])
    decide(asked, "revoke", supervisor, reason="材料不实")
    now = Followup.objects.get(pk=red.pk)
    assert (now.state, now.lifted) == (LIFTED, "另行约谈过")


# ---- told ---------------------------------------------------------------------------------------


PAGE = Ways()


def remind(day: datetime.date, ways: Ways = PAGE) -> list[str]:
    reminders.make(day, ways, by=BACKGROUND)
    told = Reminder.objects.filter(day=day, followup__row=big().pk).order_by("channel")
    return [f"{each.person.username} {each.channel}" for each in told]


def test_who_is_to_act_is_told_once(red: Followup, cast: Mapping[str, Actor]) -> None:
    assert remind(datetime.date(2026, 7, 3)) == [], "before the month was cut off"
    ways = Ways(domain="yunxi.gov.cn")
    assert remind(CUT_OFF, ways) == ["gao mail", "gao page"]
    assert remind(CUT_OFF, ways) == ["gao mail", "gao page"], "however often it is asked for"
    assert remind(LATER, ways) == []
    told = Reminder.objects.get(followup=red, channel="page")
    assert told.text == (
        f"“{red.subject}”（{red.number}，招商局负责）{red.reason}，请于 2026-07-09 前约谈并登记处理情况。"
    )
    assert str(told) == f"升级处理 {red.number} gao"
    sent = payload(told)
    assert (sent["followup"], sent["due"], "task" in sent) == (red.number, "2026-07-09", False)
    reader = registry.ledger("oversight.reminders")
    assert may(cast["leader"], Act.READ, reader, told) and may(cast["head"], Act.READ, reader, told)
    assert not may(cast["other"], Act.READ, reader, told)


def test_nobody_is_told_of_what_is_done_or_on_a_day_of_rest(red: Followup, cast: Mapping[str, Actor]) -> None:
    assert remind(datetime.date(2026, 7, 11)) == []
    step(red, "handle", cast["leader"])
    assert remind(datetime.date(2026, 7, 13)) == []


def test_it_is_late_after_its_day(red: Followup, cast: Mapping[str, Actor], supervisor: Actor) -> None:
    def texts(by: Actor, day: int) -> list[str]:
        return [each.text for each in late.followups(by, datetime.date(2026, 7, day)) if each.row == red.pk]

    assert red.due_on == datetime.date(2026, 7, 9) and texts(supervisor, 9) == []
    assert texts(supervisor, 10) == [f"{red.called}：待约谈"] and texts(cast["other"], 10) == []
    step(red, "handle", cast["leader"])
    assert texts(supervisor, 10) == []


# ---- the letter ---------------------------------------------------------------------------------


def words(paper: Paper) -> str:
    found = docx.Document(io.BytesIO(bytes(paper.file)))
    cells = [cell.text for table in found.tables for line in table.rows for cell in line.cells]
    return "\n".join([*(each.text for each in found.paragraphs), *cells])


def test_a_letter_says_the_lights_with_their_months_and_figures(red: Followup, supervisor: Actor) -> None:
    paper = letter(LETTER, [red], supervisor, reply_by=datetime.date(2026, 7, 15), remark="请主任阅。")
    assert (paper.number, paper.title) == ("督函〔2026〕1号", f"关于“{red.subject}”亮灯情况的督办函")
    assert (str(paper.unit), list(paper.followups.all()), list(paper.tasks.all())) == ("招商局", [red], [])
    said = words(paper)
    assert f"{red.subject}：{red.reason}。" in said and "请主任阅。" in said
    assert "请于2026年7月15日前将整改情况函复我室" in said
    assert red.months and all(each["reason"] in said and each["word"] in said for each in red.months)
    assert "2026年6月" in said and red.light in said
    assert reports.render(paper.facts) == bytes(paper.file)
    assert list(Paper.objects.following(red)) == [paper]
    Followup.objects.filter(pk=red.pk).update(reason="别的", light="别的")
    assert reports.render(Paper.objects.get(pk=paper.pk).facts) == bytes(paper.file), "frozen"


def test_one_letter_is_about_one_units_lights_that_still_count(
    signed: None,
    june: Round,
    units: Mapping[str, Unit],
    supervisor: Actor,
    clerk: Actor,
    cast: Mapping[str, Actor],
) -> None:
    behind(units["0104"])
    cut_off(june, supervisor)
    red = of_big()
    mine = list(Followup.objects.filter(unit=red.unit_id))
    both = letter(HINT, mine, supervisor)
    assert len(mine) > 1 and both.title == f"关于“{mine[0].subject}”等 {len(mine)} 项亮灯情况的提示函"
    assert all(each.subject in words(both) for each in mine)
    other = Followup.objects.exclude(unit=red.unit_id).first()
    assert other is not None
    with pytest.raises(papers.SeveralUnits, match="招商局"):
        letter(LETTER, [red, other], supervisor)
    with pytest.raises(papers.NoLight):
        letter(LETTER, [], supervisor)
    with pytest.raises(papers.NotAboutLights, match="不能出具交办单，请从督办单、提示函、督办函中选择"):
        letter(ASSIGNMENT, [red], supervisor)
    for refused in (clerk, cast["head"], cast["auditor"]):
        with pytest.raises(Refused):
            letter(LETTER, [red], refused)
    with pytest.raises(papers.Lifted, match="另行约谈过"):
        letter(LETTER, [step(red, "lift", supervisor)], supervisor)
    assert Paper.objects.count() == 1, "what is refused takes no number"


# ---- at once ------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_cut_off_at_once_each_light_is_followed_once(
    signed: None, june: Round, cast: Mapping[str, Actor], supervisor: Actor
) -> None:
    def follow(racer: int, key: int) -> object:
        with transaction.atomic():
            audit.begin()
            return making.follow(key, CUT_OFF, wall(key), by=supervisor)

    over([202606], follow)
    lit = sum(1 for row in wall(202606) if row.light.raised)
    assert Followup.objects.count() == lit > 1


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_do_it_at_once_one_does(red: Followup, cast: Mapping[str, Actor]) -> None:
    def done(racer: int, key: int) -> object:
        return step(Followup.objects.get(pk=key), "handle", cast["leader"])

    won, told = over([red.pk], done)
    assert (len(won), len(told)) == (1, 7) and Followup.objects.get(pk=red.pk).state == DONE
