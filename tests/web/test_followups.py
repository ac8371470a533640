"""What follows a light on pages: on the desk of who is to act, on the leader's page, beside its light, and in a letter."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable

import docx
import pytest
from django.test import Client
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import Actor
from luoshi.ledgers.models import Row
from luoshi.oversight.followups.models import DONE, LIFTED, Followup
from luoshi.oversight.papers.models import Paper
from luoshi.oversight.rounds.models import Round
from luoshi.reports.papers import PaperFacts, compose
from tests.oversight.conftest import clerk, june, plan, sign, supervisor, units, year
from tests.oversight.following import LATER, TALK, big, cut_off, of_big, people

__all__ = ["clerk", "june", "plan", "sign", "supervisor", "units", "year"]
As = Callable[[str], Client]
JUNE = {"month": "202606"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *given: LATER)


@pytest.fixture
def red(sign: Callable[..., Row], june: Round, units: dict[str, Unit], supervisor: Actor) -> Followup:
    """June is cut off: the target of 10亿 is red, that of 亿元 yellow for months."""
    for month in range(1, 7):
        sign(2, f"2026-{month:02d}-05", started_on=datetime.date(2026, 6, 30))
    people(units)
    cut_off(june, supervisor)
    return of_big()


@pytest.fixture
def signed_in_as(red: Followup) -> As:
    """A browser in which that person has signed in."""

    def browser(username: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(username=username))
        return client

    return browser


def card(row: Followup) -> str:
    return f"/ledgers/oversight-followups/{row.pk}/"


def letters(row: Followup) -> str:
    return f"/followups/{row.pk}/papers/"


def test_it_stands_on_the_desk_of_who_is_to_act_until_it_is_done(red: Followup, signed_in_as: As) -> None:
    gao, said = signed_in_as("gao"), f"处理“{red.subject}”2026年6月红灯：约谈，招商局"
    page = gao.get("/").text
    assert said in page and "升级处理" in page and "2026-07-09" in page and card(red) in page
    for username in ("guheng", "shen", "chen", "zhou", "xu", "lin"):
        assert said not in signed_in_as(username).get("/").text, username
    sent = {"done": TALK, "done_on": "2026-07-08", "version": str(red.version)}
    assert gao.post(f"{card(red)}step/handle/", sent).status_code == 302
    assert Followup.objects.get(pk=red.pk).state == DONE
    assert said not in gao.get("/").text


def test_what_falls_to_nobody_waits_for_the_office(red: Followup, signed_in_as: As) -> None:
    Followup.objects.filter(pk=red.pk).update(person=None)
    said = f"处理“{red.subject}”"
    assert said in signed_in_as("lin").get("/").text
    assert said not in signed_in_as("gao").get("/").text


def test_the_leaders_page_counts_what_waits_for_each(red: Followup, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    zone = lin.get("/overview/?charge=all", JUNE).text
    count = Followup.objects.waiting().count()
    assert count > 1 and "待约谈" in zone and red.subject in zone
    shen = signed_in_as("shen").get("/overview/", JUNE).text
    mine = Followup.objects.waiting().filter(person__username="shen")
    assert mine.count() == count - 1 and all(each.subject in shen for each in mine)
    assert card(red) not in shen, "that is the principal's"
    for each in Followup.objects.all():
        Followup.objects.filter(pk=each.pk).update(state=LIFTED, lifted="另行处理")
    assert "待约谈" not in signed_in_as("lin").get("/overview/?charge=all", JUNE).text


def test_the_page_of_the_target_tells_what_followed_to_who_may_read_it(
    red: Followup, signed_in_as: As
) -> None:
    page = f"/targets/{big().number}/"
    assert red.number in signed_in_as("chen").get(page, JUNE).text
    assert red.number not in signed_in_as("zhou").get(page, JUNE).text


def test_a_letter_is_drawn_in_one_click(red: Followup, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    assert f'href="{letters(red)}"' in lin.get(card(red)).text
    page = lin.get(letters(red)).text
    assert "还没有就这次升级处理出具过文书" in page
    assert '<option value="letter" selected>督办函</option>' in page and "交办单</option>" not in page
    other = Followup.objects.exclude(pk=red.pk).get()
    assert other.subject in page
    sent = {"kind": "letter", "reply_by": "2026-07-15", "others": [other.pk]}
    answer = lin.post(letters(red), sent, follow=True)
    paper = Paper.objects.get()
    assert answer.redirect_chain == [(f"/papers/{paper.pk}/", 302)]
    assert "督函〔2026〕1号" in answer.text and red.called in answer.text and other.subject in answer.text
    file = docx.Document(io.BytesIO(lin.get(f"/papers/{paper.pk}/file/").content))
    assert red.reason in "\n".join(each.text for each in file.paragraphs)
    assert paper.number in lin.get(letters(red)).text
    source = f'href="{card(red)}'
    code = next(
        each.code for each in compose(PaperFacts.of(paper.facts)).references if red.number in each.key
    )
    assert f'href="/f/{code}' in answer.text and source in lin.get(f"/f/{code}/", follow=True).text
    assert f"回复{paper.number}" in signed_in_as("chen").get("/").text


def test_what_is_wrong_is_said_and_nothing_is_issued(red: Followup, signed_in_as: As) -> None:
    lin = signed_in_as("lin")
    early = lin.post(letters(red), {"kind": "letter", "reply_by": "2020-01-01"})
    assert "回复期限不能早于印发日期" in early.text
    lin.post(letters(red), {"kind": "assignment"})
    Followup.objects.filter(pk=red.pk).update(state=LIFTED, lifted="另行处理")
    page = lin.get(letters(red)).text
    assert "已免于处理：另行处理" in page and "印发</button>" not in page
    lin.post(letters(red), {"kind": "letter"})
    assert not Paper.objects.exists()


@pytest.mark.parametrize(
    ("username", "reads"), [("chen", True), ("guheng", True), ("xu", True), ("zhou", False)]
)
def test_others_read_it_or_not_and_issue_nothing(
    red: Followup, signed_in_as: As, username: str, reads: bool
) -> None:
    client = signed_in_as(username)
    answer = client.get(letters(red))
    assert answer.status_code == (200 if reads else 403) and "印发</button>" not in answer.text
    assert client.post(letters(red), {"kind": "letter"}).status_code == 403
    assert client.get("/followups/999999/papers/").status_code == 404
    assert not Paper.objects.exists()


def test_a_stranger_is_sent_to_the_sign_in(red: Followup, client: Client) -> None:
    assert client.get(letters(red)).headers["Location"].startswith("/login/")
