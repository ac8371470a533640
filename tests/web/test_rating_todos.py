"""Home asks who must rate, and the unit that got a paper, and nobody else."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.directory.calendars import days
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import Actor
from luoshi.oversight.assessment.assessments.models import Assessment
from luoshi.oversight.papers.models import CHASE
from luoshi.plans.documents.models import Document
from tests.directory import build
from tests.oversight.assessing import JULY, opened, rate, take
from tests.oversight.conftest import clerk, plan, supervisor, units
from tests.oversight.test_papers import handed_out, issue, reply

__all__ = ["clerk", "plan", "supervisor", "units"]
LAST_MONTH, BEFORE = datetime.date(2026, 6, 1), datetime.date(2026, 5, 31)
LEADERS, PEERS = "评“2026年上半年考核”的领导评价", "评“2026年上半年考核”的单位互评"
Home = Callable[[str], str]


@pytest.fixture
def half(plan: Document, units: dict[str, Unit], supervisor: Actor) -> Assessment:
    days.seed([2026])
    return opened(units, supervisor)


@pytest.fixture
def cast(units: dict[str, Unit]) -> dict[str, Actor]:
    """A leader, the head of a unit that is assessed, the head of one that is not, an auditor."""
    return {
        "gao": build.holder("gao", roles.LEADER, units["01"]),
        "gu": build.holder("gu", roles.HEAD, units["0103"]),
        "cheng": build.holder("cheng", roles.HEAD, units["0104"]),
        "xu": build.holder("xu", roles.AUDITOR, units["01"]),
    }


@pytest.fixture
def home(cast: dict[str, Actor], monkeypatch: pytest.MonkeyPatch) -> Home:
    """A person's home page, in the last month of the assessment."""
    monkeypatch.setattr(timezone, "localdate", lambda *given: LAST_MONTH)

    def page(username: str) -> str:
        client = Client()
        client.force_login(User.objects.get(username=username))
        return client.get("/").text

    return page


def test_who_must_rate_is_asked(half: Assessment, home: Home, clerk: Actor) -> None:
    assert LEADERS in home("gao") and "还有 3 个对象没有评" in home("gao") and PEERS not in home("gao")
    assert PEERS in home("gu") and "还有 2 个对象没有评" in home("gu"), "the own unit is not rated"
    assert "还有 3 个对象没有评" in home("cheng")
    for nobody in ("xu", "lin", "chen"):
        assert LEADERS not in home(nobody) and PEERS not in home(nobody), nobody


def test_who_has_rated_everybody_is_not(half: Assessment, home: Home, cast: dict[str, Actor]) -> None:
    rate(half, "招商局", "leaders", 90, cast["gao"])
    assert "还有 2 个对象没有评" in home("gao")
    for name in ("云溪镇", "经济发展局"):
        rate(half, name, "leaders", 90, cast["gao"])
    assert LEADERS not in home("gao") and PEERS in home("gu")


def test_nobody_is_asked_before_the_last_month_or_after_it_is_frozen(
    half: Assessment, home: Home, supervisor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *given: BEFORE)
    assert LEADERS not in home("gao")
    monkeypatch.setattr(timezone, "localdate", lambda *given: JULY)
    assert LEADERS in home("gao")
    take(half, "freeze", supervisor, JULY)
    assert LEADERS not in home("gao")


def test_a_paper_that_asks_for_an_answer_waits_for_its_unit(
    half: Assessment, home: Home, supervisor: Actor, clerk: Actor, units: dict[str, Unit]
) -> None:
    task = handed_out(units["0103"], supervisor)
    paper = issue(CHASE, [task], supervisor, LAST_MONTH, reply_by=datetime.date(2026, 6, 9))
    issue(CHASE, [task], supervisor, LAST_MONTH)
    assert home("chen").count("回复督办〔2026〕") == 1 and f"回复{paper.number}" in home("gu")
    assert f"回复{paper.number}" not in home("cheng")
    reply(paper, clerk, LAST_MONTH)
    assert f"回复{paper.number}" not in home("chen")
