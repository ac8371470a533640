"""Reminders: whom they reach, once a day, by which way, and that a dead server is written down and holds up nobody."""

from __future__ import annotations

import datetime
import http.server
import json
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.charges.models import Charge
from luoshi.directory.units.models import Unit
from luoshi.ledgers import registry, stepping
from luoshi.ledgers.access import Act, Actor, may
from luoshi.ledgers.rejudging import BACKGROUND
from luoshi.oversight.reminders import actions
from luoshi.oversight.reminders.channels import Ways
from luoshi.oversight.reminders.models import Reminder
from luoshi.oversight.rules import actions as rules
from luoshi.plans.tasks import actions as tasks
from luoshi.plans.tasks.models import Task
from tests.directory import build

ASSIGNED = datetime.date(2026, 8, 31)  # a Monday
LIMIT = datetime.date(2026, 9, 11)  # a Friday
PAGE = Ways()


@pytest.fixture
def task(units: dict[str, Unit], supervisor: Actor, clerk: Actor) -> Task:
    """A task of 招商局, handed out and signed for by its clerk."""
    rules.issue_starting_rules(by=supervisor)
    days.seed([2026])
    values = {"origin": "meeting", "source": "纪要", "name": "招商方案", "due": 202609, "limit_on": LIMIT}
    made = tasks.enter(values | {"lead_unit": units["0103"]}, by=supervisor, on=ASSIGNED)
    ledger = registry.ledger("plans.tasks")
    stepping.take_step(ledger, made, "assign", by=supervisor, on=ASSIGNED)
    return made


def sign(task: Task, clerk: Actor) -> None:
    person = User.objects.get(username="chen")
    ledger = registry.ledger("plans.tasks")
    stepping.take_step(ledger, task, "sign_for", by=clerk, on=ASSIGNED, given={"person": person})


def on(month: int, day: int) -> datetime.date:
    return datetime.date(2026, month, day)


def made(day: datetime.date, ways: Ways = PAGE) -> list[tuple[str, str, str]]:
    actions.make(day, ways, by=BACKGROUND)
    told = Reminder.objects.filter(day=day).order_by("kind", "person__username", "channel")
    return [(each.kind, each.person.username, each.channel) for each in told]


# Who, and when


def test_who_answers_for_it_is_reminded_before_the_limit_and_after_it(task: Task, clerk: Actor) -> None:
    sign(task, clerk)
    told = {day: made(ASSIGNED + datetime.timedelta(days=day)) for day in range(1, 20)}
    assert {ASSIGNED + datetime.timedelta(days=day): found for day, found in told.items() if found} == {
        on(9, 8): [("near", "chen", "page")],
        on(9, 14): [("overdue", "chen", "page")],
        on(9, 16): [("deputy", "lin", "page"), ("overdue", "chen", "page")],  # nobody is in charge, nor leads
        on(9, 18): [("overdue", "chen", "page")],
    }
    near = Reminder.objects.get(kind="near")
    assert (
        near.text
        == f"“招商方案”（{task.number}，招商局牵头）办结期限 2026-09-11，还有 3 个工作日，请抓紧办理，按期反馈。"
    )
    assert (near.state, near.due) == ("sent", LIMIT)


def test_once_a_day_however_often_it_is_asked_for(task: Task, clerk: Actor) -> None:
    sign(task, clerk)
    assert actions.make(on(9, 14), PAGE, by=BACKGROUND) == 1
    assert actions.make(on(9, 14), PAGE, by=BACKGROUND) == 0
    assert Reminder.objects.count() == 1


def test_what_was_handed_out_and_not_signed_for_is_asked_of_the_whole_unit(
    task: Task, units: dict[str, Unit]
) -> None:
    build.holder("guheng", roles.HEAD, units["0103"])
    assert made(on(9, 2)) == []
    assert made(on(9, 3)) == [("unsigned", "chen", "page"), ("unsigned", "guheng", "page")]
    assert "应于 2026-09-02 前签收，已超过 1 个工作日" in Reminder.objects.all()[0].text


def test_it_goes_up_to_who_is_in_charge_and_then_to_the_principal(
    task: Task, clerk: Actor, units: dict[str, Unit]
) -> None:
    sign(task, clerk)
    build.holder("gao", roles.LEADER, units["01"])
    build.holder("shen", roles.DEPUTY, units["01"])
    Charge.objects.create(person=User.objects.get(username="shen"), unit=units["0103"], since=ASSIGNED)
    assert [each for each in made(on(9, 16)) if each[0] == "deputy"] == [("deputy", "shen", "page")]
    assert [each for each in made(on(9, 23)) if each[0] != "overdue"] == [("principal", "gao", "page")]
    assert [each for each in made(on(9, 24)) if each[0] != "overdue"] == []


def test_what_waits_for_the_checker_and_what_nobody_handed_out_reminds_nobody(
    task: Task, supervisor: Actor, clerk: Actor
) -> None:
    Task.objects.update(state="promised")
    assert made(on(9, 14)) == []
    Task.objects.update(state="answered", answered_on=ASSIGNED, outcome="办了")
    assert made(on(9, 14)) == []
    Task.objects.update(state="signed_for")
    assert made(on(9, 14)) != []


def test_nobody_is_reminded_on_a_day_of_rest_or_without_a_rule(task: Task, clerk: Actor) -> None:
    sign(task, clerk)
    assert made(on(9, 12)) == made(on(9, 13)) == []
    assert actions.make(datetime.date(2019, 1, 7), PAGE, by=BACKGROUND) == 0


