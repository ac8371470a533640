"""An excuse is asked for one light, approved or refused with words; lights, lists and reports follow from its day on."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import docx
import pytest

from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.charges.models import Charge
from luoshi.directory.units.models import Unit
from luoshi.ledgers import chain, evidence, rewinding, stepping
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.columns import Upload
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import AuditRow, Row
from luoshi.oversight.attention import late
from luoshi.oversight.attention.turns import turn
from luoshi.oversight.boards.boards import board_of
from luoshi.oversight.bulletins import actions as bulletins
from luoshi.oversight.bulletins import facts
from luoshi.oversight.corrections import actions as corrections
from luoshi.oversight.corrections.errors import NothingToCorrect
from luoshi.oversight.excuses.ledger import EXCUSES
from luoshi.oversight.excuses.models import APPROVED, ASKED, PROJECT, REFUSED, TARGET, WITHDRAWN, Excuse
from luoshi.oversight.excusing import actions, errors, lit
from luoshi.oversight.lists import actions as lists
from luoshi.oversight.lists.errors import NobodyToList
from luoshi.oversight.objections.models import BLACK_LIST
from luoshi.oversight.opinions import judging
from luoshi.oversight.rounds import exceptions
from luoshi.oversight.rules import actions as rules
from luoshi.oversight.wall.rows import WallRow
from luoshi.oversight.wall.wall import wall
from luoshi.plans.targets.models import Target
from luoshi.projects.delivery.months.models import ProjectMonth
from luoshi.projects.delivery.projects.models import Project
from luoshi.reports.bulletin import render
from luoshi.rules import defaults
from tests.directory import build
from tests.projects import build as projects
from tests.racing import over

JULY, AUGUST = datetime.date(2026, 7, 6), datetime.date(2026, 8, 3)
WHY, BASIS = "6月汛情停工21天", "防汛指挥部〔2026〕8号通知"
Ask = Callable[..., Excuse]


@pytest.fixture
def signed(sign: Callable[..., Row]) -> None:
    """Twelve projects by June, none of them of 10亿: of 6 in the year 3 are due, and the light is red."""
    days.seed([2026])
    for month in range(1, 7):
        for day in (5, 6):
            sign(2, f"2026-{month:02d}-{day:02d}", started_on=datetime.date(2026, 6, 30))


@pytest.fixture
def ask(signed: None, clerk: Actor) -> Ask:
    """The clerk of 招商局 asks that the red light of June be excused, if nothing else is said."""

    def asked(about: str = TARGET, row: int = 0, month: int = 202606, **more: Any) -> Excuse:
        given = {"reason": WHY, "basis": BASIS, "by": clerk, "on": JULY} | more
        return actions.ask(about, row or big().pk, month, **given)

    return asked


@pytest.fixture
def deputy(units: Mapping[str, Unit]) -> Actor:
    """The leader who has 招商局 in charge."""
    build.holder("shen", roles.DEPUTY, units["01"])
    user = build.User.objects.get(username="shen")
    Charge.objects.create(person=user, unit=units["0103"])
    return build.actor_of(user, on=build.SOME_DAY)


def big() -> Target:
    return Target.objects.active().get(name__endswith="10亿元以上项目")


def row(month: int = 202606) -> WallRow:
    return wall(month, [big()])[0]


def step(excuse: Excuse, name: str, by: Actor, *, on: datetime.date = JULY, **more: Any) -> Excuse:
    given = {"answer": "情况属实"} if name in ("approve", "refuse") else {}
    stepping.take_step(EXCUSES, excuse, name, by=by, on=on, given=more.pop("given", given), **more)
    return Excuse.objects.get(pk=excuse.pk)


def black() -> list[str]:
    return [entry.unit for entry in board_of(202606, wall(202606)).black]


# ---- what follows -------------------------------------------------------------------------------


def test_a_red_light_that_is_excused_is_yellow_and_says_why(ask: Ask, deputy: Actor) -> None:
    before = row()
    assert (before.light.colour, before.progress.gap_points) == ("red", Decimal(-50)), "0 of 6, 3 are due"
    assert before.light.raised and before.light.raised.rung.who == "主要领导"
    excuse = ask()
    assert (excuse.number, excuse.state, excuse.was) == ("LY-2026-001", ASKED, "red")
    assert excuse.due_on == datetime.date(2026, 7, 9), "three working days after Monday the 6th"
    waiting = row().light
    assert waiting.colour == "red"
    assert waiting.reason.endswith(f"亮红灯；已提出正当理由（{WHY}），尚未批准，灯色不变")
    done = step(excuse, "approve", deputy)
    assert (done.state, done.decided_on, done.decided_by) == (APPROVED, JULY, deputy.name)
    after = row()
    assert (after.light.colour, after.light.shape, after.light.word) == ("yellow", "▲", "黄灯")
    assert after.light.reason.endswith(f"亮红灯；正当理由（{WHY}）已由{deputy.name}批准，改亮黄灯")
    assert after.progress == before.progress, "the figures stay"
    assert after.light.raised and after.light.raised.rung.who == "分管领导", "red in May, yellow in June"


def test_the_history_tells_it_in_later_months(ask: Ask, deputy: Actor) -> None:
    step(ask(), "approve", deputy)
    told = {each.month: each for each in row(202607).light.history}
    assert (told[202606].colour, told[202605].colour, told[202607].colour) == ("yellow", "red", "red")
    assert WHY in told[202606].reason and WHY not in told[202607].reason
    turned = turn(row(202607))
    assert turned and turned.worse, "from the yellow of June to red"


def test_lists_agenda_and_bulletin_follow(ask: Ask, deputy: Actor) -> None:
    (rule, *_) = defaults.ROUND_RULES
    red = {each.subject for each in exceptions.of_targets(wall(202606), rule)}
    assert "招商局" in black() and any("10亿元以上" in each for each in red)
    assert "正当理由" not in written()
    step(ask(), "approve", deputy)
    assert "招商局" not in black()
    assert not any("10亿元以上" in each.subject for each in exceptions.of_targets(wall(202606), rule))
    assert (
        f"共 1 项，灯色按亮灯规则调整：新引进10亿元以上项目黄灯，{WHY}（{deputy.name}批准）（招商局）"
        in written()
    )


def written() -> str:
    found = docx.Document(io.BytesIO(render(facts.gather(202606, on=JULY))))
    return "\n".join(each.text for each in found.paragraphs)


def test_a_rule_may_leave_an_excused_month_unlit(ask: Ask, supervisor: Actor, deputy: Actor) -> None:
    data = {
        **defaults.LIGHT_RULE.to_data(),
        "version": "2",
        "effective_from": "2026-06-01",
        "excuses": {"red": "grey"},
    }
    rules.issue("light", data, by=supervisor)
    step(ask(), "approve", deputy)
    found = row().light
    assert (found.colour, found.word) == ("grey", "不亮灯")
    assert found.reason.endswith("批准，改为不亮灯")
    assert found.raised is None and "招商局" not in black()


def test_a_rule_that_knows_no_excuse_notes_it(ask: Ask, supervisor: Actor, deputy: Actor) -> None:
    data = {**defaults.LIGHT_RULE.to_data(), "version": "2", "effective_from": "2026-06-01", "excuses": {}}
    rules.issue("light", data, by=supervisor)
    step(ask(), "approve", deputy)
    assert row().light.colour == "red" and row().light.reason.endswith("批准并记录，本规则不因此改变灯色")


@pytest.mark.parametrize(("name", "state"), [("refuse", REFUSED), ("withdraw", WITHDRAWN)])
def test_what_is_refused_or_withdrawn_changes_nothing(
    ask: Ask, deputy: Actor, clerk: Actor, name: str, state: str
) -> None:
    before = row().light.reason
    done = step(ask(), name, deputy if name == "refuse" else clerk)
    assert done.state == state and row().light.reason == before and row().excuse is None
    assert ask().number == "LY-2026-002", "it may be asked again"


def test_an_approval_is_taken_back_with_a_reason(ask: Ask, deputy: Actor, supervisor: Actor) -> None:
    done = step(ask(), "approve", deputy)
    with pytest.raises(NotNow, match="需要写明理由"):
        step(done, "revoke", supervisor)
    with pytest.raises(Refused):
        step(done, "revoke", deputy, reason="材料不实")
    again = step(done, "revoke", supervisor, reason="材料不实")
    assert (again.state, again.decided_by, again.decided_on) == (ASKED, "", None)
    assert row().light.colour == "red"
    assert step(again, "refuse", supervisor).decided_by == supervisor.name


# ---- as it was known ----------------------------------------------------------------------------


def test_an_excuse_approved_in_august_does_not_change_what_was_told_in_july(ask: Ask, deputy: Actor) -> None:
    july = facts.gather(202606, on=JULY)
    before = chain.head().seq
    excuse = ask()
    asked, seq = facts.gather(202606, on=JULY), chain.head().seq
    assert asked != july, "the reason tells that it was asked for"
    step(excuse, "approve", deputy, on=AUGUST)
    assert facts.gather(202606, on=JULY) != asked
    assert facts.gather(202606, on=JULY, as_of=before) == july
    assert facts.gather(202606, on=JULY, as_of=seq) == asked
    assert facts.gather(202606, on=JULY, as_of=chain.head().seq) == facts.gather(202606, on=JULY)


def test_what_was_revoked_since_stands_in_a_report_of_then(
    ask: Ask, deputy: Actor, supervisor: Actor
) -> None:
    done = step(ask(), "approve", deputy)
    july, seq = facts.gather(202606, on=JULY), chain.head().seq
    step(done, "revoke", supervisor, reason="材料不实", on=AUGUST)
    then = facts.gather(202606, on=JULY, as_of=seq)
    assert [t["colour"] for t in then["targets"]] == [t["colour"] for t in july["targets"]]


def test_a_published_list_is_corrected_after_an_excuse(ask: Ask, deputy: Actor, supervisor: Actor) -> None:
    excuse = ask()
    june = lists.publish(202606, by=supervisor, on=JULY)
    bulletins.issue(202606, render, on=JULY, by=supervisor)
    with pytest.raises(NothingToCorrect):
        corrections.correct(render, by=supervisor, on=JULY)
    step(excuse, "approve", deputy)
    (done,) = corrections.correct(render, by=supervisor, on=JULY).lists
    assert done.published.reason == f"正当理由 LY-2026-001 已由{deputy.name}批准：{WHY}"
    assert june.lines.filter(unit__name="招商局", board=BLACK_LIST).exists(), "the old edition stays"
    assert not done.published.lines.filter(unit__name="招商局", board=BLACK_LIST).exists()
    assert done.bulletin and done.bulletin.issue == 2
    (told,) = done.bulletin.facts["corrections"]
    assert told["ruling"].startswith("正当理由 LY-2026-001 由") and told["changed"].startswith("原为")
    with pytest.raises(NothingToCorrect):
        corrections.correct(render, by=supervisor, on=JULY)


def test_what_was_excused_before_is_not_listed(ask: Ask, deputy: Actor, supervisor: Actor) -> None:
    step(ask(), "approve", deputy)
    with pytest.raises(NobodyToList):
        lists.publish(202606, by=supervisor, on=JULY)
    may = lists.publish(202605, by=supervisor, on=JULY)
    assert may.lines.filter(unit__name="招商局", board=BLACK_LIST).exists(), "red in May too, and not excused"
    with pytest.raises(NothingToCorrect):
        corrections.correct(render, by=supervisor, on=JULY)


# ---- what is refused ----------------------------------------------------------------------------


def test_a_light_is_excused_once_a_month(ask: Ask) -> None:
    ask()
    with pytest.raises(Invalid, match="这个月的正当理由已经申请"):
        ask()
    assert ask(month=202605).period == 202605


def test_only_a_yellow_or_red_light_of_a_month_that_has_begun(ask: Ask) -> None:
    green = Target.objects.active().get(name="新引进亿元以上项目")
    with pytest.raises(errors.NotLit, match="2026年6月绿灯，不是黄灯或红灯"):
        ask(row=green.pk)
    with pytest.raises(errors.NotBegun, match="2026年8月还没有开始"):
        ask(month=202608)
    with pytest.raises(errors.NoSubject):
        ask(row=10**6)
    assert not Excuse.objects.exists()


@pytest.mark.parametrize("missing", ["reason", "basis"])
def test_reason_and_basis_are_said(ask: Ask, missing: str) -> None:
    with pytest.raises(Invalid):
        ask(**{missing: "  "})
    assert not Excuse.objects.exists()


def test_a_decision_has_words(ask: Ask, deputy: Actor) -> None:
    excuse = ask()
    for name in ("approve", "refuse"):
        with pytest.raises(NotNow, match="审批意见"):
            step(excuse, name, deputy, given={})


def test_a_file_that_proves_it_is_kept(ask: Ask) -> None:
    excuse = ask(proof=Upload(b"%PDF-1.4\n%%EOF\n", "通知.pdf"))
    assert excuse.proof["name"] == "通知.pdf"
    (column,) = EXCUSES.files
    assert evidence.held(EXCUSES, excuse, column)


# ---- who may ------------------------------------------------------------------------------------


def test_who_asks(ask: Ask, units: Mapping[str, Unit], supervisor: Actor) -> None:
    other = build.holder("wu", roles.CLERK, units["0102"])
    leader, auditor = (build.holder(role, role, units["01"]) for role in (roles.LEADER, roles.AUDITOR))
    with pytest.raises(errors.NotOwn, match="由招商局负责"):
        ask(by=other)
    for who in (leader, auditor, supervisor, STRANGER):
        with pytest.raises(Refused):
            ask(by=who)
    assert not Excuse.objects.exists()
    assert ask(by=build.holder("head", roles.HEAD, units["0103"])).unit.name == "招商局"


def test_who_decides(
    ask: Ask, clerk: Actor, units: Mapping[str, Unit], deputy: Actor, supervisor: Actor
) -> None:
    excuse = ask()
    elsewhere = build.holder("qian", roles.DEPUTY, units["01"])
    auditor = build.holder("audit", roles.AUDITOR, units["01"])
    for who in (clerk, elsewhere, auditor, STRANGER):
        for name in ("approve", "refuse"):
            with pytest.raises(Refused):
                step(excuse, name, who)
    for who in (deputy, supervisor):
        with pytest.raises(Refused):
            step(excuse, "withdraw", who)
    assert Excuse.objects.get().state == ASKED
    leader = build.holder("boss", roles.LEADER, units["01"])
    assert step(excuse, "approve", leader).decided_by == leader.name


def test_it_is_on_the_trail(ask: Ask, deputy: Actor) -> None:
    step(ask(), "approve", deputy)
    told = AuditRow.objects.filter(ledger="oversight.excuses").order_by("seq")
    assert [each.act for each in told] == ["新增", "批准"]
    assert rewinding.created(EXCUSES, 0) == {Excuse.objects.get().pk}


def test_one_that_waits_too_long_is_late_and_no_fault_of_the_unit(ask: Ask, supervisor: Actor) -> None:
    excuse = ask()
    last = excuse.due_on or JULY
    assert not list(late.steps(supervisor, last, EXCUSES))
    (found,) = late.steps(supervisor, last + datetime.timedelta(days=1), EXCUSES)
    assert (found.row, found.unit, found.text) == (excuse.pk, None, f"{excuse.called}：待审批")


# ---- projects -----------------------------------------------------------------------------------


@pytest.fixture
def behind(signed: None, units: Mapping[str, Unit]) -> Project:
    """100万元 of investment a month are planned, 30万元 were done in each: by half of the year 70 % below."""
    started = datetime.date(2026, 1, 10)
    project = projects.project(units["0103"], number="XM-2026-001", state="started", started_on=started)
    for month in range(1, 13):
        done = 30 * 10**6 if month <= 6 else None
        ProjectMonth.objects.create(project=project, period=202600 + month, planned=100 * 10**6, done=done)
    return project


def test_a_project_is_excused_alike(ask: Ask, behind: Project, deputy: Actor) -> None:
    end = datetime.date(2026, 6, 30)
    before = judging.judge([behind], 202606, end)[0]
    assert before.colour == "red", "6 × 30 of 1200 are 15 %, 50 % are due: 35 points behind"
    step(ask(PROJECT, behind.pk), "approve", deputy)
    after = judging.judge([behind], 202606, end)[0]
    assert after.colour == "yellow" and f"正当理由（{WHY}）已由{deputy.name}批准，改亮黄灯" in after.why
    assert judging.judge([behind], 202605, datetime.date(2026, 5, 31))[0].why.find(WHY) < 0, (
        "May knows nothing"
    )
    assert lit.of(PROJECT, behind.pk, 202606).colour == "yellow"
    with pytest.raises(errors.NoSubject):
        ask(PROJECT, 10**6)


# ---- at once ------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_ask_at_once_one_does(ask: Ask) -> None:
    target = big().pk

    def asked(racer: int, key: int) -> object:
        return ask(row=target, month=key)

    won, told = over([202606], asked)
    assert (len(won), len(told)) == (1, 7) and all("已经申请" in said for said in told)
    assert Excuse.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_four_who_approve_and_four_who_withdraw_one_does(ask: Ask, deputy: Actor, clerk: Actor) -> None:
    excuse = ask()

    def decided(racer: int, key: int) -> object:
        mine = Excuse.objects.get(pk=key)
        return step(mine, "approve", deputy) if racer % 2 else step(mine, "withdraw", clerk)

    won, told = over([excuse.pk], decided)
    assert (len(won), len(told)) == (1, 7)
    (now,) = Excuse.objects.all()
    assert now.state in (APPROVED, WITHDRAWN)
    assert (row().light.colour == "yellow") == (now.state == APPROVED)
