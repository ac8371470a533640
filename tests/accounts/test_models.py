"""People: made with a hashed password, found by name, written as officials write them."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError

from luoshi.accounts.models import User

pytestmark = pytest.mark.django_db


def test_works() -> None:
    user = User.objects.create_user("linzhao", "one-good-password", name="林昭")
    assert authenticate(username="linzhao", password="one-good-password") == user
    assert authenticate(username="linzhao", password="another") is None
    assert "one-good-password" not in user.password
    assert str(user) == "林昭（linzhao）"
    assert user.get_full_name() == "林昭"


def test_without_a_password_nobody_signs_in() -> None:
    User.objects.create_user("chenjing", name="陈静")
    assert authenticate(username="chenjing", password="") is None


def test_who_has_left_does_not_sign_in_and_is_not_found() -> None:
    User.objects.create_user("zhouwei", "one-good-password", name="周巍", is_active=False)
    assert authenticate(username="zhouwei", password="one-good-password") is None
    assert User.objects.named("zhouwei") is None


def test_a_username_is_one_persons() -> None:
    User.objects.create_user("gaoyuan", name="高远")
    assert User.objects.named("gaoyuan") is not None
    with pytest.raises(IntegrityError):
        User.objects.create_user("gaoyuan", name="另一个高远")


def test_a_username_is_needed() -> None:
    with pytest.raises(ValueError, match="username"):
        User.objects.create_user("", name="无名")