def test_the_background_waits_for_the_hour_of_the_rule(task: Task, clerk: Actor) -> None:
    sign(task, clerk)
    zone = timezone.get_default_timezone()
    early, late = (datetime.datetime(2026, 9, 14, hour, 59, tzinfo=zone) for hour in (7, 8))
    assert actions.run(early, PAGE, by=BACKGROUND) == 0
    assert actions.run(late, PAGE, by=BACKGROUND) == 1


def test_who_was_reminded_sees_it_and_another_unit_does_not(
    task: Task, clerk: Actor, supervisor: Actor, units: dict[str, Unit]
) -> None:
    sign(task, clerk)
    made(on(9, 14))
    ledger, row = registry.ledger("oversight.reminders"), Reminder.objects.get()
    other = build.holder("zhou", roles.CLERK, units["0104"])
    assert may(clerk, Act.READ, ledger, row) and may(supervisor, Act.READ, ledger, row)
    assert not may(other, Act.READ, ledger, row)
    row.person = User.objects.get(username="zhou")
    assert may(other, Act.READ, ledger, row)


# The ways out


class Chat(http.server.BaseHTTPRequestHandler):
    """A government chat on loopback that answers what it is told to."""

    status = 200
    heard: list[Any]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append((self.headers["Content-Type"], json.loads(body)))  # type: ignore[attr-defined]
        self.send_response(self.server.status)  # type: ignore[attr-defined]
        if self.server.status == 302:  # type: ignore[attr-defined]
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def chat() -> Iterator[Any]:
    server: Any = http.server.HTTPServer(("127.0.0.1", 0), Chat)
    server.status, server.heard = 200, []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def ways(chat: Any) -> Ways:
    return Ways(webhook=f"http://127.0.0.1:{chat.server_port}/hook")


def of_chat() -> Reminder:
    return Reminder.objects.get(channel="chat")


def test_the_chat_is_told_as_json(task: Task, clerk: Actor, chat: Any) -> None:
    sign(task, clerk)
    assert made(on(9, 14), ways(chat)) == [("overdue", "chen", "chat"), ("overdue", "chen", "page")]
    assert (of_chat().state, chat.heard) == ("waiting", [])
    assert actions.deliver(on(9, 14), ways(chat), by=BACKGROUND) == 1
    ((kind, told),) = chat.heard
    assert kind == "application/json; charset=utf-8"
    assert told == {
        "to": "chen", "name": "chen", "kind": "overdue", "title": "逾期催办", "text": of_chat().text,
        "task": task.number, "unit": "招商局", "due": "2026-09-11", "day": "2026-09-14",
    }  # fmt: skip
    assert (of_chat().state, of_chat().tries) == ("sent", 1)
    assert actions.deliver(on(9, 14), ways(chat), by=BACKGROUND) == 0 and len(chat.heard) == 1


@pytest.mark.parametrize("status", [302, 404, 500])
def test_what_the_chat_refuses_is_tried_three_times_and_written_down(
    task: Task, clerk: Actor, chat: Any, status: int
) -> None:
    sign(task, clerk)
    chat.status = status
    made(on(9, 14), ways(chat))
    for tries, state in ((1, "waiting"), (2, "waiting"), (3, "failed"), (3, "failed")):
        assert actions.deliver(on(9, 14), ways(chat), by=BACKGROUND) == 0
        assert (of_chat().tries, of_chat().state) == (tries, state)
    assert of_chat().failure == f"政务聊天的接口拒收（{status}）。"
    assert len(chat.heard) == 3


def test_a_chat_that_does_not_answer_holds_up_one_reminder_and_not_all(
    task: Task, clerk: Actor, units: dict[str, Unit], chat: Any
) -> None:
    build.holder("guheng", roles.HEAD, units["0103"])
    with socket.create_server(("127.0.0.1", 0)) as taken:
        nobody = Ways(webhook=f"http://127.0.0.1:{taken.getsockname()[1]}/")
    made(on(9, 3), nobody)
    assert actions.deliver(on(9, 3), nobody, by=BACKGROUND) == 0
    told = Reminder.objects.filter(channel="chat").order_by("pk").values_list("tries", "state", "failure")
    assert list(told) == [
        (1, "waiting", "政务聊天的接口没有应答，请系统管理员检查地址。"),
        (0, "waiting", ""),
    ]
    assert actions.deliver(on(9, 3), ways(chat), by=BACKGROUND) == 2  # it is back


def test_what_did_not_go_out_on_its_day_is_not_sent_later(task: Task, clerk: Actor, chat: Any) -> None:
    sign(task, clerk)
    made(on(9, 14), ways(chat))
    assert actions.deliver(on(9, 15), ways(chat), by=BACKGROUND) == 0
    assert (of_chat().state, of_chat().failure, chat.heard) == ("failed", "当日没有发出去。", [])


def test_mail_goes_to_the_box_of_the_person(task: Task, clerk: Actor) -> None:
    sign(task, clerk)
    there = Ways(domain="zone.example")
    assert ("overdue", "chen", "mail") in made(on(9, 14), there)
    assert actions.deliver(on(9, 14), there, by=BACKGROUND) == 1
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["chen@zone.example"], f"【逾期催办】{task.number} 招商方案")
    assert "已逾期 1 个工作日" in letter.body


def test_a_mail_server_that_is_not_there_is_written_down(task: Task, clerk: Actor, settings: Any) -> None:
    sign(task, clerk)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings.EMAIL_PORT = taken.getsockname()[1]
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"
    there = Ways(domain="zone.example")
    made(on(9, 14), there)
    assert actions.deliver(on(9, 14), there, by=BACKGROUND) == 0
    assert Reminder.objects.get(channel="mail").failure == "邮件服务器没有应答，请系统管理员检查邮件设置。"
