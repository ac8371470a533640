"""A step waits for its review: who may give it, rounds, and what a step back undoes."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from luoshi.accounts.models import User
from luoshi.ledgers import registry, reviews, stepping, writing
from luoshi.ledgers.access import Actor, Grant, Mandate
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import BadValue, NotNow, Refused
from luoshi.ledgers.models import AuditRow, Review
from tests.ledgers.conftest import Library
from tests.library.ledgers import HEAD
from tests.library.models import Repair
from tests.library.repairs import REPAIRS

MAY = datetime.date(2026, 5, 6)


def reviewed(ledger: Ledger) -> Ledger:
    """Mending waits for a review by experts, everywhere, or by people of the branch."""
    assert ledger.lifecycle is not None
    steps = tuple(
        dataclasses.replace(step, review="quality") if step.name == "mend" else step
        for step in ledger.lifecycle.steps
    )
    grants = (Grant("expert", everywhere=True), Grant("binder"))
    return dataclasses.replace(
        ledger,
        lifecycle=dataclasses.replace(ledger.lifecycle, steps=steps),
        access=dataclasses.replace(ledger.access, reviews={"quality": grants}),
    )


MENDING = reviewed(REPAIRS)


@pytest.fixture(autouse=True)
def registered_too(registered: None) -> None:
    registry.register(MENDING)


@pytest.fixture
def row(library: Library) -> Repair:
    values = {"what": "水经注", "branch": library.east, "state": "looked", "torn_on": MAY}
    made = writing.create(MENDING, values, by=HEAD, on=MAY)
    assert isinstance(made, Repair)
    return made


def person(name: str, role: str = "expert", *units: int) -> Actor:
    user = User.objects.create_user(name, name=name)
    return Actor(name, name, (Mandate(role, frozenset(units)),), "测试", user.pk)


def user(actor: Actor) -> User:
    return User.objects.get(pk=actor.person)


def mend(row: Repair) -> None:
    stepping.take_step(MENDING, row, "mend", by=HEAD, on=MAY)


def way(row: Repair) -> list[str]:
    assert MENDING.lifecycle is not None
    step = MENDING.lifecycle.step("mend")
    assert step is not None
    return stepping.in_the_way(MENDING, row, step, by=HEAD, on=MAY)


def test_works(row: Repair) -> None:
    with pytest.raises(NotNow, match="现在还没有人评审"):
        mend(row)
    assert way(row) == ["办理“修好”之前要通过评审，现在还没有人评审。"]
    given = reviews.give(MENDING, row, "quality", "passed", by=person("甲"))
    assert (given.verdict, given.round, given.reviewer_name, given.at is not None) == (
        "passed",
        1,
        "甲",
        True,
    )
    assert reviews.passed(MENDING, row, "quality") and way(row) == []
    mend(row)
    assert row.state == "mended"
    said = AuditRow.objects.get(act="评审“修好”")
    assert (said.actor, said.changes, said.row) == ("甲", {"评审结论": ["", "通过"]}, str(row.pk))


def test_all_who_are_asked_must_have_said_yes(row: Repair) -> None:
    one, two, third = person("甲"), person("乙"), person("丙")
    reviews.open_round(MENDING, row, "quality", by=HEAD, reviewers=[user(one), user(two)])
    reviews.give(MENDING, row, "quality", "passed", by=one)
    assert not reviews.passed(MENDING, row, "quality")
    with pytest.raises(NotNow, match="还在等乙的结论"):
        mend(row)
    with pytest.raises(Refused, match="没有请您（丙）参加"):
        reviews.give(MENDING, row, "quality", "passed", by=third)
    reviews.give(MENDING, row, "quality", "conditional", by=two, remark="换一种纸")
    mend(row)
    assert AuditRow.objects.get(act="请求评审“修好”").changes == {"评审人": ["", "甲、乙"]}


def test_one_no_is_a_no_until_the_next_round(row: Repair) -> None:
    one, two = person("甲"), person("乙")
    reviews.give(MENDING, row, "quality", "passed", by=one)
    reviews.give(MENDING, row, "quality", "refused", by=two, remark="书脊没有修")
    assert not reviews.passed(MENDING, row, "quality")
    with pytest.raises(NotNow, match="乙的结论是“不通过”"):
        mend(row)
    reviews.open_round(MENDING, row, "quality", by=HEAD)
    assert way(row) == ["办理“修好”之前要通过评审，现在还没有人评审。"]
    reviews.give(MENDING, row, "quality", "passed", by=two)
    assert reviews.passed(MENDING, row, "quality")
    said = [(r.round, r.reviewer_name, r.verdict, r.standing) for r in reviews.of(MENDING, row, "quality")]
    assert said == [
        (1, "甲", "passed", False),
        (1, "乙", "refused", False),
        (2, "乙", "passed", True),
    ]


def test_what_was_said_stands(row: Repair) -> None:
    one = person("甲")
    reviews.give(MENDING, row, "quality", "passed", by=one)
    with pytest.raises(NotNow, match="您在这一轮已经评审过"):
        reviews.give(MENDING, row, "quality", "refused", by=one, remark="想了想")
    assert reviews.of(MENDING, row).get().verdict == "passed"


def test_a_step_back_asks_for_the_review_again(row: Repair) -> None:
    reviews.give(MENDING, row, "quality", "passed", by=person("甲"))
    mend(row)
    stepping.take_step(MENDING, row, "return", by=HEAD, on=MAY, reason="又散了")
    assert not reviews.passed(MENDING, row, "quality")
    stepping.take_step(MENDING, row, "look", by=HEAD, on=MAY)
    with pytest.raises(NotNow, match="现在还没有人评审"):
        mend(row)
    reviews.give(MENDING, row, "quality", "passed", by=person("乙"))
    assert [r.round for r in reviews.of(MENDING, row)] == [1, 2]
    mend(row)


def test_who_may(row: Repair, library: Library) -> None:
    for nobody in (HEAD, library.clerk, person("丙", "binder", library.west.pk), Actor("x", "x")):
        with pytest.raises(Refused, match="不能评审“水经注”"):
            reviews.give(MENDING, row, "quality", "passed", by=nobody)
    reviews.give(MENDING, row, "quality", "passed", by=person("丁", "binder", library.east.pk))
    for stranger in (library.stranger_clerk, person("戊")):
        with pytest.raises(Refused):
            reviews.open_round(MENDING, row, "quality", by=stranger)


def test_a_no_says_why_and_a_verdict_is_one_of_three(row: Repair) -> None:
    for verdict in ("refused", "conditional"):
        with pytest.raises(NotNow, match="请写明意见"):
            reviews.give(MENDING, row, "quality", verdict, by=person(verdict), remark=" ")
    with pytest.raises(BadValue, match="从“通过、有条件通过、不通过”中选一个"):
        reviews.give(MENDING, row, "quality", "perhaps", by=person("乙"))
    with pytest.raises(NotNow, match="没有名为“x”的评审"):
        reviews.give(MENDING, row, "x", "passed", by=person("丙"))
    assert not Review.objects.exists()


def test_reviews_go_with_their_row(row: Repair) -> None:
    reviews.give(MENDING, row, "quality", "passed", by=person("甲"))
    writing.remove(MENDING, row, by=HEAD, reason="重复")
    assert not Review.objects.exists()
