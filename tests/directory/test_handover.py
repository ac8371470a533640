"""Posts and charges are handed over from a day on; who takes them may do from that day what the giver could."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from luoshi.accounts.models import User
from luoshi.directory.charges.models import Charge
from luoshi.directory.people import actions
from luoshi.directory.people.actors import actor_of
from luoshi.directory.people.models import Post
from luoshi.directory.roles import ADMINISTRATOR, CLERK, LEADER, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import NotNow, Refused
from luoshi.ledgers.models import AuditRow
from tests.directory import build

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
DAY = build.SOME_DAY
EVE = DAY - timedelta(days=1)


@pytest.fixture
def admin(units: Units) -> Actor:
    return build.holder("admin", ADMINISTRATOR, units["01"])


@pytest.fixture
def giver(units: Units) -> User:
    user = build.person("shenyan", "沈砚")
    Post.objects.create(user=user, unit=units["0103"], role=CLERK, title="科长", since=date(2025, 1, 1))
    Post.objects.create(user=user, unit=units["0104"], role=CLERK, until=date(2025, 6, 1))
    Charge.objects.create(person=user, unit=units["0201"])
    return user


def give(giver: User, taker: User, by: Actor, **values: object) -> dict[str, int]:
    return actions.hand_over(giver, taker, on=DAY, by=by, reason="调离", **values)  # type: ignore[arg-type]


def test_works(units: Units, admin: Actor, giver: User) -> None:
    taker = build.person("tangxi", "唐溪")
    assert give(giver, taker, admin) == {"directory.posts": 1, "directory.charges": 1}
    assert actor_of(giver, on=DAY).mandates == () and actor_of(giver, on=EVE).roles == {CLERK}
    assert actor_of(taker, on=EVE).mandates == () and actor_of(taker, on=DAY).roles == {CLERK}
    post = Post.objects.get(user=taker)
    assert (post.unit, post.title, post.since, post.until) == (units["0103"], "科长", DAY, None)
    assert [c.unit for c in Charge.objects.in_force(DAY).filter(person=taker)] == [units["0201"]]
    assert not Charge.objects.in_force(DAY).filter(person=giver).exists()
    assert set(AuditRow.objects.filter(reason="调离").values_list("act", flat=True)) == {"交接", "新增"}


def test_who_has_the_post_already_has_it_once(units: Units, admin: Actor, giver: User) -> None:
    taker = build.person("tangxi")
    Post.objects.create(user=taker, unit=units["0103"], role=CLERK)
    Charge.objects.create(person=taker, unit=units["0201"])
    give(giver, taker, admin)
    assert Post.objects.filter(user=taker).count() == Charge.objects.filter(person=taker).count() == 1
    assert actor_of(giver, on=DAY).mandates == ()


def test_what_began_today_was_never_the_givers(units: Units, admin: Actor, giver: User) -> None:
    Post.objects.create(user=giver, unit=units["0102"], role=CLERK, since=DAY)
    taker = build.person("tangxi")
    give(giver, taker, admin, only=("directory.posts",))
    assert not Post.objects.filter(user=giver, unit=units["0102"]).exists()
    assert Post.objects.filter(user=taker).count() == 2
    assert Charge.objects.in_force(DAY).get().person == giver


@pytest.mark.parametrize("role", [CLERK, LEADER, SUPERVISOR])
def test_only_who_may_change_posts(units: Units, giver: User, role: str) -> None:
    with pytest.raises(Refused):
        give(giver, build.person("tangxi"), build.holder("other", role, units["01"]))
    assert actor_of(giver, on=DAY).roles == {CLERK}


def test_not_to_oneself(units: Units, admin: Actor, giver: User) -> None:
    with pytest.raises(NotNow, match="同一个人"):
        give(giver, giver, admin)
