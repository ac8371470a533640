"""Accounts opened, ended and given new passwords by an administrator."""

from __future__ import annotations

from datetime import date

import pytest

from luoshi.accounts.models import User
from luoshi.directory.people import actions
from luoshi.directory.people.actors import actor_of
from luoshi.directory.people.models import Post
from luoshi.directory.roles import ADMINISTRATOR, CLERK, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.ledgers.access import Actor
from luoshi.ledgers.errors import Invalid, NotNow, Refused
from luoshi.ledgers.models import AuditRow
from tests.directory import build

pytestmark = pytest.mark.django_db
Units = dict[str, Unit]
DAY = build.SOME_DAY
PASSWORD = "qiaoliang-7431"


@pytest.fixture
def admin(units: Units) -> Actor:
    return build.holder("admin", ADMINISTRATOR, units["01"])


def enrol(by: Actor, unit: Unit, username: str = "shenmu", password: str = PASSWORD) -> User:
    actions.enrol(username, "沈牧", password, unit=unit, role=CLERK, title="科长", since=DAY, by=by)
    return User.objects.get(username=username)


def test_an_account_is_opened_with_its_first_post(admin: Actor, units: Units) -> None:
    user = enrol(admin, units["0102"])
    assert user.check_password(PASSWORD)
    assert actor_of(user, on=DAY).roles == {CLERK}
    assert AuditRow.objects.get().reason == "开通账号 shenmu"


@pytest.mark.parametrize(
    ("username", "password", "sentence"),
    [
        ("admin", PASSWORD, "用户名：这个用户名已经有人使用"),
        ("沈 牧", PASSWORD, "用户名："),
        ("shenmu", "short", "密码："),
        ("shenmu", "12345678901234", "密码："),
    ],
)
def test_a_wrong_account_is_told(
    admin: Actor, units: Units, username: str, password: str, sentence: str
) -> None:
    with pytest.raises(Invalid, match=sentence):
        enrol(admin, units["0102"], username, password)
    assert User.objects.count() == 1


def test_nothing_is_left_of_an_account_without_a_post(admin: Actor) -> None:
    with pytest.raises(Invalid):
        actions.enrol("shenmu", "沈牧", PASSWORD, unit=Unit.objects.zone(), role="king", by=admin)
    assert not User.objects.filter(username="shenmu").exists()


def test_who_is_dismissed_loses_posts_and_account(admin: Actor, units: Units) -> None:
    user = enrol(admin, units["0102"])
    with pytest.raises(NotNow, match="写明理由"):
        actions.dismiss(user, on=date(2026, 9, 1), by=admin, reason="")
    actions.dismiss(user, on=date(2026, 9, 1), by=admin, reason="调离")
    assert Post.objects.get(user=user).until == date(2026, 9, 1)
    assert not User.objects.get(pk=user.pk).is_active


def test_a_new_password_holds_and_is_recorded(admin: Actor, units: Units) -> None:
    user = enrol(admin, units["0102"])
    actions.new_password(user, "zhangjie-9026", by=admin)
    assert User.objects.get(pk=user.pk).check_password("zhangjie-9026")
    assert AuditRow.objects.filter(act="重设密码").count() == 1
    with pytest.raises(Invalid, match="密码："):
        actions.new_password(user, "short", by=admin)


def test_only_an_administrator_does_this(units: Units, admin: Actor) -> None:
    user = enrol(admin, units["0102"])
    other = build.holder("linzhao", SUPERVISOR, units["0101"])
    with pytest.raises(Refused):
        enrol(other, units["0102"], "luomin")
    with pytest.raises(Refused):
        actions.dismiss(user, on=DAY, by=other, reason="调离")
    with pytest.raises(Refused):
        actions.new_password(user, "zhangjie-9026", by=other)
