"""Papers: numbered by kind and year, kept as they were issued, to one unit about what it has in hand."""

from __future__ import annotations

import datetime
import hashlib

import pytest

from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.units.models import Unit
from luoshi.ledgers import facts, figures, registry, stepping, writing
from luoshi.ledgers.access import STRANGER, Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import AuditRow
from luoshi.oversight.papers import actions
from luoshi.oversight.papers.models import ANSWERED, ASSIGNMENT, CHASE, HINT, LETTER, Paper
from luoshi.plans.tasks import actions as tasks
from luoshi.plans.tasks.models import Task
from luoshi.reports import papers as reports
from tests.directory import build

ON = datetime.date(2026, 10, 15)
ASSIGNED, LIMIT = datetime.date(2026, 8, 31), datetime.date(2026, 9, 30)


def handed_out(unit: Unit, supervisor: Actor, name: str = "补齐路灯") -> Task:
    days.seed([2026])
    values = {
        "origin": "meeting",
        "source": "第 14 次会议纪要",
        "name": name,
        "due": 202609,
        "lead_unit": unit,
    }
    made = tasks.enter(values, by=supervisor, on=ASSIGNED)
    stepping.take_step(registry.ledger("plans.tasks"), made, "assign", by=supervisor, on=ASSIGNED)
    return made


def issue(kind: str, chosen: list[Task], by: Actor, on: datetime.date = ON, **more: datetime.date) -> Paper:
    return actions.issue(kind, chosen, reports.render, reports.title, on=on, by=by, **more)


@pytest.fixture
def task(units: dict[str, Unit], supervisor: Actor) -> Task:
    return handed_out(units["0103"], supervisor)


def test_it_stays_as_it_was_when_the_task_goes_on(task: Task, supervisor: Actor) -> None:
    paper = issue(CHASE, [task], supervisor, reply_by=datetime.date(2026, 10, 20))
    assert (paper.number, str(paper.unit), paper.issuer) == ("督办〔2026〕1号", "招商局", "lin")
    assert paper.title == "关于“补齐路灯”的督办单"
    (said,) = paper.facts["tasks"]
    assert (said["over"], said["limit"], said["source"]) == (15, "2026-09-30", "第 14 次会议纪要")
    writing.change(registry.ledger("plans.tasks"), task, {"name": "别的"}, by=supervisor)
    kept = Paper.objects.get()
    assert kept.title == "关于“补齐路灯”的督办单"
    assert reports.render(kept.facts) == bytes(kept.file)
    assert hashlib.sha256(bytes(kept.file)).hexdigest() == kept.digest
    assert list(Paper.objects.about(task)) == [kept]
    assert AuditRow.objects.get(ledger="oversight.papers").act == "印发"


def test_numbers_run_by_kind_and_year(task: Task, supervisor: Actor) -> None:
    numbers = [issue(kind, [task], supervisor).number for kind in (CHASE, CHASE, LETTER)]
    later = issue(CHASE, [task], supervisor, datetime.date(2027, 1, 4)).number
    assert [*numbers, later] == ["督办〔2026〕1号", "督办〔2026〕2号", "督函〔2026〕1号", "督办〔2027〕1号"]


def test_one_paper_is_about_one_units_tasks(task: Task, supervisor: Actor, units: dict[str, Unit]) -> None:
    second = handed_out(units["0103"], supervisor, "盘活厂房")
    paper = issue(LETTER, [task, second], supervisor)
    assert [each["name"] for each in paper.facts["tasks"]] == ["补齐路灯", "盘活厂房"]
    assert set(paper.tasks.all()) == {task, second}
    other = handed_out(units["0104"], supervisor)
    with pytest.raises(actions.SeveralUnits, match="招商局、规建局"):
        issue(LETTER, [task, other], supervisor)
    with pytest.raises(actions.NoTask):
        issue(LETTER, [], supervisor)


def test_what_nobody_has_in_hand_is_not_chased(
    task: Task, supervisor: Actor, clerk: Actor, units: dict[str, Unit]
) -> None:
    values = {
        "origin": "meeting",
        "source": "纪要",
        "name": "未交办",
        "due": 202612,
        "lead_unit": units["0103"],
    }
    promised = tasks.enter(values, by=supervisor, on=ASSIGNED)
    with pytest.raises(actions.NotHandedOut, match="未交办"):
        issue(CHASE, [promised], supervisor)
    with pytest.raises(Refused):
        issue(CHASE, [task], clerk)


def test_what_is_refused_takes_no_number(task: Task, supervisor: Actor) -> None:
    with pytest.raises(Invalid, match="回复期限不能早于印发日期"):
        issue(CHASE, [task], supervisor, reply_by=ASSIGNED)
    assert issue(CHASE, [task], supervisor).number == "督办〔2026〕1号"


def reply(paper: Paper, by: Actor, on: datetime.date, said: str = "已补齐") -> Paper:
    stepping.take_step(registry.ledger(actions.LEDGER), paper, "reply", by=by, on=on, given={"reply": said})
    return paper


def test_the_unit_answers_in_time_or_not(
    task: Task, supervisor: Actor, clerk: Actor, units: dict[str, Unit]
) -> None:
    limit = datetime.date(2026, 10, 20)
    first, second, third = (issue(CHASE, [task], supervisor, reply_by=limit) for _ in range(3))
    assert reply(first, clerk, limit).in_time is True
    assert reply(second, clerk, limit + datetime.timedelta(days=1)).in_time is False
    assert (second.state, str(second.replied_on), second.reply) == (ANSWERED, "2026-10-21", "已补齐")
    other = build.holder("zhou", roles.CLERK, units["0104"])
    for who in (other, STRANGER):
        with pytest.raises(Refused):
            reply(third, who, limit)
    with pytest.raises(NotNow, match="请先填写：回复内容"):
        reply(third, clerk, limit, "")
    with pytest.raises(Invalid, match="回复日期不能早于印发日期"):
        reply(third, clerk, ASSIGNED)
    open_ended = issue(LETTER, [task], supervisor)
    assert reply(open_ended, clerk, limit).in_time is None, "nobody said until when"


def test_papers_are_a_measure(task: Task, supervisor: Actor, clerk: Actor) -> None:
    ledger, limit = registry.ledger(actions.LEDGER), datetime.date(2026, 10, 20)
    for kind in (CHASE, HINT, LETTER, ASSIGNMENT):
        issue(kind, [task], supervisor, reply_by=limit)
    issue(CHASE, [task], supervisor, datetime.date(2026, 11, 2))
    reply(Paper.objects.get(kind=LETTER), clerk, ON)
    reply(Paper.objects.get(kind=HINT), clerk, limit + datetime.timedelta(days=9))

    def figure(name: str, month: int = 202610) -> object:
        binding = figures.bind(ledger, ledger.measure(name), ())
        facts.refresh()
        parts = facts.facts_of([binding], month, month, {})[binding.pk]
        return figures.figure(binding, parts, month, month).value

    assert (figure("issued"), figure("issued", 202611)) == (4, 1)
    assert (figure("chasing"), figure("asked"), figure("in_time"), figure("reply_rate")) == (3, 4, 1, 25)
