"""The side of a card with reviews: asked for, given once a round, told."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client, RequestFactory

from luoshi.accounts.models import User
from luoshi.ledgers import registry, reviews, standing, writing
from luoshi.ledgers.access import Actor, Mandate
from luoshi.ledgers.models import Review
from luoshi.web.ledgers import verdicts, waiting
from tests.ledgers.conftest import Library
from tests.ledgers.test_reviews import MENDING, person
from tests.library.ledgers import HEAD, INSPECTOR
from tests.library.models import Repair
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

MAY = datetime.date(2026, 5, 6)


@pytest.fixture(autouse=True)
def registered_too(shelved: None) -> None:
    registry.register(MENDING)


@pytest.fixture(autouse=True)
def experts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever's user name begins with e is an expert; the zone's posts know no such role."""

    def actor_of(user: User, **told: object) -> Actor:
        role = "expert" if user.username.startswith("e") else "reader"
        return Actor(user.name, user.username, (Mandate(role, frozenset()),), person=user.pk)

    monkeypatch.setattr(verdicts, "actor_of", actor_of)


@pytest.fixture
def row(library: Library) -> Repair:
    values = {"what": "水经注", "branch": library.east, "state": "looked", "torn_on": MAY}
    made = writing.create(MENDING, values, by=HEAD, on=MAY)
    assert isinstance(made, Repair)
    return made


def url(row: Repair, rest: str = "") -> str:
    return f"/ledgers/repairs/{row.pk}/reviews/{rest}"


def reading(actor: Actor) -> Actor:
    """The same person, who may read as well."""
    return Actor(actor.name, actor.key, (*actor.mandates, *INSPECTOR.mandates), "测试", actor.person)


def test_works(row: Repair, acting: As) -> None:
    expert = reading(person("e1"))
    page = acting(HEAD).get(url(row)).text
    assert "这一轮还没有人评审" in page and "quality/ask/" in page and 'quality/"' not in page
    asked = acting(HEAD).post(url(row, "quality/ask/"), {"reviewers": "e1"}, follow=True)
    assert "已对“水经注”发起新一轮评审" in asked.text and "e1 待评审" in pages.text(asked.text)
    assert "评审 1" in pages.text(acting(HEAD).get(f"/ledgers/repairs/{row.pk}/").text)
    reviewer = acting(expert)
    assert "填写评审结论" in reviewer.get(url(row)).text
    wrong = reviewer.post(url(row, "quality/"), {"verdict": "refused", "remark": ""})
    assert "请写明意见" in wrong.text
    done = reviewer.post(url(row, "quality/"), {"verdict": "conditional", "remark": "补页"}, follow=True)
    assert "有条件通过" in done.text and "补页" in done.text and "已通过" in done.text
    assert "填写评审结论" not in done.text
    again = reviewer.post(url(row, "quality/"), {"verdict": "passed"})
    assert "已经评审过" in again.text
    acting(HEAD).post(url(row, "quality/ask/"), {})
    assert "第 1 轮（不再计入）" in acting(HEAD).get(url(row)).text
    trail = pages.text(acting(HEAD).get(f"/ledgers/repairs/{row.pk}/history/").text)
    assert "评审“修好” 理由：补页 评审结论：有条件通过" in trail


def test_only_who_may_review_is_asked(row: Repair, acting: As) -> None:
    person("e1")
    person("reader1")
    head = acting(HEAD)
    html = head.post(url(row, "quality/ask/"), {"reviewers": "e1、reader1"}).text
    assert pages.errors(html) == ["reader1没有评审权限，请改请有评审权限的人。"]
    assert "没有用户名或姓名为“无名”的人员" in head.post(url(row, "quality/ask/"), {"reviewers": "无名"}).text
    assert not Review.objects.exists()
    offered = head.get(url(row, "quality/reviewers/"), {"reviewers.like": "e"}).text
    assert 'data-entered="e1"' in offered and "reader1" not in offered


def test_who_may_not(row: Repair, library: Library, acting: As) -> None:
    """An inspector sees and gives nothing; somebody of another branch does not even see."""
    sent = {"verdict": "passed", "reviewers": ""}
    for who in (INSPECTOR, library.stranger_clerk):
        for rest in ("quality/", "quality/ask/"):
            assert acting(who).post(url(row, rest), sent).status_code == 403
        assert acting(who).get(url(row, "quality/reviewers/")).status_code == 403
    assert acting(INSPECTOR).get(url(row)).status_code == 200
    assert acting(library.stranger_clerk).get(url(row)).status_code == 403
    stranger = reading(person("e2"))
    reviews.open_round(MENDING, row, "quality", by=HEAD, reviewers=[User.objects.get(pk=person("e3").person)])
    html = acting(stranger).post(url(row, "quality/"), sent).text
    assert "没有请您（e2）参加" in html
    assert not Review.objects.exclude(verdict="").exists()


def test_a_review_that_is_not_declared(row: Repair, acting: As) -> None:
    assert acting(HEAD).get(url(row, "beauty/")).status_code == 400
    books = acting(HEAD).get("/ledgers/books-register/").text
    assert "评审" not in books


def todos(client: Client) -> str:
    return pages.text(client.get("/").text)


def test_who_is_asked_has_it_among_what_waits(
    row: Repair, acting: As, django_assert_num_queries: Any
) -> None:
    asked, bare = reading(person("e1")), person("e2")
    other = reading(bare)
    reviews.open_round(MENDING, row, "quality", by=HEAD, reviewers=[User.objects.get(pk=asked.person)])
    page = acting(asked).get("/").text
    assert (
        f'href="{url(row, "quality/")}"' in page
        and "评审“水经注”" in page
        and "<span>待办</span> <b>1</b>" in page
    )
    for nobody in (other, HEAD):
        assert "评审“水经注”" not in todos(acting(nobody))
    reviews.give(MENDING, row, "quality", "passed", by=asked)
    assert "评审“水经注”" not in todos(acting(asked))
    reviews.open_round(MENDING, row, "quality", by=HEAD, reviewers=[User.objects.get(pk=asked.person)])
    assert "评审“水经注”" in todos(acting(asked))
    reviews.open_round(MENDING, row, "quality", by=HEAD, reviewers=[User.objects.get(pk=other.person)])
    assert "评审“水经注”" not in todos(acting(asked)) and "评审“水经注”" in todos(acting(other))
    assert "评审“水经注”" not in todos(acting(bare))  # who may not read the row is not led to it
    Repair.objects.update(state="mended")
    standing.forget()
    assert "评审“水经注”" not in todos(acting(other))  # the step is behind it
    request = RequestFactory().get("/")
    for actor, most in ((HEAD, 0), (other, 2)):
        request.actor = actor  # type: ignore[attr-defined]
        with django_assert_num_queries(most):
            list(waiting.asked(request))  # type: ignore[arg-type]
