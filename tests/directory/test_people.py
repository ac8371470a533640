"""Posts, and the actors that they make of people."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from luoshi.directory.people.actors import UnknownPerson, actor_named, actor_of
from luoshi.directory.people.ledger import POSTS
from luoshi.directory.people.models import Post
from luoshi.directory.roles import ADMINISTRATOR, AUDITOR, CLERK, LEADER, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers import writing
from luoshi.ledgers.access import STRANGER, Mandate
from luoshi.ledgers.errors import Invalid, Refused
from tests.directory import build

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
DAY = build.SOME_DAY


def test_a_post_reaches_the_units_under_it(units: Units) -> None:
    user = build.person("chenjing", "陈静")
    Post.objects.create(user=user, unit=units["0103"], role=CLERK)
    actor = actor_of(user, on=DAY, origin="test")
    assert (actor.name, actor.key, actor.origin) == ("陈静", "chenjing", "test")
    assert actor.mandates == (Mandate(CLERK, frozenset({units["0103"].pk, units["0401"].pk})),)


def test_a_person_may_hold_several_posts(units: Units) -> None:
    user = build.person("gaoyuan")
    Post.objects.create(user=user, unit=units["01"], role=LEADER)
    Post.objects.create(user=user, unit=units["0201"], role=CLERK)
    assert actor_of(user, on=DAY).roles == {LEADER, CLERK}


def test_an_actor_costs_two_queries(units: Units, django_assert_num_queries: object) -> None:
    user = build.person("gaoyuan")
    for code in ("01", "0201", "0103"):
        Post.objects.create(user=user, unit=units[code], role=LEADER)
    with django_assert_num_queries(2):  # type: ignore[operator]
        actor_of(user, on=DAY)


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 5, 31), True),
        (date(2026, 6, 1), False),
        (None, False),
    ],
)
def test_a_post_is_half_open(units: Units, on: date | None, held: bool) -> None:
    user = build.person("chenjing")
    span = {"since": date(2026, 1, 1), "until": date(2026, 6, 1)}
    Post.objects.create(user=user, unit=units["0103"], role=CLERK, **span)
    assert bool(actor_of(user, on=on)) is held


def test_without_a_day_posts_without_an_end_count(units: Units) -> None:
    user = build.person("chenjing")
    Post.objects.create(user=user, unit=units["0103"], role=CLERK, since=date(2026, 1, 1))
    assert actor_of(user)


def test_who_is_inactive_is_a_stranger(units: Units) -> None:
    user = build.person("chenjing", is_active=False)
    Post.objects.create(user=user, unit=units["0103"], role=CLERK)
    assert actor_of(user, on=DAY) is STRANGER
    with pytest.raises(UnknownPerson, match="没有用户名为“chenjing”的在用账号"):
        actor_named("chenjing", on=DAY)


def test_who_has_no_post_may_nothing(units: Units) -> None:
    assert not actor_of(build.person("chenjing"), on=DAY)


def test_a_person_is_found_by_user_name(units: Units) -> None:
    build.holder("chenjing", CLERK, units["0103"])
    assert actor_named("chenjing", on=DAY).roles == {CLERK}


def test_an_administrator_enters_a_post(units: Units) -> None:
    admin = build.holder("admin", ADMINISTRATOR, units["01"])
    build.person("zhouwei", "周巍")
    entered = {
        "user": "zhouwei",
        "unit": "规建局",
        "role": "填报员",
        "title": "副局长",
        "since": "2026-03-01",
    }
    row = writing.create(POSTS, writing.parse(POSTS, entered), by=admin)
    assert str(row) == "周巍（规建局 填报员）"
    assert POSTS.identity_of(row) == ("zhouwei", "规建局", "填报员", "2026-03-01")


@pytest.mark.parametrize("role", [CLERK, LEADER, SUPERVISOR, AUDITOR])
def test_nobody_else_gives_posts(units: Units, role: str) -> None:
    actor = build.holder("someone", role, units["01"])
    with pytest.raises(Refused):
        writing.create(POSTS, {"role": CLERK, "unit": units["01"]}, by=actor)


def test_a_user_name_that_nobody_has_is_told(units: Units) -> None:
    with pytest.raises(Invalid, match="人员：没有用户名或姓名为“nobody”的人员"):
        writing.parse(POSTS, {"user": "nobody"})


def test_a_post_ends_after_it_begins(units: Units) -> None:
    user = build.person("chenjing")
    post = Post(user=user, unit=units["0103"], role=CLERK, since=DAY, until=DAY)
    with pytest.raises(ValidationError, match="离任日期应晚于任职日期"):
        post.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        post.save()


@pytest.mark.parametrize("since", [None, DAY])
def test_two_equal_posts_are_refused(units: Units, since: date | None) -> None:
    user = build.person("chenjing")
    Post.objects.create(user=user, unit=units["0103"], role=CLERK, since=since)
    again = Post(user=user, unit=units["0103"], role=CLERK, since=since)
    with pytest.raises(ValidationError, match="重叠"):
        again.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_the_same_post_may_follow_but_not_overlap(units: Units) -> None:
    user = build.person("chenjing")
    Post.objects.create(user=user, unit=units["0103"], role=CLERK, since=date(2025, 1, 1), until=DAY)
    Post(user=user, unit=units["0103"], role=CLERK, since=DAY).full_clean()
    Post(user=user, unit=units["0103"], role=SUPERVISOR).full_clean()
    with pytest.raises(ValidationError, match="任职时间重叠"):
        Post(user=user, unit=units["0103"], role=CLERK, since=date(2026, 6, 14)).full_clean()


def test_the_list_reads_people_once(units: Units, django_assert_num_queries: object) -> None:
    for number in range(4):
        build.holder(f"clerk{number}", CLERK, units["0103"])
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert [POSTS.label_of(row) for row in POSTS.rows()][0] == "clerk0（招商局 填报员）"
