"""What is in the way of a step, and steps with many rows at once; the rest of steps is in test_writing and test_wishes."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from luoshi.accounts.models import User
from luoshi.ledgers import registry, reviews, stepping, writing
from luoshi.ledgers.access import Actor, Grant, Mandate
from luoshi.ledgers.errors import NotNow, Refused, Stale
from luoshi.ledgers.models import AuditRow, Row
from tests.ledgers.conftest import Library
from tests.library.ledgers import BOOKS, HEAD, INSPECTOR
from tests.library.models import Repair, Wish
from tests.library.repairs import REPAIRS
from tests.library.wishes import WISHES

MAY = datetime.date(2026, 5, 6)


@pytest.fixture(autouse=True)
def registered_too(registered: None) -> None:
    registry.register(WISHES, REPAIRS)


def way(row: Wish, name: str, by: Actor, on: datetime.date = MAY) -> list[str]:
    assert WISHES.lifecycle is not None
    step = WISHES.lifecycle.step(name)
    assert step is not None
    return stepping.in_the_way(WISHES, row, step, by=by, on=on)


def wish(library: Library, state: str = "made", **values: object) -> Wish:
    found = {"title": "山海经", "branch": library.east, "made_on": MAY, "state": state} | values
    row = writing.create(WISHES, found, by=HEAD)
    assert isinstance(row, Wish)
    return row


def test_a_hold_is_told_before_anybody_tries(library: Library) -> None:
    row = wish(library)
    assert way(row, "grant", library.clerk) == ["馆长还没有定限价。"]
    assert way(wish(library, price=1), "grant", library.clerk) == []
    assert row.state == "made", "looking changes nothing"


def test_what_is_asked_for_on_the_way_is_not_in_the_way(library: Library) -> None:
    row = wish(library, "granted", price=1)
    assert way(row, "buy", library.clerk) == []
    row.bought_on = datetime.date(2026, 6, 1)
    assert way(row, "buy", library.clerk) == ["购入日期还没有到。"]
    assert way(row, "buy", library.clerk, row.bought_on) == []


def test_what_the_person_may_not_fill_in_is_in_the_way(library: Library) -> None:
    assert BOOKS.lifecycle is not None
    row, step = (
        library.book(),
        stepping.Step("x", "查", ("ordered",), "shelved", needs=("donor", "shelved_on")),
    )
    said = stepping.in_the_way(BOOKS, row, step, by=library.clerk, on=MAY)
    assert said == ["办理“查”之前，需要有权限的人先填写：捐赠人。"]
    assert stepping.in_the_way(BOOKS, row, step, by=HEAD, on=MAY) == []


# Many at once


def looked(library: Library, what: str, **values: object) -> Repair:
    found = {"what": what, "branch": library.east, "state": "looked", "torn_on": MAY} | values
    row = writing.create(REPAIRS, found, by=HEAD, on=MAY)
    assert isinstance(row, Repair)
    return row


def test_many_rows_take_a_step(library: Library) -> None:
    rows = [looked(library, "一"), looked(library, "二"), looked(library, "三", state="mended")]
    rows.append(looked(library, "四", branch=library.west))
    plan = stepping.plan_steps(REPAIRS, rows, "mend", by=library.clerk, on=MAY)
    assert [str(row) for row in plan.ready] == ["一", "二"]
    (done, refused), (other, not_theirs) = plan.refused
    assert str(done) == "三" and refused.startswith("“三”目前是“已修好”，不能办理“修好”。")
    assert str(other) == "四" and not_theirs.startswith("“四”不属于您所在的单位")
    before = AuditRow.objects.count()
    stepping.take_steps(plan, by=library.clerk, on=MAY)
    assert set(Repair.objects.filter(state="mended").values_list("what", flat=True)) == {"一", "二", "三"}
    assert AuditRow.objects.count() == before + 2


def test_many_rows_go_together_or_not_at_all(library: Library) -> None:
    rows = [looked(library, "一"), looked(library, "二")]
    plan = stepping.plan_steps(REPAIRS, rows, "mend", by=HEAD, on=MAY)
    Repair.objects.filter(what="二").update(version=7)
    with pytest.raises(Stale):
        stepping.take_steps(plan, by=HEAD, on=MAY)
    assert not Repair.objects.filter(state="mended").exists()
    assert not AuditRow.objects.filter(act="修好").exists()


def test_many_rows_lack_something_or_are_not_for_them(library: Library) -> None:
    row = looked(library, "一")
    with pytest.raises(NotNow, match="“退回”要逐行办理"):
        stepping.plan_steps(REPAIRS, [row], "return", by=HEAD, on=MAY)
    plan = stepping.plan_steps(REPAIRS, [row], "mend", by=INSPECTOR, on=MAY)
    assert not plan.ready and "没有办理" in plan.refused[0][1]
    with pytest.raises(Refused):
        stepping.take_steps(
            stepping.plan_steps(REPAIRS, [row], "mend", by=HEAD, on=MAY), by=INSPECTOR, on=MAY
        )


# Everything that a step may ask for


@pytest.mark.parametrize(
    ("lacks", "sentence"),
    [
        ("nothing", ""),
        ("column", "办理“退回”之前，请先填写：损坏日期。"),
        ("reason", "办理“退回”需要写明理由。"),
        ("review", "办理“退回”之前要通过评审，现在还没有人评审。"),
        ("hold", "不能办理“退回”：还没有人去看。"),
        ("day", ""),
    ],
)
@pytest.mark.parametrize("back", [True, False])
def test_each_thing_that_a_step_asks_for_is_asked_for(
    library: Library, lacks: str, sentence: str, back: bool
) -> None:
    assert REPAIRS.lifecycle is not None
    step = stepping.Step("return", "退回", ("looked",), "reported", needs=("torn_on",), reason=True, back=back, review="why", holds=(seen,))  # fmt: skip
    ledger = dataclasses.replace(
        REPAIRS,
        lifecycle=dataclasses.replace(REPAIRS.lifecycle, steps=(*REPAIRS.lifecycle.steps[:3], step)),
        access=dataclasses.replace(REPAIRS.access, reviews={"why": (Grant("expert", everywhere=True),)}),
    )
    row = looked(library, "没看" if lacks == "hold" else "一", torn_on=None if lacks == "column" else MAY)
    if lacks != "review":
        user = User.objects.create_user("jia", name="甲")
        expert = Actor("甲", "jia", (Mandate("expert", frozenset()),), "测试", user.pk)
        reviews.give(ledger, row, "why", "passed", by=expert)
    on, reason = None if lacks == "day" else MAY, "" if lacks == "reason" else "又散了"
    if lacks == "nothing":
        stepping.take_step(ledger, row, "return", by=library.clerk, on=on, reason=reason)
        assert Repair.objects.get().state == "reported"
        assert reviews.passed(ledger, row, "why") is not back
        return
    with pytest.raises(TypeError if lacks == "day" else NotNow) as refused:
        stepping.take_step(ledger, row, "return", by=library.clerk, on=on, reason=reason)
    assert sentence in str(refused.value)
    assert Repair.objects.get().state == row.state == "looked"


def seen(row: Row, on: datetime.date) -> str:
    return "还没有人去看。" if str(row) == "没看" else ""


def test_a_step_sets_what_it_says_and_its_holds_see_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    life = WISHES.lifecycle
    assert life is not None
    step = dataclasses.replace(
        life.steps[0],
        holds=(lambda row, on: "" if row.title.endswith(on.isoformat()) else "没有日期。",),
        sets=lambda row, on: {"title": f"{row.title} {on.isoformat()}"},
    )
    steps = (step, *life.steps[1:])
    monkeypatch.setitem(WISHES.__dict__, "lifecycle", dataclasses.replace(life, steps=steps))
    row = wish(library, step.source[0], price=1)
    assert way(row, step.name, HEAD) == []
    with pytest.raises(TypeError, match="must be told its day"):
        stepping.take_step(WISHES, row, step.name, by=HEAD)
    stepping.take_step(WISHES, row, step.name, by=HEAD, on=MAY)
    assert (row.title, row.state) == ("山海经 2026-05-06", step.target)
    assert AuditRow.objects.filter(act=step.title).latest("pk").changes["书名"] == ["山海经", row.title]
